"""All that the files of one edition hold for one another: ids, prefixes, register entries."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from os.path import relpath
from pathlib import Path

from lxml import etree

from tei_edition.authorities import identifier
from tei_edition.digests import content, existence, listing, names_in
from tei_edition.markup import XML_ID, tei, text_of
from tei_edition.nearest import nearest
from tei_edition.pointers import Prefix, Target, Unresolved, files_of, ids_in, locate, prefixes_in
from tei_edition.project import Project, resolved
from tei_edition.published import Listed, listed
from tei_edition.read import read
from tei_edition.source import Source

_ENTRIES = [
    tei(name) for name in ("person", "personGrp", "place", "org", "event", "bibl", "biblStruct", "object")
]
"""Elements that are entries of a register."""

_MOST_COMPARED = 5_000_000
"""Ids that are compared with what the pointers of one file name: they take a second."""

_SENTENCE = re.compile(r"[A-Za-z-]+-s\d+")
"""The id of a sentence: that of another language is no misspelt one."""

_DIGITS = re.compile(r"\d+")
_SHARED = [tei(name) for name in ("category", "respStmt", "editor", "title", "edition", "taxonomy")]
"""Elements of the edition's header that every document carries (`xslt/prepare/10-gather.xsl`)."""


@dataclass(frozen=True)
class Entry:
    """An entry of a register, or of the edition's header, that a document can name."""

    file: Path
    id: str
    element: etree._Element

    @property
    def key(self) -> str:
        """The entry's name in the whole edition: `persons.antonescu-ion`."""
        return f"{self.file.stem}.{self.id}"


