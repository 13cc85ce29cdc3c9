"""Check files against everything that the edition asks of them; give findings, never raise for a text."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from lxml import etree

from tei_edition import edits as edits_of
from tei_edition import fidelity, received, schema_state
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
from tei_edition.choose import Choice
from tei_edition.corpus import Corpus, Entry
from tei_edition.exemptions import exempt
from tei_edition.faithful import kept_faithful
from tei_edition.findings import Edit, Finding, Severity, in_order
from tei_edition.hold import Held
from tei_edition.markup import XML_ID, local
from tei_edition.pointers import Unresolved, pointers_of
from tei_edition.project import Project, project_of, xml_files
from tei_edition.read import parse, read
from tei_edition.resources import stylesheets
from tei_edition.rules import severity_of
from tei_edition.select import DEFAULT, Selection
from tei_edition.source import Source
from tei_edition.xslt import Saxon

_KINDS = {"persName": "person", "placeName": "place", "geogName": "place", "orgName": "org"}
"""What a name element says that it names; `rs` says it in its type."""

_ENTRIES = {"person": "person", "place": "place", "org": "organisation", "event": "event"}
"""The kinds of entries that can be told apart, and what people call them."""


def check(
    paths: Sequence[Path],
    schemas: Sequence[Path] = (),
    selection: Selection = DEFAULT,
    choices: dict[Path, Choice] | None = None,
    contents: Mapping[Path, bytes] = MappingProxyType({}),
) -> list[Finding]:
    """Check TEI files, and all TEI files in and below folders; give the findings that are selected.

    The files in `contents` are read as if they had these bytes.

    Files that belong to an edition (a folder with `tei/documents`) are held against that edition's
    schema, registers and sources; others against the program's own schema and what lies beside them.
    What each file was held against is put into `choices`.
    """
    by_project: dict[Path | None, list[Path]] = {}
    for file in dict.fromkeys(files_in(paths)):
        project = project_of(file)
        by_project.setdefault(project.root if project else None, []).append(file)
    findings: list[Finding] = []
    for root, files in by_project.items():
        findings += check_files(files, Project(root) if root else None, schemas, choices, contents)
    return in_order(selection.of(findings))


def check_files(
    files: Sequence[Path],
    project: Project | None,
    schemas: Sequence[Path] = (),
    choices: dict[Path, Choice] | None = None,
    contents: Mapping[Path, bytes] = MappingProxyType({}),
) -> list[Finding]:
    """Check files that belong to one edition, or to none."""
    findings: list[Finding] = []
    sources = []
    for file in files:
        result = parse(file, contents[file]) if file in contents else read(file)
        if isinstance(result, Source):
            sources.append(result)
        else:
            findings += result
    corpus = Corpus(project, sources)
    findings += check_sources(sources, corpus, schemas, choices)
    findings += _unreadable(corpus, files)
    return in_order(findings)


def check_sources(
    sources: Sequence[Source],
    corpus: Corpus,
    schemas: Sequence[Path] = (),
    choices: dict[Path, Choice] | None = None,
) -> list[Finding]:
    """Check files that have been read: grammar, rules, pointers, fidelity."""
    held = Held({source.path: source.text for source in sources}, corpus.project, schemas)
    if choices is not None:
        choices |= held.choices
    held.look(sources)
    findings: list[Finding] = []
    for source in sources:
        findings += _ids(source, corpus)
        findings += _pointers(source, corpus)
        findings += _values(source, corpus)
        findings += _told(source, bases.check(source))
        findings += _told(source, identifiers.check(source))
        findings += _told(source, coordinates.check(source))
        findings += _told(source, registers.check(source))
        findings += _told(source, names.check(source, corpus))
        if source.path not in {shared.path for shared in corpus.shared}:
            findings += untagged.check(source)
        findings += _told(source, versions.check(source, corpus))
        findings += characters.check(source)
        findings += _told(source, languages.check(source, corpus))
        if corpus.project:
            findings += fidelity.check(source, corpus.project.source_of(source.path))
    findings += held.findings(sources, Saxon(stylesheets(corpus.project.root if corpus.project else None)))
    for source, found in registers.check_all(sources, corpus):
        findings += _told(source, [found])
    if corpus.project:
        findings += received.unsourced(sources, corpus.project)
        findings += received.orphans(corpus.project) if _is_whole(sources, corpus.project) else []
        findings += schema_state.check(corpus.project.root / "schema") if not schemas else []
    findings = kept_faithful(findings, sources, corpus.project)
    return in_order(_exempt(findings, sources, corpus.project))


def _exempt(findings: list[Finding], sources: Sequence[Source], project: Project | None) -> list[Finding]:
    """Leave out what is exempted with a reason; the whole edition is known where no file of it is missing."""
    if project is None:
        return exempt(findings, sources, None, is_whole=False)
    return exempt(findings, sources, project.edition.resolve(), _is_whole(sources, project))


def _is_whole(sources: Sequence[Source], project: Project) -> bool:
    """Say whether no file of an edition is missing."""
    files = {path.resolve() for path in (*project.documents, *project.registers, project.edition)}
    return files <= {source.path for source in sources}


def _ids(source: Source, corpus: Corpus) -> Iterable[Finding]:
    """Find ids used twice (N001), and documents whose id is not their file's name (N004)."""
    seen: set[str] = set()
    for node in source.root.iter(etree.Element):
        value = node.get(XML_ID)
        if value is not None and value in seen:
            message = f'The xml:id "{value}" is used twice.'
            hint = "Give one of the two another id; pointers to it must follow."
            yield _finding(source, node, "xml:id", "N001", message, hint)
        if value is not None:
            seen.add(str(value))
    stem = source.path.stem
    if corpus.project and source.root.get(XML_ID, stem) != stem:
        message = f'The xml:id of the document is not the file\'s name "{stem}".'
        hint = f'Write xml:id="{stem}", or rename the file.'
        if not re.fullmatch(r"[A-Za-z_][\w-]*", stem, re.ASCII):
            hint = "Rename the file: letters a to z, digits, '-' and '_', a letter first."
        yield _finding(source, source.root, "xml:id", "N004", message, hint)


def _unreadable(corpus: Corpus, checked: Sequence[Path]) -> Iterable[Finding]:
    """Say once of each file that cannot be read, and is not checked itself, that pointers need it."""
    for file, (source, pointer) in corpus.unreadable.items():
        if file not in checked:
            node, attribute = next(
                (node, attribute)
                for node in source.root.iter(etree.Element)
                for attribute, other in pointers_of(node)
                if other == pointer
            )
            message = f'"{pointer}" and perhaps others lead into {file.name}, which cannot be read.'
            yield _finding(source, node, attribute, "N002", message, "Check that file first.")


def _pointers(source: Source, corpus: Corpus) -> Iterable[Finding]:
    """Find pointers that lead nowhere (N002) or have a prefix that nobody declares (N003)."""
    bare: dict[str, list[tuple[etree._Element, str, Entry]]] = {}
    for node in source.root.iter(etree.Element):
        for attribute, pointer in pointers_of(node):
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
    message = f'"{pointer}" is an id of this file by its form; the entry stands in {entry.file.name}.'
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


def files_in(paths: Iterable[Path]) -> Iterable[Path]:
    """Give the files among some paths, and the XML files in and below the folders among them."""
    for path in paths:
        if path.is_dir():
            yield from (file.resolve() for file in xml_files(path))
        else:
            yield path.resolve()
