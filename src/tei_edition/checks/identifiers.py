"""Identifiers of authority files: are they formed as the authority forms them (N301, N302).

Check digits: ISNI and ORCID by ISO/IEC 7064, MOD 11-2 (ISO 27729); GND by the German National Library's
description of its numbers, weights 2, 3, 4 … from the right, modulo 11.
"""

import re
from collections.abc import Callable, Container, Iterator
from typing import NamedTuple

from lxml import etree

from tei_edition.checks.found import Found
from tei_edition.checks.worded import shortened
from tei_edition.markup import tei, text_of
from tei_edition.pointers import pointers_of
from tei_edition.source import Source


class Authority(NamedTuple):
    """How an authority writes its identifiers."""

    name: str
    address: str
    """What its addresses begin with, as a pattern; group 1 is the identifier."""

    form: str
    shown: str
    """The form in words, with an example."""

    is_right: Callable[[str], bool]
    """Whether the check digit of a well-formed identifier fits."""


def iso_7064(digits: str) -> bool:
    """Say whether the last of 16 characters is their check character by ISO/IEC 7064, MOD 11-2."""
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2 % 11
    return "0123456789X"[(12 - total) % 11] == digits[-1]


def gnd(number: str) -> bool:
    """Say whether the last character of a GND number is its check character.

    Numbers with a hyphen come from older files, one of which took the remainder itself and another
    what is wanting to 11; both are accepted, since the number does not say from which it comes.
    """
    digits = number.replace("-", "")
    total = sum(weight * int(digit) for weight, digit in enumerate(reversed(digits[:-1]), start=2))
    check = 10 if digits[-1] == "X" else int(digits[-1])
    return (total + check) % 11 == 0 or ("-" in number and total % 11 == check)


def _any(_: str) -> bool:
    return True


AUTHORITIES = {
    "wikidata": Authority(
        "Wikidata",
        r"(?:www\.|m\.)?wikidata\.org/(?:wiki|entity)/([Qq\d][^/?#:]*)",
        r"Q[1-9]\d{0,11}",
        "Q and digits, such as Q152030",
        _any,
    ),
    "geonames": Authority(
        "GeoNames",
        r"(?:www\.|sws\.)?geonames\.org/(\d[^/?#]*)",
        r"[1-9]\d{0,9}",
        "digits only, such as 675810",
        _any,
    ),
    "gnd": Authority(
        "GND",
        r"(?:www\.)?d-nb\.info/gnd/([^/?#]+)",
        r"1\d{7,9}[\dX]|[1-9]\d{0,9}-[\dX]|3\d{7}[\dX]",
        "such as 118551655 or 4045791-6",
        gnd,
    ),
    "viaf": Authority(
        "VIAF",
        r"(?:www\.)?viaf\.org/viaf/(\d[^/?#]*)",
        r"[1-9]\d{0,21}",
        "digits only, such as 36943660",
        _any,
    ),
    "isni": Authority(
        "ISNI",
        r"(?:www\.)?isni\.org/(?:isni/)?(\d[^/?#]*)",
        r"\d{15}[\dX]",
        "16 digits, the last may be X, such as 0000 0001 2103 2683",
        iso_7064,
    ),
    "orcid": Authority(
        "ORCID",
        r"(?:www\.)?orcid\.org/(\d[^/?#]*)",
        r"\d{15}[\dX]",
        "16 digits, the last may be X, such as 0000-0002-1825-0097",
        iso_7064,
    ),
}

_ADDRESS = re.compile(r"(?:https?:)?//|(?:www\.)?(?:wikidata|geonames|d-nb|viaf|isni|orcid)\.(?:org|info)/")
_ADDRESSES = {
    kind: re.compile(rf"(?:(?:https?:)?//)?{one.address}", re.IGNORECASE) for kind, one in AUTHORITIES.items()
}
_FORMS = {kind: re.compile(one.form) for kind, one in AUTHORITIES.items()}
_FOREWORDS = re.compile(r"^(?:\(DE-588\)|(?:wikidata|wd|geonames|gnd|viaf|isni|orcid):)\s*", re.IGNORECASE)
_GROUPED = frozenset(("isni", "orcid"))
"""Written in groups of four, with spaces or hyphens between them."""


