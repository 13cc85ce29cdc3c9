"""What a passage names: persons, places, organisations, events, dates and figures, as they are tagged."""

import re
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import takewhile

from lxml import etree

from tei_edition.authorities import identifier
from tei_edition.checks.numbers import values_of
from tei_edition.checks.tagged import ATTRIBUTES, Tagged, tagged
from tei_edition.checks.worded import words_of
from tei_edition.corpus import Corpus, Entry
from tei_edition.markup import local, tei
from tei_edition.pointers import Target
from tei_edition.source import Source
from tei_edition.words.calendar import Day, Interval, days_in

_KINDS = {
    "person": "person",
    "personGrp": "person",
    "place": "place",
    "org": "organisation",
    "event": "event",
}
"""What an entry is, by its element."""

_NAMES = {
    "persName": "person",
    "placeName": "place",
    "geogName": "place",
    "orgName": "organisation",
    "rs": "",
    "name": "",
}
"""What an element names where its entry does not say it; for `rs` and `name` their type does."""

_DATES = frozenset((tei("date"), tei("docDate")))
_FIGURES = frozenset((tei("num"), tei("measure")))
_ASIDE = frozenset(tei(name) for name in ("note", "figDesc", "desc", "rdg", "index", "certainty"))
"""What stands in a passage and is not said by it."""

_TAGS = [*_DATES, *_FIGURES, *(tei(name) for name in _NAMES)]

_SHOWN = ("value", "quantity", "atLeast", "atMost", "min", "max", "commodity")
"""Attributes of a figure that messages show."""

_OPTIONAL = frozenset(tei(name) for name in ("del", "sic", "orig", "surplus", "fw"))
"""What a translation may leave out."""


_DIGITS = re.compile(r"\d+")
_GROUPED = re.compile(r"(?<=\d)[ .,'’\u00a0\u202f](?=\d{3}(?!\d))")


@dataclass(frozen=True, eq=False)
class Mention:
    """A thing that a passage names: its kind, and what it is.

    `key` is the same for two mentions of one thing; `shown` is what the attributes say.
    """

    kind: str
    key: Hashable
    shown: str
    element: etree._Element
    is_optional: bool
    entry: Entry | None = None

    @cached_property
    def words(self) -> str:
        """The words, as the editors have them."""
        return words_of(self.element)[-1]

    @property
    def is_of_another_kind(self) -> bool:
        """Whether the element is for things of another kind than this is."""
        return _tagged_as(self.element) not in ("", self.kind)


def mentions_in(elements: Iterable[etree._Element], source: Source, corpus: Corpus) -> list[Mention]:
    """Give all that some passages name, in the order of the text."""
    return [mention for element in elements for mention in _mentions(element, source, corpus)]


def unclear_in(elements: Iterable[etree._Element], source: Source, corpus: Corpus) -> set[str]:
    """Give the kinds of things that passages tag so that nobody can know what is meant.

    Such is a pointer that leads nowhere or to a thing of another kind, and a value that is no date or no
    number; each has a rule of its own.
    """
    return {
        kind
        for passage in elements
        for element in passage.iter(*_TAGS)
        if (kind := _tagged_as(element))
        and kind not in {mention.kind for mention in _of(element, False, source, corpus)}
    }


def _tagged_as(element: etree._Element) -> str:
    """Give the kind of what an element tags; "" where it says nothing of it."""
    if element.tag in _DATES:
        return "date" if not set(ATTRIBUTES).isdisjoint(map(str, element.attrib)) else ""
    if element.tag in _FIGURES:
        return "figure" if any(element.get(name) for name in _SHOWN[:-1]) else ""
    return _NAMES[local(str(element.tag))] if element.get("ref") else ""


def _mentions(passage: etree._Element, source: Source, corpus: Corpus) -> Iterator[Mention]:
    for element in passage.iter(*_TAGS):
        around = {node.tag for node in takewhile(lambda node: node is not passage, _outwards(element))}
        if not around & _ASIDE:
            yield from _of(element, bool(around & _OPTIONAL), source, corpus)


def _outwards(element: etree._Element) -> Iterator[etree._Element]:
    yield element
    yield from element.iterancestors()


def _of(element: etree._Element, is_optional: bool, source: Source, corpus: Corpus) -> Iterator[Mention]:
    if element.tag in _DATES:
        date = tagged(element)
        if date.parts:
            yield Mention("date", _days(date), date.show(), element, is_optional)
    elif element.tag in _FIGURES:
        figure = _figure(element)
        if figure:
            shown = " ".join(f'{name}="{element.get(name)}"' for name in _SHOWN if element.get(name))
            yield Mention("figure", figure, shown, element, is_optional)
    elif element.get("ref"):
        yield from _names(element, is_optional, source, corpus)


def _names(element: etree._Element, is_optional: bool, source: Source, corpus: Corpus) -> Iterator[Mention]:
    name = local(str(element.tag))
    said = _NAMES[name] or _KINDS.get(element.get("type", ""), element.get("type", ""))
    for pointer in element.get("ref", "").split():
        target = corpus.resolve(pointer, source)
        if isinstance(target, Entry):
            kind = _KINDS.get(local(str(target.element.tag)), said)
            yield Mention(kind, target.key, pointer, element, is_optional, target)
        elif isinstance(target, Target):
            key = identifier(target.uri) if target.file is None else f"{target.file}#{target.id}"
            yield Mention(said, key, pointer, element, is_optional)


def _days(date: Tagged) -> Hashable:
    """Give the days that a date covers; where it has no year, what is written."""
    whole = date.whole() if date.has_year() else None
    return Interval(*map(_real, whole)) if whole else date.show()


def _real(day: Day) -> Day:
    """Give the last day of a month where one beyond it is written for it."""
    return day._replace(day=min(day.day, days_in(day.year, day.month)))


def _figure(element: etree._Element) -> tuple[Fraction | None, ...] | None:
    """Give a figure with its limits, in whichever attributes they stand; None where one is no number."""
    values = values_of(element)
    if not values or any(element.get(name) and name not in values for name in _SHOWN[:-1]):
        return None
    exact = values.get("quantity", values.get("value"))
    return exact, values.get("atLeast", values.get("min")), values.get("atMost", values.get("max"))


def untagged_in(elements: Iterable[etree._Element], mentions: Iterable[Mention]) -> str:
    """Give the words of passages that stand in none of some mentions."""
    left_out = {mention.element for mention in mentions}
    return " ".join("".join(_outside(element, left_out)) for element in elements)


def _outside(element: etree._Element, left_out: set[etree._Element]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child in left_out:
            yield " | "
        elif isinstance(child.tag, str) and child.tag not in _ASIDE:
            yield from _outside(child, left_out)
        yield child.tail or ""


def numbers_in(text: str) -> list[str]:
    """Give the numbers in figures of a text, each once, without the signs between their groups."""
    return list(dict.fromkeys(_DIGITS.findall(_GROUPED.sub("", text))))
