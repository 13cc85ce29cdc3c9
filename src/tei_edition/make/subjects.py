"""How the page of what differs is divided: one for all that documents speak of, or one for each thing."""

import re
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from tei_edition.digests import digest_of
from tei_edition.make.page import Xml, xml_of
from tei_edition.make.spoken import Topics
from tei_edition.make.topics import EVENT, FIGURE
from tei_edition.markup import ED

MOST_COMPARED = 1000
"""Sentences that one page compares."""

_LONGEST = 80
"""Characters of the name of a page, before the language and the ending."""


@dataclass(frozen=True)
class Subjects:
    """The figures and events of which several documents speak."""

    topics: Topics

    @cached_property
    def shared(self) -> dict[str, str]:
        """The topics of several documents, each with the name of the page that it has of its own."""
        several = (topic for topic, number in self.topics.documents.items() if number > 1)
        return {topic: page_of(topic) for topic in sorted(several) if topic.startswith((FIGURE, EVENT))}

    @property
    def is_divided(self) -> bool:
        """Whether there are more sentences, or more documents, than one page can compare."""
        units = sum(self.topics.units[topic] for topic in self.shared)
        return max(units, self.topics.inverted.number) > MOST_COMPARED

    @property
    def counted(self) -> Xml:
        """`ed:subjects`: what is compared, each with the numbers of its units and documents."""
        top = etree.Element(f"{{{ED}}}subjects", nsmap={"ed": ED})
        for topic, page in self.shared.items():
            numbers = {"units": self.topics.units, "documents": self.topics.documents}
            told = {name: str(number[topic]) for name, number in numbers.items()}
            etree.SubElement(top, f"{{{ED}}}subject", {"topic": topic, "page": page, **told})
        return xml_of(top)


def page_of(topic: str) -> str:
    """Give the name of the page of a topic: no two have the same on any system, whatever they are called."""
    plain = topic.replace(":", "-", 1)
    name = re.sub("[^a-z0-9.-]", "-", plain)[:_LONGEST]
    return name if name == plain else f"{name}-{digest_of(topic)[:8]}"
