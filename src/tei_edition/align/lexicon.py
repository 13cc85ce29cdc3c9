"""Which tokens of two texts mean the same: by their letters at first, then learned from passages that pair.

The learning is that of IBM's first model (Brown et al. 1993), which Moore (2002) uses for alignment, with
two changes: what looks alike counts as having been seen together, and what a single passage says is left
out, so that no passage is proved by what was learned from itself.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

Side = list[dict[int, float]]
"""For each token of one side those of the other that it may stand for, and a number: how far, how often."""


class Passage(NamedTuple):
    """Two passages, as tokens, and the chance that the one renders the other."""

    chance: float
    a: Sequence[int]
    b: Sequence[int]


_SEEN = 8.0
"""How many occurrences the look of a token counts for."""

_MOST = 12
"""Tokens that one may stand for; more only cost time."""

_LEAST = 1.5
"""What makes another token less likelier than this says nothing."""

_ENOUGH = 250
"""Passages from which a token is learned."""

_ALIKE = 0.45
"""The part of its pairs of letters that a word shares with one that may be the same."""


_RAREST = 3
"""Of a word's pairs of letters so many, the rarest, of which a word that is like it must have one."""


def look_alikes(a: Sequence[str], b: Sequence[str]) -> Side:
    """Give for each token of a vocabulary those of another that look like it, and the chance they mean it."""
    numbers = {token: number for number, token in enumerate(b)}
    grams = [_grams(token) for token in b]
    index: dict[str, list[int]] = {}
    for number, pairs in enumerate(grams):
        for gram in pairs:
            index.setdefault(gram, []).append(number)
    sides: Side = []
    for token in a:
        own = _grams(token)
        places = sorted((index.get(gram, []) for gram in own), key=len)
        found = {}
        for number in sorted(set(chain.from_iterable(places[:_RAREST]))):
            count = len(own & grams[number])
            alike = 2 * count / (len(own) + len(grams[number]))
            if count > 1 and alike >= _ALIKE:
                found[number] = 0.005 + 0.6 * ((alike - _ALIKE) / (1 - _ALIKE)) ** 1.5
        if token in numbers:
            found[numbers[token]] = _sameness(token)
        sides.append(found)
    return sides


def _grams(token: str) -> frozenset[str]:
    if len(token) < 4 or not token[0].isalpha():
        return frozenset()
    padded = f" {token}"
    return frozenset(padded[at : at + 2] for at in range(len(token)))


def _sameness(token: str) -> float:
    """Give the chance that the same token on the other side is there because of this one."""
    if token[0] in "#@":
        return 0.5 if len(token) == 2 else 0.8
    if not token[0].isalnum():
        return 0.5
    return 0.1 if len(token) < 3 else {3: 0.3, 4: 0.5}.get(len(token), 0.7)


def turned(side: Side, length: int) -> Side:
    """Give the same pairs from the other side, which has so many tokens."""
    other: Side = [{} for _ in range(length)]
    for one, pairs in enumerate(side):
        for two, value in pairs.items():
            other[two][one] = value
    return other


def shares(sentences: Iterable[Sequence[int]], length: int) -> list[float]:
    """Give how much of a text each token of its vocabulary is."""
    counts: Counter[int] = Counter(token for sentence in sentences for token in sentence)
    total = counts.total() + 50
    return [counts[token] / total for token in range(length)]


def ratios(passages: Sequence[Passage], alike: Side, old: Side, share: Sequence[float]) -> Side:
    """Give for each token of a how much likelier it makes each one of b in its passage.

    `old` is what was known before, `alike` what the letters say, `share` how common b's tokens are.
    """
    where: dict[int, list[tuple[int, int]]] = {}
    for number, passage in enumerate(passages):
        for token, count in Counter(passage.a).items():
            where.setdefault(token, []).append((number, count))
    rivals = [_rivals(passage, old) for passage in passages]
    found: Side = []
    for token, look in enumerate(alike):
        places = where.get(token, [])
        if len(places) > _ENOUGH:
            places = places[:: len(places) // _ENOUGH]
        seen = _seen(passages, places, rivals, old[token]) if len(places) > 1 else {}
        times = sum(passages[number].chance * count for number, count in places)
        for other, value in look.items():
            seen[other] = seen.get(other, 0.0) + _SEEN * value
        least = _LEAST * (times + _SEEN)
        best = {
            other: count / (times + _SEEN) / share[other]
            for other, count in seen.items()
            if count > least * share[other]
        }
        if len(best) > _MOST:
            best = dict(sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST])
        found.append(best)
    return found


def _rivals(passage: Passage, old: Side) -> dict[int, float]:
    """Give how many tokens of a compete for having made each token of b."""
    base = float(len(passage.a) + 1)
    total = dict.fromkeys(passage.b, base)
    for token in passage.a:
        for other, ratio in old[token].items():
            if other in total:
                total[other] += ratio
    return total


def _seen(
    passages: Sequence[Passage],
    places: Iterable[tuple[int, int]],
    rivals: Sequence[dict[int, float]],
    old: dict[int, float],
) -> dict[int, float]:
    """Count how often a token made others, without the passage that says so loudest."""
    total: dict[int, float] = {}
    loudest: dict[int, float] = {}
    for number, times in places:
        chance, _, b = passages[number]
        weight = times * chance
        against = rivals[number]
        for other in b:
            part = weight * (old.get(other, 0.0) + 0.5) / against[other]
            if other in total:
                total[other] += part
                if part > loudest[other]:
                    loudest[other] = part
            else:
                total[other] = loudest[other] = part
    return {other: count - loudest[other] for other, count in total.items() if count > 1.001 * loudest[other]}


def hopes(alike: Side, length: int) -> list[float]:
    """Give how sure it is, by its look, that a token of b would be found again if its passage were there."""
    hoped = [0.0] * length
    for look in alike:
        for other, value in look.items():
            hoped[other] = max(hoped[other], value)
    return hoped


def found_again(
    passages: Iterable[Passage], side: Side, hoped: Sequence[float], old: Sequence[float]
) -> list[float]:
    """Give for each token of b how often the passage of a shows where it comes from (0 to 1)."""
    seen, times = [0.0] * len(hoped), [0.0] * len(hoped)
    for weight, a, b in passages:
        total = dict.fromkeys(b, 0.0)
        for token in a:
            for other, ratio in side[token].items():
                if other in total:
                    total[other] += ratio
        for other in b:
            times[other] += weight
            chance = old[other] * total[other] / len(a) if a else 0.0
            seen[other] += weight * chance / (chance + 1 - old[other])
    return [
        (count + _SEEN * hope) / (all_ + _SEEN) for count, hope, all_ in zip(seen, hoped, times, strict=True)
    ]
