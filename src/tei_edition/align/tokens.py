"""What of a sentence can be found again in another language: words, numbers, months, countries, marks."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from tei_edition.words.numbers import number_from
from tei_edition.words.tables import fold, primary

LONGEST = 7
"""Letters of a word that count: what follows is mostly inflection."""

_TOKEN = re.compile(
    r"""(?P<number>\d{1,3}(?:[ .,'’\u00a0\u202f]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?)
      | (?P<sign>[぀-ヿ㐀-鿿豈-﫿\u0e00-\u0e7f])
      | (?P<word>[^\W\d_]+)
      | (?P<mark>[?!:;(«»"“”„;؟])""",
    re.VERBOSE,
)
_MARKS = str.maketrans("«»“”„;؟", '"""""' + "??")
_OTHERS = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"})
_LETTERS = {
    "CYRILLIC": (
        "абвгдежзийклмнопрстуфхцчшщъыьэюяёєіїґђјљњћџў",
        "a b v g d e zh z i i k l m n o p r s t u f h c ch sh sch . y . e iu ia e e i i g d j l n c dz u",
    ),
    "GREEK": ("αβγδεζηθικλμνξοπρςστυφχψω", "a b g d e z i th i k l m n x o p r s s t i f ch ps o"),
    "HEBREW": ("אבגדהוזחטיךכלםמןנסעףפץצקרשת", "a b g d h u z ch t i k k l m m n n s e f p z z k r s t"),
}
"""How the letters of other scripts are written in Latin ones, roughly: enough to see a name again."""

_TO_LATIN = str.maketrans(
    {
        letter: "" if latin == "." else latin
        for letters, latins in _LETTERS.values()
        for letter, latin in zip(letters, latins.split(), strict=True)
    }
)


def tokens(text: str, language: str = "") -> tuple[str, ...]:
    """Give what a sentence has to be found by, in its order.

    Words in small Latin letters without accents, cut after `LONGEST`; `#1941` for a number in figures or
    (where the language is known) in words, `#m6` for June, `#d0` for Monday, `@RO` for Romania; marks
    as they are. Languages that are not known give words, figures and marks.
    """
    return tuple(_named(list(_plain(text, language)), _names(primary(language))))


def _plain(text: str, language: str) -> Iterator[str]:
    numbers = _number_words(primary(language))
    for match in _TOKEN.finditer(unicodedata.normalize("NFKC", text)):
        found = match.group()
        if match.lastgroup == "number":
            yield "#" + re.sub(r"\D", "", found).lstrip("0")
        elif match.lastgroup == "mark":
            yield found.translate(_MARKS)
        else:
            word = latin(found)
            if word:
                yield numbers.get(word, word)


@lru_cache(maxsize=100_000)
def latin(word: str) -> str:
    """Give a word in small Latin letters without accents."""
    return fold(fold(word).translate(_OTHERS).translate(_TO_LATIN))


def _named(words: list[str], names: dict[str, list[tuple[tuple[str, ...], str]]]) -> Iterator[str]:
    """Put one token for each name of a month or country, and cut the words."""
    position = 0
    while position < len(words):
        for phrase, token in names.get(words[position], ()):
            if tuple(words[position : position + len(phrase)]) == phrase:
                yield token
                position += len(phrase)
                break
        else:
            word = words[position]
            yield word if word[0] in "#" else word[:LONGEST]
            position += 1


@lru_cache(maxsize=32)
def _number_words(language: str) -> dict[str, str]:
    return _NumberWords(language)


class _NumberWords(dict[str, str]):
    """Numbers in words, read when they are first asked for."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def __missing__(self, word: str) -> str:
        return word

    def get(self, word: str, default: str) -> str:  # type: ignore[override]
        found = super().get(word)
        if found is None:
            number = number_from([word], self.language)
            found = f"#{number.value}" if number and number.value > 1 and not number.ordinal else default
            self[word] = found
        return found


@lru_cache(maxsize=32)
def _names(language: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Give the names of months, weekdays and countries in a language, by their first word (CLDR)."""
    try:
        locale = Locale.parse(language) if language else None
    except (UnknownLocaleError, ValueError):
        locale = None
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, token in sorted(_entries(locale)) if locale else ():
        phrase = tuple(_plain(name, ""))
        if phrase and len("".join(phrase)) > 2:
            found.setdefault(phrase[0], []).append((phrase, token))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


def _entries(locale: Locale) -> Iterator[tuple[str, str]]:
    for form in ("format", "stand-alone"):
        for number, name in locale.months[form]["wide"].items():
            yield name, f"#m{number}"
        for number, name in locale.days[form]["wide"].items():
            yield name, f"#d{number}"
    for code, name in locale.territories.items():
        if code.isalpha():
            yield name, f"@{code}"
    for code, name in locale.languages.items():
        yield name, f"@{code}"
