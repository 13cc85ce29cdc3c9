"""The text of the books: apparatus, divided words, quotation marks, formats, and what cannot be set."""

import re
import unicodedata
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from conftest import DOCUMENTS, ROOT, pdf_text
from tei_edition.build import Built, build
from tei_edition.errors import EditionError
from tei_edition.glyphs import Glyphs
from tei_edition.hyphens import divided, hyphenated
from tei_edition.misprints import misprints
from tei_edition.project import Project
from tei_edition.resources import packaged
from tei_edition.source import Source
from tei_edition.typeset import Book, TornNote, typeset

HEADER = """<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>
<publicationStmt><p>P</p></publicationStmt>
<sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>"""


def made_of(folder: Path, body: str, language: str = "en", paper: str = "") -> tuple[Path, Built]:
    """Make the PDF of a document with a body; gives its path, and what the build says."""
    file = folder / "tei" / "documents" / "made.xml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="made" xml:lang="{language}">{HEADER}'
        f'<text><body><div xml:lang="{language}">{body}</div></body></text></TEI>',
        "utf-8",
    )
    built = build(Project(folder), ["pdf"], despite_findings=True, paper=paper)
    return folder / "build" / "pdf" / "made.pdf", built


def text_of(folder: Path, body: str, language: str = "en") -> str:
    """Give the text of the PDF of a document with a body, each white space as one blank."""
    path, _ = made_of(folder, body, language)
    return " ".join(pdf_text(path).split())


# the apparatus


@pytest.mark.parametrize(
    ("passage", "shown", "note"),
    [
        ("in <choice><sic>Iai</sic><corr>Iași</corr></choice> then", "in Iașia then", "a Iași] Iai source"),
        (
            "d'<choice><orig>Ş</orig><reg>Ș</reg></choice>tefan then",
            "d'Ștefana then",
            "a Ștefan] Ştefan source",
        ),
        (
            "en<choice><sic>dd</sic><corr>d</corr></choice> <hi>all</hi>",
            "enda all",
            "a end] endd source",
        ),
        (
            "mid<choice><sic>b</sic><corr>d</corr></choice><hi>le</hi> all",
            "middlea all",
            "a middle] midble source",
        ),
        ("a <choice><sic/><corr>word</corr></choice> then", "a worda then", "a word] not in the source"),
        ("a <choice><sic>word</sic><corr/></choice> then", "aa then", "a –] word source"),
        (
            "the <choice><abbr>SSI</abbr><expan>Special Service</expan></choice> then",
            "the SSIa then",
            "a SSI] = Special Service",
        ),
    ],
)
def test_a_correction_has_its_lemma_at_the_foot(passage: str, shown: str, note: str, tmp_path: Path) -> None:
    """The mark stands behind the word, also where the correction is a part of it."""
    found = text_of(tmp_path, f'<p><s xml:id="s1">Begun {passage} ended.</s></p>')
    assert shown in found
    assert note in found


def test_a_correction_in_a_note_stands_in_brackets(tmp_path: Path) -> None:
    found = text_of(
        tmp_path, "<p>Word<note>See <choice><sic>Iai</sic><corr>Iași</corr></choice>.</note>.</p>"
    )
    assert "See Iași [The source has: Iai]." in found


def test_notes_and_corrections_have_series_of_their_own(tmp_path: Path) -> None:
    two = "<choice><sic>tow</sic><corr>two</corr></choice>"
    found = text_of(tmp_path, f"<p>One<note>First.</note> {two} three<note>Second.</note>.</p>")
    assert "One1 twoa three2." in found
    assert "1 First." in found
    assert "a two] tow source" in found
    assert "2 Second." in found


# pages of the source


def test_the_pages_of_the_source_run_in_with_their_text(tmp_path: Path) -> None:
    """Also several at once, and one in a paragraph of its own; before what is no paragraph, on a line."""
    body = """<p>One.</p><pb n="1"/><pb n="2"/><p>Two <pb n="3"/>more.</p><p><pb n="4"/></p><p>Three.</p>
        <pb n="5"/><list><item>Four.</item></list><pb n="6"/>"""
    path, _ = made_of(tmp_path, body)
    lines = [" ".join(line.split()) for line in pdf_text(path).splitlines()]
    start = lines.index("One.")
    assert [line for line in lines[start : start + 6] if line] == [
        "One.",
        "[p. 1] [p. 2] Two [p. 3] more.",
        "[p. 4] Three.",
        "[p. 5]",
        "– Four.",
        "[p. 6]",
    ]


