"""What has one right answer is mended; what has none, and what was received, is left."""

import re
from hashlib import sha256
from pathlib import Path

import pytest

from mendable import (
    DOCUMENT,
    IN_HEADER,
    IN_TEXT,
    LEFT_ALONE,
    LEFT_ALONE_IN_HEADER,
    edition_in,
    mended,
    written_to,
)
from tei_edition.examine import check
from tei_edition.faithful import kept_faithful
from tei_edition.findings import Edit, Finding, Severity
from tei_edition.read import parse
from tei_edition.rules import own_rules
from tei_edition.source import Source


@pytest.mark.parametrize(("code", "bad", "good"), IN_TEXT)
def test_what_is_mended_in_a_text(code: str, bad: str, good: str, tmp_path: Path) -> None:
    right = written_to(tmp_path / "a.xml", text=good)
    written_to(tmp_path / "a.xml", text=bad)
    assert mended(tmp_path / "a.xml", code) == right


@pytest.mark.parametrize(("code", "bad", "good"), IN_HEADER)
def test_what_is_mended_in_an_editor_s_words(code: str, bad: str, good: str, tmp_path: Path) -> None:
    right = written_to(tmp_path / "a.xml", header=good)
    written_to(tmp_path / "a.xml", header=bad)
    assert mended(tmp_path / "a.xml", code) == right


@pytest.mark.parametrize(("code", "text"), LEFT_ALONE)
def test_what_is_left_alone_in_a_text(code: str, text: str, tmp_path: Path) -> None:
    before = written_to(tmp_path / "a.xml", text=text)
    assert code in {finding.code for finding in check([tmp_path])}
    assert mended(tmp_path / "a.xml", code) == before


@pytest.mark.parametrize(("code", "text"), LEFT_ALONE_IN_HEADER)
def test_what_is_left_alone_in_an_editor_s_words(code: str, text: str, tmp_path: Path) -> None:
    before = written_to(tmp_path / "a.xml", header=text)
    assert code in {finding.code for finding in check([tmp_path])}
    assert mended(tmp_path / "a.xml", code) == before


def test_the_rules_say_which_of_them_have_findings_that_are_mended() -> None:
    tried = {code for code, *_ in (*IN_HEADER, *IN_TEXT)} | {"N006", "F002"}
    assert {code for code, rule in own_rules().items() if rule.fixable} == tried
    for rule in own_rules().values():
        assert not rule.fix or rule.fix.endswith("."), rule.code


def test_an_id_of_another_file_becomes_a_pointer_wherever_it_is_meant(tmp_path: Path) -> None:
    names = "<persName ref=\"#ion\">Ion</persName> <persName ref='  #ion #archive'>Ion</persName>"
    file = edition_in(tmp_path, names)
    address = "../registers/persons.xml#ion"
    assert mended(file, "N006") == written_to(file, names.replace("#ion", address))


def test_64_zeros_become_the_sum_of_the_file(tmp_path: Path) -> None:
    file = edition_in(tmp_path, "so", b"They say so too.\n")
    stated = '<title>letter.txt</title><idno type="sha256">\n{}</idno>'
    for value, right in (("0" * 64, sha256(b"They say so too.\n").hexdigest()), ("1" * 64, "1" * 64)):
        text = DOCUMENT.replace("{text}", "so").replace("<title>letter.txt</title>", stated)
        file.write_text(text.replace("{}", value), "utf-8")
        assert mended(file, "F002").decode() == text.replace("{}", right)


@pytest.mark.parametrize(
    ("received", "is_mended"), [("café", True), ("cafe\u0301", False), ("another", False), (None, False)]
)
def test_the_original_keeps_the_letters_of_its_source(
    received: str | None, is_mended: bool, tmp_path: Path
) -> None:
    source = None if received is None else f"They say {received} too.".encode()
    file = edition_in(tmp_path, "cafe\u0301", source, header="cafe\u0301")
    expected = written_to(file, "café" if is_mended else "cafe\u0301", "café")
    written_to(file, "cafe\u0301", "cafe\u0301")
    assert mended(file, "U002") == expected


@pytest.mark.parametrize(
    ("old", "new", "is_kept"),
    [
        ('when="1941"', "1942", True),
        ('when="1941"', "1942&amp;", True),
        ('type="source"', "editor", False),
        ('type="original"', "translation", False),
        ('break="no"', "yes", False),
        ('<![CDATA[<a b="text">]]>', "texts", False),
        ("Iași", "Iasi", False),
    ],
)
def test_an_edit_stays_where_the_text_received_does(
    old: str, new: str, is_kept: bool, tmp_path: Path
) -> None:
    text = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div type="original"><p>Ia<pb break="no"/>și, '
        'Iași <date when="1941">1941</date><![CDATA[<a b="text">]]><note type="source">x</note></p></div>'
        "</body></text></TEI>"
    )
    source = parse(tmp_path / "a.xml", text.encode())
    assert isinstance(source, Source)
    found = re.search(r'(?<=")\w+(?=")', old) or re.match(r".+", old)
    assert found
    start = text.index(old) + found.start()
    edits = (Edit(start, start + len(found.group()), new),)
    finding = Finding(source.path, 1, 1, "D201", Severity.WARNING, "Something.", edits=edits)
    assert [bool(one.edits) for one in kept_faithful([finding], [source], None)] == [is_kept]


def test_what_is_received_is_known_before_letters_are_mended(tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    text = DOCUMENT.replace("{text}", "cafe\u0301")
    file.write_text(re.sub(r"(</?)div\b", r"\1DIV", text), "utf-8")
    assert mended(file) == text.encode()


def test_edits_that_meet_come_one_after_the_other(tmp_path: Path) -> None:
    """What stands in the way of one another, or is seen only after a mend, comes in the next round."""
    file = tmp_path / "a.xml"
    right = written_to(file, "x  <persName>I <placeName>J</placeName></persName> ,")
    written_to(file, "x <persname> I <placename>J </placename></persname>,")
    assert mended(file, "N204", "R001").decode() == right.decode()
    assert mended(file, "N204", "R001") == right
