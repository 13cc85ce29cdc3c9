"""The kinds of pages about the whole edition, each a stylesheet with what it is given: to add one, write a
function and its name in `OF_ALL`; `jobs.py` has the pages of a document.

A page about the whole edition is made of a register, the header or the alignments, and of facts: ask `Whole`
for the view that shows no more than the page needs, because the page is made again whenever that changes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from tei_edition.describe import odd_of, rules_tree
from tei_edition.digests import digest_of
from tei_edition.errors import EditionError
from tei_edition.make.entries import Entry
from tei_edition.make.inverted import Known
from tei_edition.make.names import PREPARED, PRINT
from tei_edition.make.page import Carried, Given, Group, Page, Worked, Xml, xml_of
from tei_edition.make.periods import Periods, named
from tei_edition.make.subjects import Subjects
from tei_edition.make.whole import Whole, years_tree
from tei_edition.maps.draw import map_of
from tei_edition.markup import ED
from tei_edition.read import read
from tei_edition.rules import own_rules, rules
from tei_edition.source import Source
from tei_edition.timeline import timeline

BOOK = "pdf/edition.pdf"
"""The book of the whole edition, or what its volumes are called by in the record."""

MOST_DOCUMENTS = 1000
"""Documents that are listed on one contents page; where there are more, each year has a page."""


def in_each(
    edition: Whole,
    path: str,
    stylesheet: str,
    name: str,
    on: Xml,
    given: Mapping[str, Given],
    also: Callable[[str], Mapping[str, Given]] = lambda language: {},
) -> Group:
    """A page in each language of the edition: `map.html`, `map.fr.html`; `also` is for one."""
    return group(
        Page(
            f"html/{path}.{language}.html" if number else f"html/{path}.html",
            stylesheet,
            name,
            on,
            {**given, **edition.speaking(language), **also(language)},
        )
        for number, language in enumerate(edition.languages)
    )


def group(pages: Iterable[Page]) -> Group:
    """Pages that are at hand."""
    some = list(pages)
    return Group(some[0].to, lambda: some)


def contents(edition: Whole) -> Iterator[Group]:
    """The contents page: titles and dates of all documents, the registers, the comparisons."""
    name, header = _header(edition), edition.prepared_header
    years = edition.years if len(edition.documents) > MOST_DOCUMENTS else {}
    tree = years_tree(years)
    given: dict[str, Given] = {
        "facts": edition.facts("heads"),
        "documents": edition.facts("heads"),
        "cited": edition.languages[0],
        "years": tree,
        "summaries": edition.summaries,
        "comparisons": edition.compared,
        "pdf": edition.volumes > 0,
        "volumes": str(edition.volumes or 1),
        "manual": edition.manual,
    }
    yield in_each(edition, "index", "index/contents.xsl", name, header, given)
    for year, paths in years.items():
        of_year: dict[str, Given] = {"year": year, "years": tree, "facts": edition.heads(paths)}
        yield in_each(edition, f"years/{year}", "index/year.xsl", name, header, of_year)


def registers(edition: Whole) -> Iterator[Group]:
    """The list of each register, with how often which documents name its entries."""
    for path in edition.registers:
        yield _register(edition, path)


def _register(edition: Whole, path: str) -> Group:
    to, prepared = f"registers/{Path(path).stem}", edition.prepared(path)

    def pages() -> Sequence[Page]:
        given: dict[str, Given] = {"counts": edition.mentioned.counts(path)}
        return in_each(edition, to, "index/register.xsl", _file(edition, path), prepared, given).pages()

    return Group(f"html/{to}.html", pages, digest_of(prepared.digest, edition.mentioned.basis))


def entries(edition: Whole) -> Iterator[Group]:
    """The pages of each entry of a register, with its mentions."""
    for entry in edition.entries:
        yield _entry(edition, entry)


def _entry(edition: Whole, entry: Entry) -> Group:
    folder = f"html/registers/{Path(entry.register).stem}"
    tree, mentions = xml_of(entry.tree), edition.mentioned.of(entry.key)

    def pages() -> Sequence[Page]:
        name = _file(edition, entry.register)
        return [
            Page(
                f"{folder}/{file}",
                "index/entry.xsl",
                name,
                tree,
                {"mentions": mentions, **edition.speaking(language)},
            )
            for language, file in entry.files
        ]

    basis = digest_of(tree.digest, mentions.digest, repr(entry.files))
    return Group(f"{folder}/{entry.files[0][1]}", pages, basis)


def maps(edition: Whole) -> Iterator[Group]:
    """The map of all places, and that of each document's."""
    if "map" in edition.overviews:
        yield _map(edition, "map", None, edition.heads(()))
    for known in edition.inverted.documents:
        if known.is_mapped:
            yield _map_of(edition, known)


