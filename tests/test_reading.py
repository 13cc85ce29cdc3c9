"""A page to be read: notes under one number everywhere, the text as it is read and as the source has it."""

from pathlib import Path

from lxml import etree, html

from conftest import jing_says, shared
from tei_edition.build import build
from tei_edition.markup import TEI, tei
from tei_edition.project import Project
from tei_edition.xslt import Saxon

HEADER = """<teiHeader><fileDesc><titleStmt><title xml:lang="en">T</title></titleStmt>
<publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>"""


def one_document(folder: Path, text: str) -> Path:
    """Build the pages of an edition of one document, `one`, of which only the text is given."""
    file = folder / "tei" / "documents" / "one.xml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f'<TEI xmlns="{TEI}" xml:id="one" xml:lang="en">{HEADER}<text>{text}</text></TEI>', "utf-8"
    )
    assert build(Project(folder), ["html"], despite_findings=True).files
    return folder / "build" / "html"


def page(site: Path) -> etree._Element:
    return html.parse(site / "documents" / "one.html").getroot()


NOTED = """<body><div type="original" xml:lang="en"><note>between</note>
<p>a<note>one</note> b<app><lem>l</lem><rdg>r<note>inside</note></rdg></app>
c<note type="source">own</note></p>
<p>d<note n="2">two</note> e<note xml:id="last">three</note> f<note n="*">star</note></p></div></body>"""


def test_a_note_has_one_number_everywhere(tmp_path: Path) -> None:
    """Counted once, in `prepare`; a number of the author's own is kept, and no other note gets it."""
    site = one_document(tmp_path, NOTED)
    prepared = etree.parse(site / "tei" / "one.xml").iter(tei("note"), tei("app"))
    assert [(node.text, node.get("n")) for node in prepared] == [
        ("between", None),
        ("one", "1"),
        (None, "3"),
        ("inside", None),
        ("own", None),
        ("two", "2"),
        ("three", "4"),
        ("star", "*"),
    ]
    root = page(site)
    assert [mark.text_content() for mark in root.find_class("note-number")] == ["1", "3", "2", "4", "*"]
    assert root.xpath("//aside//li/@value") == ["1", "3", "2", "4"]
    assert [item.findtext("a") for item in root.xpath("//aside//li")] == ["1", "3", "2", "4", "*"]


def test_facts_know_a_note_by_its_number(tmp_path: Path, saxon: Saxon) -> None:
    """Registers name a note as its page does."""
    prepared = etree.parse(one_document(tmp_path, NOTED) / "tei" / "one.xml").getroot()
    facts = etree.fromstring(saxon.run("index/facts.xsl", saxon.tree(prepared)).text.encode())
    numbers = {unit.text: unit.get("n") for unit in facts if unit.get("kind") == "note"}
    assert {text: numbers[text] for text in ("one", "two", "three", "star")} == {
        "one": "1",
        "two": "2",
        "three": "4",
        "star": "*",
    }


def test_what_is_prepared_with_numbers_is_tei(tmp_path: Path) -> None:
    prepared = (one_document(tmp_path, NOTED) / "tei" / "one.xml").read_text("utf-8")
    assert jing_says(shared("tei/tei_all.rng"), [prepared]) == [[]]


def test_a_type_of_an_author_s_is_no_class_of_ours(tmp_path: Path) -> None:
    """A paragraph that is called like something of the page gets no look from it."""
    text = '<body><div type="choices"><p type="notes">A</p><p type="skip banner">B</p></div></body>'
    (root,) = page(one_document(tmp_path, text)).find_class("reading")
    assert [p.getparent().get("class") for p in root.find_class("p")] == ["division type-choices"] * 2
    assert [p.get("class") for p in root.find_class("p")] == ["p type-notes", "p"]


def test_french_has_thin_spaces_and_its_own_characters(tmp_path: Path) -> None:
    words = "Quoi\u00a0? Qui\u00a0; «\u00a0où\u00a0»\u00a0: là\u00a0!"
    text = f'<body><div type="original" xml:lang="{{}}"><p>{words}</p></div></body>'
    for language, thin in (("fr", 3), ("en", 0)):
        (root,) = page(one_document(tmp_path, text.format(language))).find_class("reading")
        assert len(root.find_class("thin")) == thin
        (shown,) = root.find_class("p")
        assert shown.text_content().endswith(words)
