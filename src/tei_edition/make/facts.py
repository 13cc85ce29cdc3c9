"""What documents tell the pages about the whole edition, kept so that a page reads only what it shows.

Of each document's facts (`xslt/index/facts-document.xsl`) the head is known without its text, and for each
entry of a register how often the document names it and the digest of the units that do.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from hashlib import sha256
from typing import Any

from lxml import etree

from tei_edition.data import TABLES
from tei_edition.make.topics import TopicUnit, own_by_topic
from tei_edition.markup import ED
from tei_edition.search import FACETS, Record

_UNIT = f"{{{ED}}}unit"
_MENTION = f"{{{ED}}}mention"
_BETWEEN = b"\0"

Choice = Callable[[etree._Element], bool]
"""Says of an `ed:unit` whether it is needed."""


def _has(*names: str) -> Choice:
    return lambda unit: next(unit.iter(*(f"{{{ED}}}{name}" for name in names)), None) is not None


VIEWS: Mapping[str, Choice] = {
    "heads": lambda unit: False,
    "dated": _has("date"),
    "valued": _has("date", "figure"),
    "naming": _has("mention"),
    "whole": lambda unit: True,
}
"""What pages can ask for of all documents: their titles alone, or also the units that hold something."""


@dataclass(frozen=True)
class Facts:
    """What is known of one document's facts; `stored` is their digest in the store."""

    stored: str
    head: bytes
    views: dict[str, str]
    """The digest of each view."""
    year: str
    """The year of the document, by which long contents are divided; "" where none is known."""
    mapped: bool
    """Whether a map is made of the places that it names."""
    mentions: dict[str, tuple[int, int, str]]
    """By the key of an entry: how many units name it, how many without translations, and their digest."""
    topics: dict[str, tuple[int, str]]
    """By topic, as `topics.py` names them: how many units speak of it, and the digest of these."""
    searched: dict[str, tuple[int, str]]
    """By language: how many units can be searched, and the digest of all that the index has of them."""
    named: dict[str, tuple[str, ...]]
    """By each of `search.FACETS`: the keys of the entries by which what is found can be narrowed."""
    lines: dict[str, str]
    """The digests of the lines that the document adds to each of `data.TABLES`."""

    @classmethod
    def of(
        cls, data: bytes, stored: str, lines: bytes, records: Iterable[Record], spoken: Sequence[TopicUnit]
    ) -> "Facts":
        """Take the facts that `index/facts.xsl` gives, and what is made of them: lines, records, topics."""
        root = etree.fromstring(data)
        units = [(unit, written(unit)) for unit in root.iter(_UNIT)]
        head = chosen(data, VIEWS["heads"])
        views = {
            name: _digest([head, *(text for unit, text in units if choice(unit))])
            for name, choice in VIEWS.items()
        }
        by_key: dict[str, list[Unit]] = {}
        for unit in units_of(root):
            for key in unit.keys:
                by_key.setdefault(key, []).append(unit)
        mentions = {
            key: (len(some), own_mentions(some), _digest(unit.text for unit in some))
            for key, some in sorted(by_key.items())
        }
        by_topic: dict[str, list[bytes]] = {}
        for one in spoken:
            for topic in one.topics:
                by_topic.setdefault(topic, []).append(one.text.encode())
        own = own_by_topic(spoken)
        topics = {topic: (own[topic], _digest(some)) for topic, some in sorted(by_topic.items())}
        is_mapped = root.get("map") == "true"
        told = _searched(records)
        digests = {path: _digest([one]) for path, one in lines_in(lines).items()}
        return cls(stored, head, views, root.get("year", ""), is_mapped, mentions, topics, *told, digests)

    def plain(self) -> Any:
        """Give it as plain data."""
        return tuple(getattr(self, name) for name in _FIELDS)

    @classmethod
    def of_plain(cls, data: Sequence[Any]) -> "Facts":
        """Make it of what `plain` gave."""
        return cls(*data)

    def small(self) -> Any:
        """Give it as plain data, without its mentions and topics."""
        return replace(self, mentions={}, topics={}).plain()


