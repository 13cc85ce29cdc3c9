"""Projections of the globe onto the plane that keep areas true: one for regions, one for the world.

Both after J. P. Snyder, Map Projections: A Working Manual (USGS 1987), and, for the world, B. Šavrič,
T. Patterson and B. Jenny, The Equal Earth map projection (2018). Distances are in radians of the sphere:
x to the right, y downwards.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tei_edition.maps.sphere import Point, angle

_REGION = math.radians(70)
"""How far from its middle a map of a region reaches at most."""

_A = (1.340264, -0.081106, 0.000893, 0.003796)
"""Coefficients of Equal Earth."""


@dataclass(frozen=True)
class Projection:
    """A way to draw the globe."""

    name: str
    """`laea`, Lambert's azimuthal equal-area projection, or `equal-earth`."""
    longitude: float
    """Of the middle, in degrees; so is `latitude`."""
    latitude: float

    @property
    def is_world(self) -> bool:
        """Whether it shows all of the globe, cut opposite to its middle."""
        return self.name == "equal-earth"

    @property
    def project(self) -> Callable[[Point], Point]:
        """Give the function that puts a point of the globe on the plane."""
        return _equal_earth(self.longitude) if self.is_world else _azimuthal(self.longitude, self.latitude)


def fitting(places: Sequence[Point]) -> Projection:
    """Give the projection for some places: that of a region, or of the world where they are far apart.

    Its middle is that of the places, on the side of the globe where they are: so they may lie on both
    sides of the 180th meridian.
    """
    longitude = _middle([x for x, _ in places])
    latitudes = [y for _, y in places]
    latitude = (min(latitudes) + max(latitudes)) / 2
    far = max(angle((longitude, latitude), place) for place in places)
    if far > _REGION:
        return Projection("equal-earth", longitude, 0.0)
    return Projection("laea", longitude, latitude)


def _middle(longitudes: Sequence[float]) -> float:
    """Give the middle of the shortest part of a circle on which all longitudes lie."""
    turned = sorted({longitude % 360 for longitude in longitudes})
    gaps = [
        (after - before, after) for before, after in zip(turned, [*turned[1:], turned[0] + 360], strict=True)
    ]
    widest, start = max(gaps)
    middle = start + (360 - widest) / 2
    return round((middle + 180) % 360 - 180, 4)


def _azimuthal(longitude: float, latitude: float) -> Callable[[Point], Point]:
    """Lambert's azimuthal equal-area projection (Snyder 24-2 to 24-4)."""
    middle, up = math.radians(longitude), math.radians(latitude)
    sin_up, cos_up, sin, cos, sqrt = math.sin(up), math.cos(up), math.sin, math.cos, math.sqrt

    def project(point: Point) -> Point:
        turn, north = math.radians(point[0]) - middle, math.radians(point[1])
        sin_north, cos_north, cos_turn = sin(north), cos(north), cos(turn)
        near = 1 + sin_up * sin_north + cos_up * cos_north * cos_turn
        k = sqrt(2 / max(near, 1e-9))
        return k * cos_north * sin(turn), -k * (cos_up * sin_north - sin_up * cos_north * cos_turn)

    return project


def _equal_earth(longitude: float) -> Callable[[Point], Point]:
    """Equal Earth (Šavrič, Patterson, Jenny 2018); longitudes within 180 degrees of the middle."""
    a, b, c, d = _A

    def project(point: Point) -> Point:
        t = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(point[1])))
        slope = a + 3 * b * t**2 + t**6 * (7 * c + 9 * d * t**2)
        x = 2 * math.sqrt(3) / 3 * math.radians(point[0] - longitude) * math.cos(t) / slope
        return x, -t * (a + b * t**2 + t**6 * (c + d * t**2))

    return project
