"""Run a stylesheet made of a stranger's rules in a process of its own, where it can reach nothing.

Saxon refuses it every file, address and variable of the environment; the clock ends what does not end
by itself. `python -m tei_edition.sealed` is that process: it reads a task and writes the answer, in JSON.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.errors import SchemaError

if TYPE_CHECKING:
    from tei_edition.xslt import Saxon

_LONGEST = 20.0
_LONGEST_DOCUMENT = 1.0
"""Seconds for the whole, and for each document beside."""

_MOST_MEMORY = 4_000_000_000
"""Bytes, where the system can set a limit."""


class Answer(NamedTuple):
    """What a stylesheet made of one document, or why it made nothing."""

    result: str = ""
    fault: str = ""


def run(stylesheet: str, documents: Sequence[str], name: str) -> list[Answer]:
    """Run a stylesheet on documents, given as XML; `name` is what the schema is called.

    Raises `SchemaError` where the stylesheet cannot be compiled, or does not come to an end.
    """
    seconds = _LONGEST + _LONGEST_DOCUMENT * len(documents)
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "tei_edition.sealed"],
            input=json.dumps({"stylesheet": stylesheet, "documents": list(documents)}).encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
        )
        answer = json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise SchemaError(f"The rules in {name} take too long") from error
    except ValueError as error:
        raise SchemaError(f"The rules in {name} stopped the program that ran them") from error
    if "fault" in answer:
        raise SchemaError(f"The rules in {name} cannot be run: {answer['fault']}")
    return [Answer(*pair) for pair in answer["documents"]]


def main() -> None:
    """Do the task that stands on standard input."""
    from tei_edition.xslt import Saxon, TransformError

    _limit_memory()
    task = json.load(sys.stdin.buffer)
    answers = os.dup(1)
    os.dup2(2, 1)
    saxon = Saxon.sealed()
    answer: dict[str, object]
    try:
        name = saxon.compile_text(task["stylesheet"], "rules")
        answer = {"documents": [_answer(saxon, name, document) for document in task["documents"]]}
    except TransformError as error:
        answer = {"fault": str(error)}
    with os.fdopen(answers, "wb") as stream:
        stream.write(json.dumps(answer).encode())


def _answer(saxon: "Saxon", stylesheet: str, document: str) -> Answer:
    from tei_edition.xslt import TransformError

    try:
        return Answer(result=saxon.run(stylesheet, saxon.parse(document)).text)
    except TransformError as error:
        return Answer(fault=str(error))


def _limit_memory() -> None:
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (_MOST_MEMORY, _MOST_MEMORY))


if __name__ == "__main__":
    main()