# quotation marks


@pytest.mark.parametrize(
    ("language", "marks"),
    [("en", "“x”"), ("fr", "«x»"), ("ro", "„x”"), ("de", "„x“"), ("cs", "„x“"), ("pl", "„x”")],
)
def test_a_word_at_a_distance_has_the_marks_of_its_language(
    language: str, marks: str, tmp_path: Path
) -> None:
    found = text_of(tmp_path, "<p>A <soCalled>bargain</soCalled> B</p>", language)
    (shown,) = re.findall(r"A (\S*\s*bargain\s*\S*) B", found)
    assert re.sub(r"\s", "", shown.replace("bargain", "x")) == marks


def test_a_word_at_a_distance_keeps_the_marks_of_the_source(tmp_path: Path) -> None:
    assert 'A "bargain" B' in text_of(tmp_path, '<p>A <soCalled>"bargain"</soCalled> B</p>')


# words that are divided


def test_romanian_and_elided_french_words_get_places_to_divide() -> None:
    assert divided("responsabilitate", "ro").replace("\u00ad", "-") == "res-pon-sa-bi-li-ta-te"
    assert divided("neînţelegerilor", "ro").replace("\u00ad", "") == "neînţelegerilor"
    assert "\u00ad" in divided("neînţelegerilor", "ro")
    assert re.fullmatch("l'éta\u00ad?blis\u00adse\u00adment", divided("l'établissement", "fr"))
    assert "\u00ad" in divided("qu’anciennement", "fr")


@pytest.mark.parametrize(
    ("text", "language"), [("établissement", "fr"), ("responsibility", "en"), ("l'an", "fr"), ("Iași", "ro")]
)
def test_other_words_are_left_to_the_typesetter(text: str, language: str) -> None:
    assert divided(text, language) == text


def test_only_words_that_are_read_are_divided() -> None:
    """Not attributes, code or what the file says of itself; the language is the nearest one stated."""
    word = "responsabilitate"
    given = f"""<print lang="en" running="{word}"><meta name="title" lang="ro">{word}</meta>
<p>{word} <span lang="ro">{word} <code>{word}</code> {word}</span> {word}</p></print>"""
    root = etree.fromstring(hyphenated(given))
    assert root.get("running") == word
    assert root.findtext("meta") == word
    assert root.findtext(".//code") == word
    paragraph = root.find("p")
    assert paragraph is not None
    span = paragraph[0]
    assert (paragraph.text, span.tail) == (f"{word} ", f" {word}")
    assert all("\u00ad" in str(text) for text in (span.text, span[0].tail))


@pytest.mark.parametrize("name", [*DOCUMENTS, "edition"])
def test_what_nobody_sees_is_not_in_the_text_of_a_book(name: str, made: Path) -> None:
    """Soft hyphens and word joiners would stand in what a reader copies, and hide words from a search."""
    found = pdf_text(made / "pdf" / f"{name}.pdf")
    assert {unicodedata.name(c) for c in found if c in "\u00ad\u2060\u200b"} == set()


def test_romanian_words_are_divided_in_the_columns(made: Path) -> None:
    """A hyphen of the typesetter's own is told from one of the text by how the reader reads it: U+FFFE."""
    found = pdf_text(made / "pdf" / "iasi-1941-fr.pdf")
    romanian = {"guvernamentale", "persoane", "românesc", "popularitatea"}
    assert romanian & {
        re.sub("[\x02\ufffe]\\s*", "", word) for word in re.findall(r"\w*[\x02\ufffe]\s*\w+", found)
    }


