"""Put the names of places beside their dots, so that none covers another name or a dot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tei_edition.maps.clip import Box
from tei_edition.maps.sphere import Point

SIZE = 15.0
"""The height of the letters, in the units of the map."""

_LETTER = 0.5
"""The width of a letter beside its height, on average, generously."""

_GAP = 3.0


@dataclass(frozen=True)
class Dot:
    """A place on the map that wants its name beside it."""

    at: Point
    radius: float
    name: str

    @property
    def box(self) -> Box:
        """The box around the dot."""
        (x, y), r = self.at, self.radius
        return Box(x - r, y - r, x + r, y + r)


@dataclass(frozen=True)
class Label:
    """Where a name stands: its base line's point, and which end of it that is (`start`, `middle`, `end`)."""

    at: Point
    anchor: str
    box: Box


def placed(dots: Sequence[Dot], frame: Box, taken: Sequence[Box] = ()) -> list[Label | None]:
    """Give each dot its label, the first dots first; None where there is no room for it."""
    boxes = [*taken, *(dot.box for dot in dots)]
    labels: list[Label | None] = []
    for dot in dots:
        free = (label for label in _around(dot) if _is_free(label.box, frame, boxes, dot.box))
        label = next(free, None)
        labels.append(label)
        if label:
            boxes.append(label.box)
    return labels


def width(name: str) -> float:
    """Estimate how wide a name is."""
    return len(name) * SIZE * _LETTER


def _is_free(box: Box, frame: Box, boxes: Sequence[Box], own: Box) -> bool:
    inside = frame.has((box.left, box.top)) and frame.has((box.right, box.bottom))
    return inside and not any(box.meets(other) for other in boxes if other != own)


def _around(dot: Dot) -> Iterator[Label]:
    """Give the places for a name around a dot, the best first: right, left, above, below, between these."""
    (x, y), off, wide = dot.at, dot.radius + _GAP, width(dot.name)
    near = off * 0.7
    for anchor, dx, dy in (
        ("start", off, SIZE * 0.33),
        ("end", -off, SIZE * 0.33),
        ("start", near, -near),
        ("start", near, near + SIZE * 0.7),
        ("end", -near, -near),
        ("end", -near, near + SIZE * 0.7),
        ("middle", 0.0, -off),
        ("middle", 0.0, off + SIZE * 0.75),
    ):
        start = x + dx - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
        base = y + dy
        box = Box(start, base - SIZE * 0.8, start + wide, base + SIZE * 0.25)
        yield Label((x + dx, base), anchor, box)
