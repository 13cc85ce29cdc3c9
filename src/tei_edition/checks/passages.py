"""Passages whose language is plainly another than the one they are marked as (L103)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from tei_edition.checks.found import Found
from tei_edition.checks.language_tags import language_in, name_of
from tei_edition.checks.reading import another_language
from tei_edition.checks.worded import shortened
from tei_edition.markup import XML_LANG, local, tei, text_of
from tei_edition.source import Source

_PASSAGES = frozenset(
    tei(name) for name in "p ab head title note lg list desc figDesc byline opener closer salute cell".split()
)
"""Elements that begin a passage of their own inside another; whatever has an xml:lang does so too."""

_NOT_READ = frozenset(
    tei(name)
    for name in "persName placeName orgName geogName name rs date num measure idno ref ptr address signed "
    "bibl biblStruct abbr am del gap fw formula code eg egXML gi att val tag".split()
)
"""Names, figures and the like stand as they are in any language."""

_LETTERS = 50
"""Letters from which on a passage is read. Shorter ones are often names and terms."""

_LONG = 2000
"""Characters of a passage that are read: enough to know it."""

_NEARLY_ALL = 0.8
"""The share of a division's letters that are in another language, from which on the whole division is."""

_BREAKS = frozenset(tei(name) for name in "lb pb cb gb milestone item row l label".split())
"""Elements that divide words."""

_HEADER = tei("teiHeader")


class _Passage(NamedTuple):
    """An element's own words, and the element whose xml:lang holds for them."""

    element: etree._Element
    mark: etree._Element
    words: str

    @property
    def letters(self) -> int:
        """How many letters the words have."""
        return _letters_in(self.words)


class _Misread(NamedTuple):
    """A passage that is marked as one language and is in another."""

    passage: _Passage
    claimed: str
    found: str


def check(source: Source) -> Iterator[Found]:
    """Read all marked passages of a file; where nearly all of a division is wrong, tell the division once.

    The xml:lang of the whole file is that of its text: what has none in the header is not read.
    """
    passages = list(_passages(source.root))
    misread = [one for passage in passages if (one := _misread(passage))]
    if not misread:
        return
    divisions = _Divisions(passages, misread)
    told = set[tuple[etree._Element, str]]()
    for one in misread:
        element = divisions.whole(one)
        if (element, one.found) not in told:
            told.add((element, one.found))
            yield _found(element, one)


def _found(element: etree._Element, one: _Misread) -> Found:
    claimed, found = (f"{name_of(code)} ({code})" for code in (one.claimed, one.found))
    beginning = shortened(text_of(one.passage.element))
    message = f'This passage is marked as {claimed} and reads as {found}: "{beginning}".'
    if element is one.passage.mark:
        return Found("L103", element, "xml:lang", message, f'Write xml:lang="{one.found}".')
    name, around = local(str(element.tag)), local(str(one.passage.mark.tag))
    hint = f'Write xml:lang="{one.found}" on this `{name}`: it has that of the `{around}` around it.'
    return Found("L103", element, "", message, hint)


def _misread(passage: _Passage) -> _Misread | None:
    claimed = language_in(str(passage.mark.get(XML_LANG)))
    found = another_language(passage.words[:_LONG], claimed) if claimed else ""
    return _Misread(passage, claimed, found) if found else None


class _Divisions:
    """How many letters the elements around passages hold, and how many of them in another language."""

    def __init__(self, passages: list[_Passage], misread: list[_Misread]) -> None:
        marks = {one.passage.mark for one in misread}
        self._right = {passage.element for passage in passages} - {one.passage.element for one in misread}
        self._all = Counter[etree._Element]()
        self._wrong = Counter[tuple[etree._Element, str]]()
        for passage in passages:
            if passage.mark in marks:
                self._all.update(dict.fromkeys(_up_to_mark(passage), passage.letters))
        for one in misread:
            self._wrong.update(
                {(element, one.found): one.passage.letters for element in _up_to_mark(one.passage)}
            )

    def whole(self, one: _Misread) -> etree._Element:
        """Give the outermost element around a passage of which nearly all is in that other language.

        What stands inside a passage that is right, such as a note, does not speak for that passage.
        """
        whole = one.passage.element
        for element in _up_to_mark(one.passage):
            if element in self._right:
                break
            if self._wrong[element, one.found] >= _NEARLY_ALL * self._all[element]:
                whole = element
        return whole


def _up_to_mark(passage: _Passage) -> Iterator[etree._Element]:
    """Give a passage's element and those around it, to the one whose xml:lang holds for it."""
    element: etree._Element | None = passage.element
    while element is not None and element is not passage.mark:
        yield element
        element = element.getparent()
    yield passage.mark


@dataclass
class _Open:
    """An element that is being walked through: whose words these are, and the xml:lang that holds."""

    element: etree._Element
    mark: etree._Element | None
    pieces: list[str] = field(default_factory=list)


def _passages(root: etree._Element) -> Iterator[_Passage]:
    """Give the passages of a file that are marked as a language and long enough to be read."""
    opened = [_Open(root, None)]
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start":
            if element.tag in _NOT_READ:
                walk.skip_subtree()
            elif _begins(element):
                opened.append(_Open(element, _mark(element, opened[-1].mark), [element.text or ""]))
            else:
                opened[-1].pieces += [" " if element.tag in _BREAKS else "", element.text or ""]
            continue
        if event == "end" and element is opened[-1].element and len(opened) > 1:
            yield from _finished(opened.pop())
        opened[-1].pieces.append(element.tail or "")


def _begins(element: etree._Element) -> bool:
    return element.tag in _PASSAGES or element.tag == _HEADER or element.get(XML_LANG) is not None


def _mark(element: etree._Element, around: etree._Element | None) -> etree._Element | None:
    if element.get(XML_LANG) is not None:
        return element
    return None if element.tag == _HEADER else around


def _finished(one: _Open) -> Iterator[_Passage]:
    words = " ".join("".join(one.pieces).split()) if one.mark is not None else ""
    if one.mark is not None and _has_enough_letters(words):
        yield _Passage(one.element, one.mark, words)


def _has_enough_letters(words: str) -> bool:
    """Say whether a passage is long enough to be read, of most by how it begins."""
    return len(words) >= _LETTERS and (
        _letters_in(words[: 2 * _LETTERS]) >= _LETTERS or _letters_in(words) >= _LETTERS
    )


def _letters_in(words: str) -> int:
    return sum(map(str.isalpha, words))
