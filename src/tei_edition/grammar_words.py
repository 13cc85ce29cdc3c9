"""Turn what jing says into a finding at the exact place, in plain words, with the nearest name first.

A file may break its schema in thousands of places, mostly in the same few ways:
what depends on the words alone is worked out once for each of them.
"""

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from lxml import etree
from rapidfuzz.distance import Levenshtein

from tei_edition import edits as edits_of
from tei_edition.findings import Edit, Finding, Severity
from tei_edition.jing import Complaint
from tei_edition.markup import local, tei
from tei_edition.place import Place
from tei_edition.source import Source, Tag

_MOST_NAMES = 8
_MOST_VALUES = 16
_TOO_MANY_NAMES = 24
"""So much is allowed nearly everywhere in `tei_all`, and the first few by the alphabet help nobody."""

_LONGEST_VALUE = 80
_DATE_HINT = "Write a date as 1941-06-29, 1941-06 or 1941."
_VALUE_HINTS = {
    **dict.fromkeys(("when", "from", "to", "notBefore", "notAfter"), _DATE_HINT),
    "xml:id": "An id begins with a letter (a to z) and holds such letters, digits, '-' and '_' only.",
    "xml:lang": 'Write a language as "fr", "en" or "ro-Latn".',
    "quantity": 'Write the number in digits, without spaces and commas: quantity="13266".',
    "value": 'Write the number in digits, without spaces and commas: value="13266".',
    "ref": "A pointer holds no spaces inside; several pointers are separated by spaces.",
}
_MISSING_HINTS = {
    "resp": 'Say who is responsible, as in resp="resp:editors".',
    "xml:lang": 'Write the language, as in xml:lang="fr".',
    "xml:id": "Write an id that nothing else in the file has.",
    "when": 'Write the date, as in when="1941-06-29".',
}
_OF_HTML = {
    html: tei
    for tei, names in {
        "hi": "b i u em strong small sub sup big tt s strike font",
        "head": "h1 h2 h3 h4 h5 h6",
        "list": "ul ol",
        "cell": "td th",
        "item": "li",
        "row": "tr",
        "div": "section",
        "quote": "blockquote",
        "seg": "span",
        "ref": "a",
        "lb": "br",
        "graphic": "img",
    }.items()
    for html in names.split()
}
"""Elements of HTML, and what TEI has instead."""

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
    end: Place | None = None
    edits: tuple[Edit, ...] = ()


def say(complaint: Complaint, source: Source, names: Names) -> Finding:
    """Give the finding for one complaint about one file."""
    place = _in_characters(complaint.place, source)
    if complaint.message.startswith("text not allowed here"):
        return _finding(source, _text(place, source))
    tag = source.tag_ending_at(place)
    recognised = _recognise(complaint.message)
    if tag is not None and recognised is not None:
        words, found = recognised
        return _finding(source, words(found, _meant(tag, found), source, names))
    message = complaint.message[:1].upper() + complaint.message[1:].rstrip(".")
    return _finding(source, _Said("R009", f"{message}.", "", place))


def _meant(tag: Tag, found: re.Match[str]) -> Tag:
    """Give the tag that a complaint is about.

    jing complains of an unknown element again at an element inside it, and still names the outer one.
    """
    name = found["name"]
    if not found[0].startswith("element ") or _name(tag.element) == name:
        return tag
    outer = next((above for above in tag.element.iterancestors() if _name(above) == name), tag.element)
    return Tag(outer, False)


def _in_characters(place: Place, source: Source) -> Place:
    """Count a place's column in characters, where jing counts units of UTF-16.

    In the first line of a file that begins with `<?xml-model`, Java's parser counts five letters twice.
    Somebody may have saved the file since it was read: then the last line must do.
    """
    twice = 5 if place.line == 1 and re.match(r"<\?xml\S", source.text) else 0
    place = Place(min(place.line, source.lines), max(place.column - twice, 1))
    line = source.line(place.line)
    if line.isascii():
        return place
    before = line.encode("utf-16-le", "surrogatepass")[: 2 * (place.column - 1)]
    return Place(place.line, len(before.decode("utf-16-le", "replace")) + 1)


@lru_cache(maxsize=10_000)
def _recognise(message: str) -> "tuple[_Words, re.Match[str]] | None":
    for pattern, words in _WORDS:
        found = re.match(pattern, message)
        if found:
            return words, found
    return None


def _finding(source: Source, said: _Said) -> Finding:
    where = (source.path, said.place.line, said.place.column)
    return Finding(*where, said.code, Severity.ERROR, said.message, said.hint, said.end, said.edits)


