"""Where words may be divided that Typst has no patterns for: Romanian ones, and French ones after an elision.

The places are soft hyphens, by the patterns that pyphen brings; `legible` takes them out of the PDF's text.
"""

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pyphen
from lxml import etree

_SHY = "\u00ad"
_WORD = re.compile(r"[^\W\d_]{5,}")
_ELIDED = re.compile(r"(?<![^\W\d_])((?:[cdjlmnst]|qu)['’])([^\W\d_]{7,})", re.IGNORECASE)
_WITHOUT_PATTERNS = frozenset({"ro"})
"""Languages that pyphen can divide and Typst cannot."""
_CEDILLAS = str.maketrans("şţŞŢ", "șțȘȚ")
_PLAIN = frozenset({"code", "meta"})
"""Elements of the print XML whose words are never divided."""
_NAMED_TEXT = re.compile(rb"(<(?:FEFF)?)((?:[0-9A-F]{4}){2,})>")
_UNSEEN = re.compile("[\u00ad\u2060]")


def hyphenated(print_xml: str) -> str:
    """Give a print XML with soft hyphens in the words that Typst would not divide."""
    root = etree.fromstring(print_xml.encode())
    for node, language in _languages(root, ""):
        if node.tag in _PLAIN or not language:
            continue
        if node.text:
            node.text = divided(node.text, language)
        for child in node:
            if child.tail:
                child.tail = divided(child.tail, language)
    return etree.tostring(root, encoding="unicode")


def divided(text: str, language: str) -> str:
    """Give a text with soft hyphens, if its language needs them from us."""
    if language in _WITHOUT_PATTERNS:
        return _WORD.sub(lambda word: _divided(word[0], language), text)
    if language == "fr":
        return _ELIDED.sub(lambda word: word[1] + _divided(word[2], language), text)
    return text


def _languages(node: etree._Element, language: str) -> Iterator[tuple[etree._Element, str]]:
    """Give each element with the language that its words are in."""
    language = node.get("lang", language)
    yield node, language
    for child in node:
        yield from _languages(child, language)


@cache
def _patterns(language: str) -> pyphen.Pyphen:
    return pyphen.Pyphen(lang=language)


@cache
def _divided(word: str, language: str) -> str:
    """Give a word with soft hyphens; two letters at least stay before each and after it."""
    points = _patterns(language).positions(word.translate(_CEDILLAS))
    pieces = [word[one:other] for one, other in zip([0, *points], [*points, len(word)], strict=True)]
    return _SHY.join(pieces)


def legible(pdf: bytes) -> bytes:
    """Give a PDF whose text, as it is found and copied, has no soft hyphens and word joiners inside lines.

    Typst says of a glyph that it stands for a letter and the soft hyphen after it; here it stands for the
    letter. The hyphen at the end of a line stays what it is. The file is written with object streams,
    the same bytes each time.
    """
    with pikepdf.open(BytesIO(pdf)) as book:
        for stream in _with_text(book):
            data = stream.read_bytes()
            if b"00AD" in data or b"2060" in data:
                stream.write(_NAMED_TEXT.sub(_without_unseen, data))
        result = BytesIO()
        book.save(result, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return result.getvalue()


def _with_text(book: pikepdf.Pdf) -> Iterator[Any]:
    """Give the streams that say which letters are seen: of the pages, and of the fonts."""
    for page in book.pages:
        yield from page.Contents if isinstance(page.Contents, pikepdf.Array) else (page.Contents,)
    for font in book.objects:
        if isinstance(font, pikepdf.Dictionary) and "/ToUnicode" in font:
            yield font.ToUnicode


def _without_unseen(named: re.Match[bytes]) -> bytes:
    """Give what a glyph stands for, without what nobody sees, if anything is left then."""
    text = bytes.fromhex(named[2].decode()).decode("utf-16-be", "surrogatepass")
    seen = _UNSEEN.sub("", text) or text
    return named[1] + seen.encode("utf-16-be", "surrogatepass").hex().upper().encode() + b">"
