"""Propose which sentences of two texts render each other.

First a rough look that needs no words (`rough`), or, where the order differs, sentences that share rare
words (`anchors`). Then, some times over: all links are weighed against all others (`chances`), and what
the likely ones teach of the two languages (`model`) makes the next weighing better. In the end the links
are taken that are right most often, each with its chance as it was measured on texts aligned by hand.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from tei_edition.align.anchors import Anchor, anchors, band, chain, islands, mutual
from tei_edition.align.chances import Chances, Costs, Nodes, Step
from tei_edition.align.evidence import scored
from tei_edition.align.model import Model, Text
from tei_edition.align.rough import rough
from tei_edition.align.tokens import tokens

Order = Literal["same", "free"]

_PASSES = 3
_SAME = Costs()
_FREE = Costs(leave=0.01)
_IN_ORDER = 0.95
_IN_DISORDER = 0.75
_BETTER = 20.0


@dataclass(frozen=True)
class Sentence:
    """A sentence: its text, its language (a BCP 47 tag, or nothing), what its markup names (`person:x`)."""

    text: str
    language: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Link:
    """Sentences of a and of b, by number, that render each other, or are left out; and the chance of it."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    confidence: float


@dataclass(frozen=True)
class Proposal:
    """Links of all sentences, in the order of a, and the order that was found in b."""

    links: tuple[Link, ...]
    order: Order


def propose(a: Sequence[Sentence], b: Sequence[Sentence], order: Order | None = None) -> Proposal:
    """Propose links; each sentence is in exactly one, alone where it has no counterpart.

    `order` says whether b has what it shares with a in the same order; without it, the texts decide.
    The same texts give the same links, and changed sides the same links turned round.
    """
    if not a or not b:
        return Proposal((*_alone(range(len(a)), ()), *_alone((), range(len(b)))), order or "same")
    if _heading(b) < _heading(a):
        turned = propose_in_order(b, a, order)
        links = [Link(link.b, link.a, link.confidence) for link in turned.links]
        return Proposal(tuple(_sorted(links)), turned.order)
    return propose_in_order(a, b, order)


def _heading(sentences: Sequence[Sentence]) -> tuple[int, list[str], list[tuple[str, ...]]]:
    return (len(sentences), [one.text for one in sentences], [one.names for one in sentences])


def propose_in_order(a: Sequence[Sentence], b: Sequence[Sentence], order: Order | None) -> Proposal:
    model = Model.of(_text(a), _text(b))
    order, model, likely, nodes = _weigh(model, order)
    taken = _best_way(nodes, likely, len(a), len(b)) if order == "same" else _best_links(likely, len(b))
    return Proposal(tuple(_sorted(_complete(taken, len(a), len(b)))), order)


def _text(sentences: Sequence[Sentence]) -> Text:
    found = [(*tokens(one.text, one.language), *(f"@{name}" for name in one.names)) for one in sentences]
    return Text.of(found, [sum(map(len, one.text.split())) for one in sentences])


def _weigh(model: Model, order: Order | None):
    found = anchors(model, 4)
    best = mutual(found)
    line = chain(best)
    weight = sum(anchor.score for anchor in best)
    share = sum(anchor.score for anchor in line) / weight if weight else 1.0
    if order is None and share >= _IN_ORDER:
        order = "same"
    elif order is None and share <= _IN_DISORDER and len(best) >= 10:
        order = "free"
    if order == "same":
        return ("same", *_same(model, share)[1:])
    if order == "free":
        return ("free", *_free(model)[1:])
    same, free = _same(model, share), _free(model)
    return ("free", *free[1:]) if free[0] > same[0] + _BETTER and _crossing(free[2]) else ("same", *same[1:])


def _crossing(likely) -> bool:
    """Whether links that are sure stand in another order."""
    sure = [Anchor(s.i, s.j, s.m + s.n) for s in likely if s.m and s.n and s.chance > 0.8]
    line = {(x.i, x.j) for x in chain(sure)}
    off = [x for x in sure if (x.i, x.j) not in line]
    return sum(x.score for x in off) > max(4, 0.02 * sum(x.score for x in sure))


