"""Numbers in words: "two hundred and sixty thousand", "quatre-vingt-onze", "zweiunddreißig"."""

import re
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from tei_edition.words.tables import WORD, fold, languages, listed, table

_SIGNS = {"vague": "!", "between": "-", "about": "~", "at_most": "<", "at_least": ">", "percent": "%"}

Meanings = dict[str, Fraction]
"""What a phrase can be: c cardinal · o ordinal · f fraction · m multiplier · l collective · p plural."""


class Words(NamedTuple):
    """A number in words: all that it can mean, and how many words it takes."""

    values: frozenset[Fraction]
    ordinal: bool
    end: int


@dataclass(frozen=True)
class Classes:
    """The words of numbers in a language, folded, each phrase by its first word, the longest first."""

    phrases: dict[str, list[tuple[tuple[str, ...], Meanings]]] = field(default_factory=dict)
    signs: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    articles: frozenset[str] = frozenset()
    joiners: frozenset[str] = frozenset()
    decimal: str = ""
    piece: re.Pattern[str] | None = None
    compound: re.Pattern[str] | None = None

    def starts(self, words: list[str]) -> bool:
        """Say whether a number begins with the first of some words."""
        if words[0] in self.articles:
            return len(words) > 1 and "m" in self.at(words, 1)[0]
        meanings, length = self.at(words, 0)
        if meanings and set(meanings) <= set("mlp"):
            return len(words) > length and bool(self.at(words, length)[0])
        return bool(meanings) or (self.compound is not None and self.compound.fullmatch(words[0]) is not None)

    def at(self, words: list[str], position: int) -> tuple[Meanings, int]:
        """Give what the words at a position can be, and how many they are."""
        for phrase, meanings in self.phrases.get(words[position], ()):
            if tuple(words[position : position + len(phrase)]) == phrase:
                return meanings, len(phrase)
        return {}, 0

    def sign(self, words: list[str]) -> tuple[str, int]:
        """Give what the words at the beginning say of a number beside them, and how many they are."""
        for phrase, sign in self.signs.get(words[0], ()):
            if tuple(words[: len(phrase)]) == phrase:
                return sign, len(phrase)
        return "", 0

    def scale(self, word: str) -> Fraction | None:
        """Give what a word multiplies a number by."""
        meanings, _ = self.at([word], 0)
        return next((meanings[kind] for kind in "mpl" if kind in meanings), None)

    def collective(self, word: str) -> bool:
        """Say whether a word counts in dozens and the like."""
        return "l" in self.at([word], 0)[0]

    def plural(self, word: str) -> bool:
        """Say whether a word is one that says a number only after another: "hundreds"."""
        return "p" in self.at([word], 0)[0]


@cache
def classes(language: str) -> Classes:
    """Give the words of numbers in a language; nothing for a language without a table."""
    if language not in languages():
        return Classes()
    found = table(language)["numbers"]
    phrases: dict[str, dict[tuple[str, ...], Meanings]] = {}
    for name, kind in (("cardinals", "c"), ("mixed", "c"), ("ordinals", "o"), ("fractions", "f")):
        for number, names in found.get(name, {}).items():
            value = Fraction(number) if kind != "f" else Fraction(1, int(number))
            _add(phrases, listed(names), kind, value)
    for name, kind in (("multipliers", "m"), ("collectives", "l"), ("plurals", "p")):
        for number, names in found.get(name, {}).items():
            _add(phrases, listed(names), kind, Fraction(number))
    piece, compound = _compound(found) if found.get("compounds") else (None, None)
    return Classes(
        {
            first: sorted(entries.items(), key=lambda entry: -len(entry[0]))
            for first, entries in phrases.items()
        },
        _signs(found),
        frozenset(map(fold, listed(found["articles"]))),
        frozenset(map(fold, listed(found["joiners"]))),
        found["decimal"],
        piece,
        compound,
    )


def _add(
    phrases: dict[str, dict[tuple[str, ...], Meanings]], names: list[str], kind: str, value: Fraction
) -> None:
    for name in names:
        words = tuple(WORD.findall(fold(name)))
        phrases.setdefault(words[0], {}).setdefault(words, {})[kind] = value


