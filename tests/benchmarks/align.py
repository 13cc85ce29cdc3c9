"""Measure `edition align`: how right its links are, and what they cost. Run it by hand; it is no test.

    python tests/benchmarks/align.py [FOLDER]

FOLDER holds texts aligned by hand: src.txt and tgt.txt (a sentence in each line) and gold.tsv
(`0,1<TAB>2`: lines of the one and the other from 0, `-` for none). Without it, invented languages alone
are measured.
"""

import random
import resource
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from tei_edition.align import Link, Proposal, Sentence, propose

Gold = list[tuple[tuple[int, ...], tuple[int, ...]]]
Case = tuple[list[str], list[str], Gold]

_WORDS = 30_000
_SHAPES = {(1, 1): 75, (1, 2): 8, (2, 1): 8, (2, 2): 2, (1, 3): 1, (3, 1): 1, (0, 1): 1, (1, 0): 1}


def invented(pairs: int, seed: int = 1) -> Case:
    """Invent two languages of two scripts, and a text in both: no word of one looks like any of the other."""
    dice = random.Random(seed)
    latin = _vocabulary(dice, "bdfglmnprst", "aeiou")
    cyrillic = _vocabulary(dice, "бдфглмнпрстк", "аеиоу")
    weights = [1 / (rank + 2.7) for rank in range(_WORDS)]
    sums = [sum(weights[:1])]
    for weight in weights[1:]:
        sums.append(sums[-1] + weight)
    renders = [
        [min(_WORDS - 1, int(rank * dice.uniform(0.6, 1.6))) for _ in range(dice.choice((1, 1, 2, 3)))]
        for rank in range(_WORDS)
    ]

    def sentence() -> tuple[list[str], list[str]]:
        ranks = dice.choices(range(_WORDS), cum_weights=sums, k=max(2, int(dice.lognormvariate(2.7, 0.55))))
        there = [cyrillic[dice.choice(renders[rank])] for rank in ranks if dice.random() > 0.15]
        free = dice.choices(range(_WORDS), cum_weights=sums, k=len(ranks) // 8)
        return [latin[rank] for rank in ranks], there + [cyrillic[rank] for rank in free]

    a, b, gold = [], [], []
    while len(a) < pairs:
        m, n = dice.choices(list(_SHAPES), weights=list(_SHAPES.values()))[0]
        parts = [sentence() for _ in range(max(m, n))]
        mine, yours = _shaped([one for one, _ in parts], m), _shaped([two for _, two in parts], n)
        gold.append((tuple(range(len(a), len(a) + m)), tuple(range(len(b), len(b) + n))))
        a += mine
        b += yours
    return a, b, gold


def _vocabulary(dice: random.Random, consonants: str, vowels: str) -> list[str]:
    lengths = dice.choices((1, 2, 3, 4), weights=(1, 2, 2, 1), k=_WORDS)
    return [
        "".join(dice.choice(consonants) + dice.choice(vowels) for _ in range(length)) for length in lengths
    ]


def _shaped(parts: Sequence[list[str]], number: int) -> list[str]:
    """Make so many sentences of some parts; the last one takes all that are left."""
    if not number:
        return []
    sentences = [*parts[: number - 1], [word for part in parts[number - 1 :] for word in part]]
    return [" ".join(words).capitalize() + "." for words in sentences]


def moved(case: Case, size: int, dropped: float, seed: int) -> Case:
    """Cut both texts into blocks of about `size` links, leave some out of each, and shuffle those of b."""
    a, b, gold = case
    dice = random.Random(seed)
    blocks: list[Gold] = [[]]
    limit = size * (0.5 + dice.random())
    for link in gold:
        if len(blocks[-1]) >= limit:
            blocks.append([])
            limit = size * (0.5 + dice.random())
        blocks[-1].append(link)
    of_a = [block for block in blocks if dice.random() >= dropped]
    of_b = [block for block in blocks if dice.random() >= dropped]
    dice.shuffle(of_b)
    new_a = {
        i: at for at, i in enumerate(i for block in of_a for i in sorted(i for x, _ in block for i in x))
    }
    new_b = {
        j: at for at, j in enumerate(j for block in of_b for j in sorted(j for _, y in block for j in y))
    }
    links = [
        (tuple(new_a[i] for i in x if i in new_a), tuple(new_b[j] for j in y if j in new_b)) for x, y in gold
    ]
    return [a[i] for i in new_a], [b[j] for j in new_b], [link for link in links if link[0] or link[1]]


def strict(gold: Gold, links: Iterable[Link]) -> float:
    """Give F1 of whole links; empty ones count in precision only, as is usual (Sennrich and Volk 2011)."""
    found, right = {(link.a, link.b) for link in links}, set(gold)
    precision = len(found & right) / len(found)
    full = {link for link in right if link[0] and link[1]}
    recall = len(found & full) / len(full)
    return _f1(precision, recall)


def pairwise(gold: Gold, links: Iterable[Link]) -> float:
    """Give F1 of pairs of sentences."""
    right = {(i, j) for a, b in gold for i in a for j in b}
    found = {(i, j) for link in links for i in link.a for j in link.b}
    return _f1(len(right & found) / max(len(found), 1), len(right & found) / max(len(right), 1))


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def measure(name: str, case: Case, languages: tuple[str, str] = ("", "")) -> Proposal:
    """Align a case and print what came of it."""
    a, b, gold = case
    start = time.process_time()
    proposal = propose(
        [Sentence(text, languages[0]) for text in a], [Sentence(text, languages[1]) for text in b]
    )
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    scores = f"strict {strict(gold, proposal.links):.3f}  pairs {pairwise(gold, proposal.links):.3f}"
    print(f"{name:34} {len(a):5} {len(b):5}  {proposal.order}  {scores}  {seconds:5.1f} s  {memory:4} MiB")
    return proposal


def reliability(cases: Sequence[tuple[Gold, Proposal]]) -> None:
    """Print for each range of confidence how many links there are and how many of them are right."""
    for low, high in ((0.0, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.0)):
        links = [
            (link.confidence, (link.a, link.b) in gold)
            for gold, proposal in cases
            for link in proposal.links
            if link.a and link.b and low <= link.confidence < high
        ]
        if links:
            said, right = (sum(column) / len(links) for column in zip(*links, strict=True))
            print(f"confidence {low:.2f} to {high:.2f}: {len(links):5} said {said:.2f}, were {right:.2f}")


def main() -> None:
    """Measure all."""
    cases: list[tuple[Gold, Proposal]] = []

    def add(name: str, case: Case, languages: tuple[str, str] = ("", "")) -> None:
        cases.append((case[2], measure(name, case, languages)))

    if len(sys.argv) > 1:
        gold = read(Path(sys.argv[1]))
        add("by hand", gold, ("de", "fr"))
        add("by hand, languages not said", gold)
        for seed, size, dropped in ((1, 40, 0.0), (2, 20, 0.0), (3, 8, 0.0), (4, 20, 0.3), (5, 40, 0.5)):
            add(f"blocks of {size}, {dropped:.0%} left out", moved(gold, size, dropped, seed), ("de", "fr"))
        reliability(cases)
    for pairs in (100, 1500, 6000):
        measure("invented languages", invented(pairs))


def read(folder: Path) -> Case:
    """Read texts aligned by hand."""
    a, b = ((folder / name).read_text("utf-8").splitlines() for name in ("src.txt", "tgt.txt"))
    rows = [line.split("\t") for line in (folder / "gold.tsv").read_text("utf-8").splitlines() if line]
    return a, b, [(_numbers(row[0]), _numbers(row[1])) for row in rows]


def _numbers(side: str) -> tuple[int, ...]:
    return () if side == "-" else tuple(map(int, side.split(",")))


if __name__ == "__main__":
    main()
