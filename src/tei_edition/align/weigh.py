"""Weigh all links of two texts against each other, some times over, each time knowing more words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest

from tei_edition.align.anchors import Anchor, Order, anchors, chain, first_look, islands
from tei_edition.align.chances import Chances, Costs, Nodes, Step
from tei_edition.align.evidence import scored
from tei_edition.align.model import Model
from tei_edition.align.rough import rough
from tei_edition.align.take import best_way

_PASSES = 2
_SAME = Costs()
_FREE = Costs(leave=0.01)

_BETTER = 20.0
"""By so much (a logarithm) must a free order explain two texts better."""

_SURE = 0.8
_STRAY_SENTENCES, _STRAY_SHARE = 4, 0.02
"""More sentences than these must be linked for sure in another order, and a larger part of all."""

_UNLIKELY = 1e-4
_UNLIKELY_SPOT = 0.01
_SLACK = 2
_MOST_NODES, _FEWEST = 100_000, 5
"""Where texts are alike everywhere, so many nodes are looked at, and so many at least for each sentence."""


@dataclass(frozen=True)
class Weighed:
    """The chances of all links that matter, the nodes between which they were weighed, and the order."""

    order: Order
    nodes: Nodes
    steps: list[Step]
    likelihood: float


def weigh(model: Model, order: Order | None) -> Weighed:
    """Weigh all links in one order, or, where neither is given nor plain, in the one that explains more."""
    order = order or first_look(model).order
    if order == "same":
        return _in_same_order(model)
    free = _in_free_order(model)
    if order == "free":
        return free
    same = _in_same_order(model)
    is_free = free.likelihood > same.likelihood + _BETTER and _has_strays(free.steps)
    return free if is_free else same


def _has_strays(steps: Iterable[Step]) -> bool:
    """Say whether many links that are sure stand outside of the main order."""
    sure = [
        Anchor(step.i, step.j, float(step.m + step.n))
        for step in steps
        if step.m and step.n and step.chance > _SURE
    ]
    whole = sum(anchor.score for anchor in sure)
    strays = whole - sum(anchor.score for anchor in chain(sure))
    return strays > max(_STRAY_SENTENCES, _STRAY_SHARE * whole)


def _in_same_order(model: Model) -> Weighed:
    n, m = len(model.a.sentences), len(model.b.sentences)
    nodes: Nodes = []
    for _ in range(2):
        look = first_look(model)
        nodes, links = rough(model, look.found, look.safe(n, m))
        chances = Chances(nodes, links, _SAME, m)
        model = model.learned(chances.found)
    for number in range(_PASSES):
        narrow = _narrowed(nodes, chances.found)
        better = Chances(narrow, scored(model, narrow), _SAME, m)
        if not better.found:
            break  # Where all sentences are alike no way is likely enough to be kept to its end.
        nodes, chances = narrow, better
        if number + 1 < _PASSES:
            model = model.learned(chances.found)
    return Weighed("same", nodes, chances.found, chances.likelihood)


def _in_free_order(model: Model) -> Weighed:
    n, m = len(model.a.sentences), len(model.b.sentences)
    nodes = islands(n, m, ((anchor.i, anchor.j) for anchor in anchors(model, 5)), _SLACK)
    chances = Chances(nodes, scored(model, nodes), _FREE, m)
    for _ in range(_PASSES + 1):
        model = model.learned(chances.found)
        spots = {(anchor.i, anchor.j): None for anchor in anchors(model, 2)}
        for step in chances.found:
            if step.m and step.n and step.chance > _UNLIKELY_SPOT:
                spots[step.i, step.j] = spots[step.i + step.m - 1, step.j + step.n - 1] = None
        nodes = islands(n, m, spots, _SLACK)
        chances = Chances(nodes, scored(model, nodes), _FREE, m)
    return Weighed("free", nodes, chances.found, chances.likelihood)


def _narrowed(nodes: Nodes, steps: Sequence[Step]) -> Nodes:
    """Give the nodes near those through which a way is not unlikely, the likeliest where there are many."""
    width = nodes[-1][-1]
    chances: list[dict[int, float]] = [{} for _ in nodes]
    for step in steps:
        for i, j in ((step.i, step.j), (step.i + step.m, step.j + step.n)):
            chances[i][j] = chances[i].get(j, 0.0) + step.chance
    for step in best_way(nodes, steps):
        chances[step.i][step.j] = chances[step.i + step.m][step.j + step.n] = 2.0
    most = max(_MOST_NODES // len(nodes), _FEWEST)
    wanted: list[set[int]] = [set()]
    for row in chances:
        likely = nlargest(most, ((chance, -j) for j, chance in row.items() if chance > _UNLIKELY))
        wanted.append({-j + off for _, j in likely for off in range(-_SLACK, _SLACK + 1)})
    wanted.append(set())
    return [
        sorted(j for j in wanted[i] | wanted[i + 1] | wanted[i + 2] if 0 <= j <= width)
        for i in range(len(nodes))
    ]
