"""The pages about the whole edition that are drawn from its facts: maps, chronology, what differs."""

from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from tei_edition.maps.pages import map_pages
from tei_edition.markup import ED
from tei_edition.render import Prepared, Renderer
from tei_edition.timeline import timeline


def overviews(
    renderer: Renderer,
    header: Prepared,
    registers: Sequence[Prepared],
    alignments: Prepared | None,
    facts: Iterable[str],
) -> Iterator[tuple[str, str]]:
    """Give the pages by their paths; `facts` are those of each document, as `index/facts.xsl` makes them."""
    together = etree.Element(f"{{{ED}}}all")
    together.extend(etree.fromstring(document.encode()) for document in facts)
    yield from map_pages(renderer, header, registers, together)
    yield from _chronology(renderer, header, together)
    yield from _differences(renderer, header, registers, alignments, together)


def _chronology(renderer: Renderer, header: Prepared, facts: etree._Element) -> Iterator[tuple[str, str]]:
    line = timeline(facts.iter(f"{{{ED}}}facts"))
    if line is not None:
        drawn, stated = renderer.saxon.tree(line), renderer.saxon.tree(facts)
        page = renderer.run(
            "index/chronology.xsl", header, facts=stated, timeline=drawn, locales=renderer.locales
        )
        yield "chronology.html", page


def _differences(
    renderer: Renderer,
    header: Prepared,
    registers: Sequence[Prepared],
    alignments: Prepared | None,
    facts: etree._Element,
) -> Iterator[tuple[str, str]]:
    events = etree.Element(f"{{{ED}}}all")
    for register in registers:
        names = renderer.run("index/entry-names.xsl", register, locales=renderer.locales)
        events.append(etree.fromstring(names.encode()))
    page = renderer.run(
        "index/differences.xsl",
        header,
        facts=renderer.saxon.tree(facts),
        events=renderer.saxon.tree(events),
        locales=renderer.locales,
        **({"alignments": alignments.node} if alignments else {}),
    )
    if page.strip():
        yield "differences.html", page
