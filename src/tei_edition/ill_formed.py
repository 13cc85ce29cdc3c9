"""Say what libxml2 found wrong with a file's XML in the words of somebody who sees tags."""

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from tei_edition.findings import Edit, Finding, Severity
from tei_edition.place import Place
from tei_edition.source import ATTRIBUTE, PIECE

_OF_XML = frozenset("id lang space base".split())
"""The attributes that XML itself has."""

_EMPTY = frozenset("lb pb cb gap ptr graphic milestone anchor".split())


class _Said(NamedTuple):
    message: str
    hint: str = ""
    sign: str = ""
    """What to look for, backwards from where the parser stopped, to find the place itself."""

    is_capital: bool = False
    """Whether nothing is wrong but the capitals of a prefix that XML itself has."""


def ill_formed(path: Path, text: str, error: etree.XMLSyntaxError) -> Finding:
    """Give the finding (W002) for an error of the parser in a file's text."""
    words = re.sub(r", line \d+, column \d+$", "", error.msg or "The XML cannot be read")
    line, column = error.position
    place = Place(max(line or 1, 1), max(column or 1, 1))
    said = _Said(words.strip().rstrip(".") + ".")
    for pattern, say in _WORDS:
        found = re.match(pattern, words)
        if found:
            said = say(found)
            break
    if said.sign:
        place = _back_to(text, place, said.sign)
    edits = tuple(_small(text)) if said.is_capital and _is_well_formed(text) else ()
    return Finding(
        path, place.line, place.column, "W002", Severity.ERROR, said.message, said.hint, edits=edits
    )


def _is_well_formed(text: str) -> bool:
    """Say whether nothing is wrong with a text but prefixes that are not declared."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, encoding="utf-8")
    etree.fromstring(text.encode(), parser)
    return len(parser.error_log.filter_from_fatals()) == 0


def _small(text: str) -> Iterator[Edit]:
    """Write the prefix `xml:` in small letters in all tags of a text."""
    for tag in PIECE.finditer(text):
        for found in ATTRIBUTE.finditer(tag.group()) if tag.group()[1] not in "!?/" else ():
            prefix, _, name = found[1].partition(":")
            if prefix != "xml" and prefix.lower() == "xml" and name in _OF_XML:
                start = tag.start() + found.start(1)
                yield Edit(start, start + len(prefix), "xml")


def _mismatch(found: re.Match[str]) -> _Said:
    opened, line, closed = found.groups()
    hint = f"Write `</{opened}>` before it."
    if opened in _EMPTY:
        hint = f"`{opened}` holds nothing: write `<{opened}/>`."
    elif get_close_matches(closed, [opened], cutoff=0.6):
        hint = f"Did you mean `</{opened}>`?"
    message = f"`<{opened}>`, opened at line {line}, is closed by `</{closed}>`."
    return _Said(message, hint, f"</{closed}")


def _cut_off(found: re.Match[str]) -> _Said:
    message = f"The file ends before `<{found[1]}>`, opened at line {found[2]}, is closed."
    return _Said(message, "The file may have been cut off, or an end tag is missing.")


def _entity(found: re.Match[str]) -> _Said:
    hint = "Write the character itself; a no-break space is U+00A0, an ampersand `&amp;`."
    return _Said(f"XML does not know the entity `&{found[1]};`.", hint, f"&{found[1]}")


def _character(found: re.Match[str]) -> _Said:
    code = f"U+{int(found[1]):04X}"
    return _Said(f"A control character, {code}, stands here; XML has none.", "Delete it.")


def _prefix(found: re.Match[str]) -> _Said:
    prefix, name = found.groups()
    if prefix.lower() == "xml" and name in _OF_XML:
        message = f"`{prefix}:{name}` is written `xml:{name}`, in small letters."
        return _Said(message, f"Write `xml:{name}`.", f"{prefix}:{name}", is_capital=True)
    hint = f'Correct it, or declare it with xmlns:{prefix}="…" on the root element.'
    return _Said(f"The prefix of `{prefix}:{name}` is declared nowhere.", hint, f"{prefix}:{name}")


def _fixed(message: str, hint: str, sign: str = "") -> Callable[[re.Match[str]], _Said]:
    return lambda _: _Said(message, hint, sign)


_WORDS: tuple[tuple[str, Callable[[re.Match[str]], _Said]], ...] = (
    (r"Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)", _mismatch),
    (r"Premature end of data in tag (\S+) line (\d+)", _cut_off),
    (r"Namespace prefix (\S+) for (\S+) on \S+ is not defined", _prefix),
    (r"Entity '([^']+)' not defined", _entity),
    (r"(?:PCDATA|CData|Comment|PI)?.*invalid Char value (\d+)", _character),
    (
        r"xmlParseEntityRef: no name",
        _fixed("An ampersand stands alone.", "Write `&amp;` for an ampersand.", "&"),
    ),
    (
        r"EntityRef: expecting ';'",
        _fixed("An ampersand begins no entity.", "Write `&amp;` for an ampersand.", "&"),
    ),
    (
        r"Unescaped '<' not allowed in attributes",
        _fixed("A tag begins inside an attribute's value.", "The value's last quotation mark is missing."),
    ),
    (
        r"AttValue: \" or ' expected",
        _fixed(
            "The attribute's value does not begin with a straight quotation mark.",
            'Write name="value", with straight quotation marks.',
        ),
    ),
    (
        r"XML declaration allowed only at the start",
        _fixed("The XML declaration is not the very first thing.", "Delete what stands before it."),
    ),
    (
        r"Double hyphen within comment",
        _fixed("Two hyphens stand inside a comment.", "Write one hyphen, or a dash.", "--"),
    ),
    (
        r"StartTag: invalid element name",
        _fixed("A less-than sign begins no tag.", "Write `&lt;` for a less-than sign.", "<"),
    ),
    (
        r"Extra content at the end",
        _fixed("Something stands after the end of the document.", "An end tag may be doubled."),
    ),
)


def _back_to(text: str, place: Place, sign: str) -> Place:
    """Give the place of the last `sign` before a place, or the place itself."""
    lines = text.split("\n")
    offset = sum(len(line) + 1 for line in lines[: place.line - 1]) + place.column
    found = text.rfind(sign, 0, offset)
    if found < 0:
        return place
    return Place(text.count("\n", 0, found) + 1, found - text.rfind("\n", 0, found))
