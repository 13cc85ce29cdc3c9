"""The words of an element as somebody reads them aloud, and the languages they can be in."""

from lxml import etree

from tei_edition.markup import XML_LANG, tei

_SILENT = frozenset(
    tei(name) for name in ("note", "fw", "figDesc", "desc", "certainty", "precision", "index")
)
"""What stands in a text and is not read with it."""

_SOURCE = frozenset(tei(name) for name in ("corr", "reg", "expan", "ex", "add", "rdg"))
_EDITED = frozenset(tei(name) for name in ("sic", "orig", "abbr", "am", "del", "surplus", "lem"))
"""What the one and the other reading leave out."""

_ONE_OF_TWO = frozenset(tei(name) for name in ("corr", "reg", "expan", "sic", "orig", "abbr"))
"""Left out only where the other stands beside it, in a `choice`."""

_CHOICE, _READING = tei("choice"), tei("rdg")
_LOST = {tei("gap"), tei("space")}
_BREAKS = {tei("lb"), tei("pb"), tei("cb"), tei("gb"), tei("milestone")}


def words_of(element: etree._Element) -> tuple[str, ...]:
    """Give an element's words as the source has them, and as the editors do, where that differs.

    What is lost (`gap`) comes back as "...".
    """
    if len(element) == 0:
        return (" ".join((element.text or "").split()),)
    readings = ("".join(_pieces(element, left_out)) for left_out in (_SOURCE, _EDITED))
    return tuple(dict.fromkeys(" ".join(reading.split()) for reading in readings))


def _pieces(element: etree._Element, left_out: frozenset[str]) -> list[str]:
    pieces = [element.text or ""]
    for child in element:
        tag = str(child.tag)
        if tag in _LOST:
            pieces.append("...")
        elif tag in _BREAKS:
            pieces.append("" if child.get("break") == "no" else " ")
        elif isinstance(child.tag, str) and tag not in _SILENT and not _is_left_out(child, left_out):
            pieces += _pieces(child, left_out)
        pieces.append(child.tail or "")
    return pieces


def _is_left_out(child: etree._Element, left_out: frozenset[str]) -> bool:
    parent = child.getparent()
    if child.tag in _ONE_OF_TWO and (parent is None or parent.tag != _CHOICE):
        return False
    if child.tag == _READING and any(other.tag == _READING for other in child.itersiblings(preceding=True)):
        return True
    return child.tag in left_out


def text_before(element: etree._Element) -> str:
    """Give the text between an element and what stands before it in the same parent."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        return before.tail or ""
    return (parent.text or "") if parent is not None else ""


def language_of(element: etree._Element) -> str:
    """Give the language that an element's words are marked as; "" where none is."""
    node: etree._Element | None = element
    while node is not None:
        language = node.get(XML_LANG)
        if language is not None:
            return str(language)
        node = node.getparent()
    return ""


def shortened(words: str) -> str:
    """Give words as a message quotes them."""
    return words if len(words) <= 60 else words[:57].rstrip() + "…"
