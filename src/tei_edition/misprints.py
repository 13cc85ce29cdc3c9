"""What could not be set as it should be, as findings: letters that no font has (P001), torn notes (P002)."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from tei_edition.findings import Finding
from tei_edition.markup import XML_ID
from tei_edition.rules import severity_of
from tei_edition.source import Source
from tei_edition.typeset import Book


def misprints(book: Book, sources: Sequence[Source]) -> list[Finding]:
    """Say what went wrong in a book, at the places in the files that it was made of."""
    return [*_unshown(book.unshown, sources), *_torn(book, sources)]


def _unshown(characters: Iterable[str], sources: Sequence[Source]) -> Iterator[Finding]:
    """Name each character once for each file, at its first place there."""
    for character in characters:
        for source in sources:
            if offsets := _offsets(character, source):
                yield _of_character(character, source, offsets)


def _offsets(character: str, source: Source) -> list[int]:
    """Give where a character stands in a file, also where it is written as a number."""
    number = ord(character)
    written = re.compile(f"{re.escape(character)}|&#(?:0*{number}|x0*{number:x});", re.IGNORECASE)
    return [found.start() for found in written.finditer(source.text)]


def _of_character(character: str, source: Source, offsets: list[int]) -> Finding:
    place = source.place_at(offsets[0])
    code = f"U+{ord(character):04X}"
    called = f"{code} {unicodedata.name(character, '')}".strip()
    shown = f'"{character}" ({called})' if character.isprintable() else called
    times = f" It stands {len(offsets)} times in this file." if len(offsets) > 1 else ""
    message = f"No font has the character {shown}; the PDF shows [{code}] in its place.{times}"
    hint = "Put a font that has it, an .otf or .ttf file, into xslt/pdf/fonts/ of the edition."
    if not character.isprintable():
        hint = "Replace it: nothing is printed for it."
    return Finding(source.path, place.line, place.column, "P001", severity_of("P001"), message, hint)


def _torn(book: Book, sources: Sequence[Source]) -> Iterator[Finding]:
    for note in book.torn:
        stem, _, name = note.id.partition(".")
        source = next((source for source in sources if source.path.stem == stem), None)
        if source is not None:
            place = source.place(_element(source, name))
            message = (
                f"The mark of a note stands on page {note.mark} of {book.name}, its text on page {note.text}."
            )
            hint = "Divide the paragraph, or move the note to another place in it."
            yield Finding(source.path, place.line, place.column, "P002", severity_of("P002"), message, hint)


def _element(source: Source, name: str) -> etree._Element:
    """Give the element with an id, or else the root."""
    return next((node for node in source.root.iter() if node.get(XML_ID) == name), source.root)
