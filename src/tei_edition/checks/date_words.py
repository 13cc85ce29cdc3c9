"""Dates in attributes against the words that they tag (D2)."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple, cast

from lxml import etree

from tei_edition.checks.found import Found
from tei_edition.checks.tagged import Tagged
from tei_edition.checks.worded import language_of, shortened, text_before, words_of
from tei_edition.markup import tei
from tei_edition.words.calendar import Day, Interval, Part, Unit, days_in, julian, weekday
from tei_edition.words.dates import read, weekday_at_end
from tei_edition.words.iso import read_iso
from tei_edition.words.reading import Reading
from tei_edition.words.tables import languages, primary

_WORDED = frozenset(tei(name) for name in ("date", "docDate", "origDate", "birth", "death", "floruit"))
"""Elements whose words are a date. What else has a date (a residence, a change) has words of another kind."""

_KNOWN_BY_OTHERS = ("resp", "source", "evidence", "cert")
"""Attributes that say how an editor knows more than the words."""

_MARKED = etree.XPath("//@xml:lang")
_UNITS = {Unit.YEAR: "year", Unit.MONTH: "month", Unit.DAY: "day"}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = " January February March April May June July August September October November December".split(" ")
_GREGORIAN_EVERYWHERE = 1924
"""From here on no state of Europe counts its days in the Julian calendar."""


def compare(element: etree._Element, date: Tagged, languages: "Languages") -> Iterator[Found]:
    """Compare what an element is tagged with to its words."""
    if element.tag not in _WORDED or not date.parts or _other_calendar(element):
        return
    words = words_of(element)
    language = language_of(element)
    if not words[0]:
        return
    found = []
    if not all(_evident(text, language, date) for text in words):
        found = list(_Comparison(element, date, words, language, languages).findings())
    before = text_before(element) if all(one.code == "D203" for one in found) else ""
    named = weekday_at_end(before, language) if before else None
    if named is not None:
        found += _weekday(element, date, named, f"{before.split()[-1]} {words[0]}")
    yield from found


def says(element: etree._Element, date: str) -> bool:
    """Say whether the words of an element are just this date of ISO 8601."""
    part = read_iso(date)
    if not isinstance(part, Part):
        return False
    meant, language = Tagged({"when": part}, {"when": date}, {"when": "when"}), language_of(element)
    return all(_evident(words, language, meant) for words in words_of(element))


def _other_calendar(element: etree._Element) -> bool:
    calendar = f"{element.get('calendar', '')} {element.get('datingMethod', '')}".lower().strip()
    return bool(calendar) and "gregorian" not in calendar


def _evident(words: str, language: str, date: Tagged) -> bool:
    """Say whether words and `when` are one and the same, as they mostly are."""
    readings = read(words, language)
    when = date.parts.get("when")
    if len(readings) != 1 or when is None or readings[0].weekday is not None or not readings[0].complete:
        return False
    said = readings[0].first
    return (
        said is not None
        and said is readings[0].last
        and said.unit is when.unit
        and (said.years or when.years) == when.years
        and (said.months or when.months) == when.months
        and (said.days or when.days) == when.days
        and said.short is None
    )


class Languages:
    """The languages that a document's words may be in where those that they are marked as do not fit."""

    def __init__(self, root: etree._Element) -> None:
        """Look at nothing yet."""
        self._root = root

    @cached_property
    def document(self) -> tuple[str, ...]:
        """Languages that are marked somewhere in the document."""
        return tuple(dict.fromkeys(primary(value) for value in cast(list[str], _MARKED(self._root))))

    @staticmethod
    def has_table(language: str) -> bool:
        """Say whether the orders of day and month in a language are known."""
        return primary(language) in languages()

    def others(self, words: str) -> tuple[str, ...]:
        """Give the languages to try; for figures alone only those of the document."""
        if not any(letter.isalpha() for letter in words):
            return self.document
        tables = languages()
        first = (language for language in self.document if language in tables)
        return tuple(dict.fromkeys((*first, *tables, *self.document)))