def _signs(found: dict[str, Any]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    signs: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, sign in _SIGNS.items():
        for phrase in listed(found.get(name, "")):
            words = tuple(WORD.findall(fold(phrase)))
            signs.setdefault(words[0], []).append((words, sign))
    for entries in signs.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return signs


def _compound(found: dict[str, Any]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Make patterns for the pieces of a compound and for the whole, with an ordinal's ending."""
    lists = [*found["cardinals"].values(), *found["multipliers"].values()]
    pieces = {fold(name) for names in lists for name in listed(names)}
    pieces |= {fold(name) for name in listed(found["articles"])[:1]}
    joiner = fold(listed(found["joiners"])[0])
    any_piece = "|".join(sorted(pieces, key=len, reverse=True))
    endings = "|".join(sorted(map(fold, listed(found["ordinal_endings"])), key=len, reverse=True))
    return (
        re.compile(f"{any_piece}|{joiner}"),
        re.compile(f"((?:{any_piece})(?:(?:{joiner})?(?:{any_piece}))*)({endings})?"),
    )


@dataclass
class _Sum:
    """A number that is being read: `total` of what is multiplied already, `group` below a thousand."""

    total: Fraction = Fraction(0)
    group: Fraction | None = None
    limit: Fraction = Fraction(10**15)
    ordinal: bool = False
    closed: bool = False
    either: Fraction | None = None

    def value(self) -> Fraction:
        return self.total + (self.group or 0)

    def add(self, value: Fraction, joined: bool) -> bool:
        """Add a cardinal or an ordinal where the number read so far has room for it."""
        if self.group is None:
            self.group = value
            return True
        rest = self.group % 100
        fits = rest == 0 and value < 100
        fits = fits or (value < 10 and rest >= 20 and rest % 10 == 0)
        fits = fits or (10 <= value < 20 and rest in (60, 80))
        fits = fits or (joined and 20 <= value < 100 and value % 10 == 0 and 0 < rest < 10)
        if fits and self.group:
            self.group += value
            return True
        if not joined and not self.total and 11 <= self.group <= 20 and 10 <= value < 100:
            self.group = self.group * 100 + value  # nineteen forty
            return True
        return False

    def multiply(self, scale: Fraction) -> bool:
        """Multiply what was read last, where that is possible: "two hundred", "sixty thousand"."""
        if scale < 1000:
            if self.group is not None and self.group >= 100:
                return False
            self.group = (1 if self.group is None else self.group) * scale
            return True
        if scale >= self.limit:
            return False
        self.total += (1 if self.group is None else self.group) * scale
        self.group, self.limit = None, scale
        return True


def words_of(words: list[str], start: int, language: str) -> Words | None:
    """Read the number that begins at a word; None where none does."""
    table = classes(language)
    sum_, position, end, joined = _Sum(), start, start, False
    while position < len(words) and not sum_.closed:
        word = words[position]
        meanings, length = table.at(words, position)
        if not meanings and table.compound and len(word) > 5:
            taken = _take_compound(sum_, word, table)
            position, end = (position + 1, position + 1) if taken else (len(words), end)
        elif meanings:
            if not _take(sum_, meanings, joined):
                break
            position = end = position + length
        elif end > start and word in table.joiners and not joined:
            position, joined = position + 1, True
            continue
        elif word in table.articles and _article_counts(sum_, words, position, table):
            position += 1
            if end > start and not _scales(words, position, table):
                end = position
            continue
        else:
            break
        joined = False
    if end == start:
        return None
    values = {sum_.value()} | ({sum_.either} if sum_.either is not None else set())
    return Words(frozenset(values), sum_.ordinal, end - start)


def _article_counts(sum_: _Sum, words: list[str], position: int, table: Classes) -> bool:
    """Say whether an article is part of a number: "a hundred", "two and a half", "vingt et un"."""
    if _scales(words, position + 1, table):
        return True
    return position > 0 and sum_.group is not None and sum_.add(Fraction(1), joined=False)


def _scales(words: list[str], position: int, table: Classes) -> bool:
    meanings = table.at(words, position)[0] if position < len(words) else {}
    return any(kind in meanings for kind in "mlf")


def _take(sum_: _Sum, meanings: Meanings, joined: bool) -> bool:
    """Take a word into the number; False where it does not belong to it."""
    empty = sum_.group is None and not sum_.total
    if "f" in meanings and not ("o" in meanings and (empty or (sum_.group or 0) >= 20)):
        return _take_fraction(sum_, meanings["f"], joined)
    if "c" in meanings:
        return sum_.add(meanings["c"], joined)
    if "o" in meanings:
        taken = sum_.add(meanings["o"], joined)
        sum_.ordinal = sum_.closed = taken
        if taken and empty:
            sum_.either = meanings.get("f")
        return taken
    if "m" in meanings:
        return sum_.multiply(meanings["m"])
    if "p" in meanings and empty:
        return False
    if "p" in meanings and meanings["p"] >= 100:
        return sum_.multiply(meanings["p"])
    scale = meanings["p"] if "p" in meanings else meanings["l"]
    sum_.either = sum_.value() or Fraction(1)
    sum_.group, sum_.total, sum_.closed = (sum_.value() or 1) * scale, Fraction(0), True
    return True


def _take_fraction(sum_: _Sum, share: Fraction, joined: bool) -> bool:
    if sum_.group is None:
        sum_.group = share * (sum_.limit if joined and sum_.total else 1)
    elif joined:
        sum_.group += share
    else:
        sum_.group *= share
    return True


def _take_compound(sum_: _Sum, word: str, table: Classes) -> bool:
    """Take a compound such as "zweihundertsechzigtausend", piece by piece."""
    whole = table.compound.fullmatch(word) if table.compound else None
    if whole is None or table.piece is None:
        return False
    inner, joined = _Sum(), False
    for piece in table.piece.findall(whole.group(1)):
        meanings, _ = table.at([piece], 0)
        if not meanings and piece in table.joiners:
            joined = True
            continue
        taken = _take(inner, meanings, joined) if meanings else inner.add(Fraction(1), joined)
        if not taken:
            return False
        joined = False
    if not sum_.add(inner.value(), joined=False):
        return False
    sum_.ordinal = sum_.closed = whole.group(2) is not None
    return True
