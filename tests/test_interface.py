"""The languages that pages speak: which there are, what each leads to, and what a reader finds first."""

from pathlib import Path

import pytest
from lxml import etree, html

from conftest import ROOT
from tei_edition.build import build
from tei_edition.errors import EditionError
from tei_edition.interface import (
    DocumentPage,
    Versions,
    document_pages,
    edition_languages,
    primary,
    refuse_doubles,
    versions_of,
)
from tei_edition.markup import XML_LANG, tei
from tei_edition.project import Project

SPOKEN = ["en", "fr", "ro"]


def header(language: str, *titles: str) -> etree._Element:
    """Give an edition's own TEI with titles in some languages."""
    root = etree.Element(tei("TEI"), {XML_LANG: language})
    top = etree.SubElement(etree.SubElement(root, tei("teiHeader")), tei("fileDesc"))
    statement = etree.SubElement(top, tei("titleStmt"))
    for title in titles:
        etree.SubElement(statement, tei("title"), {XML_LANG: title})
    return root


def document(language: str, *versions: str) -> Versions:
    """Give the languages of a document with an original and its translations."""
    root = etree.Element(tei("TEI"), {XML_LANG: language})
    body = etree.SubElement(etree.SubElement(root, tei("text")), tei("body"))
    for kind, tag in zip(["original", *["translation"] * len(versions)], versions, strict=False):
        etree.SubElement(body, tei("div"), {"type": kind, XML_LANG: tag})
    return versions_of(root)


@pytest.mark.parametrize(
    ("own", "documents", "expected"),
    [
        (header("en", "en", "fr"), [document("ro", "ro")], ("en", "fr", "ro")),
        (header("fr"), [document("en", "en")], ("fr", "en")),
        (header(""), [document("de", "de", "en-GB"), document("fr", "fr")], ("en", "fr")),
        (header(""), [document("ro", "ro")], ("ro",)),
        (header("de", "de"), [document("de", "de")], ("en",)),
        (header(""), [document("fr")], ("fr",)),
    ],
)
def test_an_edition_speaks_the_languages_that_it_uses(
    own: etree._Element, documents: list[Versions], expected: tuple[str, ...]
) -> None:
    assert edition_languages(own, documents, SPOKEN) == expected


@pytest.mark.parametrize(
    ("versions", "languages", "expected"),
    [
        (
            document("fr", "fr", "en", "ro"),
            SPOKEN,
            [("d.html", "fr"), ("d.en.html", "en"), ("d.ro.html", "ro")],
        ),
        (document("fr", "fr", "en"), ["en"], [("d.html", "en")]),
        (document("cs", "cs", "en", "fr"), ["en", "fr"], [("d.html", "en"), ("d.fr.html", "fr")]),
        (document("", "fr-CA"), ["en", "fr"], [("d.html", "fr")]),
        (document("en", "fr"), ["en", "fr"], [("d.html", "en"), ("d.fr.html", "fr")]),
    ],
)
def test_a_document_has_a_page_in_each_language_that_it_has_a_version_in(
    versions: Versions, languages: list[str], expected: list[tuple[str, str]]
) -> None:
    pages = document_pages("d", versions, languages)
    assert [(page.file, page.language) for page in pages] == expected
    assert [page.leading for page in pages] == ["", *(language for _, language in expected[1:])]


def test_two_documents_cannot_have_one_page() -> None:
    refuse_doubles([DocumentPage("a.html", "en", ""), DocumentPage("a.fr.html", "fr", "fr")])
    with pytest.raises(EditionError, match=r"a\.fr\.html"):
        refuse_doubles([DocumentPage("a.fr.html", "fr", "fr"), DocumentPage("A.fr.html", "en", "")])


def test_the_language_of_a_tag() -> None:
    assert [primary(tag) for tag in ("ro-fonipa", "EN", "fr_CA", "")] == ["ro", "en", "fr", ""]


def page(made: Path, name: str) -> etree._Element:
    return html.parse(made / "html" / f"{name}.html").getroot()


