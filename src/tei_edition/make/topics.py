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
    """Give the units of a document's facts that speak of any topic.

    A translation speaks of what its original does; of more only where no original is tagged in this way.
    """
    units = list(facts.iter(f"{{{ED}}}unit"))
    dated = [unit for unit in units if _has(unit, "date")]
    valued = [unit for unit in units if _has(unit, "date", "figure")]
    own: dict[etree._Element, set[str]] = {}
    for some, topics_of in ((dated, _times), (valued, _things)):
        for unit in own_units(some):
            own.setdefault(unit, set()).update(topics_of(unit))
    by_id: dict[str, set[str]] = {}
    for unit, topics in own.items():  # Units without an id of their own have that of what they stand in.
        by_id.setdefault(unit.get("id", ""), set()).update(topics)
    found = []
    for unit in units:
        originals = unit.get("translates", "").split()
        topics = own.get(unit, set()).union(*(by_id.get(one, ()) for one in originals))
        if topics:
            text = etree.tostring(unit, encoding="unicode", with_tail=False)
            found.append(TopicUnit(frozenset(topics), bool(own.get(unit)), text))
    return found


def _has(unit: etree._Element, *names: str) -> bool:
    return next(unit.iter(*(f"{{{ED}}}{name}" for name in names)), None) is not None


def _times(unit: etree._Element) -> Iterator[str]:
    yield from (DATE + period_of(date) for date in unit.iter(f"{{{ED}}}date") if read(date))


def _things(unit: etree._Element) -> Iterator[str]:
    for figure in unit.iter(f"{{{ED}}}figure"):
        amount = next((figure.get(name, "") for name in _AMOUNT if figure.get(name) is not None), "")
        if figure.get("commodity") and _NUMBER.fullmatch(amount):
            yield FIGURE + figure.get("commodity", "")
    if unit.get("kind") == "s" and _has(unit, "date"):
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
