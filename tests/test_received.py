"""Sources without a document (F004), documents without a source (F005)."""

import shutil
from pathlib import Path

import pytest

from tei_edition.examine import check
from tei_edition.findings import Finding
from tei_edition.project import Project
from tei_edition.select import Selection

F = Selection(("F",))
NAME = "romania-en"


def found(project: Project, *paths: Path) -> list[Finding]:
    return check(paths or [project.tei], selection=F)


def test_every_file_has_its_document(copy: Project) -> None:
    sources = copy.tei / "sources"
    for name in ("README.md", ".hidden", f"{NAME}.docx"):
        (sources / name).write_text("x", "utf-8")
    assert found(copy) == []


def test_an_orphan_is_told_with_the_document_that_may_be_meant(copy: Project) -> None:
    sources = (copy.tei / "sources").resolve()
    (sources / "romania-em.txt").write_text("x", "utf-8")
    (sources / "later" / "x").mkdir(parents=True)
    (sources / "later" / "x" / "letter.pdf").write_text("x", "utf-8")
    other, near = found(copy)
    assert (near.path, near.line, near.column) == (sources / "romania-em.txt", 1, 1)
    assert (near.code, near.severity) == ("F004", "warning")
    assert (
        near.message == "romania-em.txt is the source of no document: there is no documents/romania-em.xml."
    )
    assert near.hint == 'If it is that of "romania-en", rename it romania-en.txt.'
    assert other.path == sources / "later" / "x" / "letter.pdf"
    assert other.hint == "Add the document, or keep the file elsewhere."


def test_an_orphan_is_only_told_of_a_whole_edition(copy: Project) -> None:
    (copy.tei / "sources" / "letter.txt").write_text("x", "utf-8")
    assert [finding.code for finding in found(copy)] == ["F004"]
    assert found(copy, copy.tei / "documents") == []
    assert found(copy, copy.documents[0]) == []


def test_an_orphan_can_be_exempted_for_the_whole_edition(copy: Project) -> None:
    (copy.tei / "sources" / "letter.txt").write_text("x", "utf-8")
    text = copy.edition.read_text("utf-8")
    exemption = "<?edition-exempt F004 It waits for its encoder.?>"
    copy.edition.write_text(text.replace("<TEI", f"{exemption}<TEI", 1), "utf-8")
    assert found(copy) == []


def without_hash(copy: Project) -> Path:
    """Take the source of a document away, and what its header says of it."""
    (copy.tei / "sources" / f"{NAME}.txt").unlink()
    file = copy.tei / "documents" / f"{NAME}.xml"
    file.write_text(file.read_text("utf-8").replace('type="sha256"', 'type="other"'), "utf-8")
    return file.resolve()


def test_a_document_without_a_source_is_a_remark(copy: Project) -> None:
    file = without_hash(copy)
    (finding,) = found(copy, file)
    assert (finding.path, finding.code, finding.severity) == (file, "F005", "info")
    assert finding.message == f"There is no sources/{NAME}.txt to compare the text with."
    line = file.read_text("utf-8").split("\n")[finding.line - 1]
    assert line[finding.column - 1 :].startswith('<div type="original"')


def test_what_f003_says_f005_does_not_repeat(copy: Project) -> None:
    (copy.tei / "sources" / f"{NAME}.txt").unlink()
    assert [finding.code for finding in found(copy)] == ["F003"]


@pytest.mark.parametrize("left", ["nothing", "README.txt"])
def test_an_edition_without_sources_is_left_in_peace(left: str, copy: Project) -> None:
    without_hash(copy)
    shutil.rmtree(copy.tei / "sources")
    if left != "nothing":
        (copy.tei / "sources").mkdir()
        (copy.tei / "sources" / left).write_text("x", "utf-8")
    assert "F005" not in {finding.code for finding in found(copy)}


def test_registers_need_no_source(copy: Project) -> None:
    assert found(copy, *copy.registers, copy.edition) == []