def _map_of(edition: Whole, known: Known) -> Group:
    to = f"maps/{Path(known.path).stem}"
    basis = digest_of(known.said, known.named, edition.basis_of_places, edition.prepared_header.digest)

    def pages() -> Sequence[Page]:
        return _map(edition, to, known.path, edition.heads((known.path,))).pages()

    return Group(f"html/{to}.html", pages, basis)


def _map(edition: Whole, to: str, document: str | None, heads: Xml) -> Group:
    given: dict[str, Given] = {"facts": heads, "document": Path(document).stem if document else ""}
    drawn = partial(_drawn, edition, document)
    return in_each(edition, to, "index/map.xsl", _header(edition), edition.prepared_header, given, drawn)


def _drawn(edition: Whole, document: str | None, language: str) -> dict[str, Given]:
    return {"map": Worked(edition.places(language, document), map_of)}


def chronology(edition: Whole) -> Iterator[Group]:
    """The line of time, and the table of all dates; of very many, these for each year or month."""
    if "chronology" not in edition.overviews:
        return
    name, header, periods = _header(edition), edition.prepared_header, Periods(edition.topics)
    if not periods.is_divided:
        dated = edition.facts("dated")
        given: dict[str, Given] = {"facts": dated, "timeline": Worked(dated, timeline)}
        yield in_each(edition, "chronology", "index/chronology.xsl", name, header, given)
        return
    years: dict[str, Given] = {"inside": periods.counted(periods.years)}
    yield in_each(edition, "chronology", "index/chronology.xsl", name, header, years)
    for period in periods.pages:
        told = periods.told(period)
        of_period: dict[str, Given] = {
            "period": period.name,
            "facts": told,
            "timeline": Worked(told, timeline),
            "beside": named(period.beside),
            "inside": periods.counted(period.months),
        }
        yield in_each(edition, f"chronology/{period.name}", "index/chronology.xsl", name, header, of_period)


def differences(edition: Whole) -> Iterator[Group]:
    """What the documents say differently of the same thing; of very much, a page for each thing."""
    if "differences" not in edition.overviews:
        return
    name, header, subjects = _header(edition), edition.prepared_header, Subjects(edition.topics)
    linked = edition.linked
    alignments: dict[str, Given] = {}
    if edition.alignments:
        alignments["alignments"] = edition.prepared(edition.alignments)

    def of(page: str, given: Mapping[str, Given]) -> Group:
        events = lambda language: {"events": edition.events(language)}  # noqa: E731
        return in_each(edition, page, "index/differences.xsl", name, header, given, events)

    if not subjects.is_divided:
        yield of("differences", {"facts": edition.facts("valued", linked), **alignments})
        return
    yield of("differences", {"inside": subjects.counted, "statements": bool(linked)})
    for topic, page in subjects.shared.items():
        told: dict[str, Given] = {"topic": topic, "page": page, "facts": edition.topics.told([topic])}
        yield of(f"differences/{page}", told)
    if linked:
        facts: dict[str, Given] = {
            "topic": "statements",
            "page": "statements",
            "facts": edition.facts_of(linked),
        }
        yield of("differences/statements", facts | alignments)


def comparisons(edition: Whole) -> Iterator[Group]:
    """The pages that compare two documents."""
    if not edition.alignments:
        return
    prepared, compared = edition.prepared(edition.alignments), edition.compared
    for pair in edition.comparisons.iter(f"{{{ED}}}comparison"):
        one, two = pair.get("one", ""), pair.get("two", "")
        common: dict[str, Given] = {
            "one": one,
            "two": two,
            "facts": edition.facts_of({one, two}),
            "comparisons": compared,
        }
        yield group(
            Page(
                f"html/compare/{page.get('file')}",
                "index/comparison.xsl",
                str(edition.project.alignments),
                prepared,
                {**common, **edition.speaking(page.get("language", ""))},
            )
            for page in pair.iter(f"{{{ED}}}page")
        )


