"""Names that a document tags nearly everywhere and leaves untagged here (N203)."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml import etree

from tei_edition.checks.worded import language_of
from tei_edition.findings import Finding
from tei_edition.markup import XML_LANG, local, tei, text_of
from tei_edition.rules import severity_of
from tei_edition.source import Source

_NAMES = frozenset(tei(name) for name in ("persName", "placeName", "orgName", "geogName", "name"))
_ASIDE = _NAMES | {
    tei(name)
    for name in "rs head note bibl biblStruct title ref date fw figDesc desc dateline address "
    "listPerson listPlace listOrg listEvent term".split()
}
"""What is a name already, holds one, or stands beside the text."""

_OFTEN = 4
"""How many times words are tagged before they count as a name of this document."""

_LONG = 4
"""Letters from which on words are looked for."""

_SELDOM = 0.2
"""The share of untagged ones up to which they look forgotten, not left out on purpose."""

_FIRST_WORD = re.compile(r"\w+")
_FOREWORD = re.compile(r"[A-ZÀ-ÞŠŽČŁȘȚ][\w.’'-]*\s+$")
_AFTERWORD = re.compile(r"\s+[A-ZÀ-ÞŠŽČŁȘȚ]|-\w")


class _Untagged(NamedTuple):
    """Words that stand in a text as a name: the node whose text or tail they are in, and where."""

    node: etree._Element
    is_tail: bool
    offset: int
    length: int


class _Names(NamedTuple):
    """Names to look for: words that may be the first of one, and the names by their first word.

    Nobody tries each of a thousand names at each word of a text.
    """

    beginning: re.Pattern[str]
    by_first: dict[str, re.Pattern[str]]

    @classmethod
    def of(cls, names: Iterable[str]) -> "_Names":
        """Make them ready; of two names that begin alike the longer one is found."""
        by_first = defaultdict[str, list[str]](list)
        for name in sorted(names, key=lambda name: (-len(name), name)):
            if first := _FIRST_WORD.match(name):
                by_first[first.group()].append(re.escape(name).replace(r"\ ", r"\s+"))
        letters = "".join(sorted({re.escape(first[0]) for first in by_first}))
        return cls(
            re.compile(rf"[{letters}](?<![\w-].)\w*") if letters else re.compile("(?!)"),
            {first: re.compile(rf"(?:{'|'.join(some)})(?!\w)") for first, some in by_first.items()},
        )

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """Give where names stand in a text, those that do not overlap."""
        at = 0
        for word in self.beginning.finditer(text):
            pattern = self.by_first.get(word.group())
            found = pattern.match(text, word.start()) if pattern and word.start() >= at else None
            if found:
                at = found.end()
                yield found


def check(source: Source) -> Iterator[Finding]:
    """Compare the names of a document with the same words untagged in the same language."""
    for text in source.root.iterchildren(tei("text")):
        tagged = _often_tagged(text)
        names = {language: _Names.of(tags) for language, tags in tagged.items() if tags}
        untagged = _find(text, names) if names else {}
        for (language, words), places in untagged.items():
            tags = tagged[language][words]
            if len(places) <= _SELDOM * (len(places) + sum(tags.values())):
                yield from _findings(source, words, tags, places)


def _often_tagged(text: etree._Element) -> dict[str, dict[str, Counter[str]]]:
    """Give the start tags of names by language and words, of those that are tagged often."""
    by_words = defaultdict[str, list[etree._Element]](list)
    for element in text.iter(*_NAMES):
        if element.get("ref"):
            words = text_of(element) if len(element) else " ".join((element.text or "").split())
            by_words[words].append(element)
    tagged = defaultdict[str, dict[str, Counter[str]]](dict)
    for words, elements in by_words.items():
        if len(elements) >= _OFTEN and len(words) >= _LONG and words[0].isupper() and words[-1].isalpha():
            by_language = defaultdict[str, Counter[str]](Counter)
            for element in elements:
                by_language[language_of(element)][_start_tag(element)] += 1
            for language, tags in by_language.items():
                if sum(tags.values()) >= _OFTEN:
                    tagged[language][words] = tags
    return tagged


def _start_tag(element: etree._Element) -> str:
    return f'<{local(str(element.tag))} ref="{element.get("ref")}">'


def _find(text: etree._Element, names: dict[str, _Names]) -> dict[tuple[str, str], list[_Untagged]]:
    """Give where names of a language stand untagged in it, but for those that are part of longer names."""
    found = defaultdict[tuple[str, str], list[_Untagged]](list)
    waiting = [(text, language_of(text))]
    while waiting:
        element, language = waiting.pop()
        for value, node, is_tail in _pieces(element) if language in names else ():
            for match in names[language].find(value):
                if not _is_part(value, match):
                    words = " ".join(match.group().split())
                    found[language, words].append(_Untagged(node, is_tail, match.start(), len(match.group())))
        waiting += [
            (child, str(child.get(XML_LANG, language)))
            for child in element.iterchildren(etree.Element)
            if child.tag not in _ASIDE
        ]
    return found


def _pieces(element: etree._Element) -> Iterator[tuple[str, etree._Element, bool]]:
    """Give the pieces of an element's own text, and where each stands."""
    if element.text:
        yield element.text, element, False
    for child in element:
        if child.tail:
            yield child.tail, child, True


def _is_part(text: str, match: re.Match[str]) -> bool:
    """Say whether a capital stands beside words: `Warsaw Ghetto` is another name than `Warsaw`."""
    before = text[max(match.start() - 40, 0) : match.start()]
    return bool(_FOREWORD.search(before) or _AFTERWORD.match(text, match.end()))


def _findings(source: Source, words: str, tags: Counter[str], places: list[_Untagged]) -> Iterator[Finding]:
    tag, _ = tags.most_common(1)[0]
    name = re.sub(r"<(\w+).*", r"\1", tag)
    for untagged in places:
        first, last = untagged.offset, untagged.offset + untagged.length
        place, end = source.places(source.text_stretch(untagged.node, untagged.is_tail, first, last))
        message = f'"{words}" is tagged as a name {sum(tags.values())} times in this language, and not here.'
        hint = f"If the same is meant, write {tag}{words}</{name}>."
        yield Finding(source.path, *place, "N203", severity_of("N203"), message, hint, end)
