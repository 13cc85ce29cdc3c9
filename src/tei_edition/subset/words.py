"""Say in one sentence what an outcome of the search shows, and where."""

from dataclasses import dataclass

from tei_edition.markup import XML
from tei_edition.subset.expressions import Expression, Leaf, NotAllowed
from tei_edition.subset.names import Name, Place, sample
from tei_edition.subset.outcomes import Absent, Child, Doubt, Item, Outcome, Present, Step, Words
from tei_edition.subset.patterns import Attribute, Blank, Data, Element, ListOf, Single, Text, Value
from tei_edition.subset.pool import Pool

_MOST_SHOWN = 60
_MOST_NAMED = 4


@dataclass(frozen=True)
class Speaker:
    """Speaks of two schemas by their names, and of the expressions of a pool."""

    pool: Pool
    lesser: str
    greater: str

    def refusal(self, outcome: Outcome) -> tuple[tuple[str, ...], str]:
        """Say which elements lead to where the greater schema gives up, and what it does not allow there."""
        path, last, n = _way(outcome)
        items = last.items()
        step = items[n].step if n < len(items) else None
        whose = f"`{_shown(path[-1])}`{self._conditions(items[1:n])}" if path else "The root"
        what = self._what(last, n, step, path)
        fails = "more must follow" if step is None and last.whole is None else "it may not"
        sentence = f"{whose} may {what} in {self.lesser}; in {self.greater} {fails}."
        return tuple(map(_shown, path)), sentence

    def doubt(self, outcome: Outcome, doubt: Doubt) -> tuple[tuple[str, ...], str]:
        """Say where it could not be decided whether one type allows all that another allows."""
        path = tuple(map(_shown, _way_to_doubt(outcome)))
        what = f"attribute `{_shown(doubt.attribute)}`" if doubt.attribute else "text"
        mine, theirs = self._type(doubt.single), [self._type(one) for one in doubt.others]
        sentence = f"The {what} of `{path[-1]}` is {mine} in {self.lesser}"
        if not theirs:
            return path, f"{sentence}; no such text is known here, so that what goes with it was not tried."
        return path, f"{sentence} and {_or(theirs)} in {self.greater}."

    def _what(self, outcome: Outcome, n: int, step: Step | None, path: list[Name]) -> str:
        match step:
            case Absent(place):
                return f"be without the attribute `{_attribute(place)}`"
            case Present(name, text, _, known):
                value = f' with the value "{_cut(text)}"' if known else ""
                return f"have the attribute `{_shown(name)}`{value}"
            case Child(name):
                return self._child(outcome, n, name, path)
            case Words():
                return f"hold text{_after(outcome, n) or ' among its elements'}"
        if outcome.whole is None:
            return f"end{_after(outcome, n)}"
        return f'hold the text "{_cut(outcome.whole)}"' if outcome.whole else "be empty"

    def _child(self, outcome: Outcome, n: int, name: Name, path: list[Name]) -> str:
        """Name an element, and its place if it is only the place that is wrong."""
        shown = f"`{_shown(name)}`"
        if not path or path[-1].namespace != name.namespace:
            shown += f' of the namespace "{name.namespace}"' if name.namespace else " of no namespace"
        if not path:
            return f"be {shown}"
        if not any(self._can_hold(right, name) for right in outcome.goal.rights):
            return f"hold {shown}"
        after = _after(outcome, n)
        return f"hold {shown}{after}" if after else f"begin with {shown}"

    def _can_hold(self, node: Expression, name: Name) -> bool:
        elements = (leaf.payload for leaf in self.pool.leaves(node) if isinstance(leaf.payload, Element))
        return any(element.names.only == name for element in elements)

    def _conditions(self, items: list[Item]) -> str:
        """Name the attributes, there or not, on which it depends what else the greater schema allows."""
        found = []
        for item in items:
            match item.step:
                case Present(name, text) if self._matters(item, name):
                    found.append(f'with the attribute `{_shown(name)}` "{_cut(text)}"')
                case Absent(place) if self._matters(item, sample(place, ())):
                    found.append(f"without the attribute `{_attribute(place)}`")
        return f" {' and '.join(found)}" if found else ""

    def _matters(self, item: Item, name: Name) -> bool:
        """Whether more follows from an attribute than that it cannot come again."""
        if item.before is None or name not in item.goal.mentioned:
            return False
        pairs = zip(item.before.state.rights, item.state.rights, strict=True)
        return any(self._passed(before, name) is not after for before, after in pairs)

    def _passed(self, node: Expression, name: Name) -> Expression:
        def passed(leaf: Leaf) -> Expression:
            attribute = leaf.payload
            is_it = isinstance(attribute, Attribute) and attribute.names.only == name
            return self.pool.empty if is_it else leaf

        return self.pool.rebuilt(node, passed)

    def _type(self, single: Single) -> str:
        match single:
            case Text():
                return "any text"
            case Blank():
                return "no text"
            case Data(_, kind, facets, excluded):
                limits = " and ".join(f'{name} "{_cut(limit)}"' for name, limit in facets)
                return f"{kind}{' with ' if limits else ''}{limits}{' less some' if excluded else ''}"
            case Value(_, kind, text):
                return f'"{_cut(text)}"' + ("" if kind in ("token", "string") else f" as {kind}")
            case ListOf(tokens):
                parts = (leaf.payload for leaf in self.pool.leaves(tokens))
                return f"a list of {_or([self._type(part) for part in parts if isinstance(part, Single)])}"


def _way(outcome: Outcome) -> tuple[list[Name], Outcome, int]:
    """Give the elements that lead to where no greater pattern can go on, what is there, and at which step."""
    path: list[Name] = []
    while True:
        items = outcome.items()
        n = next((n for n, item in enumerate(items) if item.step and _is_dead(item)), len(items))
        step = items[n].step if n < len(items) else None
        if not (isinstance(step, Child) and step.outcome.goal.rights and not step.outcome.allowing):
            return path, outcome, n
        path.append(step.name)
        outcome = step.outcome


def _way_to_doubt(outcome: Outcome) -> list[Name]:
    path: list[Name] = []
    while True:
        step = next((item.step for item in outcome.items() if item.doubt), None)
        if not isinstance(step, Child):
            return path
        path.append(step.name)
        outcome = step.outcome


def _is_dead(item: Item) -> bool:
    return all(isinstance(right, NotAllowed) for right in item.state.rights)


def _after(outcome: Outcome, n: int) -> str:
    before = [item.step for item in outcome.items()[:n] if isinstance(item.step, Child | Words)]
    if not before:
        return ""
    last = before[-1]
    return f" after `{_shown(last.name)}`" if isinstance(last, Child) else " after text"


def _attribute(place: Place) -> str:
    return _shown(sample(place, ()))


def _shown(name: Name) -> str:
    return f"xml:{name.local}" if name.namespace == XML else name.local


def _cut(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else text[:_MOST_SHOWN] + "…"


def _or(parts: list[str]) -> str:
    """Name some things and count the rest."""
    shown = parts if len(parts) <= _MOST_NAMED else [*parts[:_MOST_NAMED], f"{len(parts) - _MOST_NAMED} more"]
    return " or ".join(shown) or "nothing"
