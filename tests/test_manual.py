"""What the encoding manual shows as good passes, here and with the TEI; what it shows as bad is found."""

from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from conftest import ALL, jing_says, shared
from manual import ODD, Example, examples
from tei_edition.examine import check_as
from tei_edition.markup import XML_ID, tei

GOOD = [example for example in examples() if not example.code]
BAD = [example for example in examples() if example.code]


def codes(example: Example) -> set[str]:
    """Give what grammar and rules find; pointers lead to registers that are not here."""
    file = Path("/nowhere", f"{example.name}.xml")
    found = check_as({file: example.source().text.encode()}, [file], (), ALL).findings
    return {finding.code for finding in found if finding.code[0] in "RS"}


@pytest.mark.parametrize("example", GOOD, ids=lambda example: example.name)
def test_what_is_good_passes(example: Example) -> None:
    assert codes(example) == set()


@pytest.mark.parametrize("example", BAD, ids=lambda example: f"{example.name}-{example.code}")
def test_what_is_bad_is_found(example: Example) -> None:
    assert example.code in codes(example)


def test_what_is_good_here_is_good_for_the_tei() -> None:
    schema = shared("tei/tei_all.rng")
    complaints = jing_says(schema, [example.source().text for example in GOOD])
    assert {example.name: said for example, said in zip(GOOD, complaints, strict=True) if said} == {}


def test_each_chapter_on_encoding_has_both_kinds() -> None:
    """A chapter that shows how to encode shows what not to do as well."""
    kinds = Counter((example.name.rsplit("-", 1)[0], bool(example.code)) for example in examples())
    chapters = {chapter for chapter, _ in kinds}
    assert {chapter for chapter in chapters if not (kinds[chapter, True] and kinds[chapter, False])} == set()
    exempt = {"document", "header", "left-out", "rules", "schema"}
    divisions = etree.parse(ODD).getroot().iterfind(f".//{tei('body')}/{tei('div')}")
    assert {str(division.get(XML_ID)) for division in divisions} - exempt == chapters
