"""Make the pages and books about the whole edition that are no longer right."""

from collections.abc import Iterator, Mapping, Sequence, Set
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from tei_edition.errors import EditionError
from tei_edition.make.explain import why_page
from tei_edition.make.files import FOLDERS, Files, files_of_all
from tei_edition.make.kinds import AT_LAST, OF_ALL, Kind
from tei_edition.make.page import Page, PageMade, make_pages, task_of
from tei_edition.make.parts import source_bytes
from tei_edition.make.record import Plain
from tei_edition.make.staging import Staging
from tei_edition.make.steps import Steps
from tei_edition.make.task import Own
from tei_edition.make.whole import Whole
from tei_edition.outcome import plain_finding
from tei_edition.processes import in_turn, result_of
from tei_edition.read import parse
from tei_edition.source import Source


@dataclass
class Pages:
    """The pages about the whole edition, of one build."""

    whole: Whole
    kinds: Sequence[str]
    program: str
    steps: Steps
    staging: Staging
    before: dict[str, Plain]
    """By path: what the last build knew of each page, as in `done`."""
    there: Set[tuple[str, str]]
    own: Own
    done: dict[str, Plain] = field(default_factory=dict)
    """By path: what a page was made from, its SHA-256, and what templates did not know."""
    reasons: dict[str, str] = field(default_factory=dict)

    def work(self, kinds: Sequence[Kind]) -> Iterator[tuple[list[dict[str, str]], Any]]:
        """Go through all pages of some kinds; give what must be made."""
        whole = replace(self.whole, volumes=sum("book" in inputs for inputs, _, _ in self.done.values()))
        for kind in kinds:
            for pages in kind(whole):
                wanted = (page for page in pages if page.to.partition("/")[0] in self.kinds)
                missing = [(inputs, page) for page in wanted if (inputs := self._looked_at(page))]
                if missing:
                    yield [inputs for inputs, _ in missing], task_of([page for _, page in missing], self.own)

    def _looked_at(self, page: Page) -> dict[str, str] | None:
        """Give what a page is to be made from; None where it is there, made from just that."""
        inputs = {"program": self.program, "stylesheets": self._stylesheets(page)} | page.inputs
        old = self._made_before(page)
        is_there = bool(old) and all((to, one[1]) in self.there for to, one in old.items())
        known = next(iter(old.values()))[0] if old else None
        if known == inputs and is_there:
            self.done |= old
            return None
        self.reasons[page.to] = why_page(known, inputs, is_there)
        return inputs

    def _made_before(self, page: Page) -> dict[str, Plain]:
        """Give what the last build knew of a page, or of the volumes of a book."""
        if page.is_book:
            return {to: one for to, one in self.before.items() if one[0].get("book") == page.to}
        return {page.to: self.before[page.to]} if page.to in self.before else {}

    def missing_files(self) -> Iterator[Files]:
        """Go through the files that no stylesheet makes; give those that are no longer right."""
        for files in files_of_all(self.whole) if "html" in self.kinds else ():
            old = self._files_before(files)
            is_there = all((to, page[1]) in self.there for to, page in old.items())
            if old and is_there and all(page[0] == self._inputs_of(files) for page in old.values()):
                self.done |= old
            else:
                yield files

    def take_files(self, files: Files, made: Mapping[str, bytes]) -> Iterator[str]:
        """Put away such files; give the path of each."""
        inputs, old = self._inputs_of(files), self._files_before(files)
        is_there = all((to, page[1]) in self.there for to, page in old.items())
        for to, data in made.items():
            before = old.get(to)
            self.reasons[to] = why_page(before and before[0], inputs, is_there)
            self.done[to] = (inputs, self.staging.write(to, data).sha256, ())
            yield to

    def _files_before(self, files: Files) -> dict[str, Plain]:
        return {to: page for to, page in self._beside.items() if files.has(to)}

    @cached_property
    def _beside(self) -> dict[str, Plain]:
        """What the last build knew of such files."""
        return {to: page for to, page in self.before.items() if to.startswith(FOLDERS)}

    def _inputs_of(self, files: Files) -> dict[str, str]:
        return {"program": self.program} | files.inputs

    def _stylesheets(self, page: Page) -> str:
        names = [*self.steps.needed(page.to, page.stylesheet), *(["lib/labels.xml"] if page.locales else [])]
        return self.steps.digest(*names, *(["pdf"] if page.is_book else []))

    def take(self, inputs: dict[str, str], made: PageMade) -> None:
        """Put away a page, or the volumes of a book."""
        told, reason = tuple(self._told(made)), self.reasons.pop(made.to)
        for path, data in made.outputs.items():
            self._refuse_double(path)
            self.reasons[path] = reason
            self.done[path] = (inputs, self.staging.write(path, data).sha256, told)

    def _refuse_double(self, path: str) -> None:
        stem = Path(path).stem
        if path.startswith("pdf/") and any(Path(document).stem == stem for document in self.whole.documents):
            message = f"A document is called {stem}, like a volume of the edition's book"
            raise EditionError(message, "Rename the document.")

    def _told(self, made: PageMade) -> Iterator[tuple[str, Any]]:
        """Give what templates did not know, and what could not be set, each with the file that it is in."""
        if made.unknown:
            source = parse(Path(made.name), source_bytes(Path(made.name), self.whole.project))
            if isinstance(source, Source):
                yield from ((made.name, plain_finding(one.finding(source))) for one in made.unknown)
        amiss = [book for book in made.books if book.unshown or book.torn]
        if amiss:
            from tei_edition.misprints import misprints

            paths = map(Path, self.whole.parts)
            parsed = [parse(path, source_bytes(path, self.whole.project)) for path in paths]
            sources = [source for source in parsed if isinstance(source, Source)]
            for book in amiss:
                yield from ((str(one.path), plain_finding(one)) for one in misprints(book, sources))


def make_all_pages(pages: Pages, executor: Executor, number: int) -> Iterator[str]:
    """Bring all pages up to date; give each that was made again when that is done.

    The files that no stylesheet makes are made meanwhile: another program makes the longest of them.
    """
    thread = ThreadPoolExecutor(1)
    try:
        meanwhile = [(files, thread.submit(files.make)) for files in pages.missing_files()]
        for kinds in (OF_ALL, AT_LAST):
            for all_inputs, all_made in in_turn(executor, pages.work(kinds), make_pages, number):
                for inputs, made in zip(all_inputs, all_made, strict=True):
                    pages.take(inputs, made)
                    yield made.to
        for files, future in meanwhile:
            made_files = result_of(future)
            yield from pages.take_files(files, made_files)
    finally:
        thread.shutdown(cancel_futures=True)  # Who has to stop waits for none that has not begun.