def _unknown_element(found: re.Match[str], tag: Tag, source: Source, names: Names) -> _Said:
    name = found["name"]
    if name in names.elements:
        return _misplaced_element(found, tag, source, names)
    near = _nearest(name, names.elements)
    if _OF_HTML.get(name) in names.elements:
        near = _OF_HTML[name]
    hint = f"Did you mean `{near}`?" if near else _allowed(found["rest"])
    meant = _same_but_case(name, names.elements)
    edits: tuple[Edit, ...] = ()
    if meant and tag.element.tag == tei(name) and name.lower() not in _OF_HTML:
        edits = edits_of.element_named(source, tag.element, meant)
    message = f"`{name}` is not an element of this schema."
    return _Said("R001", message, hint, *source.ends(tag.element), edits)


def _misplaced_element(found: re.Match[str], tag: Tag, source: Source, names: Names) -> _Said:
    name, place = found["name"], source.ends(tag.element)
    parent = _parent(tag.element)
    order = names.orders.get(parent, ())
    later = _later_sibling(tag.element, order)
    if later is not None and later not in _quoted(found["rest"]):
        if later == name:
            return _Said("R006", f"`{parent}` has `{name}` twice.", "Keep one of them.", *place)
        return _Said("R006", f"`{name}` stands too late.", f"Move it before `{later}`.", *place)
    message = f"`{name}` is not allowed here{f' inside `{parent}`' if parent else ''}."
    hint = _pair(name, parent) or _in_order(name, order) or _allowed(found["rest"])
    return _Said("R002", message, hint, *place)


def _later_sibling(element: etree._Element, order: tuple[str, ...]) -> str | None:
    """Name the first of the elements before this one that should come after it, or only once."""
    name = _name(element)
    if name not in order:
        return None
    first = None
    for other in element.itersiblings(etree.Element, preceding=True):
        if _name(other) in order[order.index(name) + 1 :]:
            first = _name(other)
    before = element.getprevious()
    return first or (name if before is not None and before.tag == element.tag else None)


def _pair(name: str, parent: str) -> str:
    """Say how two readings of a place are written, where one of them stands wrongly."""
    if parent == "choice":
        return "Write the source's reading first: `sic` with `corr`, `orig` with `reg`, `abbr` with `expan`."
    if name in _PAIRS:
        source = _PAIRS[name]
        return f'Write both readings: <choice><{source}>…</{source}><{name} resp="…">…</{name}></choice>.'
    return ""


def _in_order(name: str, order: tuple[str, ...]) -> str:
    """Say in which order the things in an element stand, where the schema has one and this is one of them."""
    return f"Keep this order: {_list(order)}." if name in order else ""


def _too_early(found: re.Match[str], tag: Tag, source: Source, names: Names) -> _Said:
    message = f"`{found['name']}` stands too early: {_list(_quoted(found['rest']))} must come first."
    hint = _in_order(found["name"], names.orders.get(_parent(tag.element), ()))
    return _Said("R006", message, hint, *source.ends(tag.element))


def _attribute(found: re.Match[str], tag: Tag, source: Source, names: Names) -> _Said:
    name, rest = found["name"], found["rest"]
    message = f"`{name}` is not an attribute of `{_name(tag.element)}`."
    meant = _same_but_case(name, frozenset(_quoted(rest)))
    edits: tuple[Edit, ...] = ()
    if meant and meant not in map(local, map(str, tag.element.attrib)):
        edits = edits_of.attribute_named(source, tag.element, name, meant)
    hint = _attribute_hint(name, rest, names.attributes)
    return _Said("R003", message, hint, *source.ends(tag.element, name), edits)


@lru_cache(maxsize=10_000)
def _attribute_hint(name: str, rest: str, attributes: frozenset[str]) -> str:
    expected = frozenset(_quoted(rest))
    near = _nearest(name, expected) or _nearest(name, attributes)
    if name.removesuffix("-iso").removesuffix("-custom") in expected:
        near = name.removesuffix("-iso").removesuffix("-custom")
    return f"Did you mean `{near}`?" if near and near != name else _allowed(rest)


def _value(found: re.Match[str], tag: Tag, source: Source, _: Names) -> _Said:
    name = found["name"]
    value = next((str(v) for k, v in tag.element.attrib.items() if local(str(k)) == name), "")
    rest = found["rest"]
    if token := re.match(r'; token "([^"]*)" invalid', rest):
        value, rest = token[1], rest[token.end() :]
    message, hint = _value_words(name, value, rest)
    if name == "target" and not hint and _name(tag.element) == "link" and len(value.split()) == 1:
        hint = "A `link` joins two things or more: write a pointer to each, with a space between them."
    return _Said("R004", message, hint, *source.ends(tag.element, name))


