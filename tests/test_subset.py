"""That one schema allows no more than another is proved, or refuted by a document that shows it."""

import re
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import etree

from conftest import ROOT, SHARED, jing_says, shared
from tei_edition.cli import main
from tei_edition.errors import EditionError
from tei_edition.markup import RELAX_NG
from tei_edition.subset import Proof, prove

EDITION = ROOT / "schema" / "edition.rng"
XSD = "http://www.w3.org/2001/XMLSchema-datatypes"
GRAMMAR = f'<grammar xmlns="{RELAX_NG}" datatypeLibrary="{XSD}">'


def schema(path: Path, text: str) -> Path:
    """Write a schema, given whole or as the pattern of its start, with definitions after it."""
    if re.match(r"<(?!grammar|schema|!)", text):
        start, *definitions = re.split(r"(?=<define)", text, maxsplit=1)
        text = f"{GRAMMAR}<start>{start}</start>{''.join(definitions)}</grammar>"
    path.write_text(text, "utf-8")
    return path


def compared(folder: Path, lesser: str, greater: str) -> Proof:
    """Compare two schemas; hold the counter-example, if there is one, against both."""
    folder.mkdir(exist_ok=True)
    mine, theirs = schema(folder / "mine.rng", lesser), schema(folder / "theirs.rng", greater)
    proof = prove(mine, theirs)
    if proof.counterexample:
        document = etree.fromstring(proof.counterexample.document)
        assert etree.RelaxNG(file=mine).validate(document)
        assert not etree.RelaxNG(file=theirs).validate(document)
    return proof


def said(proof: Proof) -> str:
    """Give what a proof found, in the words of the table below: nothing where it holds."""
    assert proof.holds is (proof.counterexample is None and not proof.unproved)
    if proof.counterexample:
        return proof.counterexample.sentence
    return " ".join(f"Not proved: {one.sentence}" for one in proof.unproved)


def r(inside: str, definitions: str = "") -> str:
    return f'<element name="r">{inside}</element>{definitions}'


def attribute(value: str) -> str:
    return r(x(value))


def data(kind: str, *facets: tuple[str, str]) -> str:
    params = "".join(f'<param name="{name}">{limit}</param>' for name, limit in facets)
    return f'<data type="{kind}">{params}</data>'


def pattern(pattern: str, kind: str = "token") -> str:
    return attribute(data(kind, ("pattern", pattern)))


def optional(inside: str) -> str:
    return f"<optional>{inside}</optional>"


def choice(*inside: str) -> str:
    return f"<choice>{''.join(inside)}</choice>"


def group(*inside: str) -> str:
    return f"<group>{''.join(inside)}</group>"


def many(inside: str, least: int = 0) -> str:
    return f"<oneOrMore>{inside}</oneOrMore>" if least else f"<zeroOrMore>{inside}</zeroOrMore>"


def value(text: str, kind: str = "") -> str:
    return f'<value type="{kind}">{text}</value>' if kind else f"<value>{text}</value>"


def items(*inside: str) -> str:
    return attribute(f"<list>{''.join(inside)}</list>")


def tree(inside: str) -> str:
    return ref("n") + define("n", f'<element name="n">{inside}</element>')


def named(names: str, inside: str = "<text/>") -> str:
    return r(many(f"<attribute>{names}{inside}</attribute>"))


def recursive(names: str) -> str:
    return r(ref("any"), define("any", f"<element>{names}{many(choice('<text/>', ref('any')))}</element>"))


def ref(name: str) -> str:
    return f'<ref name="{name}"/>'


def define(name: str, inside: str, combine: str = "") -> str:
    return f'<define name="{name}"{combine}>{inside}</define>'


A, B, C = (f'<element name="{name}"><empty/></element>' for name in "abc")
X, Y, Z = (f'<attribute name="{name}"/>' for name in "xyz")
ANY, TEXT, EMPTY, INSIDE = "<anyName/>", "<text/>", "<empty/>", ref("n")
WORD, POINTER = r"[^\p{C}\p{Z}]+", data("anyURI", ("pattern", r"\S+"))


