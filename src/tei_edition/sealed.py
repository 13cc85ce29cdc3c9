"""Run a stranger's Schematron rules in a process of its own, where it can reach nothing.

Saxon refuses it every file, address and variable of the environment; the clock ends what does not end
by itself. `python -m tei_edition.sealed` is that process: it reads a task and writes the answer, in JSON.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

from tei_edition.errors import SchemaError

_LONGEST = 10.0
_LONGEST_DOCUMENT = 1.0
"""Seconds for the whole, and for each document beside."""

_MOST_MEMORY = 4_000_000_000
"""Bytes, where the system can set a limit."""


class Answer(NamedTuple):
    """The findings that the rules made of one document, as XML, or why they made none."""

    result: str = ""
    fault: str = ""


def run(
    schema: etree._Element, documents: Sequence[etree._Element], stylesheets: Path, name: str
) -> list[Answer]:
    """Run a Schematron schema, called `name`, on documents; `stylesheets` is the folder with ours.

    Raises `SchemaError` where the schema is none, cannot be compiled, or does not come to an end.
    """
    seconds = _LONGEST + _LONGEST_DOCUMENT * len(documents)
    task = {
        "schema": _text(schema),
        "documents": [_text(document) for document in documents],
        "stylesheets": str(stylesheets),
        "name": name,
    }
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "tei_edition.sealed"],
            input=json.dumps(task).encode(),
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
        raise SchemaError(answer["fault"])
    return [Answer(*pair) for pair in answer["documents"]]


def _text(root: etree._Element) -> str:
    return etree.tostring(root, encoding="unicode", with_tail=False)


def main() -> None:
    """Do the task that stands on standard input."""
    _limit_memory()
    task = json.load(sys.stdin.buffer)
    answers = os.dup(1)
    os.dup2(2, 1)
    answer: dict[str, object]
    try:
        answer = {"documents": _do(task)}
    except SchemaError as error:
        answer = {"fault": str(error)}
    with os.fdopen(answers, "wb") as stream:
        stream.write(json.dumps(answer).encode())


def _do(task: dict[str, Any]) -> list[Answer]:
    from tei_edition.validator import make
    from tei_edition.xslt import Saxon, TransformError, said_of

    ordinary = Saxon(Path(task["stylesheets"]))
    stylesheet = make(etree.fromstring(task["schema"]), ordinary, task["name"], guarded=True)
    saxon = Saxon.sealed()
    try:
        saxon.compile_text(stylesheet, "rules")
    except TransformError as error:
        raise SchemaError(f"The rules in {task['name']} cannot be run: {said_of(error)}") from error
    answers = []
    for document in task["documents"]:
        try:
            answers.append(Answer(result=saxon.run("rules", saxon.parse(document)).text))
        except TransformError as error:
            answers.append(Answer(fault=said_of(error)))
    return answers


def _limit_memory() -> None:
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (_MOST_MEMORY, _MOST_MEMORY))


if __name__ == "__main__":
    main()
