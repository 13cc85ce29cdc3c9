"""RELAX NG in few words, and what a comparison of two schemas says: for tests of `subset`."""

import re
from pathlib import Path

from lxml import etree

from conftest import ROOT, jing_says
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


def refused_by_jing(path: Path, proof: Proof) -> list[str]:
    assert proof.counterexample is not None
    return jing_says(path, [proof.counterexample.document])[0]
