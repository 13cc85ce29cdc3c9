"""How much likelier sentences are together than apart: what each possible link is scored by."""

import math
from collections.abc import Mapping, Sequence

from tei_edition.align.chances import Nodes, Scored
from tei_edition.align.lexicon import Side
from tei_edition.align.model import Model, Text

KINDS = {
    (1, 1): 0.7,
    (1, 2): 0.08,
    (2, 1): 0.08,
    (2, 2): 0.03,
    (1, 3): 0.015,
    (3, 1): 0.015,
    (2, 3): 0.006,
    (3, 2): 0.006,
    (1, 4): 0.006,
    (4, 1): 0.006,
    (3, 3): 0.002,
}
"""How many sentences are linked with how many, and how often, as translations usually are."""

WORDS = 0.3
"""How much a token counts. Tokens come together, so that all as they are would prove too much."""

LENGTH = 1.2

_KEPT = 40
"""Sentences of b before the first one in use whose reckoning is kept."""


def scored(model: Model, nodes: Nodes) -> Scored:
    """Give for each node the links that may begin there, (m, n, score), in the order of the nodes."""
    return _Scorer(model).all(nodes)


class _Scorer:
    """Scores links, each part of the reckoning once: a sentence is in many links."""

    def __init__(self, model: Model) -> None:
        self.a, self.b, self.lengths = model.a, model.b, model.lengths
        self.there = _Reader(model.a, model.b, model.there.likelier, model.there.odds())
        self.back = _Reader(model.b, model.a, model.back.likelier, model.back.odds())
        self.kinds = [(m, n, math.log(share)) for (m, n), share in KINDS.items()]

    def all(self, nodes: Nodes) -> Scored:
        rows = [frozenset(row) for row in nodes]
        found: Scored = []
        for i, row in enumerate(nodes):
            found.append([self._from(i, j, rows) for j in row])
            self.there.forget_before(i)
            if row:
                self.back.forget_before(row[0] - _KEPT)
        return found

    def _from(self, i: int, j: int, rows: Sequence[frozenset[int]]) -> list[tuple[int, int, float]]:
        return [
            (m, n, prior + self._evidence(i, m, j, n))
            for m, n, prior in self.kinds
            if i + m < len(rows) and j + n in rows[i + m]
        ]

    def _evidence(self, i: int, m: int, j: int, n: int) -> float:
        words = 0.0
        for other in range(j, j + n):
            words += self.there.evidence(i, m, other)
        for one in range(i, i + m):
            words += self.back.evidence(j, n, one)
        length = self.lengths.evidence(self.a.length(i, m), self.b.length(j, n), n)
        return WORDS * words + LENGTH * length


class _Reader:
    """Says how much likelier sentences of one text are because of those of the other."""

    def __init__(self, a: Text, b: Text, likelier: Side, odds: Sequence[float]) -> None:
        self.a, self.b, self.likelier, self.odds = a, b, likelier, odds
        self.lost = [-sum(map(math.log1p, map(odds.__getitem__, sentence))) for sentence in b.sentences]
        self.makes: dict[int, dict[int, float]] = {}
        self.explained: dict[int, dict[int, dict[int, float]]] = {}
        self.known: dict[int, dict[tuple[int, int], float]] = {}

    def forget_before(self, i: int) -> None:
        """Drop what was reckoned for sentences that do not come again."""
        for memory in (self.makes, self.explained, self.known):
            for gone in [key for key in memory if key < i]:
                del memory[gone]

    def evidence(self, i: int, m: int, j: int) -> float:
        """Give how much likelier sentence j is because of m sentences from i, as a logarithm."""
        known = self.known.setdefault(i, {})
        found = known.get((m, j))
        if found is None:
            size = sum(len(self.a.sentences[one]) for one in range(i, i + m))
            found = known[m, j] = self.lost[j] + _gain([self._parts(one, j) for one in range(i, i + m)], size)
        return found

    def _parts(self, i: int, j: int) -> Mapping[int, float]:
        """Give for each token of sentence j (by its position) how far sentence i explains it."""
        known = self.explained.setdefault(i, {})
        found = known.get(j)
        if found is None:
            makes = self._makes(i)
            found = known[j] = {
                at: makes[token] * self.odds[token]
                for at, token in enumerate(self.b.sentences[j])
                if token in makes
            }
        return found

    def _makes(self, i: int) -> dict[int, float]:
        """Give the tokens of b that sentence i makes likelier."""
        found = self.makes.get(i)
        if found is None:
            found = self.makes[i] = {}
            for token in self.a.sentences[i]:
                for other, ratio in self.likelier[token].items():
                    found[other] = found.get(other, 0.0) + ratio
        return found


def _gain(parts: Sequence[Mapping[int, float]], size: int) -> float:
    total: Mapping[int, float] = parts[0]
    if len(parts) > 1:
        joined: dict[int, float] = {}
        for part in parts:
            for at, value in part.items():
                joined[at] = joined.get(at, 0.0) + value
        total = joined
    score = 0.0
    for value in total.values():
        score += math.log1p(value / size)
    return score
