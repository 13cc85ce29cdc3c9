"""Where words may be divided that Typst has no patterns for: Romanian ones, and French ones after an elision.

The places are soft hyphens, by the patterns that pyphen brings; `legible` takes them out of the text again.
"""

import re
from collections.abc import Iterator
from functools import cache

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
