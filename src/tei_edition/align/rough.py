"""A first look at two texts in the same order: which nodes a way may lead through.

Lengths and anchors alone, links of few kinds, and at each sentence only the nodes that do not lag far
behind the best: the beam grows where the texts are doubtful and shrinks where an anchor holds them.
"""

import math
from collections.abc import Sequence

from tei_edition.align.anchors import Anchor
from tei_edition.align.chances import NONE, Nodes, Scored
from tei_edition.align.evidence import LENGTH
from tei_edition.align.model import Model

_KINDS = ((1, 1, math.log(0.78)), (1, 2, math.log(0.1)), (2, 1, math.log(0.1)))
_GAP, _ON = math.log(0.02), math.log(0.7)
_BEAM = 15.0
_MOST_NODES = 200_000
_ANCHORS = 0.7


def rough(model: Model, found: Sequence[Anchor], safe: Sequence[range]) -> tuple[Nodes, Scored]:
    """Give the nodes that may matter and the links that begin there; nodes that are `safe` stay."""
    return _Beam(model, found, safe).all()


class _Beam:
    def __init__(self, model: Model, found: Sequence[Anchor], safe: Sequence[range]) -> None:
        self.a, self.b, self.lengths = model.a, model.b, model.lengths
        self.safe = safe
        self.rows, self.width = len(safe), len(model.b.sentences)
        self.most = min(max(_MOST_NODES // self.rows, 20), 200)
        self.common: list[dict[int, float]] = [{} for _ in range(self.rows + 1)]
        for anchor in found:
            self.common[anchor.i][anchor.j] = anchor.score * _ANCHORS

    def all(self) -> tuple[Nodes, Scored]:
        best: list[dict[int, float]] = [{} for _ in range(self.rows + 1)]
        best[0][0] = 0.0
        skipping: dict[int, float] = {}
        nodes, scored = [], []
        for i in range(self.rows):
            row = best[i]
            for j, value in skipping.items():
                row[j] = max(row.get(j, NONE), value)
            self._skip_b(row, i)
            kept = self._kept(row, i)
            nodes.append(kept)
            steps = [self._links(i, j) for j in kept]
            for j, links in zip(kept, steps, strict=True):
                for m, n, score in links:
                    there = best[i + m]
                    there[j + n] = max(there.get(j + n, NONE), row[j] + score)
            scored.append(steps)
            skipping = {j: max(row[j] + _GAP, skipping.get(j, NONE) + _ON) for j in kept}
            best[i] = {}
        return nodes, scored

    def _skip_b(self, row: dict[int, float], i: int) -> None:
        """Let ways go on to the right, as far as they stay in the beam or where it is safe."""
        floor = max(row.values()) - _BEAM
        end = self.safe[i].stop - 1
        current = NONE
        j = min(row)
        last = max(row)
        while j < self.width and (j < max(last, end) or current > floor):
            current = max(current + _ON, row.get(j, NONE) + _GAP)
            j += 1
            if current > row.get(j, NONE):
                row[j] = current

    def _kept(self, row: dict[int, float], i: int) -> list[int]:
        floor = max(row.values()) - _BEAM
        kept = [j for j in row if row[j] >= floor]
        if len(kept) > self.most:
            kept = sorted(kept, key=lambda j: (-row[j], abs(j * (self.rows - 1) - i * self.width), j))[
                : self.most
            ]
        safe = self.safe[i] if i + 1 < self.rows else range(self.width + 1)
        return sorted({*kept, *(j for j in row if j in safe)})

    def _links(self, i: int, j: int) -> list[tuple[int, int, float]]:
        links = []
        for m, n, prior in _KINDS:
            if i + m < self.rows and j + n <= self.width:
                length = self.lengths.evidence(self.a.length(i, m), self.b.length(j, n), n)
                shared = self.common[i].get(j, 0.0)
                if n == 2:
                    shared += self.common[i].get(j + 1, 0.0)
                if m == 2:
                    shared += self.common[i + 1].get(j, 0.0)
                links.append((m, n, prior + LENGTH * length + shared))
        return links
