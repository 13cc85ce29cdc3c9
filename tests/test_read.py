"""Untrusted bytes give a tree or a finding, and nothing else happens."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.read import parse, read
from tei_edition.source import Source

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0">'
HERE = Path("here.xml")

MANY = " ".join(f"a{n}=''" for n in range(300))
REFUSED = {
    "nothing": (b"", "W002", 1, 1),
    "only blanks": (b"  \n", "W002", 1, 1),
    "a Word file": (b"PK\x03\x04rest", "W005", 1, 1),
    "a PDF": (b"%PDF-1.7", "W005", 1, 1),
    "HTML": (b"<html><body/></html>", "W005", 1, 1),
    "TEI P4": (b"<TEI.2><text/></TEI.2>", "W005", 1, 1),
    "no namespace": (b"\n<TEI/>", "W005", 2, 1),
    "another root": (f"<text {TEI[5:-1]}/>".encode(), "W005", 1, 1),
    "an unknown encoding": (b'<?xml version="1.0" encoding="x-none"?><TEI/>', "W003", 1, 1),
    "Windows-1252 as UTF-8": (f"{TEI}\n  <p>caf".encode() + b"\xe9</p></TEI>", "W003", 2, 9),
    "a doctype": (b"<!-- a -->\n<!DOCTYPE TEI><TEI/>", "W004", 2, 1),
    "an entity bomb": (b'<!DOCTYPE T [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><T>&b;</T>', "W004", 1, 1),
    "a wrong end tag": (f"{TEI}\n <p><persName>Ion</p></TEI>".encode(), "W002", 2, 18),
    "a bare ampersand": (f"{TEI}\n <p>Scherl & Co</p></TEI>".encode(), "W002", 2, 12),
    "cut off": (f"{TEI}\n <p>Iaș".encode(), "W002", 2, 8),
    "an inclusion": (
        f'{TEI}\n<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd"/></TEI>'.encode(),
        "W007",
        2,
        1,
    ),
    "depth": (f"{TEI}{'<div>' * 150}{'</div>' * 150}</TEI>".encode(), "W006", 1, 537),
    "width": (f"{TEI}<p {MANY}/></TEI>".encode(), "W006", 1, 42),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    data, code, line, column = REFUSED[name]
    findings = parse(HERE, data)
    assert not isinstance(findings, Source)
    assert [(f.code, f.line, f.column) for f in findings] == [(code, line, column)]
    assert findings[0].message.endswith(".")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1252"])
def test_declared_encodings_are_read(encoding: str) -> None:
    declared = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{declared}"?>\n{TEI}\n  <p>é</p></TEI>'
    source = parse(HERE, text.encode(encoding))
    assert isinstance(source, Source)
    assert source.root[0].text == "é"
    assert source.place(source.root[0]) == (3, 3)


def test_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    findings = read(tmp_path / "no.xml")
    assert not isinstance(findings, Source)
    assert findings[0].code == "W001"


@given(st.binary() | st.text(alphabet="<>/&;!-[]?='\" \nTEIpx:").map(str.encode))
def test_any_bytes(data: bytes) -> None:
    result = parse(HERE, data)
    assert isinstance(result, Source) or result


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<lb/>",
                "<!-- > -->",
                "<?a >?>",
                "ș",
                "&amp;",
                "\n",
                "<![CDATA[<p>]]>",
                "<hi rend='>'>",
                "</hi>",
            ]
        )
    )
)
def test_every_node_is_found_where_it_stands(pieces: list[str]) -> None:
    text = TEI + "".join(pieces) + "</TEI>"
    source = parse(HERE, text.encode())
    if not isinstance(source, Source):
        return
    lines = source.text.split("\n")
    for node in source.root.iter():
        line, column = source.place(node)
        here = lines[line - 1][column - 1 :]
        opening = {"p": "<p>", "lb": "<lb/>", "hi": "<hi", "TEI": "<TEI"}
        name = str(node.tag).rpartition("}")[2] if isinstance(node.tag, str) else ""
        assert here.startswith(opening.get(name, "<")), (node, here)
        first = (node.text or "")[:1] if isinstance(node.tag, str) else ""
        if first and first not in "<&":
            line, column = source.place_in_text(node, False, 0)
            assert (lines[line - 1] + "\n")[column - 1] == first


WORDS = {
    "a misspelt end tag": ("<p><date>1941</dat></p>", "Did you mean `</date>`?"),
    "an empty element left open": ("<p>a<lb></p>", "`lb` holds nothing: write `<lb/>`."),
    "an entity of HTML": ("<p>a&nbsp;b</p>", "Write the character itself"),
    "a quotation mark missing": ('<p><name ref="a>b</name></p>', "last quotation mark is missing"),
    "typographic quotation marks": ("<p><name ref=”a”>b</name></p>", "straight quotation marks"),
    "two hyphens in a comment": ("<p><!-- a -- b --></p>", "one hyphen"),
    "a control character": ("<p>a\x0bb</p>", "Delete it."),
    "an end missing": ("<p>a", "Write `</p>` before it."),
}


@pytest.mark.parametrize("name", WORDS)
def test_ill_formed_xml_is_explained(name: str) -> None:
    text, hint = WORDS[name]
    findings = parse(HERE, f"{TEI}{text}</TEI>".encode())
    assert not isinstance(findings, Source)
    assert hint in findings[0].hint
    assert "xmlParse" not in findings[0].message


@pytest.mark.parametrize("name", ["utf-7", "unicode_escape", "punycode", "undefined", "rot13", "zip"])
def test_what_is_no_encoding_of_text_is_not_read(name: str) -> None:
    findings = parse(HERE, f'<?xml version="1.0" encoding="{name}"?>{TEI}+2AA-</TEI>'.encode())
    assert not isinstance(findings, Source)
    assert findings[0].code == "W003"


def test_what_stands_before_the_root_costs_no_time() -> None:
    before = "<!-- a -->\n<?b c?>\n" * 1000
    assert isinstance(parse(HERE, f"{before}{TEI}</TEI>".encode()), Source)
    findings = parse(HERE, f"{before}<!DOCTYPE TEI>{TEI}</TEI>".encode())
    assert not isinstance(findings, Source)
    assert (findings[0].code, findings[0].line) == ("W004", 2001)


def test_utf_8_under_another_declaration_is_found() -> None:
    text = f'<?xml version="1.0" encoding="ISO-8859-1"?>{TEI}<p>Iași</p></TEI>'
    findings = parse(HERE, text.encode())
    assert not isinstance(findings, Source)
    assert findings[0].code == "W003"
    assert "UTF-8" in findings[0].message
