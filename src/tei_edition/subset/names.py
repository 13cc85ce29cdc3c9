"""Sets of element and attribute names: what RELAX NG's name classes stand for (specification, 9.2).

A set is finite or leaves out finitely many names, in each namespace and over all namespaces; such sets are
closed under union and difference.
Two sets are compared name by name on `places`: every name that either mentions, the rest of each namespace
that either mentions, and the rest of all namespaces. Within one place, no set tells two names apart.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, count
from typing import NamedTuple

_Rule = Callable[[bool, bool], bool]
"""Whether a name is in the result, from whether it is in this set and in that."""


class Name(NamedTuple):
    """An expanded name; the namespace "" is none."""

    namespace: str
    local: str


class Place(NamedTuple):
    """One name; or, with no local part, all other names of a namespace; or, with neither, all the rest."""

    namespace: str | None
    local: str | None

    @property
    def is_one(self) -> bool:
        """Whether this is a single name."""
        return self.local is not None

    def key(self) -> tuple[bool, bool, str, str]:
        """Give an order: single names first, the rest of everything last."""
        return (self.local is None, self.namespace is None, self.namespace or "", self.local or "")


class _Space(NamedTuple):
    """The names of one namespace: those listed, or all but those listed."""

    all_but: bool
    listed: frozenset[str]


@dataclass(frozen=True)
class NameSet:
    """A set of names: for some namespaces what is in it, and whether all of the others is."""

    others: bool
    spaces: tuple[tuple[str, _Space], ...]

    def has(self, place: Place) -> bool:
        """Whether a place's names are in the set; the place must be one of `places` of this set."""
        if place.namespace is None:
            return self.others
        space = self._space(place.namespace)
        return (place.local in space.listed) is not space.all_but

    @cached_property
    def only(self) -> Name | None:
        """Give the name in the set if it is of just one."""
        if self.others or len(self.spaces) != 1 or self.spaces[0][1].all_but:
            return None
        names = self.mentioned()
        return names[0] if len(names) == 1 else None

    def or_else(self, other: "NameSet") -> "NameSet":
        """Give the names of both."""
        return self._combined(other, lambda mine, theirs: mine or theirs)

    def but_not(self, other: "NameSet") -> "NameSet":
        """Give the names of this one that the other has not."""
        return self._combined(other, lambda mine, theirs: mine and not theirs)

    def mentioned(self) -> list[Name]:
        """Give the names that the set is described by, in order."""
        return [Name(uri, local) for uri, space in self.spaces for local in sorted(space.listed)]

    def _space(self, namespace: str) -> _Space:
        return self._by_namespace.get(namespace) or _Space(self.others, frozenset())

    @cached_property
    def _by_namespace(self) -> dict[str, _Space]:
        return dict(self.spaces)

    def _combined(self, other: "NameSet", rule: _Rule) -> "NameSet":
        uris = sorted({uri for uri, _ in chain(self.spaces, other.spaces)})
        spaces = ((uri, _merged(self._space(uri), other._space(uri), rule)) for uri in uris)
        return NameSet(rule(self.others, other.others), tuple(spaces))


def just(name: Name) -> NameSet:
    """Give the set of one name."""
    return NameSet(False, ((name.namespace, _Space(False, frozenset([name.local]))),))


def all_of(namespace: str) -> NameSet:
    """Give all names of a namespace."""
    return NameSet(False, ((namespace, _Space(True, frozenset())),))


NONE = NameSet(False, ())
ALL = NameSet(True, ())


def places(sets: Iterable[NameSet]) -> list[Place]:
    """Give the places on which some sets can be compared, single names first."""
    found = {Place(None, None)}
    for one in sets:
        found |= {Place(uri, None) for uri, _ in one.spaces}
        found |= {Place(*name) for name in one.mentioned()}
    return sorted(found, key=Place.key)


def sample(place: Place, taken: Iterable[Name]) -> Name:
    """Give a name of a place that is none of those taken."""
    if place.local is not None and place.namespace is not None:
        return Name(place.namespace, place.local)
    avoid = set(taken)
    uris = {name.namespace for name in avoid}
    namespace = place.namespace
    if namespace is None:
        namespace = next(uri for uri in (f"urn:other-{n}" for n in count(1)) if uri not in uris)
    return next(name for name in (Name(namespace, f"other{n}") for n in count(1)) if name not in avoid)


def _merged(mine: _Space, theirs: _Space, rule: _Rule) -> _Space:
    all_but = rule(mine.all_but, theirs.all_but)
    listed = mine.listed | theirs.listed
    inside = {
        local
        for local in listed
        if rule((local in mine.listed) is not mine.all_but, (local in theirs.listed) is not theirs.all_but)
    }
    return _Space(all_but, frozenset(listed - inside if all_but else inside))
