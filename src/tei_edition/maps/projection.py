"""Projections of the globe onto the plane that keep areas true: one for regions, one for the world.

Both after J. P. Snyder, Map Projections: A Working Manual (USGS 1987), and, for the world, B. Šavrič,
T. Patterson and B. Jenny, The Equal Earth map projection (2018). Distances are in radians of the sphere:
x to the right, y downwards.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from tei_edition.maps.sphere import Point, Vector, angle, vector

_REGION = math.radians(70)
"""How far from its middle a map of a region reaches at most."""

_A = (1.340264, -0.081106, 0.000893, 0.003796)
"""Coefficients of Equal Earth."""

P = TypeVar("P", Point, Vector, contravariant=True)


class Projecting(Protocol[P]):
    """A function that puts points of the globe on the plane."""

    def __call__(self, points: Iterable[P], /) -> list[Point]:
        """Give the points on the plane."""
        ...


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

    def onto(self, left: float = 0.0, top: float = 0.0, scale: float = 1.0) -> Projecting[Point]:
        """Give the function that puts points of the globe on the plane, moved and made larger.

        On a map of the world their longitudes must be within 180 degrees of the middle's.
        """
        if self.is_world:
            return _equal_earth(self.longitude, left, top, scale)
        region = self.region(left, top, scale)
        return lambda points: region(map(vector, points))

    def region(self, left: float = 0.0, top: float = 0.0, scale: float = 1.0) -> Projecting[Vector]:
        """Give the same function for points as vectors, of the projection for regions."""
        return _azimuthal(self.longitude, self.latitude, left, top, scale)


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


def _azimuthal(
    longitude: float, latitude: float, left: float, top: float, scale: float
) -> Projecting[Vector]:
    """Lambert's azimuthal equal-area projection (Snyder 24-2 to 24-4), of vectors."""
    cos_middle, sin_middle = math.cos(math.radians(longitude)), math.sin(math.radians(longitude))
    cos_up, sin_up, sqrt = math.cos(math.radians(latitude)), math.sin(math.radians(latitude)), math.sqrt

    left, top = left * scale, top * scale

    def project(points: Iterable[Vector]) -> list[Point]:
        plane = []
        for x, y, z in points:
            toward = x * cos_middle + y * sin_middle
            k = sqrt(2 / max(1 + sin_up * z + cos_up * toward, 1e-9)) * scale
            right, up = y * cos_middle - x * sin_middle, cos_up * z - sin_up * toward
            plane.append((k * right - left, -k * up - top))
        return plane

    return project


def _equal_earth(middle: float, left: float, top: float, scale: float) -> Projecting[Point]:
    """Equal Earth (Šavrič, Patterson, Jenny 2018)."""
    a, b, c, d = _A

    def project(points: Iterable[Point]) -> list[Point]:
        plane = []
        for longitude, latitude in points:
            t = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
            slope = a + 3 * b * t**2 + t**6 * (7 * c + 9 * d * t**2)
            x = 2 * math.sqrt(3) / 3 * math.radians(longitude - middle) * math.cos(t) / slope
            plane.append(((x - left) * scale, (-t * (a + b * t**2 + t**6 * (c + d * t**2)) - top) * scale))
        return plane

    return project
