"""Propose which sentences of two texts render each other.

First a rough look that needs no words (`rough`) or, where the order differs, a look for sentences that
share rare words (`anchors`). Then, some times over, all links are weighed against each other (`chances`),
and what the likely ones teach of the two languages (`model`) makes the next weighing better (`weigh`).
In the end those links are taken that are right most often (`take`), each with a confidence that was
measured on texts aligned by hand (`confidence`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tei_edition.align.anchors import Order
from tei_edition.align.chances import Step
from tei_edition.align.confidence import measured
from tei_edition.align.model import Model, Text
from tei_edition.align.take import best_links, best_way, left_out
from tei_edition.align.tokens import tokens
from tei_edition.align.weigh import weigh


@dataclass(frozen=True)
class Sentence:
    """A sentence: its text, its language (a BCP 47 tag, or nothing), what its markup names, its id.

    Names are what the other text's markup writes in the same way: `person:antonescu-ion`, `1941-06-29`.
    """

    text: str
    language: str = ""
    names: tuple[str, ...] = ()
    id: str = ""


@dataclass(frozen=True)
class Link:
    """Sentences of a and b, by number, that render each other, and how sure it is (0 to 1).

    With one side empty: a sentence that has no counterpart.
    """

    a: tuple[int, ...]
    b: tuple[int, ...]
    confidence: float


@dataclass(frozen=True)
class Proposal:
    """Links with every sentence once, by the sentences of a, and the order that b was found in."""

    links: tuple[Link, ...]
    order: Order


def propose(a: Sequence[Sentence], b: Sequence[Sentence], order: Order | None = None) -> Proposal:
    """Propose links; each sentence is in exactly one, alone where it has no counterpart.

    `order` says whether b has what it shares with a in the same order; without it, the texts decide.
    The same texts give the same links, and changed sides the same links turned round; a text beside itself
    has each sentence linked with itself.
    """
    if not a or not b:
        return Proposal(_links(left_out([], [], len(a), len(b))), order or "same")
    if _rank(a) == _rank(b):
        return Proposal(tuple(Link((i,), (i,), 1.0) for i in range(len(a))), order or "same")
    if _rank(b) < _rank(a):
        turned = _proposed(b, a, order)
        links = (Link(link.b, link.a, link.confidence) for link in turned.links)
        return Proposal(_sorted(links), turned.order)
    return _proposed(a, b, order)


def _rank(sentences: Sequence[Sentence]) -> tuple[int, list[tuple[str, str, tuple[str, ...]]]]:
    """Give what decides which text is read first: anything, if only it does not depend on the side."""
    return len(sentences), [(one.text, one.language, one.names) for one in sentences]


def _proposed(a: Sequence[Sentence], b: Sequence[Sentence], order: Order | None) -> Proposal:
    weighed = weigh(Model.of(_text(a), _text(b)), order)
    if weighed.order == "same":
        taken = [step for step in best_way(weighed.nodes, weighed.steps) if step.m and step.n]
    else:
        taken = best_links(weighed.steps)
    return Proposal(_links([*taken, *left_out(weighed.steps, taken, len(a), len(b))]), weighed.order)


def _text(sentences: Sequence[Sentence]) -> Text:
    found = [(*tokens(one.text, one.language), *(f"@{name}" for name in one.names)) for one in sentences]
    return Text.of(found, [sum(map(len, one.text.split())) for one in sentences])


def _links(steps: Iterable[Step]) -> tuple[Link, ...]:
    return _sorted(
        Link(
            tuple(range(step.i, step.i + step.m)),
            tuple(range(step.j, step.j + step.n)),
            measured(step.chance),
        )
        for step in steps
    )


def _sorted(links: Iterable[Link]) -> tuple[Link, ...]:
    """Sort links by the sentences of a; what only b has stands behind what b has before it."""
    links = list(links)
    place = {j: link.a[0] for link in links if link.a for j in link.b}
    last = -1
    for j in range(max((link.b[-1] for link in links if link.b), default=-1) + 1):
        last = place.setdefault(j, last)
    return tuple(
        sorted(links, key=lambda link: (link.a[0] if link.a else place[link.b[0]], not link.a, link.b))
    )
