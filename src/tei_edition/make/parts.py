"""Find which parts of an edition have changed, and make of each what is no longer right."""

from collections.abc import Iterator, Mapping, Set
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from lxml import etree

from tei_edition.corpus import Corpus
from tei_edition.digests import Digests, content
from tei_edition.errors import EditionError
from tei_edition.extract import slice_of
from tei_edition.make.cells import Cells
from tei_edition.make.explain import why
from tei_edition.make.jobs import Jobs, Role
from tei_edition.make.names import FACTS, FILES, OF_FACTS, PREPARED, PRINT
from tei_edition.make.record import Part, Record, packed
from tei_edition.make.staging import Staging
from tei_edition.make.store import Store
from tei_edition.make.task import Made, Own, Task, make
from tei_edition.make.timestamp import stated
from tei_edition.pointers import Target, pointers_of
from tei_edition.processes import in_turn
from tei_edition.project import Project
from tei_edition.read import bytes_of, parse
from tei_edition.render import nothing_at
from tei_edition.source import Source

PICTURES = frozenset(".jpg .jpeg .png .gif .webp .tif .tiff .jp2 .pdf".split())
"""Kinds of files beside the documents that pages link to, as `xslt/html/links.xsl` knows them."""


@dataclass
class Parts:
    """The parts of one build, brought up to date one by one."""

    corpus: Corpus
    record: Record
    digests: Digests
    jobs: Jobs
    staging: Staging
    store: Store
    there: Set[tuple[str, str]]
    """What lies in `build/` or in its staging as it was made: paths, each with a SHA-256."""
    own: Own
    done: dict[str, Part] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    """By output that is made again: why."""

    def __post_init__(self) -> None:
        """See what the shared files hold, and which cells are not as they were."""
        self._cells = Cells(self.corpus)
        self.cells = self._cells.values()
        before = self.record.cells
        names = before.keys() | self.cells.keys()
        self.changed = frozenset(name for name in names if before.get(name) != self.cells.get(name))
        self._reasons: dict[tuple[Path, str], str] = {}
        self._stored = self.store.names()
        self._stamp = stated(self.corpus.edition) if self.corpus.edition else None

    def work(self, paths: Mapping[Path, Role]) -> Iterator[tuple[Path, Task]]:
        """Go through all parts; give what must be made."""
        for path, role in paths.items():
            part, given = self._current(path)
            missing = self._missing(path, role, part)
            self.done[str(path)] = part
            if missing:
                yield path, self._task(path, role, part, given or self.given(path), missing)
            self.corpus.forget(path)

    def given(self, path: Path) -> tuple[bytes, bytes]:
        """Give what a part is made from, its file and its slice."""
        source, data = self._read(path)
        return data, self._slice(source)[0]

    def _current(self, path: Path) -> tuple[Part, tuple[bytes, bytes] | None]:
        """Give what is known of a part; where it may have changed, its file and its slice too."""
        now = self.digests.of(content(path))
        old = self.record.take(str(path))
        journal = self.staging.parts.get(str(path))
        if journal is not None:
            old = Part.unpacked(journal)
        fresh = old is not None and journal is None and self.changed.isdisjoint(old.cells)
        if old is not None and fresh and old.content == now and old.held == self.digests.of_all(old.files):
            return old, None
        source, data = self._read(path)
        slice_, cells, files = self._slice(source)
        part = replace(
            old or Part(),
            content=now,
            source=sha256(data).hexdigest(),
            slice=sha256(slice_).hexdigest(),
            cells=tuple(cells),
            files=tuple(files),
            held=self.digests.of_all(files),
            pictures=tuple(self._pictures(source)),
            dated=stated(source),
        )
        return part, (data, slice_)

    def _read(self, path: Path) -> tuple[Source, bytes]:
        data = source_bytes(path, self.corpus.project)
        shared = next((one for one in self.corpus.shared if one.path == path), None)
        result = shared or parse(path, data)
        if not isinstance(result, Source):
            raise EditionError(f"{path.name}: {result[0].message}", result[0].hint)
        return result, data

    def _slice(self, source: Source) -> tuple[bytes, list[str], list[str]]:
        tree, carried = slice_of(source, self.corpus)
        cells, files = self._cells.looked_at(source, carried)
        return etree.tostring(tree, encoding="unicode").encode(), cells, files

    def _missing(self, path: Path, role: Role, part: Part) -> list[str]:
        """Name the outputs of a part that are not there as they should be, and remember why."""
        keys = self.jobs.keys(str(path), role, part, self._timestamp(part))
        missing = []
        for output, key in keys.items():
            is_there = self._is_there(path, role, output, part)
            if part.keys.get(output) != key or not is_there:
                missing.append(output)
                reason = why(path.name, part.keys.get(output), key, is_there, self.changed)
                self._reasons[path, output] = reason
                if shown := self._shown(path, output):
                    self.reasons[shown] = reason
        return missing

    def _timestamp(self, part: Part) -> int:
        return next((one for one in (part.dated, self._stamp) if one is not None), 0)

    def _is_there(self, path: Path, role: Role, output: str, part: Part) -> bool:
        if output == FILES:
            files = part.split.get(FILES, ())
            return bool(files) and all((file, part.outputs[file]) in self.there for file in files)
        digest = part.outputs.get(output)
        if digest is None or (self._is_stored(role, output) and digest not in self._stored):
            return False
        shown = self._shown(path, output)
        return not shown or (shown, digest) in self.there

    def _shown(self, path: Path, output: str) -> str:
        """Give the path below `build/` of an output; "" of what no reader sees."""
        if output == PREPARED:
            return f"html/tei/{path.stem}.xml" if "html" in self.jobs.kinds else ""
        return output if "/" in output else ""

    def _task(
        self, path: Path, role: Role, part: Part, given: tuple[bytes, bytes], missing: list[str]
    ) -> Task:
        pdf = f"pdf/{path.stem}.pdf"
        wanted = set(missing)
        for one, needed in ((pdf, PRINT), *((one, FACTS) for one in (*OF_FACTS, FILES))):
            wanted |= {needed} if one in missing else set()
        steps = tuple(step for step in self.jobs.steps_of(str(path), role) if step.to in wanted)
        book = self.jobs.book_of(str(path), self._timestamp(part)) if pdf in missing else None
        part.keys = part.keys | self.jobs.keys(str(path), role, part, self._timestamp(part))
        return Task(str(path), *given, steps, book, self.own)

    def take(self, path: Path, role: Role, made: Made) -> None:
        """Put away what a task has made."""
        part = self.done[str(path)]
        outputs = {}
        for output, files in made.split.items():
            for gone in part.split.get(output, ()):
                part.outputs.pop(gone, None)
            reason = self._reasons.get((path, output), "")
            self.reasons |= dict.fromkeys(files, reason) if reason else {}
        part.split |= made.split
        for output, data in made.outputs.items():
            shown = self._shown(path, output)
            if shown:
                outputs[shown] = self.staging.write(shown, data)
            if self._is_stored(role, output):
                self._stored.add(self.store.put(data))
            part.outputs[output] = sha256(data).hexdigest()
        part.findings |= made.findings
        part.facts = made.facts or part.facts
        self.staging.note(str(path), packed(part), outputs)

    def _is_stored(self, role: Role, output: str) -> bool:
        if role is Role.DOCUMENT and output in (PREPARED, PRINT):
            return self.jobs.volume
        return output in (FACTS, *OF_FACTS) or (role is not Role.DOCUMENT and "/" not in output)

    def _pictures(self, source: Source) -> Iterator[str]:
        """Give the pictures inside `tei/` that a part points to with `url` or `facs`."""
        folder = self.corpus.project.tei if self.corpus.project else Path()
        for node in source.root.iter(etree.Element):
            for attribute, pointer in pointers_of(node):
                target = self.corpus.resolve(pointer, source) if attribute in ("url", "facs") else None
                file = target.file if isinstance(target, Target) else None
                if file and file.is_relative_to(folder) and file.suffix.lower() in PICTURES:
                    yield file.relative_to(folder).as_posix()


def source_bytes(path: Path, project: Project | None) -> bytes:
    """Read a part's file; the header of an edition without one of its own is made up."""
    is_header = project is not None and path in (project.edition, project.edition.resolve())
    return nothing_at(path) if is_header and not path.is_file() else bytes_of(path)


def make_all(parts: Parts, paths: Mapping[Path, Role], executor: Executor, number: int) -> Iterator[Path]:
    """Bring all parts up to date; give each that was made again when that is done."""
    for path, made in in_turn(executor, parts.work(paths), make, number):
        parts.take(path, paths[path], made)
        yield path
