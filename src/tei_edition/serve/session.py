"""One sitting at an edition: what changes is previewed, then built; who looks at a page is told."""

import asyncio
import os
import sys
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tei_edition.build import Built, Manner, build
from tei_edition.errors import EditionError
from tei_edition.examine import Way, check
from tei_edition.findings import Finding
from tei_edition.project import Project, resolved_files
from tei_edition.serve.addresses import shown_by
from tei_edition.serve.panel import panel
from tei_edition.serve.preview import preview
from tei_edition.serve.site import Site
from tei_edition.serve.watch import changes
from tei_edition.serve.worker import Worker

_NICE = 10
"""How much a build leaves to others, as `nice` counts it."""

Tell = Callable[[str], None]
"""Told in a sentence what was done."""


class Viewer:
    """A page that is open in a browser: its name, and what it must be told next."""

    def __init__(self, page: str, seen: str) -> None:
        """Take the name of the page, and the mark that it was served with."""
        self.page, self.seen = page, seen
        self.news = asyncio.Event()
        self.news.set()


class Session:
    """What is known while an edition is served."""

    def __init__(self, root: Path, jobs: int | None, tell: Tell) -> None:
        """Take the edition's folder, how many processes may build, and whom to tell what was done."""
        self.root = root.resolve()
        self.site = Site(self.root / "build" / "html")
        self.viewers: set[Viewer] = set()
        self.ended = asyncio.Event()
        self._jobs, self._tell = jobs, tell
        self._previewer, self._builder = Worker(), Worker()
        self._change = 0
        """How many changes there were."""
        self._built = -1
        """The change that the last build was begun after."""
        self._changed = asyncio.Event()
        self._findings: dict[Path, list[Finding]] = {}
        self._faults: dict[str, EditionError] = {}
        """What stopped a preview or a build, each by its name."""
        self._stems: dict[str, Path] = {}

    async def run(self) -> None:
        """Watch, preview and build until the end."""
        self._list()
        tasks = [asyncio.create_task(one) for one in (self._watch(), self._build_on(), self._warm_up())]
        try:
            await self.ended.wait()
        finally:
            for worker in (self._previewer, self._builder):
                worker.end()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    def end(self) -> None:
        """End it all."""
        self.ended.set()
        self._inform()

    def state(self, page: str) -> dict[str, Any]:
        """Give what a page is to say of the edition, as JSON can write it; reads the file that it shows."""
        told = panel(self.root, shown_by(page, self._stems), self._findings, self._pages())
        faults = [{"message": str(error), "hint": error.hint} for error in self._faults.values()]
        return {"faults": faults, "building": self._built != self._change, **told}

    def _pages(self) -> dict[Path, str]:
        return {path: f"/{stem}.html" for stem, path in self._stems.items()}

    async def _watch(self) -> None:
        async for files in changes(self.root, self.ended):
            self._change += 1
            self._changed.set()
            if any(not file.is_relative_to(self.root / "tei") for file in files):
                self._previewer.restart()  # What is compiled is older than the stylesheet, or the schema.
                self._builder.restart()
            await self._preview(files)

    async def _warm_up(self) -> None:
        """Compile the stylesheets before somebody waits for it."""
        first = next(iter(resolved_files(self.root / "tei" / "documents")), None)
        if first:
            with self._faults_of("preview"):
                await self._previewer.ask(preview, self.root, (), (first,))

    async def _preview(self, files: Collection[Path]) -> None:
        """Make the pages of the documents that have changed, and of those that somebody looks at."""
        begun, change = time.perf_counter(), self._change
        self._list()
        shown = {shown_by(viewer.page, self._stems) for viewer in self.viewers}
        documents = tuple({path for path in (*files, *shown) if path in self._documents})
        with self._faults_of("preview"):
            made = await self._previewer.ask(preview, self.root, tuple(files), documents)
            self.site.put(made.pages, change)
            self._findings = self._findings | made.findings
            if made.pages:
                names = ", ".join(sorted(file.name for file in files)[:3])
                self._tell(f"{names}: page after {time.perf_counter() - begun:.2f} s.")
        self._inform()

    async def _build_on(self) -> None:
        """Build now and after each change."""
        while True:
            self._changed.clear()
            await self._build()
            await self._changed.wait()

    async def _build(self) -> None:
        begun, change = time.perf_counter(), self._change
        with self._faults_of("build"):
            self._take(await self._builder.ask(found, self.root, self._jobs))
            self._inform()
            built = await self._builder.ask(made, self.root, self._jobs)
            self._take(built.findings)
            if built.files:
                self.site.settle(change)
            self._tell(_summary(built, time.perf_counter() - begun))
        self._built = change
        self._list()
        self._inform()

    def _take(self, findings: Iterable[Finding]) -> None:
        by_file: dict[Path, list[Finding]] = {}
        for finding in findings:
            by_file.setdefault(finding.path, []).append(finding)
        self._findings = by_file

    @contextmanager
    def _faults_of(self, what: str) -> Iterator[None]:
        """Keep the fault that stops a piece of work, unless that was begun anew; let go of an earlier one."""
        begun = self._builder.begun
        try:
            yield
            self._faults.pop(what, None)
        except EditionError as error:
            if begun == self._builder.begun and not self.ended.is_set():
                self._faults[what] = error
                self._tell(f"{error}. {error.hint}".rstrip())

    def _inform(self) -> None:
        for viewer in self.viewers:
            viewer.news.set()

    def _list(self) -> None:
        """See which files have pages."""
        project = Project(self.root)
        self._documents = frozenset(resolved_files(project.tei / "documents"))
        registers = resolved_files(project.tei / "registers")
        self._stems = {f"documents/{path.stem}": path for path in self._documents}
        self._stems |= {f"registers/{path.stem}": path for path in registers}
        self._stems |= {"index": project.edition, "differences": project.alignments}


def found(root: Path, jobs: int | None) -> list[Finding]:
    """Check an edition."""
    _step_back()
    return check([root / "tei"], way=Way(jobs=jobs))


def made(root: Path, jobs: int | None) -> Built:
    """Make the pages of an edition, whatever the check finds."""
    _step_back()
    return build(Project(root), ["html"], despite_findings=True, manner=Manner(jobs=jobs), search=False)


def _step_back() -> None:
    """Let previews, for which somebody waits, have the processor first."""
    if sys.platform != "win32":
        os.nice(max(0, _NICE - os.nice(0)))


def _summary(built: Built, seconds: float) -> str:
    findings = f"{len(built.findings)} finding{'' if len(built.findings) == 1 else 's'}"
    if not built.files:
        return f"Nothing was built: a file cannot be read; {findings} ({seconds:.1f} s)."
    again = f"{len(built.remade)} of {built.files['html']} files made again"
    return f"Built after {seconds:.1f} s: {again}, {findings}."
