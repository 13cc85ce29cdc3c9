"""A date's words as tokens: each a letter for its class and a value."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.words.calendar import Part, Unit
from tei_edition.words.tables import WORD, DateWords, date_words, fold, meaning_elsewhere

if TYPE_CHECKING:
    from tei_edition.words.numbers import Number

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_MONTH = r"(?:1[0-2]|0?[1-9])"
_ROMAN_MONTH = r"(?:x(?:i{1,2})?|i{1,3}|i?v|vi{1,3}|ix)"
_LOST = re.compile(r"(?<!\d)\d{1,3}\?|\?\d|_|\d\.\.|\d-(?:\s|$)|\d\s?\*|(?<!\d)1[4-9]\d\.(?!\d)")
"""A figure of which something is lost: "194?", "19..", "2_ June"."""

_SCANNER = rf"""
    (?P<time>\b\d{{1,2}}(?::|h)\d\d\b)
  | (?P<iso>(?<!\d)\d{{4}}-(?:0[1-9]|1[0-2])(?:-\d\d)?(?![\d-]))
  | (?P<ymd>(?<!\d)\d{{4}}\s?[./]\s?(?:{_MONTH}|{_ROMAN_MONTH})\s?[./]\s?\d{{1,2}}(?!\d))
  | (?P<dmy>(?<!\d)\d{{1,2}}\s?(?P<sep>[./-])\s?(?:\d{{1,2}}|{_ROMAN_MONTH})
            \s?(?P=sep)\s?['’]?(?:\d{{4}}|\d\d)(?!\d)
        | (?<!\d)\d{{1,2}}\.?\s{_ROMAN_MONTH}\.?\s\d{{4}}(?!\d))
  | (?P<my>(?<!\d)(?:{_MONTH}(?:\s?[./]|-(?=\d))|\b{_ROMAN_MONTH}(?:\s?[./]|(?<=[ivx][ivx])\s))
            \s?\d{{4}}(?!\d))
  | (?P<dm>(?<!\d)\d{{1,2}}\s?\.\s?(?:\d{{1,2}}\s?\.(?!\d)|{_ROMAN_MONTH}\b)
        | (?<!\d)(?:0?[1-9]|[12]\d|3[01])/\d{{1,2}}(?![\d./]|\s*[^\W\d_]))
  | (?P<short>['’]\d\d(?![\d'’]|[^\W_]))
  | (?P<word>{WORD.pattern})
  | (?P<number>['’]?\d+)(?:(?P<point>\.)|['’-]?(?P<ending>[^\W\d_]{{1,5}})\b)?
  | (?P<mark>[-–—‒/&?]|\.\.)