class _Comparison(NamedTuple):
    """An element, what it is tagged with, and its words in the one reading or two that it has."""

    element: etree._Element
    date: Tagged
    words: tuple[str, ...]
    language: str
    languages: Languages

    def findings(self) -> Iterator[Found]:
        """Compare, in the language that the words are marked as, or in one in which they are understood."""
        found: list[list[Reading]] = []
        for language in self._languages():
            readings = self._readings(language)
            if _understood(readings) and any(agree(reading, self.date) for reading in readings):
                yield from self._details(readings)
                return
            found.append(readings)
        best = next(filter(_understood, found), max(found, key=_precision_of))
        as_good = [reading for readings in found for reading in readings if _as_good(reading, best)]
        if best and not any(agree(reading, self.date) for reading in as_good):
            within = any(agree(reading.whole, self.date) for reading in as_good)
            yield self._contradiction("D206" if within else "D201", best)

    def _languages(self) -> Iterator[str]:
        yield self.language
        yield from self.languages.others(self.words[0])

    def _readings(self, language: str) -> list[Reading]:
        """Read the words; what is understood in one reading of a `choice` is not asked of the other."""
        readings = [reading for text in self.words for reading in read(text, language)]
        return [reading for reading in readings if reading.complete] or readings

    def _contradiction(self, code: str, readings: list[Reading]) -> Found:
        message = f'"{shortened(self.words[0])}" is tagged {self.date.show()}.'
        attribute = next(iter(self.date.attributes.values()))
        return Found(code, self.element, attribute, message, _correction(self.date, readings))

    def _details(self, readings: list[Reading]) -> Iterator[Found]:
        fitting = [reading for reading in readings if agree(reading, self.date)]
        yield from self._precision(fitting)
        named = {reading.weekday for reading in fitting if not reading.is_span}
        if len(named) == 1 and (day := named.pop()) is not None:
            yield from _weekday(self.element, self.date, day, self.words[0])
        yield from self._order(readings)

    def _precision(self, readings: list[Reading]) -> Iterator[Found]:
        """Compare how precise the words and the attributes are (D202, D203)."""
        for name, part in self.date.parts.items():
            said = _unit_said(readings, name)
            attribute = self.date.attributes[name]
            shown = self.date.quote(name)
            if said is None or (name != "when" and _only_written_out(readings, self.date)):
                continue
            if part.unit > said and not any(self.element.get(other) for other in _KNOWN_BY_OTHERS):
                message = f'"{shortened(self.words[0])}" names no {_UNITS[part.unit]}, {shown} does.'
                hint = "Leave out what the words do not say, or name in @resp or @source who knows it."
                yield Found("D202", self.element, attribute, message, hint)
                return
            if part.unit < said and name == "when" and all(not reading.is_open for reading in readings):
                message = f'"{shortened(self.words[0])}" says more than {shown}.'
                yield Found("D203", self.element, attribute, message, _correction(self.date, readings))

    def _order(self, readings: list[Reading]) -> Iterator[Found]:
        """Find figures that can be day and month or month and day (D205)."""
        parts = {reading.first for reading in readings if reading.first and reading.first.days}
        if len(parts) != 2 or not self.languages.has_table(self.language):
            return
        one, other = parts
        if one.days == other.months and one.months == other.days:
            message = f'"{shortened(self.words[0])}" can be day and month, or month and day.'
            attribute = next(iter(self.date.attributes.values()))
            hint = "Say in a note which is meant, and how one knows."
            yield Found("D205", self.element, attribute, message, hint)


def _weekday(element: etree._Element, date: Tagged, named: int, words: str) -> Iterator[Found]:
    """Compare a weekday in the words with the day that is tagged (D204)."""
    part = date.parts.get("when")
    if part is None or not (part.years and part.months and part.days):
        return
    day = Day(part.years[0], part.months[0], part.days[0])
    real = weekday(day)
    if real is not None and real != named:
        shown = f"{day.day} {_MONTHS[day.month]} {day.year}"
        message = f'"{shortened(words)}" names a {_WEEKDAYS[named]}; {shown} was a {_WEEKDAYS[real]}.'
        hint = "Say so in a note, or correct the date."
        yield Found("D204", element, date.attributes["when"], message, hint)