@pytest.mark.parametrize(
    "name",
    ["index", "registers/persons", "registers/persons/hilberg-raul", "compare/iasi-1941-en--romania-en"],
)
def test_a_page_of_the_edition_is_there_in_each_language(name: str, made: Path) -> None:
    stem = name.rpartition("/")[2]
    for suffix, language in (("", "en"), (".fr", "fr"), (".ro", "ro")):
        root = page(made, name + suffix)
        assert root.get("lang") == language
        alternates = root.xpath("/html/head/link[@rel='alternate'][@hreflang]")
        assert [(link.get("hreflang"), link.get("href")) for link in alternates] == [
            ("en", f"{stem}.html"),
            ("fr", f"{stem}.fr.html"),
            ("ro", f"{stem}.ro.html"),
        ]
        switch = root.xpath("//nav[@class='languages']/*")
        assert [part.text for part in switch] == ["English", "Français", "Română"]
        assert [part.get("lang") for part in switch if part.get("aria-current")] == [language]


def test_the_pages_of_a_document_have_the_same_ids(made: Path) -> None:
    originals = page(made, "documents/iasi-1941-fr").xpath("//*[@id]/@id")
    for language in ("en", "ro"):
        assert sorted(page(made, f"documents/iasi-1941-fr.{language}").xpath("//*[@id]/@id")) == sorted(
            originals
        )


def test_a_page_leads_with_the_version_in_its_language(made: Path) -> None:
    for name, first, names in (
        (
            "iasi-1941-fr",
            "version-fr",
            ["Original (français)", "Traduction (anglais)", "Traduction (roumain)"],
        ),
        (
            "iasi-1941-fr.ro",
            "version-ro",
            ["Traducere (română)", "Original (franceză)", "Traducere (engleză)"],
        ),
    ):
        root = page(made, f"documents/{name}")
        columns = root.xpath("//table[@class='parallel']/thead//th")
        assert [column.text_content() for column in columns] == names
        assert [c for c in root.xpath("//input[@type='radio'][@checked]/@class") if c[:4] == "lead"] == [
            "lead-1"
        ]
        shown = root.xpath("(//td/details[@open])[1]/../@lang")
        assert shown == [first.partition("-")[2]]


def test_links_stay_in_the_reader_s_language(made: Path) -> None:
    """Each link leads to a page in the language of its own, where there is one.

    What a document or a publication says of another document leads to that one in its original's language:
    a page depends on no page of another document.
    """
    site = made / "html"
    languages = {file: html.parse(file).getroot().get("lang") for file in site.rglob("*.html")}
    for file, language in languages.items():
        for link in html.parse(file).getroot().xpath("//main//a[not(@hreflang)]/@href"):
            target = (file.parent / link.partition("#")[0]).resolve()
            if link.startswith("#") or languages.get(target, language) == language:
                continue
            stem = target.name.partition(".")[0]
            others = [languages[other] for other in target.parent.glob(f"{stem}.*") if other in languages]
            assert language not in others or file.parent.name in ("documents", "bibliography"), (
                f"{file}: {link}"
            )


def test_one_language_has_one_page_for_each_thing(tmp_path: Path) -> None:
    text = (ROOT / "tei" / "documents" / "romania-en.xml").read_text("utf-8")
    start, end = text.index('<div type="translation"'), text.rindex("</body>")
    file = tmp_path / "tei" / "documents" / "romania-en.xml"
    file.parent.mkdir(parents=True)
    file.write_text(text[:start] + text[end:], "utf-8")
    build(Project(tmp_path), ["html"], despite_findings=True)
    site = tmp_path / "build" / "html"
    found = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    assert {"index.html", "documents/romania-en.html"} <= found
    assert [name for name in found if name.count(".") > 1] == []
    for name in ("index", "documents/romania-en"):
        root = html.parse(site / f"{name}.html").getroot()
        assert root.xpath("//nav[@class='languages'] | //link[@rel='alternate'][@hreflang]") == []
