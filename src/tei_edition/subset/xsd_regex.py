"""Read a regular expression of XML Schema (part 2, appendix F) as an expression over sets of characters.

Some names of sets mean different characters to different validators, or are not known here.
So an expression is read for a `Bound`: it then allows at most, or at least, what the pattern allows.
"""

import re
from enum import Enum

from tei_edition.subset import characters as chars
from tei_edition.subset.characters import Characters
from tei_edition.subset.expressions import Expression
from tei_edition.subset.pool import Pool


class Bound(Enum):
    """On which side an approximation errs."""

    LOWER = "allows nothing that is not allowed"
    UPPER = "allows all that is allowed"

    @property
    def other(self) -> "Bound":
        """Give the bound that the rest has."""
        return Bound.LOWER if self is Bound.UPPER else Bound.UPPER


class UnreadableError(Exception):
    """A text is not a regular expression of XML Schema, or not one that is read here."""


_ESCAPED = {"n": "\n", "r": "\r", "t": "\t", **{mark: mark for mark in "\\|.-^?*+{}()[]$"}}
_QUANTITY = re.compile(r"\{(\d+)(?:(,)(\d*))?\}")
_PROPERTY = re.compile(
    r"\{(?:(Is[\w-]+)|(L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfon]?))\}"
)
_HYPHEN = re.compile(r"-[^\[\]]")
_MANY = {"?": (0, 1), "*": (0, None), "+": (1, None)}


def parse(pool: Pool, pattern: str, bound: Bound) -> Expression:
    """Give what a pattern allows. Raises `UnreadableError` where it cannot be read."""
    reader = _Reader(pool, pattern, bound)
    try:
        found = reader.alternatives()
    except RecursionError as error:
        raise UnreadableError from error
    if not reader.ended:
        raise UnreadableError
    return found


class _Reader:
    def __init__(self, pool: Pool, pattern: str, bound: Bound) -> None:
        self.pool, self.pattern, self.bound, self.at = pool, pattern, bound, 0

    @property
    def ended(self) -> bool:
        return self.at == len(self.pattern)

    def alternatives(self) -> Expression:
        found = [self._branch()]
        while self._skip("|"):
            found.append(self._branch())
        return self.pool.choice(*found)

    def _branch(self) -> Expression:
        pieces = []
        while not self.ended and self._next not in "|)":
            pieces.append(self._quantified(self._atom()))
        return self.pool.group(*pieces)

    def _quantified(self, atom: Expression) -> Expression:
        quantity = _QUANTITY.match(self.pattern, self.at)
        if quantity:
            self.at = quantity.end()
            least = int(quantity[1])
            most = None if quantity[2] and not quantity[3] else int(quantity[3] or least)
            if most is not None and most < least:
                raise UnreadableError
            return self.pool.repeat(atom, least, most)
        if self._next in _MANY:
            return self.pool.repeat(atom, *_MANY[self._take()])
        return atom

    def _atom(self) -> Expression:
        if self._skip("("):
            inside = self.alternatives()
            self._expect(")")
            return inside
        return self.pool.leaf(self._set())

    def _set(self) -> Characters:
        character = self._take()
        if character == "[":
            return self._class(self.bound)
        if character == ".":
            return ~chars.of("\n\r")
        if character == "\\":
            return self._escape(self.bound)
        if character in "?*+{}])":
            raise UnreadableError
        return chars.of(character)

    def _class(self, bound: Bound) -> Characters:
        negative = self._skip("^")
        found = self._members(bound.other if negative else bound)
        if negative:
            found = ~found
        if self._skip("-["):
            found = found - self._class(bound.other)
        self._expect("]")
        return found

    def _members(self, bound: Bound) -> Characters:
        """Read to the end of a class, or to the class that is taken from it."""
        found = self._member(bound)
        while self._next != "]" and not self.pattern.startswith("-[", self.at):
            found |= self._member(bound)
        return found

    def _member(self, bound: Bound) -> Characters:
        first = self._end_of_range(bound)
        if not (isinstance(first, str) and _HYPHEN.match(self.pattern, self.at)):
            return chars.of(first) if isinstance(first, str) else first
        self._expect("-")
        last = self._end_of_range(bound)
        if not isinstance(last, str) or last < first:
            raise UnreadableError
        return chars.between(first, last)

    def _end_of_range(self, bound: Bound) -> str | Characters:
        character = self._take()
        if character in "[]":
            raise UnreadableError
        if character != "\\":
            return character
        return _ESCAPED[self._take()] if self._next in _ESCAPED else self._escape(bound)

    def _escape(self, bound: Bound) -> Characters:
        letter = self._take()
        if letter in _ESCAPED:
            return chars.of(_ESCAPED[letter])
        if letter.isupper():
            return ~self._named(letter.lower(), bound.other)
        return self._named(letter, bound)

    def _named(self, letter: str, bound: Bound) -> Characters:
        lower = bound is Bound.LOWER
        match letter:
            case "s":
                return chars.BLANK
            case "d":
                return chars.category("Nd")
            case "w":
                return ~(chars.category("P") | chars.category("Z") | chars.category("C"))
            case "i":
                return chars.SURE_NAME_START if lower else chars.NAME_START
            case "c":
                return chars.SURE_NAME if lower else chars.NAME
            case "p":
                return self._property(lower)
        raise UnreadableError

    def _property(self, lower: bool) -> Characters:
        found = _PROPERTY.match(self.pattern, self.at)
        if found is None:
            raise UnreadableError
        self.at = found.end()
        if found[2]:
            return chars.category(found[2])
        return chars.NO_CHARACTERS if lower else chars.XML_CHARACTERS

    @property
    def _next(self) -> str:
        return self.pattern[self.at : self.at + 1] or "\0"

    def _take(self) -> str:
        if self.ended:
            raise UnreadableError
        self.at += 1
        return self.pattern[self.at - 1]

    def _skip(self, text: str) -> bool:
        found = self.pattern.startswith(text, self.at)
        self.at += len(text) if found else 0
        return found

    def _expect(self, text: str) -> None:
        if not self._skip(text):
            raise UnreadableError
