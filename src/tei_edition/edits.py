"""Edits that put right what a rule finds: which stretch of a file's text, and what should stand there."""

import re
from collections.abc import Iterable

from lxml import etree

from tei_edition.findings import Edit
from tei_edition.markup import unescaped
from tei_edition.source import Source, Stretch

_SPACE = re.compile(r"\s*")
_SPACE_AT_END = re.compile(r"\s*\Z")
_SPACE_AND_POINTS = re.compile(r"[\s,;:]*")
_SPACE_AND_POINTS_AT_END = re.compile(r"[\s,;:]*\Z")
_IN_VALUES = {"&": "&amp;", "<": "&lt;", "\n": "&#10;", "\t": "&#9;"}
_IN_TEXT = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_QUOTES = {'"': "&quot;", "'": "&apos;"}


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Make edits in a text; of two that overlap, the first."""
    pieces, at = [], 0
    for edit in sorted(set(edits)):
        if edit.start >= at:
            pieces += [text[at : edit.start], edit.text]
            at = edit.end
    return "".join([*pieces, text[at:]])


def right(source: Source, element: etree._Element, attribute: str, value: str | None) -> tuple[Edit, ...]:
    """Give an attribute its right value, or the element its right text where the attribute is "".

    None is no edit. White space around an element's text stays; an element with others inside is left alone.
    """
    if value is None:
        return ()
    if not attribute:
        return _right_text(source, element, value)
    stretch = source.value(element, attribute)
    return (Edit(*stretch, _escaped(value, source.text[stretch.end])),) if stretch else ()


def _right_text(source: Source, element: etree._Element, value: str) -> tuple[Edit, ...]:
    text = element.text or ""
    bare = text.strip()
    if len(element) or not bare:
        return ()
    first = text.index(bare)
    return _replaced(source, source.text_stretch(element, False, first, first + len(bare)), value)


def characters(
    source: Source, node: etree._Element, is_tail: bool, offset: int, old: str, new: str
) -> tuple[Edit, ...]:
    """Replace characters of a node's text, or of the text after it.

    Where there are as many new ones, those that stay the same are not touched. CDATA is left alone.
    """
    pieces = [(0, len(old), new)]
    if len(old) == len(new):
        pieces = [(at, at + 1, new[at]) for at in range(len(old)) if old[at] != new[at]]
    edits: tuple[Edit, ...] = ()
    for first, last, text in pieces:
        stretch = source.text_stretch(node, is_tail, offset + first, offset + last)
        if not (edit := _replaced(source, stretch, text)):
            return ()
        edits += edit
    return edits


def _replaced(source: Source, stretch: Stretch, text: str) -> tuple[Edit, ...]:
    if not _is_plain(source, stretch):
        return ()
    return (Edit(*stretch, "".join(_IN_TEXT.get(one, one) for one in text)),)


def pointers(source: Source, element: etree._Element, attribute: str, old: str, new: str) -> tuple[Edit, ...]:
    """Replace one of the pointers in an attribute, wherever it stands there."""
    stretch = source.value(element, attribute)
    if stretch is None:
        return ()
    quote = source.text[stretch.end]
    return tuple(
        Edit(stretch.start + found.start(), stretch.start + found.end(), _escaped(new, quote))
        for found in re.finditer(r"\S+", source.text[stretch.start : stretch.end])
        if unescaped(found.group()) == old
    )


def element_named(source: Source, element: etree._Element, name: str) -> tuple[Edit, ...]:
    """Give an element another name, in both of its tags."""
    return tuple(Edit(*stretch, name) for stretch in source.names(element))


def attribute_named(source: Source, element: etree._Element, attribute: str, name: str) -> tuple[Edit, ...]:
    """Give an attribute another name."""
    stretch = source.attribute_name(element, attribute)
    return (Edit(*stretch, name),) if stretch else ()


def unpadded(source: Source, element: etree._Element) -> tuple[Edit, ...]:
    """Move the white space at the beginning and end of an element's text out of its tags.

    Commas, colons and semicolons go with it where text may stand around the element, which is certain
    where some does.
    """
    whole, with_points = source.whole(element), _is_in_text(element)
    before, after = element.text or "", (element[-1].tail if len(element) else element.text) or ""
    leading = (_SPACE_AND_POINTS if with_points else _SPACE).match(before)
    trailing = (_SPACE_AND_POINTS_AT_END if with_points else _SPACE_AT_END).search(after)
    edits: tuple[Edit, ...] = ()
    if leading and leading.group():
        edits += _moved(source, source.text_stretch(element, False, 0, leading.end()), whole.start)
    if trailing and trailing.group():
        last, is_tail = (element[-1], True) if len(element) else (element, False)
        stretch = source.text_stretch(last, is_tail, trailing.start(), len(after))
        edits += _moved(source, stretch, whole.end)
    return edits


def _moved(source: Source, stretch: Stretch, offset: int) -> tuple[Edit, ...]:
    if not _is_plain(source, stretch):
        return ()
    return Edit(*stretch, ""), Edit(offset, offset, source.text[stretch.start : stretch.end])


def _is_in_text(element: etree._Element) -> bool:
    """Say whether text stands beside an element."""
    parent = element.getparent()
    return parent is not None and any(
        text and not text.isspace() for text in (parent.text, *(child.tail for child in parent))
    )


def _is_plain(source: Source, stretch: Stretch) -> bool:
    """Say whether a stretch is text in which entities count, and nothing else."""
    return not source.is_cdata(stretch.start) and "<" not in source.text[stretch.start : stretch.end]


def _escaped(value: str, quote: str) -> str:
    special = _IN_VALUES | {quote: _QUOTES[quote]}
    return "".join(special.get(one, one) for one in value)
