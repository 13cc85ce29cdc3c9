"""What PDF/A-3a and PDF/UA-1 ask of a book, and an archive, as far as a program can look it up."""

import hashlib
import re
import unicodedata
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from lxml import etree

from conftest import DOCUMENTS, ROOT
from tagged import UNMARKED, Part, marked_text, structure
from tei_edition.markup import XML_LANG, tei

BOOKS = [*DOCUMENTS, "edition"]
HOLDERS = frozenset(
    {
        "Root",
        "Document",
        "Div",
        "Sect",
        "TOC",
        "TOCI",
        "L",
        "LI",
        "Table",
        "TR",
        "THead",
        "TBody",
        "BlockQuote",
    }
)
"""Tags of what only holds other parts, and no text of its own."""
SAID_BY_THE_EDITION = re.compile(r"\[(sic|hatefullanguage,quoted|proposhaineux,cités)\]")
"""What the book says amid a sentence and the source does not, without blanks."""


@pytest.fixture(scope="module")
def structures(made: Path) -> dict[str, Part]:
    return {name: structure(made / "pdf" / f"{name}.pdf") for name in BOOKS}


def squeezed(text: str) -> str:
    """Give a text without blanks and without what only divides lines."""
    return re.sub(r"[\s\u00ad\u2060]+", "", unicodedata.normalize("NFC", text))


@pytest.mark.parametrize("name", BOOKS)
def test_a_book_claims_both_standards(name: str, made: Path) -> None:
    with pikepdf.open(made / "pdf" / f"{name}.pdf") as book:
        root = book.Root
        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang)[:2] in {"fr", "en"}
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert "/Encrypt" not in book.trailer
        assert len(book.trailer.ID) == 2
        with book.open_metadata() as metadata:
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"]
        assert "/Filter" not in root.Metadata  # metadata that any program can read
        (intent,) = root.OutputIntents
        assert str(intent.S) == "/GTS_PDFA1"
        assert intent.DestOutputProfile.read_bytes()[36:40] == b"acsp"  # the mark of an ICC profile


@pytest.mark.parametrize("name", BOOKS)
def test_the_file_is_sound(name: str, made: Path) -> None:
    with pikepdf.open(made / "pdf" / f"{name}.pdf") as book:
        assert book.check_pdf_syntax() == []


@pytest.mark.parametrize("name", BOOKS)
def test_fonts_are_embedded_and_say_what_their_letters_are(name: str, made: Path) -> None:
    with pikepdf.open(made / "pdf" / f"{name}.pdf") as book:
        fonts = [
            font
            for font in book.objects
            if isinstance(font, pikepdf.Dictionary)
            and font.get("/Type") == "/Font"
            and "/DescendantFonts" in font
        ]
        assert fonts
        for font in fonts:
            descriptor = font.DescendantFonts[0].FontDescriptor
            assert "/ToUnicode" in font
            assert {"/FontFile2", "/FontFile3"} & set(descriptor.keys())


@pytest.mark.parametrize("name", BOOKS)
def test_all_that_is_seen_is_in_the_structure_or_an_artifact(name: str, made: Path) -> None:
    with pikepdf.open(made / "pdf" / f"{name}.pdf") as book:
        for number, page in enumerate(book.pages, start=1):
            assert UNMARKED not in marked_text(page), number
            assert "/StructParents" in page.obj or not marked_text(page), number
            assert str(page.obj.get("/Tabs", "/S")) == "/S", number


@pytest.mark.parametrize("name", BOOKS)
def test_headings_begin_with_the_first_level_and_skip_none(name: str, structures: dict[str, Part]) -> None:
    levels = [int(part.tag[1:]) for part in structures[name].walk() if re.fullmatch(r"H\d", part.tag)]
    assert levels[0] == 1
    assert [(one, other) for one, other in pairwise(levels) if other > one + 1] == []


@pytest.mark.parametrize("name", BOOKS)
def test_links_say_where_they_lead_and_figures_what_they_show(name: str, structures: dict[str, Part]) -> None:
    parts = list(structures[name].walk())
    links = [part for part in parts if part.tag == "Link"]
    assert links
    assert [
        part.text() for part in links if not any(kind == "/Link" and said for kind, said in part.objects)
    ] == []
    assert [part for part in parts if part.tag in ("Figure", "Formula") and not part.alt] == []
    assert [part for part in parts if part.objects and part.tag != "Link"] == []


@pytest.mark.parametrize("name", BOOKS)
def test_each_link_is_in_the_structure(name: str, made: Path, structures: dict[str, Part]) -> None:
    with pikepdf.open(made / "pdf" / f"{name}.pdf") as book:
        links = sum(str(link.Subtype) == "/Link" for page in book.pages for link in page.get("/Annots", []))
        dead = [
            str(link.Contents)
            for page in book.pages
            for link in page.get("/Annots", [])
            if "/StructParent" not in link or ("/Dest" not in link and "/A" not in link)
        ]
    assert dead == []
    assert sum(len(part.objects) for part in structures[name].walk()) == links


