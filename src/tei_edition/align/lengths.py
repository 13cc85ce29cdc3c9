"""How well the lengths of two passages go together.

That long sentences are rendered by long ones is what Gale and Church (1993) align by. Here the spread is
learned from the texts, and has long tails (Student's t) that leave room for a free translation.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Self

_FREEDOM = 4.0
_SOFT = 5.0
"""Characters that are added to each length, so that "1." and "II." are not worlds apart."""

_ROUGH = 40.0
"""Characters; a passage of this length strays by 1.4 times what a long one does."""

_RAREST = -4.0
"""The least chance (a logarithm) of a length: a very long sentence alone proves no link."""

_USUAL_SPREAD = 0.28
_SEEN_BEFORE = 10
"""The spread to begin with, and how many links it counts for."""


@dataclass(frozen=True)
class Lengths:
    """What is usual of two texts.

    `ratio` of b's characters to a's, `spread` of the lengths in a link, `mean` and `variance` of the
    lengths of b's sentences, the last three of logarithms.
    """

    ratio: float
    spread: float
    mean: float
    variance: float

    @classmethod
    def of(cls, a: Sequence[int], b: Sequence[int]) -> Self:
        """Learn it from the lengths of all sentences of both sides, in characters."""
        logs = [math.log(length + _SOFT) for length in b]
        mean = math.fsum(logs) / len(logs)
        variance = math.fsum((log - mean) ** 2 for log in logs) / len(logs)
        ratio = (sum(b) + 500) / (sum(a) + 500)
        return cls(min(max(ratio, 0.2), 5.0), _USUAL_SPREAD, mean, max(variance, 0.1))

    def evidence(self, a: int, b: int, parts: int) -> float:
        """Give the logarithm of how much likelier b characters, of so many sentences, are because of a."""
        expected = a * self.ratio + _SOFT
        found = math.log(b + _SOFT)
        scale = self.spread * math.sqrt(1 + _ROUGH / expected)
        distance = (found - math.log(expected)) / scale
        related = -(_FREEDOM + 1) / 2 * math.log1p(distance * distance / _FREEDOM) - math.log(scale)
        variance = self.variance / parts + 0.02
        stray = found - self.mean - math.log(parts)
        chance = -stray * stray / (2 * variance) - math.log(variance) / 2
        return related - max(chance, _RAREST)

    def learned(self, pairs: Iterable[tuple[float, int, int]]) -> Self:
        """Give the same with the spread of some links: the chance of each, and its lengths."""
        weights, total = float(_SEEN_BEFORE), _USUAL_SPREAD * _SEEN_BEFORE
        for chance, a, b in pairs:
            expected = a * self.ratio + _SOFT
            stray = abs(math.log((b + _SOFT) / expected)) / math.sqrt(1 + _ROUGH / expected)
            total += chance * stray * 1.1
            weights += chance
        return replace(self, spread=max(total / weights, 0.05))