class Corpus:
    """The files of an edition, each read when first asked for; without a project, of any folder."""

    def __init__(self, project: Project | None, known: Iterable[Source] = ()) -> None:
        """Read nothing yet; files that are `known` need not be read again."""
        self.project = project
        self._known = {source.path: source for source in known}
        self.unreadable: dict[Path, dict[Path, str]] = defaultdict(dict)
        """By file: the files that its pointers need and that cannot be read, each with the first pointer."""
        self.looked_at: dict[Path, set[str]] = defaultdict(set)
        """By file: what of other files the answers to its pointers depend on, as `Digests` name it."""
        self._ids: dict[Path, frozenset[str] | None] = {}
        self._broken: set[Path] = set()
        self._names: dict[Path, list[str]] = {}
        self._compared: dict[Path, int] = defaultdict(int)
        self._root = project.root.resolve() if project else None
        self._prefixes: dict[Path, dict[str, Prefix]] = {}
        self._resolved: dict[Path, dict[str, Entry | Target | Unresolved]] = defaultdict(dict)

    @cached_property
    def shared(self) -> list[Source]:
        """The edition's header and its registers, those that can be read."""
        return [result for result in self._shared_files.values() if isinstance(result, Source)]

    @cached_property
    def _shared_files(self) -> dict[Path, Source | None]:
        """The edition's header and its registers; None for what cannot be read."""
        if self.project is None:
            return {}
        files = [*([self.project.edition] if self.project.edition.is_file() else [])]
        paths = [resolved(path) for path in (*files, *self.project.registers)]
        results = {path: self._known.get(path) or read(path) for path in paths}
        return {path: result if isinstance(result, Source) else None for path, result in results.items()}

    @cached_property
    def published(self) -> Listed:
        """The addresses that the edition records as published."""
        return listed(self.project) if self.project else Listed({})

    @cached_property
    def edition(self) -> Source | None:
        """The edition's header."""
        for source in self.shared:
            if self.project and source.path == self.project.edition.resolve():
                return source
        return None

    @cached_property
    def entries(self) -> dict[tuple[Path, str], Entry]:
        """All entries that documents can name, by file and id."""
        return {
            (source.path, str(node.get(XML_ID))): Entry(source.path, str(node.get(XML_ID)), node)
            for source in self.shared
            for node in source.root.iter(*(_SHARED if source is self.edition else _ENTRIES))
            if node.get(XML_ID)
        }

    def entries_of(self, file: Path) -> list[Entry]:
        """The entries that stand in a file."""
        return self._entries_by_file[file]

    @cached_property
    def _entries_by_file(self) -> dict[Path, list[Entry]]:
        grouped = defaultdict(list)
        for entry in self.entries.values():
            grouped[entry.file].append(entry)
        return grouped

    @cached_property
    def _entries_by_id(self) -> dict[str, list[Entry]]:
        grouped = defaultdict(list)
        for entry in self.entries.values():
            grouped[entry.id].append(entry)
        return grouped

    @cached_property
    def entries_by_identifier(self) -> dict[str, Entry]:
        """Entries by the identifiers that they state: an `idno` with its type, or an address."""
        found: dict[str, Entry] = {}
        for entry in self.entries.values():
            for idno in entry.element.iter(tei("idno")):
                value = text_of(idno)
                key = f"{idno.get('type', '').lower()}:{value}" if ":" not in value else value
                found.setdefault(identifier(key), entry)
            for link in entry.element.iter(tei("link"), tei("ptr")):
                for pointer in (link.get("target") or "").split():
                    found.setdefault(identifier(pointer), entry)
        return found

    @cached_property
    def alignments(self) -> Source | None:
        """The links between documents."""
        path = self.project.alignments if self.project else None
        return self.source(resolved(path)) if path and path.is_file() else None

    @cached_property
    def links_by_file(self) -> dict[Path, list[etree._Element]]:
        """The links between documents, by the files that they name."""
        found: dict[Path, list[etree._Element]] = defaultdict(list)
        if self.alignments is not None:
            prefixes = self.prefixes(self.alignments)
            for group in self.alignments.root.iterfind(
                f"{tei('standOff')}/{tei('linkGrp')}[@type='parallel']"
            ):
                for link in group.iterfind(tei("link")):
                    for file in files_of(link, self.alignments.path, prefixes):
                        found[file].append(link)
        return found

    def address_of(self, entry: Entry, source: Source) -> str:
        """Give a pointer to an entry as it can stand in a file: with a prefix, or with the entry's file."""
        prefixes = self.prefixes(source)
        for name in prefixes:
            target = locate(f"{name}:{entry.id}", source.path, prefixes)
            if isinstance(target, Target) and (target.file, target.id) == (entry.file, entry.id):
                return f"{name}:{entry.id}"
        return f"{Path(relpath(entry.file, source.path.parent)).as_posix()}#{entry.id}"

    def prefixes(self, source: Source) -> dict[str, Prefix]:
        """The prefixes that hold in a file: its own, then the edition's."""
        if source.path not in self._prefixes:
            own = prefixes_in(source.root, source.path)
            self._prefixes[source.path] = self._shared_prefixes | own
        return self._prefixes[source.path]

    @cached_property
    def _shared_prefixes(self) -> dict[str, Prefix]:
        return prefixes_in(self.edition.root, self.edition.path) if self.edition else {}

    def resolve(self, pointer: str, source: Source) -> Entry | Target | Unresolved:
        """Follow a pointer that stands in `source` to a register entry or to another existing thing."""
        known = self._resolved[source.path]
        if pointer not in known:
            known[pointer] = self._resolve(pointer, source)
        return known[pointer]

    def forget(self, file: Path) -> None:
        """Let go of what is known of a file: of ten thousand, all of it is too much."""
        for known in (self._resolved, self._prefixes, self._ids, self.looked_at, self._compared):
            known.pop(file, None)

    def _resolve(self, pointer: str, source: Source) -> Entry | Target | Unresolved:
        target = locate(pointer, source.path, self.prefixes(source))
        if isinstance(target, Unresolved):
            return self._perhaps_declared(pointer, target, source)
        if target.file is None:
            entry = self.entries_by_identifier.get(identifier(target.uri))
            return entry if entry and entry.file != source.path else target
        if target.id is not None and (target.file, target.id) in self.entries:
            return self.entries[target.file, target.id]
        ids = self.ids(target.file, source)
        if ids is None:
            return self._missing_file(pointer, target.file, source)
        if target.id is None or target.id in ids:
            return target
        if target.file == source.path and len(self._entries_by_id[target.id]) == 1:
            return self._entries_by_id[target.id][0]
        unreadable = self._unreadable_behind(target, source)
        if unreadable:
            self.unreadable[source.path].setdefault(unreadable, pointer)
            return target
        return Unresolved(
            "N002",
            f'"{pointer}" leads nowhere: {target.file.name} has no xml:id "{target.id}".',
            self._nearest(pointer, target.id, ids, source),
        )

    def _perhaps_declared(self, pointer: str, target: Unresolved, source: Source) -> Target | Unresolved:
        """Believe a prefix that the edition's header may declare, if that cannot be read."""
        edition = self.project.edition.resolve() if self.project else None
        is_there = edition is None or self._shared_files.get(edition, source) is not None
        if edition is None or is_there or pointer.partition(":")[0] in self.prefixes(source):
            return target
        self.unreadable[source.path].setdefault(edition, pointer)
        return Target(None, None, pointer)

    def _unreadable_behind(self, target: Target, source: Source) -> Path | None:
        """Give the file that cannot be read and that may hold what a pointer leads to.

        An id without a file can stand in any register.
        """
        if target.file in self._broken:
            return target.file
        broken = [file for file, read_file in self._shared_files.items() if read_file is None]
        return broken[0] if broken and target.file == source.path else None

    def ids(self, file: Path, source: Source) -> frozenset[str] | None:
        """The ids in a file; None where there is no such file, or where it lies outside."""
        if file not in self._ids and file == source.path:
            self._ids[file] = ids_in(source.root)
        inside = self._is_inside(file)
        if inside and file != source.path:
            self.looked_at[source.path].add(content(file) if file.suffix == ".xml" else existence(file))
        if file not in self._ids:
            there = inside and file.is_file()
            other = self._known.get(file) or read(file) if there and file.suffix == ".xml" else None
            ids = ids_in(other.root) if isinstance(other, Source) else frozenset()
            if there and file.suffix == ".xml" and not isinstance(other, Source):
                self._broken.add(file)
            self._ids[file] = ids if there else None
        return self._ids[file]

    def source(self, file: Path) -> Source | None:
        """Give a file of the edition as it was read; None for one that cannot be, or that lies outside."""
        is_new = file not in self._known and file not in self._broken
        if is_new and self._is_inside(file) and file.is_file():
            result = read(file)
            if isinstance(result, Source):
                self._known[file] = result
        return self._known.get(file)

    def _missing_file(self, pointer: str, file: Path, source: Source) -> Unresolved:
        if not self._is_inside(file):
            return Unresolved("N002", f'"{pointer}" leads out of the edition.', "Keep it inside.")
        message = f'"{pointer}" leads nowhere: there is no file {file.name}.'
        if pointer.startswith("www."):
            return Unresolved("N002", message, "An address begins with https://.")
        prefixes = self.prefixes(source)
        for name in prefixes:
            target = locate(f"{name}:{pointer}", source.path, prefixes)
            if isinstance(target, Target) and (target.file, target.id) in self.entries:
                return Unresolved("N002", message, f'Did you mean "{name}:{pointer}"?')
        if file.suffix not in ("", ".xml"):
            return Unresolved("N002", message, "Put it there, or correct the pointer.")
        self.looked_at[source.path].add(listing(file.parent))
        near = nearest(file.name, self._beside(file.parent), 0.7)
        if near:
            return Unresolved("N002", message, f"Did you mean {near}?")
        if pointer in (self.ids(source.path, source) or ()):
            return Unresolved("N002", message, f'Write "#{pointer}".')
        entries = self._entries_by_id.get(pointer, [])
        if len(entries) == 1:
            return Unresolved("N002", message, f'Write "{self.address_of(entries[0], source)}".')
        return Unresolved("N002", message, "Correct the pointer.")

    def _is_inside(self, file: Path) -> bool:
        return self._root is None or file.is_relative_to(self._root)

    def _beside(self, folder: Path) -> list[str]:
        """The names of the XML files in a folder."""
        if folder not in self._names:
            self._names[folder] = names_in(folder)
        return self._names[folder]

    def _nearest(self, pointer: str, wanted: str, ids: frozenset[str], source: Source) -> str:
        """Say how to point to the id that is meant, where one is likely.

        Of ids that differ in their numbers only, none is more likely; the id of a document is not meant
        by a pointer into it.
        Where much is wrong in a large file, there is an end to looking for it.
        """
        self._compared[source.path] += len(ids)
        ids -= {str(source.root.get(XML_ID))}
        near = ""
        if self._compared[source.path] <= _MOST_COMPARED:
            bare = _DIGITS.sub("", wanted)
            near = nearest(
                wanted,
                ids,
                0.7,
                lambda other: (
                    _DIGITS.sub("", other) != bare
                    and not (_SENTENCE.fullmatch(wanted) and _SENTENCE.fullmatch(other))
                ),
            )
        if near:
            start = pointer.removesuffix(wanted)
            return f'Did you mean "{start + near if start != pointer else near}"?'
        if _SENTENCE.fullmatch(wanted):
            return "Correct it, or look at the ids of the sentences."
        return "Correct it, or add the entry."