def x(inside: str) -> str:
    return f'<attribute name="x">{inside}</attribute>'


def a_with(inside: str) -> str:
    return f'<element name="a">{inside}</element>'


def may(what: str) -> str:
    return f"{what} in mine.rng; in theirs.rng it may not."


def value_may(text: str) -> str:
    return may(f'`r` may have the attribute `x` with the value "{text}"')


def undecided(mine: str, theirs: str, element: str = "r") -> str:
    return f"Not proved: The attribute `x` of `{element}` is {mine} in mine.rng and {theirs} in theirs.rng."


# The first schema allows no more than the second; what is said when it is asked whether the second
# allows no more than the first (nothing where that is so too).
PAIRS: dict[str, tuple[str, str, str]] = {
    "the same": (r(A + B), r(A + B), ""),
    "more roots": (A, choice(A, B), may("The root may be `b` of no namespace")),
    "one of more": (r(A), r(choice(A, B)), may("`r` may hold `b`")),
    "none or one": (r(A), r(optional(A)), may("`r` may be empty")),
    "one or any number": (r(many(A, 1)), r(many(A)), may("`r` may be empty")),
    "one or more, written out": (r(many(A, 1)), r(A + many(A)), ""),
    "two or more": (
        r(A + many(A, 1)),
        r(many(A, 1)),
        "`r` may end after `a` in mine.rng; in theirs.rng more must follow.",
    ),
    "in order or in any": (r(A + B), r(f"<interleave>{A}{B}</interleave>"), may("`r` may begin with `b`")),
    "in any order, written out": (
        r(f"<interleave>{A}{B}</interleave>"),
        r(choice(group(A, B), group(B, A))),
        "",
    ),
    "another in the middle": (r(A + C), r(A + optional(B) + C), may("`r` may hold `b`")),
    "a part that is never allowed": (r(choice(A, "<notAllowed/>")), r(A), ""),
    "no document at all": (r("<notAllowed/>"), r(A), may("`r` may hold `a`")),
    "no end to it": (tree(INSIDE), A, may("The root may be `a` of no namespace")),
    "itself inside": (tree(optional(INSIDE)), tree(many(INSIDE)), may("`n` may hold `n` after `n`")),
    "deep inside": (tree(choice(INSIDE, A)), tree(choice(INSIDE, A, B)), may("`n` may hold `b`")),
    "a name defined in two ways": (r(many(choice(a_with(A), a_with(B)))), r(many(a_with(choice(A, B)))), ""),
    "two ways that depend on what follows": (
        r(choice(group(a_with(A), A), group(a_with(B), B))),
        r(a_with(choice(A, B)) + choice(A, B)),
        may("`r` may hold `b` after `a`"),
    ),
    "text": (r(EMPTY), r(TEXT), may('`r` may hold the text "a"')),
    "text among elements": (r(many(A)), r(many(choice(TEXT, A))), may('`r` may hold the text "a"')),
    "mixed": (r(f"<mixed>{A}</mixed>"), r(many(choice(TEXT, A))), may("`r` may be empty")),
    "mixed, written out": (r(f"<mixed>{A}{B}</mixed>"), r(TEXT + A + TEXT + B + TEXT), ""),
    "text or a string": (r(TEXT), r(data("string")), ""),
    "white space or nothing": (r(EMPTY), r(data("string", ("pattern", r"\s*"))), ""),
    "nothing at all": (r(data("string", ("length", "0"))), r(EMPTY), may('`r` may hold the text " "')),
    "a datatype or elements": (
        r(data("integer")),
        r(choice(data("decimal"), many(A, 1))),
        may('`r` may hold the text "1."'),
    ),
    "an attribute": (r(A), r(optional(X) + A), may("`r` may have the attribute `x`")),
    "attributes in any order": (r(X + Y), r(Y + X), ""),
    "one or two others": (
        r(choice(X, group(Y, Z))),
        r(choice(X, group(optional(Y), optional(Z)))),
        may("`r` without the attribute `x` may be without the attribute `y`"),
    ),
    "attributes that exclude one another": (
        r(choice(X, Y)),
        r(optional(X) + optional(Y)),
        may("`r` without the attribute `x` may be without the attribute `y`"),
    ),
    "an attribute that decides the content": (
        r(choice(group(x(value("p")), A), group(x(value("q")), B))),
        r(x(choice(value("p"), value("q"))) + choice(A, B)),
        may('`r` with the attribute `x` "p" may begin with `b`'),
    ),
    "an attribute among elements": (r(A + X + B), r(X + A + B), ""),
    "any attribute": (r(X + optional(Y)), named(ANY), may("`r` may be without the attribute `x`")),
    "any attribute but one": (
        named("<anyName><except><name>x</name></except></anyName>"),
        named(ANY),
        may("`r` may have the attribute `x`"),
    ),
    "any attribute of a namespace": (
        named('<nsName ns="urn:n"/>'),
        named(ANY),
        may("`r` may have the attribute `other1`"),
    ),
    "of one namespace or another": (
        named('<choice><nsName ns="urn:n"/><name ns="">x</name></choice>'),
        named(
            '<anyName><except><nsName ns=""><except><name ns="">x</name></except></nsName></except></anyName>'
        ),
        may("`r` may have the attribute `other1`"),
    ),
    "any attribute of a type": (
        named(ANY, data("integer")),
        named(ANY, data("decimal")),
        may('`r` may have the attribute `other1` with the value "1."'),
    ),
    "attributes of one type or of another": (
        r(choice(*(many(f"<attribute>{ANY}{value(text)}</attribute>") for text in "pq"))),
        named(ANY, choice(value("p"), value("q"))),
        may('`r` may have the attribute `other1` with the value "q"'),
    ),
    "any element": (
        recursive('<nsName ns="urn:n"/>'),
        recursive(ANY),
        may('`r` may hold `other1` of the namespace "urn:other-1"'),
    ),
    "any element but one": (
        recursive("<anyName><except><name>x</name></except></anyName>"),
        recursive(ANY),
        may("`r` may hold `x`"),
    ),
    "a value": (attribute(value("p")), attribute(choice(value("p"), value("q"))), value_may("q")),
    "a value of a type": (attribute(value("007")), attribute(data("integer")), value_may("1")),
    "a value, padded": (attribute(value("p", "string")), attribute(value("p")), value_may("p ")),
    "a number, written in any way": (
        attribute(value("7")),
        attribute(value("7", "integer")),
        value_may("07"),
    ),
    "a datatype and what it is derived from": (
        attribute(data("NCName")),
        attribute(data("token")),
        value_may(""),
    ),
    "numbers": (attribute(data("nonNegativeInteger")), attribute(data("double")), value_may("1.")),
    "small numbers": (attribute(data("byte")), attribute(data("short")), value_may("128")),
    "bounds": (
        attribute(data("integer", ("minInclusive", "3"))),
        attribute(data("integer", ("minExclusive", "-12"))),
        value_may("1"),
    ),
    "bounds of measures": (
        attribute(data("double", ("minInclusive", "0"), ("maxInclusive", "0.5"))),
        attribute(data("double", ("minInclusive", "0"), ("maxInclusive", "1"))),
        undecided(
            'double with minInclusive "0" and maxInclusive "1"',
            'double with minInclusive "0" and maxInclusive "0.5"',
        ),
    ),
    "a number within bounds": (
        attribute(value("0.5")),
        attribute(data("double", ("maxInclusive", "1"))),
        undecided('double with maxInclusive "1"', '"0.5"'),
    ),
    "digits": (
        attribute(data("decimal", ("fractionDigits", "1"))),
        attribute(data("decimal", ("fractionDigits", "2"))),
        value_may(".11"),
    ),
    "lengths": (
        attribute(data("token", ("minLength", "2"), ("maxLength", "3"))),
        attribute(data("token", ("maxLength", "4"))),
        value_may(""),
    ),
    "a pattern": (pattern("[a-z]{2}"), pattern("[a-z]+"), value_may("a")),
    "a pattern, written otherwise": (pattern("(a|b)*"), pattern("(a*b*)*"), ""),
    "a pattern of categories": (pattern(r"\p{Lu}\p{Ll}+"), pattern(WORD), value_may("a")),
    "a pattern less something": (pattern(r"[a-z-[aeiou]]+"), pattern(r"[b-df-hj-np-tv-z]+"), ""),
    "two patterns": (
        attribute(data("token", ("pattern", "[ab]+"), ("pattern", ".{3}"))),
        attribute(data("token", ("pattern", "[abc]{3}"))),
        value_may("aac"),
    ),
    "a pattern of dates": (
        attribute(data("date", ("pattern", "[0-9]{4}-[0-9]{2}-[0-9]{2}"))),
        attribute(choice(data("date"), data("gYear"))),
        value_may("1111"),
    ),
    "dates as text": (attribute(data("date")), pattern(r"[0-9TZ:+\-]+"), value_may("1")),
    "white space that is kept": (pattern("[a-z ]+"), pattern(r"[a-z\s]*", "string"), value_may("")),
    "less a value": (
        attribute('<data type="token"><except><value>p</value></except></data>'),
        attribute(data("token")),
        value_may("p"),
    ),
    "a list": (items(POINTER), items(many(POINTER, 1)), value_may("a a")),
    "one pointer": (attribute(POINTER), items(many(POINTER, 1)), value_may("a a")),
    "a list of two": (items(POINTER + POINTER), items(many(POINTER)), value_may("")),
    "a list of values": (
        items(many(choice(value("p"), value("q")))),
        items(many(data("NMTOKEN"))),
        value_may("a"),
    ),
    "a list as text": (items(many(data("integer"), 1)), pattern("[-+0-9 ]+"), value_may("-")),
    "identifiers": (attribute(data("ID")), attribute(data("ID")), ""),
}


