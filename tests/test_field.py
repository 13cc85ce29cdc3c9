"""TEI that nobody here wrote: 48 documents and three registers of the EHRI online editions."""

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree, html

from conftest import dead_links, pdf_text, shared
from tei_edition.build import build
from tei_edition.examine import check
from tei_edition.markup import TEI
from tei_edition.project import Project


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A folder laid out from the archive's files, as its archivist would."""
    field = shared("field/ehri")
    folder = tmp_path_factory.mktemp("archive")
    shutil.copytree(field / "documents", folder / "tei" / "documents")
    shutil.copytree(field / "registers", folder / "tei" / "registers")
    (folder / "schema").mkdir()
    shutil.copy(field / "schema" / "ODD_EHRI.rng", folder / "schema" / "edition.rng")
    return Project(folder)


@pytest.fixture(scope="module")
def pages(archive: Project) -> Path:
    assert build(archive, ["html"], despite_findings=True).files
    return archive.build / "html"


def test_every_file_gives_findings_at_a_place() -> None:
    findings = check([shared("field/ehri/documents")])
    assert findings
    for finding in findings:
        assert finding.line >= 1
        assert finding.column >= 1
        assert finding.code[0] in "WRSNDLFU"


def test_the_archive_s_own_schema_is_the_one_that_counts(archive: Project) -> None:
    codes = Counter(finding.code[0] for finding in check([archive.tei / "documents"]))
    assert codes["R"] < 50


def test_names_lead_to_the_archive_s_registers(pages: Path) -> None:
    links = [
        link
        for page in (pages / "documents").glob("*.html")
        for link in html.parse(page).getroot().xpath("//main//a/@href")
        if link.startswith("../registers/")
    ]
    assert len(links) > 3000
    assert dead_links(pages) == []


def test_what_is_prepared_has_each_id_once(archive: Project, pages: Path) -> None:
    for file in [*archive.documents, *archive.registers]:
        ids = Counter(etree.parse(pages / "tei" / file.name).getroot().xpath("//@xml:id"))
        assert [name for name, number in ids.items() if number > 1] == [], file.name


def test_no_word_is_lost(archive: Project, pages: Path) -> None:
    for document in archive.documents:
        text = etree.parse(document).getroot().find(f"{{{TEI}}}text")
        body = html.parse(pages / "documents" / f"{document.stem}.html").getroot().find("body")
        missing = words(text) - words(body)
        assert missing == Counter(), document.name


def words(node: etree._Element) -> Counter[str]:
    """Count the letters, digits and marks of a text: blanks may stand elsewhere in a page."""
    return Counter(re.sub(r"\s", "", "".join(map(str, node.itertext()))))


def test_books_can_be_made(archive: Project, tmp_path: Path) -> None:
    """One document of several languages each, Yiddish in Hebrew letters among them."""
    for name in (
        "EHRI-ET-WL05320102_YI_EN",
        "EHRI-ET-DEGOB0651_HU_EN",
        "EHRI-ET-ZIH3010805_PL_EN",
        "EHRI-DC-001_CS_EN",
        "EHRI-BF-UH-19380311a_DE_CS",
    ):
        target = tmp_path / "tei" / "documents" / f"{name}.xml"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(archive.tei / "documents" / f"{name}.xml", target)
    shutil.copytree(archive.tei / "registers", tmp_path / "tei" / "registers")
    project = Project(tmp_path)
    built = build(project, ["pdf"], despite_findings=True)
    assert built.files == {"pdf": 6}
    for document in project.documents:
        text = etree.parse(document).getroot().find(f"{{{TEI}}}text")
        missing = set("".join(words(text))) - set(pdf_text(project.build / "pdf" / f"{document.stem}.pdf"))
        assert missing == set(), document.name
    # A note that stands on a line of its own, below no paragraph.
    assert "Poststempel" in pdf_text(project.build / "pdf" / "EHRI-BF-UH-19380311a_DE_CS.pdf")
