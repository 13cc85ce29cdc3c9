"""Find which of some datatypes allow the texts of another: the texts are divided by who allows them.

Datatypes are compared as regular languages of the texts before white space is treated.
What cannot be said exactly of a type is said from both sides, so that there are three answers:
a text is found, there is none, or neither can be shown.
"""

from collections import deque
from typing import NamedTuple

from tei_edition.subset.characters import BLANK, Characters, representatives
from tei_edition.subset.datatypes import DATATYPES, UNIQUE, Space
from tei_edition.subset.expressions import Expression, Leaf
from tei_edition.subset.languages import Languages, is_part_of
from tei_edition.subset.patterns import XSD, Blank, Data, ListOf, Single, Text, Value
from tei_edition.subset.pool import Pool, TooLargeError
from tei_edition.subset.xsd_regex import Bound

MOST_STATES = 3_000
"""States of a regular language that are looked at before it is given up."""

Alternatives = tuple[Single, ...]
"""What allows a text if one of these does."""


class Division(NamedTuple):
    """Texts that just these of some alternatives allow, by number; `text` is one of them if any was found."""

    allowing: frozenset[int]
    text: str | None

    @property
    def is_certain(self) -> bool:
        """Whether there are such texts; otherwise it is only not shown that there are none."""
        return self.text is not None


