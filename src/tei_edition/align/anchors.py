"""Where two texts seem to touch: pairs of sentences with much in common, and the nodes around them."""

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from heapq import nsmallest
from typing import Literal, NamedTuple

from tei_edition.align.chances import Nodes
from tei_edition.align.model import Model


class Anchor(NamedTuple):
    """A sentence of each text and how much they have in common (a logarithm of odds)."""

    i: int
    j: int
    score: float


Order = Literal["same", "free"]
"""Whether what two texts share stands in the same order in both."""

_COMMON = 60
"""A token in more sentences than this, or than one in `_SHARE`, says nothing of where a sentence belongs."""

_SHARE = 20
_LEAST = 2.0
_REACH, _SLOPE, _WIDEST = 8, 0.5, 150


def anchors(model: Model, best: int) -> list[Anchor]:
    """Give for each sentence of a the few of b that share the most with it, rare tokens above all."""
    odds = model.there.odds()
    places = _places(model.b.sentences)
    common = max(_COMMON, len(model.b.sentences) // _SHARE)
    fair = [1 / math.sqrt(10 + len(sentence)) for sentence in model.b.sentences]
    found = []
    for i, sentence in enumerate(model.a.sentences):
        total: dict[int, float] = {}
        for token in dict.fromkeys(sentence):
            for other, ratio in model.there.likelier[token].items():
                where = places.get(other, [])
                value = math.log1p(odds[other] * ratio / len(sentence)) if len(where) <= common else 0.0
                for j in where if value else ():
                    total[j] = total.get(j, 0.0) + value
        rated = [(-score * fair[j], j) for j, score in total.items() if score > _LEAST]
        found += [Anchor(i, j, total[j]) for _, j in nsmallest(best, rated)]
    return found


class Look(NamedTuple):
    """What anchors say of two texts: all that were found, the heaviest chain of them,

    the share of their weight that is in the chain, and the share that has a neighbour
    which fits, less what chance would give.
    """

    found: list[Anchor]
    line: list[Anchor]
    share: float
    company: float

    @property
    def order(self) -> Order | None:
        """The order of the texts; None where it is in doubt."""
        if self.company < _LONELY or self.share >= _IN_ORDER:
            return "same"
        return "free" if self.company > _IN_COMPANY and self.share < _IN_DISORDER else None

    def safe(self, n: int, m: int) -> list[range]:
        """Give for each i the j's that the anchors vouch for."""
        if self.company >= _LONELY and self.share >= _IN_DISORDER:
            return band(n, m, self.line)
        return [range(1), *(range(0) for _ in range(n - 1)), range(m, m + 1)]


_IN_ORDER, _IN_DISORDER = 0.95, 0.75
_LONELY, _IN_COMPANY = 0.35, 0.5
_NEAR, _OFF = 6, 3


def first_look(model: Model) -> Look:
    """Find the anchors of two texts and what they say of their order."""
    found = anchors(model, 4)
    best = mutual(found)
    weight = sum(anchor.score for anchor in best)
    if not weight:
        return Look(found, [], 1.0, 0.0)
    line = chain(best)
    there = {anchor.i: anchor.j for anchor in best}
    kept = sum(anchor.score for anchor in best if _has_company(anchor, there))
    n, m = len(model.a.sentences), len(model.b.sentences)
    chance = min(len(best) / n * 2 * _NEAR * (2 * _OFF + 1) / m, 0.9)
    return Look(
        found, line, sum(anchor.score for anchor in line) / weight, (kept / weight - chance) / (1 - chance)
    )


def _has_company(anchor: Anchor, there: dict[int, int]) -> bool:
    """Say whether another anchor nearby agrees where the text goes on."""
    return any(
        step and abs(there.get(anchor.i + step, -_FAR) - anchor.j - step) <= _OFF
        for step in range(-_NEAR, _NEAR + 1)
    )


_FAR = 10**9


def _places(sentences: Iterable[Sequence[int]]) -> dict[int, list[int]]:
    places: dict[int, list[int]] = {}
    for j, sentence in enumerate(sentences):
        for token in dict.fromkeys(sentence):
            places.setdefault(token, []).append(j)
    return places


def mutual(found: Iterable[Anchor]) -> list[Anchor]:
    """Give the anchors that are the best one of both their sentences."""
    of_a: dict[int, Anchor] = {}
    of_b: dict[int, Anchor] = {}
    for anchor in found:
        if anchor.i not in of_a or of_a[anchor.i].score < anchor.score:
            of_a[anchor.i] = anchor
        if anchor.j not in of_b or of_b[anchor.j].score < anchor.score:
            of_b[anchor.j] = anchor
    return [anchor for anchor in of_a.values() if of_b[anchor.j] is anchor]


def chain(found: Iterable[Anchor]) -> list[Anchor]:
    """Give the heaviest chain of anchors that rises in both texts."""
    ordered = sorted(found, key=lambda anchor: (anchor.i, -anchor.j))
    columns = sorted({anchor.j for anchor in ordered})
    tree = _Heaviest(len(columns))
    before: list[int] = []
    for number, anchor in enumerate(ordered):
        column = bisect_left(columns, anchor.j)
        weight, last = tree.before(column)
        before.append(last)
        tree.put(column, (weight + anchor.score, number))
    links, number = [], tree.before(len(columns))[1]
    while number >= 0:
        links.append(ordered[number])
        number = before[number]
    return links[::-1]


class _Heaviest:
    """The heaviest of what was put before a column (Fenwick's tree)."""

    def __init__(self, size: int) -> None:
        self.nodes = [(0.0, -1)] * (size + 1)

    def before(self, column: int) -> tuple[float, int]:
        heaviest = (0.0, -1)
        while column:
            heaviest = max(heaviest, self.nodes[column])
            column &= column - 1
        return heaviest

    def put(self, column: int, entry: tuple[float, int]) -> None:
        column += 1
        while column < len(self.nodes):
            self.nodes[column] = max(self.nodes[column], entry)
            column += column & -column


def band(n: int, m: int, line: Iterable[Anchor]) -> list[range]:
    """Give for each i the j's near a chain of anchors: few beside an anchor, more the farther the next is."""
    corners = [(0, 0), *((anchor.i, anchor.j) for anchor in line), (n, m)]
    rows = []
    at = 0
    for i in range(n + 1):
        while at + 2 < len(corners) and corners[at + 1][0] <= i:
            at += 1
        rows.append(_near(i, *corners[at], *corners[at + 1], m))
    return _joined(rows, m)


def _near(i: int, i0: int, j0: int, i1: int, j1: int, m: int) -> range:
    part = (i - i0) / (i1 - i0) if i1 > i0 else 0.0
    middle = j0 + part * (j1 - j0)
    skew = min(part, 1 - part) * abs((j1 - j0) - (i1 - i0)) / 4
    reach = min(_REACH + _SLOPE * min(i - i0, i1 - i) + skew, _WIDEST)
    return range(max(0, math.floor(middle - reach)), min(m, math.ceil(middle + reach)) + 1)


def _joined(rows: list[range], m: int) -> list[range]:
    """Make neighbours meet where the chain leaps, so that a way leads through from the first to the last."""
    joined = [range(rows[0].stop), *rows[1:]]
    for i in range(1, len(joined)):
        if joined[i].start >= joined[i - 1].stop:
            joined[i - 1] = range(joined[i - 1].start, joined[i].start + 1)
    joined[-1] = range(joined[-1].start, m + 1)
    return joined


def islands(n: int, m: int, found: Iterable[tuple[int, int]], reach: int) -> Nodes:
    """Give the nodes around some pairs of sentences, wherever they are."""
    rows: list[set[int]] = [set() for _ in range(n + 1)]
    for i, j in found:
        for step in range(-reach, reach + 2):
            if 0 <= i + step <= n:
                rows[i + step].update(range(max(0, j + step - 2), min(m, j + step + 2) + 1))
    return [sorted(row) for row in rows]
