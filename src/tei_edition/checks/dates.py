"""Dates: do they exist, do they stand in order, and do they say what their words say (D1, D2)."""

from collections.abc import Iterator

from lxml import etree

from tei_edition.checks.date_words import Languages, compare, says
from tei_edition.checks.found import Found
from tei_edition.checks.tagged import Tagged, attributes, dated, tagged
from tei_edition.markup import tei
from tei_edition.source import Source
from tei_edition.words.iso import NotISO, is_one_date, loosely

_PAIRS = (("from", "to"), ("notBefore", "notAfter"), ("from", "notAfter"), ("notBefore", "to"))


def check(source: Source) -> Iterator[Found]:
    """Check all dates of a file, each against the calendar, its other attributes and its words."""
    languages = Languages(source.root)
    for element in dated(source.root):
        yield from _impossible(element)
        date = tagged(element)
        if len(date.parts) > 1 and date.has_year():
            yield from _reversed(element, date)
            yield from _outside(element, date)
        yield from compare(element, date, languages)
    yield from _lives(source.root)


def _impossible(element: etree._Element) -> Iterator[Found]:
    """Find days that no calendar has, and values that are no dates (D101)."""
    for name, value, result in attributes(element):
        if isinstance(result, NotISO) and not value.strip():
            yield Found(
                "D101", element, name, f"`{name}` is empty.", "Write a date, or remove the attribute."
            )
        elif isinstance(result, NotISO):
            meant = loosely(value)
            hint = f'Write {name}="{meant}".' if meant else "Correct it."
            is_certain = is_one_date(value) or (name == "when" and says(element, meant))
            yield Found("D101", element, name, result.reason, hint, meant if meant and is_certain else None)


def _reversed(element: etree._Element, date: Tagged) -> Iterator[Found]:
    """Find times that end before they begin (D102)."""
    for first, last in _PAIRS:
        beginning, end = date.interval(first), date.interval(last)
        if beginning and end and beginning.first > end.last:
            message = f"{date.quote(first)} is after {date.quote(last)}."
            hint = "Exchange the two, or correct one."
            yield Found("D102", element, date.attributes[first], message, hint)


def _outside(element: etree._Element, date: Tagged) -> Iterator[Found]:
    """Find a `when` that lies outside the limits beside it (D102)."""
    when, limits = date.interval("when"), date.limits()
    if when and limits and not when.meets(limits):
        others = " ".join(date.quote(name) for name in date.written if name != "when")
        message = f"{date.quote('when')} lies outside {others}."
        yield Found("D102", element, date.attributes["when"], message, "Correct one of them.")


def _lives(root: etree._Element) -> Iterator[Found]:
    """Find persons who die before they are born (D102)."""
    for person in root.iter(tei("person")):
        birth, death = person.find(tei("birth")), person.find(tei("death"))
        if birth is None or death is None:
            continue
        born, died = tagged(birth), tagged(death)
        first, last = born.whole(), died.whole()
        if first and last and born.has_year() and died.has_year() and first.first > last.last:
            message = f"The person is born {born.show()} and dies {died.show()}."
            attribute = next(iter(died.attributes.values()))
            yield Found("D102", death, attribute, message, "Correct one of the two.")
