"""What differs: figures, dates and statements of several documents side by side."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree, html

from conftest import ROOT
from tei_edition.build import build
from tei_edition.project import Project

HEADER = """<teiHeader><fileDesc><titleStmt><title xml:lang="en">{0}</title></titleStmt>
<publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>"""

DOCUMENT = (
    """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{0}" xml:lang="en">"""
    + HEADER
    + """
<text><body><div type="original" xml:lang="en"><p>{1}</p></div></body></text></TEI>"""
)

SENTENCE = '<s xml:id="en-s{0}">{1}</s> '


@pytest.fixture
def site(tmp_path: Path) -> Callable[..., Path]:
    """Build an edition of some documents, each a list of sentences; gives the folder of its pages."""

    def made(**documents: list[str]) -> Path:
        folder = tmp_path / "tei" / "documents"
        folder.mkdir(parents=True)
        for name, sentences in documents.items():
            text = "".join(SENTENCE.format(number, words) for number, words in enumerate(sentences, 1))
            (folder / f"{name}.xml").write_text(DOCUMENT.format(name, text), "utf-8")
        build(Project(tmp_path), ["html"], despite_findings=True)
        return tmp_path / "build" / "html"

    return made


def page(folder: Path) -> etree._Element:
    return html.parse(folder / "differences.html").getroot()


def test_figures_of_one_commodity_stand_side_by_side_the_smallest_first(site: Callable[..., Path]) -> None:
    folder = site(
        a=['<measure quantity="13266" commodity="victims" atLeast="13266">more than 13,266</measure> died.'],
        b=['<measure quantity="900" commodity="victims">900</measure> died.', "Many died."],
    )
    rows = page(folder).xpath("//section[@aria-labelledby='page:figures']//tbody")
    assert [row.findtext(".//th") for row in rows] == ["900", "at least 13,266"]
    assert [row.xpath("string(.//mark)") for row in rows] == ["900", "more than 13,266"]
    assert rows[0].xpath(".//a/@href") == ["./documents/b.html#en-s1"]


def test_what_only_one_document_says_is_not_compared(site: Callable[..., Path]) -> None:
    folder = site(
        a=['<measure quantity="2" commodity="victims">two</measure>'] * 2,
        b=['<measure quantity="2" commodity="trains">two</measure> trains', "<num value='4'>four</num>"],
    )
    assert not (folder / "differences.html").exists()
    assert "differences.html" not in (folder / "index.html").read_text("utf-8")


def test_this_edition_says_who_says_how_many_and_when(made: Path) -> None:
    root = page(made / "html")
    heads = root.xpath("//section[@aria-labelledby='page:figures']//th[@rowspan]")
    assert [head.text for head in heads] == ["at least 13,266", "260,000", "at least 260,000"]
    events = {h3.xpath("string(a)"): h3 for h3 in root.xpath("//section[@aria-labelledby='page:events']/h3")}
    table = events["Iași pogrom"].getnext()
    assert [head.text for head in table.iterfind(".//th[@rowspan]")] == [
        "29 June 1941",
        "29 June 1941 – 6 July 1941",
    ]


def test_linked_statements_carry_their_notes(made: Path) -> None:
    root = page(made / "html")
    bodies = root.xpath("//section[@aria-labelledby='page:statements']//tbody")
    assert bodies
    told = {link.rpartition("/")[2] for body in bodies for link in body.xpath(".//a/@href")}
    assert "iasi-1941-en.html#en-s13" in told, "a linked sentence without a date is told, too"
    for body in bodies:
        assert len(body.xpath(".//td[p/@class='by-document']")) > 1
        assert body.xpath(".//mark")
        assert body.xpath(".//tr[@class='difference']")


def test_an_edition_without_places_dates_and_links_has_none_of_the_pages(site: Callable[..., Path]) -> None:
    folder = site(a=["Nothing."])
    assert not {"map.html", "chronology.html", "differences.html"} & {
        path.name for path in folder.glob("*.html")
    }
    assert 'class="overview"' not in (folder / "documents" / "a.html").read_text("utf-8")


def test_text_stays_text(tmp_path: Path) -> None:
    """Markup in names, dates and keys of an edition comes out as text, in attributes as elsewhere."""
    shutil.copytree(ROOT / "tei", tmp_path / "tei")
    register = tmp_path / "tei" / "registers" / "places.xml"
    text = register.read_text("utf-8")
    evil = '&lt;script&gt;alert(1)&lt;/script&gt;"'
    register.write_text(
        text.replace('<placeName xml:lang="en">Iași', f'<placeName xml:lang="en">{evil}'), "utf-8"
    )
    build(Project(tmp_path), ["html"], despite_findings=True)
    for file in (tmp_path / "build" / "html").rglob("map*.html"):
        assert not html.parse(file).getroot().xpath("//script[not(@src)]")


def test_the_pages_speak_each_language(made: Path) -> None:
    """The first language has the plain names; titles, names of places and dates are those of the language."""
    folder = made / "html"
    said = {
        "map.html": ("Map of places", "Bucharest", "47.167°\N{NO-BREAK SPACE}N"),
        "map.fr.html": ("Carte des lieux", "Bucarest", "47,167°\N{NO-BREAK SPACE}N"),
        "map.ro.html": ("Harta locurilor", "București", "47,167°\N{NO-BREAK SPACE}N"),
        "maps/romania-en.fr.html": ("Carte des lieux", "Bucarest"),
        "chronology.fr.html": ("Chronologie", "29 juin 1941 – 6 juillet 1941"),
        "chronology.ro.html": ("Cronologie", "29 iunie 1941 – 6 iulie 1941"),
        "differences.fr.html": (
            "Ce qui diffère",
            "au moins 13\N{NARROW NO-BREAK SPACE}266",
            "pogrom de Iași",
        ),
        "differences.ro.html": ("Ce diferă", "cel puțin 13.266"),
    }
    for name, words in said.items():
        text = html.parse(folder / name).getroot().text_content()
        assert [word for word in words if word.lower() not in text.lower()] == [], name


def test_a_sentence_is_quoted_in_the_language_of_the_page(made: Path) -> None:
    """A translation is named as such, marks the same figure, and leaves the original within reach."""
    cells = {}
    for language in ("", ".fr", ".ro"):
        root = html.parse(made / "html" / f"differences{language}.html").getroot()
        figures = root.xpath("//section[@aria-labelledby='page:figures']")[0]
        cells[language] = figures.xpath(".//td[.//a[contains(@href, 'romania-en')]]")[0]
    assert cells[""].xpath("string(q/mark)") == "more than 260,000 Jews"
    assert not cells[""].xpath(".//details")
    assert "translation" not in cells[""].text_content()
    for language, words, said in ((".fr", "plus de 260", "traduction"), (".ro", "peste 260", "traducere")):
        cell = cells[language]
        assert cell.xpath("string(q/mark)").startswith(words)
        assert cell.xpath("string(p[@class='from'])").strip().endswith(said)
        assert cell.xpath(".//p/a/@href") == [f"./documents/romania-en{language}.html#{language[1:]}-s8"]
        assert cell.xpath("string(.//details/q/mark)") == "more than 260,000 Jews"
        assert cell.xpath(".//details/q/@lang") == ["en"]