_FIELDS = [one.name for one in fields(Facts)]


def _searched(
    records: Iterable[Record],
) -> tuple[dict[str, tuple[int, str]], dict[str, tuple[str, ...]]]:
    """Give what `Facts` has as `searched` and as `named`."""
    texts: dict[str, list[bytes]] = {}
    named: dict[str, set[str]] = {facet: set() for facet in FACETS}
    for record in records:
        texts.setdefault(record.language, []).append(repr(record).encode())
        for facet in FACETS:
            named[facet].update(record.facets.get(facet, ()))
    searched = {language: (len(some), _digest(some)) for language, some in texts.items()}
    return searched, {facet: tuple(sorted(keys)) for facet, keys in named.items()}


def packed_lines(lines: Mapping[str, bytes]) -> bytes:
    """Put a document's lines of all tables into one; no XML has the character between them."""
    return _BETWEEN.join(lines[path] for path in TABLES)


def lines_in(packed: bytes) -> dict[str, bytes]:
    """Give what `packed_lines` was given."""
    return dict(zip(TABLES, packed.split(_BETWEEN), strict=True))


@dataclass(frozen=True)
class Unit:
    """An `ed:unit` that names entries: which, what it is, and its text as XML."""

    keys: frozenset[str]
    id: str
    is_translation: bool
    originals: tuple[str, ...]
    text: bytes


def units_of(facts: etree._Element) -> list[Unit]:
    """Give the units of a document's facts that name entries."""
    found = []
    for unit in facts.iter(_UNIT):
        keys = {key for mention in unit.iter(_MENTION) for key in mention.get("ref", "").split()}
        if keys:
            is_translation = unit.get("version") == "translation"
            originals = tuple(unit.get("translates", "").split())
            told = (frozenset(keys), unit.get("id", ""), is_translation, originals)
            found.append(Unit(*told, written(unit)))
    return found


def packed_units(units: Iterable[Unit]) -> bytes:
    """Put the units of a document into one text: for each the entries that it names, and its XML."""
    return json.dumps(
        [(sorted(unit.keys), unit.text.decode()) for unit in units], ensure_ascii=False
    ).encode()


def units_in(packed: bytes) -> list[tuple[list[str], str]]:
    """Give what `packed_units` was given, as far as it keeps it."""
    return [(keys, text) for keys, text in json.loads(packed)]


def own_mentions(units: Sequence[Unit]) -> int:
    """Count the units without those that translate another of them.

    A unit of a translation that states no original translates one of them, if there is one.
    """
    ids = {unit.id for unit in units}
    named_there = any(not unit.is_translation for unit in units)
    return sum(not _translates(unit, ids, named_there) for unit in units)


def _translates(unit: Unit, ids: set[str], named_there: bool) -> bool:
    """Say whether a unit translates one of some ids; `named_there` is whether one is the original's."""
    if not unit.is_translation or unit.originals:
        return not ids.isdisjoint(unit.originals)
    return named_there


def chosen(data: bytes, choice: Choice) -> bytes:
    """Give a document's facts with those units only that are chosen."""
    root = etree.fromstring(data)
    for unit in list(root.iter(_UNIT)):
        if not choice(unit) and (parent := unit.getparent()) is not None:
            parent.remove(unit)
    return written(root)


def together(name: str, documents: Iterable[bytes]) -> str:
    """Put several XML documents, without their declarations, into one, below an element of ours."""
    texts = (document.decode() for document in documents)
    return "".join([f'<ed:{name} xmlns:ed="{ED}">', *texts, f"</ed:{name}>"])


def written(element: etree._Element) -> bytes:
    """Give an element as XML."""
    return etree.tostring(element, encoding="unicode", with_tail=False).encode()


def _digest(parts: Iterable[bytes]) -> str:
    whole = sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big") + part)
    return whole.hexdigest()[:32]