@pytest.mark.parametrize("name", PAIRS)
def test_what_one_schema_allows_another_allows(name: str, tmp_path: Path) -> None:
    less, more, _ = PAIRS[name]
    assert said(compared(tmp_path, less, more)) == ""


@pytest.mark.parametrize("name", PAIRS)
def test_what_another_does_not_allow_is_shown(name: str, tmp_path: Path) -> None:
    less, more, expected = PAIRS[name]
    assert said(compared(tmp_path, more, less)) == expected


def test_neither_allows_what_the_other_allows(tmp_path: Path) -> None:
    assert said(compared(tmp_path, A, B)) == may("The root may be `a` of no namespace")
    assert said(compared(tmp_path, B, A)) == may("The root may be `b` of no namespace")


REFERENCE = f'<optional><attribute name="y">{data("IDREF")}</attribute></optional>'
BLOWS_UP = ("pattern", "([ab]*a[ab]{20})?")

# What can neither be proved nor refuted here, and between which types.
UNDECIDED: dict[str, tuple[str, str, str, str]] = {
    "an identifier that may stand twice": (x(data("NCName")), x(data("ID")), "NCName", "ID"),
    "an identifier that may stand twice, of a pattern": (
        x(data("token", ("pattern", "[a-z]+"))),
        x(data("ID")),
        'token with pattern "[a-z]+"',
        "ID",
    ),
    "a letter of names, on which the editions of XML differ": (
        x(value("Ā")),
        x(data("token", ("pattern", r"[^\i]"))),
        '"Ā"',
        r'token with pattern "[^\i]"',
    ),
    "a reference to nothing": (x(data("NCName")), x(data("IDREF")), "NCName", "IDREF"),
    "a reference to what is no identifier": (x(data("ID")), x(data("NCName")) + REFERENCE, "ID", "NCName"),
    "names, on which the editions of XML differ": (
        x(data("Name")),
        x(data("token", ("pattern", WORD))),
        "Name",
        f'token with pattern "{WORD}"',
    ),
    "a pattern that is not read": (
        x(value("a")),
        x(data("token", ("pattern", r"\p{IsBasicLatin}+"))),
        '"a"',
        r'token with pattern "\p{IsBasicLatin}+"',
    ),
    "a pattern that is none": (
        x(value("a")),
        x(data("token", ("pattern", "(a"))),
        '"a"',
        'token with pattern "(a"',
    ),
    "dates that may be too late": (
        x(data("date")),
        x(data("date", ("maxInclusive", "1945-05-08"))),
        "date",
        'date with maxInclusive "1945-05-08"',
    ),
    "a pattern of too many states": (
        x(data("token", BLOWS_UP)),
        x(data("token", ("pattern", "[ab]*"))),
        'token with pattern "([ab]*a[ab]{20})?"',
        'token with pattern "[ab]*"',
    ),
    "a list of them": (
        x(f"<list>{many(data('token', ('pattern', '[a-z]+')))}</list>"),
        x(f"<list>{many(data('IDREF'))}</list>"),
        'a list of token with pattern "[a-z]+"',
        "a list of IDREF",
    ),
}


