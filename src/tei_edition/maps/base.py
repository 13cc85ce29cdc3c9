"""Coasts, lakes and rivers of a map as paths of SVG."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from tei_edition.maps.clip import Box, around, lines_in, ring_in
from tei_edition.maps.earth import Earth, Line, earth
from tei_edition.maps.frames import Frame
from tei_edition.maps.sphere import Point, angle

_STEP = 2.0
"""Degrees: longer pieces of a line are divided, as they are no straight lines on a map."""

_WIDE = 0.8
"""Radians: a map that shows more is drawn more coarsely, without short rivers."""

_FINE, _COARSE = 0.8, 2.0
"""Units of the map between two points of a line, at least."""

_LONG = 40.0
"""Units of the map: the extent of a long river."""

_BEYOND = 3.0
"""Units of the map: land is cut beyond its edges, where the stroke of its outline is not seen."""


@dataclass(frozen=True)
class Base:
    """What lies below the places: the data of paths, each in the map's units."""

    land: str
    lakes: str
    rivers: str


@lru_cache(maxsize=64)
def base(frame: Frame) -> Base:
    """Draw what lies below the places on a map."""
    world = earth()
    land = [part for ring in _near(world.land, frame) for part in _turned(ring, frame)]
    lakes = [part for ring in _near(world.lakes, frame) for part in _turned(ring, frame)]
    inverted = not frame.projection.is_world and _is_land(_opposite(frame), land)
    edges, fine = frame.edges.grown(_BEYOND), _COARSE if frame.box.width > _WIDE else _FINE
    shapes = [edges.corners] if inverted else []
    shapes += [ring_in(_on(frame, ring), edges) for ring in land]
    rivers = (line for line in _lines(frame, _rivers(world, frame)) if fine == _FINE or _is_long(line))
    return Base(
        land=path(shapes, fine, closed=True),
        lakes=path((ring_in(_on(frame, ring), edges) for ring in lakes), fine, closed=True),
        rivers=path(rivers, fine),
    )


def course(frame: Frame, line: Sequence[Point]) -> list[list[Point]]:
    """Give the parts of a river that a map shows, in the map's units."""
    return list(_lines(frame, _turned(line, frame, closed=False)))


def _rivers(world: Earth, frame: Frame) -> Iterator[list[Point]]:
    for line in _near([*world.rivers, *world.courses.values()], frame):
        yield from _turned(line, frame, closed=False)


def _near(lines: Iterable[Line], frame: Frame) -> Iterator[list[Point]]:
    """Give the lines that may meet a map."""
    if frame.projection.is_world:
        yield from (line.points for line in lines)
        return
    middle = (frame.projection.longitude, frame.projection.latitude)
    x, y = max(-frame.box.left, frame.box.right), max(-frame.box.top, frame.box.bottom)
    reach = 2 * math.asin(min(1.0, math.hypot(x, y) / 2))
    for line in lines:
        if angle(middle, line.middle) - line.reach < reach:
            yield line.points


def _fine(line: Sequence[Point]) -> list[Point]:
    """Divide the long pieces of a line."""
    if not line:
        return []
    fine = [line[0]]
    for (x, y), (z, w) in pairwise(line):
        parts = math.ceil(max(abs(z - x), abs(w - y)) / _STEP) or 1
        fine += [(x + (z - x) * i / parts, y + (w - y) * i / parts) for i in range(1, parts + 1)]
    return fine


def _turned(line: Sequence[Point], frame: Frame, closed: bool = True) -> list[list[Point]]:
    """Cut a line or ring opposite to the middle of a world map; elsewhere it stays whole."""
    if not frame.projection.is_world:
        return [list(line)]
    middle = frame.projection.longitude
    window = Box(middle - 180, -90, middle + 180, 90)
    turns = [[(x + turn, y) for x, y in line] for turn in (0, 360, -360)]
    if closed:
        return [ring for ring in (ring_in(one, window) for one in turns) if ring]
    return [part for one in turns for part in lines_in(one, window)]


def _is_long(line: Sequence[Point]) -> bool:
    return around(line).width + around(line).height > _LONG


def _lines(frame: Frame, lines: Iterable[Sequence[Point]]) -> Iterator[list[Point]]:
    for line in lines:
        if len(line) > 1:
            yield from lines_in(_on(frame, line), frame.edges)


def _on(frame: Frame, line: Sequence[Point]) -> list[Point]:
    """Put a line on a map."""
    project, scale = frame.projection.project, frame.scale
    left, top = frame.box.left, frame.box.top
    return [((x - left) * scale, (y - top) * scale) for x, y in map(project, _fine(line))]


def _opposite(frame: Frame) -> Point:
    """Give the point of the globe opposite to the middle of a map."""
    longitude = frame.projection.longitude
    return longitude - 180 if longitude > 0 else longitude + 180, -frame.projection.latitude


def _is_land(point: Point, rings: Iterable[Sequence[Point]]) -> bool:
    """Say whether an odd number of rings encloses a point.

    Such rings are turned inside out on a map of a region, whose outer edge is the one point opposite.
    """
    y = point[1]
    crossed = 0
    for ring in rings:
        for (a, b), (c, d) in pairwise([*ring, ring[0]]):
            if (b > y) != (d > y):
                at = a + (y - b) / (d - b) * (c - a)
                crossed += sum(point[0] + turn < at for turn in (0, 360, -360))
    return crossed % 2 == 1


def path(lines: Iterable[Sequence[Point]], fine: float = _FINE, closed: bool = False) -> str:
    """Give lines as the data of a path, their points at least so many units of the map from one another."""
    return "".join(_drawn(list(_sparse(line, fine)), closed) for line in lines if len(line) > 1)


def _drawn(line: Sequence[Point], closed: bool) -> str:
    """Give a line in tenths of a unit, each point as the way from the one before."""
    points = [(round(x * 10), round(y * 10)) for x, y in line]
    if len(points) < (4 if closed else 2):
        return ""
    (x, y), *_ = points
    ways = " ".join(f"{(x - a) / 10:g} {(y - b) / 10:g}" for (a, b), (x, y) in pairwise(points))
    return f"M{x / 10:g} {y / 10:g}l{ways}{'z' if closed else ''}"


def _sparse(line: Sequence[Point], fine: float) -> Iterator[Point]:
    """Leave out points that are too near the one before to be seen; the last one stays."""
    before = line[0]
    yield before
    for point in line[1:-1]:
        if abs(point[0] - before[0]) + abs(point[1] - before[1]) >= fine:
            before = point
            yield point
    yield line[-1]
