"""What is wrong with a text: where, how badly, in which words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from tei_edition.place import Place

_LONGEST = 500
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_QUOTED = re.compile(r"""("[^"]{60})[^"]{30,}([^"]{30}")""")


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

    def __post_init__(self) -> None:
        """Make it one that can be read: no control characters, no long quotations, no empty place."""
        for name in ("message", "hint"):
            words = getattr(self, name)
            if len(words) > _LONGEST or not words.isprintable():
                object.__setattr__(self, name, _readable(words))
        if self.end is not None and self.end <= (self.line, self.column):
            object.__setattr__(self, "end", None)

    def show(self, base: Path) -> str:
        """Give the finding as one line of text, its path relative to `base` where it lies below."""
        line = f"{shown_from(base, self.path)}:{self.line}:{self.column}: {self.code} {self.severity}: "
        return line + self.message + (f" Hint: {self.hint}" if self.hint else "")


def _readable(words: str) -> str:
    words = re.sub(r"[\t\n\r]", " ", words)
    words = _CONTROLS.sub("\ufffd", words)
    if len(words) > _LONGEST:
        words = _QUOTED.sub(r"\1…\2", words)
    return f"{words[:_LONGEST]}…{words[1 - _LONGEST :]}" if len(words) > 2 * _LONGEST else words


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
