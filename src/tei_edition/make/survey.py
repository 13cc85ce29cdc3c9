"""What must be known of all documents before one is made: their languages, and what overviews can show."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from tei_edition.corpus import Corpus
from tei_edition.digests import Digests, content
from tei_edition.interface import Versions, versions_of
from tei_edition.make.products import Plain
from tei_edition.markup import tei
from tei_edition.read import bytes_of, parse
from tei_edition.source import Source

_NONE = Versions("", (), ())
_WHEN = ("when", "from", "to", "notBefore", "notAfter")


@dataclass(frozen=True)
class Surveyed:
    """What a document is, as far as all pages must know it."""

    versions: Versions
    is_dated: bool
    """Whether it has a date that says when."""
    compared: tuple[str, ...]
    """What others may speak of too: what its figures are of, and, where it is dated, its events."""

    @property
    def plain(self) -> Plain:
        """Give it as plain data."""
        versions = (self.versions.language, self.versions.originals, self.versions.translations)
        return (versions, self.is_dated, self.compared)

    @classmethod
    def of(cls, root: etree._Element) -> "Surveyed":
        """Look at a document."""
        texts = root.findall(tei("text"))
        dates = (date for text in texts for date in text.iter(tei("date")))
        is_dated = any(date.get(name) for date in dates for name in _WHEN)
        figures = {node.get("commodity", "") for text in texts for node in text.iter(tei("measure"))}
        names = (node for text in texts for node in text.iter(tei("rs"), tei("eventName")))
        events = {node.get("ref", "") for node in names if node.get("type", "event") == "event"}
        compared = figures | events if is_dated else figures
        return cls(versions_of(root), is_dated, tuple(sorted(compared - {""})))


def survey(
    documents: Iterable[Path], before: dict[str, Plain], digests: Digests
) -> tuple[dict[str, Surveyed], dict[str, Plain]]:
    """Give what documents are by their paths, and the same as it is kept for the next build.

    `before` is what was kept; only documents that have changed since are read.
    """
    found, kept = {}, {}
    for path in documents:
        now = digests.of(content(path))
        digest, plain = before.get(str(path), ("", None))
        one = Surveyed(Versions(*plain[0]), *plain[1:]) if digest == now else _read(path)
        found[str(path)] = one
        kept[str(path)] = (now, one.plain)
    return found, kept


def overviews(documents: Sequence[Surveyed], corpus: Corpus) -> list[str]:
    """Name the pages about the whole edition that there are, in the order in which the banner has them."""
    has_points = any(next(source.root.iter(tei("geo")), None) is not None for source in corpus.shared)
    shared = Counter(what for one in documents for what in one.compared)
    several = corpus.alignments is not None or any(number > 1 for number in shared.values())
    known = {
        "map": has_points,
        "chronology": any(one.is_dated for one in documents),
        "differences": several,
    }
    return [name for name, is_there in known.items() if is_there]


def _read(path: Path) -> Surveyed:
    result = parse(path, bytes_of(path))
    return Surveyed.of(result.root) if isinstance(result, Source) else Surveyed(_NONE, False, ())