def test_french_punctuation_stays_with_its_word_and_is_that_of_the_source(tmp_path: Path) -> None:
    words = " ".join(f"mot{'m' * (number % 7)} : oui ; « non »" for number in range(120))
    path, _ = made_of(tmp_path, f"<p>{words}</p>", "fr")
    with pypdfium2.PdfDocument(path) as book:
        lines = [line for page in book for line in page.get_textpage().get_text_bounded().splitlines()]
    assert [line for line in lines if re.match(r"[:;»]", line.strip()) or line.strip().endswith("«")] == []
    assert words in " ".join(" ".join(lines).replace("\ufffe ", "").split())


def test_a_text_from_right_to_left_begins_on_the_right_and_so_does_its_note(tmp_path: Path) -> None:
    path, _ = made_of(tmp_path, '<p><s xml:id="s1">כל בני האדם<note>הערה</note>.</s></p>', "he")
    with pypdfium2.PdfDocument(path) as book:
        page, text = next(
            (page, text) for page in book if "כל" in (text := page.get_textpage()).get_text_range()
        )
        whole = text.get_text_range()
        lefts = {word: text.get_charbox(whole.index(word))[0] for word in ("כל", "הערה")}
        assert all(left > page.get_width() * 0.7 for left in lefts.values()), lefts


# the page


@pytest.mark.parametrize(("paper", "size"), [("", (210, 297)), ("a4", (210, 297)), ("a5", (148, 210))])
def test_a_book_has_the_paper_that_is_asked_for(paper: str, size: tuple[int, int], tmp_path: Path) -> None:
    path, _ = made_of(tmp_path, "<p>Word.</p>", paper=paper)
    with pypdfium2.PdfDocument(path) as book:
        assert {tuple(round(points * 25.4 / 72) for points in page.get_size()) for page in book} == {size}


def test_a_paper_that_the_look_does_not_know_is_named(tmp_path: Path) -> None:
    with pytest.raises(EditionError, match="no paper b9, but a4, a5"):
        made_of(tmp_path, "<p>Word.</p>", paper="b9")


def test_an_edition_s_own_look_wins(tmp_path: Path) -> None:
    look = (packaged("xslt") / "pdf" / "look.typ").read_text("utf-8")
    own = tmp_path / "xslt" / "pdf" / "look.typ"
    own.parent.mkdir(parents=True)
    own.write_text(look.replace('usual-paper = "a4"', 'usual-paper = "a5"'), "utf-8")
    path, _ = made_of(tmp_path, "<p>Word.</p>")
    with pypdfium2.PdfDocument(path) as book:
        assert round(book[0].get_width() * 25.4 / 72) == 148


# what cannot be set


def p001(built: Built) -> list[tuple[str, int, int, str]]:
    return [(f.path.name, f.line, f.column, f.message) for f in built.findings if f.code == "P001"]


def test_a_character_without_a_font_is_shown_by_its_number_and_told(tmp_path: Path) -> None:
    path, built = made_of(tmp_path, "<p>One\n漢 and &#x6F22; and &#146;.</p>")
    found = pdf_text(path)
    assert found.count("[U+6F22]") == 2
    assert "[U+0092]" in found
    shown = "the PDF shows [U+6F22] in its place. It stands 2 times in this file."
    assert p001(built) == [
        (
            "made.xml",
            4,
            1,
            f'No font has the character "漢" (U+6F22 CJK UNIFIED IDEOGRAPH-6F22); {shown}',
        ),
        ("made.xml", 4, 20, "No font has the character U+0092; the PDF shows [U+0092] in its place."),
    ]


def test_what_the_fonts_have_is_not_told(tmp_path: Path) -> None:
    _, built = made_of(tmp_path, "<p>ăâîșț şţ Żółć Őű Ελλάδα Россия שלום װאָס ʃ – „“ ﬁ x̱</p>")
    assert p001(built) == []


def test_a_font_in_the_edition_s_folder_is_used(tmp_path: Path) -> None:
    folder = tmp_path / "xslt" / "pdf" / "fonts"
    folder.mkdir(parents=True)
    font_of("漢", folder / "own.ttf")
    path, built = made_of(tmp_path, "<p>One 漢.</p>")
    assert p001(built) == []
    assert "One 漢." in pdf_text(path)


