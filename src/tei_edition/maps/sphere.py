"""Points on the globe, taken for a sphere."""

import math

Point = tuple[float, float]
"""Longitude and latitude in degrees, or across and down on a map."""

EARTH = 6371.0
"""The radius of the sphere, in kilometres."""


def angle(one: Point, two: Point) -> float:
    """Give the distance of two points on the globe in radians (haversine formula)."""
    (x1, y1), (x2, y2) = (map(math.radians, point) for point in (one, two))
    half = math.sin((y2 - y1) / 2) ** 2 + math.cos(y1) * math.cos(y2) * math.sin((x2 - x1) / 2) ** 2
    return 2 * math.asin(min(1.0, math.sqrt(half)))


def turned(longitude: float, middle: float) -> float:
    """Give a longitude as the one within 180 degrees of a middle."""
    return (longitude - middle + 180) % 360 - 180 + middle
