"""A schema is read in whatever way it is written, and what is none is refused."""

import re
from pathlib import Path

import pytest

from relaxng import (
    ANY,
    GRAMMAR,
    INSIDE,
    TEXT,
    XSD,
    A,
    B,
    C,
    choice,
    data,
    define,
    group,
    many,
    optional,
    r,
    ref,
    said,
    schema,
    value,
    x,
)
from tei_edition.errors import EditionError
from tei_edition.markup import RELAX_NG
from tei_edition.subset import prove

PARENT = '<parentRef name="n"/>'
COMBINED, INTERLEAVED = ' combine="choice"', ' combine=" interleave "'

# A schema in one or more files (the first is the schema), and the same in plain patterns.
WRITTEN: dict[str, tuple[dict[str, str], str]] = {
    "combined as a choice": (
        {
            "s.rng": f'{GRAMMAR}<start combine="choice">{r(A)}</start><start>{ref("b")}</start>'
            f"{define('b', B)}</grammar>"
        },
        choice(r(A), B),
    ),
    "combined as an interleaving": (
        {
            "s.rng": f"{GRAMMAR}<start>{r(INSIDE)}</start>{define('n', A)}"
            f"{define('n', B, INTERLEAVED)}</grammar>"
        },
        r(f"<interleave>{A}{B}</interleave>"),
    ),
    "in divisions, with annotations": (
        {
            "s.rng": f'{GRAMMAR}<div><n:b xmlns:n="urn:n"><n:c/></n:b><div n:x="y" xmlns:n="urn:n">'
            '<start><element name=" r "><value> p<!-- c --> q</value></element></start></div></div></grammar>'
        },
        r(value("p q")),
    ),
    "a grammar in a grammar": (
        {
            "s.rng": f"{GRAMMAR}<start>"
            + r(f"<grammar><start>{group(INSIDE, PARENT)}</start>{define('n', A)}</grammar>")
            + f"</start>{define('n', B)}</grammar>"
        },
        r(A + B),
    ),
    "a namespace that is inherited": (
        {
            "s.rng": f'<element name="p:r" ns="urn:n" xmlns="{RELAX_NG}" xmlns:p="urn:p">'
            '<attribute name="x"/><optional><attribute><name>y</name></attribute></optional>'
            '<element name="a"><empty/></element><element ns="" name="b"><empty/></element></element>'
        },
        '<element><name ns="urn:p">r</name><attribute name="x"/>'
        + optional('<attribute><name ns="urn:n">y</name></attribute>')
        + f'<element><name ns="urn:n">a</name><empty/></element>{B}</element>',
    ),
    "a library that is inherited": (
        {
            "s.rng": f'<element name="r" xmlns="{RELAX_NG}"><choice datatypeLibrary="{XSD}">'
            '<data type="integer"/><data datatypeLibrary="" type="token"/><value>p</value></choice></element>'
        },
        r(data("token")),
    ),
    "a pattern of another file": (
        {
            "s.rng": f'<element name="r" ns="urn:n" xmlns="{RELAX_NG}"><externalRef href="more/a%20b.rng"/>'
            "</element>",
            "more/a b.rng": f'<element name="a" xmlns="{RELAX_NG}">'
            '<externalRef href="c.rng" ns=""/></element>',
            "more/c.rng": f'<element name="c" xmlns="{RELAX_NG}"><empty/></element>',
        },
        '<element name="r" ns="urn:n"><element name="a"><element name="c" ns=""><empty/></element>'
        "</element></element>",
    ),
    "a grammar of another file, changed": (
        {
            "s.rng": f'{GRAMMAR}<include href="base.rng"><div>{define("b", C)}</div></include>'
            f"{define('a', B, COMBINED)}</grammar>",
            "base.rng": f"{GRAMMAR}<start>{r(ref('a') + ref('b'))}</start>"
            f"<div>{define('a', A, COMBINED)}{define('b', B)}</div></grammar>",
        },
        r(choice(A, B) + C),
    ),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_a_schema_is_read_in_whatever_way_it_is_written(name: str, tmp_path: Path) -> None:
    files, plain = WRITTEN[name]
    (tmp_path / "more").mkdir()
    for file, text in files.items():
        (tmp_path / file).write_text(text, "utf-8")
    written, same = tmp_path / "s.rng", schema(tmp_path / "plain.rng", plain)
    assert said(prove(written, same)) == ""
    assert said(prove(same, written)) == ""


# A schema, or files of one, and the words of the fault.
REFUSED: dict[str, tuple[str, str]] = {
    "no XML": ("grammar", "is not a RELAX NG schema: Start tag expected"),
    "another language": ("<schema/>", "its root is not of that language"),
    "a document type": (
        f'<!DOCTYPE element><element name="r" xmlns="{RELAX_NG}"/>',
        "document type declaration",
    ),
    "a base": (f'<element name="r" xml:base="x/" xmlns="{RELAX_NG}"><empty/></element>', "uses xml:base"),
    "a file outside": (f'{GRAMMAR}<include href="../x.rng"/></grammar>', "lies outside its folder"),
    "a file by its full path": (
        f'{GRAMMAR}<include href="/etc/passwd"/></grammar>',
        "lies outside its folder",
    ),
    "a file of the network": (
        f'{GRAMMAR}<include href="http://x.org/x.rng"/></grammar>',
        "is not a file beside it",
    ),
    "a host of the network": (
        f'{GRAMMAR}<include href="//x.org/x.rng"/></grammar>',
        "is not a file beside it",
    ),
    "itself": (f'{GRAMMAR}<include href="mine.rng"/></grammar>', "mine.rng includes itself"),
    "no file": (f'{GRAMMAR}<include href="x.rng"/></grammar>', "x.rng is not a RELAX NG schema"),
    "no grammar": (
        f'{GRAMMAR}<include href="theirs.rng"><start>{A}</start></include></grammar>',
        "is no grammar",
    ),
    "nothing to define anew": (
        f'{GRAMMAR}<include href="base.rng">{define("n", A)}</include></grammar>',
        'defines "n" anew, which what it includes does not define',
    ),
    "an undeclared prefix": ('<element name="p:r"><empty/></element>', 'the prefix of "p:r" is not declared'),
    "no definition": (r(INSIDE), '"n" is not defined'),
    "no grammar around": (r('<parentRef name="n"/>'), '"n" is not defined'),
    "two definitions": (r(INSIDE, define("n", A) + define("n", B)), '"n" is defined more than once'),
    "a definition by itself": (r(INSIDE, define("n", A + INSIDE)), '"n" is defined by itself'),
    "a start that is text": (TEXT, "its start is something else than an element"),
    "two starts": (A + B, "a start holds more or less than one pattern"),
    "a start that may be nothing": (optional(A), "its start is something else than an element"),
    "no pattern": (r("<any/>"), "`any` is not a pattern"),
    "no name": ("<element><empty/></element>", "has no name"),
    "no such type": (r(data("number")), "there is no type number"),
    "a type of no library": (
        r('<data datatypeLibrary="" type="integer"/>'),
        'the type "integer" has no library',
    ),
    "no such parameter": (r(data("token", ("size", "1"))), "has a parameter that is none"),
    "a datatype beside text": (r(data("token") + TEXT), "a datatype stands beside other content"),
    "a datatype among elements": (
        r(many(choice(data("token"), A))),
        "a datatype stands beside other content",
    ),
    "attributes that repeat in a group": (
        r(many(f"<attribute>{ANY}</attribute>{A}")),
        "attributes repeat together with something else",
    ),
    "an element in an attribute": (r(x(A)), "an attribute holds elements"),
    "an element in a list": (r(f"<list>{A}</list>"), "holds something else than datatypes"),
    "text that is excepted": (
        r('<data type="token"><except><text/></except></data>'),
        "holds something else than datatypes",
    ),
    "patterns too deep in one another": (
        r(ref("n2000"), define("n0", TEXT))
        + "".join(define(f"n{n + 1}", optional(ref(f"n{n}"))) for n in range(2000)),
        "is nested too deep",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_schema_is_refused(name: str, tmp_path: Path) -> None:
    text, words = REFUSED[name]
    mine = schema(tmp_path / "mine.rng", text)
    schema(tmp_path / "base.rng", r(A))
    theirs = tmp_path / "theirs.rng"
    theirs.write_text(f'<element name="r" xmlns="{RELAX_NG}"><text/></element>', "utf-8")
    with pytest.raises(EditionError, match=re.escape(words)):
        prove(mine, theirs)
    with pytest.raises(EditionError, match=re.escape(words)):
        prove(theirs, mine)
