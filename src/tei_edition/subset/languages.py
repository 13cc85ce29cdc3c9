"""Say which texts a datatype, a value or a list allows, as an expression over sets of characters."""

import re

from tei_edition.subset import characters as chars
from tei_edition.subset.datatypes import DATATYPES, Space, all_facets, derives, implies, keeps
from tei_edition.subset.expressions import BLANKS, Expression, Leaf
from tei_edition.subset.patterns import XSD, Blank, Data, ListOf, Single, Text, Value
from tei_edition.subset.pool import Pool
from tei_edition.subset.xsd_regex import Bound, UnreadableError, parse

_LENGTHS = ("length", "minLength", "maxLength")
_WHOLE = re.compile(r"[+-]?[0-9]{1,30}")
_PLAIN = re.compile(r"[+-]?(?=\.?[0-9])[0-9]*(\.[0-9]*)?")
_STEPS = {"minInclusive": 0, "maxInclusive": 0, "minExclusive": 1, "maxExclusive": -1}
"""Of whole numbers: how far the least or the most one is from the bound."""


class Languages:
    """The texts that each `Single` allows, before its white space is treated."""

    def __init__(self, pool: Pool) -> None:
        """Make expressions in a pool."""
        self._pool = pool
        self._known: dict[tuple[Single, Bound, Single | None], Expression] = {}
        self._blanks = pool.repeat(pool.leaf(chars.BLANK))
        self.token = pool.repeat(pool.leaf(chars.XML_CHARACTERS - chars.BLANK), 1)

    def of(self, single: Single, bound: Bound, given: Single | None = None) -> Expression:
        """Give at least, or at most, what is allowed: the same wherever that can be said exactly.

        What is `given` is known to allow the text: of a type derived from this one, only facets are asked.
        """
        key = (single, bound, given)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._of(single, bound, given)
        return found

    def _of(self, single: Single, bound: Bound, given: Single | None) -> Expression:
        match single:
            case Text():
                return self._pool.anything
            case Blank():
                return self._blanks
            case Data():
                return self._data(single, bound, given)
            case Value():
                return self._value(single, bound)
            case ListOf():
                return self._list(single, bound)

    def _data(self, data: Data, bound: Bound, given: Single | None) -> Expression:
        kin = given if isinstance(given, Data) and bound is Bound.LOWER and is_derived(given, data) else None
        found = self._pool.anything if kin else self._unknown(bound)
        if data.library == XSD:
            ours = given if bound is Bound.LOWER and isinstance(given, Data) else None
            asked = [] if kin else [self._written(data.type, bound)]
            asked += [
                self._facet(data.type, facet, bound, given)
                for facet in all_facets(data.type, data.facets)
                if not (ours and is_implied(ours, data, facet))
            ]
            found = self._spaced(self._pool.both(*asked), DATATYPES[data.type].space)
        if data.excluded is None or (kin and kin.excluded is data.excluded):
            return found
        return self._pool.both(found, self._pool.no(self._any_of(data.excluded, bound.other)))

    def _any_of(self, excluded: Expression, bound: Bound) -> Expression:
        leaves = self._pool.leaves(excluded)
        singles = [leaf.payload for leaf in leaves if isinstance(leaf.payload, Data | Value)]
        return self._pool.choice(*(self.of(single, bound) for single in singles))

    def _written(self, name: str, bound: Bound) -> Expression:
        if name in ("string", "normalizedString", "token"):
            return self._pool.anything
        kind = DATATYPES[name]
        return parse(self._pool, kind.lower if bound is Bound.LOWER else kind.upper, bound)

    def _unknown(self, bound: Bound) -> Expression:
        return self._pool.not_allowed if bound is Bound.LOWER else self._pool.anything

    def _facet(self, kind: str, facet: tuple[str, str], bound: Bound, given: Single | None) -> Expression:
        name, limit = facet
        if name == "pattern":
            return self._pattern(limit, bound)
        measured = self._measured(kind, name, int(limit)) if _WHOLE.fullmatch(limit.strip()) else None
        if measured is not None:
            return measured
        kept = keeps(given.text, kind, facet) if isinstance(given, Value) else None
        if kept is None:
            return self._unknown(bound)
        return self._pool.anything if kept else self._pool.not_allowed

    def _measured(self, kind: str, name: str, limit: int) -> Expression | None:
        """Give what keeps to a facet that is a whole number, where that can be said exactly."""
        if name in _STEPS:
            return self._bounded(name, limit + _STEPS[name]) if derives(kind, "integer") else None
        if name in _LENGTHS and limit >= 0 and (derives(kind, "string") or kind == "anyURI"):
            return self._length(name, limit)
        if name == "fractionDigits" and limit >= 0:
            return self._exactly(rf"[+\-]?[0-9]*(\.[0-9]{{0,{limit}}}0*)?")
        if name == "totalDigits" and limit >= 1 and derives(kind, "integer"):
            return self._exactly(rf"[+\-]?0*[0-9]{{1,{limit}}}")
        return None

    def _pattern(self, pattern: str, bound: Bound) -> Expression:
        try:
            return parse(self._pool, pattern, bound)
        except UnreadableError:
            return self._unknown(bound)

    def _exactly(self, pattern: str) -> Expression:
        return parse(self._pool, pattern, Bound.LOWER)

    def _length(self, name: str, length: int) -> Expression:
        least = 0 if name == "maxLength" else length
        most = None if name == "minLength" else length
        return self._pool.repeat(self._pool.leaf(chars.XML_CHARACTERS), least, most)

    def _bounded(self, name: str, limit: int) -> Expression:
        """Give the whole numbers from, or to, a limit."""
        sign, other = (r"\+?", "-") if name.startswith("min") else ("-", r"\+?")
        far = limit if name.startswith("min") else -limit
        if far <= 0:
            return self._exactly(f"{sign}[0-9]+|{other}({_at_most(-far)})")
        near = self._exactly(f"{sign}({_at_most(far - 1)})")
        return self._pool.both(self._exactly(f"{sign}[0-9]+"), self._pool.no(near))

    def _value(self, value: Value, bound: Bound) -> Expression:
        upper = bound is Bound.UPPER
        if value.library != XSD:
            return self._pool.anything if upper else self._literal(value.text)
        space = DATATYPES[value.type].space
        if derives(value.type, "string") or value.type == "anyURI":
            return self._spaced(self._literal(value.text), space)
        written = self._written(value.type, bound)
        if value.type == "boolean" and value.text in ("true", "1", "false", "0"):
            written = self._exactly("true|1" if value.text in ("true", "1") else "false|0")
        elif derives(value.type, "decimal") and _PLAIN.fullmatch(value.text):
            written = self._pool.both(written, self._exactly(_number_pattern(value.text)))
        elif not upper:
            written = self._literal(value.text) if value.type != "QName" else self._pool.not_allowed
        return self._spaced(written, space)

    def _literal(self, text: str) -> Expression:
        return self._pool.group(*(self._pool.leaf(chars.of(character)) for character in text))

    def _list(self, of: ListOf, bound: Bound) -> Expression:
        """Allow each token after a space, then leave out the first space."""
        pool = self._pool
        space = pool.leaf(chars.of(" "))

        def token(leaf: Leaf) -> Expression:
            allowed = self.of(leaf.payload, bound) if isinstance(leaf.payload, Single) else pool.not_allowed
            return pool.group(space, pool.both(allowed, self.token))

        tokens = pool.rebuilt(of.tokens, token)
        nothing = pool.empty if tokens.nullable else pool.not_allowed
        return pool.collapsed(pool.choice(pool.derive(tokens, " "), nothing))

    def _spaced(self, inner: Expression, space: Space) -> Expression:
        if space is Space.COLLAPSE:
            return self._pool.collapsed(inner)
        return self._pool.rebuilt(inner, self._replaced) if space is Space.REPLACE else inner

    def _replaced(self, leaf: Leaf) -> Expression:
        """Let tabs and line ends stand where a space may."""
        if not isinstance(leaf.payload, chars.Characters):
            return leaf
        spaces = chars.BLANK if " " in leaf.payload else chars.NO_CHARACTERS
        return self._pool.leaf((leaf.payload - chars.BLANK) | spaces)


