"""The pages of registers: a list for each, and a page for each entry."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from tei_edition.errors import EditionError
from tei_edition.interface import LANGUAGE, in_each
from tei_edition.markup import ED, XML_ID, tei
from tei_edition.mentions import counts
from tei_edition.render import Prepared, Renderer

_SAYS_WHO = ("source", "resp", "who", "ana", "cert", "decls", "change")
"""Attributes that point to who says something, not to what it is said of."""

_ANY_IDS = etree.XMLParser(collect_ids=False, resolve_entities=False, no_network=True)
"""Reads entries beside each other that each carry the ids of the same others."""


@dataclass(frozen=True)
class Entry:
    """An entry of a register with all that its pages need, but for its mentions."""

    key: str
    """Its name in the whole edition: `persons.antonescu-ion`."""
    register: Prepared
    files: tuple[tuple[str, str], ...]
    """The language and the file, in the register's folder, of each of its pages."""
    tree: etree._Element
    """The TEI that `xslt/index/entries.xsl` gives for it."""
    called: etree._Element
    """What others carry of it to call it by its name."""


def entries(registers: Iterable[Prepared], languages: Sequence[str], renderer: Renderer) -> list[Entry]:
    """Give the entries of registers that get a page, each with the entries of others that point to it.

    Raises `EditionError` where two entries would have one file, on some system at least.
    """
    found = [entry for register in registers for entry in _entries_of(register, languages, renderer)]
    _add_related({entry.key: entry for entry in found})
    return found


def entry_pages(
    entry: Entry, mentions: etree._Element | None, languages: Sequence[str], renderer: Renderer
) -> dict[str, str]:
    """Give the pages of an entry by their paths: a function of the entry, its mentions and the languages.

    `mentions` is what `mentions_in` gives for the entry; None where no document names it.
    """
    given = etree.Element(f"{{{ED}}}mentions", key=entry.key) if mentions is None else mentions
    prepared = Prepared(entry.register.source, renderer.saxon.tree(entry.tree), "")
    named = renderer.saxon.tree(given)
    return {
        f"registers/{entry.register.id}/{file}": renderer.run(
            "index/entry.xsl",
            prepared,
            mentions=named,
            languages=" ".join(languages),
            locales=renderer.locales,
            **{LANGUAGE: language},
        )
        for language, file in entry.files
    }


def register_lists(
    register: Prepared, mentions: Mapping[str, etree._Element], languages: Sequence[str], renderer: Renderer
) -> dict[str, str]:
    """Give the list of a register in each language by their paths."""
    numbers = renderer.saxon.tree(counts(mentions, register.id))
    path = f"registers/{register.id}"
    return in_each(languages, path, "index/register.xsl", register, renderer, counts=numbers)


def _entries_of(register: Prepared, languages: Sequence[str], renderer: Renderer) -> list[Entry]:
    """Give the entries of one register."""
    text = renderer.run(
        "index/entries.xsl", register, locales=renderer.locales, languages=" ".join(languages)
    )
    found = []
    names: dict[str, str] = {}
    for node in etree.fromstring(text.encode(), _ANY_IDS):
        *pages, called, tree = node
        files = tuple((page.get("language", ""), page.get("file", "")) for page in pages)
        entry = Entry(node.get("key", ""), register, files, tree, called[0])
        other = names.setdefault(entry.key.lower(), entry.key)
        if other != entry.key:
            one, two = (key.partition(".")[2] for key in (other, entry.key))
            words = f'The entries "{one}" and "{two}" of {register.source.path.name} would have one page'
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
