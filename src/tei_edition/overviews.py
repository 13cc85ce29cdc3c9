"""The pages about the whole edition that are drawn from its facts: maps, chronology, what differs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from tei_edition.maps.pages import Parameters, has_map, map_pages, whole_places
from tei_edition.markup import ED
from tei_edition.render import Prepared, Renderer
from tei_edition.timeline import timeline
from tei_edition.xslt import Node

OVERVIEWS = ("map", "chronology", "differences")
"""The pages, in the order in which the banner has them; each is a file of its name."""


@dataclass
class Overviews:
    """The pages in one language, and what they are made from."""

    renderer: Renderer
    header: Prepared
    registers: Sequence[Prepared]
    alignments: Prepared | None
    facts: etree._Element
    """The `ed:all` of the facts of all documents."""
    language: str = ""
    """Of the pages; the edition's own where it is empty."""

    @property
    def common(self) -> Parameters:
        """What every page takes."""
        own: Parameters = {f"{{{ED}}}language": self.language} if self.language else {}
        return own | {"locales": self.renderer.locales}

    @cached_property
    def _stated(self) -> Node:
        return self.renderer.saxon.tree(self.facts)

    @cached_property
    def _line(self) -> etree._Element | None:
        return timeline(self.facts.iter(f"{{{ED}}}facts"))

    def names(self) -> Iterator[str]:
        """Give which of the pages there are: one that would have nothing on it is not made."""
        if has_map(whole_places(self.renderer, self.registers, self.facts, self.common)):
            yield "map"
        if self._line is not None:
            yield "chronology"
        if self._has_differences():
            yield "differences"

    def pages(self, has_differences: bool, suffix: str = "") -> Iterator[tuple[str, str]]:
        """Give these pages, and the maps of documents, by their paths; `suffix` ends the name of each."""
        places = whole_places(self.renderer, self.registers, self.facts, self.common)
        for path, page in map_pages(self.renderer, self.header, places, self.facts, self.common):
            yield f"{path}{suffix}.html", page
        if self._line is not None:
            yield f"chronology{suffix}.html", self._chronology(self._line)
        if has_differences:
            yield f"differences{suffix}.html", self._differences()

    def _chronology(self, line: etree._Element) -> str:
        drawn = self.renderer.saxon.tree(line)
        return self.renderer.run(
            "index/chronology.xsl", self.header, facts=self._stated, timeline=drawn, **self.common
        )

    def _differences(self) -> str:
        return self.renderer.run("index/differences.xsl", self.header, **self._compared)

    def _has_differences(self) -> bool:
        """Say whether that page has anything on it; what no template knows is reported when it is made."""
        result = self.renderer.saxon.run("index/differences.xsl", self.header.node, **self._compared)
        return bool(result.text.strip())

    @property
    def _compared(self) -> Parameters:
        beside: Parameters = {"alignments": self.alignments.node} if self.alignments else {}
        return self.common | beside | {"facts": self._stated, "events": self._events}

    @cached_property
    def _events(self) -> Node:
        """What registers call their events."""
        events = etree.Element(f"{{{ED}}}all")
        for register in self.registers:
            names = self.renderer.run("index/event-names.xsl", register, **self.common)
            events.append(etree.fromstring(names.encode()))
        return self.renderer.saxon.tree(events)


def overviews(
    renderer: Renderer,
    header: Prepared,
    registers: Sequence[Prepared],
    alignments: Prepared | None,
    facts: Sequence[str],
    languages: Sequence[str] = ("",),
) -> dict[str, str]:
    """Give the pages by their paths, and let the banner of every page made from now on lead to them.

    `facts` are those of each document, as `index/facts.xsl` makes them. Pages in the first of `languages` are
    called `map.html`, in the others `map.fr.html`; an empty language is the edition's own.
    """
    together = etree.Element(f"{{{ED}}}all")
    together.extend(etree.fromstring(document.encode()) for document in facts)
    sets = [Overviews(renderer, header, registers, alignments, together, language) for language in languages]
    names = list(sets[0].names())
    renderer.everywhere["overviews"] = " ".join(names)
    return {
        path: page
        for number, one in enumerate(sets)
        for path, page in one.pages("differences" in names, f".{one.language}" if number else "")
    }
