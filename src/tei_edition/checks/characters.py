"""Characters that look right and are not, or that nobody sees (U).

The classes of characters are those of the Unicode Standard: C1 controls (23.1), soft hyphen and zero width
characters (23.2), bidirectional controls (23.3), noncharacters (23.7), private use (23.5); normal form C
is that of Unicode Standard Annex 15.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from tei_edition import edits as edits_of
from tei_edition.checks.worded import language_of
from tei_edition.findings import Edit, Finding
from tei_edition.markup import tei
from tei_edition.rules import severity_of
from tei_edition.source import Source

_AS_IT_STANDS = frozenset(tei(name) for name in ("orig", "sic"))
"""What an editor has already marked as the source's own reading."""

_ABOUT_CHARACTERS = frozenset(tei(name) for name in ("mapping", "code", "value", "unicodeProp"))
"""Elements that may be about the very form in which a character is written."""

_FOREIGN_TO_ROMANIAN = re.compile("[çğıöüÇĞİÖÜ]")
"""Letters of Turkish that Romanian does not have: the word may well be Turkish."""

_ENOUGH_LETTERS = 3
"""So many Latin letters show that a word is Latin."""

_WITH_CEDILLA = frozenset("tr az crh gag kk ku tk tt".split())
"""Languages that write ş with a cedilla."""

_COMMA_BELOW = str.maketrans("ŞşŢţ", "ȘșȚț")
_WINDOWS = {byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0xA0)}
_OPENS, _CLOSES = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068", "\u202c\u2069"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LATIN, _OTHER = "A-Za-z\u00c0-\u024f", "\u0370-\u03ff\u0400-\u052f"


_LOOK_ALIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABESIJKMHOPCTYXaesijopcyxABEZHIKMNOPTYXo"
)
"""Cyrillic and Greek letters, and the Latin ones that nobody can tell from them."""


class _Text(NamedTuple):
    """A stretch of text: the node that it is the text or the tail of, and the element that it stands in."""

    value: str
    node: etree._Element
    is_tail: bool
    parent: etree._Element


class _Said(NamedTuple):
    """What is wrong and what to do; `right` is what should stand there, where that is certain."""

    message: str
    hint: str
    right: str | None = None


_Look = Callable[[re.Match[str], _Text], _Said | None]


def _cedilla(found: re.Match[str], text: _Text) -> _Said | None:
    """Leave alone a letter that is spoken about, and a name that is given as a source writes it."""
    language = language_of(text.parent).split("-")[0]
    if text.parent.tag in _AS_IT_STANDS or language in _WITH_CEDILLA:
        return None
    if language != "ro" and not re.search("[Ţţ]", found.group()):
        return None
    word = found.group()
    if len(word) == 1 or text.parent.get("source"):
        return None
    right = word.translate(_COMMA_BELOW)
    message = f'"{word}" has a cedilla where Romanian has a comma below.'
    if _is_received(text):
        return _Said(message, f"Write <choice><orig>{word}</orig><reg>{right}</reg></choice>.")
    is_certain = language == "ro" and not _FOREIGN_TO_ROMANIAN.search(word)
    return _Said(message, f'Write "{right}".', right if is_certain else None)


def _decomposed(found: re.Match[str], text: _Text) -> _Said | None:
    composed = unicodedata.normalize("NFC", found.group())
    if composed == found.group():
        return None
    message = f'"{composed}" is written in a form that searches do not find ({_names(found.group())}).'
    right = composed if text.parent.tag not in _ABOUT_CHARACTERS else None
    return _Said(message, f"Write it in normal form C ({_names(composed)}).", right)


