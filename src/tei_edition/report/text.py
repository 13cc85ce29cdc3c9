"""A report for people: each finding with its line of the file, the place underlined, and what to do."""

import re
import textwrap
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

from rich.cells import cell_len

from tei_edition.findings import Finding
from tei_edition.read import text_in
from tei_edition.report.report import Report, plain
from tei_edition.report.schemas import phrase
from tei_edition.report.style import faint, severity

_Lines = Callable[[Path], Sequence[str]]

PLACES = 3
"""How many more places are named of what is found in the same words more than once."""

_THING = re.compile(
    r"""[\w:.-]+\s*=\s*("[^"]*("|$)|'[^']*('|$))    # an attribute
      | </?[\w:.-]+ | <!-- | <\?[\w-]*              # the beginning of a tag, comment or instruction
      | &[^;\s]*;?
      | [\w\u0300-\u036f]+                          # a word, with accents that are characters of their own
      | .
    """,
    re.VERBOSE,
)


def written(report: Report) -> str:
    """Give the findings, those in the same words together, then the schemas.

    Colours where a terminal shows them; empty where there are no findings.
    """
    lines = lru_cache(maxsize=4)(lambda path: text_in(path).split("\n"))
    together: dict[tuple[str, ...], list[Finding]] = {}
    for finding in report.findings:
        words = (finding.code, finding.severity, finding.message, finding.hint)
        together.setdefault(words, []).append(finding)
    parts = [_told(alike, lines, report) for alike in together.values()]
    held = phrase(report.schemas)
    if parts and held:
        parts.append(faint(_filled("", f"{held[0].upper()}{held[1:]}.", report)))
    return "\n\n".join(parts)


def _told(alike: list[Finding], lines: _Lines, report: Report) -> str:
    """Give what was found in one or more places, told at the first."""
    first = alike[0]
    parts = [_headline(first, report), *_snippet(first, lines(first.path), report.width)]
    if first.hint:
        parts.append(_filled("  Hint: ", first.hint, report))
    if alike[1:]:
        parts.append(_filled("  also at ", _places(alike[1:], report), report))
    return "\n".join(parts)


def _places(others: list[Finding], report: Report) -> str:
    named = ", ".join(report.place(finding) for finding in others[:PLACES])
    more = len(others) - PLACES
    return f"{named} and {more:,} more" if more > 0 else named


def _filled(label: str, words: str, report: Report) -> str:
    return textwrap.fill(
        plain(words),
        report.width,
        initial_indent=label,
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _headline(finding: Finding, report: Report) -> str:
    """Give place, code and message; the message on its own lines where the place leaves no room for it."""
    place = f"{report.place(finding)}: {finding.code} "
    head = f"{place}{finding.severity}:"
    if len(head) > report.width * 3 // 4:
        said = f"{head}\n{_filled('    ', finding.message, report)}"
    else:
        said = _filled(f"{head} ", finding.message, report)
    return f"{place}{severity(finding.severity)}:{said.removeprefix(head)}"


def _snippet(finding: Finding, lines: Sequence[str], width: int) -> list[str]:
    """Give the line of the file with its number, and below it the place underlined."""
    if finding.line > len(lines) or not lines[finding.line - 1].strip():
        return []
    number = f"{finding.line:>5} |"
    line, room = lines[finding.line - 1], width - len(number) - 1
    before, thing, after = _cut(line, *_stretch(finding, line, room), room)
    mark = severity(finding.severity, "^" * max(cell_len(thing), 1))
    margin = faint(f"{'|':>{len(number)}}")
    return [f"{faint(number)} {before}{thing}{after}", f"{margin} {' ' * cell_len(before)}{mark}"]


def _stretch(finding: Finding, line: str, width: int) -> tuple[int, int]:
    """Give where in its line the thing begins and ends, by what it looks like where nothing says it."""
    start = finding.column - 1
    if finding.end is not None:
        return start, finding.end.column - 1 if finding.end.line == finding.line else len(line)
    found = _THING.match(line, start, start + 2 * width)
    return start, found.end() if found else start


def _cut(line: str, start: int, end: int, width: int) -> tuple[str, str, str]:
    """Give of a line what has room: what stands before a thing, the thing, what comes after it."""
    near = 2 * width  # a file can be one line of millions of characters
    thing = plain(line[start : min(end, start + near)])
    before = plain(line[max(start - near, 0) : start].lstrip())
    after = plain(line[start + len(thing) : start + len(thing) + near].rstrip())
    if cell_len(before + thing + after) <= width:
        return before, thing, after
    kept = max(width // 3, width - cell_len(thing + after) - 1)
    if cell_len(before) > kept:
        before = "…" + _fitting(before[::-1], kept - 1)[::-1]
    thing = _shortened(thing, width - cell_len(before) - 1)
    after = _shortened(after, width - cell_len(before + thing))
    return before, thing, after


def _shortened(text: str, width: int) -> str:
    return text if cell_len(text) <= width else _fitting(text, width - 1) + "…"


def _fitting(text: str, width: int) -> str:
    """Give as much of the beginning of a text as has room."""
    text = text[: max(width, 0) * 2]
    while cell_len(text) > width and text:
        text = text[:-1]
    return text