"""


class Token(NamedTuple):
    """A part of a date: its class, its value, whether it is an ordinal, or all that it can mean."""

    letter: str
    value: int = 0
    ordinal: bool = False
    parts: tuple[Part, ...] = ()


def tokens(text: str, language: str) -> list[Token]:
    """Divide a text into the tokens of a date; `?` stands for what the language's table does not know.

    Y year · y year of two figures · N number to 31 · n number to 99 · R Roman number · M month ·
    W weekday · D date in figures · d such a one without its year · S season · Q quarter · C century ·
    K decade · k "years" · P early, middle, late · T time of day · H hour after a number · G hour before
    one · A about · f from · r to · u until · < before · > after · b between · & and · / - stroke, dash ·
    U day, week, year · F nothing of weight · X another date than the one that is said.
    """
    folded = fold(text).replace("[", "").replace("]", "")
    if _LOST.search(folded):
        return [Token("X")]
    return list(_classed(list(_pieces(folded, date_words(language))), date_words(language)))


@cache
def _scanner() -> re.Pattern[str]:
    return re.compile(_SCANNER, re.VERBOSE)


class _Piece(NamedTuple):
    """A piece of the text: the kind of its first group in the scanner, and what it is."""

    kind: str
    text: str


def _pieces(text: str, words: DateWords) -> Iterator[_Piece]:
    for match in _scanner().finditer(text):
        kind = match.lastgroup or ""
        if match["number"] is None:
            yield _Piece(kind, match[kind] if kind != "sep" else match.group())
        elif kind == "ending" and not _is_ending(match["ending"], match["number"], words):
            yield from (_Piece("number", match["number"]), _Piece("word", match["ending"]))
        elif kind == "ending" and match["ending"] in words.after_decade:
            yield _Piece("decade", match["number"])
        else:
            yield _Piece("number" if kind == "number" else "ordinal", match["number"])


def _is_ending(ending: str, number: str, words: DateWords) -> bool:
    """Say whether letters after figures belong to them: "29th", "1er", "1930s"."""
    if not words.known:
        return len(ending) <= 3
    return ending in words.after_digits or (ending in words.after_decade and number.endswith("0"))


def _classed(raw: list[_Piece], words: DateWords) -> Iterator[Token]:
    position = 0
    while position < len(raw):
        kind, text = raw[position]
        if kind == "word":
            token, position = _word(raw, position, words)
            yield token
            if token.letter == "P" and position < len(raw) and raw[position].text == "-":
                position += 1
            continue
        position += 1
        if kind in ("number", "ordinal"):
            yield _number(text, kind == "ordinal")
        elif kind == "mark":
            if text == "-" and position < len(raw) and raw[position].text in words.after_digits:
                continue
            yield Token("?" if text in ("?", "..") else text if text in "/&" else "-")
        elif kind == "short":
            yield Token("y", int(text[1:]))
        elif kind == "decade":
            yield Token("K", int(text.lstrip("'’")))
        elif kind == "time":
            yield Token("T")
        else:
            yield _figures(kind, text, words)


def _number(text: str, ordinal: bool) -> Token:
    digits = text.lstrip("'’")
    value = int(digits) if len(digits) < 6 else 0
    if 1 <= value <= 31 and len(digits) <= 2:
        return Token("N", value, ordinal)
    if 1000 <= value <= 2100:
        return Token("Y", value)
    return Token("n" if len(digits) <= 2 else "?", value, ordinal)


def _word(raw: list[_Piece], start: int, words: DateWords) -> tuple[Token, int]:
    """Give what a word means, with those after it where they make one phrase; and where that ends."""
    text = raw[start].text
    for phrase, meaning in words.phrases.get(text, ()):
        end = _end_of(phrase, raw, start)
        if end and not (meaning[0] == "M" and _before_month(text, raw, end, words)):
            return Token(*meaning), end
    if not words.known:
        return Token(*(meaning_elsewhere(text, words.language) or "?")), start + 1
    number = _number_from(list(_run(raw, start)), words.language)
    if number is not None:
        return _number_word(number.value, number.ordinal), _after_words(raw, start, number.length)
    if text in words.after_digits:
        return Token("F"), start + 1
    return Token("R" if re.fullmatch(r"[ivxl]+(?:e|eme|lea)?", text) else "?", _roman(text)), start + 1


def _before_month(text: str, raw: list[_Piece], end: int, words: DateWords) -> bool:
    """Say whether a word that can be a month is a number before one: French "sept juin"."""
    following = words.phrases.get(raw[end].text, ()) if end < len(raw) else ()
    month_follows = any(meaning[0] == "M" for _, meaning in following)
    return month_follows and _number_from([text], words.language) is not None


def _number_from(run: list[str], language: str) -> "Number | None":
    """Read a number in words; what that needs is loaded when it is needed."""
    from tei_edition.words.numbers import number_from

    return number_from(run, language)


def _run(raw: list[_Piece], start: int) -> Iterator[str]:
    """Give the words from one on, as long as nothing but hyphens stands between them."""
    for kind, text in raw[start : start + 16]:
        if kind == "word":
            yield text
        elif text != "-":
            return


def _end_of(phrase: tuple[str, ...], raw: list[_Piece], start: int) -> int:
    """Say where a phrase ends that begins at `start`, hyphens between its words left aside; 0: nowhere."""
    position = start
    for word in phrase:
        if position > start and position < len(raw) and raw[position].text == "-":
            position += 1
        if position >= len(raw) or raw[position].text != word:
            return 0
        position += 1
    return position


def _after_words(raw: list[_Piece], start: int, count: int) -> int:
    position = start
    while count:
        count -= raw[position].kind == "word"
        position += 1
    return position


def _number_word(value: int, ordinal: bool) -> Token:
    if 1 <= value <= 31:
        return Token("N", value, ordinal)
    return Token("Y", value) if 1000 <= value <= 2100 else Token("?", value)


def _roman(text: str) -> int:
    figures = [_ROMAN[letter] for letter in text if letter in _ROMAN]
    pairs = pairwise([*figures, 0])
    return sum(-figure if figure < following else figure for figure, following in pairs)


def _figures(kind: str, text: str, words: DateWords) -> Token:
    """Read a date in figures: all that it can mean, in the orders that the language knows."""
    pieces = re.findall(r"\d+|[ivx]+", text)
    numbers = [int(piece) if piece.isdigit() else _roman(piece) for piece in pieces]
    if kind == "iso":
        return Token("D", parts=tuple(_iso(numbers)))
    if kind == "ymd":
        return _dated("D", [(numbers[0], None, numbers[1], numbers[2])])
    if kind == "my":
        return Token("D", parts=(Part((numbers[1],) * 2, None, (numbers[0],) * 2, None, Unit.MONTH),))
    roman = not pieces[1].isdigit()
    dotted = "/" not in text and "-" not in text and (words.known or kind == "dmy")
    month_first = words.month_first and not roman and not dotted
    orders = [(numbers[0], numbers[1]), *([(numbers[1], numbers[0])] if month_first else [])]
    if not roman and numbers[1] > 12 >= numbers[0]:
        orders = [(numbers[1], numbers[0])]
    if kind == "dm":
        parts = _dated("d", [(None, None, month, day) for day, month in orders]).parts
        parts = (*parts, *_month_and_year(numbers, text))
        return Token("d", parts=parts) if parts else Token("?")
    year, short = (numbers[2], None) if len(pieces[2]) == 4 else (None, numbers[2])
    return _dated("D", [(year, short, month, day) for day, month in orders])


def _iso(numbers: list[int]) -> Iterator[Part]:
    year, month = numbers[:2]
    if len(numbers) == 3:
        yield Part((year, year), None, (month, month), (numbers[2], numbers[2]))
        return
    yield Part((year, year), None, (month, month), None, Unit.MONTH)
    if month > year % 100:
        yield Part((year, year - year % 100 + month), unit=Unit.YEAR)


def _month_and_year(numbers: list[int], text: str) -> Iterator[Part]:
    """Read "5/41" as a month: of 1941, or whatever the century is."""
    if "/" in text and 1 <= numbers[0] <= 12:
        yield Part(None, (numbers[1],) * 2, (numbers[0],) * 2, None, Unit.MONTH)


def _dated(letter: str, dates: list[tuple[int | None, int | None, int, int]]) -> Token:
    """Give a token for dates that exist as far as one can see; `?` where there is none."""
    parts = tuple(
        Part(
            (year, year) if year else None,
            (short, short) if short is not None else None,
            (month,) * 2,
            (day,) * 2,
        )
        for year, short, month, day in dates
        if 1 <= month <= 12 and 1 <= day <= 31 and (year is None or 1000 <= year <= 2100)
    )
    return Token(letter, parts=tuple(dict.fromkeys(parts))) if parts else Token("?")
