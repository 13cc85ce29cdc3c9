"""Make pages of documents at once, without a build, in a process of its own that stays warm.

The pages are those that a build makes: the same steps with the same slices. What a build would make of other
files because of a change is left to the build.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from lxml import etree

from tei_edition.corpus import Corpus
from tei_edition.digests import Digests
from tei_edition.extract import slice_of
from tei_edition.findings import Finding
from tei_edition.interface import document_pages, edition_languages
from tei_edition.make import record as records
from tei_edition.make.jobs import Jobs, Role
from tei_edition.make.products import Plain
from tei_edition.make.steps import Steps
from tei_edition.make.survey import overviews, survey
from tei_edition.make.task import Task, folder_of, make, own_of
from tei_edition.project import Project, resolved_files
from tei_edition.read import bytes_of, parse
from tei_edition.render import languages, nothing_at
from tei_edition.source import Source


@dataclass
class Preview:
    """Pages by their names in `build/html`, and the findings of documents that cannot be read."""

    pages: dict[str, bytes] = field(default_factory=dict)
    findings: dict[Path, list[Finding]] = field(default_factory=dict)


def preview(root: Path, changed: Sequence[Path], documents: Sequence[Path]) -> Preview:
    """Make the pages of some documents of the edition at `root`, after some of its files have changed.

    Raises `EditionError` where a stylesheet stops. Stylesheets are those that this process saw first.
    """
    return _warm(root).preview(changed, documents)


class _Warm:
    """What is known of an edition from one preview to the next."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._own = own_of(root / "xslt")
        self._steps = Steps(folder_of(self._own))
        self._surveyed: dict[str, Plain] = records.load(root / "build" / "cache" / "made").surveyed
        self._digests = Digests()
        self._shared: list[Source] = []

    def preview(self, changed: Sequence[Path], documents: Sequence[Path]) -> Preview:
        project = Project(self._root)
        files = list(resolved_files(project.tei / "documents"))
        if not set(files).issuperset(changed):
            self._shared = []
        corpus = Corpus(project, self._shared)
        self._shared = corpus.shared
        jobs = self._jobs(files, corpus)
        made = Preview()
        for path in set(documents).intersection(files):
            source = parse(path, data := bytes_of(path))
            if isinstance(source, Source):
                made.pages |= self._pages(source, data, corpus, jobs)
            else:
                made.findings[path] = source
        return made

    def _jobs(self, files: Sequence[Path], corpus: Corpus) -> Jobs:
        self._digests = Digests(self._digests.seen)
        surveyed, self._surveyed = survey(files, self._surveyed, self._digests)
        versions = {path: one.versions for path, one in surveyed.items()}
        header = corpus.edition.root if corpus.edition else _no_header(self._root)
        spoken = edition_languages(header, versions.values(), languages(self._steps.folder))
        pages = {path: document_pages(Path(path).stem, one, spoken) for path, one in versions.items()}
        there = overviews([*surveyed.values()], corpus)
        return Jobs(("html",), False, "", "", self._steps, spoken, pages, there, search=False)

    def _pages(self, source: Source, data: bytes, corpus: Corpus, jobs: Jobs) -> dict[str, bytes]:
        steps = jobs.steps_of(str(source.path), Role.DOCUMENT)
        wanted = tuple(step for step in steps if step.to.startswith("html/"))
        slice_ = etree.tostring(slice_of(source, corpus)[0], encoding="unicode").encode()
        made = make(Task(str(source.path), data, slice_, wanted, own=self._own))
        return {step.to.removeprefix("html/"): made.outputs[step.to] for step in wanted}


@cache
def _warm(root: Path) -> _Warm:
    return _Warm(root)


def _no_header(root: Path) -> etree._Element:
    return etree.fromstring(nothing_at(Project(root).edition))
