"""Read `earth.json`: coasts, lakes and rivers of the world, and the courses of single rivers by their ids."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tei_edition.maps.sphere import Point, angle

FILE = Path(__file__).with_name("earth.json")


@dataclass(frozen=True)
class Line:
    """A line or ring, and a circle on the globe that holds it."""

    points: list[Point]
    middle: Point
    reach: float
    """The radius of the circle, in radians."""


@dataclass(frozen=True)
class Earth:
    """Lines in degrees; `make_earth` says where they come from."""

    land: list[Line]
    """Rings, holes among them: what an odd number of them encloses is land."""
    lakes: list[Line]
    rivers: list[Line]
    courses: dict[str, Line]
    """Rivers that a register can name, by their Wikidata ids."""


@cache
def earth() -> Earth:
    """Give the world."""
    data = json.loads(FILE.read_text())
    unit = data["unit"]
    land, lakes, rivers = (
        [_line(_unpacked(line, unit)) for line in data[key]] for key in ("land", "lakes", "rivers")
    )
    courses = {name: _line(_unpacked(line, unit)) for name, line in data["courses"].items()}
    return Earth(land, lakes, rivers, courses)


def _line(points: list[Point]) -> Line:
    across, down = [x for x, _ in points], [y for _, y in points]
    middle = ((min(across) + max(across)) / 2, (min(down) + max(down)) / 2)
    return Line(points, middle, max(angle(middle, point) for point in points))


def _unpacked(packed: Sequence[int], unit: float) -> list[Point]:
    """Give a line that was packed as its first point and the way from each to the next."""
    points, x, y = [], 0, 0
    for dx, dy in zip(packed[::2], packed[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x * unit, y * unit))
    return points
