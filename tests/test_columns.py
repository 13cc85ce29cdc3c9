"""Versions side by side in the book: no sentence lost, no unit torn, each note on the page of its mark."""

import itertools
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from lxml import etree, html

from conftest import DOCUMENTS, ROOT, pdf_text
from tei_edition.build import build
from tei_edition.markup import XML_ID, tei
from tei_edition.project import Project

Link = tuple[int, list[float], int, float, float]
"""A link of a book: its page and its edges, and where it leads: page, from the left, from the foot."""

HEADER = """<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>
<publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>"""


@dataclass(frozen=True)
class Word:
    """A word and where it stands: page, distance from the left and from the foot of the page, in points."""

    text: str
    page: int
    left: float
    above: float


def book(folder: Path, stand_off: str, *versions: str) -> Path:
    """Make the PDF of a document with some versions; gives its path."""
    file = folder / "tei" / "documents" / "made.xml"
    file.parent.mkdir(parents=True)
    kinds = ["original", *["translation"] * (len(versions) - 1)]
    divisions = "".join(
        f'<div xml:id="v-{language}" type="{kind}" xml:lang="{language}">{version}</div>'
        for kind, language, version in zip(kinds, ("en", "fr", "ro", "de"), versions, strict=False)
    )
    file.write_text(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="made" xml:lang="en">{HEADER}'
        f"<standOff>{stand_off}</standOff><text><body>{divisions}</body></text></TEI>",
        "utf-8",
    )
    build(Project(folder), ["pdf"], despite_findings=True)
    return folder / "build" / "pdf" / "made.pdf"


def links(*targets: str) -> str:
    return f'<linkGrp type="translation">{"".join(f"<link target={t!r}/>" for t in targets)}</linkGrp>'


def sentence(name: str, words: str) -> str:
    return f'<s xml:id="{name}">{words}</s>'


def words(path: Path) -> list[Word]:
    """List the words of a book with their places."""
    found = []
    with pypdfium2.PdfDocument(path) as pages:
        for number, page in enumerate(pages):
            text = page.get_textpage()
            whole = text.get_text_range()
            for match in re.finditer(r"\w+", whole):
                left, bottom, _, _ = text.get_charbox(match.start())
                found.append(Word(match.group(), number, left, bottom))
    return found


def one(found: list[Word], text: str) -> Word:
    """Give the only word with some text."""
    (word,) = [word for word in found if word.text == text]
    return word


THREE = (
    f"<p>{sentence('en-s1', 'Alpha one<note>Remark alpha.</note>.')} {sentence('en-s2', 'Beta one.')}</p>",
    f"<p>{sentence('fr-s1', 'Alpha two.')} {sentence('fr-s2', 'Beta two<note>Remark beta.</note>.')}</p>",
    f"<p>{sentence('ro-s1', 'Alpha three.')} {sentence('ro-s2', 'Beta three.')}</p>",
)


def test_what_is_linked_stands_at_one_height(tmp_path: Path) -> None:
    found = words(book(tmp_path, links("#en-s1 #fr-s1 #ro-s1", "#en-s2 #fr-s2 #ro-s2"), *THREE))
    alpha = [word for word in found if word.text == "Alpha"]
    beta = [word for word in found if word.text == "Beta"]
    assert len({round(word.above) for word in alpha}) == 1
    assert len({round(word.above) for word in beta}) == 1
    assert beta[0].above < alpha[0].above
    assert [word.left for word in alpha] == sorted(word.left for word in alpha)


def test_two_versions_stand_on_an_upright_page_and_three_on_a_turned_one(tmp_path: Path) -> None:
    two = book(tmp_path / "two", links("#en-s1 #fr-s1"), *THREE[:2])
    three = book(tmp_path / "three", links("#en-s1 #fr-s1 #ro-s1"), *THREE)
    for path, is_turned in ((two, False), (three, True)):
        page = next(word.page for word in words(path) if word.text == "Alpha")
        with pypdfium2.PdfDocument(path) as pages:
            width, height = pages[page].get_size()
        assert (width > height) == is_turned


