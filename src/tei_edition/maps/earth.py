"""Read `earth.json`: coasts, lakes and rivers of the world, and the courses of single rivers by their ids."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate, pairwise
from pathlib import Path

from tei_edition.maps.clip import Box, around
from tei_edition.maps.sphere import Circle, Point, Vector, vector

FILE = Path(__file__).with_name("earth.json")

_STEP = 2.0
"""Degrees: longer pieces of a line are divided, as they are no straight lines on a map."""

_TOGETHER = 24
"""Points of a line that a map looks at together, to see whether any of them is on it."""


@dataclass(frozen=True)
class Stretch:
    """Points of a line that follow one another, and a circle that holds them."""

    points: list[Vector]
    circle: Circle


@dataclass(frozen=True)
class Line:
    """A line or ring, in degrees."""

    points: list[Point]

    @cached_property
    def box(self) -> Box:
        """The box around it: its left is west, its top is south."""
        return around(self.points)

    @cached_property
    def circle(self) -> Circle:
        """A circle that holds it."""
        return circle_around(self.box)

    @cached_property
    def stretches(self) -> list[Stretch]:
        """The line in stretches, its long pieces divided."""
        fine = divided(self.points)
        parts = (fine[at : at + _TOGETHER] for at in range(0, len(fine), _TOGETHER))
        return [Stretch([*map(vector, part)], circle_around(around(part))) for part in parts]


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
        [Line(_unpacked(line, unit)) for line in data[key]] for key in ("land", "lakes", "rivers")
    )
    courses = {name: Line(_unpacked(line, unit)) for name, line in data["courses"].items()}
    return Earth(land, lakes, rivers, courses)


def circle_around(box: Box) -> Circle:
    """Give a circle that holds a box of degrees, seldom much larger than it must be.

    A way that is straight in degrees, measured as if all its degrees of longitude were as long as those
    nearest to the equator, is no shorter than the shortest on the sphere.
    """
    nearest = 0.0 if box.top <= 0 <= box.bottom else min(abs(box.top), abs(box.bottom))
    reach = math.hypot(box.height, box.width * math.cos(math.radians(nearest))) / 2
    middle = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    return Circle(vector(middle), math.radians(reach))


def divided(line: Sequence[Point]) -> list[Point]:
    """Divide the long pieces of a line."""
    if not line:
        return []
    fine = [line[0]]
    for (x, y), (z, w) in pairwise(line):
        if abs(z - x) <= _STEP and abs(w - y) <= _STEP:
            fine.append((z, w))
            continue
        parts = math.ceil(max(abs(z - x), abs(w - y)) / _STEP)
        fine += [(x + (z - x) * i / parts, y + (w - y) * i / parts) for i in range(1, parts + 1)]
    return fine


def _unpacked(packed: Sequence[int], unit: float) -> list[Point]:
    """Give a line that was packed as its first point and the way from each to the next."""
    across, down = accumulate(packed[::2]), accumulate(packed[1::2])
    return [(x * unit, y * unit) for x, y in zip(across, down, strict=True)]
