"""Which of some words a misspelt one is probably meant to be."""

from collections.abc import Callable, Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import Indel


def nearest(
    wanted: str, words: Iterable[str], cutoff: float, may_be: Callable[[str], bool] = lambda word: True
) -> str:
    """Give the word that is most like the one that was written, "" where none is.

    The likeness is that of Indel distance: twice the letters that both have, in order, over all letters.
    Of words that are alike as much, it is the first by the alphabet.
    """
    candidates = words if isinstance(words, list | tuple) else _sorted(frozenset(words))
    found = process.extract_iter(wanted, candidates, scorer=Indel.normalized_similarity, score_cutoff=cutoff)
    good = sorted((-score, word) for word, score, _ in found if may_be(word))
    return good[0][1] if good else ""


@lru_cache(maxsize=64)
def _sorted(words: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(words))
