"""Make the edition: check, then pages and books into `build/`, all or nothing."""

import datetime
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from lxml import etree

from tei_edition import data
from tei_edition.assets import assets
from tei_edition.commit import commit_of, stamp
from tei_edition.corpus import Corpus
from tei_edition.describe import describe, odd_of
from tei_edition.errors import EditionError
from tei_edition.examine import checked_sources
from tei_edition.extract import extract
from tei_edition.findings import Finding, errors_in, in_order
from tei_edition.markup import ED, XML_ID, tei
from tei_edition.pointers import Target, pointers_of
from tei_edition.project import Project, leads_out, resolved
from tei_edition.publish import publish
from tei_edition.published import withdrawn_in
from tei_edition.read import parse, read
from tei_edition.render import Prepared, Renderer, nothing_at
from tei_edition.resources import stylesheets
from tei_edition.select import DEFAULT
from tei_edition.source import Source
from tei_edition.typeset import typeset
from tei_edition.xslt import Node, Saxon

PICTURES = frozenset(".jpg .jpeg .png .gif .webp .tif .tiff .jp2 .pdf".split())
"""Kinds of files beside the documents that pages link to, as `xslt/html/links.xsl` knows them."""

KINDS = ("html", "pdf")
"""What can be made; each is a folder in `build/`."""

Progress = Callable[[str, int, int], None]
"""Told what is being worked on, how much of it is done, and how much there is."""


@dataclass
class Built:
    """What a build gave: the files it wrote, and the findings on the way."""

    findings: list[Finding] = field(default_factory=list)
    read: list[Path] = field(default_factory=list)
    """The TEI files that were read."""
    files: dict[str, int] = field(default_factory=dict)
    """How many files of each kind were written; empty where the findings kept it from being made."""
    against: dict[tuple[Path, ...], int] = field(default_factory=dict)
    """How many TEI files were held against which schemas."""


@dataclass(frozen=True)
class _Edition:
    """All documents of an edition, each prepared."""

    project: Project
    header: Prepared
    documents: list[Prepared]
    registers: list[Prepared]
    alignments: Prepared | None
    """The links between documents, where the project has them."""
    received: list[Path]
    """The documents' texts as they were received, where the project has them."""
    pictures: dict[str, Path]
    """Pictures that documents point to, by their paths below `tei/`."""


def build(
    project: Project,
    kinds: Sequence[str] = KINDS,
    despite_findings: bool = False,
    passes: Path | None = None,
    progress: Progress = lambda what, done, total: None,
) -> Built:
    """Check the edition and make it.

    An error among the findings keeps it from being made, unless `despite_findings`; a file that cannot
    be read at all always does. `passes` is a folder to write each pass of `prepare` into.
    Raises `EditionError` where something other than a text is at fault; `build/` is then as it was.
    """
    _fit_to_build(project)
    given = (*_existing(project.edition, project.alignments), *project.registers, *project.documents)
    files = [resolved(file) for file in given]
    progress("Reading", 0, len(files))
    results = [read(file) for file in files]
    sources = [result for result in results if isinstance(result, Source)]
    unread = [f for result in results if not isinstance(result, Source) for f in result]
    corpus = Corpus(Project(project.root.resolve()), sources)
    progress("Checking", 0, len(files))
    checked = checked_sources(sources, corpus)
    built = Built(in_order([*DEFAULT.of(unread), *checked.findings]), files, against=checked.against)
    if unread or (errors_in(built.findings) and not despite_findings):
        return built
    renderer = Renderer(Saxon(stylesheets(project.root)))
    edition = _prepare(project, corpus, sources, renderer, passes, progress)
    outputs = _render(edition, renderer, kinds, progress)
    built.findings = in_order([*built.findings, *renderer.findings])
    built.files = publish(project.build, outputs, kinds)
    return built


