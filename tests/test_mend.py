"""`edition check --fix` and `--diff`: what they mend, what they leave, and that no other byte changes."""

import json
import re
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tei_edition import mend as module
from tei_edition.cli import main
from tei_edition.errors import EditionError
from tei_edition.examine import check
from tei_edition.faithful import kept_faithful
from tei_edition.findings import Edit, Finding, Severity
from tei_edition.mend import Mends, diff, mend, write
from tei_edition.read import parse
from tei_edition.rules import own_rules
from tei_edition.select import Selection
from tei_edition.source import Source

DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a" xml:lang="en">
  <teiHeader>
    <fileDesc>
      <titleStmt>
        <title xml:lang="en">A letter</title>
        <respStmt xml:id="archive"><resp>Encoding</resp><orgName>The archive</orgName></respStmt>
      </titleStmt>
      <publicationStmt>
        <publisher>The archive</publisher>
        <date when="2026">2026</date>
        <availability status="unknown"><p>Not known.</p></availability>
      </publicationStmt>
      <sourceDesc><bibl><title>letter.txt</title></bibl></sourceDesc>
    </fileDesc>
    <profileDesc>
      <abstract xml:lang="ro"><p>In short: {header}.</p></abstract>
      <langUsage><language ident="en">English</language></langUsage>
    </profileDesc>
    <revisionDesc><change when="2026-11-21" who="#archive">Encoded.</change></revisionDesc>
  </teiHeader>
  <text>
    <body>
      <div type="original" xml:lang="en">
        <p><s xml:id="en-s1">They say {text} too.</s></p>
      </div>
    </body>
  </text>
