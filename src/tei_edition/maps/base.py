"""Coasts, lakes and rivers of a map as paths of SVG."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from operator import sub

from tei_edition.maps.clip import Box, around, lines_in, ring_in
from tei_edition.maps.earth import Line, Stretch, divided, earth
from tei_edition.maps.frames import Frame
from tei_edition.maps.sphere import Circle, Point, Vector

_WIDE = 0.8
"""Vector: a map that shows more is drawn more coarsely, without short rivers."""

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


@lru_cache(maxsize=4)
def base(frame: Frame) -> Base:
    """Draw what lies below the places on a map; the languages of a page ask for the same."""
    world, edges = earth(), frame.edges.grown(_BEYOND)
    land, lakes = _near(world.land, frame), _near(world.lakes, frame)
    inverted = not frame.projection.is_world and _is_land(_opposite(frame), land)
    fine = _COARSE if frame.box.width > _WIDE else _FINE
    shapes = [edges.corners] if inverted else []
    shapes += [ring_in(ring, edges) for ring in _on(frame, land, closed=True)]
    near = _near([*world.rivers, *world.courses.values()], frame)
    rivers = (part for line in _on(frame, near) for part in lines_in(line, frame.edges))
    return Base(
        land=path(shapes, fine, closed=True),
        lakes=path((ring_in(ring, edges) for ring in _on(frame, lakes, closed=True)), fine, closed=True),
        rivers=path((line for line in rivers if fine == _FINE or _is_long(line)), fine),
    )


def course(frame: Frame, line: Line) -> list[list[Point]]:
    """Give the parts of a river that a map shows, in the map's units."""
    return [part for one in _on(frame, [line]) for part in lines_in(one, frame.edges)]


def _near(lines: Iterable[Line], frame: Frame) -> list[Line]:
    """Give the lines that may meet a map."""
    if frame.projection.is_world:
        return list(lines)
    shown = frame.circle
    return [line for line in lines if shown.meets(line.circle)]


def _on(frame: Frame, lines: Iterable[Line], closed: bool = False) -> Iterator[list[Point]]:
    """Put lines or rings on a map; most of what lies beyond its edges is left out."""
    if frame.projection.is_world:
        on = frame.projection.onto(*frame.placed)
        for line in lines:
            for part in _turned(line.points, frame, closed):
                yield on(divided(part))
        return
    region, side = frame.projection.region(*frame.placed), frame.sides(_BEYOND)
    for line in lines:
        yield region(_seen(line.stretches, side))


def _seen(stretches: Iterable[Stretch], side: Callable[[Circle], str]) -> list[Vector]:
    """Leave out what lies wholly on one side of a map, but for its ends: so what stays is cut as before."""
    seen: list[Vector] = []
    before = ""
    for stretch in stretches:
        here = side(stretch.circle)
        if not here:
            seen += stretch.points
        elif here == before:
            seen[-1] = stretch.points[-1]
        else:
            seen += (stretch.points[0], stretch.points[-1])
        before = here
    return seen


def _turned(line: Sequence[Point], frame: Frame, closed: bool) -> list[list[Point]]:
    """Cut a line or ring opposite to the middle of a world map."""
    middle = frame.projection.longitude
    window = Box(middle - 180, -90, middle + 180, 90)
    turns = [[(x + turn, y) for x, y in line] for turn in (0, 360, -360)]
    if closed:
        return [ring for ring in (ring_in(one, window) for one in turns) if ring]
    return [part for one in turns for part in lines_in(one, window)]


def _is_long(line: Sequence[Point]) -> bool:
    return around(line).width + around(line).height > _LONG


def _opposite(frame: Frame) -> Point:
    """Give the point of the globe opposite to the middle of a map."""
    longitude = frame.projection.longitude
    return longitude - 180 if longitude > 0 else longitude + 180, -frame.projection.latitude


def _is_land(point: Point, rings: Iterable[Line]) -> bool:
    """Say whether an odd number of rings encloses a point.

    Such rings are turned inside out on a map of a region, whose outer edge is the one point opposite.
    """
    y = point[1]
    crossed = 0
    for ring in rings:
        if not ring.box.top <= y <= ring.box.bottom:
            continue
        for (a, b), (c, d) in pairwise([*ring.points, ring.points[0]]):
            if (b > y) != (d > y):
                at = a + (y - b) / (d - b) * (c - a)
                crossed += sum(point[0] + turn < at for turn in (0, 360, -360))
    return crossed % 2 == 1


def path(lines: Iterable[Sequence[Point]], fine: float = _FINE, closed: bool = False) -> str:
    """Give lines as the data of a path, their points at least so many units of the map from one another."""
    return "".join(_drawn(_sparse(line, fine), closed) for line in lines if len(line) > 1)


def _drawn(line: Sequence[Point], closed: bool) -> str:
    """Give a line in tenths of a unit, each point as the way from the one before."""
    if len(line) < (4 if closed else 2):
        return ""
    across, down = [round(x * 10) for x, _ in line], [round(y * 10) for _, y in line]
    ways = zip(
        map(_tenths, map(sub, across[1:], across)), map(_tenths, map(sub, down[1:], down)), strict=True
    )
    start = f"{_tenths(across[0])} {_tenths(down[0])}"
    return f"M{start}l{' '.join(chain.from_iterable(ways))}{'z' if closed else ''}"


@lru_cache(maxsize=1024)
def _tenths(number: int) -> str:
    return f"{number / 10:g}"


def _sparse(line: Sequence[Point], fine: float) -> list[Point]:
    """Leave out points that are too near the one before to be seen; the last one stays."""
    x, y = line[0]
    sparse = [line[0]]
    for point in line[1:-1]:
        if abs(point[0] - x) + abs(point[1] - y) >= fine:
            x, y = point
            sparse.append(point)
    sparse.append(line[-1])
    return sparse