def test_one_sentence_against_two_is_one_row(tmp_path: Path) -> None:
    original = f"<p>{sentence('en-s1', 'Long first and second.')} {sentence('en-s2', 'Last.')}</p>"
    first = f"<p>{sentence('fr-s1', 'Premier.')} {sentence('fr-s2', 'Second.')}</p>"
    translation = f"{first}<p>{sentence('fr-s3', 'Dernier.')}</p>"
    found = words(book(tmp_path, links("#en-s1 #fr-s1 #fr-s2", "#en-s2 #fr-s3"), original, translation))
    assert round(one(found, "Long").above) == round(one(found, "Premier").above)
    assert one(found, "Premier").above > one(found, "Second").above > one(found, "Dernier").above
    assert round(one(found, "Last").above) == round(one(found, "Dernier").above)


def test_a_gap_is_shown_with_its_reason(tmp_path: Path) -> None:
    why = '<note type="no-counterpart" target="#en-s2" corresp="#v-fr" xml:lang="en">Navigation only.</note>'
    original = f"<p>{sentence('en-s1', 'Alpha one.')} {sentence('en-s2', 'Gamma.')}</p>"
    found = words(
        book(tmp_path, links("#en-s1 #fr-s1") + why, original, f"<p>{sentence('fr-s1', 'Alpha two.')}</p>")
    )
    assert round(one(found, "Gamma").above) == round(one(found, "Navigation").above)
    assert one(found, "Gamma").left < one(found, "Navigation").left


def test_what_stands_in_another_order_follows_the_original(tmp_path: Path) -> None:
    crossed = links("#en-s1 #fr-s2 #ro-s1", "#en-s2 #fr-s1 #ro-s2")
    found = words(book(tmp_path, crossed, *THREE))
    betas = {round(word.above) for word in found if word.text == "Beta"}
    assert len(betas) == 2
    assert [
        word.text for word in found if word.text in {"Alpha", "Beta"}
    ] == "Alpha Beta Alpha Beta Alpha Beta".split()


def test_nothing_that_stands_between_sentences_is_lost(tmp_path: Path) -> None:
    """Headings, labels, lists, tables, pictures and words outside sentences, each once."""
    original = f"""<head>Kappa</head><pb n="7"/>
<p>lambda {sentence("en-s1", "Mu.")} nu {sentence("en-s2", "Xi.")}</p>
<list><item>{sentence("en-s3", "Omicron.")}</item><item>pi</item></list>
<table><row><cell>rho</cell><cell>{sentence("en-s4", "Sigma.")}</cell></row></table>
<figure><figDesc>tau</figDesc></figure><note>upsilon</note>"""
    translation = f"<p>{sentence('fr-s1', 'Phi.')} {sentence('fr-s2', 'Chi.')}</p><p>psi</p>"
    targets = ("#en-s1 #fr-s1", "#en-s2 #en-s3 #fr-s2")
    text = pdf_text(book(tmp_path, links(*targets), original, translation))
    found = Counter(text.replace("\u2060", "").split())
    for word in "lambda Mu. nu Xi. Omicron. pi rho Sigma. tau upsilon Phi. Chi. psi".split():
        assert found[word] == 1, word
    assert found["Kappa"] >= 1


def test_a_unit_higher_than_a_page_is_broken_and_whole(tmp_path: Path) -> None:
    """Its notes stand on the pages of their marks all the same."""
    named = [f"word{number}" for number in range(1500)]
    noted = [f"{name}<note>For{name}.</note>" if name.endswith("00") else name for name in named]
    original = [("en-s1", "First."), ("en-s2", " ".join(noted)), ("en-s3", "Last.")]
    translation = [("fr-s1", "Premier."), ("fr-s2", "Fin."), ("fr-s3", "Dernier.")]
    versions = [f"<p>{' '.join(itertools.starmap(sentence, some))}</p>" for some in (original, translation)]
    found = words(book(tmp_path, links("#en-s1 #fr-s1", "#en-s2 #fr-s2", "#en-s3 #fr-s3"), *versions))
    pages = {word.text: word.page for word in found}
    assert {name for name in named if not name.endswith("00")} <= pages.keys()
    notes = {text.removeprefix("For"): page for text, page in pages.items() if text.startswith("Forword")}
    # the mark of a note sticks to its word
    marks = {name: next(word.page for word in found if word.text.startswith(name)) for name in notes}
    assert len(notes) == 14
    assert marks == notes
    assert len(set(notes.values())) > 2
    assert round(one(found, "Last").above) == round(one(found, "Dernier").above)


