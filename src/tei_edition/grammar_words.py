"""Turn what jing says into a finding at the exact place, in plain words, with the nearest name first."""

import re
from collections.abc import Callable, Collection, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import NamedTuple

from lxml import etree

from tei_edition.findings import Finding, Severity
from tei_edition.jing import Complaint
from tei_edition.markup import local
from tei_edition.source import Place, Source, Tag

_MOST_NAMES = 8
_DATE_HINT = "Write a date as 1941-06-29, 1941-06 or 1941."
_VALUE_HINTS = {
    **dict.fromkeys(("when", "from", "to", "notBefore", "notAfter"), _DATE_HINT),
    "xml:id": "An id begins with a letter (a to z) and holds such letters, digits, '-' and '_' only.",
    "xml:lang": 'Write a language as "fr", "en" or "ro-Latn".',
    "quantity": 'Write the number in digits, without spaces: quantity="13266".',
    "value": 'Write the number in digits, without spaces: value="13266".',
    "ref": "A pointer holds no spaces inside; several pointers are separated by spaces.",
}


_PAIRS = {"corr": "sic", "reg": "orig", "expan": "abbr"}
"""Each reading of the editors, and that of the source which it stands beside in `choice`."""


class Names(NamedTuple):
    """The names of elements and of attributes that a schema knows, and what it wants in an order."""

    elements: frozenset[str]
    attributes: frozenset[str]
    orders: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class _Said(NamedTuple):
    code: str
    message: str
    hint: str
    place: Place


def is_echo(complaint: Complaint) -> bool:
    """Say whether a complaint only points back to the first of two equal ids."""
    return complaint.message.startswith("first occurrence of ID")


def say(complaint: Complaint, source: Source, names: Names) -> Finding:
    """Give the finding for one complaint about one file."""
    if complaint.message.startswith("text not allowed here"):
        return _finding(source, _text(complaint.place, source))
    tag = source.tag_ending_at(complaint.place)
    if tag is not None:
        for pattern, words in _WORDS:
            found = re.match(pattern, complaint.message)
            if found:
                return _finding(source, words(found, tag, source, names))
    message = complaint.message[:1].upper() + complaint.message[1:]
    return _finding(source, _Said("R009", f"{message}.", "", complaint.place))


def _finding(source: Source, said: _Said) -> Finding:
    where = (source.path, said.place.line, said.place.column)
    return Finding(*where, said.code, Severity.ERROR, said.message, said.hint)


def _unknown_element(found: re.Match[str], tag: Tag, source: Source, names: Names) -> _Said:
    near = _nearest(found["name"], names.elements)
    hint = f"Did you mean `{near}`?" if near else _allowed(found["rest"])
    message = f"`{found['name']}` is not an element of this schema."
    if found["name"] in names.elements:
        return _misplaced_element(found, tag, source, names)
    return _Said("R001", message, hint, source.place(tag.element))


def _misplaced_element(found: re.Match[str], tag: Tag, source: Source, names: Names) -> _Said:
    parent = tag.element.getparent()
    inside = f" inside `{_name(parent)}`" if parent is not None else ""
    message = f"`{found['name']}` is not allowed here{inside}."
    hint = _pair(tag.element) or _order(tag.element, names) or _allowed(found["rest"])
    return _Said("R002", message, hint, source.place(tag.element))


def _too_early(found: re.Match[str], tag: Tag, source: Source, names: Names) -> _Said:
    message = f"`{found['name']}` stands too early: {_list(_quoted(found['rest']))} must come first."
    return _Said("R006", message, _order(tag.element, names), source.place(tag.element))


def _pair(element: etree._Element) -> str:
    """Say how two readings of a place are written, where one of them stands wrongly."""
    name, parent = _name(element), element.getparent()
    if parent is not None and _name(parent) == "choice":
        return "Write the source's reading first: `sic` with `corr`, `orig` with `reg`, `abbr` with `expan`."
    if name in _PAIRS:
        source = _PAIRS[name]
        return f'Write both readings: <choice><{source}>…</{source}><{name} resp="…">…</{name}></choice>.'
    return ""


def _order(element: etree._Element, names: Names) -> str:
    """Say in which order the things in an element stand, where the schema has one and this is one of them."""
    parent = element.getparent()
    order = names.orders.get(_name(parent), ()) if parent is not None else ()
    return f"Keep this order: {_list(list(order))}." if _name(element) in order else ""


def _attribute(found: re.Match[str], tag: Tag, source: Source, names: Names) -> _Said:
    name = found["name"]
    expected = _quoted(found["rest"])
    message = f"`{name}` is not an attribute of `{_name(tag.element)}`."
    near = _nearest(name, expected) or _nearest(name, names.attributes)
    hint = f"Did you mean `{near}`?" if near and near != name else _allowed(found["rest"])
    return _Said("R003", message, hint, source.place(tag.element, name))