@lru_cache(maxsize=10_000)
def _value_words(name: str, value: str, rest: str) -> tuple[str, str]:
    """Give message and hint for a value; a list of choices counts where nothing else is allowed."""
    if not value.strip():
        return f"`{name}` is empty.", "Write a value, or remove the attribute."
    shown = value if len(value) <= _LONGEST_VALUE else f"{value[:_LONGEST_VALUE]} …"
    message = f'`{name}` cannot be "{shown}".'
    choices = _quoted(rest) if re.match(r"; must be equal to [^;]*$", rest) else ()
    near = _nearest(value, frozenset(choices))
    if near and _is_slip(value, near):
        return message, f'Did you mean "{near}"?'
    if choices:
        return message, f"Allowed: {_list(choices, mark='', most=_MOST_VALUES)}."
    if name == "xml:lang" and re.fullmatch(r"[A-Za-z]{2,3}_\w+", value):
        return message, f'Write xml:lang="{value.replace("_", "-")}".'
    hint = _VALUE_HINTS.get(name, "")
    if hint == _DATE_HINT and re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", value):
        hint = "The form is right, but the calendar has no such date."
    return message, hint


def _is_slip(written: str, meant: str) -> bool:
    """Say whether a value is another one misspelt: "transcription" is not "translation", however alike."""
    return Levenshtein.distance(written.lower(), meant.lower()) <= max(2, len(meant) // 4)


def _missing_attribute(found: re.Match[str], tag: Tag, source: Source, _: Names) -> _Said:
    missing = _quoted(found["rest"])
    message = f"`{found['name']}` lacks {_list(missing, word='or' if 'or ' in found['rest'] else 'and')}."
    hint = " ".join(_MISSING_HINTS[name] for name in missing if name in _MISSING_HINTS)
    return _Said("R005", message, hint, *source.ends(tag.element))


def _incomplete(found: re.Match[str], tag: Tag, source: Source, _: Names) -> _Said:
    names = _quoted(found["rest"])
    needs = f": it needs {'one of ' * (len(names) > 1)}{_list(names)}" if names else ""
    return _Said("R006", f"`{found['name']}` is incomplete{needs}.", "", *source.ends(tag.element))


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
    begins = len(text) - len(text.lstrip())
    stretch = source.text_stretch(tag.element, is_tail, begins, max(len(text.rstrip()), begins))
    return _Said(
        "R007", message, "Put it into one of the elements that belong there.", *source.places(stretch)
    )


def _content(found: re.Match[str], tag: Tag, source: Source, _: Names) -> _Said:
    message = f"What stands in `{found['name']}` is not a value that it can have."
    choices = _quoted(found["rest"]) if "equal to" in found["rest"] else ()
    hint = f"Allowed: {_list(choices, mark='', most=_MOST_VALUES)}." if choices else ""
    return _Said("R008", message, hint, *source.ends(tag.element))


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
)


@lru_cache(maxsize=10_000)
def _same_but_case(name: str, names: frozenset[str]) -> str | None:
    """Give the one name that differs only in its capitals."""
    same = [candidate for candidate in names if candidate.lower() == name.lower()]
    return same[0] if len(same) == 1 and same[0] != name else None


@lru_cache(maxsize=10_000)
def _nearest(name: str, names: frozenset[str]) -> str | None:
    """Give the name that somebody who wrote `name` probably meant."""
    for wanted in (name.lower(), f"xml:{name.lower()}"):
        same = sorted(candidate for candidate in names if candidate.lower() == wanted)
        if same:
            return same[0]
    near = get_close_matches(name, sorted(names), n=1, cutoff=0.75)
    return near[0] if near else None


@lru_cache(maxsize=10_000)
def _quoted(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(re.findall(r'"([^"]*)"', re.sub(r'from namespace "[^"]*"', "", text))))


@lru_cache(maxsize=10_000)
def _allowed(rest: str) -> str:
    names = _quoted(rest)
    if not names:
        return "Nothing more is allowed here." if "end-tag" in rest else ""
    if len(names) > _TOO_MANY_NAMES:
        return ""
    return f"Allowed here: {_list(names, word='or')}."


def _list(names: tuple[str, ...], word: str = "and", mark: str = "`", most: int = _MOST_NAMES) -> str:
    """Name a few things and count the rest."""
    shown = [f"{mark}{name}{mark}" if mark else f'"{name}"' for name in names[:most]]
    if len(names) > most:
        return ", ".join(shown) + f" and {len(names) - most} more"
    return shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + f" {word} {shown[-1]}"


def _parent(element: etree._Element) -> str:
    parent = element.getparent()
    return _name(parent) if parent is not None else ""


def _name(element: etree._Element) -> str:
    return local(str(element.tag))
