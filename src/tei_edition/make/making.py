"""One build, from the parts that have changed to the folders in `build/`."""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.assets import assets
from tei_edition.commit import Blobs
from tei_edition.corpus import Corpus
from tei_edition.data import CHECKSUMS, checksums
from tei_edition.describe import odd_of
from tei_edition.digests import Digests, content, digest_of
from tei_edition.examine import Checked
from tei_edition.findings import Finding, in_order
from tei_edition.interface import document_pages, edition_languages, refuse_doubles
from tei_edition.make import manifest, passes
from tei_edition.make.crew import FEWEST, Crew
from tei_edition.make.jobs import Jobs, Role
from tei_edition.make.names import PREPARED
from tei_edition.make.pages import Pages, make_all_pages
from tei_edition.make.parts import Parts, make_all
from tei_edition.make.record import Output, Part, Plain, Record, packed, save
from tei_edition.make.staging import Lying, Staging
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

_NO_BOOK = "There is no book of the whole edition: it would have more than ten thousand pages."


class Making:
    """What one build knows and does."""

    def __init__(
        self,
        project: Project,
        roles: dict[Path, Role],
        wanted: Wanted,
        record: Record,
        staging: Staging,
        digests: Digests,
        lying: Lying,
        manner: "Manner",
        blobs: Blobs,
    ) -> None:
        """Take what was found out by now; nothing is made yet."""
        self.project, self.roles, self.manner = project, roles, manner
        self.wanted, self.kinds, self.blobs = wanted, wanted.kinds, blobs
        self.record, self.staging, self.digests = record, staging, digests
        self.own = own_of(project.root / "xslt")
        self.steps = Steps(folder_of(self.own))
        self.program = digest_of(program(), repr(versions()))
        self.store = Store(project.build / "cache" / "store")
        known = {path: Output(*data) for path, data in record.outputs.items()}
        self.lies = {path: one for path, one in known.items() if lying.get(path) == one.lies}
        self.lies.pop(manifest.NAME, None)  # It is written anew each time.
        both = (self.lies, staging.outputs)
        self.there = {(path, output.sha256) for some in both for path, output in some.items()}
        size = sum(path.stat().st_size for path in self._documents)
        self.volume = "pdf" in self.kinds and size <= LARGEST_BOOK

    def run(self, built: "Built", checked: Checked, file: Path) -> "Built":
        """Make what is not there as it should be, and put all in its place; `file` is for the record."""
        self.staging.begin()
        parts, pages = self._make(Corpus(Project(self.project.root.resolve())))
        self.manner.progress("Publishing", len(self.roles), len(self.roles))
        beside = self._beside(parts.done)
        wanted = self._wanted(parts.done, pages.done, beside)
        built.remade = {to: why for to, why in sorted((parts.reasons | pages.reasons).items()) if why}
        built.findings = in_order([*built.findings, *self._findings(parts.done, pages.done)])
        if "pdf" in self.kinds and not self.volume:
            built.notes.append(_NO_BOOK)
        self._publish(wanted, parts, pages.done | beside, built, checked, file)
        return built

    def _make(self, corpus: Corpus) -> tuple[Parts, Pages]:
        """Make the parts, then the pages about all of them."""
        self._look(corpus)
        jobs = self._jobs(self.volume)
        parts = Parts(corpus, self.record, self.digests, jobs, self.staging, self.store, self.there, self.own)
        if self.manner.passes is not None:
            passes.write(self.manner.passes, self.roles, parts)
        with self._executor() as (executor, number):
            for done, path in enumerate(make_all(parts, self.roles, executor, number)):
                self.manner.progress(path.stem, done + 1, len(self.roles))
            pages = self._pages(self._whole(parts.done))
            for to in make_all_pages(pages, executor, number):
                self.manner.progress(Path(to).name, len(self.roles), len(self.roles))
        return parts, pages

    def _look(self, corpus: Corpus) -> None:
        """See which pages there are to be, and in which languages."""
        surveyed, self.surveyed = survey(self._documents, self.record.surveyed, self.digests)
        versions = {path: one.versions for path, one in surveyed.items()}
        self.languages = edition_languages(self._header(corpus), versions.values(), self._spoken)
        self.overviews = overviews([*surveyed.values()], corpus)
        self.pages = {p: document_pages(Path(p).stem, v, self.languages) for p, v in versions.items()}
        refuse_doubles(page for pages in self.pages.values() for page in pages)

    def _publish(
        self,
        wanted: dict[str, str],
        parts: Parts,
        pages: dict[str, Plain],
        built: "Built",
        checked: Checked,
        file: Path,
    ) -> None:
        """Put all that is wanted in its place, and remember it for the next build."""
        outputs = self.staging.gather(wanted, self.lies)
        outputs |= self._sums(outputs) if "html" in self.kinds else {}
        built.remade = self._marked(outputs) | built.remade
        built.files = {kind: sum(path.startswith(f"{kind}/") for path in outputs) for kind in self.kinds}
        kept = {path: one for path, one in self.lies.items() if path.partition("/")[0] not in self.kinds}
        pages = {to: page for to, page in self.record.pages.items() if to in kept} | pages
        described = self.staging.write(manifest.NAME, self._manifest(kept | outputs, parts.done, pages))
        outputs = {**kept, **outputs, manifest.NAME: described}
        save(file, self._record(self._told_of(built, checked, parts.done), parts, pages, outputs))
        self.staging.exchange([*self.kinds, manifest.NAME])
        self.store.keep_only(_stored(parts.done))

    def _told_of(self, built: "Built", checked: Checked, parts: Mapping[str, Part]) -> Told:
        """Give what a build says that has nothing to do."""
        told = Told(built.findings, checked.findings, built.files, built.against, built.notes)
        if checked.reads is not None:
            pictures = (content(self.project.tei / path) for part in parts.values() for path in part.pictures)
            told.reads = tuple(sorted({*checked.reads, *pictures}))
        return told

    def _record(
        self, told: Told, parts: Parts, pages: dict[str, Plain], outputs: Mapping[str, Output]
    ) -> Record:
        sources = [path for path in self.roles if path.is_file()]
        asked = self.wanted.told(self.staging.commit)
        return Record(
            state=state_of(self.project, sources, asked, told.reads, self.digests),
            told=told.plain(),
            seen=self.digests.seen,
            blobs=self.blobs.known,
            cells=parts.cells,
            surveyed=self.surveyed,
            parts={path: packed(part) for path, part in parts.done.items()},
            pages=pages,
            outputs={path: tuple(output) for path, output in outputs.items()},
        )

    def _marked(self, outputs: Mapping[str, Output]) -> dict[str, str]:
        """Give the pages of the last build that now name another commit, with the reason."""
        reason = "It names the commit that it is built from, which has changed."
        before = {path: one.mark for path, one in self.lies.items()}
        return {p: reason for p, one in outputs.items() if before.get(p, one.mark) != one.mark}

    def _sums(self, outputs: Mapping[str, Output]) -> dict[str, Output]:
        """Write the checksums of all files of the site, as they lie."""
        site = {p.removeprefix("html/"): one.checksum for p, one in outputs.items() if p.startswith("html/")}
        path = f"html/{CHECKSUMS}"
        return {path: self.staging.write(path, checksums(site))}

    def _manifest(
        self, outputs: Mapping[str, Output], parts: Mapping[str, Part], pages: Mapping[str, Plain]
    ) -> bytes:
        shas = {path: output.checksum for path, output in sorted(outputs.items())}
        return manifest.manifest(shas, parts, pages, self.project.root.resolve())

    def _jobs(self, volume: bool) -> Jobs:
        wanted = self.wanted
        told = (self.program, self.steps, self.languages, self.pages, self.overviews, wanted.search)
        return Jobs(self.kinds, volume, wanted.paper, *told)

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
        new = sum(str(path) not in self.record.parts for path in self.roles)
        crew = Crew(self.manner.jobs, new if new >= FEWEST else 0, self.staging.follows_end)
        try:
            yield crew, crew.number
        except BaseException:
            crew.shutdown(cancel_futures=True)
            raise
        crew.shutdown()

    def _whole(self, done: Mapping[str, Part]) -> Whole:
        def of(role: Role) -> dict[str, Part]:
            return {str(path): done[str(path)] for path, one in self.roles.items() if one is role}

        header, aligned = of(Role.HEADER), of(Role.ALIGNMENTS)
        return Whole(
            self.project,
            self.store,
            of(Role.DOCUMENT),
            of(Role.REGISTER),
            next(iter(header.values())),
            next(iter(aligned.values()), None),
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
        before = self.record.pages
        told = (self.kinds, self.program, self.steps, self.staging, before, self.there, self.own)
        return Pages(whole, *told)

    def _beside(self, parts: Mapping[str, Part]) -> dict[str, Plain]:
        """Put beside the pages what they need or lead to: style, script, pictures, the texts as received."""
        if "html" not in self.kinds:
            return {}
        found: dict[str, Plain] = {}
        for path, data in assets(self.steps.folder / "assets").items():
            found[f"html/assets/{path}"] = self._put(
                f"html/assets/{path}", digest_of(data), partial(bytes, data)
            )
        for path, file in self._copied(parts):
            found[path] = self._put(path, self.digests.of(content(file)), file.read_bytes)
        return found

    def _copied(self, parts: Mapping[str, Part]) -> Iterator[tuple[str, Path]]:
        for document in self.project.documents:
            text = self.project.source_of(document)
            if text.is_file() and not leads_out(text):
                yield f"html/sources/{text.name}", text
        for picture in sorted({path for part in parts.values() for path in part.pictures}):
            if (self.project.tei / picture).is_file():
                yield f"html/{picture}", self.project.tei / picture

    def _put(self, path: str, key: str, read: Callable[[], bytes]) -> Plain:
        old = self.record.pages.get(path)
        if old is not None and old[0] == {"": key} and (path, old[1]) in self.there:
            return old
        return ({"": key}, self.staging.write(path, read()).sha256, ())

    def _wanted(
        self, parts: Mapping[str, Part], pages: Mapping[str, Plain], beside: Mapping[str, Plain]
    ) -> dict[str, str]:
        """Give all files that there are to be, by their paths, with their SHA-256."""
        wanted: dict[str, str] = {path: page[1] for path, page in (*pages.items(), *beside.items())}
        for path, role in self.roles.items():
            part = parts[str(path)]
            for output in self._jobs(False).keys(str(path), role, part, 0):
                if "/" in output:
                    wanted[output] = part.outputs[output]
            if "html" in self.kinds:
                wanted |= {file: part.outputs[file] for files in part.split.values() for file in files}
                wanted[f"html/tei/{path.stem}.xml"] = part.outputs[PREPARED]
        if "html" in self.kinds:
            wanted |= {f"html/{path}": digest for path, digest in wanted.items() if path.startswith("pdf/")}
        return wanted

    def _findings(self, parts: Mapping[str, Part], pages: Mapping[str, Plain]) -> Iterator[Finding]:
        """Give what templates did not know, in all that was made now or before."""
        for path, part in parts.items():
            for output, rows in part.findings.items():
                if "/" not in output or output.partition("/")[0] in self.kinds:
                    yield from (finding_of(Path(path), row) for row in rows)
        for _, _, rows in pages.values():
            yield from (finding_of(Path(path), row) for path, row in rows)


def _stored(parts: Mapping[str, Part]) -> set[str]:
    """Give the digests of what the next build may need of the store."""
    facts = {part.facts.stored for part in parts.values() if part.facts}
    return facts.union(*(part.outputs.values() for part in parts.values()))
