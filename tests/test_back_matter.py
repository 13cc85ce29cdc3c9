"""What follows the documents in a book: chronology, indexes, concordance; and a book in several volumes."""

import re
from pathlib import Path

import pikepdf
import pytest

from conftest import DOCUMENTS, dead_links, pdf_text
from tei_edition import volumes
from tei_edition.attached import Attached, fingerprint
from tei_edition.build import build
from tei_edition.errors import EditionError
from tei_edition.make import making
from tei_edition.project import Project
from tei_edition.resources import packaged
from tei_edition.typeset import Place, typeset
from tei_edition.volumes import Volume, plan

HEADER = """<teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt>
<publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>"""
NEW_PAGE = "<p>" + "Much is said here that names nothing at all. " * 95 + "</p>"
"""Somewhat more than a page."""


def project(folder: Path, language: str, register: str, **documents: str) -> Project:
    """Write an edition with a register of persons and some documents."""
    tei = folder / "tei"
    files = {"edition": tei / "edition.xml", "persons": tei / "registers" / "persons.xml"}
    texts = {
        "edition": f'<text xml:lang="{language}"><body><div><head>Zeta</head><p>Eta.</p></div></body></text>',
        "persons": f"<standOff><listPerson>{register}</listPerson></standOff>",
    }
    for name, text in documents.items():
        files[name] = tei / "documents" / f"{name}.xml"
        texts[name] = f'<text><body><div type="original" xml:lang="{language}">{text}</div></body></text>'
    for name, path in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        header = HEADER.format(title=f"Title of {name}")
        path.write_text(
            f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{name}" xml:lang="{language}">'
            f"{header}{texts[name]}</TEI>",
            "utf-8",
        )
    return Project(folder)


def person(key: str, *names: str) -> str:
    return f'<person xml:id="{key}">{"".join(names)}</person>'


def name(words: str, *, language: str = "en", kind: str = "") -> str:
    parts = words.split(", ")
    inside = f"<surname>{parts[0]}</surname> <forename>{parts[1]}</forename>" if parts[1:] else words
    return f'<persName xml:lang="{language}"{kind and f" type={kind!r}"}>{inside}</persName>'


def said(key: str, words: str = "he") -> str:
    return f'<persName ref="../registers/persons.xml#{key}">{words}</persName>'


def lines(path: Path, begins: str, ends: str) -> list[str]:
    """Give the lines of a book from one that begins a chapter to one that ends it."""
    text = pdf_text(path).replace("\r", "")
    chapter = re.split(rf"^{begins}$", text, maxsplit=1, flags=re.MULTILINE)[1]
    chapter = re.split(rf"^{ends}$", chapter, maxsplit=1, flags=re.MULTILINE)[0]
    return [" ".join(line.split()) for line in chapter.splitlines() if line.strip()]


def test_pages_are_merged_into_runs(tmp_path: Path) -> None:
    named = f"<p>{said('ion')}.</p>"
    text = named + NEW_PAGE + named + NEW_PAGE + named + NEW_PAGE * 2 + named + named
    made = project(tmp_path, "en", person("ion", name("Rho, Ion")), one=text)
    build(made, ["pdf"], despite_findings=True)
    (line,) = [
        line for line in lines(made.build / "pdf" / "one.pdf", "Index", "None") if line.startswith("Rho")
    ]
    pages = [int(page) for page in re.findall(r"\d+", line)]
    assert re.fullmatch(r"Rho, Ion, \d+–\d+, \d+", line)
    assert (pages[1] - pages[0], pages[2] - pages[1]) == (2, 2)


REGISTER = (
    person(
        "a", name("Antonescu, Ion"), name("Marshal", kind="variant"), name("Ion Antonescu", kind="variant")
    )
    + person("b", name("Antonescu, Mihai"), name("Marshal", kind="variant"))
    + person("c", name("Șerban, Ana"), name("Sherban", language="ro"))
    + person("d", name("Sutu, Ana"), name("Marshal"))
    + person("e", name("Țone, Ana"))
    + person("f", name("Tudor, Ana"))
    + person("g", name("Nobody, Ana"))
    + person("h", name("Allied", kind="variant"), name("Allies"))
)


def index_of(folder: Path, language: str) -> list[str]:
    """Give the terms of an index without their pages."""
    text = "".join(f"<p>{said(key)}.</p>" for key in "abcdefh")
    register = REGISTER.replace('xml:lang="en"', f'xml:lang="{language}"')
    made = project(folder, language, register, one=text)
    build(made, ["pdf"], despite_findings=True)
    found = lines(made.build / "pdf" / "one.pdf", {"en": "Index", "ro": "Indice"}[language], "None")
    return re.split(r",? \d+ ?|(?<=Sutu, Ana) (?=Ș)|(?<=vezi Șerban, Ana) ", " ".join(found[2:-1]))


