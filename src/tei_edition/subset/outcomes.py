"""What a search goes through and comes to: goals, states, steps, and outcomes, which are instances."""

from dataclasses import dataclass, field
from typing import NamedTuple

from tei_edition.subset.expressions import Expression, Leaf
from tei_edition.subset.names import Name, Place
from tei_edition.subset.patterns import Single
from tei_edition.subset.strings import Alternatives


class Doubt(NamedTuple):
    """What could not be decided: whether all that one allows of a text, one of the others allows."""

    single: Single
    others: Alternatives
    attribute: Name | None


@dataclass(eq=False)
class Goal:
    """A content of the lesser schema, and those of the greater that it is compared with."""

    left: Expression
    rights: tuple[Expression, ...]
    places: list[Place]
    gone: list[frozenset[Leaf]]
    """The attributes that cannot come any more once so many places have been gone through."""
    seen: dict["State", set[Doubt | None]] = field(default_factory=dict)
    outcomes: list["Outcome"] = field(default_factory=list)
    waiting: list["Waiting"] = field(default_factory=list)

    @property
    def mentioned(self) -> list[Name]:
        """The attributes that are gone through one by one."""
        return [Name(p.namespace or "", p.local) for p in self.places if p.local is not None]


class State(NamedTuple):
    """How far a goal's instance has come: its stage, what may follow, and whether an element was met."""

    stage: int
    left: Expression
    rights: tuple[Expression, ...]
    inside: bool


@dataclass(frozen=True, eq=False)
class Present:
    """An attribute was met, with a text; `known` says whether any greater pattern has it here."""

    name: Name
    text: str
    single: Single
    known: bool


@dataclass(frozen=True, eq=False)
class Absent:
    """An attribute was not met."""

    place: Place


@dataclass(frozen=True, eq=False)
class Child:
    """An element was met."""

    name: Name
    outcome: "Outcome"


@dataclass(frozen=True, eq=False)
class Words:
    """Text was met, among elements."""


Step = Present | Absent | Child | Words


@dataclass(frozen=True, eq=False)
class Item:
    """A state that was reached, the step that reached it, and the first doubt on the way."""

    goal: Goal
    state: State
    cost: int
    doubt: Doubt | None = None
    before: "Item | None" = None
    step: Step | None = None

    def way(self) -> list["Item"]:
        """Give the states that led here, and this one, in order."""
        found = []
        item: Item | None = self
        while item is not None:
            found.append(item)
            item = item.before
        return found[::-1]

    def attributes(self) -> list[Name]:
        """Give the attributes that were met."""
        return [item.step.name for item in self.way() if isinstance(item.step, Present)]


@dataclass(frozen=True, eq=False)
class Outcome:
    """An instance of a goal's lesser content, which just these of the greater contents allow."""

    goal: Goal
    allowing: frozenset[int]
    cost: int
    doubt: Doubt | None
    last: Item
    whole: str | None = None
    """The text that is the whole content, if there is no element in it."""

    def items(self) -> list[Item]:
        """Give the states that the instance went through, in order."""
        return self.last.way()


class Waiting(NamedTuple):
    """A state that goes on when an instance of a child's goal is found."""

    item: Item
    name: Name
    rest: Expression
    candidates: tuple[tuple[Leaf, int], ...]
    """Greater elements of the child's name, and the number of each one's content in the child's goal."""
