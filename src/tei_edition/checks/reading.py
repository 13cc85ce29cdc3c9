"""Which language some words are in.

In two steps, because most passages are in the language that they are marked as: the words that are most
frequent in it show that cheaply; py3langid (a naive Bayes classifier over byte n-grams: Lui and Baldwin,
"langid.py", ACL 2012) is asked about the others only, because loading it takes half a second.
"""

import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Protocol

_WORD = re.compile(r"[^\W\d_]+")

_ENOUGH = 0.15
"""The share of frequent words from which on a passage may be in a language; running text has 0.2 to 0.5."""

_FEW = 3
"""Fewer frequent words than these show nothing."""

_FEWEST = 2
"""These are enough for the language that a passage is marked as, where no other has as many."""

_SURE = 0.95
"""The probability from which on py3langid is believed."""

_LIKELY = 0.6
"""The same where the language has the most frequent words in the text, too."""

_MUCH = 0.2
"""The share of frequent words that shows another language where py3langid alone would not do.

It does not know every language, and takes Russian in Polish letters for Polish.
"""

_ALIKE = (
    frozenset("sr hr bs sh cnr".split()),
    frozenset("no nb nn da".split()),
    frozenset("el grc".split()),
    frozenset("he hbo".split()),
    frozenset("gl pt".split()),
    frozenset("bg mk".split()),
    frozenset("uk rue".split()),
    frozenset("de gsw bar nds ksh pfl swg".split()),
    frozenset("it lmo nap scn pms lij vec".split()),
)
"""Languages that a passage alone does not tell apart, above all in the spellings of another time."""


class _Identifier(Protocol):
    labels: list[str]

    def rank(self, text: str) -> list[tuple[str, float]]: ...


def another_language(text: str, claimed: str) -> str:
    """Give the language that a text plainly is in, if that is another than the claimed one; else "".

    Languages are codes of ISO 639, the shortest there is. Only languages of the table beside this
    module are ever given.
    """
    if _is_plainly(claimed, shares_of(text, _FEWEST)):
        return ""
    shares = shares_of(text)
    found = _read(text, shares)
    if found not in languages() or shares.get(found, 0.0) < shares.get(claimed, 0.0):
        return ""
    if claimed in _like(found):
        return ""
    return found if shares.get(found, 0.0) >= _MUCH or _is_usual(claimed, found) else ""


def shares_of(text: str, few: int = _FEW) -> dict[str, float]:
    """Give which share of a text's words are among the frequent ones of each language, where so many are."""
    words = _WORD.findall(text.lower())
    counts = Counter(chain.from_iterable(filter(None, map(_by_word().get, words))))
    return {language: count / len(words) for language, count in counts.items() if count >= few}


@cache
def languages() -> frozenset[str]:
    """Give the languages that have a line in the table of frequent words."""
    return frozenset(_table())


@cache
def script_of(language: str) -> str:
    """Give the script that a language is usually written in: `Latn`, `Cyrl`."""
    from langcodes import Language

    return Language.make(language=language).maximize().script or ""


def _is_usual(claimed: str, found: str) -> bool:
    """Say whether two languages are known to be written in one script."""
    is_known = claimed in languages() or claimed in _identifier().labels
    return is_known and script_of(claimed) == script_of(found)


def _is_plainly(language: str, shares: dict[str, float]) -> bool:
    """Say whether no language has more frequent words in a text than this one."""
    own = shares.get(language, 0.0)
    most = max((share for other, share in shares.items() if other != language), default=0.0)
    return own > most or (own == most and own >= _ENOUGH)


def _read(text: str, shares: dict[str, float]) -> str:
    """Give the language that py3langid is sure of, or of a group of languages that are alike.

    It does not know Yiddish and takes it for Hebrew: their frequent words tell them apart.
    """
    ranking = dict(_identifier().rank(text))
    found = max(ranking, key=lambda language: ranking[language])
    if found == "he":
        yiddish, hebrew = shares.get("yi", 0.0), shares.get("he", 0.0)
        return "yi" if yiddish > hebrew else "he" if hebrew > yiddish else ""
    both_say_so = shares.get(found, 0.0) == max(shares.values(), default=1.0)
    needed = _LIKELY if both_say_so else _SURE
    return found if sum(ranking.get(language, 0.0) for language in _like(found)) >= needed else ""


def _like(language: str) -> frozenset[str]:
    return next((group for group in _ALIKE if language in group), frozenset((language,)))


@cache
def _table() -> dict[str, frozenset[str]]:
    text = (files(__package__) / "frequent_words.toml").read_text("utf-8")
    return {language: frozenset(words.split()) for language, words in tomllib.loads(text).items()}


@cache
def _by_word() -> dict[str, tuple[str, ...]]:
    by_word: dict[str, tuple[str, ...]] = {}
    for language, words in _table().items():
        for word in words:
            by_word[word] = (*by_word.get(word, ()), language)
    return by_word


@cache
def _identifier() -> _Identifier:
    from tei_edition.checks.language_model import identifier

    return identifier()
