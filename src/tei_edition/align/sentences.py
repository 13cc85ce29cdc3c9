"""The sentences of a file: a plain text with one in each line, or the `s` elements of a version in TEI."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from tei_edition.align.propose import Sentence
from tei_edition.errors import EditionError
from tei_edition.markup import XML_ID, XML_LANG, tei
from tei_edition.read import read
from tei_edition.source import Source
from tei_edition.words.tables import primary

_LEFT_OUT = frozenset(map(tei, ("note", "sic", "orig", "abbr", "del", "teiHeader")))
_NAMED = ("ref", "when", "from", "to", "value", "quantity")
"""Attributes that two versions write in the same way."""


@dataclass(frozen=True)
class Side:
    """A file, the language that is asked for ("" for any), its sentences, and the TEI that they stand in."""

    path: Path
    language: str
    sentences: tuple[Sentence, ...]
    source: Source | None


def side(path: Path, language: str = "") -> Side:
    """Read one side.

    In a TEI file: the version in a language, or the original where none is asked for. In another file each
    line that is not blank is a sentence. Raises `EditionError` for what cannot be read or has no sentence.
    """
    if path.suffix.lower() != ".xml":
        return Side(path, language, tuple(Sentence(line, language) for line in _lines(path)), None)
    source = read(path)
    if not isinstance(source, Source):
        raise EditionError(f"{path}: {source[0].message}", source[0].hint)
    found = tuple(_sentence(element) for element in _versions(source.root, language))
    if not found:
        where = f'no version with xml:lang="{language}"' if language else "no version"
        raise EditionError(
            f"{path} has {where} whose sentences are `s` elements with an xml:id",
            "Put each sentence in an `s` element with an xml:id.",
        )
    return Side(path, language, found, source)


def _lines(path: Path) -> list[str]:
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise EditionError(f"{path} is not a text in UTF-8", "Save it as UTF-8.") from None
    return [line for line in map(str.strip, text.replace("\r\n", "\n").split("\n")) if line]


def _versions(root: etree._Element, language: str) -> Iterator[etree._Element]:
    """Give the sentences of the version that is asked for."""
    divs = [div for div in root.iter(tei("div")) if div.get("type") in ("original", "translation")]
    asked = [div for div in divs if _is_asked(div, language)] if divs else list(root.iter(tei("text")))
    for part in asked:
        yield from (s for s in part.iter(tei("s")) if s.get(XML_ID))


def _is_asked(div: etree._Element, language: str) -> bool:
    if not language:
        return div.get("type") == "original"
    return primary(str(div.get(XML_LANG, ""))) == primary(language)


def _sentence(element: etree._Element) -> Sentence:
    languages = [str(one.get(XML_LANG)) for one in (element, *element.iterancestors()) if one.get(XML_LANG)]
    language = languages[0] if languages else ""
    names = tuple(dict.fromkeys(_names(element)))
    return Sentence(" ".join("".join(_text(element)).split()), language, names, str(element.get(XML_ID)))


def _text(element: etree._Element) -> Iterator[str]:
    """Give the text of a sentence as an editor reads it: corrected, without notes."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _LEFT_OUT:
            yield from _text(child)
        yield child.tail or ""


def _names(element: etree._Element) -> Iterator[str]:
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _LEFT_OUT:
            yield from (str(value) for name in _NAMED if (value := child.get(name)))
            yield from _names(child)