def _fit_to_build(project: Project) -> None:
    """Refuse a folder of which no edition can be made, before any work is done."""
    if not project.documents:
        raise EditionError(f"There is no document in {project.tei / 'documents'}", "Put TEI files there.")
    files = [project.edition, *project.documents, *project.registers]
    stems = Counter(file.stem.lower() for file in files)
    for file in files:
        if stems[file.stem.lower()] > 1:
            raise EditionError(f"Two files are called {file.name}", "Rename one of them.")
    for file in project.registers:
        if "." in file.stem:
            raise EditionError(f"The name of {file.name} has a dot inside", "Rename the register.")


def _prepare(
    project: Project,
    corpus: Corpus,
    sources: Iterable[Source],
    renderer: Renderer,
    passes: Path | None,
    progress: Progress,
) -> _Edition:
    by_path = {source.path: source for source in sources}
    header = by_path.get(project.edition.resolve()) or parse(
        project.edition.resolve(), nothing_at(project.edition.resolve())
    )
    if not isinstance(header, Source):
        raise EditionError(header[0].message)
    groups = [[header]] + [
        [by_path[path.resolve()] for path in paths]
        for paths in (project.documents, project.registers, _existing(project.alignments))
    ]
    total = sum(map(len, groups))
    prepared: list[list[Prepared]] = []
    for group in groups:
        done: list[Prepared] = []
        for source in group:
            progress("Preparing", sum(map(len, prepared)) + len(done), total)
            part = extract(source, corpus)
            if passes is not None:
                _write_passes(passes, source, renderer.passes(source, part))
            done.append(renderer.prepare(source, part))
        prepared.append(done)
    texts = _existing(*map(project.source_of, project.documents))
    received = [text for text in texts if not leads_out(text)]
    (edition,), documents, registers, alignments = prepared
    pictures = _pictures(corpus, documents)
    return _Edition(project, edition, documents, registers, next(iter(alignments), None), received, pictures)


def _pictures(corpus: Corpus, documents: Iterable[Prepared]) -> dict[str, Path]:
    """Give the pictures inside `tei/` that documents point to with `url` or `facs`."""
    folder = corpus.project.tei if corpus.project else Path()
    found = {}
    for document in documents:
        for node in document.source.root.iter(etree.Element):
            for attribute, pointer in pointers_of(node):
                target = corpus.resolve(pointer, document.source) if attribute in ("url", "facs") else None
                file = target.file if isinstance(target, Target) else None
                if file and file.is_relative_to(folder) and file.suffix.lower() in PICTURES:
                    found[file.relative_to(folder).as_posix()] = file
    return found


def _render(
    edition: _Edition, renderer: Renderer, kinds: Sequence[str], progress: Progress
) -> dict[str, bytes]:
    """Make every output; gives its path below `build/` and its bytes."""
    outputs: dict[str, bytes] = {}
    if "pdf" in kinds:
        outputs |= _books(edition, renderer, progress)
    if "html" in kinds:
        pages = _pages(edition, renderer, "pdf" in kinds, progress)
        outputs |= {f"html/{path}": page for path, page in pages.items()}
        beside = assets(renderer.saxon.folder / "assets")
        outputs |= {f"html/assets/{path}": data for path, data in beside.items()}
        books = {path: book for path, book in outputs.items() if path.startswith("pdf/")}
        outputs |= {f"html/{path}": book for path, book in books.items()}
        commit = commit_of(edition.project)
        outputs |= {path: stamp(page, commit) for path, page in outputs.items() if path.endswith(".html")}
        site = {p.removeprefix("html/"): page for p, page in outputs.items() if p.startswith("html/")}
        digests = {path: hashlib.sha256(page).hexdigest() for path, page in site.items()}
        outputs[f"html/{data.CHECKSUMS}"] = data.checksums(digests)
    return outputs