def font_of(character: str, file: Path) -> None:
    """Write a font that has one character, a square."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    for point in ((100, 700), (800, 700), (800, 0)):
        pen.lineTo(point)
    pen.closePath()
    square = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "square"])
    builder.setupCharacterMap({ord(character): "square"})
    builder.setupGlyf({".notdef": square, "square": square})
    builder.setupHorizontalMetrics({".notdef": (900, 100), "square": (900, 100)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Own", "styleName": "Regular", "psName": "Own-Regular"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    builder.save(file)


def test_fonts_are_asked_for_many_characters_at_once() -> None:
    """And not again for those that were asked for."""
    asked: list[str] = []

    def can_show(text: str) -> bool:
        asked.append(text)
        return "漢" not in text

    glyphs = Glyphs(can_show)
    assert glyphs.showable("é ș α") == ("é ș α", [])
    assert len(asked) == 1
    assert glyphs.showable("é 漢 ș α") == ("é [U+6F22] ș α", ["漢"])
    before = len(asked)
    assert glyphs.showable("漢 é") == ("[U+6F22] é", ["漢"])
    assert len(asked) == before


def torn_by_typst() -> str:
    """A paragraph near the end of a page with a block quotation and two notes, which Typst tears apart."""

    def words(number: int) -> str:
        return " ".join(["word"] * number)

    notes = [f'<note id="d.n{number}" mark="{number}">Note{number} {words(30)}</note>' for number in (1, 2)]
    quotation = f"<blockquote>{words(30)}Mark{notes[0]}</blockquote>"
    return f"""<print id="d" lang="en" running="t"><meta name="title">t</meta><section>
<heading id="h" level="1" short="t">t</heading><p>{words(310)}</p>
<p>{words(9)} {quotation}Again{notes[1]} {words(40)}</p><p>{words(200)}</p></section></print>"""


def test_a_note_that_is_torn_from_its_mark_is_brought_back(monkeypatch: pytest.MonkeyPatch) -> None:
    templates = packaged("xslt") / "pdf"
    monkeypatch.setattr("tei_edition.typeset._ROUNDS", 0)
    assert typeset("d.pdf", torn_by_typst(), templates, {}, 0, "a5").torn
    monkeypatch.undo()
    book = typeset("d.pdf", torn_by_typst(), templates, {}, 0, "a5")
    assert book.torn == ()
    with pypdfium2.PdfDocument(book.pdf) as pdf:
        texts = [page.get_textpage().get_text_range() for page in pdf]
    places = [
        [number for number, text in enumerate(texts) if word in text]
        for word in ("Note1", "Mark1", "Note2", "Again2")
    ]
    assert all(len(place) == 1 for place in places)
    assert places[0] == places[1]
    assert places[2] == places[3]


def test_a_note_that_stays_torn_is_told_at_its_place() -> None:
    text = '<TEI>\n<p>One<note xml:id="n1">N</note></p></TEI>'
    source = Source(Path("made.xml"), text, etree.fromstring(text))
    book = Book("made.pdf", b"", (), (TornNote("made.n1", 3, 4), TornNote("other.n1", 1, 2)))
    (finding,) = misprints(book, [source])
    assert (finding.code, finding.line, finding.column) == ("P002", 2, 7)
    assert finding.message == "The mark of a note stands on page 3 of made.pdf, its text on page 4."


def test_the_volume_speaks_one_language_of_comparisons(made: Path) -> None:
    """The notes of the comparisons stand in the book's language alone."""
    alignments = etree.parse(ROOT / "tei" / "alignments.xml").getroot()
    found = re.sub(r"[\ufffe\x02]\s*|\s+", "", pdf_text(made / "pdf" / "edition.pdf"))
    shown = {"en": 0, "fr": 0, "ro": 0}
    for note in alignments.iterfind(".//{*}standOff/{*}note"):
        language = str(note.get("{http://www.w3.org/XML/1998/namespace}lang"))
        shown[language] += re.sub(r"\s+", "", "".join(note.itertext())) in found
    assert shown["en"] > 0
    assert (shown["fr"], shown["ro"]) == (0, 0)
