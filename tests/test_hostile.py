"""Nothing that an input does ends in a traceback, a hang, a file read from outside, or network use."""

import os
import random
import shutil
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import ALL
from mutants import EVERYTHING, mutated
from sound import assert_mended, assert_sound, text_of_bytes
from tei_edition import batch
from tei_edition.build import build
from tei_edition.choose import Schemas
from tei_edition.examine import check, check_as, files_in
from tei_edition.findings import Finding, Severity
from tei_edition.mend import mend
from tei_edition.pointers import prefixes_in
from tei_edition.project import Project
from tei_edition.read import LARGEST_FILE, bytes_of, parse
from tei_edition.source import Source

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="x" xml:lang="en">'
A_FEW = settings(
    max_examples=40,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
SEEDS = st.integers(0, 2**32)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    found = Project(tmp_path_factory.mktemp("hostile").resolve())
    shutil.copytree(EVERYTHING, found.tei)
    return found


@pytest.fixture
def own(tmp_path: Path) -> Project:
    """An edition to break."""
    shutil.copytree(EVERYTHING, tmp_path / "tei")
    return Project(tmp_path.resolve())


@pytest.fixture
def quick() -> Iterator[None]:
    """Without the schemas, which take most of the time."""
    with patch("tei_edition.choose._schemas", lambda *_: Schemas()), patch.object(batch, "processor"):
        yield


def codes(findings: list[Finding]) -> set[str]:
    return {finding.code for finding in findings}


def nasty(file: Path, seed: int) -> bytes:
    choices = random.Random(seed)
    return mutated(file.read_bytes(), choices.randrange, 1 + choices.randrange(30))


def sound(contents: dict[Path, bytes], project: Project) -> list[Finding]:
    found = check_as(contents, list(contents), (), ALL).findings
    assert_sound(found, contents, project.root)
    return found


@pytest.mark.usefixtures("quick")
@given(seed=SEEDS)
@A_FEW
def test_any_document(project: Project, seed: int) -> None:
    sound({project.documents[0]: nasty(project.documents[0], seed)}, project)


@pytest.mark.usefixtures("quick")
@given(seed=SEEDS)
@A_FEW
def test_any_registers(project: Project, seed: int) -> None:
    files = [project.edition, *project.registers]
    sound(
        {file: nasty(file, seed) for file in files}
        | {project.documents[0]: project.documents[0].read_bytes()},
        project,
    )


@given(seed=SEEDS)
@settings(A_FEW, max_examples=4)
def test_any_document_with_its_schemas(project: Project, seed: int) -> None:
    sound({project.documents[0]: nasty(project.documents[0], seed)}, project)


@pytest.mark.usefixtures("quick")
@given(seed=SEEDS)
@settings(A_FEW, max_examples=15)
def test_any_document_is_mended_once(seed: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    project = Project(tmp_path_factory.mktemp("mended").resolve())
    shutil.copytree(EVERYTHING, project.tei)
    document = project.documents[0]
    document.write_bytes(nasty(document, seed))
    mends = mend([document], (), ALL)
    for file in mends.files:
        document.write_bytes(file.after)
    assert_mended(mends, mend([document], (), ALL))


@given(data=st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
@settings(A_FEW, max_examples=100)
@pytest.mark.usefixtures("quick")
def test_any_bytes(project: Project, data: bytes) -> None:
    document = project.documents[0]
    sound({document: data}, project)
    sound({document: TEI.encode() + data + b"</TEI>"}, project)


def written(folder: Path, body: str, before: str = "") -> Path:
    file = folder / "x.xml"
    file.write_text(f"{before}{TEI}{body}</TEI>", "utf-8")
    return file


def told(file: Path) -> list[Finding]:
    found = check([file])
    assert_sound(found, {file: file.read_bytes()}, file.parent)
    return found


@pytest.mark.parametrize(("depth", "refused"), [(99, False), (100, True)])
def test_depth(depth: int, refused: bool, tmp_path: Path) -> None:
    found = told(written(tmp_path, "<p>" * depth + "</p>" * depth))
    assert ("W006" in codes(found)) is refused


@pytest.mark.parametrize(("number", "refused"), [(200, False), (201, True)])
def test_attributes(number: int, refused: bool, tmp_path: Path) -> None:
    attributes = " ".join(f"a{n}=''" for n in range(number))
    found = told(written(tmp_path, f"<p {attributes}/>"))
    assert ("W006" in codes(found)) is refused


@pytest.mark.usefixtures("quick")
def test_many_pointers_that_lead_nowhere_in_one_line(tmp_path: Path) -> None:
    found = told(written(tmp_path, "".join(f'<ptr target="#no{n}"/>' for n in range(20_000))))
    assert len(found) == 20_000


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    "piece", ["word ", "<p>é</p>", "<!--c-->", "<p xml:id='a{n}'/>", "ş", "&amp;", "<date>1941</date>"]
)
def test_large_documents_in_one_line(piece: str, tmp_path: Path) -> None:
    number = 300_000 // len(piece)
    told(
        written(
            tmp_path,
            f"<text><body><p>{''.join(piece.replace('{n}', str(n)) for n in range(number))}</p></body></text>",
        )
    )


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    file = tmp_path / "x.xml"
    with file.open("wb") as stream:
        stream.truncate(LARGEST_FILE + 10)
    (found,) = check([file])
    assert (found.code, len(bytes_of(file))) == ("W006", LARGEST_FILE + 1)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_is_not_read(own: Project, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.xml")
    (found,) = check([tmp_path / "x.xml"])
    assert (found.code, found.message) == ("W001", "The file cannot be read: It is no ordinary file.")
    source = own.source_of(own.documents[0])
    source.unlink()
    os.mkfifo(source)
    (found,) = check([own.documents[0]])
    assert (found.code, found.message) == (
        "F003",
        "The source file sources/delivery.txt cannot be read: It is no ordinary file.",
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
@pytest.mark.parametrize(
    "name", ["edition.xml", "registers/register.xml", "../schema/edition.odd", "../schema/edition.rng"]
)
def test_a_pipe_in_place_of_a_shared_file_is_as_if_it_were_not_there(name: str, own: Project) -> None:
    file = own.tei / name
    file.parent.mkdir(exist_ok=True)
    file.unlink(missing_ok=True)
    without = check([own.root])
    os.mkfifo(file)
    assert codes(check([own.root])) == codes(without)


def test_links_out_of_the_edition_are_not_followed(
    own: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    secret = tmp_path_factory.mktemp("outside") / "secret.xml"
    secret.write_text("<TEI>the secret</TEI>", "utf-8")
    links = [own.tei / "documents" / "out.xml", own.tei / "registers" / "abroad.xml"]
    for link in links:
        link.symlink_to(secret)
    text = own.source_of(own.documents[0])
    text.unlink(missing_ok=True)
    text.parent.mkdir(exist_ok=True)
    text.symlink_to(secret)
    found = check([own.tei])
    said = "The file cannot be read: It is a link that leads out of the edition."
    assert {one.path for one in found if (one.code, one.message) == ("W001", said)} == set(links)
    assert any(one.code == "F003" and "leads out of the edition" in one.message for one in found)
    assert not any("secret" in one.message for one in found)
    assert build(own).files == {}
    for link in links:
        link.unlink()
    build(own, despite_findings=True)
    made = [file for file in own.build.rglob("*") if file.is_file()]
    assert made
    assert not any(b"the secret" in file.read_bytes() for file in made)


def test_links_inside_the_edition_are_followed(own: Project) -> None:
    document = own.documents[0]
    moved = own.tei / "drafts.xml"
    document.rename(moved)
    document.symlink_to(moved)
    assert moved.resolve() in set(files_in([own.tei]))
    assert not any(one.code == "W001" for one in check([own.tei]))


def test_links_that_lead_back_to_themselves(tmp_path: Path) -> None:
    for name in ("loop.xml", "loop.rng"):
        (tmp_path / name).symlink_to(tmp_path / name)
    (found,) = check([tmp_path / "loop.xml"])
    assert found.code == "W001"
    file = written(tmp_path, '<p><ptr target="loop.xml#a"/></p>', '<?xml-model href="loop.rng"?>')
    (found,) = (one for one in told(file) if one.code == "N002")
    assert '"loop.xml#a"' in found.message


def test_folders_with_the_names_of_files(own: Project) -> None:
    for file in (own.edition, own.documents[0], own.registers[0], own.source_of(own.documents[0])):
        file.unlink()
        file.mkdir()
    assert check([own.root]) == []


def test_a_file_that_vanishes_while_it_is_checked(tmp_path: Path) -> None:
    file = written(tmp_path, "<nosuch/>")
    whole = check([file])

    class Vanishing(batch.Held):
        def __init__(self, *arguments: object) -> None:
            file.unlink()
            super().__init__(*arguments)  # type: ignore[arg-type]

    with patch.object(batch, "Held", Vanishing):
        assert check([file]) == whole
    assert codes(check([file])) == {"W001"}


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="no such names here")
@pytest.mark.parametrize(
    "name", [b"a\nb.xml", b"a.xml:1:2: error: b.xml", b"\xff\xfe.xml", b"-i.xml", b"%41 &lt;.xml"]
)
def test_names_of_files(name: bytes, tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(name)
    file.write_text(f'{TEI}<nosuch><ptr target="#no"/></nosuch></TEI>', "utf-8")
    assert {"R001", "N002"} <= codes(told(file))


SLOW = [
    "(a+)+b", "((a+))+b", "(a|a)*b", "(a|aa)+b", "(a*)*b", "(a?){40}a{40}", "a*" * 30 + "b", "(.*)" * 8 + "!",
    "a?" * 40 + "a" * 40, "(a|a)" * 40 + "b", "a{99999999999}", "(" * 500, "(" * 5000 + ")" * 5000, "(x)(?P=x)", "[",
]  # fmt: skip


@pytest.mark.parametrize("pattern", SLOW)
def test_a_pattern_that_would_take_for_ever(pattern: str, tmp_path: Path) -> None:
    """No more time than this test has is the proof."""
    source = parse(tmp_path / "x.xml", f'{TEI}<prefixDef ident="p" matchPattern="{pattern}"/></TEI>'.encode())
    assert isinstance(source, Source)
    prefix = prefixes_in(source.root, source.path)["p"]
    for length in (30, 300, 5_000):
        assert prefix.expand("a" * length + "c") is None


@pytest.mark.parametrize(
    ("pattern", "rest"),
    [
        ("([a-z0-9-]+)", "a-b-9" * 100),
        ("(.+)", "x" * 5000),
        ("([^/]+)/([^/]+)/(.*)", "persons/antonescu/ion"),
        (r"(\d{4})-(\d\d)(-\d\d)?", "1941-06-29"),
        (r"(\p{L}+)", "Iași"),
        ("(ab)+c?", "ababab"),
        ("Q[1-9][0-9]*|P[0-9]+", "Q42"),
    ],
)
def test_a_pattern_that_people_write(pattern: str, rest: str, tmp_path: Path) -> None:
    text = f'{TEI}<prefixDef ident="p" matchPattern="{pattern}" replacementPattern="#x"/></TEI>'
    source = parse(tmp_path / "x.xml", text.encode())
    assert isinstance(source, Source)
    assert prefixes_in(source.root, source.path)["p"].expand(rest) == "#x"


BOMB = '<!DOCTYPE TEI [<!ENTITY a "aaaaaaaaaa">' + "".join(
    '<!ENTITY {} "{}">'.format(name, f"&{before};" * 10)
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
REACHING = {
    "a bomb": (f"{BOMB}]>", "<p>&i;</p>", "W004"),
    "an entity of a file": ('<!DOCTYPE TEI [<!ENTITY a SYSTEM "SECRET">]>', "<p>&a;</p>", "W004"),
    "an entity of a host": ('<!DOCTYPE TEI [<!ENTITY a SYSTEM "http://127.0.0.1:9/a">]>', "<p>&a;</p>", "W004"),
    "a DTD of a file": ('<!DOCTYPE TEI SYSTEM "SECRET">', "", "W004"),
    "a DTD of a host": ('<!DOCTYPE TEI PUBLIC "x" "http://127.0.0.1:9/a.dtd">', "", "W004"),
    "an inclusion of a file": ("", '<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="SECRET"/>', "W007"),
    "an inclusion of a host": ("", '<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="http://127.0.0.1:9/"/>', "W007"),
    "a schema of a file": ('<?xml-model href="SECRET"?>', "", "R006"),
    "a schema of a file, with its kind": ('<?xml-model href="SECRET" type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0"?>', "", "R006"),
    "a schema of a host": ('<?xml-model href="http://127.0.0.1:9/a.rng" schematypens="http://relaxng.org/ns/structure/1.0"?>', "", "R006"),
    "a stylesheet": ('<?xml-stylesheet href="SECRET" type="text/xsl"?>', "", "R006"),
    "a place for schemas": ("", '<p xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:schemaLocation="a SECRET"/>', "R006"),
    "pointers": ("", '<p><ptr target="SECRET SECRET#a http://127.0.0.1:9/#a"/></p>', "N002"),
}  # fmt: skip


@pytest.mark.parametrize("name", REACHING)
def test_nothing_is_read_from_outside(
    name: str, tmp_path: Path, own: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of this process opens it, and the file's time of reading says that no other did."""
    before, body, code = REACHING[name]
    folder = tmp_path.with_name(f"{tmp_path.name}-outside")
    folder.mkdir()
    secret = folder / "secret.xml"
    secret.write_text("<secret/>", "utf-8")
    os.utime(secret, (1_000_000_000, 2_000_000_000))
    opened: list[str] = []
    sys.addaudithook(lambda event, arguments: _note(event, arguments, opened))
    monkeypatch.setattr(socket, "socket", lambda *_, **__: pytest.fail("a socket is opened"))
    address = secret.as_uri() if name != "pointers" else os.path.relpath(secret, own.tei / "documents")
    file = own.tei / "documents" / "x.xml"
    file.write_text(f"{before}{TEI}{body}</TEI>".replace("SECRET", address), "utf-8")
    found = check([file])
    assert code in codes(found)
    assert not [path for path in opened if "secret" in path or "passwd" in path]
    assert secret.stat().st_atime == 1_000_000_000


def _note(event: str, arguments: tuple[object, ...], opened: list[str]) -> None:
    if event == "open":
        opened.append(str(arguments[0]))


@pytest.mark.parametrize(
    "encoding", ["utf-7", "cp037", "ebcdic-cp-us", "unicode_escape", "rot13", "undefined", "idna", "x" * 500]
)
def test_encodings_that_are_not_read(encoding: str, tmp_path: Path) -> None:
    file = tmp_path / "x.xml"
    file.write_bytes(f'<?xml version="1.0" encoding="{encoding}"?>{TEI}</TEI>'.encode())
    assert codes(told(file)) == {"W003"}


@pytest.mark.parametrize("encoding", ["cp037", "utf-32-be", "utf-16-le", "utf-32", "utf-7"])
def test_bytes_in_other_encodings(encoding: str, tmp_path: Path) -> None:
    file = tmp_path / "x.xml"
    file.write_bytes(f'<?xml version="1.0" encoding="{encoding}"?>{TEI}<p>+é</p></TEI>'.encode(encoding))
    assert codes(told(file)) & {"W003", "W005", "R006"}


@pytest.mark.parametrize(
    "reference", ["&#xD800;", "&#0;", "&#xFFFE;", "&#x110000;", "&#x1F;", "&#99999999999999999999;"]
)
def test_references_to_what_is_no_character(reference: str, tmp_path: Path) -> None:
    assert codes(told(written(tmp_path, f"<p>{reference}</p>"))) == {"W002"}
    assert codes(told(written(tmp_path, f'<p n="{reference}"/>'))) == {"W002"}


def test_a_place_in_the_first_line_is_right_in_every_encoding(tmp_path: Path) -> None:
    """jing is given a copy in UTF-8, in which nothing has moved."""
    places = set()
    for encoding in ("utf-8", "iso-8859-1", "windows-1252", "gbk  "):
        file = tmp_path / "x.xml"
        text = f'<?xml version="1.0" encoding="{encoding.strip()}"?>{TEI}<nosuch>é</nosuch></TEI>'
        file.write_bytes(text.encode(encoding.strip()))
        (found,) = (one for one in told(file) if one.code == "R001")
        places.add(found.column - text.index("<nosuch"))
    assert places == {1}


def test_alignments_with_ends_outside_the_edition(own: Project) -> None:
    link = '<link target="/etc/passwd#a ../../outside.xml#b http://127.0.0.1:9/#c documents/no.xml#d"/>'
    note = '<note type="no-counterpart" target="/etc/passwd#a" corresp="../../outside.xml">x</note>'
    own.alignments.write_text(
        f'{TEI}<standOff><linkGrp type="parallel">{link}</linkGrp>{note}</standOff></TEI>'
    )
    found = [one for one in told(own.alignments) if one.code == "N002"]
    assert sum("leads out of the edition" in one.message for one in found) == 4


def test_the_folder_of_the_texts_may_be_a_link(own: Project, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "tei").symlink_to(own.tei)
    assert check([tmp_path / "other" / "tei"]) == check([own.tei]) == []


def test_what_a_message_quotes_has_an_end(tmp_path: Path) -> None:
    found = Finding(
        tmp_path, 1, 1, "N002", Severity.ERROR, f'"{"x" * 5000}" leads nowhere.', f'Write "{"y" * 50}".'
    )
    assert found.message == f'"{"x" * 60}…{"x" * 30}" leads nowhere.'
    assert found.hint == f'Write "{"y" * 50}".'


def test_where_places_count(tmp_path: Path) -> None:
    assert text_of_bytes(tmp_path, b"a\r\nb\rc\xff") == "a\nb\nc\ufffd"