</TEI>
"""

IN_HEADER = [
    ("U001", "la Iaşi, Constanţa", "la Iași, Constanța"),
    ("U001", "la Ia&#x15F;i", "la Iași"),
    ("U002", "cafe\u0301", "café"),
    ("U002", "cafe&#769;s", "cafés"),
    ("U003", "M\u04d3nner", "Männer"),
    ("U006", "dicta\u00adtor", "dictator"),
    ("U010", "Bucha\ufeffrest", "Bucharest"),
    ("N301", '<idno type="wikidata"> q152030 </idno>', '<idno type="wikidata"> Q152030 </idno>'),
    ("N305", "<geo>47,1712 27,5749</geo>", "<geo>47.1712 27.5749</geo>"),
]
"""Each a rule, what is wrong in Romanian text that an editor wrote, and what `--fix` makes of it."""

IN_TEXT = [
    ("D101", '<date when="1941-6-29">29 June</date>', '<date when="1941-06-29">29 June</date>'),
    ("D101", "<date when='1941/06/29'>29 June</date>", "<date when='1941-06-29'>29 June</date>"),
    ("D101", '<date when="29.06.1941">then</date>', '<date when="1941-06-29">then</date>'),
    ("D101", '<date when="06/29/1941">then</date>', '<date when="1941-06-29">then</date>'),
    (
        "D101",
        '<date from="5.5.1941" to = "1.6.1941">May</date>',
        '<date from="1941-05-05" to = "1.6.1941">May</date>',
    ),
    ("D101", '<date when="5.6.1941">5 June 1941</date>', '<date when="1941-06-05">5 June 1941</date>'),
    ("D101", '<date when="195704">April 1957</date>', '<date when="1957-04">April 1957</date>'),
    (
        "N204",
        'in <placeName ref="#archive"> Iași\n  </placeName>and',
        'in  <placeName ref="#archive">Iași</placeName>\n  and',
    ),
    (
        "N204",
        "<persName><hi>Ion</hi> Popescu, &#160;</persName>and",
        "<persName><hi>Ion</hi> Popescu</persName>, &#160;and",
    ),
    (
        "N204",
        "<choice><orig><name>I, </name></orig></choice>",
        "<choice><orig><name>I,</name> </orig></choice>",
    ),
    ("R001", "<placename >Iași</placename\n>", "<placeName >Iași</placeName\n>"),
    ("R001", "<persname/>", "<persName/>"),
    ("R003", "<date When='1941' cert=\"high\">then</date>", "<date when='1941' cert=\"high\">then</date>"),
    ("W002", '<p XML:lang="fr">x</p><p Xml:id = "b">y</p>', '<p xml:lang="fr">x</p><p xml:id = "b">y</p>'),
    (
        "N301",
        '<ref target="https://www.wikidata.org/wiki/q152030">x</ref>',
        '<ref target="https://www.wikidata.org/wiki/Q152030">x</ref>',
    ),
]

LEFT_ALONE = [
    ("D101", '<date when="5.6.1941">then</date>'),
    ("D101", '<date when="5.6.1941">June 5th, 1941, or May 6th</date>'),
    ("D101", '<date notBefore="5.6.1941">5 June 1941</date>'),
    ("D101", '<date when="1908/09">that winter</date>'),
    ("D101", '<date when="1941-6-31">the end of June</date>'),
    ("N204", "<name>(Iași) (</name>"),
    ("N204", "<p>x<name><![CDATA[Iași ]]></name></p>"),
    ("R001", "<S>struck out</S>"),
    ("R001", "<placenom>Iași</placenom>"),
    ("R003", '<date When="1941" when="1942">then</date>'),
    ("R003", '<date whem="1941">then</date>'),
    ("N301", '<idno type="wikidata">152030</idno>'),
    ("W002", '<p XML:lang="fr">x &amp y</p>'),
    ("W002", '<p foo:lang="fr">x</p>'),
    ("N305", "<geo>47,17 27,57</geo>"),
    ("U002", "cafe\u0301"),
    ("U003", "M\u04d3nner"),
    ("U006", "dicta\u00adtor"),
]
"""What is found in the original and not mended: nobody can be sure, or the source has it."""

LEFT_ALONE_IN_HEADER = [
    ("U001", '<foreign xml:lang="en">Constanţa</foreign>'),
    ("U001", "Karaağaş"),
    ("U002", "<![CDATA[cafe\u0301]]>"),
    ("U003", "М\u043eсква or Mосква"),
    ("U005", "the king\u0092s"),
    ("U006", "dicta\u00ad\ntor"),
    ("U009", "cafÃ©"),
    ("U010", "one\u200btwo"),
]


def written_to(file: Path, text: str = "", header: str = "") -> bytes:
    data = DOCUMENT.replace("{text}", text).replace("{header}", header).encode()
    file.write_bytes(data)
    return data


def mended(file: Path, *codes: str) -> bytes:
    """Mend a file, write it, and give its bytes."""
    write(mend([file], selection=Selection(codes)))
    return file.read_bytes()


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, arguments)])


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


def edition_in(folder: Path, text: str, received: bytes | None = None, header: str = "") -> Path:
    """Make an edition of one document with a register of persons, and its source file where there is one."""
    for name in ("documents", "registers", "sources"):
        (folder / "tei" / name).mkdir(parents=True)
    if received is not None:
        (folder / "tei" / "sources" / "a.txt").write_bytes(received)
    register = DOCUMENT.replace('xml:id="a"', 'xml:id="persons"').replace('xml:id="archive"', "")
    person = '<listPerson><person xml:id="ion"><persName>Ion</persName></person></listPerson>'
    register = re.sub(r'<div type="original".*</div>', person, register, flags=re.DOTALL)
    (folder / "tei" / "registers" / "persons.xml").write_text(register, "utf-8")
    file = folder / "tei" / "documents" / "a.xml"
    written_to(file, text, header)
    return file


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


def test_a_byte_that_the_encoding_lacks_is_written_as_a_reference(tmp_path: Path) -> None:
    text = DOCUMENT.replace("UTF-8", "ISO-8859-2").replace("{header}", "Iaşi, Ploieşti")
    (tmp_path / "a.xml").write_bytes(text.encode("iso-8859-2"))
    assert mended(tmp_path / "a.xml") == text.replace("ş", "&#537;").encode("iso-8859-2")


ENCODINGS = {
    "UTF-8": (b"", "utf-8"),
    "utf-8": (b"\xef\xbb\xbf", "utf-8"),
    "UTF-16": (b"\xff\xfe", "utf-16-le"),
    "utf-16": (b"\xfe\xff", "utf-16-be"),
    "ISO-8859-2": (b"", "iso-8859-2"),
}
PIECES = [(bad, good) for code, bad, good in IN_TEXT if code in ("D101", "N204", "R003")] + [
    (same, same)
    for same in (
        "&amp; &#x41;<!-- <date when='5.5.1941'> -->",
        "<?say <x ' ?>",
        "<![CDATA[<date when='5.5.1941'>]]>",
        '<hi\n  rend = "a>b"\n  n=\'"\' >ő\n</hi >',
        "<lb />",
        "\n\n",
    )
]


@given(
    pieces=st.lists(st.sampled_from(PIECES), max_size=6),
    ends=st.lists(st.sampled_from(["\n", "\r\n", "\r"]), min_size=1, max_size=5),
    encoding=st.sampled_from(list(ENCODINGS)),
)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
def test_no_other_byte_changes(
    pieces: list[tuple[str, str]], ends: list[str], encoding: str, tmp_path: Path
) -> None:
    """Whatever the line ends, the encoding and the way that things are written; twice is once."""
    file = tmp_path / "a.xml"
    before, expected = (in_bytes([piece[which] for piece in pieces], ends, encoding) for which in (0, 1))
    file.write_bytes(before)
    result = mend([file])
    assert {one.after for one in result.files} <= {expected}
    assert patched(before, diff(result, tmp_path)) == expected
    write(result)
    assert file.read_bytes() == expected
    assert mend([file]).files == []


def in_bytes(pieces: list[str], ends: list[str], encoding: str) -> bytes:
    """Write a document, its n-th line end as the n-th of some, over and over."""
    mark, name = ENCODINGS[encoding]
    text = DOCUMENT.replace("UTF-8", encoding).replace("{header}", "x").replace("{text}", "; ".join(pieces))
    line, *lines = text.split("\n")
    ended = line + "".join(ends[number % len(ends)] + line for number, line in enumerate(lines))
    return mark + ended.encode(name, "xmlcharrefreplace")


def patched(data: bytes, patch: bytes) -> bytes:
    """Apply a unified diff of one file, as `patch` does."""
    old, lines = (re.findall(rb"[^\n]*\n|[^\n]+", one) for one in (data, patch))
    for number, line in enumerate(lines):
        if line.startswith(b"\\ No newline"):
            lines[number - 1] = lines[number - 1][:-1]
    new, at = [], 0
    for line in lines[2:]:
        if found := re.match(rb"@@ -(\d+)", line):
            new += old[at : int(found[1]) - 1]
            at = int(found[1]) - 1
        elif line[:1] in b" -":
            assert old[at] == line[1:]
            at += 1
        if line[:1] in b" +":
            new.append(line[1:])
    return b"".join(new + old[at:])


def test_the_command_mends_and_tells_what_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    right = written_to(Path("a.xml"), '<date when="1941-06-29">29 June</date>')
    written_to(Path("a.xml"), '<date when="1941-6-29">29 June</date>')
    before = run("a.xml", "--select", "D")
    assert before.exit_code == 1
    assert before.stderr == ("1 error, 0 warnings in 1 of 1 file. `edition check --fix` mends 1 of them.\n")
    result = run("a.xml", "--select", "D", "--fix")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr.startswith("1 finding mended in 1 file.\nNo findings in 1 file, held against ")
    assert Path("a.xml").read_bytes() == right
    assert run("a.xml", "--select", "D", "--fix").stderr.startswith("0 findings mended in 0 files.\n")


def test_the_diff_shows_it_and_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = Path("my files")
    folder.mkdir()
    file = folder / "a.xml"
    data = written_to(file, '<date when="1941-6-29">29 June</date>')
    file.write_bytes(data.replace(b"\n", b"\r\n").rstrip())
    before = file.read_bytes()
    result = run("--diff", ".", "--select", "D")
    assert result.exit_code == 1
    assert file.read_bytes() == before
    lines = result.stdout_bytes.split(b"\n")
    assert lines[:2] == [b"--- my files/a.xml\t", b"+++ my files/a.xml\t"]
    assert [line for line in lines[2:] if line[:1] in (b"-", b"+")] == [
        line.replace(b"-6-", b"-06-") if sign == b"+" else line
        for sign in (b"-", b"+")
        for line in [
            sign
            + b'        <p><s xml:id="en-s1">They say <date when="1941-6-29">29 June</date> too.</s></p>\r'
        ]
    ]
    assert patched(before, result.stdout_bytes) == before.replace(b"1941-6-29", b"1941-06-29")
    assert run("--diff", ".", "--ignore", "D").exit_code == 0
    assert run("--diff", "--fix", ".").exit_code == 2


def test_the_last_line_may_have_no_end(tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    text = re.sub(r"\s*\n\s*", " ", DOCUMENT.replace("{text}", '<date when="1941-6-29">x</date>')).strip()
    file.write_text(text, "utf-8")
    said = diff(mend([file], selection=Selection(("D",))), tmp_path)
    assert said.count(b"\n\\ No newline at end of file\n") == 2
    assert patched(text.encode(), said) == text.replace("-6-", "-06-").encode()


def two_dates(file: Path) -> Mends:
    written_to(file, '<date when="1941-6-29">29 June</date>')
    return mend([file], selection=Selection(("D",)))


def test_only_what_is_told_is_mended(tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    before = written_to(file, '<date when="1941-6-29">29 June</date><persName>I </persName>', "cafe\u0301")
    assert mended(file, "N") == before.replace(b"I </persName>", b"I</persName> ")
    assert write(mend([file], selection=Selection(ignore=("D", "U", "N", "R")))) == []
    exempted = file.read_bytes().replace(b"<date", b"<?edition-exempt D101 As in the source.?><date")
    file.write_bytes(exempted)
    assert mended(file, "D") == exempted


def test_an_exempted_pointer_keeps_its_file_s_pointers_as_they_are(tmp_path: Path) -> None:
    names = (
        '<persName ref="#ion">Ion</persName> <?edition-exempt N006 So.?><persName ref="#ion">Ion</persName>'
    )
    file = edition_in(tmp_path, names)
    before = file.read_bytes()
    assert mended(file, "N006") == before


def test_only_what_is_named_is_touched(tmp_path: Path) -> None:
    one, other = tmp_path / "one" / "a.xml", tmp_path / "other" / "a.xml"
    for file in (one, other):
        file.parent.mkdir()
        two_dates(file)
    before = other.read_bytes()
    assert mended(one, "D") != before
    assert other.read_bytes() == before


def test_a_read_only_file_is_an_error_and_nothing_is_written(tmp_path: Path) -> None:
    for name in ("a.xml", "b.xml"):
        two_dates(tmp_path / name)
    before = (tmp_path / "a.xml").read_bytes()
    (tmp_path / "b.xml").chmod(0o444)
    with pytest.raises(EditionError, match=r"b\.xml cannot be written: it is read-only"):
        write(mend([tmp_path], selection=Selection(("D",))))
    assert (tmp_path / "a.xml").read_bytes() == before
    result = run(tmp_path, "--fix", "--select", "D")
    assert result.exit_code == 3
    assert "Hint: Allow writing" in result.stderr


def test_a_file_that_was_changed_meanwhile_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.xml"
    two_dates(file)
    saved = file.read_bytes() + b"<!-- saved -->"

    def slowly(mends: Mends) -> list[module.Mended]:
        file.write_bytes(saved)
        return write(mends)

    monkeypatch.setattr(module, "write", slowly)
    result = run(file, "--fix", "--select", "D", "--format", "lines")
    assert file.read_bytes() == saved
    assert "is left as it was: it was changed by somebody else meanwhile." in result.stderr
    assert "0 findings mended in 0 files." in result.stderr
    assert "D101" in result.stdout
    assert result.exit_code == 1


def test_a_mend_keeps_the_mode_and_follows_links(tmp_path: Path) -> None:
    file, link = tmp_path / "a.xml", tmp_path / "folder" / "link.xml"
    two_dates(file)
    file.chmod(0o640)
    link.parent.mkdir()
    link.symlink_to(file)
    assert b"1941-06-29" in mended(link, "D")
    assert link.is_symlink()
    assert file.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.xml", "folder"]


def test_a_mend_that_would_change_too_much_is_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tei_edition import edits

    file = tmp_path / "a.xml"
    before = written_to(file, header='<date when="1941-6-29">29 June</date>')
    for wrong in ("<", "</p>", "more"):
        monkeypatch.setattr(edits, "_escaped", lambda value, _, wrong=wrong: f'{value}">{wrong}')
        result = run(file, "--fix", "--select", "D")
        assert "is left as it was: the mend would change more than it should." in result.stderr
        assert result.exit_code == 1
        assert file.read_bytes() == before


def test_findings_say_where_the_thing_ends_and_what_mends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    written_to(Path("a.xml"), '<date\nwhen="1941-6-29">29 June</date>')
    told = json.loads(run("a.xml", "--select", "D", "--format", "json").stdout)["findings"]
    assert [(one["line"], one["column"], one["end"], one["fix"]) for one in told] == [
        (
            26,
            1,
            {"line": 26, "column": 17},
            [{"line": 26, "column": 7, "end_line": 26, "end_column": 16, "text": "1941-06-29"}],
        )
    ]
    (run_,) = json.loads(run("a.xml", "--select", "D", "--format", "sarif").stdout)["runs"]
    (result,) = run_["results"]
    region = {"startLine": 26, "startColumn": 1, "endLine": 26, "endColumn": 17}
    assert result["locations"][0]["physicalLocation"]["region"] == region
    assert result["fixes"] == [
        {
            "description": {"text": 'Write when="1941-06-29".'},
            "artifactChanges": [
                {
                    "artifactLocation": {"uri": "a.xml"},
                    "replacements": [
                        {
                            "deletedRegion": {
                                "startLine": 26,
                                "startColumn": 7,
                                "endLine": 26,
                                "endColumn": 16,
                            },
                            "insertedContent": {"text": "1941-06-29"},
                        }
                    ],
                }
            ],
        }
    ]
    assert (
        "line=26,col=1,endLine=26,endColumn=17," in run("a.xml", "--select", "D", "--format", "github").stdout
    )


def test_the_whole_word_is_underlined(tmp_path: Path) -> None:
    written_to(tmp_path / "a.xml", header="la Ia&#x15F;i-Vest")
    shown = run(tmp_path, "--select", "U001").stdout
    assert re.findall(r"\^+", shown) == ["^" * len("Ia&#x15F;i")]


def test_explain_says_what_fix_does() -> None:
    said = CliRunner().invoke(main, ["explain", "N006"]).stdout
    assert "`edition check --fix`: The id becomes a pointer" in said
    assert "--fix" not in CliRunner().invoke(main, ["explain", "D201"]).stdout


def test_each_thing_has_its_end(tmp_path: Path) -> None:
    text = (
        '<date when="1941-6-29">then</date> <placename>J</placename> <persName ref="#archive">I </persName> '
        "<choice>b c<sic/><corr/></choice> caf<hi>&#x65;</hi>s"
    )
    file = edition_in(tmp_path, text, b"They say then J I b c caffees too.", "la Iaşi")
    lines = file.read_text("utf-8").split("\n")
    found = {}
    for finding in check([file]):
        assert finding.end is not None, finding
        assert finding.end.line == finding.line
        found[finding.code] = lines[finding.line - 1][finding.column - 1 : finding.end.column - 1]
    assert {code: found[code] for code in ("D101", "R001", "N204", "R007", "F001", "U001")} == {
        "D101": 'when="1941-6-29"',
        "R001": "<placename",
        "N204": "<persName",
        "R007": "b c",
        "U001": "Iaşi",
        "F001": "caf<hi>&#x65;</hi>s",
    }
