"""How well the lengths of two passages go together, as Gale and Church (1993) use it for alignment."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

_FREEDOM = 4.0
"""Of Student's t: its long tails leave room for a free translation."""


@dataclass(frozen=True)
class Lengths:
    """What is usual of two texts: `ratio` of characters, how far a pair strays, how sentences differ."""

    ratio: float
    spread: float
    mean: float
    variance: float

    @classmethod
    def of(cls, a: Sequence[int], b: Sequence[int], spread: float = 0.3) -> "Lengths":
        """Learn it from the lengths of all sentences of both sides."""
        logs = [math.log(length + _SOFT) for length in b] or [0.0]
        mean = sum(logs) / len(logs)
        variance = sum((log - mean) ** 2 for log in logs) / len(logs)
        ratio = (sum(b) + 500) / (sum(a) + 500)
        return cls(min(max(ratio, 0.2), 5.0), spread, mean, max(variance, 0.1))

    def evidence(self, a: int, b: int, parts: int) -> float:
        """Give the log of how much likelier `b` characters (of `parts` sentences) are because of `a`."""
        expected = math.log(a * self.ratio + _SOFT)
        found = math.log(b + _SOFT)
        scale = self.spread * math.sqrt(1 + _ROUGH / (a * self.ratio + _SOFT))
        distance = (found - expected) / scale
        related = -(_FREEDOM + 1) / 2 * math.log1p(distance * distance / _FREEDOM) - math.log(scale)
        variance = self.variance / parts + 0.02
        usual = self.mean + math.log(parts)
        chance = -((found - usual) ** 2) / (2 * variance) - math.log(variance) / 2
        return related - max(chance, _RAREST)

    def learned(self, likely, a, b) -> "Lengths":
        """The same with the spread of links."""
        weights = 10.0
        total = self.spread * weights
        for one in likely:
            if one.m and one.n and one.chance > 0.2:
                expected = sum(a[one.i : one.i + one.m]) * self.ratio + _SOFT
                found = sum(b[one.j : one.j + one.n]) + _SOFT
                scale = math.sqrt(1 + _ROUGH / expected)
                total += one.chance * abs(math.log(found / expected)) / scale * 1.1
                weights += one.chance
        return replace(self, spread=max(total / weights, 0.05))


_SOFT = 5.0
_ROUGH = 40.0
_RAREST = -4.0
