"""Registers: entries that are there twice (N102, N103), and entries that nothing names (N101)."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from tei_edition.checks.alike import folded
from tei_edition.checks.found import Found
from tei_edition.checks.identifiers import AUTHORITIES, Identifier, identified
from tei_edition.checks.tagged import ATTRIBUTES as DATES
from tei_edition.checks.worded import shortened
from tei_edition.corpus import Corpus, Entry
from tei_edition.markup import XML_ID, tei, text_of
from tei_edition.source import Source

_KINDS = [tei(name) for name in ("person", "place", "org", "event")]
_NAMES = frozenset(
    tei(name) for name in ("persName", "placeName", "geogName", "orgName", "eventName", "name", "label")
)
_TIMES = frozenset(tei(name) for name in ("birth", "death", "date", "floruit"))


class _Facts(NamedTuple):
    """What an entry says of itself; nothing of the entries in it."""

    entry: etree._Element
    name: str
    identifiers: dict[str, str]
    """By authority; `geo` is the coordinates."""

    dates: tuple[str, ...]
    notes: tuple[str, ...]


def check(source: Source) -> Iterator[Found]:
    """Find entries of one file that have the same identifier (N102), or the same name and dates (N103)."""
    by_identifier: dict[tuple[object, Identifier], _Facts] = {}
    by_name: dict[tuple[object, ...], _Facts] = {}
    for entry in source.root.iter(*_KINDS):
        if entry.get(XML_ID) is None:
            continue
        facts = _facts(entry)
        shared = [
            (other, identifier)
            for identifier in (Identifier(*item) for item in facts.identifiers.items())
            if identifier.kind != "geo"
            and (other := by_identifier.setdefault((entry.tag, identifier), facts)) is not facts
        ]
        if shared:
            yield _same_identifier(facts, *shared[0])
        first = by_name.setdefault((entry.tag, folded(facts.name), facts.dates), facts)
        if first is not facts and folded(facts.name) and not shared and not _are_told_apart(facts, first):
            yield _same_name(facts, first)


def _facts(entry: etree._Element) -> _Facts:
    """Read an entry: the identifiers of its `idno`s and links, the first name, the dates, the notes."""
    name, dates, notes = "", [], []
    identifiers: dict[str, str] = {}
    for child in _own(entry):
        if child.tag in _NAMES and not name:
            name = text_of(child)
        elif child.tag in _TIMES:
            dates += [f"{child.tag} {child.get(key)}" for key in DATES if child.get(key)] or [text_of(child)]
        elif child.tag == tei("note"):
            notes.append(text_of(child))
        elif child.tag == tei("geo"):
            identifiers.setdefault("geo", text_of(child))
        for identifier in _identifiers(child):
            identifiers.setdefault(*identifier)
    return _Facts(entry, name, identifiers, tuple(sorted(dates)), tuple(notes))


def _own(entry: etree._Element) -> Iterator[etree._Element]:
    """Give an entry's children, and those of its lists of links, its location and its names."""
    for child in entry.iterchildren(etree.Element):
        yield child
        if child.tag in (tei("linkGrp"), tei("location")):
            yield from child.iterchildren(etree.Element)


def _identifiers(element: etree._Element) -> Iterator[Identifier]:
    if element.tag == tei("idno"):
        found = [identified(text_of(element), element.get("type", ""))]
    elif element.tag in (tei("link"), tei("ptr")) and element.get("type") != "desc":
        found = [identified(pointer) for pointer in (element.get("target") or "").split()]
    else:
        return
    yield from (identifier for identifier in found if identifier)


def _are_told_apart(one: _Facts, other: _Facts) -> bool:
    """Say whether two entries of one name differ in their numbers, their places or their notes."""
    both = one.identifiers.keys() & other.identifiers.keys()
    differ = any(one.identifiers[kind] != other.identifiers[kind] for kind in both)
    return differ or (one.notes != other.notes and bool(one.notes) and bool(other.notes))


def _same_identifier(facts: _Facts, other: _Facts, identifier: Identifier) -> Found:
    authority = AUTHORITIES[identifier.kind].name
    number = f"{authority} {identifier.number}"
    message = f'"{_id(facts)}" and "{_id(other)}" have the same identifier, {number}.'
    hint = "Make one entry of the two, or correct the identifier of one."
    return Found("N102", facts.entry, "xml:id", message, hint)


def _same_name(facts: _Facts, other: _Facts) -> Found:
    dates = "name and dates" if facts.dates else "name, and no dates tell them apart"
    message = f'"{_id(facts)}" and "{_id(other)}" have the same {dates}: "{shortened(facts.name)}".'
    hint = "Make one entry of the two, or write a note or an identifier into both that tells them apart."
    return Found("N103", facts.entry, "xml:id", message, hint)


def _id(facts: _Facts) -> str:
    return str(facts.entry.get(XML_ID))


def unnamed(source: Source, corpus: Corpus) -> Iterator[tuple[tuple[str, ...], Found]]:
    """Give for each entry of a register what is wrong if nothing in the edition names it (N101).

    It is named where one of the names that come with it is among those that `named` gives.
    """
    if source.path not in {shared.path for shared in corpus.shared}:
        return
    for entry in corpus.entries_of(source.path):
        inside = entry.element.iter(str(entry.element.tag))
        ids = tuple(_name(entry.file, str(node.get(XML_ID))) for node in inside if node.get(XML_ID))
        message = f'Nothing in the edition names the entry "{entry.id}".'
        hint = "Point to it where it is meant, or take it out."
        yield ids, Found("N101", entry.element, "xml:id", message, hint)


def named(source: Source, corpus: Corpus) -> set[str]:
    """Give the entries that a file's pointers lead to, those from inside an entry to itself left out."""
    found = set[str]()
    seen: dict[str, Entry | None] = {}
    for element, _, pointer in source.pointers:
        if pointer not in seen:
            target = corpus.resolve(pointer, source)
            seen[pointer] = target if isinstance(target, Entry) else None
        entry = seen[pointer]
        if entry is not None and not _is_inside(element, source, entry):
            found.add(_name(entry.file, entry.id))
    return found


def _name(file: Path, id_: str) -> str:
    return f"{file}#{id_}"


def _is_inside(element: etree._Element, source: Source, entry: Entry) -> bool:
    if source.path != entry.file:
        return False
    return any(ancestor.get(XML_ID) == entry.id for ancestor in (element, *element.iterancestors()))
