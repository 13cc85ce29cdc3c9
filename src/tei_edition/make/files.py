"""Files about the whole edition that Python makes: tables of what documents say, and the index for searching.

Each is made of those facts alone that it shows, and made again when they change.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tei_edition.data import TABLES, fact_table
from tei_edition.digests import digest_of
from tei_edition.make.whole import Whole
from tei_edition.pagefind import bundle


@dataclass(frozen=True)
class Files:
    """A file, or all files of a folder, to make, in any thread; `to` is its path below `build/`."""

    to: str
    inputs: dict[str, str]
    """What it is made from, each with its digest."""
    make: Callable[[], Mapping[str, bytes]]
    """Gives the files by their paths."""


def files_of_all(edition: Whole) -> Iterator[Files]:
    """Give all files about the whole edition that no stylesheet makes."""
    for path in TABLES:
        yield _table(edition, path)
    for language, sections in edition.searched.languages.items():
        for number, digests in enumerate(sections):
            yield _index(edition, language, number, digests)


def _table(edition: Whole, path: str) -> Files:
    """A table with the lines of all documents."""
    to = f"html/{path}"
    digest, lines = edition.lines(path)
    return Files(to, {"facts": digest}, lambda: {to: fact_table(path, lines())})


def _index(edition: Whole, language: str, number: int, digests: Mapping[str, str]) -> Files:
    """The index of what can be found in a language, in the documents of one section."""
    to, searched = f"html/search/{language}/{number}", edition.searched

    def make() -> dict[str, bytes]:
        files = bundle(language, searched.records(language, digests), first=number == 0)
        return {f"{to}/{name}": data for name, data in files.items()}

    return Files(to, {"facts": digest_of(*digests.values())}, make)
