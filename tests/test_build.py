"""The build: nothing lost between source and page, everything linked, the same bytes each time."""

import itertools
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pikepdf
import pytest
from lxml import etree, html

from conftest import DOCUMENTS, ROOT, dead_links, pdf_text, published
from tei_edition.build import build
from tei_edition.markup import XML_ID, tei
from tei_edition.project import Project
from tei_edition.render import languages
from tei_edition.resources import packaged

TEI = "{http://www.tei-c.org/ns/1.0}"
REGISTERS = sorted(path.stem for path in (ROOT / "tei" / "registers").glob("*.xml"))


def words(text: str) -> Counter[str]:
    """Count the words of a text, without its punctuation and its line ends."""
    return Counter(re.findall(r"\w+", text.replace("\u00ad", "")))


def tei_text(node: etree._Element) -> str:
    """Give all text of an element: both readings of a choice, notes and all, each piece apart."""
    return " ".join(node.itertext())


def visible(page: etree._Element) -> str:
    return " ".join(page.find("body").itertext())


def visible_in_all(folder: Path, name: str) -> str:
    """Give what a page says in all the languages in which it is there."""
    files = [folder / f"{name}.html", *folder.glob(f"{name}.??.html")]
    return " ".join(visible(html.parse(file).getroot()) for file in files)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_nothing_is_lost_between_tei_and_page(document: str, made: Path) -> None:
    source = etree.parse(ROOT / "tei" / "documents" / f"{document}.xml").getroot()
    page = html.parse(made / "html" / "documents" / f"{document}.html").getroot()
    missing = words(tei_text(source.find(f"{TEI}text"))) - words(visible(page))
    assert missing == Counter()


def test_nothing_is_lost_of_the_introduction(made: Path) -> None:
    source = etree.parse(ROOT / "tei" / "edition.xml").getroot().find(f"{TEI}text")
    assert words(tei_text(source)) - words(visible_in_all(made / "html", "index")) == Counter()
    assert set(words(tei_text(source))) - set(words(visible_in_book(made))) == set()


def visible_in_book(made: Path) -> str:
    return squeezed(pdf_text(made / "pdf" / "edition.pdf"))


@pytest.mark.parametrize("register", REGISTERS)
def test_nothing_is_lost_of_the_registers(register: str, made: Path) -> None:
    """On the pages of its entries: names, notes in all languages and identifiers; a shared name once."""
    source = etree.parse(ROOT / "tei" / "registers" / f"{register}.xml").getroot().find(f"{TEI}standOff")
    for entry in source.xpath(".//*[@xml:id]"):
        said = visible_in_all(made / "html" / "registers" / register, str(entry.get(XML_ID)))
        assert set(words(tei_text(entry))) - set(words(said)) == set(), entry.get(XML_ID)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_each_sentence_stands_at_its_id_in_order(document: str, made: Path) -> None:
    """The words of a sentence, corrected and without its notes, come in the page in their order."""
    source = etree.parse(ROOT / "tei" / "documents" / f"{document}.xml").getroot()
    page = html.parse(made / "html" / "documents" / f"{document}.html").getroot()
    for sentence in source.iter(tei("s")):
        for gone in [*sentence.iter(tei("note")), *sentence.iterfind(f".//{TEI}choice/{TEI}sic")]:
            gone.text, gone[:] = "", []
        for gone in sentence.iterfind(f".//{TEI}choice/{TEI}orig"):
            gone.text = ""
        target = page.get_element_by_id(sentence.get(XML_ID))
        shown = iter(re.findall(r"\w+", " ".join(target.itertext())))
        lost = [word for word in re.findall(r"\w+", " ".join(sentence.itertext())) if word not in shown]
        assert lost == [], sentence.get(XML_ID)


@pytest.mark.parametrize("document", [*DOCUMENTS, "edition"])
def test_nothing_is_lost_between_tei_and_book(document: str, made: Path) -> None:
    """Each word as often as in the text at least; a hyphen at a line's end is the text's or not."""
    raw = pdf_text(made / "pdf" / f"{document}.pdf")
    books = [squeezed(raw), squeezed(re.sub("[\u00ad\ufffe\x02]", "-", raw))]
    found = [Counter(re.findall(r"[^\W\d_]{2,}", book)) for book in books]
    for file in DOCUMENTS if document == "edition" else [document]:
        text = etree.parse(ROOT / "tei" / "documents" / f"{file}.xml").getroot().find(f"{TEI}text")
        wanted = Counter(re.findall(r"[^\W\d_]{2,}", " ".join(text.itertext())))
        there = {word: max(count[word] for count in found) + sticking(books[0], word) for word in wanted}
        assert {word: n for word, n in wanted.items() if there[word] < n} == {}, file


