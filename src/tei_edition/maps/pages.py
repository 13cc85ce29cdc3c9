"""The pages of maps: of all places, and of those of each document."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import replace

from lxml import etree

from tei_edition.maps.draw import drawn, is_dot
from tei_edition.maps.places import Place, places
from tei_edition.markup import ED
from tei_edition.render import Prepared, Renderer
from tei_edition.xslt import Node

Parameters = dict[str, Node | str | bool]
"""What every page takes: its language, and what the CLDR knows of languages."""


def whole_places(
    renderer: Renderer, registers: Sequence[Prepared], facts: etree._Element, common: Parameters
) -> list[Place]:
    """Give all places that documents name; `facts` is the `ed:all` of all documents."""
    stated = (renderer.run("index/places.xsl", register, **common) for register in registers)
    return places([etree.fromstring(found.encode()) for found in stated], facts)


def has_map(found: Sequence[Place]) -> bool:
    """Say whether a map can be drawn of some places."""
    return any(map(is_dot, found))


def map_pages(
    renderer: Renderer,
    header: Prepared,
    found: Sequence[Place],
    facts: etree._Element,
    common: Parameters,
) -> Iterator[tuple[str, str]]:
    """Give the pages of maps by their paths without `.html`; none for what has no place with a point.

    The map of all is a function of the places; that of a document is one of the places that it names, and of
    its titles.
    """
    if has_map(found):
        yield "map", _page(renderer, header, found, facts, "", common)
    for document in facts.iter(f"{{{ED}}}facts"):
        name = document.get("doc", "")
        own = of_document(found, name)
        if has_map(own):
            yield f"maps/{name}", _page(renderer, header, own, facts, name, common)


def of_document(found: Sequence[Place], document: str) -> list[Place]:
    """Give the places that one document names, with its own mentions only."""
    own = [
        replace(one, mentions={document: one.mentions[document]}) for one in found if document in one.mentions
    ]
    return sorted(own, key=lambda place: (-place.total, place.sort, place.key))


def _page(
    renderer: Renderer,
    header: Prepared,
    found: Sequence[Place],
    facts: etree._Element,
    document: str,
    common: Parameters,
) -> str:
    drawing = renderer.saxon.tree(drawn(found))
    titles = renderer.saxon.tree(_titles(facts, document))
    return renderer.run("index/map.xsl", header, map=drawing, facts=titles, document=document, **common)


def _titles(facts: etree._Element, document: str) -> etree._Element:
    """Give the titles of a document, which is all that its map says of it."""
    top = etree.Element(facts.tag)
    for own in facts.iter(f"{{{ED}}}facts"):
        if own.get("doc") == document:
            etree.SubElement(top, own.tag, doc=document).extend(map(deepcopy, own.iter(f"{{{ED}}}title")))
    return top
