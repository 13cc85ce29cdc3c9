"""Links between the sentences of two texts, proposed for a person to look at; never part of a build.

The method follows what is known of the field: lengths (Gale and Church 1993), words learned from the texts
themselves after a first pass (Moore 2002; Varga and others 2005, hunalign), all ways weighed together.
"""

from tei_edition.align.anchors import Order
from tei_edition.align.propose import Link, Proposal, Sentence, propose
from tei_edition.align.sentences import Side, side
from tei_edition.align.written import written

__all__ = ["Link", "Order", "Proposal", "Sentence", "Side", "propose", "side", "written"]
