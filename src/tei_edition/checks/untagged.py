"""Names that a document tags nearly everywhere and leaves untagged here (N203)."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
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

_FOREWORD = re.compile(r"[A-ZÀ-ÞŠŽČŁȘȚ][\w.’'-]*\s+$")
_AFTERWORD = re.compile(r"\s+[A-ZÀ-ÞŠŽČŁȘȚ]|-\w")


class _Untagged(NamedTuple):
    """Words that stand in a text as a name: the node whose text or tail they are in, and where."""

    node: etree._Element
    is_tail: bool
    offset: int
    length: int


def check(source: Source) -> Iterator[Finding]:
    """Compare the names of a document with the same words untagged in the same language."""
    for text in source.root.iterchildren(tei("text")):
        tagged = _often_tagged(text)
        patterns = {language: _pattern(tags) for language, tags in tagged.items() if tags}
        untagged = _find(text, patterns) if patterns else {}
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


def _pattern(names: dict[str, Counter[str]]) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda words: (-len(words), words))
    words = "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in longest_first)
    return re.compile(rf"(?<![\w-])(?:{words})(?!\w)")


def _find(
    text: etree._Element, patterns: dict[str, re.Pattern[str]]
) -> dict[tuple[str, str], list[_Untagged]]:
    """Give where names of a language stand untagged in it, but for those that are part of longer names."""
    found = defaultdict[tuple[str, str], list[_Untagged]](list)
    waiting = [(text, language_of(text))]
    while waiting:
        element, language = waiting.pop()
        pieces = [(element.text, element, False), *((child.tail, child, True) for child in element)]
        pattern = patterns.get(language)
        for value, node, is_tail in pieces:
            for match in pattern.finditer(value) if pattern and value else ():
                if not _is_part(value or "", match):
                    words = " ".join(match.group().split())
                    found[language, words].append(_Untagged(node, is_tail, match.start(), len(match.group())))
        waiting += [
            (child, str(child.get(XML_LANG, language)))
            for child in element.iterchildren(etree.Element)
            if child.tag not in _ASIDE
        ]
    return found


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