@pytest.mark.parametrize("name", UNDECIDED)
def test_what_cannot_be_decided_is_said(name: str, tmp_path: Path) -> None:
    less, more, mine, theirs = UNDECIDED[name]
    proof = compared(tmp_path, r(a_with(less)), r(a_with(more)))
    assert said(proof) == undecided(mine, theirs, "a")
    assert proof.unproved[0].path == ("r", "a")


def test_what_cannot_be_tried_is_said(tmp_path: Path) -> None:
    entity = a_with(x(data("ENTITY")))
    proof = compared(tmp_path, r(entity + optional(B)), r(entity))
    assert said(proof) == (
        "Not proved: The attribute `x` of `a` is ENTITY in mine.rng;"
        " no such text is known here, so that what goes with it was not tried."
    )


def test_a_refutation_is_looked_for_beyond_what_cannot_be_decided(tmp_path: Path) -> None:
    mine, theirs = r(a_with(x(data("NCName"))) + optional(B)), r(a_with(x(data("ID"))))
    assert said(compared(tmp_path, mine, theirs)) == may("`r` may hold `b`")


def test_what_cannot_be_decided_does_not_matter_where_another_way_is_open(tmp_path: Path) -> None:
    mine = r(x(data("NCName")) + A)
    theirs = r(choice(group(x(data("ID")), A), group(x(data("NCName")), choice(A, B))))
    assert said(compared(tmp_path, mine, theirs)) == ""


