"""Propose links."""

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from tei_edition.align.lattice import KINDS, Nodes, Steps, Text, Weights
from tei_edition.align.chances import Chances, Costs, Likely
from tei_edition.align.lengths import Lengths
from tei_edition.align.lexicon import Passage, Side, found_again, look_alikes, ratios, shares, turned


def text_of(sentences, lengths, vocabulary):
    return Text([[vocabulary[t] for t in s] for s in sentences], lengths)


def vocab(sentences):
    return {t: n for n, t in enumerate(sorted({t for s in sentences for t in s}))}


class Work:
    def __init__(self, a, b, la, lb, weights=Weights(), start_spread=.35, costs=Costs()):
        self.costs = costs
        self.va, self.vb = vocab(a), vocab(b)
        self.a, self.b = text_of(a, la, self.va), text_of(b, lb, self.vb)
        self.weights = weights
        self.alike = look_alikes(list(self.va), list(self.vb))
        self.alike_back = turned(self.alike, len(self.vb))
        self.share_a = shares(self.a.sentences, len(self.va))
        self.share_b = shares(self.b.sentences, len(self.vb))
        self.forward = ratios([], self.alike, None, self.share_b)
        self.backward = ratios([], self.alike_back, None, self.share_a)
        self.found_b = found_again([], self.forward, self.alike, [], len(self.vb))
        self.found_a = found_again([], self.backward, self.alike_back, [], len(self.va))
        self.lengths = Lengths.of(la, lb, start_spread)

    def learn(self, likely, least=0.05):
        fp, bp = [], []
        for l in likely:
            if l.m and l.n and l.chance > least:
                x = [t for s in self.a.sentences[l.i:l.i+l.m] for t in s]
                y = [t for s in self.b.sentences[l.j:l.j+l.n] for t in s]
                fp.append(Passage(l.chance, x, y))
                bp.append(Passage(l.chance, y, x))
        for _ in range(INNER):
            self.forward = ratios(fp, self.alike, self.forward, self.share_b)
            self.backward = ratios(bp, self.alike_back, self.backward, self.share_a)
            self.found_b = found_again(fp, self.forward, self.alike, self.found_b, len(self.vb))
            self.found_a = found_again(bp, self.backward, self.alike_back, self.found_a, len(self.va))
        self.lengths = self.lengths.learned(likely, self.a.lengths, self.b.lengths)

    def run(self, nodes, costs=None):
        steps = Steps(self.a, self.b, self.forward, self.backward, self.found_a, self.found_b, self.lengths, nodes, self.weights).all()
        c = Chances(nodes, steps, costs or self.costs, len(self.b.sentences))
        return c.likelihood, c.found


INNER = 2
PASSES = 5


def band(n, m, width):
    rows = []
    for i in range(n + 1):
        c = round(i * m / max(n, 1))
        rows.append(list(range(max(0, c - width), min(m, c + width) + 1)))
    return rows


def narrowed(nodes, likely, keep=1e-4, slack=2):
    n = len(nodes) - 1
    wanted = [set() for _ in nodes]
    for l in likely:
        if l.chance > keep:
            for x, y in ((l.i, l.j), (l.i + l.m, l.j + l.n)):
                wanted[x].update(range(y - slack, y + slack + 1))
    out = []
    for i, row in enumerate(nodes):
        w = wanted[i].union(*(wanted[k] for k in (i-1, i+1) if 0 <= k <= n))
        out.append([j for j in row if j in w])
    return out


def decode(nodes, likely, n, m, power=1.0, null=0.5):
    """Path of most expected right links."""
    by = {}
    for l in likely:
        by.setdefault((l.i, l.j), []).append(l)
    best = {(0, 0): (0.0, None, None)}
    for i, row in enumerate(nodes):
        for j in row:
            here = best.get((i, j))
            if here is None:
                continue
            for l in by.get((i, j), ()):
                gain = l.chance * ((l.m + l.n) / 2) ** power if l.m and l.n else null * l.chance
                to = (i + l.m, j + l.n)
                if to not in best or best[to][0] < here[0] + gain:
                    best[to] = (here[0] + gain, (i, j), l)
    at = (n, m)
    links = []
    while at in best and best[at][1] is not None:
        _, at, l = best[at]
        links.append(l)
    return links[::-1]


def monotone(a, b, la, lb, weights=Weights(), passes=None, width=None):
    w = Work(a, b, la, lb, weights)
    n, m = len(a), len(b)
    nodes = band(n, m, width or max(60, abs(n - m)))
    lk, likely = w.run(nodes)
    for p in range(passes or PASSES):
        w.learn(likely)
        nodes = narrowed(nodes, likely)
        lk, likely = w.run(nodes)
    return lk, likely, nodes, w
