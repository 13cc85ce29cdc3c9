"""Look for the smallest document that one schema allows and another does not.

A goal is a pair: the content of one element of the lesser schema, and the contents of all elements of the
greater one that could stand in its place. Its outcomes say which of those allow the same instance; an outcome
that none allows, of the goal of the start patterns, is a counter-example.
The lesser content is followed one way at a time (partial derivatives), the greater ones in all ways at once
(derivatives by the set of patterns that allow what was met), so that a greater schema in which one name has
several definitions is treated exactly (as in the inclusion of tree automata by determinising one side).

Outcomes are built from the smallest instances up, cheapest first (Knuth, "A generalization of Dijkstra's
algorithm", 1977). Where nothing more can be built and no counter-example was, there is none: schemas that
refer to themselves need no further care.

Attributes are gone through name by name, each there or not, before the content (Clark's method takes them in
the order of the document).
"""

from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from itertools import count

from tei_edition.subset.expressions import Expression, Leaf
from tei_edition.subset.names import Name, NameSet, Place, just, places, sample
from tei_edition.subset.outcomes import (
    Absent,
    Child,
    Doubt,
    Goal,
    Item,
    Outcome,
    Present,
    State,
    Waiting,
    Words,
)
from tei_edition.subset.patterns import Attribute, Element, Single, Text
from tei_edition.subset.pool import Pool, TooLargeError
from tei_edition.subset.strings import Alternatives, Strings

MOST_STEPS = 300_000
"""Steps of one search. The edition's schema against the whole of TEI takes 4,000."""

_ELEMENT, _ATTRIBUTE, _TEXT = 10, 5, 3
"""What an instance costs, beside the length of its texts."""