def test_too_many_ways_are_given_up(tmp_path: Path) -> None:
    doubled = "".join(define(f"n{n + 1}", ref(f"n{n}") * 2) for n in range(40))
    vast = r(ref("n40"), define("n0", A) + doubled)
    proof = compared(tmp_path, vast, vast)
    assert said(proof).startswith("Not proved: The comparison was given up:")


def test_a_counterexample_is_the_smallest_document(tmp_path: Path) -> None:
    title = '<element name="title"><text/></element>'
    chapter = '<element name="chapter"><optional><attribute name="n"/></optional>{}<text/></element>'
    book = f'<element name="book" ns="urn:n">{title}{many(chapter, 1)}</element>'
    plain, more = book.format(""), book.format(optional('<attribute name="id"/>'))
    proof = compared(tmp_path, more, plain)
    assert proof.counterexample is not None
    assert proof.counterexample.path == ("book", "chapter")
    assert proof.counterexample.sentence == may("`chapter` may have the attribute `id`")
    assert proof.counterexample.document == (
        '<book xmlns="urn:n">\n  <title/>\n  <chapter id=""/>\n</book>\n'
    )
    assert (proof.elements, proof.pairs) == (3, 3)


def test_identifiers_in_a_counterexample_stand_once(tmp_path: Path) -> None:
    point = f'<element name="p"><attribute name="to">{data("IDREF")}</attribute></element>'
    mine = r(a_with(x(data("ID"))) + a_with(x(data("ID"))) + point + B)
    theirs = r(a_with(x(data("ID"))) + a_with(x(data("ID"))) + point)
    proof = compared(tmp_path, mine, theirs)
    assert proof.counterexample is not None
    assert refused_by_jing(tmp_path / "mine.rng", proof) == []
    assert refused_by_jing(tmp_path / "theirs.rng", proof)


