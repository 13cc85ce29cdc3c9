"""The contents: a few documents with abstracts, more by their years, thousands on a page for each year."""

from pathlib import Path

import pytest
from lxml import etree, html

from conftest import dead_links
from tei_edition.build import build
from tei_edition.make import kinds
from tei_edition.project import Project

DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{name}" xml:lang="{language}"><teiHeader>
<fileDesc><titleStmt><title>Letter {name}</title></titleStmt><publicationStmt><p>P</p></publicationStmt>
<sourceDesc><p>S</p></sourceDesc></fileDesc><profileDesc><abstract><p>Abstract of it.</p></abstract>
<creation>{date}</creation></profileDesc></teiHeader><text><body><p>Text.</p></body></text></TEI>"""


def make(folder: Path, number: int) -> Path:
    """Build an edition of some documents: in turn of 1940, of 1941, and without a date."""
    (folder / "tei" / "documents").mkdir(parents=True)
    dates = ['<date notBefore="1940-05" notAfter="1941"/>', '<date when="1941-06-29"/>', "<date/>"]
    for n in range(number):
        text = DOCUMENT.format(name=f"d{n:03}", language=("de", "en")[n % 2], date=dates[n % 3])
        (folder / "tei" / "documents" / f"d{n:03}.xml").write_text(text, "utf-8")
    assert build(Project(folder), ["html"], despite_findings=True).files
    return folder / "build" / "html"


def page(site: Path, name: str) -> etree._Element:
    return html.parse(site / name).getroot()


def test_a_few_documents_stand_with_their_abstracts(tmp_path: Path) -> None:
    root = page(make(tmp_path, 3), "index.html")
    assert root.xpath("//section[@class='documents']/ol/li/h3/a/@href") == [
        f"documents/d00{n}.html" for n in range(3)
    ]
    assert len(root.find_class("summary")) == 3
    assert root.find_class("filter") == []


def test_more_documents_stand_in_lines_by_their_years(tmp_path: Path) -> None:
    site = make(tmp_path, 41)
    root = page(site, "index.html")
    years = root.find_class("year")
    assert [year.findtext("h3") for year in years] == ["1940", "1941", "Undated"]
    assert [len(year.findall("ol/li")) for year in years] == [14, 14, 13]
    assert root.find_class("summary") == []
    assert [line.get("data-languages") for line in years[0].findall("ol/li")[:2]] == ["de", "en"]
    assert root.xpath("//nav[@class='letters']/a/@href") == [
        "#page:year-1940",
        "#page:year-1941",
        "#page:year-undated",
    ]
    (filtered,) = root.find_class("filter")
    assert filtered.findtext(".//span[@class='number']") == "", (
        "only a script counts, and only with one it is shown"
    )
    assert filtered.xpath(".//option/text()") == ["all", "English", "German"]
    assert dead_links(site) == []


def test_thousands_have_a_page_for_each_year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds, "MOST_DOCUMENTS", 7)
    site = make(tmp_path, 8)
    years = page(site, "index.html").xpath("//ol[@class='years']/li")
    assert [" ".join(year.text_content().split()) for year in years] == [
        "1940 3 documents",
        "1941 3 documents",
        "Undated 2 documents",
    ]
    assert not page(site, "index.html").xpath("//a[starts-with(@href, 'documents/')]")
    middle = page(site, "years/1941.html")
    assert middle.findtext(".//h1") == "1941"
    assert middle.xpath("//ol[@class='lines']/li/a/@href") == [f"../documents/d00{n}.html" for n in (1, 4, 7)]
    assert middle.xpath("//nav[@class='letters']/a/@href") == ["1940.html", "undated.html"]
    assert dead_links(site) == []


def test_a_document_changes_only_the_page_of_its_year(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kinds, "MOST_DOCUMENTS", 7)
    site = make(tmp_path, 8)
    before = {file: file.read_bytes() for file in (site / "years").iterdir()}
    file = tmp_path / "tei" / "documents" / "d001.xml"
    file.write_text(file.read_text("utf-8").replace("Letter d001", "Report"), "utf-8")
    build(Project(tmp_path), ["html"], despite_findings=True)
    assert [file.name for file in before if file.read_bytes() != before[file]] == ["1941.html"]