class Strings:
    """Compares datatypes, each pair once."""

    def __init__(self, pool: Pool, refers: bool) -> None:
        """Compare in a pool; `refers` says that the greater schema has references to identifiers."""
        self._pool = pool
        self._refers = refers
        self._languages = Languages(pool)
        self._alphabets: dict[frozenset[Characters], list[str]] = {}
        self._shortest: dict[Expression, str | None] = {}
        self._too_large: set[Expression] = set()
        self._divisions: dict[tuple[Single, tuple[Alternatives, ...], bool], list[Division]] = {}

    def alternatives(self, node: Expression) -> Alternatives:
        """Give what an expression allows as a whole text, elements left aside."""
        found: dict[Single, None] = {Blank(): None} if node.nullable else {}
        for leaf, rest in self._pool.partials(node):
            if rest.nullable and isinstance(leaf.payload, Single):
                found[leaf.payload] = None
        return (Text(),) if Text() in found else tuple(found)

    def divide(
        self, single: Single, others: tuple[Alternatives, ...], is_token: bool = False
    ) -> list[Division]:
        """Divide what one allows (only tokens, if asked) by which of the others allow it."""
        key = (single, others, is_token)
        found = self._divisions.get(key)
        if found is None:
            sure = {n: True for n, other in enumerate(others) if any(self._covers(o, single) for o in other)}
            found = self._divisions[key] = self._divided(single, others, sure, is_token)
        return found

    def _divided(
        self, single: Single, others: tuple[Alternatives, ...], decided: dict[int, bool], is_token: bool
    ) -> list[Division]:
        question = next((n for n in range(len(others)) if n not in decided), None)
        if question is None:
            text, possible = self._text(single, others, decided, is_token)
            allowing = frozenset(n for n, allows in decided.items() if allows)
            return [Division(allowing, text)] if possible else []
        found = []
        for answer in (True, False):
            further = decided | {question: answer}
            if self._text(single, others, further, is_token)[1]:
                found += self._divided(single, others, further, is_token)
        return found

    def _text(
        self, single: Single, others: tuple[Alternatives, ...], decided: dict[int, bool], is_token: bool
    ) -> tuple[str | None, bool]:
        """Give a text that is allowed as decided, if one is found, and whether there may be any."""
        pool, every = self._pool, [self._languages.token] if is_token else []
        wide, sure = [self._languages.of(single, Bound.UPPER)], [self._languages.of(single, Bound.LOWER)]
        for n, allows in decided.items():
            if any(self._covers(other, single) for other in others[n]):
                continue
            lower, upper = (self._union(others[n], bound, single) for bound in (Bound.LOWER, Bound.UPPER))
            wide.append(upper if allows else pool.no(lower))
            # A refutation does not depend on who allows a text, only on who does not.
            sure.append(upper if allows else pool.no(upper))
        try:
            text = self._shortest_of(pool.both(*wide, *every))
            if text is None:
                return None, False
            if not self._matches(pool.both(*sure, *every), text):
                text = self._shortest_of(pool.both(*sure, *every))
        except TooLargeError:
            text = None
        mine = self._as_list(single) if text is None else None
        return (text, True) if mine is None else (None, self._may_differ(mine, others, decided))

    def _union(self, alternatives: Alternatives, bound: Bound, given: Single) -> Expression:
        """Give what some alternatives allow of the texts of another."""
        usable = (o for o in alternatives if bound is Bound.UPPER or not self._asks_more(o, given))
        return self._pool.choice(*(self._languages.of(one, bound, given) for one in usable))

    def _covers(self, other: Single, single: Single) -> bool:
        return is_part_of(single, other) and not self._asks_more(other, single)

    def _asks_more(self, other: Single, single: Single) -> bool:
        """Whether a type asks of a whole document what a text alone cannot show.

        An identifier must be the only one of its value, a reference must have an identifier to refer to.
        What was both to the lesser schema is so to the greater, unless identifiers are fewer there.
        """
        if self._is_unique(other):
            return single != other and not (
                isinstance(single, Data) and isinstance(other, Data) and single.type == other.type
            )
        return self._refers and isinstance(single, Data) and (single.library, single.type) == (XSD, "ID")

    def _is_unique(self, single: Single) -> bool:
        if isinstance(single, ListOf):
            return any(self._is_unique(part) for part in self._singles(single.tokens))
        return isinstance(single, Data | Value) and single.library == XSD and single.type in UNIQUE

    def _singles(self, node: Expression) -> list[Single]:
        return [leaf.payload for leaf in self._pool.leaves(node) if isinstance(leaf.payload, Single)]

    def _as_list(self, single: Single) -> ListOf | None:
        """Give a list as it is, and what is always one token as a list of one."""
        if isinstance(single, ListOf):
            return single
        if not isinstance(single, Data) or single.library != XSD:
            return None
        if DATATYPES[single.type].space is not Space.COLLAPSE:
            return None
        one = self._pool.leaf(single)
        tokens = self._languages.of(ListOf(one), Bound.UPPER)
        others = self._pool.both(self._languages.of(single, Bound.UPPER), self._pool.no(tokens))
        try:
            return ListOf(one) if self._shortest_of(others) is None else None
        except TooLargeError:
            return None

    def _may_differ(self, mine: ListOf, others: tuple[Alternatives, ...], decided: dict[int, bool]) -> bool:
        """Compare lists token by token: what another's lists allow altogether, it does not deny."""
        for n in (n for n, allows in decided.items() if not allows):
            theirs = [other.tokens for other in others[n] if isinstance(other, ListOf)]
            try:
                if self._is_list_part(mine.tokens, self._pool.choice(*theirs)):
                    return False
            except TooLargeError:
                continue
        return True

    def _is_list_part(self, mine: Expression, theirs: Expression) -> bool:
        pairs = {(mine, theirs)}
        waiting = deque(pairs)
        while waiting:
            mine, theirs = waiting.popleft()
            if mine.nullable and not theirs.nullable:
                return False
            for leaf, rest in self._pool.partials(mine):
                firsts = tuple(self._pool.firsts(theirs))
                for allowing in self._dividing(leaf, firsts):
                    pair = (rest, self._pool.derive(theirs, allowing))
                    if pair not in pairs:
                        pairs.add(pair)
                        waiting.append(pair)
            if len(pairs) > MOST_STATES:
                raise TooLargeError
        return True

    def _dividing(self, leaf: Leaf, firsts: tuple[Leaf, ...]) -> list[frozenset[Leaf]]:
        singles = tuple((first.payload,) for first in firsts if isinstance(first.payload, Single))
        if not isinstance(leaf.payload, Single):
            return []
        divisions = self.divide(leaf.payload, singles, is_token=True)
        return [frozenset(firsts[n] for n in division.allowing) for division in divisions]

    def _shortest_of(self, node: Expression) -> str | None:
        if node in self._too_large:
            raise TooLargeError
        if node not in self._shortest:
            try:
                self._shortest[node] = self._search(node)
            except TooLargeError:
                self._too_large.add(node)
                raise
        return self._shortest[node]

    def _search(self, node: Expression) -> str | None:
        letters = self._alphabet(node)
        seen, waiting = {node}, deque([(node, "")])
        while waiting:
            state, text = waiting.popleft()
            if state.nullable:
                return text
            for letter in letters:
                after = self._pool.derive(state, letter)
                if after not in seen and after is not self._pool.not_allowed:
                    seen.add(after)
                    waiting.append((after, text + letter))
            if len(seen) > MOST_STATES:
                raise TooLargeError
        return None

    def _alphabet(self, node: Expression) -> list[str]:
        sets = {leaf.payload for leaf in self._pool.leaves(node) if isinstance(leaf.payload, Characters)}
        key = frozenset(sets)
        if key not in self._alphabets:
            self._alphabets[key] = representatives(sorted(sets | {BLANK}, key=lambda one: one.ranges))
        return self._alphabets[key]

    def _matches(self, node: Expression, text: str) -> bool:
        for letter in text:
            node = self._pool.derive(node, letter)
        return node.nullable