def test_other_names_lead_to_the_entry_and_neighbours_do_not(tmp_path: Path) -> None:
    """A name of two persons leads to both; the same words, or a name beside its own, to none."""
    assert index_of(tmp_path, "en") == [
        "Allies",
        "Antonescu, Ion",
        "Antonescu, Mihai",
        "Marshal, see Antonescu, Ion; Antonescu, Mihai; Sutu, Ana",
        "Șerban, Ana",
        "Sutu, Ana",
        "Țone, Ana",
        "Tudor, Ana",
        "",
    ]


def test_romanian_letters_have_places_of_their_own(tmp_path: Path) -> None:
    found = [line for line in index_of(tmp_path, "ro") if line[:1] in {*"SȘTȚ"} and "vezi" not in line]
    assert found == ["Sutu, Ana", "Șerban, Ana", "Tudor, Ana", "Țone, Ana"]


DATES = """<p xml:id="p1">Told on <date when="1942">that year</date>.</p>
<p>Then <date when="1941-06-29">29 June 1941</date>,
on <date from="1941-06-29" to="1941-07-06">the days</date>.</p>
<p>In <date when="1941-06">June 1941</date>; <date when="1941-06-29">that day</date>
<note><p>Not <date when="1930">in 1930</date>.</p></note>; <date>undated</date>.</p>"""


def test_dates_are_in_order_with_their_words_and_pages(tmp_path: Path) -> None:
    made = project(tmp_path, "en", person("ion", name("Rho, Ion")), one=DATES)
    build(made, ["pdf"], despite_findings=True)
    found = " ".join(lines(made.build / "pdf" / "one.pdf", "Concordance of dates", "None")[:-1])
    (page,) = set(re.findall(r", (\d+)", found))
    assert found == (
        f"June 1941: June 1941, {page} 29 June 1941: 29 June 1941, {page}; that day, {page} "
        f"29 June 1941 – 6 July 1941: the days, {page} 1942: that year, {page}"
    )
    chronology = lines(made.build / "pdf" / "one.pdf", "Chronology", "Index")
    assert [line for line in chronology if re.fullmatch(r"([\dA-Z][\w –]* )?19\d\d", line)] == [
        "June 1941",
        "29 June 1941",
        "29 June 1941 – 6 July 1941",
        "1942",
    ]
    assert f"Told on that year. p. {page}" in chronology


def test_the_chronology_leaves_out_where_pages_of_the_source_begin(tmp_path: Path) -> None:
    text = '<pb n="7"/><p>Told on <pb n="8"/><date when="1942">that day</date>.</p>'
    made = project(tmp_path, "en", person("ion", name("Rho, Ion")), one=text)
    build(made, ["pdf"], despite_findings=True)
    found = " ".join(pdf_text(made.build / "pdf" / "one.pdf").split())
    assert "[p. 7] Told on [p. 8] that day." in found
    assert "1942 Told on that day. p. " in found


def test_the_chronology_of_the_edition_has_every_date_of_every_original(made: Path) -> None:
    found = " ".join(lines(made / "pdf" / "edition.pdf", "Chronology", "Register of persons"))
    assert found.index("29 June 1941") < found.index("23 August 1944") < found.index("June 1946")
    assert "hateful language, not repeated here" in found
    assert "Judeo" not in found


NASTY = r"""<p>#set text(red) $x^2$ _a_ *b* `c` &lt;d> @e [f] \textbf{g} \input{/etc/passwd} ../../etc/passwd
C:\Windows\win.ini #read("/etc/passwd") #include "x.typ" // no comment /* none */ \u{41} ~ -- --- ... 'q' "r"
= No heading</p>"""


def test_text_that_looks_like_a_command_is_text(tmp_path: Path) -> None:
    """In a text, in a name of the index, and in the words of a date."""
    words = re.sub(r"</?p>", "", NASTY).replace("\n", " ")
    text = NASTY + f"<p>{said('x', words)}</p><p><date when='1941'>{words}</date></p>"
    made = project(tmp_path, "en", person("x", name(words.replace(", ", " "))), one=text)
    build(made, ["pdf"], despite_findings=True)
    seen = re.sub(r"\s+", "", pdf_text(made.build / "pdf" / "one.pdf")).replace("\ufffe", "")
    expected = re.sub(r"\s+", "", words.replace("&lt;", "<"))
    assert seen.count(expected) >= 5
    assert "root:" not in seen


def test_chapters_are_put_into_volumes() -> None:
    page = 2100
    assert plan([10 * page, 20 * page], 40) == [Volume(1, 0, 2)]
    assert plan([30 * page, 30 * page, 5 * page], 40) == [Volume(1, 0, 1), Volume(2, 1, 3)]
    assert plan([90 * page, page, 90 * page], 40) == [Volume(1, 0, 1), Volume(2, 1, 2), Volume(3, 2, 3)]
    assert plan([page], 40) == [Volume(1, 0, 1)]


