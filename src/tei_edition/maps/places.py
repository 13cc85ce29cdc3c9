"""The places that documents name: where a register says they are, and how often they are named."""

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cache

from babel import Locale
from lxml import etree

from tei_edition.maps.sphere import Point
from tei_edition.markup import ED, XML_LANG

EXTENDED = frozenset(
    "bloc continent country empire front kingdom ocean province region sea state territory".split()
)
"""Kinds of places that are no points: a dot on a map would say that they are somewhere in particular."""

COURSES = frozenset(["river", "stream", "watercourse"])
"""Kinds of places that are lines."""

_NUMBER = r"[-+]?\d+(?:\.\d+)?"
_PAIR = re.compile(rf"\s*({_NUMBER})(?:\s*,\s*|\s+)({_NUMBER})\s*")
_STATE = re.compile(
    r"\b(republic|kingdom|united states|union|province|region|voivodeship|oblast|republik|königreich|provinz"
    r"|république|royaume|republica|regatul|provincia)\b"
)
"""Words in the names of states and regions, for registers that do not say what a place is."""

_RIVER = re.compile(r"\b(river|fluss|fleuve|rivière|râul|fluviul)\b")
"""The same for rivers."""

_NAMED_IN = ("en", "fr", "de", "ro")
"""Languages in which names of countries are known."""


@dataclass(frozen=True)
class Place:
    """A register's entry of a place."""

    key: str
    """Its name in the whole edition, `places.iasi`."""
    name: str
    sort: str
    """What its name is sorted by."""
    language: str
    """Of the name; empty where the register does not say."""
    kind: str
    point: Point | None
    """Longitude and latitude in degrees; None where the register has none, or none that can be read."""
    is_sure: bool
    identifier: str
    """Its Wikidata id, or nothing."""
    total: int
    """How often documents name it."""


def places(named: Iterable[etree._Element]) -> list[Place]:
    """Give the places of `ed:place` elements, as `named_places` has them, those named most first."""
    return sorted(map(_place, named), key=lambda place: (-place.total, place.sort, place.key))


def named_places(known: Iterable[etree._Element], named: Mapping[str, int]) -> etree._Element:
    """Give those places that are named, in `total` how often.

    `known` are `ed:place` elements, as `index/places.xsl` makes them; `named` has the numbers by the keys of
    entries.
    """
    top = etree.Element(f"{{{ED}}}places", nsmap={"ed": ED})
    for node in known:
        if node.get("key") in named:
            copy = deepcopy(node)
            copy.set("total", str(named[node.get("key", "")]))
            top.append(copy)
    return top


def _place(node: etree._Element) -> Place:
    pair = _PAIR.fullmatch(node.get("geo", ""))
    point = (float(pair[2]), float(pair[1])) if pair else None
    name = (node.text or "").strip()
    return Place(
        key=node.get("key", ""),
        name=name,
        sort=node.get("sort", name),
        language=node.get(XML_LANG, ""),
        kind=node.get("kind") or _kind(name),
        point=point if point and abs(point[0]) <= 180 and abs(point[1]) <= 90 else None,
        is_sure=node.get("cert") not in ("low", "unknown"),
        identifier=node.get("wikidata", ""),
        total=int(node.get("total", "0")),
    )


def _kind(name: str) -> str:
    """Tell by its name what a place is where the register does not say it; empty for all others."""
    words = name.casefold()
    if words in _countries() or _STATE.search(words):
        return "country"
    return "river" if _RIVER.search(words) else ""


@cache
def _countries() -> frozenset[str]:
    """Give the names of countries and continents in the CLDR, for registers that say no more."""
    locales = map(Locale.parse, _NAMED_IN)
    return frozenset(name.casefold() for locale in locales for name in locale.territories.values())
