"""Compare a document's text with its source file, character for character but for white space.

Of a `choice` the source's reading is taken (`sic`, `orig`, `abbr`), of an `app` the one that is followed
(`lem`). What stands on the page is text, also what was struck out or added there (`del`, `add`), what was
stamped (`stamp`) and the source's own notes (`note` with type="source"). What editors added (`corr`, `reg`,
`expan`, `ex`, `supplied`, other notes, `figDesc`, `desc`), other readings (`rdg`) and translations are left
out. A block begins and ends with white space; runs of white space count as one space; at a `pb`, `cb` or
`lb` with break="no" the source may have white space or none.
"""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from tei_edition import edits as edits_of
from tei_edition.findings import Edit, Finding, Severity
from tei_edition.markup import tei, text_of
from tei_edition.place import Place
from tei_edition.read import bytes_of
from tei_edition.source import Source

_EDITORS = frozenset(
    tei(name) for name in "corr reg expan ex note supplied rdg figDesc desc standOff".split()
)
_BLOCKS = frozenset(
    tei(name)
    for name in "ab address addrLine byline cb cell closer dateline div figure fw head item l label lb lg "
    "list note opener p pb postscript row salute signed sp speaker stage table trailer".split()
)


_NOT_KNOWN_YET = "0" * 64
"""What an editor writes for a SHA-256 that the program is to compute."""

_PERHAPS = ""
"""The value of a character that is white space in some sources and nothing in others."""


class _Piece(NamedTuple):
    """A stretch of the document's text, of one node or behind it."""

    value: str
    node: etree._Element
    tail: bool


class _Character(NamedTuple):
    """A character of the document's text and where it stands in the tree."""

    value: str
    node: etree._Element
    tail: bool
    offset: int


def original(root: etree._Element) -> etree._Element | None:
    """Give the division that holds a document's text as it was received."""
    return next((d for d in root.iter(tei("div")) if d.get("type") == "original"), None)


def text_received(root: etree._Element) -> str:
    """Give the text of the original as it is compared with the source; empty where there is none."""
    division = original(root)
    return "" if division is None else " ".join("".join(one.value for one in _pieces(division)).split())


def agrees(root: etree._Element, received: Path) -> bool:
    """Say whether a document's text is that of a source file, which must be there to be compared with."""
    division = original(root)
    try:
        expected = " ".join(bytes_of(received).decode("utf-8-sig").split())
    except (OSError, UnicodeDecodeError):
        return False
    return division is not None and expected == "".join(
        one.value for one in _fitting(_collapsed(_characters(division)), expected)
    )


def check(source: Source, received: Path) -> list[Finding]:
    """Compare a document with the file that it was transcribed from (F001), and that with its hash (F002)."""
    division = original(source.root)
    stated = stated_hashes(source)
    if division is None or not (stated or received.is_file()):
        return []
    try:
        data = bytes_of(received)
        text = data.decode("utf-8-sig")
    except OSError as error:
        message = f"The source file sources/{received.name} cannot be read: {error.strerror}."
        hint = "Put the text as it was received there, so that every word can be compared with it."
        return [_finding(source, "F003", message, hint, source.ends((stated or [division])[0]))]
    except UnicodeDecodeError as error:
        message = f"The source file sources/{received.name} is not UTF-8: byte {error.start + 1}."
        return [_finding(source, "F003", message, "", source.ends(division))]
    return _fixity(source, received, data) + _compare(source, division, text)


def _fixity(source: Source, received: Path, data: bytes) -> list[Finding]:
    stated = stated_hashes(source)
    digest = sha256(data).hexdigest()
    if not stated or digest in [text_of(node).lower() for node in stated]:
        return []
    message = f"sources/{received.name} is not the file that the header describes."
    hint = f"Its SHA-256 is {digest}. Restore the file, or correct the header if it was wrong."
    edits: tuple[Edit, ...] = ()
    if len(stated) == 1 and text_of(stated[0]) == _NOT_KNOWN_YET:
        edits = edits_of.right(source, stated[0], "", digest)
    place, end = source.ends(stated[0])
    return [Finding(source.path, *place, "F002", Severity.ERROR, message, hint, end, edits)]