def is_derived(mine: Data, theirs: Data) -> bool:
    """Whether the one type was derived from the other, or is the same with the same facets if unknown."""
    if mine.library != XSD or theirs.library != XSD:
        return (mine.library, mine.type, mine.facets) == (theirs.library, theirs.type, theirs.facets)
    return derives(mine.type, theirs.type)


def is_implied(mine: Data, theirs: Data, facet: tuple[str, str]) -> bool:
    """Whether all that one type allows keeps to a facet of another."""
    if mine.library != XSD:
        return False
    return implies(mine.type, all_facets(mine.type, mine.facets), theirs.type, facet)


def is_part_of(mine: Single, theirs: Single) -> bool:
    """Whether it can be seen without comparing texts that one allows all that another allows."""
    if mine == theirs or isinstance(theirs, Text):
        return True
    if not (isinstance(mine, Data) and isinstance(theirs, Data) and is_derived(mine, theirs)):
        return False
    if theirs.excluded not in (None, mine.excluded):
        return False
    if theirs.library != XSD:
        return True
    return all(is_implied(mine, theirs, facet) for facet in all_facets(theirs.type, theirs.facets))


def collapse(text: str) -> str:
    """Give a text with its white space collapsed."""
    return re.sub(f"[{BLANKS}]+", " ", text).strip(" ")


def _at_most(limit: int) -> str:
    """Write the whole numbers up to a limit as a pattern of digits."""
    digits = str(limit)
    ways = [f"[0-9]{{1,{len(digits) - 1}}}"] if len(digits) > 1 else []
    for n, digit in enumerate(digits):
        if digit > "0":
            ways.append(f"{digits[:n]}[0-{int(digit) - 1}][0-9]{{{len(digits) - n - 1}}}")
    return f"0*({'|'.join([*ways, digits])})"


def _number_pattern(plain: str) -> str:
    """Write as a pattern all ways to write a number, given one without an exponent."""
    sign = "-" if plain.startswith("-") else r"\+?"
    whole, _, fraction = plain.lstrip("+-").partition(".")
    whole, fraction = whole.lstrip("0"), fraction.rstrip("0")
    if not whole and not fraction:
        return r"[+\-]?(0+(\.0*)?|\.0+)"
    if not fraction:
        return rf"{sign}0*{whole}(\.0*)?"
    return rf"{sign}0*{whole}\.{fraction}0*"