def refused_by_jing(path: Path, proof: Proof) -> list[str]:
    assert proof.counterexample is not None
    return jing_says(path, [proof.counterexample.document])[0]


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


def changed(path: Path, change: Callable[[etree._Element], None]) -> Path:
    """Write the edition's schema with a change."""
    tree = etree.parse(EDITION)
    change(tree.getroot())
    tree.write(path)
    return path


def at(root: etree._Element, path: str) -> etree._Element:
    """Give the first element that a path of RELAX NG leads to: `define[@name='date']/element`."""
    found = root.find(f".//{path}", {None: RELAX_NG})
    assert found is not None, path
    return found


def added(path: str, pattern: str) -> Callable[[etree._Element], None]:
    def change(root: etree._Element) -> None:
        at(root, path).append(etree.fromstring(f'<holder xmlns="{RELAX_NG}">{pattern}</holder>')[0])

    return change


def renamed(path: str, name: str) -> Callable[[etree._Element], None]:
    def change(root: etree._Element) -> None:
        at(root, path).tag = f"{{{RELAX_NG}}}{name}"

    return change


def retyped(path: str, kind: str) -> Callable[[etree._Element], None]:
    def change(root: etree._Element) -> None:
        at(root, path).set("type", kind)

    return change


def unrequired(root: etree._Element) -> None:
    attribute = at(root, "define[@name='TEI']/element/attribute")
    holder = etree.Element(f"{{{RELAX_NG}}}optional")
    attribute.addprevious(holder)
    holder.append(attribute)


def another_root(root: etree._Element) -> None:
    start = at(root, "start")
    start[:] = [etree.fromstring(f'<choice xmlns="{RELAX_NG}">{ref("TEI")}{ref("p")}</choice>')]


TEI_ALLOWS = "define[@name='TEI']/element/group"

