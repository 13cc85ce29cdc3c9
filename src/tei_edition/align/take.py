"""Take from all links that are possible those that are right most often."""

from collections.abc import Iterable
from itertools import chain

from tei_edition.align.chances import Nodes, Step

_LEAST = 0.2
"""A link with a smaller chance is not proposed where the order is free."""


def best_way(nodes: Nodes, steps: Iterable[Step]) -> list[Step]:
    """Give the links on the way through both texts on which the most sentences are linked rightly."""
    beginning: dict[tuple[int, int], list[Step]] = {}
    for step in steps:
        beginning.setdefault((step.i, step.j), []).append(step)
    value = {(0, 0): 0.0}
    arrival: dict[tuple[int, int], Step] = {}
    for i, row in enumerate(nodes):
        for j in row:
            if (i, j) not in value:
                continue
            for step in beginning.get((i, j), ()):
                there = (i + step.m, j + step.n)
                gain = value[i, j] + step.chance * (step.m + step.n)
                if there not in value or gain > value[there]:
                    value[there], arrival[there] = gain, step
    way = []
    at = (len(nodes) - 1, nodes[-1][-1])
    while at in arrival:
        way.append(arrival[at])
        at = (way[-1].i, way[-1].j)
    return way[::-1]


def best_links(steps: Iterable[Step]) -> list[Step]:
    """Give the likeliest links, whatever their order, of which no two share a sentence."""
    links = [step for step in steps if step.m and step.n]
    claims: dict[int, float] = {}
    for step in links:
        for j in range(step.j, step.j + step.n):
            claims[j] = claims.get(j, 0.0) + step.chance
    fair = [_shared(step, claims) for step in links]
    fair.sort(key=lambda step: (-step.chance * (step.m + step.n), step.i, step.j, step.m, step.n))
    taken, of_a, of_b = [], set[int](), set[int]()
    for step in fair:
        a, b = range(step.i, step.i + step.m), range(step.j, step.j + step.n)
        if step.chance >= _LEAST and of_a.isdisjoint(a) and of_b.isdisjoint(b):
            taken.append(step)
            of_a.update(a)
            of_b.update(b)
    return taken


def _shared(step: Step, claims: dict[int, float]) -> Step:
    """Give a link its part of sentences that others claim too."""
    most = max(claims[j] for j in range(step.j, step.j + step.n))
    return Step(step.i, step.j, step.m, step.n, step.chance / max(1.0, most))


def left_out(steps: Iterable[Step], taken: Iterable[Step], n: int, m: int) -> list[Step]:
    """Give each sentence that no link takes, with the chance that it has no counterpart."""
    linked_a, linked_b = [0.0] * n, [0.0] * m
    for step in steps:
        if step.m and step.n:
            for i in range(step.i, step.i + step.m):
                linked_a[i] += step.chance
            for j in range(step.j, step.j + step.n):
                linked_b[j] += step.chance
    taken = [step for step in taken if step.m and step.n]
    of_a = set(chain.from_iterable(range(step.i, step.i + step.m) for step in taken))
    of_b = set(chain.from_iterable(range(step.j, step.j + step.n) for step in taken))
    return [
        *(Step(i, 0, 1, 0, max(0.0, 1 - linked_a[i])) for i in range(n) if i not in of_a),
        *(Step(0, j, 0, 1, max(0.0, 1 - linked_b[j])) for j in range(m) if j not in of_b),
    ]