def _mixed(found: re.Match[str], text: _Text) -> _Said | None:
    if "fonipa" in language_of(text.parent):
        return None
    word = found.group()
    others = list(dict.fromkeys(re.findall(f"[{_OTHER}]", word)))
    if 2 * len(others) > len(set(word)):
        message = f'"{word}" has letters of two scripts.'
        return _Said(message, "Write the whole word in one script.")
    message = f'"{word}" has letters of another script: {", ".join(map(_described, others))}.'
    meant = unicodedata.normalize("NFC", unicodedata.normalize("NFD", word).translate(_LOOK_ALIKE))
    is_one = not re.search(f"[{_OTHER}]", meant)
    if not is_one:
        return _Said(message, "Write the whole word in one script.")
    letters, strange = len(re.findall(r"\w", word)), len(re.findall(f"[{_OTHER}]", word))
    is_certain = len(meant) == len(word) and letters - strange >= max(2 * strange, _ENOUGH_LETTERS)
    return _Said(message, f'Write "{meant}".', meant if is_certain else None)


def _described(letter: str) -> str:
    return f"{letter} is {unicodedata.name(letter).split()[0].capitalize()} ({_names(letter)})"


def _direction(found: re.Match[str], text: _Text) -> _Said | None:
    block = _block(text.parent)
    control = found.group()
    if control in _OPENS + _CLOSES:
        if block.is_even:
            return None
        reason = "that is opened and not closed, or closed and not opened"
    elif block.has_right_to_left:
        return None
    else:
        reason = "where no letter runs from right to left"
    return _Said(f"A control of direction ({_names(control)}) stands here, {reason}.", "Delete it.")


class _Block(NamedTuple):
    """Whether as many controls of direction are opened as closed in a text, and whether any is needed."""

    is_even: bool
    has_right_to_left: bool


@lru_cache(maxsize=1)
def _block(element: etree._Element) -> _Block:
    text = "".join(map(str, element.itertext()))
    opened, closed = (sum(text.count(one) for one in some) for some in (_OPENS, _CLOSES))
    return _Block(opened == closed, _RIGHT_TO_LEFT.search(text) is not None)


def _control(found: re.Match[str], _: _Text) -> _Said:
    number = ord(found.group())
    meant = _WINDOWS.get(number, "\ufffd")
    hint = f'Write "{meant}", if that is what is meant.' if meant != "\ufffd" else "Delete it."
    return _Said(f"A control character that nobody sees (U+{number:04X}) stands here.", hint)


def _unseen(found: re.Match[str], text: _Text) -> _Said | None:
    if found.group() in "\u200c\u200d" and not text.value.isascii() and _joins(found, text.value):
        return None
    right = "" if found.group() == "\ufeff" else None
    return _Said(f"A character without width ({_names(found.group())}) stands here.", "Delete it.", right)


def _joins(found: re.Match[str], text: str) -> bool:
    """Say whether a joiner stands between letters of a script that needs one, or between emoji."""
    neighbours = text[max(found.start() - 1, 0) : found.start()] + text[found.end() : found.end() + 1]
    return any(not unicodedata.name(one, "").startswith(("LATIN", "SPACE")) for one in neighbours)


def _soft_hyphen(found: re.Match[str], text: _Text) -> _Said:
    around = text.value[max(found.start() - 15, 0) : found.end() + 15]
    word = re.sub(r"^.*\s|\s.*$", "", around, flags=re.DOTALL).replace("\xad", "")
    hint = f'Write "{word}"; pages and books divide words themselves.'
    is_inside = re.match(r"\w\xad\w", text.value[max(found.start() - 1, 0) : found.end() + 1])
    right = "" if is_inside else None
    return _Said(f'A soft hyphen that nobody sees stands in "{word}".', hint, right)


def _private(found: re.Match[str], text: _Text) -> _Said | None:
    if text.parent.tag == tei("g"):
        return None
    message = f"U+{ord(found.group()):04X} is for private use: it means nothing without its own font."
    return _Said(message, "Write the character that is meant, or put it into `g` and describe it.")


def _lost(_found: re.Match[str], _text: _Text) -> _Said:
    hint = "Look it up in the source, and correct it."
    return _Said("Here a character was lost when the file was converted (U+FFFD).", hint)