# What is changed in the edition's schema, and what its old self does not allow of it.
CHANGES: dict[str, tuple[Callable[[etree._Element], None], str]] = {
    "another element in a content": (
        added("define[@name='date']/element/zeroOrMore/choice", ref("list")),
        "`date` may hold `list`",
    ),
    "text where there was none": (
        added("define[@name='titleStmt']/element", TEXT),
        "`titleStmt` may hold text",
    ),
    "an attribute that is not required any more": (
        unrequired,
        "`TEI` may be without the attribute `xml:id`",
    ),
    "another attribute everywhere": (
        added("define[@name='att.global']", optional('<attribute name="rend"/>')),
        "may have the attribute `rend`",
    ),
    "a wider datatype": (
        retyped("define[@name='att.global.lang']/optional/attribute/data", "token"),
        "may have the attribute `xml:lang` with the value",
    ),
    "another value": (
        added("define[@name='att.global.cert']/optional/attribute/choice", value("certain")),
        'may have the attribute `cert` with the value "certain"',
    ),
    "none where one was required": (
        renamed("define[@name='abstract']/element/oneOrMore", "zeroOrMore"),
        "`abstract` may be empty",
    ),
    "another order": (renamed(TEI_ALLOWS, "interleave"), "`TEI` may begin with"),
    "another root": (another_root, 'The root may be `p` of the namespace "http://www.tei-c.org/ns/1.0"'),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_of_the_edition_s_schema_is_found(name: str, tmp_path: Path) -> None:
    change, words = CHANGES[name]
    file = changed(tmp_path / "changed.rng", change)
    proof = prove(file, EDITION)
    assert words in said(proof)
    assert said(proof).endswith(" in changed.rng; in edition.rng it may not.")
    assert proof.counterexample is not None
    document = etree.fromstring(proof.counterexample.document)
    assert etree.RelaxNG(file=file).validate(document)
    assert not etree.RelaxNG(file=EDITION).validate(document)
    assert said(prove(EDITION, file)) == ""


def test_the_edition_s_schema_allows_only_what_tei_allows() -> None:
    tei_all = tei("that schema/edition.rng allows only what TEI allows")
    proof = prove(EDITION, tei_all)
    assert said(proof) == ""
    names = etree.parse(EDITION).xpath("//r:element", namespaces={"r": RELAX_NG})
    assert proof.elements == len(names)


def tei(what: str) -> Path:
    """Give TEI's schema; where it is not here, say loudly what is not proved."""
    if not (SHARED / "tei" / "tei_all.rng").exists():
        missing = "tei/tei_all.rng is missing: set EDITION_SHARED to the folder that has it"
        warnings.warn(f"NOT PROVED HERE: {what} ({missing}).", stacklevel=2)
    return shared("tei/tei_all.rng")


NOT_TEI: dict[str, tuple[Callable[[etree._Element], None], str]] = {
    "an element that TEI has not there": CHANGES["another element in a content"],
    "an attribute that TEI has not": (
        added("define[@name='att.global']", optional('<attribute name="urgent"/>')),
        "may have the attribute `urgent`",
    ),
    "a wider datatype": CHANGES["a wider datatype"],
    "less than TEI asks for": CHANGES["none where one was required"],
}


@pytest.mark.parametrize("name", NOT_TEI)
def test_what_is_not_tei_is_found(name: str, tmp_path: Path) -> None:
    change, words = NOT_TEI[name]
    tei_all = shared("tei/tei_all.rng")
    file = changed(tmp_path / "changed.rng", change)
    proof = prove(file, tei_all)
    assert words in said(proof)
    assert refused_by_jing(file, proof) == []
    assert refused_by_jing(tei_all, proof)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["schema", *map(str, arguments)])


def test_the_command_proves(tmp_path: Path) -> None:
    less, more = schema(tmp_path / "less.rng", r(A)), schema(tmp_path / "more.rng", r(choice(A, B)))
    result = run("--schema", less, "--against", more)
    words = f"Everything that {less} allows, more.rng allows too (2 elements compared).\n"
    assert (result.exit_code, result.output) == (0, words)


def test_the_command_shows_what_refutes(tmp_path: Path) -> None:
    less, more = schema(tmp_path / "less.rng", r(A)), schema(tmp_path / "more.rng", r(choice(A, B)))
    result = run("--schema", more, "--against", less)
    words = "`r` may hold `b` in more.rng; in less.rng it may not.\n\n<r>\n  <b/>\n</r>\n"
    assert (result.exit_code, result.output) == (1, words)


def test_the_command_says_what_is_not_proved(tmp_path: Path) -> None:
    less, more = (
        schema(tmp_path / "less.rng", attribute(data("NCName"))),
        schema(tmp_path / "more.rng", attribute(data("ID"))),
    )
    result = run("--schema", less, "--against", more)
    assert result.exit_code == 1
    assert result.output == (
        f"It is not proved that more.rng allows everything that {less} allows.\n"
        "Not proved: The attribute `x` of `r` is NCName in less.rng and ID in more.rng. (in r)\n"
    )


def test_the_command_takes_the_edition_s_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = run("--against", EDITION)
    assert result.exit_code == 0
    assert result.output.startswith("Everything that schema/edition.rng allows, edition.rng allows too")


def test_the_command_refuses_what_makes_no_sense(tmp_path: Path) -> None:
    file = schema(tmp_path / "s.rng", r(A))
    assert run("--schema", file).exit_code == 2
    assert run("--check", "--against", file).exit_code == 2
    assert run("--against", tmp_path / "none.rng").exit_code == 2
    file.write_text("no schema", "utf-8")
    result = run("--against", file)
    assert result.exit_code == 3
    assert "s.rng is not a RELAX NG schema" in result.stderr
