"""The entries of registers that have pages of their own, and where documents name them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import quoteattr

from lxml import etree

from tei_edition.errors import EditionError
from tei_edition.make.facts import written
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


@dataclass(frozen=True)
class Naming:
    """What pages say of a document that names entries: its titles and pages."""

    attributes: str
    said: str

    @classmethod
    def of(cls, facts: etree._Element) -> "Naming":
        """Take it of a document's facts."""
        names = {"doc": facts.get("doc"), "xml:lang": facts.get(XML_LANG)}
        attributes = "".join(f" {name}={quoteattr(value)}" for name, value in names.items() if value)
        kept = (node for node in facts if node.tag in _OF_DOCUMENT)
        return cls(attributes, "".join(written(node).decode() for node in kept))

    def xml(self, count: int, units: Iterable[str] = ()) -> str:
        """Give it as `ed:facts`, with how often the document names an entry, and with what says so."""
        return f'<ed:facts{self.attributes} count="{count}">{self.said}{"".join(units)}</ed:facts>'


def mentions(key: str, documents: Iterable[str]) -> bytes:
    """Give `ed:mentions` of an entry, of what `Naming.xml` gives for each document that names it."""
    inside = "".join(documents)
    return f'<ed:mentions xmlns:ed="{ED}" key={quoteattr(key)}>{inside}</ed:mentions>'.encode()


def counts(mentions: Mapping[str, Iterable[tuple[str, int]]], documents: Iterable[Naming]) -> bytes:
    """Give an `ed:counts` for one register: for each of its entries, how often which documents name it.

    `mentions` has the stems of documents with these numbers by the entries' keys.
    """
    inside = [
        f"<ed:entry key={quoteattr(key)}>{''.join(map(_in, named))}</ed:entry>"
        for key, named in sorted(mentions.items())
    ]
    inside += [one.xml(0) for one in documents]
    return f'<ed:counts xmlns:ed="{ED}">{"".join(inside)}</ed:counts>'.encode()


def _in(named: tuple[str, int]) -> str:
    document, count = named
    return f'<ed:in doc={quoteattr(document)} count="{count}"/>'


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