class Identifier(NamedTuple):
    """An identifier: the authority's key in `AUTHORITIES`, and the number without what may be left out."""

    kind: str
    number: str


def identified(value: str, kind: str = "") -> Identifier | None:
    """Give the identifier that an address means, or a bare value of a given kind."""
    if _ADDRESS.match(value):
        for name, pattern in _ADDRESSES.items():
            found = pattern.match(value)
            if found:
                return Identifier(name, _bare(name, found.group(1)))
        return None
    kind = kind.lower()
    return Identifier(kind, _bare(kind, _FOREWORDS.sub("", value))) if kind in AUTHORITIES and value else None


def _bare(kind: str, number: str) -> str:
    return re.sub(r"[\s-]", "", number).upper() if kind in _GROUPED else number


def check(source: Source) -> Iterator[Found]:
    """Find identifiers in `idno` and in pointers that are malformed (N301) or mistyped (N302)."""
    for element in source.root.iter(tei("idno")):
        value = text_of(element)
        yield from _look(element, "", value, identified(value, element.get("type", "")))
    addresses = _WITH_ADDRESSES(source.root)
    values = set(map(str, addresses if isinstance(addresses, list) else ()))
    wrong = {value for value in values if any(map(_is_wrong_address, value.split()))}
    yield from _in_pointers(source.root, wrong) if wrong else ()


_WITH_ADDRESSES = etree.XPath("//@*[contains(., '://')]", smart_strings=False)


def _in_pointers(root: etree._Element, values: Container[str]) -> Iterator[Found]:
    """Look at all pointing attributes that have one of some values."""
    for element in root.iter(etree.Element):
        for attribute, pointer in pointers_of(element):
            if pointer.startswith("http") and element.get(attribute) in values:
                yield from _look(element, attribute, pointer, identified(pointer))


def _is_wrong_address(pointer: str) -> bool:
    identifier = identified(pointer) if pointer.startswith("http") else None
    if identifier is None:
        return False
    is_formed = _FORMS[identifier.kind].fullmatch(identifier.number)
    return not is_formed or not AUTHORITIES[identifier.kind].is_right(identifier.number)


def _look(
    element: etree._Element, attribute: str, value: str, identifier: Identifier | None
) -> Iterator[Found]:
    if identifier is None:
        return
    authority, shown = AUTHORITIES[identifier.kind], shortened(value)
    article = "an" if authority.name[0] in "IO" else "a"
    if not _FORMS[identifier.kind].fullmatch(identifier.number):
        message = f'"{shown}" is not the form of {article} {authority.name} identifier.'
        hint = f"{article.capitalize()} {authority.name} identifier is {authority.shown}."
        meant = _in_capitals(value, identifier)
        if meant:
            hint = f'Write "{meant}".'
        is_all = meant and (not attribute or element.get(attribute) == value)
        yield Found("N301", element, attribute, message, hint, meant if is_all else None)
    elif not authority.is_right(identifier.number):
        message = f'"{shown}" is no {authority.name} identifier: its check digit does not fit the others.'
        hint = "Compare it with the authority's page; a digit is wrong or two are exchanged."
        yield Found("N302", element, attribute, message, hint)


def _in_capitals(value: str, identifier: Identifier) -> str:
    """Give an identifier with its letter as a capital, where nothing else is wrong with it."""
    number = identifier.number.upper()
    is_formed = _FORMS[identifier.kind].fullmatch(number) and AUTHORITIES[identifier.kind].is_right(number)
    return (
        value.replace(identifier.number, number) if is_formed and value.count(identifier.number) == 1 else ""
    )
