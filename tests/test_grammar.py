"""Where a file breaks a grammar, exactly, whatever it is called and written in, and in which words."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT
from tei_edition import grammar
from tei_edition.errors import SchemaError
from tei_edition.findings import Finding
from tei_edition.grammar import Grammar
from tei_edition.jing import Complaint, Jing
from tei_edition.markup import TEI
from tei_edition.place import Place
from tei_edition.read import parse
from tei_edition.resources import packaged
from tei_edition.schema_files import Fence
from tei_edition.source import Source

RNG = "http://relaxng.org/ns/structure/1.0"
SCHEMA = f"""<grammar xmlns="{RNG}" ns="{TEI}" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
<start><element name="TEI"><zeroOrMore><choice><element name="p"><ref name="p"/></element>
<element name="ab"><empty/></element></choice></zeroOrMore></element></start>
<define name="p"><optional><attribute name="when"><data type="time"/></attribute></optional>
<optional><attribute name="ref"><list><oneOrMore><data type="anyURI"/></oneOrMore></list></attribute>
</optional><text/></define></grammar>"""


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    file = tmp_path / "schema.rng"
    file.write_text(SCHEMA, "utf-8")
    return file


def source(path: Path, data: bytes) -> Source:
    """Write a file and read it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    result = parse(path, data)
    assert isinstance(result, Source)
    return result


def places(found: list[Finding]) -> list[tuple[int, int, str]]:
    return [(finding.line, finding.column, finding.code) for finding in found]


def tei(text: str, before: str = "") -> str:
    return f'{before}<TEI xmlns="{TEI}">{text}</TEI>'


