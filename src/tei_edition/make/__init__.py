"""How an edition is made: redo what changed inputs demand, and nothing else.

A *part* is a file of the edition: a document, a register, the edition's header, the links. With its *slice*
(`extract.py`) it is all that its *steps* depend on: prepare, page, book, facts. A step is a stylesheet, or
Typst; its *key* is the digest of its stylesheet with all that this includes, of the program, and of what it
is given. The same key means the same bytes, so what has its key already is not made again. Pages about the
whole edition (`kinds.py`) are made of facts, and their keys are digests of the facts that they use.

    files ─▶ state, cells ─▶ parts that may have changed ─▶ tasks ─▶ outputs, facts ─▶ pages ─▶ publish
"""
