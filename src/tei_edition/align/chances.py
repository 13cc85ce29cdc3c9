"""How likely each link is among all ways to link two texts: the forward-backward algorithm.

A way leads from node to node by links. It may also skip sentences, first some of a, then some of b (a gap).
A free way may leave b altogether and come back to it elsewhere: so are texts in another order read.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

NONE = -math.inf
"""The logarithm of no chance at all."""

Nodes = list[list[int]]
"""A node (i, j) lies between sentences: i of a and j of b are behind it. For each i the j's, rising."""

Scored = list[list[list[tuple[int, int, float]]]]
"""For each node the links that may begin there, (m, n, score), in the order of the nodes."""

_WORTH_TELLING, _WORTH_FOLLOWING = -8.0, -40.0
"""Logarithms of chances; what is less likely is not told, or not followed any further."""


@dataclass(frozen=True)
class Costs:
    """The chances that a way opens a gap, goes on in it, passes from a's to b's, leaves b, stays away."""

    gap: float = 0.004
    on: float = 0.7
    over: float = 0.1
    leave: float = 0.0
    away: float = 0.9


class Step(NamedTuple):
    """m sentences from i and n from j, and the chance that they are linked; m or n being 0, left out."""

    i: int
    j: int
    m: int
    n: int
    chance: float


class Chances:
    """The likelihood of all ways together (`likelihood`, a logarithm) and the steps that matter (`found`).

    `width` is the number of b's sentences. All states of a node hold logarithms, of what may follow:
    `pre` on arrival, `final` ready for a link, `skip_a` and `skip_b` in a gap; `away` for no node.
    """

    def __init__(self, nodes: Nodes, links: Scored, costs: Costs, width: int) -> None:
        """Weigh links, which must reach from (0, 0) to the last node unless a way may leave b."""
        self.nodes, self.links, self.width, self.last = nodes, links, width, len(nodes) - 1
        self.is_free = costs.leave > 0
        self.gap, self.on, self.over = math.log(costs.gap), math.log(costs.on), math.log(costs.over)
        self.close_a, self.close_b = math.log(1 - costs.on - costs.over), math.log(1 - costs.on)
        self.leave = math.log(costs.leave) if self.is_free else NONE
        self.stay = math.log(costs.away)
        self.back = math.log((1 - costs.away) / (width + 1))
        size = len(nodes)
        self.pre: list[dict[int, float]] = [{} for _ in range(size)]
        self.final: list[dict[int, float]] = [{} for _ in range(size)]
        self.skip_a: list[dict[int, float]] = [{} for _ in range(size + 1)]
        self.skip_b: list[dict[int, float]] = [{} for _ in range(size)]
        self.away = [NONE] * (size + 1)
        for i in range(self.last, -1, -1):
            self._look_ahead(i)
        self.likelihood = self.away[0] if self.is_free else self.pre[0].get(0, NONE)
        self.found: list[Step] = []
        if self.likelihood > NONE:
            self._go()

    def _look_ahead(self, i: int) -> None:
        """Reckon what may follow a row, the rows behind it being known."""
        final, down = self.final[i], self.skip_a[i + 1]
        for j, links in zip(self.nodes[i], self.links[i], strict=True):
            values = [score + self.pre[i + m][j + n] for m, n, score in links if j + n in self.pre[i + m]]
            if j in down:
                values.append(self.gap + down[j])
            if i == self.last and (self.is_free or j == self.width):
                values.append(0.0)
            if values:
                final[j] = log_sum(values)
        if self.is_free:
            stays = 0.0 if i == self.last else self.stay + self.away[i + 1]
            self.away[i] = log_add(log_sum(list(final.values())) + self.back, stays)
        self._look_right(i)

    def _look_right(self, i: int) -> None:
        """Reckon the states of a row that lead to others in it."""
        down = self.skip_a[i + 1]
        for j in reversed(self.nodes[i]):
            right = self.skip_b[i].get(j + 1, NONE)
            value = log_add(self.final[i].get(j, NONE), self.leave + self.away[i])
            value = log_add(value, self.gap + right)
            onward = log_add(self.over + right, self.on + down.get(j, NONE))
            if value > NONE or onward > NONE:
                self.pre[i][j] = value
                self.skip_b[i][j] = log_add(self.close_b + value, self.on + right)
                self.skip_a[i][j] = log_add(self.close_a + value, onward)

    def _go(self) -> None:
        """Go through all rows, reckon what leads to each state, and note the chance of each step."""
        arrivals: list[dict[int, list[float]]] = [{} for _ in self.nodes]
        away = 0.0 if self.is_free else NONE
        if not self.is_free:
            arrivals[0][0] = [0.0]
        skipping: dict[int, float] = {}
        for i, row in enumerate(self.nodes):
            here = {j: log_sum(values) for j, values in arrivals[i].items()}
            arrivals[i] = {}
            for j, value in skipping.items():
                here[j] = log_add(here.get(j, NONE), value + self.close_a)
            self._skip_b(i, here, skipping)
            if self.is_free:
                away = log_add(away, log_sum(list(here.values())) + self.leave)
                here = {j: log_add(here.get(j, NONE), away + self.back) for j in row}
                away += self.stay
            skipping = self._skip_a(i, here, skipping)
            self._link(i, here, arrivals)

    def _skip_b(self, i: int, here: dict[int, float], skipping: dict[int, float]) -> None:
        ahead, current = self.skip_b[i], NONE
        for j in self.nodes[i]:
            here[j] = log_add(here.get(j, NONE), current + self.close_b)
            starts = log_add(here[j] + self.gap, skipping.get(j, NONE) + self.over)
            current = log_add(current + self.on, starts) if j + 1 in ahead else NONE
            if current > NONE:
                self._note(i, j, 0, 1, current + ahead[j + 1])

    def _skip_a(self, i: int, here: dict[int, float], skipping: dict[int, float]) -> dict[int, float]:
        found = {}
        for j, after in self.skip_a[i + 1].items():
            value = log_add(here.get(j, NONE) + self.gap, skipping.get(j, NONE) + self.on)
            if value + after - self.likelihood > _WORTH_FOLLOWING:
                self._note(i, j, 1, 0, value + after)
                found[j] = value
        return found

    def _link(self, i: int, here: dict[int, float], arrivals: list[dict[int, list[float]]]) -> None:
        for j, links in zip(self.nodes[i], self.links[i], strict=True):
            for m, n, score in links:
                value = here.get(j, NONE) + score
                after = self.pre[i + m].get(j + n, NONE)
                if value + after - self.likelihood > _WORTH_FOLLOWING:
                    self._note(i, j, m, n, value + after)
                    arrivals[i + m].setdefault(j + n, []).append(value)

    def _note(self, i: int, j: int, m: int, n: int, value: float) -> None:
        chance = value - self.likelihood
        if chance > _WORTH_TELLING:
            self.found.append(Step(i, j, m, n, math.exp(min(chance, 0.0))))


def log_sum(values: Sequence[float]) -> float:
    """Add numbers given as logarithms."""
    if len(values) == 1:
        return values[0]
    most = max(values, default=NONE)
    if most == NONE:
        return most
    return most + math.log(math.fsum([math.exp(value - most) for value in values]))


def log_add(one: float, two: float) -> float:
    """Add two numbers given as logarithms."""
    if one < two:
        one, two = two, one
    return one + math.log1p(math.exp(two - one)) if two > NONE else one