def search(edition: Whole) -> Iterator[Group]:
    """The page to search in; `files.py` has the index."""
    if not edition.search:
        return
    given: dict[str, Given] = {
        "facts": edition.facts("heads"),
        "registers": edition.together(PREPARED, edition.registers),
        "named": edition.searched.named,
        "searched": " ".join(f"{name}:{len(some)}" for name, some in edition.searched.languages.items()),
        "manual": edition.manual,
    }
    header = edition.prepared_header
    yield in_each(edition, "search", "index/search.xsl", _header(edition), header, given)


def data(edition: Whole) -> Iterator[Group]:
    """The page on the files for programs, and the table of the links between documents."""
    header = edition.prepared_header
    given: dict[str, Given] = {
        "files": "\n".join(edition.data_files),
        "pdf": edition.pdf,
        "manual": edition.manual,
    }
    yield in_each(edition, "data", "index/data.xsl", _header(edition), header, given)
    if edition.alignments:
        prepared, name = edition.prepared(edition.alignments), str(edition.project.alignments)
        facts: dict[str, Given] = {"facts": edition.facts_of(edition.linked)}
        yield group([Page("html/data/alignments.tsv", "data/parallels.xsl", name, prepared, facts)])


def withdrawn(edition: Whole) -> Iterator[Group]:
    """A page for each document that was published and is gone, which says why."""
    header = edition.prepared_header
    for name, pointers in edition.withdrawn.items():
        stems = {Path(pointer.partition("#")[0]).stem for pointer in pointers}
        successors = [path for path in edition.documents if Path(path).stem in stems]
        given: dict[str, Given] = {"id": name, "documents": edition.heads(successors)}
        yield in_each(edition, f"documents/{name}", "index/withdrawn.xsl", _header(edition), header, given)


def encoding(edition: Whole) -> Iterator[Group]:
    """The pages of the rules, of the manual and of its elements."""
    header = edition.prepared_header
    common: dict[str, Given] = {"header": header, "manual": edition.manual, **edition.around}
    english = edition.speaking("en")
    odd = odd_of(edition.project)
    if odd is None:
        tree = xml_of(rules_tree(own_rules().values()))
        yield group([Page("html/rules.html", "schema/rules.xsl", _header(edition), tree, common | english)])
        return
    source = read(odd)
    if not isinstance(source, Source):
        raise EditionError(source[0].show(edition.project.root), "Mend the ODD.")
    text = xml_of(source.root)
    tree = xml_of(rules_tree(rules(edition.project.root).values()))
    common["odd"] = text
    yield group([Page("html/rules.html", "schema/rules.xsl", _header(edition), tree, common | english)])
    yield group([Page("html/manual.html", "schema/manual.xsl", str(odd), text, common)])
    yield group([Page("html/elements.html", "schema/elements.xsl", str(odd), text, common)])


def volume(edition: Whole) -> Iterator[Group]:
    """The book of the whole edition, bound in volumes where it is long."""
    if not edition.volume:
        return
    given: dict[str, Given] = {
        "documents": edition.together(PRINT, edition.documents),
        "registers": edition.together(PREPARED, edition.registers),
        "alignments": edition.together(PREPARED, [edition.alignments] if edition.alignments else []),
    }
    data = {*edition.registers, edition.alignments}
    carried = (
        Carried(f"{Path(path).stem}.xml", edition.prepared(path), "data" if path in data else "source")
        for path in edition.paths
    )
    header = edition.record.look(edition.header)
    book = Page(
        BOOK,
        "pdf/volume.xsl",
        _header(edition),
        edition.prepared_header,
        given,
        carried=tuple(carried),
        timestamp=(header and header.dated) or 0,
        paper=edition.paper,
    )
    yield group([book])


def _file(edition: Whole, part: str) -> str:
    return str(edition.paths[part])


Kind = Callable[[Whole], Iterator[Group]]

OF_ALL: tuple[Kind, ...] = (
    volume,
    registers,
    entries,
    maps,
    chronology,
    differences,
    comparisons,
    search,
    withdrawn,
    encoding,
)
"""Pages and books about the whole edition; what takes longest comes first."""

AT_LAST: tuple[Kind, ...] = (contents, data)
"""Pages that must know how many volumes there are."""


def _header(edition: Whole) -> str:
    return str(edition.project.edition)
