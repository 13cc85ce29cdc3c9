"""Which documents name which entries of registers, and what they say of them."""

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from tei_edition.digests import digest_of
from tei_edition.make.entries import counts, mentions
from tei_edition.make.facts import units_in
from tei_edition.make.page import Xml
from tei_edition.make.quoted import Quoted

MOST_MENTIONS = 500
"""How many mentions of an entry its page quotes; of further documents it says how often they name it."""

_LATELY = 256
"""Documents of which the units are kept at hand."""


class Mention(NamedTuple):
    """A document that names an entry."""

    path: str
    units: int
    """How many units of it do."""
    own: int
    """How many, translations left out."""
    digest: str


class Mentioned(Quoted):
    """What is known of all mentions in an edition's documents; `packed` is what `packed_units` gives."""

    def counts(self, register: str) -> Xml:
        """Give `ed:counts`: how often which documents name the entries of a register."""
        named = {key: self._by_entry[key] for key in self._by_register.get(Path(register).stem, ())}
        own = {key: [(self._stems[one.path], one.own) for one in some] for key, some in named.items()}
        paths = sorted({one.path for some in named.values() for one in some})
        digest = digest_of(repr(own), *(self.said[path] for path in paths))
        return Xml(digest, lambda: counts(own, map(self.naming, paths)))

    def of(self, key: str) -> Xml:
        """Give `ed:mentions` with the documents that name an entry, and, up to a number, what they say."""
        named = self._by_entry.get(key, [])
        quoted = {one.path for one in _first(named)}
        said = (f"{self._stems[one.path]} {one[1:]} {self.said[one.path]}" for one in named)
        digest = digest_of(key, *said, str(len(quoted)))
        return Xml(digest, lambda: self._read(key, named, quoted))

    def _read(self, key: str, named: Iterable[Mention], quoted: Collection[str]) -> bytes:
        def said(one: Mention) -> str:
            units = self._units(one.path) if one.path in quoted else ()
            return self.naming(one.path).xml(one.own, (text for keys, text in units if key in keys))

        return mentions(key, map(said, named))

    @cached_property
    def _by_entry(self) -> dict[str, list[Mention]]:
        found: dict[str, list[Mention]] = {}
        for path, facts in self.facts:
            for key, said in facts.mentions.items():
                found.setdefault(key, []).append(Mention(path, *said))
        return found

    @cached_property
    def _by_register(self) -> dict[str, list[str]]:
        """By register: the keys of the entries that documents name."""
        found: dict[str, list[str]] = {}
        for key in sorted(self._by_entry):
            found.setdefault(key.partition(".")[0], []).append(key)
        return found

    @cached_property
    def _stems(self) -> dict[str, str]:
        return {path: Path(path).stem for path, _ in self.facts}

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
