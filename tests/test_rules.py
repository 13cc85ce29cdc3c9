"""Every rule's own examples: the bad one is found under its code, the good one is not."""

import re
from pathlib import Path

import pytest
from lxml import etree

from tei_edition.batch import check_read
from tei_edition.corpus import Corpus
from tei_edition.examine import check
from tei_edition.markup import SCHEMATRON, TEI, text_of
from tei_edition.read import parse
from tei_edition.resources import packaged, schema_file
from tei_edition.rules import Rule, rules
from tei_edition.schematron import Schematron
from tei_edition.source import Source
from tei_edition.together import together
from tei_edition.xslt import Saxon

WITH_EXAMPLES = {code: rule for code, rule in rules().items() if rule.bad and rule.code[0] != "S"}

WHOLE = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="here" xml:lang="en">
  <teiHeader><fileDesc><titleStmt><title xml:id="x">A</title></titleStmt>
  <publicationStmt><publisher xml:id="e">B</publisher></publicationStmt>
  <sourceDesc><p>C</p></sourceDesc></fileDesc></teiHeader>
  {links}<text><body>{body}</body></text>
</TEI>"""

SENTENCE = '<div type="original" xml:lang="en"><p><s xml:id="en-s1">In {} it was.</s></p></div>'

DOCUMENT = WHOLE.format(links="", body=SENTENCE)
"""A document for an example that stands in a sentence."""

EDITION = """<standOff><p><listPrefixDef>
  <prefixDef ident="edition" matchPattern="([a-z-]+)" replacementPattern="edition.xml#$1"/>
  </listPrefixDef>
  <taxonomy xml:id="content-warnings"><category xml:id="hateful"/></taxonomy>
  <taxonomy xml:id="parallel-statements">
    <category xml:id="same-statement"/><category xml:id="partly"/>
  </taxonomy>
</p></standOff>"""


def codes(rule: Rule, example: str, folder: Path) -> set[str]:
    """Give what is found in an example, by two rules at one place too."""
    if "\n<TEI" in example and rule.code[0] == "L":
        return {finding.code for finding in check([edition_of(example, folder)])}
    is_whole = rule.code.startswith("W") or example.startswith("<TEI")
    whole = example if is_whole else document(example)
    source = parse(Path("here.xml"), whole.encode())
    found = together(check_read([source], Corpus(None), ()), None) if isinstance(source, Source) else source
    return {finding.code for finding in found}


def document(example: str) -> str:
    """Give a document with an example in a sentence, or with its links and versions."""
    if "<div type=" not in example:
        return DOCUMENT.format(example)
    links = "".join(re.findall("<standOff>.*?</standOff>", example, re.DOTALL))
    return WHOLE.format(links=links, body=example.removeprefix(links))


def edition_of(example: str, folder: Path) -> Path:
    """Write an edition with the links and documents of an example."""
    (folder / "tei" / "documents").mkdir(parents=True)
    links, *documents = re.split(r"\n(?=<TEI)", example)
    files = {"edition.xml": EDITION, "alignments.xml": links}
    for number, text in enumerate(documents):
        files[f"documents/{('one', 'two')[number]}.xml"] = re.sub("</?TEI.*?>", "", text)
    for name, text in files.items():
        (folder / "tei" / name).write_text(f'<TEI xmlns="{TEI}">{text}</TEI>', "utf-8")
    return folder / "tei"


@pytest.mark.parametrize("code", WITH_EXAMPLES)
def test_bad_is_found_and_good_is_not(code: str, tmp_path: Path) -> None:
    rule = WITH_EXAMPLES[code]
    assert code in codes(rule, rule.bad, tmp_path / "bad")
    assert code not in codes(rule, rule.good, tmp_path / "good")


@pytest.mark.parametrize("code", rules())
def test_a_rule_says_what_and_why(code: str) -> None:
    rule = rules()[code]
    assert re.fullmatch(r"[WRSNDLFUTHP]\d{3}", code)
    assert re.fullmatch(r"[a-z][a-z0-9-]+", rule.name)
    assert rule.what.endswith(".")
    assert rule.why.endswith(".")


@pytest.fixture(scope="module")
def schematron() -> Schematron:
    return Schematron(schema_file(None, "edition.sch"), Saxon(packaged("xslt")))


@pytest.mark.parametrize(
    "code", [code for code, rule in rules().items() if code.startswith("S") and rule.bad]
)
def test_the_odd_s_examples(code: str, schematron: Schematron) -> None:
    """An example of the ODD is the element that its rule is about, written without the namespace."""
    for example, expected in ((rules()[code].bad, True), (rules()[code].good, False)):
        text = re.sub(r"^<(\w+)", rf'<\1 xmlns="{TEI}"', example)
        source = Source(Path("here.xml"), text, etree.fromstring(text))
        found = {finding.code for finding in schematron.check(source)}
        assert (code in found) is expected, example


def test_the_odd_s_messages_read_like_all_others() -> None:
    """Sentences, values between straight quotation marks, and a hint that says what to do."""
    schema = etree.parse(schema_file(None, "edition.sch"))
    for node in schema.iter(f"{{{SCHEMATRON}}}assert", f"{{{SCHEMATRON}}}report"):
        for value in node:
            value.text = "…"
        message, _, hint = text_of(node).partition(" Hint: ")
        assert re.fullmatch(r'[A-Z"`…][^“”@]*\.', message), message
        assert re.fullmatch(r"[A-Z…]([^“”@]*[.…])?", hint), hint
