"""What the grammar's findings advise for slips that are made often."""

import re
from pathlib import Path

import pytest
from lxml import etree

from manual import Example
from tei_edition.grammar import Grammar
from tei_edition.resources import schema_file
from tei_edition.source import Source

READINGS = "Write the source's reading first: `sic` with `corr`, `orig` with `reg`, `abbr` with `expan`."


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return Grammar(schema_file(None, "edition.rng"))


@pytest.mark.parametrize(
    ("xml", "hint"),
    [
        (
            '<corr resp="#x">Iași</corr>',
            'Write both readings: <choice><sic>…</sic><corr resp="…">…</corr></choice>.',
        ),
        ('<choice><sic>Iai</sic><reg resp="#x">Iași</reg></choice>', READINGS),
        ('<choice><corr resp="#x">Iași</corr><sic>Iai</sic></choice>', READINGS),
        ('<hi rend="bold bald">x</hi>', 'Did you mean "bold"?'),
        (
            '<div type="transcription" xml:lang="en"/>',
            'Allowed: "introduction", "original", "section" and "translation".',
        ),
        ('<div type="orignal" xml:lang="en"/>', 'Did you mean "original"?'),
        (
            '<linkGrp type="translation"><link target="#en-s1"/></linkGrp>',
            "A `link` joins two things or more: write a pointer to each, with a space between them.",
        ),
    ],
)
def test_a_hint_says_how_to_write_it(xml: str, hint: str, grammar: Grammar) -> None:
    assert hint in [finding.hint for finding in grammar.check([Example("slip", xml).source()])]


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        ("<app/>", ("`app` is incomplete: it needs `lem`.", "")),
        ("<choice/>", ("`choice` is incomplete: it needs one of `abbr`, `orig` and `sic`.", "")),
        (
            "<choice><sic>Iai</sic><corr>Iași</corr></choice>",
            ("`corr` lacks `resp`.", 'Say who is responsible, as in resp="resp:editors".'),
        ),
    ],
)
def test_what_is_missing(xml: str, said: tuple[str, str], grammar: Grammar) -> None:
    assert said in [(one.message, one.hint) for one in grammar.check([Example("slip", xml).source()])]


def test_many_names_are_not_listed(grammar: Grammar) -> None:
    (finding,) = grammar.check([Example("slip", '<s xml:id="en-s1"><p/>Books.</s>').source()])
    assert (finding.message, finding.hint) == ("`p` is not allowed here inside `s`.", "")


def test_a_list_of_values_is_said_without_the_wrong_one(grammar: Grammar) -> None:
    (finding,) = grammar.check([Example("slip", '<hi rend="u">x</hi>').source()])
    assert finding.message == '`rend` cannot be "u".'
    assert '"u"' not in finding.hint


def test_the_order_of_the_header_is_named(grammar: Grammar) -> None:
    text = Example("slip", "<p/>").source().text
    profile = re.search(r"<profileDesc>.*</profileDesc>", text, re.DOTALL)
    assert profile
    moved = text.replace(profile[0], "").replace("</teiHeader>", f"{profile[0]}</teiHeader>")
    source = Source(Path("slip.xml"), moved, etree.fromstring(moved.encode()))
    (finding,) = grammar.check([source])
    assert finding.message == "`profileDesc` stands too late."
    assert finding.hint == "Move it before `revisionDesc`."
    assert moved.split("\n")[finding.line - 1][finding.column - 1 :].startswith("<profileDesc>")
