"""One build, from the parts that have changed to the folders in `build/`."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.assets import assets
from tei_edition.commit import Blobs, mark
from tei_edition.corpus import Corpus
from tei_edition.data import CHECKSUMS, checksums
from tei_edition.describe import odd_of
from tei_edition.digests import Digests, content, digest_of
from tei_edition.errors import EditionError
from tei_edition.examine import Checked
from tei_edition.findings import Finding, in_order
from tei_edition.interface import document_pages, edition_languages, refuse_doubles
from tei_edition.make import manifest, passes
from tei_edition.make.crew import FEWEST, Crew
from tei_edition.make.inverted import Inverted
from tei_edition.make.jobs import Jobs, Role
from tei_edition.make.lying import Lies, digests_of
from tei_edition.make.names import key_of
from tei_edition.make.pages import Pages, make_all_pages
from tei_edition.make.parts import Parts, make_all
from tei_edition.make.products import Key, Output, Product
from tei_edition.make.record import Head, Record
from tei_edition.make.staging import Staging
from tei_edition.make.state import Told, Wanted, state_of
from tei_edition.make.steps import Steps, versions
from tei_edition.make.store import Store
from tei_edition.make.survey import overviews, survey
from tei_edition.make.task import folder_of, own_of
from tei_edition.make.whole import Whole
from tei_edition.outcome import finding_of
from tei_edition.project import Project, leads_out
from tei_edition.render import languages, nothing_at
from tei_edition.setting import program

if TYPE_CHECKING:
    from tei_edition.build import Built, Manner

LARGEST_BOOK = 50_000_000
"""Bytes of all documents: where there are more, a book of the whole would have more than ten thousand pages,
and what is bound in its volumes would fill the memory: measured, 40 MB for each MB."""

_BESIDE, _COPIES, _LAST = "beside", "copies", "last"
"""What the record calls who makes what is not of a part and no page."""

_NO_BOOK = "There is no book of the whole edition: it would have more than ten thousand pages."


class Making:
    """What one build knows and does."""

    def __init__(
        self,
        project: Project,
        roles: dict[Path, Role],
        wanted: Wanted,
        head: Head,
        record: Record,
        staging: Staging,
        digests: Digests,
        lying: Lies,
        manner: "Manner",
        blobs: Blobs,
    ) -> None:
        """Take what was found out by now; nothing is made yet."""
        self.project, self.roles, self.manner = project, roles, manner
        self.wanted, self.kinds, self.blobs = wanted, wanted.kinds, blobs
        self.head, self.record, self.staging, self.digests = head, record, staging, digests
        root = project.root.resolve()
        self.keys = {path: key_of(path, root) for path in roles}
        self.own = own_of(project.root / "xslt")
        self.steps = Steps(folder_of(self.own))
        self.program = digest_of(program(), repr(versions()))
        self.store = Store(project.build / "cache" / "store")
        self.inverted = Inverted(record)
        self.lying = lying
        size = sum(path.stat().st_size for path in self._documents)
        self.volume = "pdf" in self.kinds and size <= LARGEST_BOOK
        self.reasons: dict[str, str] = {}
        """By path: why a file was made again."""

    def run(self, built: "Built", checked: Checked, file: Path) -> "Built":
        """Make what is not there as it should be, and put all in its place; `file` is for the record."""
        self.staging.begin()
        makers = self._make(Corpus(Project(self.project.root.resolve())))
        self.manner.progress("Publishing", len(self.roles), len(self.roles))
        self._put_beside()
        self.record.keep_only({*makers, *self.keys.values(), _BESIDE, _COPIES}, self.kinds)
        self.record.lose(path for path in self.lying.gone if path.partition("/")[0] not in self.kinds)
        copies = self._copies() if "html" in self.kinds else {}
        built.findings = in_order([*built.findings, *self._findings()])
        if "pdf" in self.kinds and not self.volume:
            built.notes.append(_NO_BOOK)
        self._publish(copies, built, checked, file)
        return built

    def _make(self, corpus: Corpus) -> set[str]:
        """Make the parts, then the pages about all of them; say who made those."""
        self._look(corpus)
        jobs = self._jobs()
        told = (self.lying, self.digests, jobs, self.staging, self.store, self.own)
        parts = Parts(corpus, self.keys, self.record, self.inverted, *told)
        if self.manner.passes is not None:
            passes.write(self.manner.passes, self.roles, parts)
        with self._executor() as (executor, number):
            for done, path in enumerate(make_all(parts, self.roles, executor, number)):
                self.manner.progress(path.stem, done + 1, len(self.roles))
            self.inverted.settle([self.keys[path] for path in self._documents])
            pages = self._pages(self._whole())
            for to in make_all_pages(pages, executor, number):
                self.manner.progress(Path(to).name, len(self.roles), len(self.roles))
        self.reasons |= parts.reasons | pages.reasons
        return pages.makers

    def _look(self, corpus: Corpus) -> None:
        """See which pages there are to be, and in which languages."""
        surveyed, self.surveyed = survey(self._documents, self.head.surveyed, self.digests)
        versions = {self.keys[Path(path)]: one.versions for path, one in surveyed.items()}
        self.languages = edition_languages(self._header(corpus), versions.values(), self._spoken)
        self.overviews = overviews([*surveyed.values()], corpus)
        self.pages = {key: document_pages(Path(key).stem, v, self.languages) for key, v in versions.items()}
        refuse_doubles(page for pages in self.pages.values() for page in pages)

    def _publish(self, copies: dict[str, str], built: "Built", checked: Checked, file: Path) -> None:
        """Put all that is wanted in its place, and remember it for the next build."""
        marked: dict[str, str] = {}
        sums: dict[str, str] = {}
        changed: dict[str, Output] = {}
        names = {name for name in self.record.names if name.partition("/")[0] in self.kinds}
        for path, known, output in self.staging.gather(self.kinds, names, self._site(marked), copies):
            if output != known:
                changed[path] = output
            if path.startswith("html/"):
                sums[path.removeprefix("html/")] = output.checksum
        self.record.lie(changed)
        remade = marked | {path: why for path, why in self.reasons.items() if why}
        built.remade = dict(sorted(remade.items()))
        if sums:
            self._put_last(f"html/{CHECKSUMS}", [checksums(sums)])
        numbers: Counter[str] = Counter()
        lies: list[tuple[str, str]] = []
        self._put_last(manifest.NAME, manifest.manifest(self._described(numbers, lies)))
        lies.append((manifest.NAME, self.staging.outputs[manifest.NAME].lies))
        built.files = {kind: numbers[kind] for kind in self.kinds}
        stored = {digest for _, _, digest in self.record.stored}
        self.record.save(file, self._head(self._told_of(built, checked), digests_of(lies)))
        self.staging.exchange([*self.kinds, manifest.NAME])
        self.store.keep_only(stored)

    def _site(self, marked: dict[str, str]) -> Iterator[tuple[str, Output]]:
        """Give all files that there are to be; say which pages name another commit."""
        named = mark(self.staging.commit)
        last = ""
        for path, _, output in self.record.files:
            if path == last:
                raise _double(path)
            last = path
            if path.partition("/")[0] in self.kinds:
                if path.endswith(".html") and output.mark != named:
                    marked[path] = "It names the commit that it is built from, which has changed."
                yield path, output

    def _described(
        self, numbers: "Counter[str]", lying: list[tuple[str, str]]
    ) -> Iterator[tuple[str, str, str]]:
        """Give what the manifest says of each file; count those of each folder, and say how they lie."""
        for path, lies, digest, inputs in self.record.described:
            lying.append((path, lies))
            if lies:
                numbers[path.partition("/")[0]] += 1
                yield path, digest, inputs

    def _put_last(self, path: str, pieces: Iterable[bytes]) -> None:
        """Put a file that tells of all others."""
        self.record.put_made(_LAST, {path: Product(self.staging.write_pieces(path, pieces), Key("", ""))})

    def _told_of(self, built: "Built", checked: Checked) -> Told:
        """Give what a build says that has nothing to do."""
        told = Told(built.findings, checked.findings, built.files, built.against, built.notes)
        if checked.reads is not None:
            pictures = map(content, map(self.project.tei.joinpath, self._pictures))
            told.reads = tuple(sorted({*checked.reads, *pictures}))
        return told

    def _head(self, told: Told, lies: dict[str, str]) -> Head:
        sources = [path for path in self.roles if path.is_file()]
        asked = self.wanted.told(self.staging.commit)
        return Head(
            state=state_of(self.project, sources, asked, told.reads, self.digests),
            told=told.plain(),
            seen=self.digests.seen,
            blobs=self.blobs.known,
            surveyed=self.surveyed,
            lies=lies,
            root=str(self.project.root.resolve()),
        )

    def _jobs(self) -> Jobs:
        wanted = self.wanted
        told = (self.program, self.steps, self.languages, self.pages, self.overviews, wanted.search)
        return Jobs(self.kinds, self.volume, wanted.paper, *told)

    @property
    def _documents(self) -> list[Path]:
        return [path for path, role in self.roles.items() if role is Role.DOCUMENT]

    @property
    def _spoken(self) -> list[str]:
        """The languages that the interface has words in."""
        return languages(self.steps.folder)

    def _header(self, corpus: Corpus) -> etree._Element:
        if corpus.edition is not None:
            return corpus.edition.root
        return etree.fromstring(nothing_at(self.project.edition))

    @contextmanager
    def _executor(self) -> Iterator[tuple[Executor, int]]:
        if self.manner.executor is not None:
            yield self.manner.executor, getattr(self.manner.executor, "number", 8)
            return
        new = len(set(self.keys.values()) - self.record.paths)
        crew = Crew(self.manner.jobs, new if new >= FEWEST else 0, self.staging.follows_end)
        try:
            yield crew, crew.number
        except BaseException:
            crew.shutdown(cancel_futures=True)
            raise
        crew.shutdown()

    def _whole(self) -> Whole:
        def of(wanted: Role) -> list[str]:
            return [self.keys[path] for path, role in self.roles.items() if role is wanted]

        return Whole(
            self.project,
            self.store,
            self.record,
            {key: path for path, key in self.keys.items()},
            of(Role.DOCUMENT),
            of(Role.REGISTER),
            of(Role.HEADER)[0],
            next(iter(of(Role.ALIGNMENTS)), ""),
            volume=self.volume,
            paper=self.wanted.paper,
            manual=odd_of(self.project) is not None,
            languages=self.languages,
            pages=self.pages,
            overviews=self.overviews,
            pdf="pdf" in self.kinds,
            search=self.wanted.search,
        )

    def _pages(self, whole: Whole) -> Pages:
        told = (self.kinds, self.program, self.steps, self.staging, self.record, self.lying, self.own)
        return Pages(whole, *told)

    def _put_beside(self) -> None:
        """Put beside the pages what they need or lead to: style, script, pictures, the texts as received."""
        if "html" not in self.kinds:
            return
        before = self.record.made_by(_BESIDE)
        now = set[str]()
        for path, digest, read in self._beside():
            key, old = Key("", json.dumps({"file": digest})), before.get(path)
            if path in now:
                raise _double(path)
            if not path.isprintable():
                raise EditionError(f"The name of {path!a} cannot be read", "Rename the file.")
            now.add(path)
            if old is None or old.key != key or path in self.lying.gone:
                self.record.put_made(_BESIDE, {path: Product(self.staging.write(path, read()), key)})
        self.record.forget(_BESIDE, before.keys() - now)

    def _beside(self) -> Iterator[tuple[str, str, Callable[[], bytes]]]:
        """Give such files: the path of each below `build/`, its digest, and what reads it."""
        for path, data in assets(self.steps.folder / "assets").items():
            yield f"html/assets/{path}", digest_of(data), partial(bytes, data)
        for path, file in self._copied():
            yield path, self.digests.of(content(file)), file.read_bytes

    def _copied(self) -> Iterator[tuple[str, Path]]:
        for document in self.project.documents:
            text = self.project.source_of(document)
            if text.is_file() and not leads_out(text):
                yield f"html/sources/{text.name}", text
        for picture in self._pictures:
            if (self.project.tei / picture).is_file():
                yield f"html/{picture}", self.project.tei / picture

    @cached_property
    def _pictures(self) -> list[str]:
        known = set(self.keys.values())
        return sorted({one for key, some in self.record.pictures if key in known for one in some})

    def _copies(self) -> dict[str, str]:
        """Let the site have the PDFs too; give the path of each copy with that of the file."""
        before = self.record.made_by(_COPIES)
        now: dict[str, Product] = {}
        for path, made in self.record.below("pdf").items() if "pdf" in self.kinds else ():
            old = before.get(f"html/{path}")
            is_same = old and (old.output.sha256, old.key) == (made.output.sha256, made.key)
            now[f"html/{path}"] = old if old and is_same else Product(made.output, made.key)
        self.record.forget(_COPIES, before.keys() - now.keys())
        self.record.put_made(_COPIES, {path: made for path, made in now.items() if before.get(path) != made})
        return {path: path.removeprefix("html/") for path in now}

    def _findings(self) -> Iterator[Finding]:
        """Give what templates did not know, in all that was made now or before."""
        for name, rows in self.record.findings:
            if "/" not in name or name.partition("/")[0] in self.kinds:
                yield from (finding_of(Path(path), row) for path, row in rows)


def _double(path: str) -> EditionError:
    return EditionError(f"Two files would be {path}", "Rename one of the files.")