def sticking(book: str, word: str) -> int:
    """Count the places where the letter of a correction sticks to a word, `Iașia`."""
    return len(re.findall(rf"\b{word}[a-z]\b", book))


def squeezed(text: str) -> str:
    """Make whole the words that hyphenation divided: a hyphen of its own making is one of these."""
    return re.sub(r"[\u00ad\ufffe\x02]\s*|\u2060", "", text)


def test_builds_elsewhere_are_the_same_bytes(made: Path, tmp_path: Path) -> None:
    """In another folder, another process, another time zone, with other hashes."""
    folder = tmp_path / "another place" / "deeper"
    shutil.copytree(ROOT / "tei", folder / "tei")
    surroundings = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    code = "import sys; from tei_edition.cli import main; main(['build', '--project', sys.argv[1]])"
    subprocess.run([sys.executable, "-c", code, str(folder)], env=surroundings, cwd=tmp_path, check=True)
    again = folder / "build"
    one, two = published(made), published(again)
    assert one.keys() == two.keys()
    assert [path for path in one if one[path] != two[path]] == []


def test_a_document_of_any_name_can_be_attached(copy: Project) -> None:
    file = copy.tei / "documents" / "romania-en.xml"
    text = file.read_text("utf-8").replace('xml:id="romania-en"', 'xml:id="document"', 1)
    (copy.tei / "documents" / "document.xml").write_text(text.replace("HEROES", "It\x92s漢", 1), "utf-8")
    assert build(Project(copy.root), ["pdf"], despite_findings=True).files == {"pdf": 5}
    found = pdf_text(copy.build / "pdf" / "document.pdf")
    assert "[U+0092]" in found
    assert "[U+6F22]" in found


def test_what_is_made(made: Path) -> None:
    expected = {"html/index.html", "html/assets/edition.css", "pdf/edition.pdf", "html/pdf/edition.pdf"}
    for name in DOCUMENTS:
        expected |= {f"html/documents/{name}.html", f"html/tei/{name}.xml", f"pdf/{name}.pdf"}
    expected |= {f"html/registers/{name}.html" for name in REGISTERS}
    expected |= {f"html/registers/{name}.ro.html" for name in REGISTERS}
    expected |= {
        f"html/{name}.html" for name in ("index.fr", "registers/places/iasi", "registers/places/iasi.ro")
    }
    found = {path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file()}
    assert expected <= found


def test_every_link_leads_somewhere_inside(made: Path) -> None:
    assert dead_links(made / "html") == []


def pages(made: Path) -> list[Path]:
    return sorted((made / "html").rglob("*.html"))


