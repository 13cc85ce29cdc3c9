"""Two passages compared: what the one names and the other does not, and what stands there instead."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from tei_edition.alignment.versions import Sentence, Version
from tei_edition.checks.alike import folded, is_close, is_like
from tei_edition.checks.in_words import Words
from tei_edition.checks.named import Mention, numbers_in, untagged_in

_VALUES = ("date", "figure")
"""Kinds of things that figures name."""

_COMPARED = 300
"""Names up to which each is compared with each; beyond that only those that are the same are found."""


@dataclass(frozen=True, eq=False)
class Side:
    """A passage of one version, the sentences that it is made of (none for the whole), and what it names."""

    version: Version
    elements: tuple[etree._Element, ...]
    sentences: tuple[Sentence, ...]
    mentions: Sequence[Mention]

    def with_all_of(self, other: "Side") -> "Side":
        """Give this passage and another as one."""
        elements, sentences = self.elements + other.elements, self.sentences + other.sentences
        return Side(self.version, elements, sentences, [*self.mentions, *other.mentions])

    def only(self, kind: str, other: "Side") -> list[Mention]:
        """Give what of a kind this side names and the other does not, each once."""
        named = {mention.key for mention in other.mentions if mention.kind == kind}
        found: dict[object, Mention] = {}
        for mention in self.mentions:
            if mention.kind == kind and mention.key not in named and not mention.is_optional:
                found.setdefault(mention.key, mention)
        return list(found.values())

    def alike(self, mention: Mention) -> Mention | None:
        """Give what this side calls by the same name and takes for something else."""
        words, names = folded(mention.words), self._by_words(mention.kind)
        if words in names or len(words) != 1 or mention.kind in _VALUES or len(names) > _COMPARED:
            return names.get(words)
        close = (name for name in names if len(name) == 1 and is_close(name[0], words[0]))
        return names.get(next(close, ()))

    def untagged(self, mention: Mention) -> str:
        """Give the words by which this side names something without tagging it; "" where it seems not to."""
        if mention.kind not in self._words:
            of_kind = (other for other in self.mentions if other.kind == mention.kind)
            self._words[mention.kind] = Words(untagged_in(self.elements, of_kind))
        words = self._words[mention.kind]
        return words.numbers(mention) if mention.kind in _VALUES else words.name(mention)

    def _by_words(self, kind: str) -> dict[tuple[str, ...], Mention]:
        if kind not in self._names:
            names = self._names[kind] = {}
            for mention in self.mentions:
                if mention.kind == kind and (words := folded(mention.words)):
                    names.setdefault(words, mention)
        return self._names[kind]

    @cached_property
    def _words(self) -> dict[str, Words]:
        return {}

    @cached_property
    def _names(self) -> dict[str, dict[tuple[str, ...], Mention]]:
        return {}


class Difference(NamedTuple):
    """What one side names and the other does not, and what the other has instead, if that can be said."""

    mention: Mention
    instead: Mention | None
    is_of_first: bool


def differences(first: Side, second: Side, kind: str) -> Iterator[Difference]:
    """Compare what two sides name of one kind."""
    only_first, only_second = first.only(kind, second), second.only(kind, first)
    pairs = _pairs(only_first, only_second, bool(first.sentences))
    for mention in only_first:
        yield Difference(mention, pairs.get(mention) or second.alike(mention), True)
    paired = set(pairs.values())
    for mention in only_second:
        if mention not in paired:
            yield Difference(mention, first.alike(mention), False)


def _pairs(ones: list[Mention], others: list[Mention], is_linked: bool) -> dict[Mention, Mention]:
    """Pair what two sides name alike, and in sentences that are linked the only two that are left."""
    if is_linked and len(ones) == len(others) == 1:
        return {ones[0]: others[0]}
    if len(ones) * len(others) > _COMPARED**2:
        return {}
    pairs: dict[Mention, Mention] = {}
    left = list(others)
    for one in ones:
        other = next((other for other in left if _is_meant(one, other)), None)
        if other:
            left.remove(other)
            pairs[one] = other
    return pairs


def _is_meant(mention: Mention, other: Mention) -> bool:
    """Say whether two words are the same, and point to two things."""
    if mention.kind in _VALUES:
        one, another = numbers_in(mention.words), numbers_in(other.words)
        return bool(one) and set(one) == set(another)
    one_words, other_words = folded(mention.words), folded(other.words)
    return bool(one_words and other_words) and is_like(one_words, other_words)