def stated_hashes(source: Source) -> list[etree._Element]:
    """Give the elements in which a document states its source's SHA-256."""
    return [node for node in source.root.iter(tei("idno")) if node.get("type") == "sha256"]


def _compare(source: Source, division: etree._Element, received: str) -> list[Finding]:
    """Find the first difference; what follows it would only repeat it."""
    expected = " ".join(received.split())
    encoded = list(_fitting(_collapsed(_characters(division)), expected))
    actual = "".join(character.value for character in encoded)
    if actual == expected:
        return []
    at = _word_of_first_difference(actual, expected)
    ends = _word(source, encoded, at) if at < len(encoded) else source.ends(_last(division))
    message = (
        f"The text differs from sources/{source.path.stem}.txt:"
        f" it has {_around(actual, at)} where the source has {_around(expected, at)}."
    )
    hint = "Restore the source's text; write a correction as `choice` with `sic` and `corr`."
    return [_finding(source, "F001", message, hint, ends)]


def _characters(node: etree._Element) -> Iterator[_Character]:
    for piece in _pieces(node):
        if piece.value == _PERHAPS:
            yield _Character(*piece, 0)
        for offset, value in enumerate(piece.value):
            yield _Character(value, piece.node, piece.tail, offset)


def _pieces(node: etree._Element) -> Iterator[_Piece]:
    if node.get("break") == "no":
        yield _Piece(_PERHAPS, node, False)
        return
    words = isinstance(node.tag, str) and (node.tag not in _EDITORS or _is_own_note(node))
    block = words and node.tag in _BLOCKS
    if block:
        yield _Piece(" ", node, False)
    if words:
        if node.text:
            yield _Piece(node.text, node, False)
        for child in node:
            yield from _pieces(child)
            if child.tail:
                yield _Piece(child.tail, child, True)
    if block:
        yield _Piece(" ", node, False)


def _is_own_note(node: etree._Element) -> bool:
    """Say whether an element is a note that the source itself has."""
    return node.tag == tei("note") and node.get("type") == "source"


def _collapsed(characters: Iterator[_Character]) -> Iterator[_Character]:
    """Make each run of white space one space, and none at the beginning and at the end."""
    space: _Character | None = None
    begun = False
    for character in characters:
        if character.value.isspace() or character.value == _PERHAPS:
            space = space if space and space.value != _PERHAPS else character
            continue
        if space and begun:
            yield space if space.value == _PERHAPS else space._replace(value=" ")
        space, begun = None, True
        yield character


def _fitting(characters: Iterator[_Character], expected: str) -> Iterator[_Character]:
    """Make each white space that may be there what the source has at that place, a space or nothing."""
    at = 0
    for character in characters:
        if character.value == _PERHAPS and not expected.startswith(" ", at):
            continue
        yield character._replace(value=" ") if character.value == _PERHAPS else character
        at += 1


def _word_of_first_difference(one: str, other: str) -> int:
    """Give the offset, the same in both, of the word in which two texts begin to differ."""
    pairs = enumerate(zip(one, other, strict=False))
    at = next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))
    return one.rfind(" ", 0, at) + 1


def _around(text: str, at: int) -> str:
    """Quote the three words at an offset."""
    if at >= len(text):
        return "nothing more"
    words = text[at:].split(" ", 3)
    return f'"{" ".join(words[:3])}"'


def _word(source: Source, encoded: Sequence[_Character], at: int) -> tuple[Place, Place]:
    """Give the places where the word that begins at an offset begins and ends."""
    word = list(takewhile(lambda one: not one.value.isspace(), encoded[at:])) or encoded[at : at + 1]
    first, last = word[0], word[-1]
    return (
        source.place_in_text(first.node, first.tail, first.offset),
        source.place_in_text(last.node, last.tail, last.offset + 1),
    )


def _last(division: etree._Element) -> etree._Element:
    """Give the last thing in the division: text is missing after it."""
    last = division
    while len(last) and isinstance(last[-1].tag, str):
        last = last[-1]
    return last


def _finding(source: Source, code: str, message: str, hint: str, ends: tuple[Place, Place]) -> Finding:
    place, end = ends
    return Finding(source.path, *place, code, Severity.ERROR, message, hint, end)