def test_a_list_goes_on_counting_from_row_to_row(tmp_path: Path) -> None:
    items = "".join(f"<item>{sentence(f'en-s{number}', f'Box{number}.')}</item>" for number in (1, 2, 3))
    translation = (
        f"<p>{sentence('fr-s1', 'Un.')} {sentence('fr-s2', 'Deux.')} {sentence('fr-s3', 'Trois.')}</p>"
    )
    targets = ("#en-s1 #fr-s1", "#en-s2 #fr-s2", "#en-s3 #fr-s3")
    text = pdf_text(book(tmp_path, links(*targets), f'<list rend="numbered">{items}</list>', translation))
    assert re.findall(r"(\d)\. +\W*(Box\d)", text) == [("1", "Box1"), ("2", "Box2"), ("3", "Box3")]


def test_only_the_original_s_headings_are_in_the_contents(tmp_path: Path) -> None:
    versions = [
        f"<head>{sentence(f'{language}-s1', words)}</head><p>{sentence(f'{language}-s2', 'Omega.')}</p>"
        for language, words in (("en", "Opened"), ("fr", "Ouvertes"), ("ro", "Deschise"))
    ]
    path = book(tmp_path, links("#en-s1 #fr-s1 #ro-s1", "#en-s2 #fr-s2 #ro-s2"), *versions)
    assert [word.page for word in words(path) if word.text == "Opened"] == [4, 5]
    with pikepdf.open(path) as pages, pages.open_outline() as outline:
        titles = [item.title for chapter in outline.root for item in chapter.children]
    assert ("Opened" in " ".join(titles), "Ouvertes" in " ".join(titles)) == (True, False)
    assert Counter(word.text for word in words(path))["Deschise"] == 1


def test_versions_without_links_stand_one_after_the_other(tmp_path: Path) -> None:
    found = words(book(tmp_path, "", *THREE[:2]))
    alpha = [word for word in found if word.text == "Alpha"]
    assert len({round(word.left) for word in alpha}) == 1


def test_four_versions_stand_one_after_the_other(tmp_path: Path) -> None:
    four = (*THREE, f"<p>{sentence('de-s1', 'Alpha four.')}</p>")
    found = words(book(tmp_path, links("#en-s1 #fr-s1 #ro-s1 #de-s1"), *four))
    assert len({round(word.left) for word in found if word.text == "Alpha"}) == 1


@pytest.mark.parametrize("document", DOCUMENTS)
def test_no_unit_of_the_edition_is_torn(document: str, made: Path) -> None:
    """All sentences that a link joins stand whole on one page, and on no other."""
    root = etree.parse(ROOT / "tei" / "documents" / f"{document}.xml").getroot()
    sentences = {f"#{node.get(XML_ID)}": node for node in root.iter(tei("s"))}
    with pypdfium2.PdfDocument(made / "pdf" / f"{document}.pdf") as pages:
        texts = [
            page.get_textpage().get_text_bounded() for page in pages if page.get_width() > page.get_height()
        ]
    shown = [letters(re.sub(r"\[(sic|hateful[^]]*|langage haineux[^]]*)\]", "", text)) for text in texts]
    units = [link.get("target").split() for link in root.iter(tei("link"))]
    assert sorted(itertools.chain(*units)) == sorted(sentences)
    for unit in units:
        wanted = [re.compile("[a-z]?".join(letters(reading(sentences[end])))) for end in unit]
        places = [[number for number, page in enumerate(shown) if words.search(page)] for words in wanted]
        assert all(len(place) == 1 for place in places), (unit, places)
        assert len({place[0] for place in places}) == 1, (unit, places)


