"""The pages about the whole edition that are drawn from its facts: maps, chronology, what differs."""

from collections.abc import Iterable, Sequence

from lxml import etree

from tei_edition.maps.pages import has_map, map_pages, whole_places
from tei_edition.markup import ED
from tei_edition.render import Prepared, Renderer
from tei_edition.timeline import timeline
from tei_edition.xslt import Node

OVERVIEWS = ("map", "chronology", "differences")
"""The pages, in the order in which the banner has them; each is a file of its name."""


def overviews(
    renderer: Renderer,
    header: Prepared,
    registers: Sequence[Prepared],
    alignments: Prepared | None,
    facts: Iterable[str],
) -> dict[str, str]:
    """Give the pages by their paths, and let the banner of every page made from now on lead to them.

    `facts` are those of each document, as `index/facts.xsl` makes them. A page that would have nothing on it
    is not made.
    """
    together = etree.Element(f"{{{ED}}}all")
    together.extend(etree.fromstring(document.encode()) for document in facts)
    found = whole_places(renderer, registers, together)
    line = timeline(together.iter(f"{{{ED}}}facts"))
    stated = renderer.saxon.tree(together)
    beside = {"facts": stated, "events": _events(renderer, registers), "locales": renderer.locales}
    beside |= {"alignments": alignments.node} if alignments else {}
    names = {
        "map": has_map(found),
        "chronology": line is not None,
        "differences": bool(renderer.run("index/differences.xsl", header, **beside).strip()),
    }
    renderer.everywhere["overviews"] = " ".join(name for name in OVERVIEWS if names[name])
    pages = dict(map_pages(renderer, header, found, together))
    if line is not None:
        pages["chronology.html"] = renderer.run(
            "index/chronology.xsl",
            header,
            facts=stated,
            timeline=renderer.saxon.tree(line),
            locales=renderer.locales,
        )
    if names["differences"]:
        pages["differences.html"] = renderer.run("index/differences.xsl", header, **beside)
    return pages


def _events(renderer: Renderer, registers: Sequence[Prepared]) -> Node:
    """Give what registers call their events."""
    events = etree.Element(f"{{{ED}}}all")
    for register in registers:
        names = renderer.run("index/entry-names.xsl", register, locales=renderer.locales)
        events.append(etree.fromstring(names.encode()))
    return renderer.saxon.tree(events)
