"""Draw the places of an edition: an `ed:map` with the geometry of each map, for `xslt/index/map.xsl`."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lxml import etree

from tei_edition.maps.base import base, course, path
from tei_edition.maps.clip import Box, around
from tei_edition.maps.earth import earth
from tei_edition.maps.frames import WIDTH, Frame, detail, framed, scale_bar
from tei_edition.maps.labels import SIZE, Dot, Label, placed
from tei_edition.maps.places import COURSES, EXTENDED, Place, places
from tei_edition.maps.sphere import Point
from tei_edition.markup import ED, XML_LANG

_SMALLEST, _LARGEST = 3.0, 8.0
"""Radii of dots, in the map's units."""

_ROOM = 14.0
"""Between the dots that an inset shows and its edges, in the map's units."""


def map_of(named: etree._Element) -> etree._Element:
    """Give the map of some places, as `named_places` has them."""
    return drawn(places(named))


def drawn(found: Sequence[Place]) -> etree._Element:
    """Give the places as `ed:map`: each with why it is not on the map if it is not, and the maps.

    There is a map of all places that have a point, and one of where most mentions are if these are near
    one another; there is none where no place has a point.
    """
    top = etree.Element(f"{{{ED}}}map", nsmap={"ed": ED})
    for place in found:
        _add_place(top, place)
    dots = [place for place in found if is_dot(place)]
    if dots:
        points = [point for place in dots if (point := place.point)]
        rivers = [place for place in found if _has_course(place)]
        beside = [point for place in rivers for point in earth().courses[place.identifier].points]
        whole = framed([*points, *beside])
        near = detail(points, [place.total for place in dots], beside, whole)
        if near:
            top.append(_frame("detail", near, dots, rivers, None))
        top.append(_frame("whole", whole, dots, rivers, near))
    return top


def is_dot(place: Place) -> bool:
    """Say whether a place is a point that a map can show."""
    return place.point is not None and place.kind not in EXTENDED | COURSES


def _add_place(top: etree._Element, place: Place) -> None:
    node = etree.SubElement(top, f"{{{ED}}}place", key=place.key, sort=place.sort, total=str(place.total))
    node.text = place.name
    if place.language:
        node.set(XML_LANG, place.language)
    if place.point:
        node.set("geo", f"{place.point[1]:.5f} {place.point[0]:.5f}")
    if not place.is_sure:
        node.set("unsure", "unsure")
    if not is_dot(place) and not _has_course(place):
        node.set(
            "off", "extended" if place.kind in EXTENDED else "course" if place.kind in COURSES else "nowhere"
        )


def _has_course(place: Place) -> bool:
    return place.kind in COURSES and place.identifier in earth().courses


def _frame(
    part: str, frame: Frame, dots: Sequence[Place], rivers: Sequence[Place], inset: Frame | None
) -> etree._Element:
    """Give one map; what its inset shows has no names on it."""
    node = etree.Element(
        f"{{{ED}}}frame",
        part=part,
        width=str(WIDTH),
        height=str(frame.height),
        projection=frame.projection.name,
    )
    node.set("longitude", f"{frame.projection.longitude:.1f}")
    node.set("latitude", f"{frame.projection.latitude:.1f}")
    below = base(frame)
    for name in ("land", "lakes", "rivers"):
        etree.SubElement(node, f"{{{ED}}}{name}", d=getattr(below, name))
    if not frame.projection.is_world:
        kilometres, length = scale_bar(frame)
        etree.SubElement(node, f"{{{ED}}}scale", km=str(kilometres), length=f"{length:.1f}")
    shown = [(place, frame.at(place.point)) for place in dots if place.point]
    marks = [(place, at) for place, at in shown if frame.edges.has(at)]
    taken = []
    if inset:
        within = [place for place in dots if place.point and inset.edges.has(inset.at(place.point))]
        box = around([at for place, at in marks if place in within]).grown(_ROOM)
        taken.append(box)
        etree.SubElement(
            node, f"{{{ED}}}inset", _numbers(x=box.left, y=box.top, width=box.width, height=box.height)
        )
        marks = [(place, at) for place, at in marks if place not in within]
    _add_marks(node, frame, marks, rivers if not inset else (), taken)
    return node


def _add_marks(
    node: etree._Element,
    frame: Frame,
    marks: Sequence[tuple[Place, Point]],
    rivers: Sequence[Place],
    taken: Sequence[Box],
) -> None:
    """Add the dots and the rivers that have names, each with its label where there is room."""
    lines = [
        (place, parts) for place in rivers if (parts := course(frame, earth().courses[place.identifier]))
    ]
    middles = [max(parts, key=len) for _, parts in lines]
    dots = [Dot(at, _radius(place), place.name) for place, at in marks]
    wet = [Box(x, y, x, y) for _, parts in lines for line in parts for x, y in _dense(line)]
    labels = placed(dots, frame.edges, [*taken, *wet])
    taken = [*taken, *(dot.box for dot in dots), *(label.box for label in labels if label)]
    rivers_at = [
        Dot(line[len(line) // 2], 1.0, place.name) for line, (place, _) in zip(middles, lines, strict=True)
    ]
    names = placed(rivers_at, frame.edges, taken)
    for (place, parts), label in zip(lines, names, strict=True):
        _add_mark(node, "course", place, label, {"d": path(parts)})
    for (place, _), dot, label in zip(marks, dots, labels, strict=True):
        _add_mark(node, "dot", place, label, _numbers(x=dot.at[0], y=dot.at[1], r=dot.radius))


def _dense(line: Sequence[Point]) -> Iterator[Point]:
    """Give points all along a line, a letter's height from one another at most."""
    for (x, y), (z, w) in pairwise(line):
        parts = math.ceil(math.dist((x, y), (z, w)) / SIZE) or 1
        yield from ((x + (z - x) * i / parts, y + (w - y) * i / parts) for i in range(parts))


def _add_mark(
    node: etree._Element, name: str, place: Place, label: Label | None, attributes: dict[str, str]
) -> None:
    mark = etree.SubElement(node, f"{{{ED}}}{name}", attributes, key=place.key)
    if not place.is_sure:
        mark.set("unsure", "unsure")
    if label:
        etree.SubElement(
            mark, f"{{{ED}}}label", _numbers(x=label.at[0], y=label.at[1]), anchor=label.anchor
        ).text = place.name


def _radius(place: Place) -> float:
    """Give the radius of a dot: its area grows slowly with the mentions."""
    return min(_LARGEST, _SMALLEST + 0.9 * math.log2(max(place.total, 1)))


def _numbers(**numbers: float) -> dict[str, str]:
    return {name: f"{number:.1f}" for name, number in numbers.items()}
