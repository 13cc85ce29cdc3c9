"""The datatypes of XML Schema (part 2, second edition): what each is derived from and how it is written.

Where validators differ on what is written so (XML names, URIs, days of a month), `lower` is what all of them
allow and `upper` what any may allow; both are regular expressions of XML Schema, for text whose white space
has been treated as the type says.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import Enum

Facets = tuple[tuple[str, str], ...]


class Space(Enum):
    """What a type does to white space before it looks at a text."""

    PRESERVE = "nothing"
    REPLACE = "each tab and line end becomes a space"
    COLLAPSE = "runs become one space, none stay at the ends"


@dataclass(frozen=True)
class Datatype:
    """A type: the one that it restricts, how it is written, and the bounds that it sets itself."""

    base: str = ""
    lower: str = ""
    upper: str = ""
    space: Space = Space.COLLAPSE
    facets: Facets = ()


_ANY = r"[\s\S]*"
_NONE = r"[^\s\S]"
_ZONE = r"(Z|[+\-][0-9]{2}:[0-9]{2})?"
_SURE_ZONE = r"(Z|[+\-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))?"
_YEAR = r"-?([1-9][0-9]{3,}|[0-9]{4})"
_SURE_YEAR = r"[1-9][0-9]{3}"
_MONTH, _DAY, _SURE_DAY = r"(0[1-9]|1[0-2])", r"(0[1-9]|[12][0-9]|3[01])", r"(0[1-9]|1[0-9]|2[0-8])"
_TIME = r"[0-2][0-9]:[0-5][0-9]:[0-6][0-9](\.[0-9]+)?"
_SURE_TIME = r"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?"
_REAL = r"[+\-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([Ee][+\-]?[0-9]+)?|-?INF|NaN"
_NCNAME = r"[\i-[:]][\c-[:]]*"
_SEGMENT = r"[A-Za-z0-9._~\-]+"
_URI = rf"((https?://)?{_SEGMENT}(/{_SEGMENT})*/?)?(#{_SEGMENT})?"
_ANY_URI = r"([^%#]|%[0-9a-fA-F]{2})*(#([^%#]|%[0-9a-fA-F]{2})*)?"
_AMOUNT = r"P([0-9]+Y)?([0-9]+M)?([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+(\.[0-9]*)?S|\.[0-9]+S)?)?"
_BASE_64 = r"[A-Za-z0-9+/]"


def _exact(pattern: str, base: str = "", *facets: tuple[str, str]) -> Datatype:
    return Datatype(base, pattern, pattern, facets=facets)


def _moment(lower: str, upper: str) -> Datatype:
    return Datatype("", lower + _SURE_ZONE, upper + _ZONE)


def _integer(base: str, least: int | None = None, most: int | None = None) -> Datatype:
    bounds = (("minInclusive", least), ("maxInclusive", most))
    facets = [(name, str(bound)) for name, bound in bounds if bound is not None]
    return _exact(r"[+\-]?[0-9]+", base, *facets)


DATATYPES = {
    "string": Datatype("", _ANY, _ANY, Space.PRESERVE),
    "normalizedString": Datatype("string", _ANY, _ANY, Space.REPLACE),
    "token": _exact(_ANY, "normalizedString"),
    "language": _exact(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*", "token"),
    "NMTOKEN": _exact(r"\c+", "token"),
    "NMTOKENS": _exact(r"\c+( \c+)*"),
    "Name": _exact(r"\i\c*", "token"),
    "NCName": _exact(_NCNAME, "Name"),
    "ID": _exact(_NCNAME, "NCName"),
    "IDREF": _exact(_NCNAME, "NCName"),
    "IDREFS": _exact(f"{_NCNAME}( {_NCNAME})*"),
    "ENTITY": Datatype("NCName", _NONE, _NCNAME),
    "ENTITIES": Datatype("", _NONE, f"{_NCNAME}( {_NCNAME})*"),
    "QName": Datatype("", _NCNAME, f"({_NCNAME}:)?{_NCNAME}"),
    "NOTATION": Datatype("", _NONE, f"({_NCNAME}:)?{_NCNAME}"),
    "anyURI": Datatype("", _URI, _ANY_URI),
    "boolean": _exact("true|false|1|0"),
    "decimal": _exact(r"[+\-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)"),
    "integer": _integer("decimal"),
    "nonPositiveInteger": _integer("integer", None, 0),
    "negativeInteger": _integer("nonPositiveInteger", None, -1),
    "nonNegativeInteger": _integer("integer", 0),
    "positiveInteger": _integer("nonNegativeInteger", 1),
    "long": _integer("integer", -(2**63), 2**63 - 1),
    "int": _integer("long", -(2**31), 2**31 - 1),
    "short": _integer("int", -(2**15), 2**15 - 1),
    "byte": _integer("short", -128, 127),
    "unsignedLong": _integer("nonNegativeInteger", None, 2**64 - 1),
    "unsignedInt": _integer("unsignedLong", None, 2**32 - 1),
    "unsignedShort": _integer("unsignedInt", None, 2**16 - 1),
    "unsignedByte": _integer("unsignedShort", None, 255),
    "float": _exact(_REAL),
    "double": _exact(_REAL),
    "duration": Datatype("", r"-?P([0-9]+Y([0-9]+M)?([0-9]+D)?|[0-9]+M([0-9]+D)?|[0-9]+D)", f"-?{_AMOUNT}"),
    "dateTime": _moment(
        f"{_SURE_YEAR}-{_MONTH}-{_SURE_DAY}T{_SURE_TIME}", f"{_YEAR}-{_MONTH}-{_DAY}T{_TIME}"
    ),
    "time": _moment(_SURE_TIME, _TIME),
    "date": _moment(f"{_SURE_YEAR}-{_MONTH}-{_SURE_DAY}", f"{_YEAR}-{_MONTH}-{_DAY}"),
    "gYearMonth": _moment(f"{_SURE_YEAR}-{_MONTH}", f"{_YEAR}-{_MONTH}"),
    "gYear": _moment(_SURE_YEAR, _YEAR),
    "gMonthDay": _moment(f"--{_MONTH}-{_SURE_DAY}", f"--{_MONTH}-{_DAY}"),
    "gDay": _moment(f"---{_DAY}", f"---{_DAY}"),
    "gMonth": _moment(f"--{_MONTH}", f"--{_MONTH}(--)?"),
    "hexBinary": _exact("([0-9a-fA-F]{2})*"),
    "base64Binary": Datatype("", f"({_BASE_64}{{4}})*({_BASE_64}[AQgw]==)?", r"[A-Za-z0-9+/= ]*"),
}

UNIQUE = frozenset(["ID", "IDREF", "IDREFS", "ENTITY", "ENTITIES", "NOTATION"])
"""Types that ask for more than a text can show: that it stands only once, or that it names something."""

REFERRING = frozenset(["IDREF", "IDREFS"])
FACETS = frozenset(
    "length minLength maxLength pattern minInclusive minExclusive maxInclusive maxExclusive "
    "totalDigits fractionDigits".split()
)
_REALS = ("double", "float")


def line_of(name: str) -> Iterator[str]:
    """Give a type and all that it is derived from, itself first."""
    while name:
        yield name
        name = DATATYPES[name].base


def derives(name: str, base: str) -> bool:
    """Whether all that one type allows, another allows because it was derived from it."""
    return base in line_of(name)


def all_facets(name: str, facets: Facets) -> Facets:
    """Give the facets of a type, those that it was born with included."""
    return facets + tuple(facet for one in line_of(name) for facet in DATATYPES[one].facets)


def implies(mine: str, facets: Facets, theirs: str, facet: tuple[str, str]) -> bool:
    """Whether every text that my type and facets allow keeps to a facet of another type."""
    if facet in facets and DATATYPES[mine].space is DATATYPES[theirs].space and derives(mine, theirs):
        return True
    return _comparable(mine, theirs, facet[0]) and any(_stronger(own, facet, theirs) for own in facets)


def keeps(text: str, theirs: str, facet: tuple[str, str]) -> bool | None:
    """Whether one text keeps to a bound of a type of numbers; `None` where that is not known here."""
    name, limit = facet[0], number(facet[1])
    here = number(text)
    if here is None or limit is None or name[3:] not in ("Inclusive", "Exclusive"):
        return None
    if theirs in _REALS:
        here, limit = Decimal(float(here)), Decimal(float(limit))
    elif not derives(theirs, "decimal"):
        return None
    if here == limit:
        return name.endswith("Inclusive")
    return here > limit if name.startswith("min") else here < limit


def number(text: str) -> Decimal | None:
    """Give the number that a text writes, if it is one that has an order."""
    try:
        found = Decimal(text.strip())
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def _comparable(mine: str, theirs: str, facet: str) -> bool:
    """Numbers of one family compare; those of `decimal` also with `double`, whose rounding keeps order."""
    if facet.endswith("Digits"):
        return derives(mine, "decimal") and derives(theirs, "decimal")
    if derives(mine, "decimal"):
        return derives(theirs, "decimal") or (theirs in _REALS and facet.endswith("Inclusive"))
    return mine in _REALS and mine == theirs


def _stronger(own: tuple[str, str], facet: tuple[str, str], theirs: str) -> bool:
    """Whether keeping to one facet is keeping to another."""
    here, there = number(own[1]), number(facet[1])
    if here is None or there is None:
        return False
    if facet[0].endswith("Digits"):
        return own[0] == facet[0] and here <= there
    if own[0][:3] != facet[0][:3] or own[0][3:] not in ("Inclusive", "Exclusive"):
        return False
    loses_its_edge = own[0].endswith("Inclusive") and facet[0].endswith("Exclusive")
    if loses_its_edge and (theirs in _REALS or here == there):
        return False
    return here == there or (here > there if own[0].startswith("min") else here < there)
