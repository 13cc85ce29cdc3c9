"""The kinds of pages, each a stylesheet with what it is given: to add one, write a line in `OF_A_DOCUMENT`,
or a function and its name in `OF_ALL`.

A page of a document is made of the prepared document alone, with `locales` and `pdf` as parameters.
A page about the whole edition is made of a register, the header or the alignments, and of facts: ask `Whole`
for the view that shows no more than the page needs, because the page is made again whenever that changes.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from tei_edition.describe import odd_of, rules_tree
from tei_edition.errors import EditionError
from tei_edition.make.names import PREPARED, PRINT
from tei_edition.make.page import Given, Page, xml_of
from tei_edition.make.whole import Whole
from tei_edition.markup import ED
from tei_edition.read import read
from tei_edition.rules import own_rules, rules
from tei_edition.source import Source

OF_A_DOCUMENT = {"html/documents/{id}.html": "html/document.xsl"}
"""Pages of each document, by their paths below `build/`, and their stylesheets."""


def contents(edition: Whole) -> Iterator[Page]:
    """The contents page: titles and dates of all documents, the registers, the comparisons."""
    given: dict[str, Given] = {
        "facts": edition.facts("heads"),
        "registers": edition.summaries,
        "comparisons": edition.compared,
        "pdf": edition.volume,
        "manual": edition.manual,
    }
    yield Page(
        "html/index.html", "index/contents.xsl", _header(edition), edition.prepared(edition.header), given
    )


def registers(edition: Whole) -> Iterator[Page]:
    """The page of each register, with the mentions of its entries."""
    for path, part in edition.registers.items():
        to = f"html/registers/{Path(path).stem}.html"
        given: dict[str, Given] = {"facts": edition.mentions(path)}
        yield Page(to, "index/register.xsl", path, edition.prepared(part), given)


def comparisons(edition: Whole) -> Iterator[Page]:
    """The pages that compare two documents, in each language of the alignments."""
    if edition.alignments is None:
        return
    prepared, compared = edition.prepared(edition.alignments), edition.compared
    for pair in edition.comparisons.iter(f"{{{ED}}}comparison"):
        one, two = pair.get("one", ""), pair.get("two", "")
        facts = edition.facts_of({one, two})
        for page in pair.iter(f"{{{ED}}}page"):
            given: dict[str, Given] = {
                "one": one,
                "two": two,
                "facts": facts,
                "comparisons": compared,
                f"{{{ED}}}language": page.get("language", ""),
            }
            to = f"html/compare/{page.get('file')}"
            yield Page(to, "index/comparison.xsl", str(edition.project.alignments), prepared, given)


def encoding(edition: Whole) -> Iterator[Page]:
    """The pages of the rules, of the manual and of its elements."""
    header = edition.prepared(edition.header)
    common: dict[str, Given] = {"header": header, "manual": edition.manual}
    odd = odd_of(edition.project)
    if odd is None:
        tree = xml_of(rules_tree(own_rules().values()))
        yield Page("html/rules.html", "schema/rules.xsl", _header(edition), tree, common)
        return
    source = read(odd)
    if not isinstance(source, Source):
        raise EditionError(source[0].show(edition.project.root), "Mend the ODD.")
    text = xml_of(source.root)
    tree = xml_of(rules_tree(rules(edition.project.root).values()))
    yield Page("html/rules.html", "schema/rules.xsl", _header(edition), tree, common | {"odd": text})
    yield Page("html/manual.html", "schema/manual.xsl", str(odd), text, common)
    yield Page("html/elements.html", "schema/elements.xsl", str(odd), text, common)


def volume(edition: Whole) -> Iterator[Page]:
    """The book of the whole edition, where it is not too large for one."""
    if not edition.volume:
        return
    given: dict[str, Given] = {
        "documents": edition.together(PRINT, edition.documents),
        "registers": edition.together(PREPARED, edition.registers),
        "alignments": edition.together(PREPARED, edition.aligned),
    }
    attached = {f"{Path(path).stem}.xml": edition.prepared(part) for path, part in edition.parts.items()}
    yield Page(
        "pdf/edition.pdf",
        "pdf/volume.xsl",
        _header(edition),
        edition.prepared(edition.header),
        given,
        attached=attached,
        timestamp=edition.header.dated or 0,
    )


OF_ALL: tuple[Callable[[Whole], Iterator[Page]], ...] = (contents, registers, comparisons, encoding, volume)
"""Pages about the whole edition."""


def _header(edition: Whole) -> str:
    return str(edition.project.edition)
