"""What is wrong with a text: where, how badly, in which words."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from tei_edition.place import Place


class Severity(StrEnum):
    """How much a finding matters: only an error keeps a build from being made."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Edit(NamedTuple):
    """A stretch of a file's text, and what should stand there.

    `start` and `end` are offsets in characters into the text with LF as line ends (`Source.text`);
    the new `text` is XML as it is to stand in the file.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Finding:
    """One thing found in one file.

    `line` and `column` count from 1, in characters, and name the place of the thing itself;
    `code` is a rule of `tei_edition.rules`; `message` and `hint` are whole sentences.
    `end` is the place behind the thing, None where it is not known; `edits` mend it, all of them together,
    and are there only where there is one right answer.
    """

    path: Path
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    hint: str = ""
    end: Place | None = None
    edits: tuple[Edit, ...] = ()

    def show(self, base: Path) -> str:
        """Give the finding as one line of text, its path relative to `base` where it lies below."""
        line = f"{shown_from(base, self.path)}:{self.line}:{self.column}: {self.code} {self.severity}: "
        return line + self.message + (f" Hint: {self.hint}" if self.hint else "")


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Give the findings without repetition, by file, line, column, code and words."""
    ordered = sorted(findings, key=_order)
    return [*ordered[:1], *(one for before, one in pairwise(ordered) if one != before)]


def _order(f: Finding) -> tuple[Any, ...]:
    """Give what findings are ordered by; those are equal of which it is equal."""
    return (str(f.path), f.line, f.column, f.code, f.message, f.hint, f.end or (), f.edits, f.severity)


@lru_cache(maxsize=256)
def shown_from(base: Path, path: Path) -> str:
    """Give a path with `/` on every system, relative to `base` where it lies below."""
    return (path.relative_to(base) if path.is_relative_to(base) else path).as_posix()


def errors_in(findings: Iterable[Finding]) -> int:
    """Count the findings that are errors."""
    return sum(finding.severity is Severity.ERROR for finding in findings)
