"""Find which parts of an edition have changed, and make of each what is no longer right."""

from collections.abc import Collection, Iterator, Mapping
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
from tei_edition.make.inverted import Inverted
from tei_edition.make.jobs import Jobs, Role
from tei_edition.make.lying import Lies
from tei_edition.make.names import FACTS, FILES, OF_FACTS, PREPARED, PRINT
from tei_edition.make.products import Key, Output, Part, Product
from tei_edition.make.record import Record
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
    """The parts of one build, brought up to date one by one; what is known of them goes into the record."""

    corpus: Corpus
    keys: Mapping[Path, str]
    """What each part is called by."""
    record: Record
    inverted: Inverted
    lying: Lies
    """What does not lie in `build/` as it was made."""
    digests: Digests
    jobs: Jobs
    staging: Staging
    store: Store
    own: Own
    reasons: dict[str, str] = field(default_factory=dict)
    """By output that is made again: why."""

    def __post_init__(self) -> None:
        """See what the shared files hold, and which cells are not as they were."""
        self._cells = Cells(self.corpus)
        before, now = self.record.kept("cells") or {}, self._cells.values()
        self.changed = frozenset(
            name for name in before.keys() | now.keys() if before.get(name) != now.get(name)
        )
        if self.changed:
            self.record.keep("cells", now)
        self._reasons: dict[tuple[Path, str], str] = {}
        self._pending: dict[Path, Part] = {}
        self._stored = self.store.names()
        self._unstored = self._makers_unstored()
        self._stamp = stated(self.corpus.edition) if self.corpus.edition else None

    def work(self, paths: Mapping[Path, Role]) -> Iterator[tuple[Path, Task]]:
        """Go through all parts; give what must be made."""
        for path, role in paths.items():
            if self._is_as_it_was(path, role):
                continue
            part, given = self._current(path)
            part.asked = self._asked(path, role, part)
            missing = self._missing(path, role, part)
            if missing:
                self._pending[path] = part
                yield path, self._task(path, role, part, given or self.given(path), missing)
            else:
                self._put(path, role, part)
            self.corpus.forget(path)

    def given(self, path: Path) -> tuple[bytes, bytes]:
        """Give what a part is made from, its file and its slice."""
        source, data = self._read(path)
        return data, self._slice(source)[0]

    def _is_as_it_was(self, path: Path, role: Role) -> bool:
        """Say, at little cost, whether nothing can have changed for a part, and all of it is there."""
        key = self.keys[path]
        if key in self.staging.parts or key in self.lying.makers or key in self._unstored:
            return False
        old = self.record.look(key)
        return old is not None and self._holds(path, old) and old.asked == self._asked(path, role, old)

    def _holds(self, path: Path, old: Part) -> bool:
        """Say whether a part's file is what it was, and all that its slice depends on."""
        is_same = old.content == self.digests.of(content(path)) and self.changed.isdisjoint(old.cells)
        return is_same and old.held == self.digests.of_all(old.files)

    def _asked(self, path: Path, role: Role, part: Part) -> str:
        return self.jobs.asked(self.keys[path], role, self._timestamp(part))

    def _current(self, path: Path) -> tuple[Part, tuple[bytes, bytes] | None]:
        """Give what is known of a part; where it may have changed, its file and its slice too."""
        journal = self.staging.parts.get(self.keys[path])
        old = self.record.part(self.keys[path]) if journal is None else Part.unpacked(journal)
        if old is not None and journal is None and self._holds(path, old):
            return old, None
        source, data = self._read(path)
        slice_, cells, files = self._slice(source)
        part = replace(
            old or Part(),
            content=self.digests.of(content(path)),
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
        keys = self._keys(path, role, part)
        known = self.record.made_by(self.keys[path])
        missing = []
        for output, key in keys.items():
            is_there = self._is_there(path, role, output, part, known)
            if part.keys.get(output) != key or not is_there:
                missing.append(output)
                reason = why(path.name, self.keys[path], part.keys.get(output), key, is_there, self.changed)
                self._reasons[path, output] = reason
                if shown := self._shown(path, output):
                    self.reasons[shown] = reason
        return missing

    def _keys(self, path: Path, role: Role, part: Part) -> dict[str, Key]:
        return self.jobs.keys(self.keys[path], role, part, self._timestamp(part))

    def _timestamp(self, part: Part) -> int:
        return next((one for one in (part.dated, self._stamp) if one is not None), 0)

    def _is_there(
        self, path: Path, role: Role, output: str, part: Part, known: Mapping[str, Product]
    ) -> bool:
        def lies(file: str, digest: str) -> bool:
            made = known.get(file)
            recorded = made is not None and made.output.sha256 == digest and file not in self.lying.gone
            return recorded or self.staging.has(file, digest)

        if output == FILES:
            files = part.split.get(FILES, ())
            return bool(files) and all(lies(file, part.outputs[file]) for file in files)
        digest = part.outputs.get(output)
        if digest is None or (self._is_stored(role, output) and digest not in self._stored):
            return False
        shown = self._shown(path, output)
        return not shown or lies(shown, digest)

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
        steps = tuple(step for step in self.jobs.steps_of(self.keys[path], role) if step.to in wanted)
        book = self.jobs.book_of(self.keys[path], self._timestamp(part)) if pdf in missing else None
        part.keys = part.keys | self._keys(path, role, part)
        return Task(str(path), *given, steps, book, self.own)

    def take(self, path: Path, role: Role, made: Made) -> None:
        """Put away what a task has made."""
        part = self._pending.pop(path)
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
        self.staging.note(self.keys[path], part.packed(), outputs)
        self._put(path, role, part)

    def _put(self, path: Path, role: Role, part: Part) -> None:
        """Put what is known of a part into the record."""
        key = self.keys[path]
        before = self.record.made_by(key)
        now = self._made(path, part, before)
        wanted = {*self._keys(path, role, part), *part.split.get(FILES, ()), self._shown(path, PREPARED)}
        gone = [name for name in before if name.partition("/")[0] in self.jobs.kinds and name not in wanted]
        self.record.forget(key, gone)
        new = {name: made for name, made in now.items() if before.get(name) != made}
        self.record.put_made(key, {name: new[name] for name in new if self._is_asked(name, wanted)})
        self.record.put_part(key, part)
        if role is Role.DOCUMENT:
            facts = part.facts
            known = facts or self.inverted.facts_of(key)
            heads = known.views["heads"] if known else ""
            said = f"{heads} {self.jobs.pages[key]}"
            if facts is not None:
                self.inverted.put(key, facts, said)
            else:
                self.inverted.say(key, said)

    def _is_asked(self, name: str, wanted: Collection[str]) -> bool:
        """Say whether something is wanted: a build that was stopped may have made what is not."""
        if name == FILES:
            return "html" in self.jobs.kinds
        return "/" not in name or (name.partition("/")[0] in self.jobs.kinds and name in wanted)

    def _made(self, path: Path, part: Part, before: Mapping[str, Product]) -> dict[str, Product]:
        """Give all that was made of a part, now or before, as the record has it."""

        def one(name: str, output: str, key: Key, piece_of: str | None) -> Product:
            digest = part.outputs.get(output, "")
            old = before.get(name)
            lies = self.staging.outputs.get(name) if self.staging.has(name, digest) else old and old.output
            told = tuple((str(path), row) for row in part.findings.get(name, ()))
            return Product(lies if lies and lies.sha256 == digest else Output(digest), key, piece_of, told)

        pieces = dict.fromkeys(OF_FACTS, FACTS)
        made = {name: one(name, name, key, pieces.get(name)) for name, key in part.keys.items()}
        for output, files in part.split.items():
            made |= {file: one(file, file, part.keys[output], output) for file in files}
        if shown := self._shown(path, PREPARED):
            made[shown] = one(shown, PREPARED, part.keys[PREPARED], PREPARED)
        return made

    def _is_stored(self, role: Role, output: str) -> bool:
        if role is Role.DOCUMENT and output in (PREPARED, PRINT):
            return self.jobs.volume
        return output in (FACTS, *OF_FACTS) or (role is not Role.DOCUMENT and "/" not in output)

    def _makers_unstored(self) -> set[str]:
        """Give the parts of which something is not in the store that the last build put there."""
        unneeded = () if self.jobs.volume else (PREPARED, PRINT)
        return {
            maker
            for maker, name, digest in self.record.stored
            if digest not in self._stored and (name not in unneeded or maker not in self.jobs.pages)
        }

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
