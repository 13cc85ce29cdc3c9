"""Regular expressions over leaves of any kind.

One algebra serves content models (leaves: elements, attributes, text), lists (leaves: datatypes) and
datatypes (leaves: sets of characters). Expressions are made by a `Pool`.
"""

from collections.abc import Hashable
from dataclasses import dataclass

BLANKS = "\t\n\r "


@dataclass(frozen=True, eq=False, slots=True)
class Expression:
    """Any expression; `nullable` says whether it allows nothing, `serial` puts expressions in order."""

    serial: int
    nullable: bool


@dataclass(frozen=True, eq=False, slots=True)
class NotAllowed(Expression):
    """Nothing is allowed, not even nothing."""


@dataclass(frozen=True, eq=False, slots=True)
class Empty(Expression):
    """Only nothing is allowed."""


@dataclass(frozen=True, eq=False, slots=True)
class Leaf(Expression):
    """One of something."""

    payload: Hashable


@dataclass(frozen=True, eq=False, slots=True)
class Choice(Expression):
    """One of the parts."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Group(Expression):
    """The parts, in this order."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Interleave(Expression):
    """The parts, each in its own order, mixed in any way."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Repeat(Expression):
    """The inner expression at least `least` (one or more) times, at most `most`."""

    inner: Expression
    least: int
    most: int | None


@dataclass(frozen=True, eq=False, slots=True)
class Both(Expression):
    """What all parts allow."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Not(Expression):
    """What the inner expression does not allow."""

    inner: Expression


@dataclass(frozen=True, eq=False, slots=True)
class Collapsed(Expression):
    """Text whose white space, once collapsed (XML Schema, part 2, 4.3.6), the inner expression allows."""

    inner: Expression
    begun: bool
    owed: bool
    """White space was read after something: it counts as one space if something follows."""


def parts_of(node: Expression) -> tuple[Expression, ...]:
    """Give the expressions that one is made of."""
    match node:
        case Choice() | Group() | Interleave() | Both():
            return node.parts
        case Repeat() | Not() | Collapsed():
            return (node.inner,)
    return ()
