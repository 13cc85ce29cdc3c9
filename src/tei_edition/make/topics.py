"""What the units of documents speak of that is put together on one page: a time, a kind of figure, an event.

A topic is `date:1941-06`, or `date:1941` of a date that names no month, of a range when it begins;
`figure:victims` by the commodity; `event:events.pogrom` of a sentence with a date that names the event.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from tei_edition.markup import ED
from tei_edition.timeline import own_units, period_of, read

DATE, FIGURE, EVENT = "date:", "figure:", "event:"

_AMOUNT = ("quantity", "value", "atLeast", "min", "atMost", "max")
_NUMBER = re.compile(r"\s*[+-]?(\d+(\.\d*)?|\.\d+)\s*")


@dataclass(frozen=True)
class TopicUnit:
    """An `ed:unit` that speaks of some topics, or translates one that does, and its XML."""

    topics: frozenset[str]
    is_own: bool
    """Whether it is no translation beside its original."""
    text: str


def topic_units(facts: etree._Element) -> list[TopicUnit]:
    """Give the units of a document's facts that speak of any topic."""
    own = {unit.get("id", ""): set(_topics(unit)) for unit in own_units(facts)}
    found = []
    for unit in facts.iter(f"{{{ED}}}unit"):
        originals = unit.get("translates", "").split()
        topics = own.get(unit.get("id", ""), set()).union(*(own.get(one, ()) for one in originals))
        if topics:
            text = etree.tostring(unit, encoding="unicode", with_tail=False)
            found.append(TopicUnit(frozenset(topics), unit.get("id", "") in own, text))
    return found


def _topics(unit: etree._Element) -> Iterator[str]:
    dates = list(unit.iter(f"{{{ED}}}date"))
    yield from (DATE + period_of(date) for date in dates if read(date))
    for figure in unit.iter(f"{{{ED}}}figure"):
        amount = next((figure.get(name, "") for name in _AMOUNT if figure.get(name) is not None), "")
        if figure.get("commodity") and _NUMBER.fullmatch(amount):
            yield FIGURE + figure.get("commodity", "")
    if dates and unit.get("kind") == "s":
        mentions = (one for one in unit.iter(f"{{{ED}}}mention") if one.get("kind") == "event")
        yield from (EVENT + key for mention in mentions for key in mention.get("ref", "").split())


def packed_topics(units: Iterable[TopicUnit]) -> bytes:
    """Put such units of a document into one text."""
    return json.dumps([(sorted(one.topics), one.text) for one in units], ensure_ascii=False).encode()


def topics_in(packed: bytes) -> list[tuple[list[str], str]]:
    """Give what `packed_topics` was given, as far as it keeps it."""
    return [(topics, text) for topics, text in json.loads(packed)]


def own_by_topic(units: Iterable[TopicUnit]) -> dict[str, int]:
    """Count the units of each topic, translations left out."""
    return dict(Counter(topic for one in units if one.is_own for topic in one.topics))
