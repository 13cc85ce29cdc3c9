"""The contents of an edition: one page, or, for thousands of documents, one with a page for each year."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from copy import deepcopy

from lxml import etree

from tei_edition.interface import in_each
from tei_edition.markup import ED
from tei_edition.render import Prepared, Renderer
from tei_edition.xslt import Node

MOST = 1000
"""Documents that are listed on one page."""


def contents_pages(
    header: Prepared,
    facts: Iterable[etree._Element],
    languages: Sequence[str],
    renderer: Renderer,
    **parameters: Node | str | bool,
) -> dict[str, str]:
    """Give the contents pages in each language by their paths.

    `facts` are those of all documents with their pages; `parameters` are the other ones that
    `xslt/index/contents.xsl` takes.
    """
    documents = [_without_units(document) for document in facts]
    years = _by_year(documents) if len(documents) > MOST else {}
    tree = renderer.saxon.tree(_years_tree(years))
    everything = renderer.saxon.tree(_all(documents))
    pages = in_each(
        languages,
        "index",
        "index/contents.xsl",
        header,
        renderer,
        facts=everything,
        documents=everything,
        years=tree,
        **parameters,
    )
    for year, own in years.items():
        part = renderer.saxon.tree(_all(own))
        pages |= in_each(
            languages, f"years/{year}", "index/year.xsl", header, renderer, year=year, years=tree, facts=part
        )
    return pages


def _without_units(document: etree._Element) -> etree._Element:
    """Give what facts say of a document as a whole."""
    unit = f"{{{ED}}}unit"
    said = {str(name): str(value) for name, value in document.items()}
    kept = etree.Element(document.tag, said, nsmap={"ed": ED})
    kept.extend(deepcopy(node) for node in document if node.tag != unit)
    return kept


def _by_year(documents: Iterable[etree._Element]) -> dict[str, list[etree._Element]]:
    found: dict[str, list[etree._Element]] = defaultdict(list)
    for document in documents:
        found[str(document.get("year"))].append(document)
    return {year: found[year] for year in sorted(found)}


def _years_tree(years: dict[str, list[etree._Element]]) -> etree._Element:
    top = etree.Element(f"{{{ED}}}years", nsmap={"ed": ED})
    for year, documents in years.items():
        etree.SubElement(top, f"{{{ED}}}year", year=year, documents=str(len(documents)))
    return top


def _all(documents: Iterable[etree._Element]) -> etree._Element:
    """Put documents below an element of ours; each stays where it was, too."""
    top = etree.Element(f"{{{ED}}}all", nsmap={"ed": ED})
    top.extend(deepcopy(document) for document in documents)
    return top