def reading(node: etree._Element) -> str:
    """Give the text of a sentence as it is read: corrected, abbreviated, without notes."""
    gone = {tei("note"), tei("expan"), *((tei("sic"), tei("orig")) if node.tag == tei("choice") else ())}
    inside = ("" if child.tag in gone else reading(child) for child in node)
    return (node.text or "") + "".join(
        text + (child.tail or "") for text, child in zip(inside, node, strict=True)
    )


def letters(text: str) -> str:
    """Leave only the letters; a correction's mark is one more."""
    return "".join(character for character in text if character.isalpha())


@pytest.mark.parametrize("document", DOCUMENTS)
def test_each_note_of_the_edition_stands_on_the_page_of_its_mark(document: str, made: Path) -> None:
    """A mark leads to a note that leads back to it: as many pairs as there are notes, none over two pages."""
    text = etree.parse(ROOT / "tei" / "documents" / f"{document}.xml").getroot().find(tei("text"))
    corrections = [
        choice for choice in text.iter(tei("choice")) if next(choice.iterancestors(tei("note")), None) is None
    ]
    pairs = notes_and_marks(made / "pdf" / f"{document}.pdf")
    assert len(pairs) == len(list(text.iter(tei("note")))) + len(corrections)
    assert [pair for pair in pairs if pair[0][0] != pair[1][0]] == []


def notes_and_marks(path: Path) -> list[tuple[Link, Link]]:
    """Give the links of a book that lead to each other: the mark of a note, the number before it."""
    with pikepdf.open(path) as pages:
        numbers = {page.objgen: number for number, page in enumerate(pages.pages)}
        links = [
            (
                number,
                [float(edge) for edge in link.Rect],
                numbers[link.Dest[0].objgen],
                float(link.Dest[2]),
                float(link.Dest[3]),
            )
            for number, page in enumerate(pages.pages)
            for link in page.get("/Annots", [])
            if isinstance(link.get("/Dest"), pikepdf.Array)
        ]
    return [
        (one, other)
        for one, other in itertools.combinations(links, 2)
        if leads_to(one, other) and leads_to(other, one)
    ]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_notes_have_the_numbers_that_they_have_in_the_page(document: str, made: Path) -> None:
    """At the mark and before the note, as the page has them; corrections have letters."""
    page = html.fromstring((made / "html" / "documents" / f"{document}.html").read_bytes())
    in_page = sorted(
        (back.text, letters(str(back.getparent().xpath("string()")))[:8])
        for back in page.xpath("//aside[contains(@class, 'notes')]//li/a[@class = 'back']")
    )
    path = made / "pdf" / f"{document}.pdf"
    in_book = []
    with pypdfium2.PdfDocument(path) as book_:
        for ends in notes_and_marks(path):
            mark, note = sorted(ends, key=lambda link: -link[1][1])
            text = book_[note[0]].get_textpage()
            _, bottom, right, top = note[1]
            numbers = {text_in(book_[link[0]].get_textpage(), *link[1]) for link in (mark, note)}
            assert len(numbers) == 1
            in_book.append((numbers.pop(), letters(text_in(text, right, bottom - 2, right + 200, top))[:8]))
    in_book = [(number, words_) for number, words_ in in_book if number.isdecimal()]
    assert in_page
    assert sorted(in_book) == in_page


def text_in(text: pypdfium2.PdfTextPage, left: float, bottom: float, right: float, top: float) -> str:
    """Give the text in a part of a page; a letter that only leans into it is not in it."""
    return str(text.get_text_bounded(left + 1, bottom, right, top)).strip()


def test_notes_of_a_page_stand_together_version_by_version(tmp_path: Path) -> None:
    """Below three columns: corrections of all rows in one line, then remarks; then the next version's."""
    slip = "<choice><sic>{0}x</sic><corr>{0}</corr></choice>"
    en, fr, ro = (
        "".join(
            f"<p>{sentence(f'{lang}-s{n}', f'{slip.format(word)}<note>Remark {lang} {word}.</note>.')}</p>"
            for n, word in enumerate(("alpha", "beta"), start=1)
        )
        for lang in ("en", "fr", "ro")
    )
    found = words(book(tmp_path, links("#en-s1 #fr-s1 #ro-s1", "#en-s2 #fr-s2 #ro-s2"), en, fr, ro))
    places = [place for place, word in enumerate(found) if word.text == "Remark"]
    remarks = [(found[place + 1].text, found[place + 2].text) for place in places]
    assert remarks == [(lang, word) for lang in ("en", "fr", "ro") for word in ("alpha", "beta")]
    heights = [word.above for word in found if word.text in ("alphax", "betax")]
    assert len(heights) == 6
    assert round(heights[0]) == round(heights[1])


