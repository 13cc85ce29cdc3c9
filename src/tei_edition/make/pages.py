"""Make the pages and books about the whole edition that are no longer right."""

from collections.abc import Iterator, Sequence, Set
from concurrent.futures import Executor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tei_edition.make.explain import why_page
from tei_edition.make.kinds import OF_ALL
from tei_edition.make.page import Page, PageMade, make_page, task_of
from tei_edition.make.parts import in_turn, source_bytes
from tei_edition.make.record import Plain
from tei_edition.make.staging import Staging
from tei_edition.make.steps import Steps
from tei_edition.make.task import Own
from tei_edition.make.whole import Whole


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

    def work(self) -> Iterator[tuple[dict[str, str], Any]]:
        """Go through all pages; give what must be made."""
        for kind in OF_ALL:
            for page in kind(self.whole):
                if page.to.partition("/")[0] in self.kinds:
                    yield from self._looked_at(page)

    def _looked_at(self, page: Page) -> Iterator[tuple[dict[str, str], Any]]:
        inputs = {"program": self.program, "stylesheets": self._stylesheets(page)} | page.inputs
        old = self.before.get(page.to)
        is_there = old is not None and (page.to, old[1]) in self.there
        if old is not None and old[0] == inputs and is_there:
            self.done[page.to] = old
            return
        self.reasons[page.to] = why_page(old and old[0], inputs, is_there)
        yield inputs, task_of(page, source_bytes(Path(page.name), self.whole.project), self.own)

    def _stylesheets(self, page: Page) -> str:
        names = [page.stylesheet, *(["lib/labels.xml"] if page.locales else [])]
        return self.steps.digest(*names, *(["pdf"] if page.to.endswith(".pdf") else []))

    def take(self, inputs: dict[str, str], made: PageMade) -> None:
        """Put a page away."""
        output = self.staging.write(made.to, made.data)
        self.done[made.to] = (inputs, output.sha256, tuple((made.name, row) for row in made.findings))


def make_pages(pages: Pages, executor: Executor, number: int) -> Iterator[str]:
    """Bring all pages up to date; give each that was made again when that is done."""
    for inputs, made in in_turn(executor, pages.work(), make_page, number):
        pages.take(inputs, made)
        yield made.to
