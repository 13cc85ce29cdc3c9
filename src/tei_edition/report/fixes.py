"""The edits of findings in lines and columns, as other programs want them."""

from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from tei_edition.findings import Finding
from tei_edition.read import text_in


class Replacement(NamedTuple):
    """A stretch of a file, from one place to before another (from 1, in characters), and what replaces it."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


def replacer() -> Callable[[Finding], list[Replacement]]:
    """Give a function that gives what mends a finding; it reads each file once, as the file is now."""
    starts = lru_cache(maxsize=4)(_line_starts)

    def replacements(finding: Finding) -> list[Replacement]:
        return [
            Replacement(
                *_place(starts(finding.path), edit.start), *_place(starts(finding.path), edit.end), edit.text
            )
            for edit in finding.edits
        ]

    return replacements


def _line_starts(path: Path) -> list[int]:
    return list(accumulate((len(line) + 1 for line in text_in(path).split("\n")), initial=0))


def _place(starts: list[int], offset: int) -> tuple[int, int]:
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1
