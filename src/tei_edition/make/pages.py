"""Make the pages and books about the whole edition that are no longer right."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from tei_edition.digests import digest_of
from tei_edition.errors import EditionError
from tei_edition.make.explain import why_page
from tei_edition.make.files import Files, files_of_all
from tei_edition.make.kinds import AT_LAST, BOOK, OF_ALL, Kind
from tei_edition.make.lying import Lies
from tei_edition.make.page import Group, Page, PageMade, make_pages, task_of
from tei_edition.make.parts import source_bytes
from tei_edition.make.products import Key, Product
from tei_edition.make.record import Record
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
    """The pages about the whole edition, of one build; what is known of them goes into the record."""

    whole: Whole
    kinds: Sequence[str]
    program: str
    steps: Steps
    staging: Staging
    record: Record
    lying: Lies
    own: Own
    makers: set[str] = field(default_factory=set)
    """What the pages and files that there are to be are called by in the record."""
    reasons: dict[str, str] = field(default_factory=dict)
    """By path: why a page was made again."""

    def work(self, kinds: Sequence[Kind]) -> Iterator[tuple[list[tuple[str, Key]], Any]]:
        """Go through all pages of some kinds; give what must be made, with who makes it and of what."""
        volumes = len(self.record.made_by(BOOK)) if BOOK in self.makers else 0
        whole = replace(self.whole, volumes=volumes)
        for kind in kinds:
            for group in kind(whole):
                missing = self._missing(group)
                if missing:
                    pages = [page for _, page in missing]
                    yield [(group.maker, key) for key, _ in missing], task_of(pages, self.own)

    def _missing(self, group: Group) -> list[tuple[Key, Page]]:
        """Give the pages that are not there as they should be, and what each is to be made from."""
        if group.maker.partition("/")[0] not in self.kinds:
            return []
        self.makers.add(group.maker)
        basis = digest_of(self._common, group.basis) if group.basis else ""
        if basis and group.maker not in self.lying.makers and self.record.basis(group.maker) == basis:
            return []
        before, pages = self.record.made_by(group.maker), group.pages()
        if not any(page.is_book for page in pages):
            self.record.forget(group.maker, before.keys() - {page.to for page in pages})
        if basis:
            self.record.put_basis(group.maker, basis)
        return [(key, page) for page in pages if (key := self._looked_at(page, before))]

    def _looked_at(self, page: Page, before: Mapping[str, Product]) -> Key | None:
        """Give what a page is to be made from; None where it is there, made from just that."""
        key = Key.of(self.program, {"stylesheets": self._stylesheets(page)} | page.inputs)
        old = before if page.is_book else {to: one for to, one in before.items() if to == page.to}
        is_there = bool(old) and all(self._is_there(to, one) for to, one in old.items())
        known = next(iter(old.values())).key if old else None
        if known == key and is_there:
            return None
        self.reasons[page.to] = why_page(known, key, is_there)
        return key

    def _is_there(self, to: str, one: Product) -> bool:
        return to not in self.lying.gone or self.staging.has(to, one.output.sha256)

    @cached_property
    def _common(self) -> str:
        """The digest of what all pages are made with."""
        return digest_of(self.program, self.steps.digest(""), repr(self.whole.around))

    def missing_files(self) -> Iterator[Files]:
        """Go through the files that no stylesheet makes; give those that are no longer right."""
        for files in files_of_all(self.whole) if "html" in self.kinds else ():
            self.makers.add(files.to)
            key, old = self._key_of(files), self.record.made_by(files.to)
            is_there = files.to not in self.lying.makers
            if not old or not is_there or any(one.key != key for one in old.values()):
                yield files

    def take_files(self, files: Files, made: Mapping[str, bytes]) -> Iterator[str]:
        """Put away such files; give the path of each."""
        key, old = self._key_of(files), self.record.made_by(files.to)
        is_there = files.to not in self.lying.makers
        self.record.forget(files.to, old.keys() - made.keys())
        for to, data in made.items():
            before = old.get(to)
            self.reasons[to] = why_page(before and before.key, key, is_there)
            self.record.put_made(files.to, {to: Product(self.staging.write(to, data), key)})
            yield to

    def _key_of(self, files: Files) -> Key:
        return Key.of(self.program, files.inputs)

    def _stylesheets(self, page: Page) -> str:
        names = [*self.steps.needed(page.to, page.stylesheet), *(["lib/labels.xml"] if page.locales else [])]
        return self.steps.digest(*names, *(["pdf"] if page.is_book else []))

    def take(self, maker: str, key: Key, made: PageMade) -> None:
        """Put away a page, or the volumes of a book."""
        told, reason = tuple(self._told(made)), self.reasons.pop(made.to)
        if made.books:
            self.record.forget(maker, self.record.made_by(maker).keys() - made.outputs.keys())
        for path, data in made.outputs.items():
            self._refuse_double(path)
            self.reasons[path] = reason
            product = Product(self.staging.write(path, data), key, told=told)
            self.record.put_made(maker, {path: product})

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

            paths = self.whole.paths.values()
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
        meanwhile = deque((files, thread.submit(files.make)) for files in pages.missing_files())
        for kinds in (OF_ALL, AT_LAST):
            for all_keys, all_made in in_turn(executor, pages.work(kinds), make_pages, number):
                for (maker, key), made in zip(all_keys, all_made, strict=True):
                    pages.take(maker, key, made)
                    yield made.to
                while meanwhile and meanwhile[0][1].done():
                    yield from _taken(pages, *meanwhile.popleft())
        while meanwhile:
            yield from _taken(pages, *meanwhile.popleft())
    finally:
        thread.shutdown(cancel_futures=True)  # Who has to stop waits for none that has not begun.


def _taken(pages: Pages, files: Files, made: "Future[Mapping[str, bytes]]") -> Iterator[str]:
    """Put away files as soon as they are made: of a large edition the memory does not hold all of them."""
    return pages.take_files(files, result_of(made))
