"""Addresses that were published: recorded by a command, missed by the check, explained by a page."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import html

from tei_edition.build import build
from tei_edition.cli import main
from tei_edition.examine import check
from tei_edition.project import Project
from tei_edition.published import listed, unrecorded


def addresses(project: Project, *arguments: str) -> str:
    """Run the command; give what it says."""
    done = CliRunner().invoke(main, ["addresses", "--project", str(project.root), *arguments])
    assert done.exit_code == 0, done.output
    return done.output


def said(project: Project) -> list[str]:
    """Give the findings of the check that are not about the encoding itself."""
    return [finding.show(project.root) for finding in check([project.tei]) if finding.code == "N008"]


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text, old
    file.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def recorded(copy: Project) -> Project:
    """The edition, all of its addresses recorded."""
    addresses(copy, "--write")
    return copy


def test_the_command_records_what_is_new_and_takes_nothing_out(copy: Project) -> None:
    shown = addresses(copy)
    assert "documents/iasi-1941-en.xml#en-s1\n" in shown
    assert not copy.published.exists()
    addresses(copy, "--write")
    first = copy.published.read_text("utf-8")
    assert "documents/iasi-1941-en.xml\ndocuments/iasi-1941-en.xml#" in first
    assert "registers/persons.xml#antonescu-ion\n" in first
    assert "alignments.xml#number-killed\n" in first
    assert "edition.xml" not in first
    assert addresses(copy).startswith("0 addresses not recorded.")
    copy.published.write_text(first + "documents/gone.xml#en-s1", "utf-8")
    document = copy.tei / "documents" / "iasi-1941-en.xml"
    text = document.read_text("utf-8")
    document.write_text(text.replace('"en-s1"', '"en-s99"').replace('#en-s1"', '#en-s99"'), "utf-8")
    addresses(copy, "--write")
    assert copy.published.read_text("utf-8") == (
        first + "documents/gone.xml#en-s1\ndocuments/iasi-1941-en.xml#en-s99\n"
    )


def test_what_is_there_is_not_told(recorded: Project) -> None:
    assert len(listed(recorded).files) == 9
    assert unrecorded(recorded) == []
    assert said(recorded) == []


def test_an_edition_without_a_record_misses_nothing(copy: Project) -> None:
    document = copy.tei / "documents" / "iasi-1941-en.xml"
    change(document, 'xml:id="note-victims"', 'xml:id="note-killed"')
    assert said(copy) == []


def test_an_id_that_is_gone_is_told_until_a_note_keeps_it(recorded: Project) -> None:
    document = recorded.tei / "documents" / "iasi-1941-en.xml"
    change(document, 'xml:id="note-victims"', 'xml:id="note-killed"')
    (finding,) = said(recorded)
    assert re.match(r"tei/documents/iasi-1941-en.xml:4:\d+: N008 error: ", finding)
    assert 'The published address "note-victims" is gone, and nothing explains it.' in finding
    assert 'put `note` with type="withdrawn" and xml:id="note-victims" into `standOff`' in finding
    note = '<note type="withdrawn" xml:id="note-victims" corresp="#note-killed" resp="resp:editors"'
    change(document, "<standOff>", f'<standOff>{note} xml:lang="en">The note is the same.</note>')
    assert [finding.code for finding in check([recorded.tei])] == []


def test_many_ids_are_told_once(recorded: Project) -> None:
    with recorded.published.open("a", encoding="utf-8") as file:
        file.writelines(f"documents/romania-en.xml#en-s{number}\n" for number in range(90, 95))
    (finding,) = said(recorded)
    assert 'The published addresses "en-s90", "en-s91", "en-s92" and 2 more are gone' in finding


def test_an_entry_and_a_document_that_are_gone(recorded: Project) -> None:
    with recorded.published.open("a", encoding="utf-8") as file:
        file.write("registers/persons.xml#nobody\ndocuments/old-letter.xml\ndocuments/old-letter.xml#en-s1\n")
    document, entry = sorted(said(recorded), key=lambda finding: "persons" in finding)
    assert '"nobody" is gone' in entry
    line = recorded.published.read_text("utf-8").splitlines().index("documents/old-letter.xml") + 1
    assert document.startswith(
        f"tei/published.txt:{line}:1: N008 error: documents/old-letter.xml was published"
    )
    explain(recorded, "old-letter")
    assert [finding for finding in said(recorded) if "old-letter" in finding] == []


def explain(project: Project, gone: str) -> None:
    note = f'<note type="withdrawn" xml:id="{gone}" corresp="documents/romania-en.xml#en-s3" resp="#editors"'
    words = "It was a &lt;copy&gt; of another."
    change(project.edition, "<text", f'<standOff>{note} xml:lang="en">{words}</note></standOff><text')


def test_one_file_alone_is_not_asked_for_the_others(recorded: Project) -> None:
    with recorded.published.open("a", encoding="utf-8") as file:
        file.write("documents/old-letter.xml\n")
    assert check([recorded.documents[0]]) == []


def test_lines_that_are_no_address_are_told(recorded: Project) -> None:
    with recorded.published.open("ab") as file:
        file.write(b"\n# a remark\nhttps://example.org\ndocuments/../../x.xml\n\xff\n")
    assert len(said(recorded)) == 3
    assert all("This line is no address. Hint: Delete it." in " ".join(one.split()) for one in said(recorded))


def test_a_record_that_lies_outside_is_not_read(
    recorded: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.txt"
    outside.write_text("a secret\n", "utf-8")
    recorded.published.unlink()
    recorded.published.symlink_to(outside)
    assert said(recorded) == []


def test_old_addresses_lead_to_what_explains_them(copy: Project) -> None:
    note = '<note type="withdrawn" xml:id="en-s77" corresp="#en-s3 romania-en.xml#en-s1" resp="resp:editors"'
    document = copy.tei / "documents" / "iasi-1941-en.xml"
    change(document, "<standOff>", f'<standOff>{note} xml:lang="en">Joined to sentence 3.</note>')
    persons = copy.tei / "registers" / "persons.xml"
    words = (
        '<note type="withdrawn" xml:id="nobody" resp="resp:editors" xml:lang="en">Nobody was meant.</note>'
    )
    change(persons, "<standOff>", f"<standOff>{words}")
    explain(copy, "old-letter")
    built = build(copy, ["html"])
    assert [finding.show(copy.root) for finding in built.findings] == []
    folder = copy.build / "html"
    item = html.parse(folder / "documents" / "iasi-1941-en.html").getroot().get_element_by_id("en-s77")
    assert "Joined to sentence 3." in item.text_content()
    assert item.xpath(".//a/@href") == ["#en-s3", "../documents/romania-en.html#en-s1"]
    assert [link.text for link in item.iter("a")] == ["sentence 3", "romania-en, sentence 1"]
    entry = html.parse(folder / "registers" / "persons.html").getroot().get_element_by_id("nobody")
    assert "Nobody was meant." in entry.text_content()
    page = html.parse(folder / "documents" / "old-letter.html").getroot()
    assert "It was a <copy> of another." in page.text_content()
    assert page.xpath("//main//a/@href") == ["../documents/romania-en.html#en-s3"]
    assert page.xpath("string((//main//p)[last()])") == "See Romania | Heroes of the Resistance, sentence 3"
    assert page.xpath("//link[@rel='successor-version']/@href") == ["../documents/romania-en.html#en-s3"]
    assert page.xpath("//meta[@http-equiv='refresh']") == []
