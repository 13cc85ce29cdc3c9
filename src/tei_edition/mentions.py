"""Where documents name the entries of registers: the facts of documents, turned round."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from copy import deepcopy

from lxml import etree

from tei_edition.markup import ED, XML_LANG

_OF_DOCUMENT = [f"{{{ED}}}{name}" for name in ("title", "version", "page")]


def mentions_in(facts: Iterable[etree._Element]) -> dict[str, etree._Element]:
    """Give an `ed:mentions` for each entry that documents name, by its key, `persons.antonescu-ion`.

    It holds, for each of these documents, what its facts say of the whole document, the units that name
    the entry, and in `count` how many mentions that is: a translation is none of its own.
    """
    found: dict[str, etree._Element] = {}
    for document in facts:
        for key, units in sorted(_by_key(document).items()):
            if key not in found:
                found[key] = etree.Element(f"{{{ED}}}mentions", key=key, nsmap={"ed": ED})
            found[key].append(_part(document, units))
    return found


def counts(mentions: Mapping[str, etree._Element], register: str) -> etree._Element:
    """Give an `ed:counts` for one register: for each of its entries, how often which documents name it.

    The titles of these documents stand after the entries. `register` is the stem of the register's file.
    """
    top = etree.Element(f"{{{ED}}}counts", nsmap={"ed": ED})
    documents: dict[str, etree._Element] = {}
    for key in sorted(mentions):
        if not key.startswith(f"{register}."):
            continue
        entry = etree.SubElement(top, f"{{{ED}}}entry", key=key)
        for facts in mentions[key]:
            name = str(facts.get("doc"))
            etree.SubElement(entry, f"{{{ED}}}in", doc=name, count=str(facts.get("count")))
            documents.setdefault(name, facts)
    top.extend(_part(facts, []) for _, facts in sorted(documents.items()))
    return top


def _by_key(document: etree._Element) -> dict[str, list[etree._Element]]:
    found: dict[str, list[etree._Element]] = defaultdict(list)
    for unit in document.iterfind(f"{{{ED}}}unit"):
        named = (key for node in unit.iter(f"{{{ED}}}mention") for key in str(node.get("ref")).split())
        for key in dict.fromkeys(named):
            found[key].append(unit)
    return found


def _part(document: etree._Element, units: list[etree._Element]) -> etree._Element:
    """Give what facts say of their document, and some of its units."""
    part = etree.Element(f"{{{ED}}}facts", doc=str(document.get("doc")), count=str(_own(units)))
    if language := document.get(XML_LANG):
        part.set(XML_LANG, language)
    part.extend(deepcopy(node) for node in document if node.tag in _OF_DOCUMENT)
    part.extend(deepcopy(unit) for unit in units)
    return part


def _own(units: list[etree._Element]) -> int:
    """Count the units without those that translate another of them.

    A unit of a translation that states no original translates one of them, if there is one.
    """
    ids = {unit.get("id") for unit in units}
    named_there = any(unit.get("version") != "translation" for unit in units)
    return sum(not _translates(unit, ids, named_there) for unit in units)


def _translates(unit: etree._Element, ids: set[str | None], named_there: bool) -> bool:
    """Say whether a unit translates one of some ids; `named_there` is whether one is the original's."""
    originals = unit.get("translates", "").split()
    if unit.get("version") != "translation" or originals:
        return not ids.isdisjoint(originals)
    return named_there
