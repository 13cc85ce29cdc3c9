"""The part of the globe that a map shows: its middle and its edges follow the places."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tei_edition.maps.clip import Box, around
from tei_edition.maps.projection import Projection, fitting
from tei_edition.maps.sphere import EARTH, Circle, Point, Vector, between, turned, vector

WIDTH = 960
"""The width of every map, in its own units."""

_LEAST = 240 / EARTH
"""Radians that the shorter side of a map shows at least, so that one place has something around it."""

_ROOM = 0.12
"""Of the whole, left free on every side."""

_SHAPES = (0.55, 0.8)
"""Of height to width, the least and the most."""

_MOST = 0.7
"""Of all mentions, what a detail shows at least."""

_DENSE = 0.3
"""A detail is drawn where it shows at most this part of the whole, measured along a side."""

_HAIR = 1e-9
"""Radians, more than a number is ever rounded by."""

_OPPOSITE = 3.0
"""Radians: what is farther from the middle than this is drawn too large to tell where it is."""


@dataclass(frozen=True)
class Frame:
    """What a map shows: a box on the plane of its projection, in radians."""

    projection: Projection
    box: Box

    @property
    def scale(self) -> float:
        """Units of the map for a radian."""
        return WIDTH / self.box.width

    @property
    def height(self) -> int:
        """In the map's units."""
        return round(self.box.height * self.scale)

    @property
    def edges(self) -> Box:
        """The map's edges in its own units."""
        return Box(0, 0, WIDTH, self.height)

    def at(self, place: Point) -> Point:
        """Give a place on the globe in the map's units."""
        x, y = place
        if self.projection.is_world:
            x = turned(x, self.projection.longitude)
        return self.projection.onto(*self.placed)([(x, y)])[0]

    @property
    def placed(self) -> tuple[float, float, float]:
        """The box's left and top, and its scale, as the functions of the projection need them."""
        return self.box.left, self.box.top, self.scale

    @property
    def circle(self) -> Circle:
        """A circle that holds all that the map of a region shows."""
        x, y = max(-self.box.left, self.box.right), max(-self.box.top, self.box.bottom)
        middle = vector((self.projection.longitude, self.projection.latitude))
        return Circle(middle, 2 * math.asin(min(1.0, math.hypot(x, y) / 2)))

    def sides(self, beyond: float) -> Callable[[Circle], str]:
        """Give the function that names the side of the map of a region that all of a circle lies on.

        It gives nothing of a circle that may reach into the map, or nearer to it than `beyond` units.
        """
        project, box = self.projection.region(), self.box.grown(beyond / self.scale + _HAIR)

        def side(circle: Circle) -> str:
            ((x, y),) = project((circle.middle,))
            farthest = 2 * math.asin(min(1.0, math.hypot(x, y) / 2)) + circle.reach
            if farthest > _OPPOSITE:
                return ""
            most = circle.reach / math.cos(farthest / 2)  # No way is drawn longer than this (Snyder 24-21).
            if x + most < box.left:
                return "left"
            if x - most > box.right:
                return "right"
            if y + most < box.top:
                return "top"
            return "bottom" if y - most > box.bottom else ""

        return side


def framed(places: Sequence[Point]) -> Frame:
    """Give the map that shows all of some places."""
    projection = fitting(places)
    plane = Frame(projection, Box(0, 0, WIDTH, WIDTH))
    box = around([plane.at(place) for place in places])
    wide, high = (max(side * (1 + 2 * _ROOM), _LEAST) for side in (box.width, box.height))
    wide = max(wide, high / _SHAPES[1])
    high = max(high, wide * _SHAPES[0])
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return Frame(projection, Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2))


def detail(
    places: Sequence[Point], weights: Sequence[int], beside: Sequence[Point], whole: Frame
) -> Frame | None:
    """Give the map of where most mentions are, if it is much smaller than the whole.

    `weights` says how often each place is named; `beside` are points that it shows too.
    """
    at = [vector(place) for place in places]
    middle = at[max(range(len(at)), key=lambda i: (_weight_near(at, weights, i), -i))]
    nearest = sorted(range(len(at)), key=lambda i: between(middle, at[i]))
    shown, mentions = [], 0
    for i in nearest:
        shown.append(places[i])
        mentions += weights[i]
        if mentions >= _MOST * sum(weights):
            break
    frame = framed([*shown, *beside])
    return frame if len(shown) > 1 and frame.box.width < _DENSE * whole.box.width else None


def _weight_near(places: Sequence[Vector], weights: Sequence[int], i: int) -> float:
    """Say how many mentions are near a place: those of places at 300 km count half."""
    return sum(
        weight / (1 + (between(places[i], place) * EARTH / 300) ** 2)
        for place, weight in zip(places, weights, strict=True)
    )


def scale_bar(frame: Frame) -> tuple[int, float]:
    """Give a round number of kilometres, and how long it is on the map in the middle of it."""
    units = frame.scale / EARTH
    most = WIDTH / 5 / units
    step = 10 ** math.floor(math.log10(most))
    kilometres = next(step * n for n in (5, 2, 1) if step * n <= most)
    return int(kilometres), kilometres * units