WRITTEN = {
    "plain": (tei("\n<p/> <hi/>").encode(), (2, 6)),
    "tabs": (tei("\n\t\t<p/>\t<hi/>").encode(), (2, 8)),
    "letters beyond U+FFFF": (tei("\n<p>𝔸𝔹 ș</p><hi/>").encode(), (2, 12)),
    "Windows's line ends": (tei("\n<p>ș</p>\n<hi/>").replace("\n", "\r\n").encode(), (3, 1)),
    "old line ends": (tei("\r\r<hi/>").encode(), (3, 1)),
    "a byte order mark": (tei("\n<hi/>").encode("utf-8-sig"), (2, 1)),
    "UTF-16": (tei("\n<p>ș</p><hi/>", '<?xml version="1.0" encoding="UTF-16"?>').encode("utf-16"), (2, 9)),
    "Latin-1": (
        tei("\n<p>é</p><hi/>", "<?xml version='1.0' encoding='iso-8859-1'?>").encode("latin-1"),
        (2, 9),
    ),
    "no XML declaration": (tei("<p/><hi/>", "<?xml-model href='x'?>").encode(), (1, 68)),
    "a declaration": (tei("<p/><hi/>", "<?xml version='1.0'?>").encode(), (1, 67)),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_the_place_is_that_of_the_tag(name: str, schema: Path, tmp_path: Path) -> None:
    data, place = WRITTEN[name]
    found = Grammar(schema).check([source(tmp_path / "a.xml", data)])
    assert places(found) == [(*place, "R001")]


@pytest.mark.parametrize("text", ["\n<hi>\n<p/></hi>", "\n<hi>\n<b>\n<p/><p/></b></hi>"])
def test_an_unknown_element_with_a_known_one_inside_is_one_finding(
    text: str, schema: Path, tmp_path: Path
) -> None:
    found = Grammar(schema).check([source(tmp_path / "a.xml", tei(text).encode())])
    assert [(*places([one])[0], one.message) for one in found] == [
        (2, 1, "R001", "`hi` is not an element of this schema.")
    ]


NAMES = ["a b.xml", "-jar.xml", "Iași.xml", "a:3:4: error.xml", "%41#?.xml", "@x.xml", "q\"'.xml", "𝔸/ș.xml"]


def test_names_of_files(schema: Path, tmp_path: Path) -> None:
    sources = [
        source(tmp_path / "é" / name, tei(f"{'<p/>' * n}<hi/>").encode()) for n, name in enumerate(NAMES)
    ]
    found = Grammar(schema).check(sources)
    assert {finding.path: finding.column for finding in found} == {
        one.path: 42 + 4 * n for n, one in enumerate(sources)
    }


@pytest.mark.skipif(os.name != "posix", reason="names of files are Unicode there")
def test_names_that_a_locale_without_letters_cannot_write(schema: Path, tmp_path: Path) -> None:
    file = source(tmp_path / "Iași" / "ș\n.xml", tei("<hi/>").encode()).path
    undecodable = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xe9.xml"))
    source(undecodable, tei("<p/><hi/>").encode())
    program = (
        "import sys; from pathlib import Path; from tei_edition.grammar import Grammar\n"
        "from tei_edition.read import read\n"
        "sources = [read(Path(name)) for name in sys.argv[2:]]\n"
        "print([finding.column for finding in Grammar(Path(sys.argv[1])).check(sources)])"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program, schema, file, undecodable],
        env={**os.environ, "LC_ALL": "C", "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert sorted(done.stdout.strip(" []\n").split(", ")) == ["42", "46"]


def test_a_file_that_is_not_on_the_disk(schema: Path, tmp_path: Path) -> None:
    result = parse(tmp_path / "none.xml", tei("<hi/>").encode())
    assert isinstance(result, Source)
    assert places(Grammar(schema).check([result])) == [(1, 42, "R001")]


def test_a_file_that_was_saved_since(schema: Path, tmp_path: Path) -> None:
    """What was read counts, not what lies there now; and were it to change later, there is still a place."""
    one = source(tmp_path / "a.xml", tei("\n<hi/>").encode())
    one.path.write_text(tei("<p/>"), "utf-8")
    assert places(Grammar(schema).check([one])) == [(2, 1, "R001")]
    one.path.write_text(tei("\n\n\n\n<hi/>"), "utf-8")
    run = Grammar(schema).begin({one.path: tei("\n\n\n\n<hi/>")})
    assert [finding.line <= 2 for finding in run.findings([one])] == [True]


def test_a_file_that_is_no_xml_does_not_hide_the_others(schema: Path, tmp_path: Path) -> None:
    texts = {tmp_path / f"{n}.xml": tei("<hi/>") for n in range(5)}
    texts[tmp_path / "1.xml"] = texts[tmp_path / "2.xml"] = "<TEI><p></TEI>"
    for path, text in texts.items():
        path.write_text(text, "utf-8")
    complaints = list(filter(None, Jing(schema, texts, "schema.rng").complaints()))
    assert [complaint.path.stem for complaint in complaints] == ["0", "1", "1", "3", "4"]
    assert complaints[0] == Complaint(
        tmp_path / "0.xml",
        Place(1, 47),
        'element "hi" not allowed anywhere; expected the element end-tag or element "ab" or "p"',
    )
    assert "must be terminated" in complaints[2].message


def test_jing_is_not_asked_where_lxml_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is a file's verdict another because it is checked alone."""
    own = Grammar(packaged("schema") / "edition.rng")
    monkeypatch.setattr(Grammar, "ask", lambda *_: pytest.fail("Java was started"))
    result = parse(Path("a.xml"), (ROOT / "tei" / "documents" / "iasi-1941-fr.xml").read_bytes())
    assert isinstance(result, Source)
    assert own.check([result]) == []
    (doubted,) = own.doubted([Source(result.path, result.text.replace('ref="', 'ref="// ', 1), result.root)])
    assert doubted.path == result.path


@pytest.mark.parametrize(
    ("attribute", "codes"),
    [('when="24:00:00"', ["R004"]), ('when="23:59:60"', []), ('ref="//"', ["R004"]), ('ref="a b"', [])],
)
def test_odd_values_are_judged_alike_alone_and_with_others(
    attribute: str, codes: list[str], schema: Path, tmp_path: Path
) -> None:
    """lxml and jing differ about some: jing's is the word that counts, by whichever way."""
    ours = tmp_path / "ours.rng"
    ours.write_text("<!-- Made from edition.odd by xslt/schema/rng.xsl. -->" + SCHEMA, "utf-8")
    one = source(tmp_path / "a.xml", tei(f"<p {attribute}/>").encode())
    assert [finding.code for finding in Grammar(ours).check([one])] == codes
    assert [finding.code for finding in Grammar(schema).check([one])] == codes


def test_files_are_checked_while_other_work_is_done(schema: Path, tmp_path: Path) -> None:
    """A run may begin before there are trees, and gives the findings of the files that it is asked about."""
    good, bad = (
        source(tmp_path / f"{name}.xml", tei(text).encode()) for name, text in (("a", "<p/>"), ("b", "<hi/>"))
    )
    run = Grammar(schema).begin({good.path: good.text, bad.path: bad.text, tmp_path / "c.xml": "<"})
    assert places(run.findings([good, bad])) == [(1, 42, "R001")]
    given_up = Grammar(schema).begin({good.path: good.text})
    given_up.stop()


def test_a_stranger_s_schema_holds_up_nothing(
    schema: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grammar, "_LONGEST", 0.01)
    monkeypatch.setattr(grammar, "_LONGEST_FILE", 0.0)
    one = source(tmp_path / "a.xml", tei("<p/>").encode())
    with pytest.raises(SchemaError, match=r"schema\.rng takes too long"):
        Grammar(schema, Fence((tmp_path,))).check([one])
    assert Grammar(schema).check([one]) == []


HEADER = "<teiHeader><fileDesc>{}</fileDesc>{}</teiHeader>"
FILE = "<titleStmt><title>A</title></titleStmt><publicationStmt><publisher>B</publisher></publicationStmt>"
SOURCE = "<sourceDesc><p>C</p></sourceDesc>"
REVISION = '<revisionDesc><change when="1941" who="#a">D</change></revisionDesc>'
PROFILE = '<profileDesc><langUsage><language ident="en">E</language></langUsage></profileDesc>'
BODY = '<text><body><div type="original" xml:lang="en"><p><s xml:id="en-s1">{}</s></p></div></body></text>'


def words(header: str = HEADER.format(FILE + SOURCE, ""), body: str = BODY.format("a")) -> set[str]:
    """Hold a small document against the program's grammar; give code, message and hint of each finding."""
    data = f'<TEI xmlns="{TEI}" xml:id="d" xml:lang="en">{header}{body}</TEI>'.encode()
    result = parse(Path("d.xml"), data)
    assert isinstance(result, Source)
    found = Grammar(packaged("schema") / "edition.rng").check([result])
    return {f"{finding.code} {finding.message} {finding.hint}".strip() for finding in found}


SAID = {
    "nothing": ({}, set()),
    "too late": (
        {"header": HEADER.format(FILE + SOURCE, REVISION + PROFILE)},
        {"R006 `profileDesc` stands too late. Move it before `revisionDesc`."},
    ),
    "too late, and what comes after it": (
        {"header": HEADER.format(SOURCE + FILE, "")},
        {
            "R006 `sourceDesc` stands too early: `titleStmt` must come first. Keep this order: `titleStmt`,"
            " `editionStmt`, `extent`, `publicationStmt`, `seriesStmt`, `notesStmt` and `sourceDesc`.",
            "R006 `titleStmt` stands too late. Move it before `sourceDesc`.",
            "R006 `publicationStmt` stands too late. Move it before `sourceDesc`.",
        },
    ),
    "twice": (
        {"header": HEADER.format(FILE.replace("</titleStmt>", "</titleStmt><titleStmt/>") + SOURCE, "")},
        {
            "R006 `fileDesc` has `titleStmt` twice. Keep one of them.",
            "R006 `titleStmt` is incomplete: it needs `title`.",
        },
    ),
    "HTML": (
        {"body": BODY.format("<i>a</i><br/>")},
        {
            "R001 `i` is not an element of this schema. Did you mean `hi`?",
            "R001 `br` is not an element of this schema. Did you mean `lb`?",
        },
    ),
    "a date of the other calendar": (
        {"body": BODY.format('<date when-iso="1941">1941</date>')},
        {"R003 `when-iso` is not an attribute of `date`. Did you mean `when`?"},
    ),
    "an attribute of XML in capitals": (
        {"body": BODY.format("a").replace("xml:id", "xml:ID")},
        {"R003 `xml:ID` is not an attribute of `s`. Did you mean `xml:id`?"},
    ),
    "an attribute of XML without its prefix": (
        {"body": BODY.format("a").replace("<s xml:id", "<s lang='fr' id")},
        {
            "R003 `id` is not an attribute of `s`. Did you mean `xml:id`?",
            "R003 `lang` is not an attribute of `s`. Did you mean `xml:lang`?",
        },
    ),
    "a language as programs write it": (
        {"body": BODY.format("<foreign xml:lang='fr_FR'>a</foreign>")},
        {'R004 `xml:lang` cannot be "fr_FR". Write xml:lang="fr-FR".'},
    ),
    "a language by its name": (
        {"body": BODY.format("<foreign xml:lang='français'>a</foreign>")},
        {'R004 `xml:lang` cannot be "français". Write a language as "fr", "en" or "ro-Latn".'},
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_words(name: str) -> None:
    parts, expected = SAID[name]
    assert words(**parts) == expected
