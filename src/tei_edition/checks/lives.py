"""The lives of persons against the date of the document that names them (D4)."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from tei_edition.checks.found import Found
from tei_edition.checks.tagged import Tagged, dated, tagged
from tei_edition.checks.worded import shortened
from tei_edition.corpus import Corpus, Entry
from tei_edition.markup import tei, text_of
from tei_edition.memory import while_there
from tei_edition.source import Source
from tei_edition.words.calendar import Interval

_PROFILE = f"{tei('teiHeader')}/{tei('profileDesc')}"
_FILE = f"{tei('teiHeader')}/{tei('fileDesc')}"
_CREATED = (
    f"{_PROFILE}/{tei('creation')}",
    f"{_FILE}/{tei('sourceDesc')}//{tei('msDesc')}//{tei('origDate')}",
)
_SENT = f"{_PROFILE}/{tei('correspDesc')}/{tei('correspAction')}[@type='sent']"
_AUTHORS = f"{_FILE}/{tei('titleStmt')}/{tei('author')}"
_ASIDE = frozenset(tei(name) for name in ("note", "bibl", "biblStruct", "rdg"))
"""Where editors and later times speak, of persons whom the document cannot know."""


class _Life(NamedTuple):
    """When a person is born and dies, as far as the register says it."""

    born: Tagged | None
    died: Tagged | None


def check(source: Source, corpus: Corpus) -> Iterator[Found]:
    """Compare births and deaths in the registers with the date of the document.

    Who writes a document is alive then; who is named in it is born. The dead are named everywhere.
    """
    root, lives = source.root, _lives(corpus)
    senders = root.findall(_SENT)
    created = _interval([part for path in _CREATED for part in root.findall(path)])
    written = created or _interval(senders)
    if written is None or not lives:
        return
    authors = [name for author in root.findall(_AUTHORS) for name in author.iter(etree.Element)]
    writers = [*authors, *(name for action in senders for name in action.iter(tei("persName")))]
    names = [(element, True) for element in writers] + [(element, False) for element in _named(root)]
    seen: set[str] = set()
    for element, is_writer in names:
        pointers = element.get("ref", "")
        if pointers not in seen:
            seen.add(pointers)
            person = _person(pointers, source, corpus)
            if person in lives:
                yield from _outside(element, lives[person], written, is_writer)


@while_there
def _lives(corpus: Corpus) -> dict[etree._Element | None, _Life]:
    """Give the births and deaths of all persons of whom a register has one."""
    persons = [entry.element for entry in corpus.entries.values() if entry.element.tag == tei("person")]
    lives = {person: _Life(_date(person, "birth"), _date(person, "death")) for person in persons}
    return {person: life for person, life in lives.items() if life.born or life.died}


def _named(root: etree._Element) -> Iterator[etree._Element]:
    """Give the names of persons in the document's own text."""
    for text in root.iter(tei("text")):
        for element in text.iter(tei("persName")):
            if not any(ancestor.tag in _ASIDE for ancestor in element.iterancestors()):
                yield element


def _person(pointers: str, source: Source, corpus: Corpus) -> etree._Element | None:
    """Give the register's entry of the person that a name points to."""
    for pointer in pointers.split():
        entry = corpus.resolve(pointer, source)
        if isinstance(entry, Entry) and entry.element.tag == tei("person"):
            return entry.element
    return None


def _outside(element: etree._Element, life: _Life, written: Interval, is_writer: bool) -> Iterator[Found]:
    name = shortened(text_of(element))
    first, last = (date.whole() if date else None for date in life)
    if life.born and first and first.first > written.last:
        message = f'"{name}" is born {life.born.show()}, after the date of this document.'
        yield Found("D401", element, "ref", message, _HINT)
    elif life.died and last and is_writer and last.last < written.first:
        message = f'"{name}" dies {life.died.show()}, before the date of this document.'
        yield Found("D401", element, "ref", message, _HINT)


_HINT = "Look whether it is the right person, and whether both dates are right."


def _date(person: etree._Element, name: str) -> Tagged | None:
    element = person.find(tei(name))
    date = tagged(element) if element is not None else None
    return date if date is not None and date.parts and date.has_year() else None


def _interval(parts: list[etree._Element]) -> Interval | None:
    """Give the time from the first to the last date in some elements, if they have any with a year."""
    dates = [date for part in parts for element in dated(part) if (date := tagged(element)).has_year()]
    wholes = [whole for date in dates if (whole := date.whole()) is not None]
    if not wholes:
        return None
    return Interval(min(whole.first for whole in wholes), max(whole.last for whole in wholes))
