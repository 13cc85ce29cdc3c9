"""What must be known of all documents before one is made: the languages of their versions."""

from collections.abc import Iterable
from pathlib import Path

from tei_edition.digests import Digests, content
from tei_edition.interface import Versions, versions_of
from tei_edition.make.record import Plain
from tei_edition.read import bytes_of, parse
from tei_edition.source import Source


def survey(
    documents: Iterable[Path], before: dict[str, Plain], digests: Digests
) -> tuple[dict[str, Versions], dict[str, Plain]]:
    """Give the languages of documents by their paths, and the same as it is kept for the next build.

    `before` is what was kept; only documents that have changed since are read.
    """
    found, kept = {}, {}
    for path in documents:
        now = digests.of(content(path))
        old = before.get(str(path))
        versions = Versions(*old[1:]) if old is not None and old[0] == now else _read(path)
        found[str(path)] = versions
        kept[str(path)] = (now, versions.language, versions.originals, versions.translations)
    return found, kept


def _read(path: Path) -> Versions:
    result = parse(path, bytes_of(path))
    return versions_of(result.root) if isinstance(result, Source) else Versions("", (), ())
