"""Points on the globe, taken for a sphere."""

import math
from dataclasses import dataclass

Point = tuple[float, float]
"""Longitude and latitude in degrees, or across and down on a map."""

EARTH = 6371.0
"""The radius of the sphere, in kilometres."""

Vector = tuple[float, float, float]
"""A point on the globe as a vector of length 1 from its centre: to 0° 0°, to 90° E, to the pole."""


@dataclass(frozen=True)
class Circle:
    """A circle on the globe: its middle, and its radius in radians of the sphere."""

    middle: Vector
    reach: float

    def meets(self, other: "Circle") -> bool:
        """Say whether two circles have a point in common."""
        return between(self.middle, other.middle) <= self.reach + other.reach


def vector(point: Point) -> Vector:
    """Give a point on the globe as a vector."""
    east, north = math.radians(point[0]), math.radians(point[1])
    level = math.cos(north)
    return level * math.cos(east), level * math.sin(east), math.sin(north)


def between(one: Vector, two: Vector) -> float:
    """Give the distance of two points on the globe in radians."""
    return 2 * math.asin(min(1.0, math.dist(one, two) / 2))


def angle(one: Point, two: Point) -> float:
    """Give the distance of two points on the globe in radians."""
    return between(vector(one), vector(two))


def turned(longitude: float, middle: float) -> float:
    """Give a longitude as the one within 180 degrees of a middle."""
    return (longitude - middle + 180) % 360 - 180 + middle
