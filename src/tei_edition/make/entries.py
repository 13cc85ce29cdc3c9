"""The entries of registers that have pages of their own, and where documents name them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from tei_edition.errors import EditionError
from tei_edition.markup import ED, XML_ID, XML_LANG, tei

_SAYS_WHO = ("source", "resp", "who", "ana", "cert", "decls", "change")
"""Attributes that point to who says something, not to what it is said of."""

_ANY_IDS = etree.XMLParser(collect_ids=False, resolve_entities=False, no_network=True)
"""Reads entries beside each other that each carry the ids of the same others."""

_OF_DOCUMENT = [f"{{{ED}}}{name}" for name in ("title", "version", "page")]


@dataclass(frozen=True)
class Entry:
    """An entry of a register with all that its pages need, but for its mentions."""

    key: str
    """Its name in the whole edition: `persons.antonescu-ion`."""
    register: str
    """The path of the register's file."""
    files: tuple[tuple[str, str], ...]
    """The language and the file, in the register's folder, of each of its pages."""
    tree: etree._Element
    """The TEI that `xslt/index/entries.xsl` gives for it."""
    called: etree._Element
    """What others carry of it to call it by its name."""


def entries(registers: Mapping[str, bytes]) -> list[Entry]:
    """Give the entries of registers that get a page, each with the entries of others that point to it.

    `registers` has, by path, what `xslt/index/entries.xsl` gives for each.
    Raises `EditionError` where two entries would have one file, on some system at least.
    """
    found = [entry for path, data in registers.items() for entry in _entries_of(path, data)]
    _add_related({entry.key: entry for entry in found})
    return found


def of_document(facts: etree._Element, count: int) -> etree._Element:
    """Give what facts say of their document as a whole, and in `count` how often it names an entry."""
    part = etree.Element(f"{{{ED}}}facts", doc=str(facts.get("doc")), count=str(count), nsmap={"ed": ED})
    if language := facts.get(XML_LANG):
        part.set(XML_LANG, language)
    part.extend(deepcopy(node) for node in facts if node.tag in _OF_DOCUMENT)
    return part


def counts(
    mentions: Mapping[str, Iterable[tuple[str, int]]], heads: Iterable[etree._Element]
) -> etree._Element:
    """Give an `ed:counts` for one register: for each of its entries, how often which documents name it.

    `mentions` has the stems of documents with these numbers by the entries' keys; `heads` are the facts of
    these documents, of which the titles are taken.
    """
    top = etree.Element(f"{{{ED}}}counts", nsmap={"ed": ED})
    for key, documents in sorted(mentions.items()):
        entry = etree.SubElement(top, f"{{{ED}}}entry", key=key)
        for stem, number in documents:
            etree.SubElement(entry, f"{{{ED}}}in", doc=stem, count=str(number))
    top.extend(of_document(facts, 0) for facts in heads)
    return top


def _entries_of(path: str, data: bytes) -> list[Entry]:
    """Give the entries of one register."""
    found = []
    names: dict[str, str] = {}
    for node in etree.fromstring(data, _ANY_IDS):
        *pages, called, tree = node
        files = tuple((page.get("language", ""), page.get("file", "")) for page in pages)
        entry = Entry(node.get("key", ""), path, files, tree, called[0])
        other = names.setdefault(entry.key.lower(), entry.key)
        if other != entry.key:
            one, two = (key.partition(".")[2] for key in (other, entry.key))
            words = f'The entries "{one}" and "{two}" of {Path(path).name} would have one page'
            raise EditionError(words, "Give one of them another xml:id.")
        found.append(entry)
    return found


def _add_related(known: Mapping[str, Entry]) -> None:
    """Tell each entry which others point to it, and what those are called."""
    related: dict[str, list[str]] = defaultdict(list)
    for entry in known.values():
        for key in sorted(_pointed(entry) & known.keys() - {entry.key}):
            related[key].append(entry.key)
    for key, others in related.items():
        carried, own = known[key].tree.findall(tei("standOff"))
        own[0].set(f"{{{ED}}}related", " ".join(f"#{other}" for other in others))
        there = {node[0].get(XML_ID) for node in carried}
        carried.extend(deepcopy(known[other].called) for other in others if other not in there)


def _pointed(entry: Entry) -> set[str]:
    """Give the keys of the entries that something said of an entry points to."""
    said = entry.tree.findall(tei("standOff"))[1][0]
    values = (
        value for node in said.iter(etree.Element) for name, value in node.items() if _is_about(str(name))
    )
    return {pointer[1:] for value in values for pointer in str(value).split() if pointer.startswith("#")}


def _is_about(attribute: str) -> bool:
    return not attribute.startswith("{") and attribute not in _SAYS_WHO
