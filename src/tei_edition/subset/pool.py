"""Make expressions, simplified and each one once, and find their derivatives.

The method is Brzozowski's ("Derivatives of regular expressions", 1964) as James Clark applied it to RELAX NG
("An algorithm for RELAX NG validation", 2002), interleaving included; `partials` are Antimirov's partial
derivatives (1996). Equal expressions are one object, so that their derivatives are finitely many and are
found once.
"""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar, cast

from tei_edition.subset.expressions import (
    BLANKS,
    Both,
    Choice,
    Collapsed,
    Empty,
    Expression,
    Group,
    Interleave,
    Leaf,
    Not,
    NotAllowed,
    Repeat,
    parts_of,
)

LARGEST_POOL = 1_000_000
"""Expressions, and parts of expressions, in one comparison. The edition's schema and TEI's need 30,000."""


Letter = str | frozenset[Leaf]
"""What a derivative is taken by: a character, or something that just these leaves allow."""

Partial = tuple[Leaf, Expression]
"""A way to begin: a leaf, and what may follow it."""

_E = TypeVar("_E", bound=Expression)


class TooLargeError(Exception):
    """A comparison outgrew its limit; what it was to prove is not proved."""


class Pool:
    """Makes expressions, and finds their derivatives."""

    def __init__(self) -> None:
        """Start with the two constants."""
        self._made: dict[Hashable, Expression] = {}
        self._size = 0
        self._derivatives: dict[tuple[Expression, Letter, bool], Expression] = {}
        self._partials: dict[Expression, tuple[Partial, ...]] = {}
        self._firsts: dict[Expression, dict[Leaf, None]] = {}
        self._remaining: dict[tuple[Expression, frozenset[Leaf]], Expression] = {}
        self._leaves: dict[Expression, dict[Leaf, None]] = {}
        self.not_allowed = self._make(NotAllowed, False)
        self.empty = self._make(Empty, True)
        self.anything = self._make(Not, True, self.not_allowed)

    def _make(self, kind: type[_E], nullable: bool, *fields: Hashable) -> _E:
        key = (kind, *fields)
        found = self._made.get(key)
        if found is None:
            self._size += 1 + sum(len(each) for each in fields if isinstance(each, tuple))
            if self._size > LARGEST_POOL:
                raise TooLargeError
            found = self._made[key] = kind(len(self._made), nullable, *fields)
        return cast(_E, found)

    def leaf(self, payload: Hashable) -> Leaf:
        """Give the leaf of a payload, the same one for equal payloads."""
        return self._make(Leaf, False, payload)

    def choice(self, *parts: Expression) -> Expression:
        """Give one of the parts; their order and repetition do not matter."""
        flat = _flat(Choice, parts)
        if self.anything in flat or any(isinstance(p, Not) and p.inner in flat for p in flat):
            return self.anything
        flat.pop(self.not_allowed, None)
        if self.empty in flat and sum(part.nullable for part in flat) > 1:
            del flat[self.empty]
        if len(flat) < 2:
            return next(iter(flat), self.not_allowed)
        return self._make(Choice, any(part.nullable for part in flat), _ordered(flat))

    def group(self, *parts: Expression) -> Expression:
        """Give the parts one after the other."""
        flat: list[Expression] = []
        for part in parts:
            flat += part.parts if isinstance(part, Group) else (part,)
        return self._several(Group, [part for part in flat if part is not self.empty])

    def interleave(self, *parts: Expression) -> Expression:
        """Give the parts mixed; their order does not matter."""
        flat: list[Expression] = []
        for part in parts:
            flat += part.parts if isinstance(part, Interleave) else (part,)
        kept = (part for part in flat if part is not self.empty)
        return self._several(Interleave, sorted(kept, key=lambda part: part.serial))

    def _several(self, kind: type[Group] | type[Interleave], parts: list[Expression]) -> Expression:
        if self.not_allowed in parts:
            return self.not_allowed
        if len(parts) < 2:
            return parts[0] if parts else self.empty
        return self._make(kind, all(part.nullable for part in parts), tuple(parts))

    def optional(self, part: Expression) -> Expression:
        """Give the part or nothing."""
        return self.choice(self.empty, part)

    def repeat(self, part: Expression, least: int = 0, most: int | None = None) -> Expression:
        """Give the part at least and at most so often; `None` is without end."""
        if most == 0 or part is self.empty:
            return self.empty
        if part is self.not_allowed:
            return self.not_allowed if least else self.empty
        optional = least == 0 or part.nullable
        if isinstance(part, Choice):
            part = self.choice(*(one for one in part.parts if one is not self.empty))
        least = 1 if optional else least
        endless = isinstance(part, Repeat) and part.least == 1 and part.most is None
        if least != 1 or not (most == 1 or (most is None and endless)):
            part = self._make(Repeat, part.nullable, part, least, most)
        return self.optional(part) if optional else part

    def both(self, *parts: Expression) -> Expression:
        """Give what all parts allow."""
        flat = _flat(Both, parts)
        flat.pop(self.anything, None)
        if self.not_allowed in flat or any(isinstance(p, Not) and p.inner in flat for p in flat):
            return self.not_allowed
        if len(flat) < 2:
            return next(iter(flat), self.anything)
        return self._make(Both, all(part.nullable for part in flat), _ordered(flat))

    def no(self, part: Expression) -> Expression:
        """Give what the part does not allow."""
        return part.inner if isinstance(part, Not) else self._make(Not, not part.nullable, part)

    def collapsed(self, part: Expression, begun: bool = False, owed: bool = False) -> Expression:
        """Give all texts that the part allows once their white space is collapsed."""
        if part in (self.not_allowed, self.anything):
            return part
        return self._make(Collapsed, part.nullable, part, begun, owed)

    def rebuilt(self, node: Expression, leaf: Callable[[Leaf], Expression]) -> Expression:
        """Give the expression with each leaf replaced."""
        done: dict[Expression, Expression] = {}

        def of(one: Expression) -> Expression:
            if one not in done:
                done[one] = leaf(one) if isinstance(one, Leaf) else self._mapped(one, of)
            return done[one]

        return of(node)

    def _mapped(self, node: Expression, of: Callable[[Expression], Expression]) -> Expression:
        match node:
            case Choice():
                return self.choice(*map(of, node.parts))
            case Group():
                return self.group(*map(of, node.parts))
            case Interleave():
                return self.interleave(*map(of, node.parts))
            case Both():
                return self.both(*map(of, node.parts))
            case Repeat():
                return self.repeat(of(node.inner), node.least, node.most)
            case Not():
                return self.no(of(node.inner))
            case Collapsed():
                return self.collapsed(of(node.inner), node.begun, node.owed)
        return node

    def leaves(self, node: Expression) -> Iterable[Leaf]:
        """Give the leaves of an expression, each once, in the order of their first places."""
        return self._leaves_of(node)

    def _leaves_of(self, node: Expression) -> dict[Leaf, None]:
        found = self._leaves.get(node)
        if found is None:
            found = {node: None} if isinstance(node, Leaf) else {}
            for part in parts_of(node):
                found |= self._leaves_of(part)
            self._leaves[node] = found
        return found

    def derive(self, node: Expression, letter: Letter, ordered: bool = True) -> Expression:
        """Give what may follow after a letter; without order (attributes), what remains beside it."""
        if isinstance(letter, frozenset):
            inside = self._leaves_of(node)
            if not any(leaf in inside for leaf in letter):
                return self.not_allowed
        key = (node, letter, ordered)
        found = self._derivatives.get(key)
        if found is None:
            found = self._derivatives[key] = self._derived(node, letter, ordered)
        return found

    def _derived(self, node: Expression, letter: Letter, ordered: bool) -> Expression:
        match node:
            case Leaf():
                return self.empty if _takes(node, letter) else self.not_allowed
            case Choice():
                return self.choice(*(self.derive(part, letter, ordered) for part in node.parts))
            case Group() | Interleave():
                places = self._places(node, ordered)
                return self.choice(*(self._instead(node, n, letter, ordered) for n in places))
            case Repeat():
                first = self.derive(node.inner, letter, ordered)
                return self.group(first, self._once_less(node)) if first is not self.not_allowed else first
            case Both():
                return self.both(*(self.derive(part, letter) for part in node.parts))
            case Not():
                return self.no(self.derive(node.inner, letter))
            case Collapsed():
                return self._collapsed_derived(node, letter)
        return self.not_allowed

    def _collapsed_derived(self, node: Collapsed, letter: Letter) -> Expression:
        if isinstance(letter, str) and letter in BLANKS:
            return self.collapsed(node.inner, node.begun, node.begun)
        inner = self.derive(node.inner, " ") if node.owed else node.inner
        return self.collapsed(self.derive(inner, letter), True)

    def _instead(self, node: Group | Interleave, n: int, letter: Letter, ordered: bool) -> Expression:
        derived = self.derive(node.parts[n], letter, ordered)
        return derived if derived is self.not_allowed else self._put(node, n, derived, ordered)

    def _put(self, node: Group | Interleave, n: int, part: Expression, ordered: bool) -> Expression:
        if isinstance(node, Interleave):
            return self.interleave(*node.parts[:n], part, *node.parts[n + 1 :])
        return self.group(*(() if ordered else node.parts[:n]), part, *node.parts[n + 1 :])

    def _places(self, node: Group | Interleave, ordered: bool) -> range:
        """Say which parts can come first."""
        if not ordered or isinstance(node, Interleave):
            return range(len(node.parts))
        needed = (n for n, part in enumerate(node.parts) if not part.nullable)
        return range(next(needed, len(node.parts) - 1) + 1)

    def _once_less(self, node: Repeat) -> Expression:
        return self.repeat(node.inner, node.least - 1, None if node.most is None else node.most - 1)

    def partials(self, node: Expression) -> tuple[Partial, ...]:
        """Give all ways to begin: a leaf, and what may follow it."""
        found = self._partials.get(node)
        if found is None:
            found = self._partials[node] = tuple(dict.fromkeys(self._begun(node)))
        return found

    def _begun(self, node: Expression) -> Iterable[Partial]:
        match node:
            case Leaf():
                yield node, self.empty
            case Choice():
                for part in node.parts:
                    yield from self.partials(part)
            case Group() | Interleave():
                for n in self._places(node, True):
                    for leaf, rest in self.partials(node.parts[n]):
                        yield leaf, self._put(node, n, rest, True)
            case Repeat():
                for leaf, rest in self.partials(node.inner):
                    yield leaf, self.group(rest, self._once_less(node))

    def firsts(self, node: Expression) -> Iterable[Leaf]:
        """Give the leaves that an expression can begin with, each once."""
        found = self._firsts.get(node)
        if found is None:
            inner = parts_of(node)
            if isinstance(node, Group):
                inner = tuple(node.parts[n] for n in self._places(node, True))
            found = {node: None} if isinstance(node, Leaf) else {}
            for part in inner:
                found |= dict.fromkeys(self.firsts(part))
            self._firsts[node] = found
        return found

    def without(self, node: Expression, gone: frozenset[Leaf]) -> Expression:
        """Give what an expression allows if none of some leaves is there."""
        if isinstance(node, Leaf):
            return self.not_allowed if node in gone else node
        if gone.isdisjoint(self._leaves_of(node)):
            return node
        found = self._remaining.get((node, gone))
        if found is None:
            found = self._mapped(node, lambda part: self.without(part, gone))
            self._remaining[node, gone] = found
        return found


def _takes(leaf: Leaf, letter: Letter) -> bool:
    return letter in cast("frozenset[str]", leaf.payload) if isinstance(letter, str) else leaf in letter


def _flat(kind: type[Choice] | type[Both], parts: Iterable[Expression]) -> dict[Expression, None]:
    flat: dict[Expression, None] = {}
    for part in parts:
        flat.update(dict.fromkeys(part.parts if isinstance(part, kind) else (part,)))
    return flat


def _ordered(parts: Iterable[Expression]) -> tuple[Expression, ...]:
    return tuple(sorted(parts, key=lambda part: part.serial))