def _pages(edition: _Edition, renderer: Renderer, pdf: bool, progress: Progress) -> dict[str, bytes]:
    pages: dict[str, str] = {}
    told = [renderer.run("index/facts.xsl", document) for document in edition.documents]
    facts = _together(renderer, "all", told)
    for number, document in enumerate(edition.documents):
        progress("Pages", number, len(edition.documents))
        pages[f"documents/{document.id}.html"] = renderer.run(
            "html/document.xsl", document, locales=renderer.locales, pdf=pdf
        )
        pages[f"tei/{document.id}.xml"] = document.xml
    for register in edition.registers:
        pages[f"registers/{register.id}.html"] = renderer.run(
            "index/register.xsl", register, facts=facts, locales=renderer.locales
        )
        pages[f"tei/{register.id}.xml"] = register.xml
    pages[f"tei/{edition.header.id}.xml"] = edition.header.xml
    comparisons = _comparisons(edition, renderer, facts, pages)
    summaries = (renderer.run("index/register-summary.xsl", register) for register in edition.registers)
    registers = _together(renderer, "registers", summaries)
    pages["index.html"] = renderer.run(
        "index/contents.xsl",
        edition.header,
        facts=facts,
        registers=registers,
        comparisons=comparisons,
        locales=renderer.locales,
        pdf=pdf,
        manual=odd_of(edition.project) is not None,
    )
    pages |= describe(edition.project, edition.header, renderer)
    pages |= _withdrawn(edition, renderer)
    for_programs = _data(edition, renderer, told, facts, pdf)
    pages["data.html"] = _data_page(edition, renderer, [*pages, *for_programs], pdf)
    sources = {f"sources/{file.name}": file.read_bytes() for file in edition.received}
    pictures = {path: file.read_bytes() for path, file in sorted(edition.pictures.items())}
    return {path: page.encode() for path, page in pages.items()} | for_programs | sources | pictures


def _withdrawn(edition: _Edition, renderer: Renderer) -> dict[str, str]:
    """Make a page for each document that was published and is gone, which says why."""
    known = {document.id.lower() for document in edition.documents}
    ids = {str(note.get(XML_ID)) for note in withdrawn_in(edition.header.source)}
    return {
        f"documents/{gone}.html": renderer.run(
            "index/withdrawn.xsl", edition.header, id=gone, locales=renderer.locales
        )
        for gone in sorted(ids)
        if gone.lower() not in known
    }


def _data(
    edition: _Edition, renderer: Renderer, told: Sequence[str], facts: Node, pdf: bool
) -> dict[str, bytes]:
    """Make the files for programs; `told` are the facts of each document, `facts` those of all."""
    facts_of_each = [etree.fromstring(one.encode()) for one in told]
    files = data.fact_tables(map(data.fact_lines, facts_of_each))
    for one in facts_of_each:
        files |= data.annotation_file(one)
    for document in (edition.header, *edition.documents):
        files |= data.document_files(renderer, document, pdf)
    for register in edition.registers:
        files |= data.register_files(renderer, register)
    if edition.alignments:
        files |= data.parallel_files(renderer, edition.alignments, facts)
    return files


def _data_page(edition: _Edition, renderer: Renderer, paths: Iterable[str], pdf: bool) -> str:
    """Make the page on the data: it names the files of the whole edition, and those of its first document."""
    books = [f"pdf/{part.id}.pdf" for part in (edition.header, edition.documents[0])] if pdf else []
    received = [f"sources/{file.name}" for file in edition.received[:1]]
    others = {document.id for document in edition.documents[1:]}
    own = [path for path in paths if PurePosixPath(path).name.partition(".")[0] not in others]
    return renderer.run(
        "index/data.xsl",
        edition.header,
        files="\n".join(sorted({*own, *books, *received})),
        locales=renderer.locales,
        pdf=pdf,
        manual=odd_of(edition.project) is not None,
    )


