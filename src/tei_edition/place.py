"""A place in a text, as people name it."""

from typing import NamedTuple


class Place(NamedTuple):
    """A line and a column, both from 1, in characters."""

    line: int
    column: int
