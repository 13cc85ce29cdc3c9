"""References: each form read back by a parser of its own, and saying what the pages say."""

import json
import re
from pathlib import Path

import pytest
from lxml import html

from conftest import DOCUMENTS, ROOT
from exported import PLAIN, site, tei_of
from tei_edition.build import build
from tei_edition.markup import XML_LANG, tei
from tei_edition.project import Project


def page(made: Path, name: str) -> html.HtmlElement:
    return html.parse(site(made) / "documents" / f"{name}.html").getroot()


def bibtex(text: str) -> dict[str, str]:
    """Read an entry: each field on a line, its braces balanced, nothing else."""
    first, *lines = text.splitlines()
    assert re.fullmatch(r"@(incollection|misc)\{[A-Za-z0-9._-]+,", first), first
    assert lines.pop() == "}"
    fields = dict(re.fullmatch(r"  ([a-z]+) = \{(.*)\},", line).groups() for line in lines)  # type: ignore[union-attr]
    assert len(fields) == len(lines)
    for value in fields.values():
        assert re.sub(r"\\[{}]", "", value).count("{") == re.sub(r"\\[{}]", "", value).count("}"), value
    return fields


def ris(data: bytes) -> list[tuple[str, str]]:
    """Read a record: a tag of two letters, two blanks, a hyphen, a blank, the value; TY first and ER last."""
    assert data.endswith(b"\r\n")
    lines = data.decode().removesuffix("\r\n").split("\r\n")
    fields = [re.fullmatch(r"([A-Z][A-Z0-9])  - ([^\r\n]*)", line).groups() for line in lines]  # type: ignore[union-attr]
    assert (fields[0][0], fields[-1]) == ("TY", ("ER", ""))
    return fields


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_reference_says_the_same_in_each_form(name: str, made: Path) -> None:
    folder = site(made) / "documents"
    top = tei_of(f"documents/{name}")
    titles = top.iterfind(f".//{tei('titleStmt')}/{tei('title')}")
    title = next(" ".join(one.text.split()) for one in titles if one.get(XML_LANG) == top.get(XML_LANG))
    entry = bibtex((folder / f"{name}.bib").read_text("utf-8"))
    record = dict(ris((folder / f"{name}.ris").read_bytes()))
    (item,) = json.loads((folder / f"{name}.csl.json").read_text("utf-8"))
    assert entry["title"].strip("{}") == record["TI"] == item["title"] == title
    assert entry["booktitle"].strip("{}") == record["T2"] == item["container-title"]
    assert entry["editor"].strip("{}") == record["A2"] == item["editor"][0]["literal"]
    assert (entry["date"], record["DA"]) == ("2026-11-21", "2026/11/21")
    assert item["issued"] == {"date-parts": [[2026, 11, 21]]}
    assert entry["version"] == record["ET"] == item["version"] == "0.1.0"
    assert (item["id"], record["ID"], item["type"], record["TY"]) == (name, name, "chapter", "CHAP")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_page_shows_the_references_that_the_files_hold(name: str, made: Path) -> None:
    shown = {code.get("data-form"): code.text_content() for code in page(made, name).xpath("//pre/code")}
    files = {
        form: site(made) / "documents" / f"{name}{end}"
        for form, end in (("BibTeX", ".bib"), ("RIS", ".ris"), ("CSL-JSON", ".csl.json"))
    }
    assert shown == {form: file.read_bytes().decode().replace("\r\n", "\n") for form, file in files.items()}