@pytest.fixture(scope="module")
def in_volumes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition whose three documents, and what follows them, are volumes each."""
    text = (
        f"<p>{said('ion')} on <date when='1941-06-29'>that day</date>.</p><p>"
        + "It names nothing at all. " * 330
        + "</p>"
    )
    made = project(
        tmp_path_factory.mktemp("volumes"),
        "en",
        person("ion", name("Rho, Ion")),
        **dict.fromkeys(("a", "b", "c"), text),
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(volumes, "PAGES", 4)
        build(made, despite_findings=True)
    return made.build


def test_a_volume_is_the_same_whoever_sets_it() -> None:
    """Another process gives the same bytes, and says the same of what cannot be set."""
    templates = packaged("xslt") / "pdf"
    text = """<print id="d" lang="en" running="t"><meta name="title">t</meta><meta name="asked">h</meta>
        <section><heading id="h" level="1" short="t">t</heading><p>Word.</p></section></print>"""
    here = typeset("d.pdf", text, templates, [], 0)
    assert typeset("d.pdf", text, templates, [], 0, apart=True) == here
    assert here.places == {"h": Place("", 1)}
    said = []
    for apart in (False, True):
        with pytest.raises(EditionError) as caught:
            typeset("d.pdf", text, templates, [], 0, "a1", apart=apart)
        said.append((str(caught.value), caught.value.hint))
    assert said[0] == said[1]
    assert "a1" in said[0][0]


def test_each_volume_has_a_front_and_its_own_documents(in_volumes: Path) -> None:
    books = sorted((in_volumes / "pdf").glob("edition*.pdf"))
    assert [book.name for book in books] == [f"edition-{number}.pdf" for number in range(1, 5)]
    carried = []
    for number, book in zip(("I", "II", "III", "IV"), books, strict=True):
        assert len(re.findall(rf"^Volume {number}\r?$", pdf_text(book), re.MULTILINE)) == 2
        with pikepdf.open(book) as pdf, pdf.open_metadata() as metadata:
            carried.append(" ".join(sorted(file.removesuffix(".xml") for file in pdf.attachments)))
            assert metadata["dc:title"] == f"Title of edition. Volume {number}"
            assert pdf.check_pdf_syntax() == []
    assert carried == ["a edition", "b edition", "c edition", "edition persons"]


def test_the_index_says_volume_and_page(in_volumes: Path) -> None:
    last = in_volumes / "pdf" / "edition-4.pdf"
    assert "Rho, Ion, I 7; II 6; III 6" in lines(last, "Index", "None")
    assert "29 June 1941: that day, I 7; II 6; III 6" in lines(last, "Index", "None")
    assert "Mentions: Title of a I, p. 7 · Title of b II, p. 6 · Title of c III, p. 6" in " ".join(
        lines(last, "Title of persons", "Index")
    )


def test_the_pages_lead_to_all_volumes(in_volumes: Path) -> None:
    page = (in_volumes / "html" / "index.html").read_text("utf-8")
    books = re.findall(r'href="\./(pdf/edition[^"]*)"[^>]*>([^<]*)<', page)
    assert books == [
        (f"pdf/edition-{number}.pdf", f"The whole edition as PDF, Volume {number}") for number in range(1, 5)
    ]


@pytest.mark.parametrize(("room", "books"), [(-1, []), (0, ["edition.pdf"])])
def test_of_too_many_documents_there_is_no_book(
    room: int, books: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = project(tmp_path, "en", person("ion", name("Rho, Ion")), a=f"<p>{said('ion')}</p>")
    monkeypatch.setattr(making, "LARGEST_BOOK", made.documents[0].stat().st_size + room)
    built = build(made, despite_findings=True)
    said_of_it = [note for note in built.notes if note.startswith("There is no book of the whole edition")]
    assert len(said_of_it) == 1 - len(books)
    assert sorted(file.name for file in (made.build / "pdf").iterdir()) == ["a.pdf", *books]
    site = made.build / "html"
    links = re.findall(r'href="\./pdf/(edition[^"]*)"', (site / "index.html").read_text("utf-8"))
    assert links == books
    assert dead_links(site) == []


def test_a_fingerprint_is_that_of_the_usual_tool() -> None:
    """Of one file its SHA-256; of several that of the list that `sha256sum` prints."""
    abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert fingerprint([Attached("b.xml", b"abc")]) == abc
    listed = Attached("list", f"{empty}  a.xml\n{abc}  b.xml\n".encode())
    both = [Attached("b.xml", b"abc"), Attached("a.xml", b"", "data")]
    assert fingerprint(both) == fingerprint([listed])


@pytest.mark.parametrize("document", [*DOCUMENTS, "edition"])
def test_front_matter_comes_in_the_order_of_a_book(document: str, made: Path) -> None:
    """Half-title, its back, title page, imprint, contents."""
    with pikepdf.open(made / "pdf" / f"{document}.pdf") as book:
        assert len(book.pages) > 5
    text = pdf_text(made / "pdf" / f"{document}.pdf")
    title, imprint, contents = (
        text.index(re.search(pattern, text)[0])
        for pattern in (
            r"(?i)version 0\.1\.0, (le )?21 nov",
            r"Published on|Publié le",
            r"(?m)^(Contents|Sommaire)\b",
        )
    )
    assert title < imprint < contents
    assert re.search(r"[0-9a-f]{64}", text)
