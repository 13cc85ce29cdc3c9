"""The schemas are what the ODD makes, and the ODD says nothing that contradicts itself."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from conftest import ROOT
from tei_edition import schema
from tei_edition.errors import EditionError
from tei_edition.xslt import Saxon

ODD = ROOT / "schema" / "edition.odd"


def test_the_schemas_are_current(saxon: Saxon) -> None:
    assert schema.outdated(ODD, saxon) == []


def test_nothing_empty_repeats() -> None:
    """libxml2 never returns from compiling such a pattern."""
    tree = etree.parse(ROOT / "schema" / "edition.rng")
    names = {"r": "http://relaxng.org/ns/structure/1.0"}
    assert tree.xpath("//r:zeroOrMore[not(*[not(self::r:empty)])]", namespaces=names) == []


def without(pattern: str, put: str = "") -> Callable[[str], str]:
    def change(odd: str) -> str:
        changed = re.sub(pattern, put, odd, count=1, flags=re.DOTALL)
        assert changed != odd
        return changed

    return change


BROKEN: dict[str, tuple[Callable[[str], str], str]] = {
    "an XPath that is none": (without("@value or @quantity", "@value or or @quantity"), "S040"),
    "included and not specified": (without(r'<elementSpec ident="soCalled".*?</elementSpec>'), "soCalled"),
    "specified and not included": (without(r"\bsoCalled "), "soCalled"),
    "a reference to nothing": (
        without(r'<elementRef key="soCalled"', '<elementRef key="soCaled"'),
        "soCaled",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_an_odd_that_contradicts_itself_is_refused(name: str, tmp_path: Path, saxon: Saxon) -> None:
    change, word = BROKEN[name]
    odd = tmp_path / "edition.odd"
    odd.write_text(change(ODD.read_text("utf-8")), "utf-8")
    with pytest.raises(EditionError, match=word):
        schema.compile_odd(odd, saxon)
