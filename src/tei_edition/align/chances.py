"""How likely each link is among all ways to link two texts: the forward-backward algorithm.

Beside links a way may skip sentences: first some of a, then some of b (a gap). A free way may also leave
b altogether and come back to it elsewhere (limbo): that is how texts in another order are read.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

NONE = -math.inf
Nodes = list[list[int]]
"""A node (i, j) lies between sentences: i of a and j of b are behind it. For each i the j's, rising."""

Scored = list[list[list[tuple[int, int, float]]]]
"""For each node the links that may begin there, (m, n, score), in the order of the nodes."""


@dataclass(frozen=True)
class Costs:
    """How likely a way opens a gap, goes on in it, passes from a's to b's; leaves, stays away, returns."""

    gap: float = 0.004
    on: float = 0.7
    over: float = 0.1
    leave: float = 0.0
    away: float = 0.9


@dataclass(frozen=True)
class Step:
    """m sentences from i and n from j, and how likely they belong together (or, n or m being 0, are left out)."""

    i: int
    j: int
    m: int
    n: int
    chance: float


class Chances:
    """The likelihood of all ways together (a logarithm) and of each step that matters."""

    def __init__(self, nodes: Nodes, steps: Scored, costs: Costs, width: int) -> None:
        self.nodes, self.steps, self.costs = nodes, steps, costs
        self.gap, self.on, self.over = (math.log(x) for x in (costs.gap, costs.on, costs.over))
        self.close_a = math.log(1 - costs.on - costs.over)
        self.close_b = math.log(1 - costs.on)
        self.free = costs.leave > 0
        if self.free:
            self.leave = math.log(costs.leave)
            self.away = math.log(costs.away)
            self.back = math.log((1 - costs.away) / (width + 1))
        self.last = len(nodes) - 1
        self.width = width
        self._ahead()
        self.found: list[Step] = []
        self._behind()

    def _ahead(self) -> None:
        """Give for each state at each node the likelihood of all that may follow."""
        size = len(self.nodes)
        self.pre: list[dict[int, float]] = [{} for _ in range(size)]
        self.final: list[dict[int, float]] = [{} for _ in range(size)]
        self.skip_a: list[dict[int, float]] = [{} for _ in range(size)]
        self.skip_b: list[dict[int, float]] = [{} for _ in range(size)]
        self.limbo = [NONE] * (size + 1)
        for i in range(self.last, -1, -1):
            final = self.final[i]
            down = self.skip_a[i + 1] if i < self.last else {}
            for at, j in enumerate(self.nodes[i]):
                values = [score + self.pre[i + m][j + n] for m, n, score in self.steps[i][at] if j + n in self.pre[i + m]]
                if j in down:
                    values.append(self.gap + down[j])
                if i == self.last and (self.free or j == self.width):
                    values.append(0.0)
                if values:
                    final[j] = log_sum(values)
            if self.free:
                returns = log_sum(list(final.values())) + self.back
                stays = 0.0 if i == self.last else self.away + self.limbo[i + 1]
                self.limbo[i] = log_add(returns, stays)
            pre, skip_b, skip_a = self.pre[i], self.skip_b[i], self.skip_a[i]
            for j in reversed(self.nodes[i]):
                value = final.get(j, NONE)
                if self.free:
                    value = log_add(value, self.leave + self.limbo[i])
                right = skip_b.get(j + 1, NONE)
                value = log_add(value, self.gap + right)
                if value == NONE and right == NONE and j not in down:
                    continue
                pre[j] = value
                skip_b[j] = log_add(self.close_b + value, self.on + right)
                skip_a[j] = log_add(log_add(self.close_a + value, self.over + right), self.on + down.get(j, NONE))

    def _behind(self) -> None:
        size = len(self.nodes)
        arrivals: list[dict[int, list[float]]] = [{} for _ in range(size)]
        skipping: dict[int, float] = {}
        limbo = NONE
        if self.free:
            limbo = 0.0
            self.likelihood = self.limbo[0]
        else:
            arrivals[0] = {0: [0.0]}
            self.likelihood = self.pre[0].get(0, NONE)
        if self.likelihood == NONE:
            return
        for i, row in enumerate(self.nodes):
            here = {j: log_sum(values) for j, values in arrivals[i].items()}
            arrivals[i] = {}
            for j, value in skipping.items():
                here[j] = log_add(here.get(j, NONE), value + self.close_a)
            self._skip_b(i, here, skipping)
            if self.free:
                limbo = log_add(limbo, log_sum(list(here.values())) + self.leave)
                returned = limbo + self.back
                here = {j: log_add(here.get(j, NONE), returned) for j in row}
                if i < self.last:
                    self._note(i, 0, 1, 0, limbo + self.away + self.limbo[i + 1])
                    limbo += self.away
            skipping = self._skip_a(i, here, skipping)
            self._link(i, here, arrivals)

    def _skip_b(self, i: int, here: dict[int, float], skipping: dict[int, float]) -> None:
        ahead = self.skip_b[i]
        current = NONE
        for j in self.nodes[i]:
            if current != NONE:
                here[j] = log_add(here.get(j, NONE), current + self.close_b)
            starts = log_add(here.get(j, NONE) + self.gap, skipping.get(j, NONE) + self.over)
            onward = log_add(current + self.on, starts)
            if j + 1 in ahead and onward != NONE:
                self._note(i, j, 0, 1, onward + ahead[j + 1])
                current = onward
            else:
                current = NONE

    def _skip_a(self, i: int, here: dict[int, float], skipping: dict[int, float]) -> dict[int, float]:
        if i == self.last:
            return {}
        found = {}
        for j, after in self.skip_a[i + 1].items():
            value = log_add(here.get(j, NONE) + self.gap, skipping.get(j, NONE) + self.on)
            if value != NONE and value + after - self.likelihood > -40:
                self._note(i, j, 1, 0, value + after)
                found[j] = value
        return found

    def _link(self, i: int, here: dict[int, float], arrivals: list[dict[int, list[float]]]) -> None:
        for at, j in enumerate(self.nodes[i]):
            own = here.get(j, NONE)
            if own == NONE:
                continue
            for m, n, score in self.steps[i][at]:
                after = self.pre[i + m].get(j + n)
                if after is None:
                    continue
                value = own + score
                if value + after - self.likelihood > -40:
                    self._note(i, j, m, n, value + after)
                    arrivals[i + m].setdefault(j + n, []).append(value)

    def _note(self, i: int, j: int, m: int, n: int, value: float) -> None:
        chance = value - self.likelihood
        if chance > -9.0:
            self.found.append(Step(i, j, m, n, math.exp(min(chance, 0.0))))


def log_sum(values: Sequence[float]) -> float:
    """Add numbers given as logarithms."""
    if len(values) == 1:
        return values[0]
    most = max(values, default=NONE)
    if most == NONE:
        return most
    return most + math.log(sum([math.exp(value - most) for value in values]))


def log_add(one: float, two: float) -> float:
    """Add two numbers given as logarithms."""
    if one < two:
        one, two = two, one
    return one + math.log1p(math.exp(two - one)) if two > -1e300 else one
