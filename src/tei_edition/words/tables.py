"""What words mean in a language: the tables beside this file, and month names from the CLDR for others."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

Meaning = tuple[str, int]
"""The class of a word, one letter, and its value."""

Phrases = dict[str, list[tuple[tuple[str, ...], Meaning]]]
"""By their first word, the longest first."""

FOLDER = Path(__file__).parent
"""Where the tables lie, each named for its language."""

WORD = re.compile(r"(?:7|8|9|10)b(?:re?|er)\b|[^\W\d_]+")
"""A word without its apostrophes; "7bre" is one, and means September."""

_CLASSES = {
    "filler": "F",
    "units": "U",
    "day": "U",
    "hours": "H",
    "hours_before": "G",
    "other_date": "X",
    "spring": "S",
    "summer": "S",
    "autumn": "S",
    "winter": "S",
    "quarter": "Q",
    "century": "C",
    "years": "k",
    "early": "P",
    "middle": "P",
    "late": "P",
    "about": "A",
    "from": "f",
    "to": "r",
    "until": "u",
    "before": "<",
    "after": ">",
    "between": "b",
    "and": "&",
}
"""The classes of a table's lists of words, those that win over others last."""

_MONTH_FIRST = frozenset(("eu", "hu", "ja", "ko", "lt", "lv", "mn", "zh"))
"""Languages without a table that write the month before the day (CLDR, short date formats)."""

_VALUES = {"day": 1, "spring": 1, "summer": 2, "autumn": 3, "winter": 4, "early": 1, "middle": 2, "late": 3}


@dataclass(frozen=True)
class DateWords:
    """The words of dates in a language, folded; `known` says whether a table of ours is behind it."""

    language: str
    known: bool = False
    month_first: bool = False
    phrases: Phrases = field(default_factory=dict)
    after_digits: frozenset[str] = frozenset()
    after_decade: frozenset[str] = frozenset()


def fold(text: str) -> str:
    """Give a text in small letters without accents, compatibility characters as plain ones."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in text if not unicodedata.combining(letter))
    return text.casefold()


def primary(language: str) -> str:
    """Give the language of a tag without script, region and variants: `ro` of `ro-Cyrl-MD`."""
    return language.partition("-")[0].lower()


@cache
def languages() -> tuple[str, ...]:
    """List the languages that have a table."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.toml")))


@cache
def table(language: str) -> dict[str, Any]:
    """Read the table of a language."""
    return tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))


@cache
def date_words(language: str) -> DateWords:
    """Give the words of dates of a language, as far as they are known."""
    if language not in languages():
        return DateWords(language, month_first=not language or language in _MONTH_FIRST)
    found = table(language)["dates"]
    phrases: Phrases = {}
    for name, letter in _CLASSES.items():
        for phrase in listed(found.get(name, "")):
            _add(phrases, phrase, (letter, _VALUES.get(name, 0)))
    for letter, lists in (("W", found["weekdays"]), ("M", found["months"])):
        for number, names in enumerate(lists):
            for phrase in listed(names):
                _add(phrases, phrase, (letter, number + (letter == "M")))
    for number, names in found.get("decades", {}).items():
        for phrase in listed(names):
            _add(phrases, phrase, ("K", int(number)))
    for entries in phrases.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return DateWords(
        language,
        known=True,
        month_first="month day" in listed(found["orders"]),
        phrases=phrases,
        after_digits=frozenset(map(fold, listed(found["after_digits"]))),
        after_decade=frozenset(map(fold, listed(found.get("after_decade", "")))),
    )


def listed(phrases: str) -> list[str]:
    """Divide a list of a table into its phrases."""
    return [phrase.strip() for phrase in phrases.split(",") if phrase.strip()]


@cache
def weekdays(language: str) -> frozenset[str]:
    """Give the names of weekdays in a language that has a table, folded."""
    phrases = date_words(language).phrases
    return frozenset(word for word in phrases if any(meaning[0] == "W" for _, meaning in phrases[word]))


def _add(phrases: Phrases, phrase: str, meaning: Meaning) -> None:
    """Add a phrase; the last meaning of the same words wins."""
    words = tuple(WORD.findall(fold(phrase)))
    entries = phrases.setdefault(words[0], [])
    entries[:] = [entry for entry in entries if entry[0] != words]
    entries.append((words, meaning))


@cache
def _cldr(language: str) -> dict[str, Meaning]:
    """Give the names of months and weekdays, and the short forms of months."""
    if not language.isalpha():
        return {}
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError, TypeError):
        return {}
    names = {
        fold(str(name)).rstrip("."): (letter, int(number))
        for letter, values in (("W", locale.days), ("M", locale.months))
        for form in ("format", "stand-alone")
        for width in (("abbreviated", "wide") if letter == "M" else ("wide",))
        for number, name in values[form][width].items()
    }
    return {name: meaning for name, meaning in names.items() if len(name) >= 3}


@cache
def meaning_elsewhere(word: str, language: str) -> Meaning | None:
    """Find the month or weekday that a folded word is in a language without a table, whatever its ending.

    The CLDR has "březen" and "března"; texts have "březnu" too.
    """
    names = _cldr(language)
    if word in names or len(word) < 4:
        return names.get(word)
    likeness = {name: _common(word, name) for name in names}
    alike = [name for name in names if likeness[name] >= max(len(name) - 1, 3) and len(word) <= len(name) * 2]
    best = max((likeness[name] for name in alike), default=0)
    meanings = {names[name] for name in alike if likeness[name] == best}
    return meanings.pop() if len(meanings) == 1 else None


def _common(one: str, other: str) -> int:
    """Count the letters that two words begin with together."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))
