"""Numbers as texts write them, in figures, in words, and in both."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from tei_edition.words.number_words import classes, words_of
from tei_edition.words.tables import WORD, fold

_SCANNER = re.compile(
    rf"""(?P<share>(?<![\d/])\d{{1,4}}\s?[/⁄]\s?\d{{1,4}}(?![\d/]))
      | (?P<figures>\d{{1,3}}(?:[ .,'’]\d{{3}})+(?!\d)(?:[.,]\d{{1,2}}(?!\d))?|\d+(?:[.,]\d+)?)
            (?:(?:st|nd|rd|th|er|re|e|eme|o|a|lea|ten|te|sten|ste)\b)?
      | (?P<word>{WORD.pattern})
      | (?P<mark>[-–—%])""",
    re.VERBOSE,
)
_LOST = re.compile(r"\d[?_]|[?_]\d|\d\.\.|\d-(?:\s|$)")
_BRACKETS = re.compile(r"\([^()]*\)")
_ROMAN = re.compile(r"(?=[MDCLXVI])M*(?:CM|CD|D?C{0,4})(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})")
_LONGEST = 200
"""What is longer, in characters, is no number but a passage."""

_SCALES = (100, 1000, 1000000)
"""What the first of two numbers may share with the second: "two or three hundred"."""

_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


class Number(NamedTuple):
    """A whole number at the beginning of some words, and how many of them it takes."""

    value: int
    ordinal: bool
    length: int


@dataclass(frozen=True)
class Quantity:
    """What words say of how many: one number, or two that are the ends of a range.

    Each number is all that it can mean ("13.266" is 13,266 or 13 and a bit). `relation` is `>` for at
    least, `<` for at most, `~` for about, `-` for a range, or nothing. `others` are the words beside it.
    """

    numbers: tuple[frozenset[Fraction], ...]
    relation: str = ""
    others: tuple[str, ...] = ()


def number_from(words: list[str], language: str) -> Number | None:
    """Read a whole number in (folded) words at the beginning of a list; None where there is none.

    An article is none, nor is a lone word for a hundred or a thousand, which is often another word.
    """
    if not classes(language).starts(words):
        return None
    found = words_of(words, 0, language)
    if found is None or (len(found.values) != 1 and not found.ordinal):
        return None
    value = max(found.values)
    return Number(int(value), found.ordinal, found.end) if value.denominator == 1 else None


@lru_cache(maxsize=8192)
def read(text: str, language: str) -> Quantity | None:
    """Read the number that a text speaks of; None where it has none, several, or a vague one."""
    if len(text) > _LONGEST:
        return None
    roman = re.sub(r"(?i)(?<=[IVXLCDM])\.?(?:e|ème|er|-lea|lea|\.)$", "", text.strip())
    if _ROMAN.fullmatch(roman):
        return Quantity((frozenset({Fraction(_roman(roman))}),))
    text = re.sub(r"(?<=\d)(?=[¼½¾⅐-⅞])", " ", text)
    folded = fold(text)
    if _LOST.search(folded):
        return None
    quantity = _Reader(folded, language).quantity()
    outside = _BRACKETS.sub("", folded)
    return quantity if quantity or outside == folded else _Reader(outside, language).quantity()


def _roman(text: str) -> int:
    figures = [_ROMAN_VALUES[letter] for letter in text]
    pairs = pairwise([*figures, 0])
    return sum(-figure if figure < following else figure for figure, following in pairs)


class _Reader:
    """Goes through a text once, collecting numbers and what is said about them."""

    def __init__(self, text: str, language: str) -> None:
        self.raw = [
            (name, match.group(name)) for match in _SCANNER.finditer(text) if (name := match.lastgroup)
        ]
        self.language = language
        self.table = classes(language)
        self.numbers: list[frozenset[Fraction]] = []
        self.shape = ""
        self.relation = ""
        self.others: list[str] = []

    def quantity(self) -> Quantity | None:
        position = 0
        while position < len(self.raw):
            position = self._step(position)
        shape = self.shape.replace("a", "")
        if not self.numbers and "a" in self.shape and "!" not in shape:
            return Quantity((frozenset({Fraction(1)}),), "article", tuple(self.others))
        if re.fullmatch(r"[?]*#[?]*", shape):
            return Quantity(tuple(self.numbers), self.relation, tuple(self.others))
        if re.fullmatch(r"[?]*#-#[?]*", shape):
            first, last = self.numbers
            scaled = {value * scale for value in first for scale in _SCALES if value * scale <= max(last)}
            return Quantity((first | scaled, last), "-", tuple(self.others))
        return None

    def _step(self, position: int) -> int:
        kind, text = self.raw[position]
        if kind == "word":
            return self._word(position)
        if kind == "mark":
            if text == "%":
                self._percent()
            elif self.shape.endswith("#"):
                self.shape += "-"
            return position + 1
        values = _share(text) if kind == "share" else _figures(text, self.table.decimal)
        return self._number(values, position + 1)

    def _number(self, values: frozenset[Fraction], position: int) -> int:
        """Add a number in figures, with the words that multiply it: "2.5 million", "3 dozen"."""
        if self.shape.endswith("#") and self.raw[position - 1][0] == "share" and max(values) < 1:
            whole = self.numbers.pop()
            self.numbers.append(frozenset(number + share for number in whole for share in values))
            return position
        values, position = self._multiplied(values, position)
        self.numbers.append(values)
        self.shape += "#"
        return position

    def _multiplied(self, values: frozenset[Fraction], position: int) -> tuple[frozenset[Fraction], int]:
        while position < len(self.raw) and self.raw[position][0] == "word":
            text = self.raw[position][1]
            if text in self.table.joiners and position + 1 < len(self.raw):
                following = self.table.scale(self.raw[position + 1][1])
                if following is None:
                    break
                position += 1
                continue
            scale = self.table.scale(text)
            if scale is None:
                break
            either = self.table.collective(text)
            values = frozenset(v * scale for v in values) | (values if either else frozenset())
            position += 1
        return values, position

    def _percent(self) -> None:
        if self.numbers:
            last = self.numbers.pop()
            self.numbers.append(last | {value / 100 for value in last})

    def _word(self, position: int) -> int:
        words = list(_without_hyphens(self.raw[position:]))
        found = words_of(words, 0, self.language)
        sign, length = self.table.sign(words)
        if found is not None and found.end >= length:
            self.numbers.append(found.values)
            self.shape += "#"
            return _skip(self.raw, position, found.end)
        if found is None and self.table.plural(words[0]):
            self.shape += "!"
            return position + 1
        if not sign:
            if words[0] in self.table.articles:
                self.shape += "a"
            elif words[0] not in self.table.joiners:
                self.others.append(words[0])
                self.shape += "?"
            return position + 1
        if sign in "><~":
            self.relation = self.relation or sign
        elif sign == "%":
            self._percent()
        elif sign == "-" and self.shape.rstrip("a").endswith("#"):
            self.shape += "-"
        elif sign == "!":
            self.shape += "!"
        return _skip(self.raw, position, length)


def _without_hyphens(raw: list[tuple[str, str]]) -> Iterator[str]:
    """Give the words at the beginning, hyphens within them left out; another thing ends them."""
    for index, (kind, text) in enumerate(raw[:24]):
        if kind == "word":
            yield text
        elif text != "-" or index + 1 == len(raw) or raw[index + 1][0] != "word":
            return


def _skip(raw: list[tuple[str, str]], position: int, words: int) -> int:
    while words:
        words -= raw[position][0] == "word"
        position += 1
    return position


def _share(text: str) -> frozenset[Fraction]:
    over, under = (int(part) for part in re.findall(r"\d+", text))
    return frozenset({Fraction(over, under)}) if under else frozenset({Fraction(over)})


def _figures(text: str, decimal: str) -> frozenset[Fraction]:
    """Read figures; "13.266" is a fraction too where the language writes its decimals so, or is not known."""
    if re.fullmatch(r"\d{1,3}(?:[ .,'’]\d{3})+", text):
        values = {Fraction(re.sub(r"\D", "", text))}
        if re.fullmatch(r"\d+[.,]\d{3}", text) and decimal in text and not text.endswith("000"):
            values.add(Fraction(text.replace(",", ".")))
        return frozenset(values)
    match = re.fullmatch(r"(.+?)(?:[.,](\d+))?", text)
    whole, decimals = match.groups() if match else (text, None)
    return frozenset({Fraction(re.sub(r"\D", "", whole) + (f".{decimals}" if decimals else ""))})