ADDRESS = "https://example.org/iasi"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition that says where it is published; a document of it has a DOI, another an awkward title."""
    import shutil

    folder = tmp_path_factory.mktemp("published")
    shutil.copytree(ROOT / "tei", folder / "tei")
    date = '<date when="2026-11-21">2026-11-21</date>'
    replace(folder / "tei" / "edition.xml", date, f'{date}<idno type="url">{ADDRESS}</idno>')
    replace(
        folder / "tei" / "documents" / "romania-en.xml", date, f'{date}<idno type="DOI">10.1234/x_y</idno>'
    )
    series = '<seriesStmt><title>Other</title><idno type="URI">https://example.net/</idno></seriesStmt>'
    replace(folder / "tei" / "documents" / "iasi-1941-en.xml", "<notesStmt>", f"{series}<notesStmt>")
    text = folder / "tei" / "documents" / "iasi-1941-fr.xml"
    first = re.search(r"<title[^>]*xml:lang=\"fr\"[^>]*>([^<]*)</title>", text.read_text("utf-8"))
    assert first
    replace(text, f">{first[1]}</title>", r'>100 % {A} &amp; "B\C" #1_2~^$ =SUM(1)</title>')
    author = "<author><persName><forename>Ana</forename> <surname>de Șerban</surname></persName></author>"
    replace(text, "<respStmt>", f"{author}<respStmt>")
    build(Project(folder), ["html"], despite_findings=True)
    return folder / "build"


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_awkward_letters_and_names(published: Path) -> None:
    folder = site(published) / "documents"
    entry = bibtex((folder / "iasi-1941-fr.bib").read_text("utf-8"))
    record = dict(ris((folder / "iasi-1941-fr.ris").read_bytes()))
    (item,) = json.loads((folder / "iasi-1941-fr.csl.json").read_text("utf-8"))
    title = r'100 % {A} & "B\C" #1_2~^$ =SUM(1)'
    assert record["TI"] == item["title"] == title
    assert entry["title"] == (
        r'{100 \% \{A\} \& "B\textbackslash{}C" \#1\_2\textasciitilde{}\textasciicircum{}\$ =SUM(1)}'
    )
    assert (entry["author"], record["AU"]) == ("de Șerban, Ana", "de Șerban, Ana")
    assert item["author"] == [{"family": "de Șerban", "given": "Ana"}]


def test_addresses_are_those_that_the_edition_states(published: Path, made: Path) -> None:
    url = f"{ADDRESS}/documents/iasi-1941-en.html"
    head = page(published, "iasi-1941-en").head
    assert head.xpath("link[@rel='canonical']/@href") == [url]
    assert head.xpath("link[@rel='cite-as']/@href") == [url]
    folder = site(published) / "documents"
    assert bibtex((folder / "iasi-1941-en.bib").read_text("utf-8"))["url"] == url
    assert ("UR", url) in ris((folder / "iasi-1941-en.ris").read_bytes())
    assert json.loads((folder / "iasi-1941-en.csl.json").read_text("utf-8"))[0]["URL"] == url
    index = html.parse(site(published) / "index.html").getroot()
    assert index.xpath("//link[@rel='canonical']/@href") == [f"{ADDRESS}/index.html"]
    doi = page(published, "romania-en").head
    assert doi.xpath("link[@rel='canonical']/@href") == [f"{ADDRESS}/documents/romania-en.html"]
    assert doi.xpath("link[@rel='cite-as']/@href") == ["https://doi.org/10.1234/x_y"]
    none = page(made, "romania-en").head
    assert none.xpath("link[@rel='canonical' or @rel='cite-as']") == []


@pytest.mark.parametrize("address", ["javascript:alert(1)", "https://x.org/}", "mailto:a@b.org"])
def test_what_is_no_address_is_not_taken_for_one(address: str, tmp_path: Path) -> None:
    file = tmp_path / "tei" / "documents" / "plain.xml"
    file.parent.mkdir(parents=True)
    file.write_text(PLAIN, "utf-8")
    header = PLAIN.replace('"plain"', '"edition"').replace("<p>P</p>", f"<idno type='url'>{address}</idno>")
    (tmp_path / "tei" / "edition.xml").write_text(header, "utf-8")
    build(Project(tmp_path), ["html"], despite_findings=True)
    folder = tmp_path / "build" / "html" / "documents"
    head = html.parse(folder / "plain.html").getroot().head
    assert head.xpath("link[@rel='canonical' or @rel='cite-as']") == []
    assert "url" not in bibtex((folder / "plain.bib").read_text("utf-8"))


def test_the_head_says_it_for_reference_managers(published: Path) -> None:
    head = page(published, "iasi-1941-fr").head
    said = {(meta.get("name"), meta.get("content")) for meta in head.xpath("meta[@name]")}
    assert ("citation_title", r'100 % {A} & "B\C" #1_2~^$ =SUM(1)') in said
    assert ("citation_author", "Ana de Șerban") in said
    assert ("citation_publication_date", "2026/11/21") in said
    assert {
        ("DC.language", "fr"),
        ("DC.language", "en"),
        ("DC.language", "ro"),
        ("DC.date", "2026-11-21"),
    } <= said
    for link in head.xpath("link[@rel='describedby' or @rel='alternate']/@href"):
        assert (site(published) / "documents" / link).is_file(), link


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_a_document_is_stands_in_linked_data(name: str, published: Path) -> None:
    found = json.loads((site(published) / "documents" / f"{name}.jsonld").read_text("utf-8"))
    assert (found["@context"], found["@type"]) == ("https://schema.org", "CreativeWork")
    assert found["url"] == f"{ADDRESS}/documents/{name}.html"
    assert found["inLanguage"][0] == tei_of(f"documents/{name}").get(XML_LANG)
    assert sorted(found["inLanguage"]) == ["en", "fr", "ro"]
    for one in found["encoding"]:
        assert (site(published) / one["contentUrl"].removeprefix(f"{ADDRESS}/")).is_file()
    for one in found["mentions"]:
        path, _, entry = one["@id"].removeprefix(f"{ADDRESS}/").partition("#")
        assert entry in html.parse(site(published) / path).getroot().xpath("//@id")