def _value(found: re.Match[str], tag: Tag, source: Source, _: Names) -> _Said:
    name = found["name"]
    value = next((str(v) for k, v in tag.element.attrib.items() if local(str(k)) == name), "")
    token = re.match(r'; token "([^"]*)" invalid', found["rest"])
    value = token[1] if token else value
    message = f'`{name}` cannot be "{value}".'
    choices = _quoted(found["rest"].partition("equal to")[2])
    near = _nearest(value, choices)
    hint = f'Did you mean "{near}"?' if near else _VALUE_HINTS.get(name, "")
    if hint == _DATE_HINT and re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", value):
        hint = "The form is right, but the calendar has no such date."
    if not value.strip():
        message, hint = f"`{name}` is empty.", "Write a value, or remove the attribute."
    if choices and not near:
        hint = f"Allowed: {_list(choices, mark='')}."
    return _Said("R004", message, hint, source.place(tag.element, name))


def _missing_attribute(found: re.Match[str], tag: Tag, source: Source, _: Names) -> _Said:
    missing = _quoted(found["rest"])
    message = f"`{found['name']}` lacks {_list(missing, word='or' if 'or ' in found['rest'] else 'and')}."
    return _Said("R005", message, "", source.place(tag.element))


def _incomplete(found: re.Match[str], tag: Tag, source: Source, _: Names) -> _Said:
    names = _quoted(found["rest"])
    needs = f": {_list(names, word='or')} must follow" if names else ""
    return _Said("R006", f"`{found['name']}` is incomplete{needs}.", "", source.place(tag.element))


def _text(place: Place, source: Source) -> _Said:
    """Name the text that follows the last tag: jing stops somewhere behind its first letter."""
    tag = source.last_tag_before(place)
    is_tail = tag.is_end or (len(tag.element) == 0 and not tag.element.text)
    above = tag.element.getparent()
    parent = above if is_tail and above is not None else tag.element
    text = (tag.element.tail if is_tail else tag.element.text) or ""
    words = " ".join(text.split())
    shown = words if len(words) <= 40 else words[:40].rsplit(" ", 1)[0] + " …"
    message = f'Text is not allowed directly inside `{_name(parent)}`: "{shown}".'
    begins = source.place_in_text(tag.element, is_tail, len(text) - len(text.lstrip()))
    return _Said("R007", message, "Put it into one of the elements that belong there.", begins)


def _content(found: re.Match[str], tag: Tag, source: Source, _: Names) -> _Said:
    message = f"What stands in `{found['name']}` is not a value that it can have."
    choices = _quoted(found["rest"])
    hint = f"Allowed: {_list(choices, mark='')}." if choices else ""
    return _Said("R008", message, hint, source.place(tag.element))


def _repeated_id(found: re.Match[str], tag: Tag, source: Source, _: Names) -> _Said:
    message = f'The xml:id "{found["name"]}" is used twice.'
    hint = "Give one of the two another id; pointers to it must follow."
    return _Said("N001", message, hint, source.place(tag.element, "xml:id"))


_Words = Callable[[re.Match[str], Tag, Source, Names], _Said]
_NAME = r'"(?P<name>[^"]*)"(?: from namespace "[^"]*")?'
_WORDS: tuple[tuple[str, _Words], ...] = (
    (rf"element {_NAME} not allowed anywhere(?P<rest>.*)", _unknown_element),
    (rf"element {_NAME} not allowed yet; missing required elements? (?P<rest>.*)", _too_early),
    (rf"element {_NAME} not allowed (?:here|yet)(?P<rest>.*)", _misplaced_element),
    (rf"attribute {_NAME} not allowed here(?P<rest>.*)", _attribute),
    (rf"found attribute {_NAME}(?P<rest>), but no attributes allowed here", _attribute),
    (rf"value of attribute {_NAME} is invalid(?P<rest>.*)", _value),
    (
        rf"element {_NAME} missing (?:one or more )?required attributes?(?P<rest>.*)",
        _missing_attribute,
    ),
    (rf"element {_NAME} incomplete(?P<rest>.*)", _incomplete),
    (rf"empty content for element {_NAME} not allowed(?P<rest>.*)", _incomplete),
    (rf"character content of element {_NAME} invalid(?P<rest>.*)", _content),
    (rf"ID {_NAME} has already been defined", _repeated_id),
)


def _nearest(name: str, names: Collection[str]) -> str | None:
    """Give the name that somebody who wrote `name` probably meant."""
    for candidate in sorted(names):
        if candidate.lower() == name.lower():
            return candidate
    near = get_close_matches(name, sorted(names), n=1, cutoff=0.75)
    return near[0] if near else None


def _quoted(text: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r'"([^"]*)"', re.sub(r'from namespace "[^"]*"', "", text))))


def _allowed(rest: str) -> str:
    names = _quoted(rest)
    if not names:
        return "Nothing more is allowed here." if "end-tag" in rest else ""
    return f"Allowed here: {_list(names, word='or')}."


def _list(names: list[str], word: str = "and", mark: str = "`") -> str:
    """Name a few things and count the rest."""
    shown = [f"{mark}{name}{mark}" if mark else f'"{name}"' for name in names[:_MOST_NAMES]]
    if len(names) > _MOST_NAMES:
        return ", ".join(shown) + f" and {len(names) - _MOST_NAMES} more"
    return shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + f" {word} {shown[-1]}"


def _name(element: etree._Element) -> str:
    return local(str(element.tag))
