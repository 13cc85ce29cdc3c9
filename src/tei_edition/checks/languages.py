"""Languages: tags that are right (L101, L104), declared in the header (L102), and true (L103)."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple, cast

from lxml import etree

from tei_edition.checks import passages
from tei_edition.checks.found import Found
from tei_edition.checks.language_tags import SPECIAL, fault_of, name_of
from tei_edition.corpus import Corpus
from tei_edition.markup import TEI, XML_LANG, local, tei
from tei_edition.memory import while_there
from tei_edition.source import Source
from tei_edition.words.tables import primary

_ATTRIBUTES = {XML_LANG: "", "ident": tei("language"), "mainLang": "", "otherLangs": "", "targetLang": ""}
"""Attributes that hold language tags, and the element on which they do so, where it is only one."""

_HOLDERS = etree.XPath(
    "(descendant-or-self::*/@xml:lang | descendant-or-self::*/@mainLang | descendant-or-self::*/@otherLangs"
    " | descendant-or-self::*/@targetLang | descendant-or-self::t:language/@ident)/..",
    namespaces={"t": TEI},
)


class _Use(NamedTuple):
    """A language tag where it stands, one of several perhaps."""

    element: etree._Element
    attribute: str
    tag: str


def check(source: Source, corpus: Corpus) -> Iterator[Found]:
    """Check what a file says of its languages against the registry, its header and its words."""
    uses = list(_uses(source.root))
    yield from _wrong(uses)
    yield from _undeclared(uses, source, corpus)
    yield from passages.check(source)


def _uses(root: etree._Element) -> Iterator[_Use]:
    elements = cast(list[etree._Element], _HOLDERS(root))
    for element in elements:
        for name, on in _ATTRIBUTES.items():
            value = element.get(name)
            if value is not None and on in ("", element.tag):
                tags = value.split() if name == "otherLangs" else [value]
                yield from (_Use(element, name, tag) for tag in tags)


def _wrong(uses: list[_Use]) -> Iterator[Found]:
    """Find tags that are none, or should be others (L101, L104), each once with the number of its places.

    An empty xml:lang is right: it says that the language is not known.
    """
    times = Counter(use.tag for use in uses)
    for tag, use in {use.tag: use for use in reversed(uses) if use.tag or use.attribute != XML_LANG}.items():
        if fault := fault_of(tag):
            often = f" It stands in this file {times[tag]} times." if times[tag] > 1 else ""
            right = fault.right and _in_list(use, fault.right)
            name = local(use.attribute)
            yield Found(fault.code, use.element, name, fault.message + often, fault.hint, right)


def _in_list(use: _Use, right: str) -> str:
    """Give the whole value of an attribute with the one tag in it that is meant put right."""
    if use.attribute != "otherLangs":
        return right
    tags = str(use.element.get(use.attribute)).split()
    return " ".join(right if tag == use.tag else tag for tag in tags)


def _undeclared(uses: list[_Use], source: Source, corpus: Corpus) -> Iterator[Found]:
    """Find the first use in the text of each language that no header declares (L102).

    Where nothing is declared, nothing is missing: `langUsage` is not asked for here.
    """
    declared = _declared(uses)
    if corpus.edition is not None and corpus.edition is not source:
        declared |= _declared_in(corpus.edition)
    if not declared - {""}:
        return
    first: dict[str, _Use] = {}
    for text in source.root.iterchildren(tei("text")):
        for use in (use for use in _uses(text) if use.attribute == XML_LANG):
            first.setdefault(_code(use.tag), use)
    for code, use in first.items():
        if code and code not in declared:
            message = f"{name_of(code)} ({code}) is used in the text and not declared in the header."
            hint = f'Add <language ident="{code}">{name_of(code)}</language> to `langUsage`.'
            yield Found("L102", use.element, "xml:lang", message, hint)


@while_there
def _declared_in(header: Source) -> frozenset[str]:
    """Give the languages that the edition's header declares, which all its documents ask for."""
    return _declared(_uses(header.root))


def _declared(uses: Iterable[_Use]) -> frozenset[str]:
    return frozenset(_code(use.tag) for use in uses if use.attribute == "ident")


def _code(tag: str) -> str:
    """Give the language of a tag without script, country and variants; "" where it says none."""
    fault = fault_of(tag) if tag else None
    code = primary((fault.right or "") if fault else tag)
    return "" if code in SPECIAL or code == "x" else code