def test_pages_are_whole(made: Path) -> None:
    for page in pages(made):
        root = html.parse(page).getroot()
        ids = root.xpath("//@id")
        assert len(ids) == len(set(ids)), f"{page.name}: {[i for i, n in Counter(ids).items() if n > 1]}"
        assert root.get("lang"), page.name
        assert root.xpath("count(//h1)") == 1, page.name
        assert root.xpath("count(//main)") == 1, page.name
        assert root.findtext("head/title"), page.name
        levels = [int(heading.tag[1]) for heading in root.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert all(b <= a + 1 for a, b in itertools.pairwise(levels)), f"{page.name}: {levels}"


def test_pages_need_nothing_from_outside(made: Path) -> None:
    for page in pages(made):
        root = html.parse(page).getroot()
        loaded = root.xpath("//@src | //link[@rel='stylesheet']/@href | //img/@srcset")
        assert not [link for link in loaded if "//" in link], page.name
        assert root.xpath("//script[not(@src)] | //style | //@style | //@onclick") == [], page.name
    style = (made / "html" / "assets" / "edition.css").read_text("utf-8")
    assert not re.search(r"@import|url\(\s*['\"]?(https?:)?//", style)


def test_every_letter_of_romanian_is_in_the_book(made: Path) -> None:
    assert set("șțăîâ") <= set(pdf_text(made / "pdf" / "edition.pdf"))


def test_an_error_keeps_the_last_good_build(copy: Project) -> None:
    build(copy, ["html"])
    before = published(copy.build)
    file = copy.documents[0]
    file.write_text(file.read_text("utf-8").replace("place:iasi", "place:nowhere", 1), "utf-8")
    built = build(copy, ["html"])
    assert built.files == {}
    assert [finding.code for finding in built.findings] == ["N002"]
    assert published(copy.build) == before
    assert build(copy, ["html"], despite_findings=True).files


def test_a_project_s_own_template_wins(copy: Project) -> None:
    own = copy.root / "xslt" / "assets" / "style"
    own.mkdir(parents=True)
    (own / "00-look.css").write_text(":root { --paper: azure }", "utf-8")
    (own / "99-own.css").write_text("body { color: navy }", "utf-8")
    build(copy, ["html"])
    style = (copy.build / "html" / "assets" / "edition.css").read_text("utf-8")
    assert style.startswith(":root { --paper: azure }\n/* The page. */")
    assert style.endswith("\nbody { color: navy }")
    assert (copy.build / "html" / "index.html").is_file()


HOSTILE = '<script>alert(1)</script>&"\'<!--{{ }}${x}#eval("1")*_`~$\\]]>'


def test_text_stays_text(copy: Project) -> None:
    """Whatever stands in a text is shown as that text, in the page and in the book."""
    from xml.sax.saxutils import escape

    file = copy.tei / "documents" / "romania-en.xml"
    text = file.read_text("utf-8").replace('<s xml:id="en-s2">', f'<s xml:id="en-s2">{escape(HOSTILE)} ', 1)
    file.write_text(text, "utf-8")
    build(copy, despite_findings=True)
    page = html.parse(copy.build / "html" / "documents" / "romania-en.html").getroot()
    assert HOSTILE in "".join(page.get_element_by_id("en-s2").itertext())
    assert page.xpath("//script[not(@src)]") == []
    assert "alert(1)" in pdf_text(copy.build / "pdf" / "romania-en.pdf")


def test_a_register_of_the_book_says_where_an_entry_is_named(made: Path) -> None:
    found = " ".join(squeezed(pdf_text(made / "pdf" / "edition.pdf")).split())
    assert re.search(r"Mentions: The Iași pogrom and its preparation 11, 15 ", found), "Traian Borcescu"


def test_the_registers_stand_in_the_book_in_the_order_of_their_kinds(made: Path) -> None:
    with pikepdf.open(made / "pdf" / "edition.pdf") as book, book.open_outline() as outline:
        titles = [item.title for item in outline.root]
    registers = [title for title in titles if title.startswith("Register") or title == "Bibliography"]
    kinds = ["persons", "places", "organisations", "events"]
    assert registers == [*(f"Register of {kind}" for kind in kinds), "Bibliography"]


def test_every_label_is_there_once_and_in_each_language() -> None:
    labels = etree.parse(packaged("xslt") / "lib" / "labels.xml").getroot()
    keys = [label.get("key") for label in labels.iter("{urn:tei-edition}label")]
    assert [key for key, number in Counter(keys).items() if number > 1] == []
    for label in labels.iter("{urn:tei-edition}label"):
        assert all(label.get(language) for language in languages(packaged("xslt"))), label.get("key")


ODD_PLACES = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="odd" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>T</title></titleStmt><publicationStmt><p>P</p></publicationStmt>
<sourceDesc><p>S</p></sourceDesc>
</fileDesc></teiHeader><text><body>
<div type="original" xml:lang="en">alpha <p>beta<note>gamma</note></p> delta
<list><label>epsilon</label><item>zeta</item><pb n="77"/>
<label>eta</label><item>theta</item></list></div>
<div1><head>iota</head>kappa<p>lambda<note>mu</note></p><xyz>nu</xyz></div1>
<closer><signed>xi <hi>omicron</hi></signed></closer></body></text></TEI>"""


def test_what_stands_in_odd_places_is_shown_once(tmp_path: Path) -> None:
    """Nothing is dropped in silence, whatever the schema thinks of it; the unknown is reported."""
    file = tmp_path / "tei" / "documents" / "odd.xml"
    file.parent.mkdir(parents=True)
    file.write_text(ODD_PLACES, "utf-8")
    built = build(Project(tmp_path), despite_findings=True)
    assert "T001" in {finding.code for finding in built.findings}
    main = html.parse(tmp_path / "build" / "html" / "documents" / "odd.html").getroot().find(".//main")
    page = Counter(re.findall(r"\w+", " ".join(main.itertext())))
    book = Counter(re.findall(r"[a-z]+|\d+", pdf_text(tmp_path / "build" / "pdf" / "odd.pdf")))
    greek = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron"
    assert {word: page[word] for word in greek.split() if page[word] != 1} == {}
    assert {word: book[word] for word in greek.split() if not book[word]} == {}


def test_the_manifest_says_of_each_file_what_it_was_made_from(made: Path) -> None:
    """But of the checksums, which are made of all."""
    files = json.loads((made / "manifest.json").read_text("utf-8"))["files"]
    assert [path for path, told in files.items() if not told.get("from")] == ["html/SHA256SUMS"]
    translated = files["html/documents/iasi-1941-fr.ro.html"]["from"]
    assert translated.keys() == {"tei/documents/iasi-1941-fr.xml", "slice", "stylesheets", "given"}
    assert files["pdf/iasi-1941-fr.pdf"]["from"] == files["html/pdf/iasi-1941-fr.pdf"]["from"]
