"""Which documents name which entries of registers, and what they say of them."""

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from pathlib import Path

from tei_edition.digests import digest_of
from tei_edition.make.entries import counts, mentions
from tei_edition.make.facts import units_in
from tei_edition.make.inverted import Mention
from tei_edition.make.page import Xml
from tei_edition.make.quoted import Quoted

MOST_MENTIONS = 500
"""How many mentions of an entry its page quotes; of further documents it says how often they name it."""

_LATELY = 256
"""Documents of which the units are kept at hand."""


class Mentioned(Quoted):
    """What is known of all mentions in an edition's documents; `packed` is what `packed_units` gives."""

    @cached_property
    def basis(self) -> str:
        """A digest of more than `counts` depends on, at little cost."""
        return digest_of(*(part for one in self.inverted.documents for part in (one.said, one.named)))

    def counts(self, register: str) -> Xml:
        """Give `ed:counts`: how often which documents name the entries of a register."""
        own: dict[str, list[tuple[str, int]]] = {}
        stems: dict[str, str] = {}
        for entry, path, number in self.inverted.counted(Path(register).stem):
            stem = stems.get(path) or stems.setdefault(path, Path(path).stem)
            own.setdefault(entry, []).append((stem, number))
        said = [(one.path, one.said) for one in self.inverted.documents if one.path in stems]
        digest = digest_of(repr(own), *(one for _, one in said))
        return Xml(digest, lambda: counts(own, (self.naming(path) for path, _ in said)))

    def of(self, key: str) -> Xml:
        """Give `ed:mentions` with the documents that name an entry, and, up to a number, what they say."""
        return Xml(self.settled.get(key, ""), lambda: self._read(key))

    def _read(self, key: str) -> bytes:
        named = self.inverted.mentions(key)
        quoted = {one.path for one in _first(named)}
        return mentions(key, self._said(key, named, quoted))

    def _said(self, key: str, named: Iterable[Mention], quoted: Collection[str]) -> Iterable[str]:
        for one in named:
            units = self._units(one.path) if one.path in quoted else ()
            yield self.naming(one.path).xml(one.own, (text for keys, text in units if key in keys))

    def _units(self, path: str) -> list[tuple[list[str], str]]:
        """Give the units of a document that name entries; the pages of several ask for those of one."""
        if path not in self._lately:
            while len(self._lately) >= _LATELY:
                self._lately.pop(next(iter(self._lately)))
            self._lately[path] = units_in(self.packed(path))
        return self._lately[path]

    @cached_property
    def _lately(self) -> dict[str, list[tuple[list[str], str]]]:
        return {}


def _first(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """Give the first documents that name an entry, as many as hold the most mentions that are quoted."""
    numbers = accumulate((one.units for one in mentions), initial=0)
    return [one for one, before in zip(mentions, numbers, strict=False) if before < MOST_MENTIONS]