@pytest.mark.parametrize("name", BOOKS)
def test_tables_have_headers_and_lists_have_items(name: str, structures: dict[str, Part]) -> None:
    for part in structures[name].walk():
        inside = {child.tag for child in part.children if isinstance(child, Part)}
        if part.tag == "Table":
            assert "TH" in {below.tag for below in part.walk()}
        if part.tag == "L":
            assert inside <= {"LI", "Caption"}
        if part.tag == "TOC":
            assert inside <= {"TOCI", "TOC", "Caption"}
        own = "".join(child.text for child in part.children if not isinstance(child, Part))
        assert part.tag not in HOLDERS or not own.strip()


def reading(node: etree._Element) -> str:
    """Give what a reader reads of a sentence: corrected, without notes."""
    pieces = [node.text or ""]
    for child in node:
        left_out = {tei("note")} | (
            {tei(name) for name in ("sic", "orig", "expan")} if node.tag == tei("choice") else set()
        )
        if isinstance(child.tag, str) and child.tag not in left_out:
            pieces.append(reading(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def without_marks(part: Part) -> str:
    """Give the text of a part but for the marks of notes."""
    pieces = []
    for child in part.children:
        if not isinstance(child, Part):
            pieces.append(child.text)
        elif not is_mark(child):
            pieces.append(without_marks(child))
    return "".join(pieces)


def is_mark(part: Part) -> bool:
    """Say whether a link holds nothing but a raised letter or figure, which is a part of its own."""
    raised = all(isinstance(child, Part) for child in part.children)
    return (
        part.tag == "Link" and raised and re.fullmatch(r"[a-z]{1,2}|\d{1,3}", part.text().strip()) is not None
    )


def sentences(document: str) -> list[tuple[str, str]]:
    """Give the sentences of a document's original, each with its language, as they are read."""
    text = etree.parse(ROOT / "tei" / "documents" / f"{document}.xml").getroot().find(tei("text"))
    found = []
    for node in text.iterfind(f".//{tei('div')}[@type='original']//{tei('s')}"):
        language = next(up.get(XML_LANG) for up in [node, *node.iterancestors()] if up.get(XML_LANG))
        found.append((language[:2], reading(node)))
    return found


@pytest.mark.parametrize("document", DOCUMENTS)
def test_text_in_reading_order_is_that_of_the_tei(document: str, structures: dict[str, Part]) -> None:
    """Each sentence of the original whole, all in their order, as the structure is read aloud."""
    expected = sentences(document)
    assert len(expected) > 10
    for name in (document, "edition"):
        read = SAID_BY_THE_EDITION.sub("", squeezed(without_marks(structures[name])))
        place = 0
        for _, sentence in expected:
            found = read.find(squeezed(sentence), place)
            assert found >= 0, (name, sentence)
            place = found


@pytest.mark.parametrize("document", DOCUMENTS)
def test_each_sentence_says_its_language(document: str, structures: dict[str, Part]) -> None:
    """By the language that is marked at the words themselves, in the book that is in another one too."""
    (language,) = {language for language, _ in sentences(document)}
    text = squeezed("".join(sentence for _, sentence in sentences(document)))
    for name in (document, "edition"):
        pieces = [piece for piece in structures[name].words() if len(squeezed(piece.text)) > 30]
        own = [piece for piece in pieces if squeezed(piece.text) in text]
        assert len(own) > 20
        assert [piece for piece in own if piece.language != language] == []


@pytest.mark.parametrize("name", BOOKS)
def test_a_book_carries_what_it_was_made_from(name: str, made: Path) -> None:
    """The same TEI as the pages offer; registers and links are data, documents and header the source."""
    with pikepdf.open(made / "pdf" / f"{name}.pdf") as book:
        kinds = {str(file.UF): str(file.AFRelationship) for file in book.Root.AF}
        assert set(kinds) == set(book.attachments)
        for file, attached in book.attachments.items():
            data: Any = attached.get_file()
            assert data.mime_type == "application/tei+xml"
            assert data.read_bytes() == (made / "html" / "tei" / file).read_bytes()
        sums = {
            file: hashlib.sha256((made / "html" / "tei" / file).read_bytes()).hexdigest() for file in kinds
        }
    expected = {"/Source": {"edition", *DOCUMENTS} if name == "edition" else {name}}
    if name == "edition":
        registers = {path.stem for path in (ROOT / "tei" / "registers").glob("*.xml")}
        expected["/Data"] = registers | {"alignments"}
    assert expected == {
        kind: {file.removesuffix(".xml") for file in kinds if kinds[file] == kind}
        for kind in set(kinds.values())
    }
    listed = "".join(f"{sums[file]}  {file}\n" for file in sorted(sums)).encode()
    stated = sums[f"{name}.xml"] if len(sums) == 1 else hashlib.sha256(listed).hexdigest()
    assert stated in squeezed(structure(made / "pdf" / f"{name}.pdf").text())


@pytest.mark.parametrize("name", BOOKS)
def test_bookmarks_are_the_headings(name: str, made: Path, structures: dict[str, Part]) -> None:
    with pikepdf.open(made / "pdf" / f"{name}.pdf") as book, book.open_outline() as outline:
        chapters = [squeezed(str(item.title)) for item in outline.root]
    headings = [squeezed(part.text()) for part in structures[name].walk() if part.tag == "H1"]
    assert chapters == headings


@pytest.mark.parametrize("name", BOOKS)
def test_a_book_is_small(name: str, made: Path) -> None:
    """Its objects stand in compressed streams."""
    data = (made / "pdf" / f"{name}.pdf").read_bytes()
    assert b"/ObjStm" in data
    assert b"/XRef" in data