class Search:
    """One comparison of two start patterns."""

    def __init__(self, pool: Pool, strings: Strings, left: Expression, right: Expression) -> None:
        """Prepare to compare a lesser start pattern with a greater one."""
        self._pool = pool
        self._strings = strings
        self._heap: list[tuple[int, int, Item | Outcome]] = []
        self._numbers = count()
        self._goals: dict[tuple[Expression, tuple[Expression, ...]], Goal] = {}
        self._elements: set[Leaf] = set()
        self._beginnings: dict[Expression, tuple[dict[Name, list[Leaf]], list[Leaf]]] = {}
        self._words = frozenset([pool.leaf(Text())])
        self._root = self._goal(left, (right,), is_root=True)
        self.doubts: list[Outcome] = []
        """Documents of which it is not known whether the greater schema allows them: one for each doubt."""

    @property
    def pairs(self) -> int:
        """How many pairs of contents were compared."""
        return sum(bool(goal.rights) for goal in self._goals.values()) - 1

    @property
    def elements(self) -> int:
        """How many elements of the lesser schema were compared."""
        return len(self._elements)

    def run(self) -> Outcome | None:
        """Give a smallest counter-example; raises `TooLargeError` where the search is given up."""
        while self._heap:
            _, _, found = heappop(self._heap)
            if isinstance(found, Item):
                self._go_on(found)
            elif self._is_new(found):
                if found.goal is self._root and not found.allowing:
                    if found.doubt is None:
                        return found
                    self.doubts.append(found)
                for waiting in found.goal.waiting:
                    self._resume(waiting, found)
        return None

    def _goal(self, left: Expression, rights: tuple[Expression, ...], is_root: bool = False) -> Goal:
        goal = self._goals.get((left, rights))
        if goal is None:
            ours, theirs = self._attributes([left]), self._attributes(rights)
            known = places(one.names for _, one in [*ours, *theirs])
            here = _in_order(known, [one.names for _, one in ours])
            last = {
                leaf: max((n for n, place in enumerate(here) if one.names.has(place)), default=-1)
                for leaf, one in [*ours, *theirs]
            }
            gone = [frozenset(leaf for leaf in last if last[leaf] < n) for n in range(len(here) + 1)]
            goal = self._goals[left, rights] = Goal(left, rights, here, gone)
            stage = 1 if is_root else 0
            self._push(Item(goal, self._state(goal, stage, left, rights, False), 0))
        return goal

    def _attributes(self, nodes: Iterable[Expression]) -> list[tuple[Leaf, Attribute]]:
        leaves = dict.fromkeys(leaf for node in nodes for leaf in self._pool.leaves(node))
        return [(leaf, leaf.payload) for leaf in leaves if isinstance(leaf.payload, Attribute)]

    def _state(
        self, goal: Goal, stage: int, left: Expression, rights: tuple[Expression, ...], inside: bool
    ) -> State:
        gone = goal.gone[min(stage, len(goal.places))]
        without = self._pool.without
        return State(stage, without(left, gone), tuple(without(right, gone) for right in rights), inside)

    def _push(self, thing: Item | Outcome) -> None:
        if isinstance(thing, Outcome) or not self._is_idle(thing):
            number = next(self._numbers)
            if number > MOST_STEPS:
                raise TooLargeError
            heappush(self._heap, (thing.cost, number, thing))

    def _is_idle(self, item: Item) -> bool:
        """Whether a state leads nowhere, or was reached before as cheaply."""
        doubts = item.goal.seen.get(item.state, ())
        return item.state.left is self._pool.not_allowed or None in doubts or item.doubt in doubts

    def _is_new(self, outcome: Outcome) -> bool:
        """Keep an outcome unless a smaller instance says as much."""
        known = outcome.goal.outcomes
        if any(o.allowing <= outcome.allowing and o.doubt in (None, outcome.doubt) for o in known):
            return False
        known.append(outcome)
        return True

    def _go_on(self, item: Item) -> None:
        if self._is_idle(item):
            return
        item.goal.seen.setdefault(item.state, set()).add(item.doubt)
        places_left = len(item.goal.places) - item.state.stage
        if places_left > 0:
            self._attribute(item)
            return
        if places_left == 0:
            self._whole(item)
        self._content(item)

    def _attribute(self, item: Item) -> None:
        """Go on without the next attribute, and with it: for each state that follows, in the cheapest way."""
        ways: dict[tuple[State, Doubt | None], Item] = {}
        for way in [self._absent(item), *self._present(item)]:
            known = ways.setdefault((way.state, way.doubt), way)
            if way.cost < known.cost:
                ways[way.state, way.doubt] = way
        for way in ways.values():
            self._push(way)

    def _absent(self, item: Item) -> Item:
        goal, (stage, left, rights, _) = item.goal, item.state
        state = self._state(goal, stage + 1, left, rights, False)
        return Item(goal, state, item.cost, item.doubt, item, Absent(goal.places[stage]))

    def _present(self, item: Item) -> Iterator[Item]:
        goal, (stage, left, rights, _) = item.goal, item.state
        place = goal.places[stage]
        after = stage + 1 if place.is_one else stage
        name = sample(place, [*goal.mentioned, *item.attributes()])
        theirs = [(leaf, one) for leaf, one in self._attributes(rights) if one.names.has(place)]
        others = tuple(self._strings.alternatives(one.value) for _, one in theirs)
        for leaf, one in self._attributes([left]):
            if not one.names.has(place):
                continue
            rest = self._pool.derive(left, frozenset([leaf]), ordered=False)
            for single, text, allowing, doubt in self._divided(one.value, others, name):
                letter = frozenset(theirs[n][0] for n in allowing)
                further = tuple(self._pool.derive(right, letter, ordered=False) for right in rights)
                state = self._state(goal, after, rest, further, False)
                cost = item.cost + _ATTRIBUTE + len(text)
                step = Present(name, text, single, bool(theirs))
                yield Item(goal, state, cost, item.doubt or doubt, item, step)

    def _divided(
        self, value: Expression, others: tuple[Alternatives, ...], name: Name | None = None
    ) -> Iterator[tuple[Single, str, frozenset[int], Doubt | None]]:
        """Give texts of a value, one for each set of others that allow it."""
        for single in self._strings.alternatives(value):
            for division in self._strings.divide(single, others):
                denying = (one for n, one in enumerate(others) if n not in division.allowing)
                doubt = None
                if division.text is None:
                    doubt = Doubt(single, tuple(dict.fromkeys(o for one in denying for o in one)), name)
                yield single, division.text or "", division.allowing, doubt

    def _whole(self, item: Item) -> None:
        """Take a text as the whole content."""
        others = tuple(self._strings.alternatives(right) for right in item.state.rights)
        for _, text, allowing, doubt in self._divided(item.state.left, others):
            cost = item.cost + (_TEXT + len(text) if text else 0)
            self._push(Outcome(item.goal, allowing, cost, item.doubt or doubt, item, text))

    def _content(self, item: Item) -> None:
        """Go on with each element or text that may come next, or end here."""
        goal, (_, left, rights, inside) = item.goal, item.state
        if inside and left.nullable:
            allowing = frozenset(n for n, right in enumerate(rights) if right.nullable)
            self._push(Outcome(goal, allowing, item.cost, item.doubt, item))
        for leaf, rest in self._pool.partials(left):
            if isinstance(leaf.payload, Text):
                further = tuple(self._pool.derive(right, self._words) for right in rights)
                state = State(len(goal.places) + 1, rest, further, inside)
                self._push(Item(goal, state, item.cost + _TEXT, item.doubt, item, Words()))
            elif isinstance(leaf.payload, Element):
                self._elements.add(leaf)
                self._child(item, leaf.payload, rest)

    def _child(self, item: Item, element: Element, rest: Expression) -> None:
        rights = item.state.rights
        for name, place in self._places(element.names, rights):
            leaves = dict.fromkeys(leaf for right in rights for leaf in self._named(right, name, place))
            named = [(leaf, leaf.payload.content) for leaf in leaves if isinstance(leaf.payload, Element)]
            contents = sorted({content for _, content in named}, key=lambda content: content.serial)
            candidates = tuple((leaf, contents.index(content)) for leaf, content in named)
            goal = self._goal(element.content, tuple(contents))
            waiting = Waiting(item, name, rest, candidates)
            goal.waiting.append(waiting)
            for outcome in goal.outcomes:
                self._resume(waiting, outcome)

    def _resume(self, waiting: Waiting, outcome: Outcome) -> None:
        item = waiting.item
        letter = frozenset(leaf for leaf, number in waiting.candidates if number in outcome.allowing)
        further = tuple(self._pool.derive(right, letter) for right in item.state.rights)
        state = State(len(item.goal.places) + 1, waiting.rest, further, True)
        cost = item.cost + outcome.cost + _ELEMENT
        step = Child(waiting.name, outcome)
        self._push(Item(item.goal, state, cost, item.doubt or outcome.doubt, item, step))

    def _places(self, mine: NameSet, rights: tuple[Expression, ...]) -> list[tuple[Name, Place]]:
        """Give one name for each way in which names can belong to what the greater patterns begin with."""
        if mine.only:
            return [(mine.only, Place(*mine.only))]
        sets = [mine]
        for right in rights:
            single, several = self._begins(right)
            sets += [just(name) for name in single]
            sets += [leaf.payload.names for leaf in several if isinstance(leaf.payload, Element)]
        mentioned = [name for one in sets for name in one.mentioned()]
        return [(sample(place, mentioned), place) for place in places(sets) if mine.has(place)]

    def _named(self, right: Expression, name: Name, place: Place) -> list[Leaf]:
        """Give the elements of a name that a pattern can begin with."""
        single, several = self._begins(right)
        wide = [one for one in several if isinstance(one.payload, Element) and one.payload.names.has(place)]
        return single.get(name, []) + wide

    def _begins(self, right: Expression) -> tuple[dict[Name, list[Leaf]], list[Leaf]]:
        """Give the elements that a pattern can begin with: by their one name, and those of several."""
        found = self._beginnings.get(right)
        if found is None:
            single: dict[Name, list[Leaf]] = {}
            several: list[Leaf] = []
            for leaf in self._pool.firsts(right):
                if isinstance(leaf.payload, Element):
                    only = leaf.payload.names.only
                    (single.setdefault(only, []) if only else several).append(leaf)
            found = self._beginnings[right] = (single, several)
        return found


def _in_order(known: list[Place], sets: list[NameSet]) -> list[Place]:
    """Give the places that some sets have, in the order of the sets: alternatives stay near one another."""
    first = {place: next((n for n, one in enumerate(sets) if one.has(place)), -1) for place in known}
    return sorted(
        (place for place in known if first[place] >= 0), key=lambda place: (not place.is_one, first[place])
    )
