"""What is found in one file: a function of its text, of what it points to, and of the edition's registers."""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import cast

from lxml import etree

from tei_edition import edits as edits_of
from tei_edition import fidelity
from tei_edition.checks import (
    bases,
    characters,
    coordinates,
    dates,
    identifiers,
    languages,
    lives,
    names,
    numbers,
    registers,
    untagged,
    versions,
)
from tei_edition.checks.found import Found
from tei_edition.corpus import Corpus, Entry
from tei_edition.findings import Edit, Finding, Severity
from tei_edition.markup import XML_ID, is_id, local
from tei_edition.pointers import Unresolved
from tei_edition.published import gone_from
from tei_edition.rules import severity_of
from tei_edition.source import Source

_WITH_ID = etree.XPath("descendant-or-self::*[@xml:id]")
_KINDS = {"persName": "person", "placeName": "place", "geogName": "place", "orgName": "org"}
"""What a name element says that it names; `rs` says it in its type."""

_ENTRIES = {"person": "person", "place": "place", "org": "organisation", "event": "event"}
"""The kinds of entries that can be told apart, and what people call them."""


def findings(source: Source, corpus: Corpus) -> Iterator[Finding]:
    """Find what is wrong with a file, but for what its schemas say."""
    yield from _ids(source, corpus)
    yield from _pointers(source, corpus)
    yield from _values(source, corpus)
    found = (
        bases.check(source),
        identifiers.check(source),
        coordinates.check(source),
        registers.check(source),
        names.check(source, corpus),
        versions.check(source, corpus),
        languages.check(source, corpus),
    )
    yield from _told(source, chain(*found))
    if source.path not in {shared.path for shared in corpus.shared}:
        yield from untagged.check(source)
    yield from characters.check(source)
    if corpus.project:
        yield from gone_from(source, corpus.project, corpus.published)
        yield from fidelity.check(source, corpus.project.source_of(source.path))


def unnamed(source: Source, corpus: Corpus) -> Iterator[tuple[tuple[str, ...], Finding]]:
    """Give for each entry of a register the names of which one must be named, and what is told if none is."""
    for ids, found in registers.unnamed(source, corpus):
        yield ids, next(iter(_told(source, [found])))


def behind(source: Source, corpus: Corpus) -> Iterator[tuple[Path, Finding]]:
    """Give each file that the pointers of this one need and that cannot be read, with what is told of it."""
    for file, pointer in corpus.unreadable.get(source.path, {}).items():
        node, attribute = next(
            (node, attribute) for node, attribute, other in source.pointers if other == pointer
        )
        message = f'"{pointer}" and perhaps others lead into {file.name}, which cannot be read.'
        yield file, _finding(source, node, attribute, "N002", message, "Check that file first.")


def _ids(source: Source, corpus: Corpus) -> Iterable[Finding]:
    """Find ids used twice (N001), and documents whose id is not their file's name (N004)."""
    seen: set[str] = set()
    for node in cast(list[etree._Element], _WITH_ID(source.root)):
        value = str(node.get(XML_ID))
        if value in seen:
            message = f'The xml:id "{value}" is used twice.'
            hint = "Give one of the two another id, and correct the pointers that mean it."
            yield _finding(source, node, "xml:id", "N001", message, hint)
        seen.add(value)
    stem = source.path.stem
    if corpus.project and not is_id(stem):
        message = f'The xml:id of the document cannot be the file\'s name "{stem}".'
        hint = "Rename the file: letters a to z, digits, '-' and '_', a letter first."
        yield _finding(source, source.root, "xml:id", "N004", message, hint)
    elif corpus.project and source.root.get(XML_ID, stem) != stem:
        message = f'The xml:id of the document is not the file\'s name "{stem}".'
        yield _finding(
            source, source.root, "xml:id", "N004", message, f'Write xml:id="{stem}", or rename the file.'
        )


def _pointers(source: Source, corpus: Corpus) -> Iterable[Finding]:
    """Find pointers that lead nowhere (N002) or have a prefix that nobody declares (N003)."""
    bare: dict[str, list[tuple[etree._Element, str, Entry]]] = {}
    for node, attribute, pointer in source.pointers:
        target = corpus.resolve(pointer, source)
        if isinstance(target, Unresolved):
            yield _finding(source, node, attribute, target.code, target.message, target.hint)
        elif isinstance(target, Entry):
            if pointer.startswith("#") and target.file != source.path:
                bare.setdefault(pointer, []).append((node, attribute, target))
            if attribute == "ref":
                yield from _kind(source, node, pointer, target)
    yield from _told(source, (_of_another_file(source, corpus, *one) for one in bare.items()))


def _of_another_file(
    source: Source, corpus: Corpus, pointer: str, places: list[tuple[etree._Element, str, Entry]]
) -> Found:
    """Say that an id stands in another file (N006), and how to point there."""
    node, attribute, entry = places[0]
    address = corpus.address_of(entry, source)
    message = f'"{pointer}" is looked for in this file, and the entry stands in {entry.file.name}.'
    edits: tuple[Edit, ...] = ()
    if corpus.resolve(address, source) == entry and len(address.split()) == 1:
        elements = {(node, attribute) for node, attribute, _ in places}
        edits = tuple(edit for one in elements for edit in edits_of.pointers(source, *one, pointer, address))
    hint = f'Write "{address}" wherever it is meant.'
    return Found("N006", node, attribute, message, hint, edits=tuple(sorted(edits)))


def _kind(source: Source, node: etree._Element, pointer: str, entry: Entry) -> Iterable[Finding]:
    """Find a name whose element is for another kind of thing than its entry (N005)."""
    name, kind = local(str(node.tag)), local(str(entry.element.tag))
    said = str(node.get("type", "")) if name == "rs" else _KINDS.get(name, "")
    if said in _ENTRIES and kind in _ENTRIES and kind != said:
        shown = f'`rs` with type="{said}"' if name == "rs" else f"`{name}`"
        kinds = f"an entry of the kind {_ENTRIES[kind]}, not {_ENTRIES[said]}"
        message = f'{shown} points to "{pointer}", {kinds}.'
        yield _finding(source, node, "ref", "N005", message, "Correct the pointer, or the element.")


def _values(source: Source, corpus: Corpus) -> Iterable[Finding]:
    """Find dates, numbers and lives that their words, the calendar or one another contradict (D)."""
    return _told(source, (*dates.check(source), *numbers.check(source), *lives.check(source, corpus)))


def _told(source: Source, all_found: Iterable[Found]) -> Iterable[Finding]:
    """Give what rules found in elements its place and its severity."""
    for found in all_found:
        place, end = source.ends(found.element, found.attribute or None)
        severity = severity_of(found.code)
        edits = found.edits or edits_of.right(source, found.element, found.attribute, found.right)
        yield Finding(source.path, *place, found.code, severity, found.message, found.hint, end, edits)


def _finding(
    source: Source, node: etree._Element, attribute: str, code: str, message: str, hint: str
) -> Finding:
    place, end = source.ends(node, attribute)
    return Finding(source.path, *place, code, Severity.ERROR, message, hint, end)