def _misread(found: re.Match[str], _: _Text) -> _Said | None:
    try:
        meant = found.group().encode("cp1252").decode("utf-8")
    except UnicodeError:
        return None
    message = f'"{found.group()}" is "{meant}", read in the wrong encoding.'
    return _Said(message, f'Write "{meant}", and look for others.')


_RULES: tuple[tuple[str, str, _Look], ...] = (
    ("U001", r"(?<!\w)\w*[ŞşŢţ]\w*", _cedilla),
    (
        "U002",
        r"\w[\u0300-\u036f]+|[\u212a\u212b\u2126\u1f71\u1f73\u1f75\u1f77\u1f79\u1f7b\u1f7d]",
        _decomposed,
    ),
    ("U003", rf"(?<!\w)\w*(?:[{_LATIN}][{_OTHER}]|[{_OTHER}][{_LATIN}])\w*", _mixed),
    ("U004", r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", _direction),
    ("U005", r"[\x80-\x84\x86-\x9f\u2028\u2029\ufff9-\ufffb\ufdd0-\ufdef]", _control),
    ("U006", r"\xad", _soft_hyphen),
    ("U007", r"[\ue000-\uf8ff\U000f0000-\U0010ffff]", _private),
    ("U008", r"\ufffd", _lost),
    (
        "U009",
        r"[ÃÂ][\xa0-\xbf]|â€[\u0153\u2018-\u201d\u2122\u2026\u02dc\u20ac]|[ÈÄÅ][\u2122\u203a\u0192£ŸžŽ]",
        _misread,
    ),
    ("U010", r"[\u200b-\u200d\u2060\ufeff\u180e]", _unseen),
)
_PATTERNS = tuple((code, re.compile(pattern), look) for code, pattern, look in _RULES)
_SUSPECT = re.compile(
    "[ŞşŢţ\u0300-\u036f\u1f71-\u1f7d\u212a\u212b\u2126\u0370-\u052f\u061c\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060\u2066-\u2069\x80-\x84\x86-\x9f\xad\ue000-\uf8ff\ufdd0-\ufdef\ufeff\ufff9-\ufffd"
    "\U000f0000-\U0010ffffÃÂâÈÄÅ]"
)
"""What any of the rules begins with: most texts hold none of it."""


def check(source: Source) -> Iterator[Finding]:
    """Find characters that are probably not the ones that were meant, in all text of a file."""
    for text in _suspect_texts(source.root):
        for code, pattern, look in _PATTERNS:
            for found in pattern.finditer(text.value):
                if said := look(found, text):
                    yield _finding(source, text, found, code, said)


def _finding(source: Source, text: _Text, found: re.Match[str], code: str, said: _Said) -> Finding:
    place, end = source.places(source.text_stretch(text.node, text.is_tail, *found.span()))
    edits: tuple[Edit, ...] = ()
    if said.right is not None:
        edits = edits_of.characters(source, text.node, text.is_tail, found.start(), found.group(), said.right)
    return Finding(source.path, *place, code, severity_of(code), said.message, said.hint, end, edits)


def _suspect_texts(root: etree._Element) -> Iterator[_Text]:
    for node in root.iter():
        text, tail = node.text, node.tail
        if text and _is_suspect(text) and isinstance(node.tag, str):
            yield _Text(text, node, False, node)
        if tail and _is_suspect(tail) and (parent := node.getparent()) is not None:
            yield _Text(tail, node, True, parent)


def _is_suspect(text: str) -> bool:
    return not text.isascii() and _SUSPECT.search(text) is not None


def _is_received(text: _Text) -> bool:
    """Say whether a text is held against its source, so that it cannot just be corrected."""
    divisions = (text.parent, *text.parent.iterancestors())
    return any(node.tag == tei("div") and node.get("type") == "original" for node in divisions)


def _names(characters: str) -> str:
    return " ".join(f"U+{ord(one):04X}" for one in characters)