def leads_to(link: Link, other: Link) -> bool:
    """Say whether a link leads to the place where another one stands."""
    left, _, _, top = other[1]
    return link[2] == other[0] and abs(link[3] - left) < 2 and abs(link[4] - top) < 12


def in_a_project(folder: Path, name: str, language: str, text: str) -> None:
    """Write a document of one version."""
    file = folder / "tei" / "documents" / f"{name}.xml"
    file.parent.mkdir(parents=True, exist_ok=True)
    header = HEADER.replace("<title>T<", f"<title>Title {name}<")
    file.write_text(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{name}" xml:lang="{language}">{header}'
        f'<text><body><div type="original" xml:lang="{language}"><p>{text}</p></div></body></text></TEI>',
        "utf-8",
    )


ALIGNMENTS = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="alignments" xml:lang="en">
{HEADER.replace("<title>T<", "<title>What they share<")}
<standOff><linkGrp type="parallel">
<link xml:id="first" target="documents/one.xml#en-s1 documents/two.xml#fr-s1"/></linkGrp>
<note target="#first" xml:lang="en">Theta differs.</note></standOff></TEI>"""


def test_the_volume_says_what_documents_share(tmp_path: Path) -> None:
    """Both passages beside each other without their notes, what is said of them, and what only one has."""
    in_a_project(
        tmp_path, "one", "en", f"{sentence('en-s1', 'Eta<note>Noted.</note>.')} {sentence('en-s2', 'Zeta.')}"
    )
    in_a_project(tmp_path, "two", "fr", sentence("fr-s1", "Iota."))
    (tmp_path / "tei" / "alignments.xml").write_text(ALIGNMENTS, "utf-8")
    build(Project(tmp_path), ["pdf"], despite_findings=True)
    volume = tmp_path / "build" / "pdf" / "edition.pdf"
    found = words(volume)
    (theta,) = [word for word in found if word.text == "Theta"]
    eta, iota = (
        next(word for word in found if word.text == text and word.page == theta.page)
        for text in ("Eta", "Iota")
    )
    assert round(eta.above) == round(iota.above)
    assert eta.left < iota.left
    assert theta.above < eta.above
    assert Counter(word.text for word in found)["Noted"] == 1
    with pypdfium2.PdfDocument(volume) as pages:
        chapter = pages[theta.page].get_textpage().get_text_bounded()
    assert re.search(r"Only in: Title one\s+2\b", chapter)
    assert "Only in: Title two" not in chapter
    with pikepdf.open(volume) as pages:
        assert "alignments.xml" in pages.attachments


PERSONS = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="persons" xml:lang="en">{HEADER}
<standOff><listPerson>
<person xml:id="ion"><persName>Ion Rho</persName></person></listPerson></standOff></TEI>"""


def test_a_translation_is_no_mention_of_its_own(tmp_path: Path) -> None:
    """An entry is named in the original's sentence, also where only the translation says the name."""
    register = tmp_path / "tei" / "registers" / "persons.xml"
    register.parent.mkdir(parents=True)
    register.write_text(PERSONS, "utf-8")
    ion = '<persName ref="../registers/persons.xml#ion">Ion</persName>'
    original = f"<p>{sentence('en-s1', f'{ion} came.')} {sentence('en-s2', 'He went.')}</p>"
    translation = "".join(sentence(f"fr-s{number}", f"{ion} vint.") for number in (1, 2, 3))
    path = book(tmp_path, links("#en-s1 #fr-s1 #fr-s2", "#en-s2 #fr-s3"), original, f"<p>{translation}</p>")
    assert re.findall(r"Mentions: ([\d, ]*\d)", pdf_text(path)) == ["1, 2"]
