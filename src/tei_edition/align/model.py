"""What is known of how two texts render each other: their tokens, which stand for which, their lengths."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Self

from tei_edition.align.chances import Step
from tei_edition.align.lengths import Lengths
from tei_edition.align.lexicon import (
    Passage,
    Side,
    found_again,
    hopes,
    look_alikes,
    ratios,
    shares,
    turned,
)

_UNSURE = 0.05
"""Steps with a smaller chance teach nothing."""

_SUREST = 0.9
"""No token is so sure to be found again that one which is not would forbid a link."""


@dataclass(frozen=True)
class Text:
    """One side: each sentence as tokens (numbers into the vocabulary) and its length in characters."""

    sentences: Sequence[Sequence[int]]
    lengths: Sequence[int]
    vocabulary: Sequence[str]

    @classmethod
    def of(cls, sentences: Sequence[Sequence[str]], lengths: Sequence[int]) -> Self:
        """Number the tokens of some sentences."""
        vocabulary = sorted({token for sentence in sentences for token in sentence})
        numbers = {token: number for number, token in enumerate(vocabulary)}
        return cls([[numbers[token] for token in sentence] for sentence in sentences], lengths, vocabulary)

    def passage(self, start: int, size: int) -> list[int]:
        """Give the tokens of some sentences together."""
        return [token for sentence in self.sentences[start : start + size] for token in sentence]

    def length(self, start: int, size: int) -> int:
        """Give the characters of some sentences together."""
        return sum(self.lengths[start : start + size])


@dataclass(frozen=True)
class Direction:
    """What a's tokens say of b's: `likelier` by how much, `found` how often each of b's is explained."""

    alike: Side
    hoped: Sequence[float]
    share: Sequence[float]
    likelier: Side
    found: Sequence[float]

    @classmethod
    def of(cls, alike: Side, b: Text) -> Self:
        """Begin with what the letters say."""
        size = len(b.vocabulary)
        share, hoped = shares(b.sentences, size), hopes(alike, size)
        nothing: Side = [{} for _ in alike]
        return cls(alike, hoped, share, ratios([], alike, nothing, share), hoped)

    def learned(self, passages: Sequence[Passage]) -> Self:
        """Give what is known after some passages."""
        likelier = ratios(passages, self.alike, self.likelier, self.share)
        return replace(self, likelier=likelier, found=found_again(passages, likelier, self.hoped, self.found))

    def odds(self) -> list[float]:
        """Give for each token of b how likely it is explained, as odds."""
        return [min(found, _SUREST) / (1 - min(found, _SUREST)) for found in self.found]


@dataclass(frozen=True)
class Model:
    """Two texts and what is known of them."""

    a: Text
    b: Text
    there: Direction
    back: Direction
    lengths: Lengths

    @classmethod
    def of(cls, a: Text, b: Text) -> Self:
        """Begin with what the letters and the lengths of all sentences say; neither text may be empty."""
        alike = look_alikes(a.vocabulary, b.vocabulary)
        there = Direction.of(alike, b)
        back = Direction.of(turned(alike, len(b.vocabulary)), a)
        return cls(a, b, there, back, Lengths.of(a.lengths, b.lengths))

    def learned(self, steps: Iterable[Step]) -> Self:
        """Give what is known after some links."""
        links = [step for step in steps if step.m and step.n and step.chance > _UNSURE]
        passages = [
            Passage(step.chance, self.a.passage(step.i, step.m), self.b.passage(step.j, step.n))
            for step in links
        ]
        lengths = self.lengths.learned(
            (step.chance, self.a.length(step.i, step.m), self.b.length(step.j, step.n)) for step in links
        )
        back = [Passage(chance, b, a) for chance, a, b in passages]
        return replace(
            self, there=self.there.learned(passages), back=self.back.learned(back), lengths=lengths
        )
