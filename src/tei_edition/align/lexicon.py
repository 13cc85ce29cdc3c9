"""Which tokens of two texts mean the same: by their letters at first, then learned from passages that pair.

The learning is that of IBM's first model (Brown et al. 1993), as Moore (2002) uses it for alignment,
with two changes: what tokens look like counts as having been seen, and a pair counts only as far as
more than one passage speaks for it, so that no passage is proved by what was learned from itself.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

Side = list[dict[int, float]]
"""For each token of one side, those of the other that it may stand for, and how far."""


class Passage(NamedTuple):
    """Two passages, as tokens, and how sure it is that the one renders the other."""

    weight: float
    a: Sequence[int]
    b: Sequence[int]


SEEN = 1.0
"""How often a look-alike counts as seen."""
NULL = 1.0
MOST = 30


def look_alikes(a: Sequence[str], b: Sequence[str]) -> Side:
    """Give for each token of a vocabulary those of another that look like it, and how alike (0 to 1)."""
    numbers = {token: number for number, token in enumerate(b)}
    index: dict[str, list[int]] = {}
    grams = [_grams(token) for token in b]
    for number, found in enumerate(grams):
        for gram in found:
            index.setdefault(gram, []).append(number)
    sides: Side = []
    for token in a:
        found = {}
        same = numbers.get(token)
        if same is not None:
            found[same] = _sameness(token)
        own = _grams(token)
        shared = Counter[int]()
        for gram in own:
            shared.update(index.get(gram, ()))
        for number, count in shared.items():
            if count >= 2 and number != same:
                alike = 2 * count / (len(own) + len(grams[number]))
                if alike >= LEAST:
                    found[number] = ALIKE * ((alike - LEAST) / (1 - LEAST)) ** POWER + 0.005
        sides.append(found)
    return sides


LEAST = 0.45
ALIKE = 0.6
POWER = 1.5


def _grams(token: str) -> frozenset[str]:
    if len(token) < 4 or not token[0].isalpha():
        return frozenset()
    padded = f" {token}"
    return frozenset(padded[at : at + 2] for at in range(len(padded) - 1))


def _sameness(token: str) -> float:
    if token[0] == "#" and token[1:].isdigit():
        return 0.8 if len(token) > 2 else 0.5
    if token[0] in "#@":
        return 0.8
    if not token[0].isalnum():
        return 0.5
    return (0.1, 0.1, 0.1, 0.3, 0.5)[len(token)] if len(token) < 5 else 0.7


def turned(side: Side, length: int) -> Side:
    """Give the same pairs from the other side."""
    other: Side = [{} for _ in range(length)]
    for one, pairs in enumerate(side):
        for two, value in pairs.items():
            other[two][one] = value
    return other


def shares(sentences: Iterable[Sequence[int]], length: int) -> list[float]:
    """Give how much of a text each token is."""
    counts = [0.0] * length
    for sentence in sentences:
        for token in sentence:
            counts[token] += 1
    total = sum(counts) + 50.0
    return [max(count, 1.0) / total for count in counts]


def ratios(
    passages: Sequence[Passage], alike: Side, old: Side | None, share: Sequence[float]
) -> Side:
    """Give for each token how much likelier each other one is in a passage because of it."""
    where: dict[int, list[tuple[int, int]]] = {}
    for number, passage in enumerate(passages):
        for token, times in Counter(passage.a).items():
            where.setdefault(token, []).append((number, times))
    wanted = _wanted(passages, old) if old else None
    found: Side = []
    for token, look in enumerate(alike):
        places = where.get(token, ())
        seen = _seen(passages, places, wanted, old[token] if old else None) if len(places) > 1 else {}
        times = sum(passages[number].weight * count for number, count in places)
        best = {}
        for other in seen.keys() | look.keys():
            chance = (seen.get(other, 0.0) + SEEN * look.get(other, 0.0)) / (times + SEEN)
            ratio = chance / share[other]
            if ratio > 1.5:
                best[other] = ratio
        if len(best) > MOST:
            best = dict(sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST])
        found.append(best)
    return found


def _wanted(passages: Sequence[Passage], old: Side) -> list[dict[int, float]]:
    """Give for each passage how many tokens compete for being what each token stands for."""
    wanted = []
    for passage in passages:
        total: dict[int, float] = {}
        for token in passage.a:
            for other, ratio in old[token].items():
                total[other] = total.get(other, 0.0) + ratio
        base = NULL * len(passage.a)
        wanted.append({other: base + total.get(other, 0.0) for other in set(passage.b)})
    return wanted


def _seen(
    passages: Sequence[Passage],
    places: Sequence[tuple[int, int]],
    wanted: list[dict[int, float]] | None,
    old: dict[int, float] | None,
) -> dict[int, float]:
    """Count how often a token stood for others, the passage that says it loudest left out."""
    total: dict[int, float] = {}
    loudest: dict[int, float] = {}
    for number, times in places:
        weight, a, b = passages[number]
        for other in b:
            if wanted is None or old is None:
                part = times * weight / (len(a) + NULL)
            else:
                part = times * weight * (old.get(other, 0.0) + NULL * 0.3) / wanted[number][other]
            total[other] = total.get(other, 0.0) + part
            if part > loudest.get(other, 0.0):
                loudest[other] = part
    return {other: count - loudest[other] for other, count in total.items() if count > loudest[other] * 1.001}


def found_again(
    passages: Sequence[Passage], side: Side, alike: Side, old: Sequence[float], length: int
) -> list[float]:
    """Give for each token of b how often a passage of a shows where it comes from (0 to 1)."""
    hoped = [0.0] * length
    for look in alike:
        for other, value in look.items():
            hoped[other] = max(hoped[other], value)
    seen, times = [0.0] * length, [0.0] * length
    for weight, a, b in passages:
        total: dict[int, float] = {}
        for token in a:
            for other, ratio in side[token].items():
                total[other] = total.get(other, 0.0) + ratio
        size = max(len(a), 1)
        for other in b:
            times[other] += weight
            if other in total:
                chance = old[other] * total[other] / size
                seen[other] += weight * chance / (chance + 1 - old[other])
    return [(s + HOPE * h) / (t + HOPE) for s, h, t in zip(seen, hoped, times, strict=True)]


HOPE = 1.0
