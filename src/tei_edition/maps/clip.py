"""Cut lines and rings to a box."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import compress, pairwise

from tei_edition.maps.sphere import Point


@dataclass(frozen=True)
class Box:
    """A box of the plane."""

    left: float
    top: float
    right: float
    bottom: float

    def has(self, point: Point) -> bool:
        """Say whether a point lies in the box."""
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom

    def meets(self, other: "Box") -> bool:
        """Say whether two boxes have a point in common."""
        return (
            self.left <= other.right
            and other.left <= self.right
            and self.top <= other.bottom
            and other.top <= self.bottom
        )

    def holds(self, other: "Box") -> bool:
        """Say whether all of another box lies in the box."""
        return self.has((other.left, other.top)) and self.has((other.right, other.bottom))

    def grown(self, by: float) -> "Box":
        """Give the box with so much more on every side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    @property
    def corners(self) -> list[Point]:
        """The corners, one after the other around the box."""
        across = (self.left, self.right, self.right, self.left)
        return list(zip(across, (self.top, self.top, self.bottom, self.bottom), strict=True))

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


def around(points: Sequence[Point]) -> Box:
    """Give the smallest box that holds some points."""
    across, down = [x for x, _ in points], [y for _, y in points]
    return Box(min(across), min(down), max(across), max(down))


def ring_in(ring: Sequence[Point], box: Box) -> list[Point]:
    """Cut a ring to a box (Sutherland and Hodgman 1974)."""
    sides = ((0, box.left, 1), (0, box.right, -1), (1, box.top, 1), (1, box.bottom, -1))
    own = around(ring)
    beyond = (own.left < box.left, own.right > box.right, own.top < box.top, own.bottom > box.bottom)
    for side in compress(sides, beyond):
        ring = _half(ring, *side)
        if not ring:
            return []
    return list(ring)


def _half(ring: Sequence[Point], axis: int, limit: float, sign: int) -> list[Point]:
    cut: list[Point] = []
    before = ring[-1]
    was_in = sign * (before[axis] - limit) >= 0
    for point in ring:
        is_in = sign * (point[axis] - limit) >= 0
        if is_in != was_in:
            cut.append(_between(before, point, (limit - before[axis]) / (point[axis] - before[axis])))
        if is_in:
            cut.append(point)
        before, was_in = point, is_in
    return cut


def _between(one: Point, two: Point, part: float) -> Point:
    return one[0] + part * (two[0] - one[0]), one[1] + part * (two[1] - one[1])


def lines_in(line: Sequence[Point], box: Box) -> Iterator[list[Point]]:
    """Give the parts of a line that lie in a box."""
    if len(line) > 1 and box.holds(around(line)):
        yield list(line)
        return
    part: list[Point] = []
    for one, two in pairwise(line):
        cut = _piece(one, two, box)
        if cut is None or (part and part[-1] != cut[0]):
            if len(part) > 1:
                yield part
            part = []
        if cut is not None:
            part.extend(cut[1:] if part else cut)
    if len(part) > 1:
        yield part


def _piece(one: Point, two: Point, box: Box) -> tuple[Point, Point] | None:
    """Cut a piece of a line to a box (Liang and Barsky 1984)."""
    start, end = 0.0, 1.0
    dx, dy = two[0] - one[0], two[1] - one[1]
    for way, room in (
        (-dx, one[0] - box.left),
        (dx, box.right - one[0]),
        (-dy, one[1] - box.top),
        (dy, box.bottom - one[1]),
    ):
        if way == 0:
            if room < 0:
                return None
        elif way < 0:
            start = max(start, room / way)
        else:
            end = min(end, room / way)
    if start > end:
        return None
    first = one if start == 0 else _between(one, two, start)
    return first, two if end == 1 else _between(one, two, end)