def _understood(readings: list[Reading]) -> bool:
    return bool(readings) and all(reading.complete for reading in readings)


def _precision_of(readings: list[Reading]) -> int:
    return max((reading.unit for reading in readings), default=Unit.CENTURY)


def _as_good(reading: Reading, best: list[Reading]) -> bool:
    """Say whether a reading counts beside the best ones: whether it does not just know fewer words."""
    return reading in best or reading.complete or reading.unit > _precision_of(best)


def agree(reading: Reading, date: Tagged) -> bool:
    """Say whether a reading of the words and what is tagged can both be true."""
    years = next((part.years for part in (reading.first, reading.last) if part and part.years), None)
    near = years[0] if years else 2000
    whole, beginning, end = date.whole(near), date.beginning(near), date.end(near)
    if whole is None:
        return True
    if "when" in date.parts or not reading.is_span:
        return reading.agrees(whole) or _agrees_as_julian(reading, whole)
    begins = beginning is None or reading.begins(beginning)
    return reading.agrees(whole) and begins and (end is None or reading.ends(end))


def _agrees_as_julian(reading: Reading, whole: Interval) -> bool:
    """Say whether the words give the day in the Julian calendar, as in the east of Europe before 1924."""
    part = reading.first
    if part is None or not (part.years and part.months and part.days):
        return False
    day = julian(Day(part.years[0], part.months[0], part.days[0]))
    return part.years[0] < _GREGORIAN_EVERYWHERE and Interval(day, day).meets(whole)


def _correction(date: Tagged, readings: list[Reading]) -> str:
    """Say which attribute to write, where the words leave no doubt."""
    proposals = {_proposal(date, reading) for reading in readings}
    proposal = proposals.pop() if len(proposals) == 1 else ""
    return f"Write {proposal}." if proposal else "Correct the attribute, or look at the words again."


def _proposal(date: Tagged, reading: Reading) -> str:
    years = next((part.years for part in date.parts.values() if part.years), None)
    if not reading.complete or reading.about or reading.is_open:
        return ""
    first, last = (_written(part, years) for part in (reading.first, reading.last))
    if "" in (first, last):
        return ""
    if not reading.is_span:
        return f'{date.attributes["when"]}="{first}"' if "when" in date.attributes else ""
    names = ("notBefore", "notAfter") if "notBefore" in date.parts or reading.near else ("from", "to")
    return f'{names[0]}="{first}" {names[1]}="{last}"'


def _written(part: Part | None, near: tuple[int, int] | None) -> str:
    """Write a date that is fully said as ISO 8601; "" for what has bounds or says too little."""
    if part is None or (part.days and not part.months):
        return ""
    years = part.years or near
    if years is not None and part.short:
        century = years[0] - years[0] % 100
        years = (century + part.short[0], century + part.short[1])
    bounds = [bound for bound in (years, part.months, part.days) if bound is not None]
    if years is None or any(first != last or first < 1 for first, last in bounds):
        return ""
    return "-".join([f"{years[0]:04}", *(f"{first:02}" for first, _ in bounds[1:])])


def _unit_said(readings: list[Reading], name: str) -> Unit | None:
    """Give the most precise unit that the words have for an attribute; None where they have none."""
    parts = [reading.last if name in ("to", "notAfter") else reading.first for reading in readings]
    return max((part.unit for part in parts if part is not None), default=None)


def _only_written_out(readings: list[Reading], date: Tagged) -> bool:
    """Say whether days only write out the words: "June" as its first and last, "mid-June" as ten days."""
    parts = [part for reading in readings for part in (reading.first, reading.last)]
    if any(reading.about for reading in readings) or any(part is None or part.is_vague for part in parts):
        return True
    beginning, end = date.beginning(), date.end()
    starts = beginning is None or beginning.first.day == 1
    return starts and (end is None or end.last.day >= days_in(end.last.year, end.last.month))
