"""Numbers in attributes against the words that they tag (D3)."""

import re
from collections.abc import Iterator
from fractions import Fraction

from lxml import etree

from tei_edition.checks.found import Found
from tei_edition.checks.worded import language_of, shortened, words_of
from tei_edition.markup import tei
from tei_edition.source import Source
from tei_edition.words.numbers import Quantity, read
from tei_edition.words.tables import fold, primary

_WORDED = (tei("num"), tei("measure"))
_EXACT = ("value", "quantity")
_LEAST = ("atLeast", "min")
_MOST = ("atMost", "max")
_LIMITS = (*_LEAST, *_MOST)
_NUMBER = re.compile(r"\s*([+-]?\d+(?:\.\d+)?)(?:[eE]([+-]?\d{1,3})|\s*/\s*([1-9]\d*))?\s*")

_CONVERTED = frozenset(
    """kg g mg dag t q lb lbs oz st cwt m cm mm km dm in inch inches ft feet foot yd yard yards mi mile miles
    l ml cl dl hl gal a ha m2 km2 acre acres s sec min h hour hours d day days week weeks
    month months year years pct percent dozen pair gross score c f k""".split()
)
"""Units, folded, into which somebody may have converted what the words say; a currency may be too."""


def check(source: Source) -> Iterator[Found]:
    """Check all numbers of a file against their words."""
    for element in source.root.iter(*_WORDED):
        values = values_of(element)
        if not values:
            continue
        language = primary(language_of(element))
        readings = [read(words, language) for words in words_of(element)]
        said = [reading for reading in readings if reading is not None and reading.relation != "article"]
        if len(said) < len(readings) or _is_converted(element, said):
            continue
        for name, value in values.items():
            if not any(_agree(reading, name, value, values) for reading in said):
                shown = f'{name}="{element.get(name)}"'
                message = f'"{shortened(words_of(element)[0])}" is tagged {shown}.'
                yield Found("D301", element, name, message, _hint(name, said))


def values_of(element: etree._Element) -> dict[str, Fraction]:
    """Give what a number's attributes say, by their names; those that cannot be read left aside."""
    found = {}
    for name in (*_EXACT, *_LIMITS):
        value = _number(element.get(name, ""))
        if value is not None:
            found[name] = value
    return found


def _number(value: str) -> Fraction | None:
    """Read a number of XML Schema, or a fraction such as 1/3; None for anything else."""
    match = _NUMBER.fullmatch(value)
    if match is None or len(value) > 40:
        return None
    number, power, under = match.groups()
    return Fraction(number) * Fraction(10) ** int(power or 0) / int(under or 1)


def _is_converted(element: etree._Element, readings: list[Quantity]) -> bool:
    """Say whether the attribute may count in another unit than the words: kilograms for pounds."""
    written = element.get("unit", "").strip()
    unit = fold(written)
    if unit not in _CONVERTED and not (len(written) == 3 and written.isupper()):
        return False
    words = [word for reading in readings for word in reading.others]
    return bool(words) and not any(word == unit or word[:3] == unit[:3] for word in words)


def _agree(reading: Quantity, name: str, value: Fraction, values: dict[str, Fraction]) -> bool:
    """Say whether a value can be what the words say."""
    lowest, highest = min(map(min, reading.numbers)), max(map(max, reading.numbers))
    if name in _EXACT:
        return _exact(reading, value, lowest, highest)
    if reading.relation == "-":
        return any(value in numbers for numbers in reading.numbers)
    if reading.relation in ("<", ">"):
        return any(abs(value - number) <= 1 for number in reading.numbers[0])
    within = lowest <= value + 1 if name in _MOST else highest >= value - 1
    return within if reading.relation != "~" or len(values) > 1 else True


def _exact(reading: Quantity, value: Fraction, lowest: Fraction, highest: Fraction) -> bool:
    if reading.relation == "-":
        return lowest <= value <= highest
    if reading.relation == "~":
        return any(2 * number <= 3 * value and 2 * value <= 3 * number for number in reading.numbers[0])
    slack = 1 if reading.relation in ("<", ">") else 0
    return any(abs(value - number) <= slack for number in reading.numbers[0])


def _hint(name: str, readings: list[Quantity]) -> str:
    """Say which number to write, where the words leave no doubt."""
    numbers = {number for reading in readings for numbers in reading.numbers for number in numbers}
    if len(numbers) != 1:
        return "Correct the attribute, or look at the words again."
    number = numbers.pop()
    decimal = f"{float(number):.15g}"
    return f'Write {name}="{decimal if Fraction(decimal) == number else number}".'
