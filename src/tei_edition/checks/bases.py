"""Pointers below an `xml:base`, which nothing here follows (N007)."""

import re
from collections.abc import Iterator

from lxml import etree

from tei_edition.checks.found import Found
from tei_edition.markup import XML
from tei_edition.pointers import pointers_of
from tei_edition.source import Source

_BASE = f"{{{XML}}}base"
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def check(source: Source) -> Iterator[Found]:
    """Find each `xml:base` that a pointer in or below its element would be resolved against."""
    if "xml:base" not in source.text:
        return
    for element in source.root.iter(etree.Element):
        if element.get(_BASE) is not None:
            pointer = next(_relative(element), None)
            if pointer is not None:
                message = f'`xml:base` is not followed: "{pointer}" is looked for as if it were not there.'
                yield Found("N007", element, "xml:base", message, "Write such pointers in full.")


def _relative(element: etree._Element) -> Iterator[str]:
    """Give the pointers in and below an element that are neither addresses nor have a prefix."""
    for node in element.iter(etree.Element):
        if node is element or node.get(_BASE) is None:
            yield from (pointer for _, pointer in pointers_of(node) if not _ABSOLUTE.match(pointer))
