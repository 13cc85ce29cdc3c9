"""Coordinates: latitude and longitude in degrees, in this order, with decimal points (N303 to N305).

TEI Guidelines, `geo`: two numbers are latitude and longitude of the World Geodetic System, unless a
`geoDecl` says otherwise.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from tei_edition.checks.found import Found
from tei_edition.markup import tei, text_of
from tei_edition.source import Source

_NUMBER = r"[-+]?\d+(?:\.\d+)?"
_PAIR = re.compile(rf"({_NUMBER})(?:\s*,\s*|\s+)({_NUMBER})")
_WITH_COMMAS = re.compile(r"([-+]?\d+),(\d+)[,;]?\s+([-+]?\d+),(\d+)")
_FEW = 8
"""Points in a list from which on they say where the others lie."""

_DEGREES = 180

_FAR = 10.0
"""Degrees."""


class _Point(NamedTuple):
    element: etree._Element
    latitude: float
    longitude: float


def check(source: Source) -> Iterator[Found]:
    """Check all single points of a file."""
    systems = {node.get("datum", "WGS84") for node in source.root.iter(tei("geoDecl"))}
    if systems - {"WGS84"}:
        return
    points: dict[etree._Element | None, list[_Point]] = {}
    for element in source.root.iter(tei("geo")):
        text = text_of(element)
        commas, pair = _WITH_COMMAS.fullmatch(text), _PAIR.fullmatch(text)
        if commas:
            meant = f"{commas[1]}.{commas[2]} {commas[3]}.{commas[4]}"
            message = f'"{text}" has decimal commas; programs read four numbers.'
            right = meant if _are_fractions(commas) else None
            yield Found("N305", element, "", message, f'Write "{meant}".', right)
        elif pair:
            point = _Point(element, float(pair[1]), float(pair[2]))
            found = _beyond(point, text)
            if found:
                yield found
            else:
                around = next(element.iterancestors(tei("listPlace")), None)
                points.setdefault(around, []).append(point)
    for group in points.values():
        yield from _elsewhere(group)


def _are_fractions(commas: re.Match[str]) -> bool:
    """Say whether four numbers can be nothing but two: no whole degree is written as 047 or 1700.

    Two points with a comma between latitude and longitude look alike otherwise.
    """
    fractions = (commas[2], commas[4])
    return any(int(one) > _DEGREES or (one[0] == "0" and len(one) > 1) for one in fractions)


def _beyond(point: _Point, text: str) -> Found | None:
    """Find points that are not on the earth (N303), or only so if their numbers are exchanged (N304)."""
    latitude, longitude = abs(point.latitude), abs(point.longitude)
    if latitude <= 90 and longitude <= 180:
        return None
    if latitude <= 180 and longitude <= 90:
        message = f'"{text}" begins with the longitude: no latitude is greater than 90.'
        return Found("N304", point.element, "", message, _exchanged(point))
    message = f'"{text}" is no place on the earth: latitudes end at 90 degrees, longitudes at 180.'
    return Found(
        "N303", point.element, "", message, 'Write latitude and longitude in degrees: "47.17 27.57".'
    )


def _elsewhere(points: list[_Point]) -> Iterator[Found]:
    """Find points far from all others of their list that would lie among them if exchanged (N304)."""
    if len(points) < _FEW:
        return
    latitudes = _middle([point.latitude for point in points])
    longitudes = _middle([point.longitude for point in points])
    for point in points:
        is_far = _distance(point.latitude, latitudes) > _FAR and _distance(point.longitude, longitudes) > _FAR
        if is_far and not _distance(point.longitude, latitudes) and not _distance(point.latitude, longitudes):
            shown = f"{point.latitude:g} {point.longitude:g}"
            message = f'"{shown}" lies far from the other places of the list, and among them if exchanged.'
            yield Found("N304", point.element, "", message, _exchanged(point))


def _middle(values: list[float]) -> tuple[float, float]:
    """Give the limits of the middle three quarters of some numbers."""
    ordered, left_out = sorted(values), len(values) // 8
    return ordered[left_out], ordered[-1 - left_out]


def _distance(value: float, limits: tuple[float, float]) -> float:
    return max(limits[0] - value, value - limits[1], 0.0)


def _exchanged(point: _Point) -> str:
    return f'If it is so, write "{point.longitude:g} {point.latitude:g}".'
