"""What a page says of the findings in its file, each with the ids of what it stands in."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from lxml import etree

from tei_edition.findings import Finding, in_order, shown_from
from tei_edition.markup import XML_ID
from tei_edition.read import read
from tei_edition.source import Source

MOST = 200
"""Findings, and other files with findings, that a page lists; of more it gives the number."""

_NEAREST = 4
"""Ids that are given of a place, the innermost first: not each of them is an element of the page."""


def panel(
    root: Path, file: Path | None, findings: Mapping[Path, Sequence[Finding]], pages: Mapping[Path, str]
) -> dict[str, Any]:
    """Give what a page of `file` says of findings, as JSON can write it.

    `findings` are those of each file, `pages` the addresses of files.
    Reads the file: a place is that of the file as it is now.
    """
    own = in_order(findings.get(file, ())) if file else []
    others = Counter({path: len(some) for path, some in findings.items() if path != file})
    ids = anchors(file, own[:MOST]) if file and own else []
    return {
        "file": shown_from(root, file) if file else "",
        "findings": [_told(one, anchor) for one, anchor in zip(own, ids, strict=False)],
        "more": len(own) - len(ids),
        "others": [
            {"file": shown_from(root, path), "count": number, "page": pages.get(path, "")}
            for path, number in others.most_common(MOST)
        ],
    }


def anchors(file: Path, findings: Sequence[Finding]) -> list[list[str]]:
    """Give for each finding of a file the ids of the elements that its place stands in, innermost first."""
    result = read(file)
    if not isinstance(result, Source):
        return [[] for _ in findings]
    elements = (node for node in result.root.iter(etree.Element) if node.get(XML_ID))
    spans = [(*result.extent(node), str(node.get(XML_ID))) for node in elements]
    starts = [start for start, _, _ in spans]
    return [
        _around((one.line, one.column), spans[: bisect_right(starts, (one.line, one.column))])
        for one in findings
    ]


def _around(
    place: tuple[int, int], spans: Sequence[tuple[tuple[int, int], tuple[int, int], str]]
) -> list[str]:
    """Give the ids of the spans, all begun before a place, that do not end before it."""
    inside = [name for _, end, name in reversed(spans) if place < end]
    return inside[:_NEAREST]


def _told(finding: Finding, ids: list[str]) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
        "line": finding.line,
        "column": finding.column,
        "ids": ids,
    }
