"""All ways to link two texts at once: how likely each link is, by the forward-backward algorithm.

A node (i, j) lies between sentences: i of the one text and j of the other are behind it. A step from
one node to another is a link (m:n) or leaves sentences out.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from tei_edition.align.lengths import Lengths
from tei_edition.align.lexicon import Side

Nodes = list[list[int]]
"""For each i the j's of the nodes that are looked at, rising."""

KINDS = {
    (1, 1): 0.72,
    (1, 2): 0.08,
    (2, 1): 0.08,
    (2, 2): 0.02,
    (1, 3): 0.015,
    (3, 1): 0.015,
    (2, 3): 0.006,
    (3, 2): 0.006,
    (1, 4): 0.006,
    (4, 1): 0.006,
    (3, 3): 0.002,
}


@dataclass(frozen=True)
class Weights:
    """How much each kind of evidence counts."""

    words: float = 0.35
    length: float = 0.7
    share: float = 0.9
    gap: float = 0.02
    kinds: dict[tuple[int, int], float] = field(default_factory=lambda: dict(KINDS))


@dataclass(frozen=True)
class Text:
    """One side: each sentence as tokens (numbers into a vocabulary) and its length in characters."""

    sentences: Sequence[Sequence[int]]
    lengths: Sequence[int]


class Steps:
    """The steps from all nodes and their scores (logarithms)."""

    def __init__(
        self, a: Text, b: Text, forward: Side, backward: Side, found_a: Sequence[float], found_b: Sequence[float], lengths: Lengths, nodes: Nodes, weights: Weights
    ) -> None:
        self.a, self.b, self.forward, self.backward = a, b, forward, backward
        self.lengths, self.nodes, self.weights = lengths, nodes, weights
        self.kinds = [(m, n, math.log(p)) for (m, n), p in weights.kinds.items()]
        cap = weights.share
        self.odds_a = [min(f, cap) / (1 - min(f, cap)) for f in found_a]
        self.odds_b = [min(f, cap) / (1 - min(f, cap)) for f in found_b]
        self.lost_a = [sum(-math.log1p(self.odds_a[t]) for t in s) for s in a.sentences]
        self.lost_b = [sum(-math.log1p(self.odds_b[t]) for t in s) for s in b.sentences]
        self.rows: dict[int, _Row] = {}
        self.back: dict[int, dict[int, float]] = {}
        self.cumulated = [_sums(a.lengths), _sums(b.lengths)]

    def all(self) -> list[list[list[tuple[int, int, float]]]]:
        """Give for each node its steps (m, n, score), in the order of the nodes."""
        steps = []
        sets = [frozenset(row) for row in self.nodes]
        for i, row in enumerate(self.nodes):
            steps.append([self._from(i, j, sets) for j in row])
            self.rows.pop(i, None)
            if row:
                for gone in [j for j in self.back if j < row[0] - 40]:
                    del self.back[gone]
        return steps

    def _from(self, i: int, j: int, sets: list[frozenset[int]]) -> list[tuple[int, int, float]]:
        steps = []
        last = len(sets) - 1
        for m, n, prior in self.kinds:
            if i + m > last or j + n not in sets[i + m]:
                continue
            if not n or not m:
                steps.append((m, n, prior))
            else:
                steps.append((m, n, prior + self._evidence(i, j, m, n)))
        return steps

    def _evidence(self, i: int, j: int, m: int, n: int) -> float:
        words = 0.0
        first = self._row(i)
        for other in range(j, j + n):
            words += first.forward(m, other)
        for one in range(i, i + m):
            words += self._row(one).backward(n, j)
        one, two = self.cumulated
        length = self.lengths.evidence(one[i + m] - one[i], two[j + n] - two[j], n)
        return self.weights.words * words + self.weights.length * length

    def _row(self, i: int) -> "_Row":
        row = self.rows.get(i)
        if row is None:
            row = self.rows[i] = _Row(self, i)
        return row

    def stands_for(self, j: int) -> dict[int, float]:
        """Give what the tokens of a sentence of b stand for."""
        found = self.back.get(j)
        if found is None:
            found = self.back[j] = _summed(self.b.sentences[j], self.backward)
        return found


class _Row:
    """What a sentence of a has to do with those of b."""

    def __init__(self, steps: Steps, i: int) -> None:
        self.steps, self.i = steps, i
        self.tokens = steps.a.sentences[i]
        self.stands_for = _summed(self.tokens, steps.forward)
        self.there: dict[int, dict[int, float]] = {}
        self.here: dict[int, dict[int, float]] = {}
        self.forwards: dict[tuple[int, int], float] = {}
        self.backwards: dict[tuple[int, int], float] = {}

    def explained_there(self, j: int) -> dict[int, float]:
        found = self.there.get(j)
        if found is None:
            known = self.stands_for
            tokens = self.steps.b.sentences[j]
            found = self.there[j] = {
                at: known[token] * self.steps.odds_b[token] for at, token in enumerate(tokens) if token in known
            }
        return found

    def explained_here(self, j: int) -> dict[int, float]:
        found = self.here.get(j)
        if found is None:
            known = self.steps.stands_for(j)
            found = self.here[j] = {
                at: known[token] * self.steps.odds_a[token]
                for at, token in enumerate(self.tokens)
                if token in known
            }
        return found

    def forward(self, m: int, j: int) -> float:
        """Give how much likelier sentence j of b is because of m sentences of a from here."""
        found = self.forwards.get((m, j))
        if found is None:
            steps, rows = self.steps, range(self.i, self.i + m)
            parts = [steps._row(i).explained_there(j) for i in rows]
            length = sum(len(steps.a.sentences[i]) for i in rows)
            found = steps.score(parts, length, steps.lost_b[j])
            self.forwards[m, j] = found
        return found

    def backward(self, n: int, j: int) -> float:
        """Give how much likelier this sentence is because of n sentences of b from j."""
        found = self.backwards.get((n, j))
        if found is None:
            steps = self.steps
            parts = [self.explained_here(other) for other in range(j, j + n)]
            length = sum(len(steps.b.sentences[other]) for other in range(j, j + n))
            found = steps.score(parts, length, steps.lost_a[self.i])
            self.backwards[n, j] = found
        return found


def _score(self: Steps, parts: list[dict[int, float]], length: int, lost: float) -> float:
    odds = 1 / max(length, 1)
    if len(parts) == 1:
        values = parts[0].values()
    else:
        total: dict[int, float] = {}
        for part in parts:
            for at, value in part.items():
                total[at] = total.get(at, 0.0) + value
        values = total.values()
    score = lost
    for value in values:
        score += math.log1p(odds * value)
    return score


Steps.score = _score  # type: ignore


def _summed(tokens: Sequence[int], side: Side) -> dict[int, float]:
    total: dict[int, float] = {}
    for token in tokens:
        for other, ratio in side[token].items():
            total[other] = total.get(other, 0.0) + ratio
    return total


def _sums(numbers: Sequence[int]) -> list[int]:
    sums = [0]
    for number in numbers:
        sums.append(sums[-1] + number)
    return sums


@dataclass(frozen=True)
class Likely:
    """A link of some sentences and how likely it is."""

    i: int
    j: int
    m: int
    n: int
    chance: float


