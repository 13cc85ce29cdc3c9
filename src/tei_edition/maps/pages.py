"""The pages of maps: of all places, and of those of each document."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import replace

from lxml import etree

from tei_edition.maps.draw import drawn, is_dot
from tei_edition.maps.places import Place, places
from tei_edition.markup import ED
from tei_edition.render import Prepared, Renderer


def whole_places(renderer: Renderer, registers: Sequence[Prepared], facts: etree._Element) -> list[Place]:
    """Give all places that documents name."""
    stated = (renderer.run("index/places.xsl", register, locales=renderer.locales) for register in registers)
    return places([etree.fromstring(found.encode()) for found in stated], facts)


def has_map(found: Sequence[Place]) -> bool:
    """Say whether a map can be drawn of some places."""
    return any(map(is_dot, found))


def map_pages(
    renderer: Renderer, header: Prepared, found: Sequence[Place], facts: etree._Element
) -> Iterator[tuple[str, str]]:
    """Give the pages of maps by their paths; none for what has no place with a point.

    The map of all is a function of the places; that of a document is one of the places that it names, and of
    its titles.
    """
    if has_map(found):
        yield "map.html", _page(renderer, header, found, facts)
    for document in facts.iter(f"{{{ED}}}facts"):
        own = of_document(found, document.get("doc", ""))
        if has_map(own):
            yield (
                f"maps/{document.get('doc')}.html",
                _page(renderer, header, own, facts, document.get("doc", "")),
            )


def of_document(found: Sequence[Place], document: str) -> list[Place]:
    """Give the places that one document names, with its own mentions only."""
    own = [
        replace(one, mentions={document: one.mentions[document]}) for one in found if document in one.mentions
    ]
    return sorted(own, key=lambda place: (-place.total, place.sort, place.key))


def _page(
    renderer: Renderer, header: Prepared, found: Sequence[Place], facts: etree._Element, document: str = ""
) -> str:
    return renderer.run(
        "index/map.xsl",
        header,
        map=renderer.saxon.tree(drawn(found)),
        facts=renderer.saxon.tree(_titles(facts, document)),
        document=document,
        locales=renderer.locales,
    )


def _titles(facts: etree._Element, document: str) -> etree._Element:
    """Give the titles of a document, which is all that its map says of it."""
    top = etree.Element(facts.tag)
    for own in facts.iter(f"{{{ED}}}facts"):
        if own.get("doc") == document:
            etree.SubElement(top, own.tag, doc=document).extend(map(deepcopy, own.iter(f"{{{ED}}}title")))
    return top
