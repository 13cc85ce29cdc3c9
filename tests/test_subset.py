"""That one schema allows no more than another is proved, or refuted by a document that shows it."""

from pathlib import Path

import pytest

from relaxng import (
    ANY,
    EMPTY,
    INSIDE,
    POINTER,
    TEXT,
    WORD,
    A,
    B,
    C,
    X,
    Y,
    Z,
    a_with,
    attribute,
    choice,
    compared,
    data,
    define,
    group,
    items,
    many,
    may,
    named,
    optional,
    pattern,
    r,
    recursive,
    ref,
    refused_by_jing,
    said,
    tree,
    undecided,
    value,
    value_may,
    x,
)

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
