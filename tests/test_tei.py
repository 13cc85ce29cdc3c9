"""The edition's own TEI: valid, faithful, complete."""

import re
from hashlib import sha256

import pytest
from lxml import etree

from conftest import DOCUMENTS, ROOT, shared
from tei_edition.corpus import Corpus, Entry
from tei_edition.examine import check
from tei_edition.extract import slice_of
from tei_edition.fidelity import original
from tei_edition.grammar import Grammar
from tei_edition.markup import XML_ID, tei, text_of
from tei_edition.pointers import pointers_of
from tei_edition.project import Project
from tei_edition.read import parse, read
from tei_edition.render import Renderer
from tei_edition.resources import schema_file
from tei_edition.source import Source
from tei_edition.xslt import Saxon

FILES = sorted((ROOT / "tei").rglob("*.xml"))
RECEIVED = {
    "iasi-1941-fr": "7db8cff7f01ad4d0b02e9b2df8943683bb1939f33b77ff98e29d3c1c0061f296",
    "iasi-1941-en": "d73c6bd67457cd5435f86d74c62ddbaee40ad6a85fc38e5bb3e20e7d90024a50",
    "romania-en": "5ab050f5072e811b31eb8891a3dcdd478155bd0a18fd7257c18c2b74ab22213d",
}
NAMES = [tei(name) for name in ("persName", "placeName", "orgName", "rs")]


def source(path: str) -> Source:
    result = read(ROOT / "tei" / path)
    assert isinstance(result, Source)
    return result


def test_the_check_finds_nothing() -> None:
    assert [finding.show(ROOT) for finding in check([ROOT / "tei"])] == []


def test_tei_all_accepts_every_file() -> None:
    schema = shared("tei/tei_all.rng")
    sources = [source(str(path.relative_to(ROOT / "tei"))) for path in FILES]
    assert [finding.show(ROOT) for finding in Grammar(schema).check(sources)] == []


def test_what_is_prepared_is_valid_tei(edition: Project, saxon: Saxon) -> None:
    """Each pass's last result is a document of the same schema, and of TEI's."""
    corpus, renderer = Corpus(edition), Renderer(saxon)
    prepared = []
    for path in FILES:
        document = read(path)
        assert isinstance(document, Source)
        done = renderer.prepare(document, etree.tostring(slice_of(document, corpus)[0], encoding="unicode"))
        again = parse(path, done.xml.encode())
        assert isinstance(again, Source)
        prepared.append(again)
    found = Grammar(schema_file(None, "edition.rng")).check(prepared)
    assert [finding.show(ROOT) for finding in found] == []
    assert Grammar(shared("tei/tei_all.rng")).check(prepared) == []


def test_the_sources_are_as_they_were_received() -> None:
    digests = {
        path.stem: sha256(path.read_bytes()).hexdigest() for path in (ROOT / "tei" / "sources").glob("*.txt")
    }
    assert digests == RECEIVED


@pytest.mark.parametrize("document", DOCUMENTS)
def test_sentences_are_numbered_in_reading_order(document: str) -> None:
    division = original(source(f"documents/{document}.xml").root)
    assert division is not None
    ids = [node.get(XML_ID) for node in division.iter(tei("s"))]
    language = division.get("{http://www.w3.org/XML/1998/namespace}lang")
    assert ids == [f"{language}-s{number}" for number in range(1, len(ids) + 1)]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_name_resolves_to_a_register(document: str, edition: Project) -> None:
    corpus = Corpus(edition)
    read_document = source(f"documents/{document}.xml")
    for node in read_document.root.iter(*NAMES):
        if next(node.iterancestors(tei("teiHeader")), None) is not None:
            continue
        targets = [corpus.resolve(pointer, read_document) for _, pointer in pointers_of(node)]
        assert targets, text_of(node)
        assert all(isinstance(target, Entry) for target in targets), text_of(node)


def test_every_entry_of_a_register_is_named(edition: Project) -> None:
    """A register holds what the documents name, and no more."""
    corpus = Corpus(edition)
    everything = [read(path) for path in FILES]
    named = set()
    for document in everything:
        assert isinstance(document, Source)
        for node in document.root.iter():
            for _, pointer in pointers_of(node):
                target = corpus.resolve(pointer, document)
                if isinstance(target, Entry) and not (
                    target.file == document.path and node in target.element.iter()
                ):
                    named.add(target.key)
    unnamed = {
        entry.key
        for entry in corpus.entries.values()
        if entry.file.parent.name == "registers" and entry.key not in named
    }
    assert unnamed == set()


def test_identifiers_come_from_the_authorities() -> None:
    """No identifier is written from memory: each stands in the file of those that were found."""
    known = shared("authorities.tsv").read_text("utf-8") + shared("authorities.md").read_text("utf-8")
    words = set(re.findall(r"[\w-]+(?:/\d+)?", known))
    for path in FILES:
        if path.parent.name != "registers" or path.stem == "bibliography":
            continue
        for node in source(f"registers/{path.name}").root.iter(tei("idno")):
            assert text_of(node) in words, f"{path.name}: {text_of(node)}"


def test_coordinates_are_as_the_authorities_have_them() -> None:
    rows = [line.split("\t") for line in shared("authorities.tsv").read_text("utf-8").splitlines()]
    known = {(row[8], row[9]) for row in rows[1:]}
    for node in source("registers/places.xml").root.iter(tei("geo")):
        assert tuple(text_of(node).split()) in known