def _same(model: Model, share: float):
    n, m = len(model.a.sentences), len(model.b.sentences)
    likely: list[Step] = []
    for _ in range(2):
        found = anchors(model, 4)
        best = mutual(found)
        line = chain(best)
        weight = sum(x.score for x in best)
        if sum(x.score for x in line) < 0.7 * weight or len(line) < 3:
            line, safe = [], [range(0, 1), *(range(0) for _ in range(n - 1)), range(m, m + 1)]
        else:
            safe = band(n, m, line)
        nodes, steps = rough(model, found, safe)
        chances = Chances(nodes, steps, _SAME, m)
        likely = chances.found
        model = model.learned(likely)
    for number in range(_PASSES):
        nodes = narrowed(nodes, likely)
        chances = Chances(nodes, scored(model, nodes), _SAME, m)
        likely = chances.found
        if number + 1 < _PASSES:
            model = model.learned(likely)
    return chances.likelihood, model, likely, nodes


def _free(model: Model):
    n, m = len(model.a.sentences), len(model.b.sentences)
    nodes = islands(n, m, ((x.i, x.j) for x in anchors(model, 5)), 2)
    for number in range(_PASSES + 1):
        chances = Chances(nodes, scored(model, nodes), _FREE, m)
        likely = chances.found
        if number < _PASSES:
            model = model.learned(likely)
            spots = [(x.i, x.j) for x in anchors(model, 2)]
            for s in likely:
                if s.m and s.n and s.chance > 0.01:
                    spots += [(s.i, s.j), (s.i + s.m - 1, s.j + s.n - 1)]
            nodes = islands(n, m, dict.fromkeys(spots), 2)
    return chances.likelihood, model, likely, nodes


def narrowed(nodes: Nodes, likely: Iterable[Step], keep: float = 1e-4, slack: int = 2) -> Nodes:
    wanted: list[set[int]] = [set() for _ in nodes]
    for s in likely:
        if s.chance > keep:
            for x, y in ((s.i, s.j), (s.i + s.m, s.j + s.n)):
                wanted[x].update(range(y - slack, y + slack + 1))
    last = len(nodes) - 1
    m = nodes[-1][-1]
    out = []
    for i in range(last + 1):
        row = set(wanted[i])
        for k in (i - 1, i + 1):
            if 0 <= k <= last:
                row |= wanted[k]
        out.append(sorted(j for j in row if 0 <= j <= m))
    return out


def _best_way(nodes: Nodes, likely: Iterable[Step], n: int, m: int) -> list[Step]:
    """Path of most expected right links."""
    by: dict[tuple[int, int], list[Step]] = {}
    for s in likely:
        by.setdefault((s.i, s.j), []).append(s)
    best = {(0, 0): (0.0, None)}
    for i, row in enumerate(nodes):
        for j in row:
            here = best.get((i, j))
            if here is None:
                continue
            for s in by.get((i, j), ()):
                gain = s.chance * (s.m + s.n) / 2
                to = (i + s.m, j + s.n)
                if to not in best or best[to][0] < here[0] + gain:
                    best[to] = (here[0] + gain, s)
    at = (n, m)
    links = []
    while at in best and best[at][1] is not None:
        s = best[at][1]
        at = (s.i, s.j)
        links.append(s)
    return links[::-1]


def _best_links(likely: Iterable[Step], m: int, least: float = 0.2) -> list[Step]:
    claims = [0.0] * m
    links = [s for s in likely if s.m and s.n]
    for s in links:
        for j in range(s.j, s.j + s.n):
            claims[j] += s.chance
    rated = []
    for s in links:
        chance = s.chance / max(1.0, *claims[s.j : s.j + s.n])
        if chance >= least:
            rated.append(Step(s.i, s.j, s.m, s.n, chance))
    rated.sort(key=lambda s: (-s.chance * (s.m + s.n), s.i, s.j, s.m, s.n))
    taken, ta, tb = [], set(), set()
    for s in rated:
        x, y = range(s.i, s.i + s.m), range(s.j, s.j + s.n)
        if ta.isdisjoint(x) and tb.isdisjoint(y):
            ta.update(x)
            tb.update(y)
            taken.append(s)
    return taken


def _complete(taken: Iterable[Step], n: int, m: int) -> list[Link]:
    links = [Link(tuple(range(s.i, s.i + s.m)), tuple(range(s.j, s.j + s.n)), s.chance) for s in taken]
    a = {i for link in links for i in link.a}
    b = {j for link in links for j in link.b}
    return [*links, *_alone([i for i in range(n) if i not in a], [j for j in range(m) if j not in b])]


def _alone(a: Iterable[int], b: Iterable[int]) -> list[Link]:
    return [*(Link((i,), (), 1.0) for i in a), *(Link((), (j,), 1.0) for j in b)]


def _sorted(links: Iterable[Link]) -> list[Link]:
    return sorted(links, key=lambda link: (link.a[0] if link.a else 10**9, link.b))