def _comparisons(edition: _Edition, renderer: Renderer, facts: Node, pages: dict[str, str]) -> Node:
    """Add the pages that compare two documents; gives which there are."""
    if edition.alignments is None:
        return _together(renderer, "comparisons", ())
    alignments = edition.alignments
    found = etree.fromstring(
        renderer.run("index/comparisons.xsl", alignments, locales=renderer.locales).encode()
    )
    known = {document.id for document in edition.documents}
    for pair in found.findall(f"{{{ED}}}comparison"):
        if not {pair.get("one"), pair.get("two")} <= known:
            found.remove(pair)
    comparisons = renderer.saxon.tree(found)
    for pair in found.iter(f"{{{ED}}}comparison"):
        for page in pair.iter(f"{{{ED}}}page"):
            pages[f"compare/{page.get('file')}"] = renderer.run(
                "index/comparison.xsl",
                alignments,
                one=pair.get("one", ""),
                two=pair.get("two", ""),
                facts=facts,
                comparisons=comparisons,
                locales=renderer.locales,
                **{f"{{{ED}}}language": page.get("language", "")},
            )
    pages[f"tei/{alignments.id}.xml"] = alignments.xml
    return comparisons


def _books(edition: _Edition, renderer: Renderer, progress: Progress) -> dict[str, bytes]:
    books: dict[str, bytes] = {}
    templates = renderer.saxon.folder / "pdf"
    printed: dict[str, str] = {}
    for number, document in enumerate(edition.documents):
        progress("Books", number, len(edition.documents) + 1)
        printed[document.id] = renderer.run("pdf/document.xsl", document, locales=renderer.locales)
        books[f"pdf/{document.id}.pdf"] = typeset(
            f"{document.id}.pdf",
            printed[document.id],
            templates,
            {f"{document.id}.xml": document.xml.encode()},
            _timestamp(document.source, edition.header.source),
        )
    progress("Books", len(edition.documents), len(edition.documents) + 1)
    volume = renderer.run(
        "pdf/volume.xsl",
        edition.header,
        documents=_together(renderer, "all", printed.values()),
        registers=_together(renderer, "all", (register.xml for register in edition.registers)),
        alignments=_together(renderer, "all", (edition.alignments.xml,) if edition.alignments else ()),
        locales=renderer.locales,
    )
    attachments = [edition.header, *edition.registers, *edition.documents]
    attachments += [edition.alignments] if edition.alignments else []
    books["pdf/edition.pdf"] = typeset(
        "edition.pdf",
        volume,
        templates,
        {f"{part.id}.xml": part.xml.encode() for part in attachments},
        _timestamp(edition.header.source),
    )
    return books


def _together(renderer: Renderer, name: str, documents: Iterable[str]) -> Node:
    """Put several documents into one, below an element of ours."""
    top = etree.Element(f"{{{ED}}}{name}", nsmap={"ed": ED})
    top.extend(etree.fromstring(document.encode()) for document in documents)
    return renderer.saxon.tree(top)


def _timestamp(*sources: Source) -> int:
    """Give the date that a text states of itself, in seconds since 1970; nothing here reads the clock."""
    for source in sources:
        dates = [
            *source.root.iterfind(f".//{tei('revisionDesc')}/{tei('change')}"),
            *source.root.iterfind(f".//{tei('publicationStmt')}/{tei('date')}"),
        ]
        stated = sorted(filter(None, (node.get("when", node.get("when-iso")) for node in dates)))
        for when in reversed(stated):
            full = when + "-01-01"[len(when) - 4 :] if len(when) < 10 else when[:10]
            try:
                day = datetime.datetime.fromisoformat(full).replace(tzinfo=datetime.UTC)
            except ValueError:
                continue
            return int(day.timestamp())
    return 0


def _write_passes(folder: Path, source: Source, results: Iterable[tuple[str, str]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number, xml in results:
        (folder / f"{source.path.stem}.{number}.xml").write_text(xml, "utf-8")


def _existing(*paths: Path) -> list[Path]:
    return [path for path in paths if path.is_file()]
