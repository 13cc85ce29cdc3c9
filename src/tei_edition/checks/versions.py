"""Originals, translations and parallel texts: their links (L3), and what they name (L2)."""

from collections.abc import Iterator

from tei_edition.alignment.links import alignment_of
from tei_edition.checks import alignment, parity
from tei_edition.checks.found import Found
from tei_edition.corpus import Corpus
from tei_edition.source import Source


def check(source: Source, corpus: Corpus) -> Iterator[Found]:
    """Check a file's versions and links; the files that its links lead into are read."""
    links = alignment_of(source, corpus)
    yield from alignment.check(links, source, corpus)
    yield from parity.check(links, source, corpus)
