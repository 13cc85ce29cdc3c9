"""One of everything that the schema allows: allowed, compared with its source, shown in pages and books."""

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree, html

from conftest import dead_links, pdf_text
from manual import ODD
from tei_edition.build import build
from tei_edition.examine import check
from tei_edition.markup import tei
from tei_edition.project import Project

DATA = Path(__file__).parent / "data" / "everything"
FILES = sorted(DATA.rglob("*.xml"))


@pytest.fixture(scope="module", params=["en", "fr"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """The edition made, with pages that speak English, and again with pages that speak French."""
    project = Project(tmp_path_factory.mktemp("everything"))
    shutil.copytree(DATA / "tei", project.tei)
    for file in (project.edition, *project.documents, *project.registers):
        text = file.read_text("utf-8")
        root = re.sub(r'(<TEI [^>]*xml:lang=)"en"', rf'\1"{request.param}"', text)
        file.write_text(root, "utf-8", newline="\n")
    built = build(project)
    assert [finding.show(project.root) for finding in built.findings] == []
    return request.param, project.build


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", re.sub("[\u00ad\ufffe\u2060]", "", text)))


def shown(page: etree._Element) -> str:
    return " ".join(page.find("body").itertext())


def test_every_element_of_the_schema_is_there() -> None:
    specified = {str(node.get("ident")) for node in etree.parse(ODD).iter(tei("elementSpec"))}
    used = {etree.QName(node).localname for file in FILES for node in etree.parse(file).iter(etree.Element)}
    assert specified - used == set()


def test_the_check_finds_nothing() -> None:
    """Grammar, rules, pointers, and the text as sources/delivery.txt has it, word for word."""
    assert [finding.show(DATA) for finding in check([DATA])] == []


def test_each_word_of_the_text_is_in_page_and_book(made: tuple[str, Path]) -> None:
    _, folder = made
    text = etree.parse(DATA / "tei" / "documents" / "delivery.xml").getroot().find(tei("text"))
    wanted = words(" ".join(text.itertext()))
    page = html.parse(folder / "html" / "documents" / "delivery.html").getroot()
    assert wanted - words(shown(page)) == Counter()
    book = re.sub("[\u00ad\ufffe\x02]\\s*", "", pdf_text(folder / "pdf" / "delivery.pdf"))
    # the letter of a note sticks to the word before it, and words are whole that tags or line ends divide
    assert [word for word in wanted if word not in book] == []


def test_each_word_about_the_source_is_in_page_and_book(made: tuple[str, Path]) -> None:
    """What the header says in the page's language or in none; checksums are broken across lines in a book."""
    language, folder = made
    header = etree.parse(DATA / "tei" / "documents" / "delivery.xml").getroot().find(tei("teiHeader"))
    for name in ("sourceDesc", "correspDesc", "handNotes", "creation"):
        part = header.find(f".//{tei(name)}")
        wanted = {word for word in words(" ".join(part.itertext())) if len(word) < 30}
        page = html.parse(folder / "html" / "documents" / "delivery.html").getroot()
        assert wanted - set(words(shown(page))) == set(), (name, language)
        assert wanted - set(words(pdf_text(folder / "pdf" / "delivery.pdf"))) == set(), (name, language)


SAID = {
    "en": [
        "struck out on the page",
        "[p. 3]",
        "another hand",
        "note of the source",
        "Sent: Martin",
        "2 words",
    ],
    "fr": ["biffé sur la page", "[p. 3]", "autre main", "note de la source", "Envoi\u00a0: Martin", "2 mots"],
}


def test_what_was_done_to_the_page_is_said_in_its_language(made: tuple[str, Path]) -> None:
    language, folder = made
    page = html.parse(folder / "html" / "documents" / "delivery.html").getroot()
    text = " ".join(shown(page).split(" "))
    assert [words for words in SAID[language] if words not in re.sub(r"[ \n]+", " ", text)] == []


def test_pictures_are_linked_to_and_none_is_loaded(made: tuple[str, Path]) -> None:
    _, folder = made
    assert dead_links(folder / "html") == []
    page = html.parse(folder / "html" / "documents" / "delivery.html").getroot()
    assert page.xpath("//img | //object | //iframe | //picture") == []
    links = page.xpath("//a[contains(@href, 'pictures/')]/@href")
    assert {
        "../pictures/page-1.png",
        "../pictures/emblem.png",
        "https://example.org/pictures/page-2.jpg",
    } == set(links)


def test_lists_and_tables_hold_what_belongs_in_them(made: tuple[str, Path]) -> None:
    """A page break between two rows or items is in one of them: HTML allows nothing else there."""
    _, folder = made
    allowed = {
        "ul": {"li"},
        "ol": {"li"},
        "dl": {"dt", "dd", "div"},
        "table": {"caption", "thead", "tbody", "tr"},
        "tr": {"td", "th"},
    }
    text = (folder / "html" / "documents" / "delivery.html").read_text("utf-8")
    page = etree.fromstring(text.encode(), etree.HTMLParser())
    for parent, children in allowed.items():
        found = {child.tag for node in page.iter(parent) for child in node if isinstance(child.tag, str)}
        assert found <= children, parent
    assert page.xpath("//th[@scope='col']") and page.xpath("//th[@scope='row']")


def test_the_readings_of_witnesses_are_notes(made: tuple[str, Path]) -> None:
    _, folder = made
    page = html.parse(folder / "html" / "documents" / "delivery.html").getroot()
    (mark,) = page.xpath("//span[@class='app']//a[@role='doc-noteref']/@href")
    (note,) = page.xpath(f"//li[@id='{mark[1:]}']")
    assert "lemmared A] readingblue B" in " ".join("".join(note.itertext()).split())
    assert "lemmared A] readingblue B" in " ".join(pdf_text(folder / "pdf" / "delivery.pdf").split())


REACHING = '<s xml:id="en-s90">Reaching</s>'
IRREGULAR = {
    "a cell that reaches too far": f'<row><cell cols="9" rows="9">{REACHING}</cell></row>',
    "a row that is too short": f"<row><cell>{REACHING}</cell></row>",
    "a row like the first": f'<row role="label"><cell/><cell>{REACHING}</cell></row>',
}


@pytest.mark.parametrize("name", IRREGULAR)
def test_a_table_that_does_not_fit_is_still_a_book(name: str, tmp_path: Path) -> None:
    """The check says what is wrong with it; who builds all the same finds each cell in its row."""
    project = Project(tmp_path)
    shutil.copytree(DATA / "tei", project.tei)
    (file,) = project.documents
    text = file.read_text("utf-8").replace("</table>", IRREGULAR[name] + "</table>")
    file.write_text(text.replace("Sectionhead", ""), "utf-8", newline="\n")
    assert build(project, ["pdf"], despite_findings=True).files
    book = " ".join(pdf_text(project.build / "pdf" / "delivery.pdf").split())
    places = [book.index(word) for word in ("Celltitle", "Cellcopies", "Cellatlas", "Cellwide", "Reaching")]
    assert places == sorted(places)
