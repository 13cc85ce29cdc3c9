"""The schemas are what the ODD makes, and the ODD says nothing that contradicts itself."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from conftest import ROOT, shared
from tei_all import TeiAll
from tei_edition import schema
from tei_edition.errors import EditionError
from tei_edition.markup import tei
from tei_edition.xslt import Saxon

ODD = ROOT / "schema" / "edition.odd"


def test_the_schemas_are_current(saxon: Saxon) -> None:
    assert schema.outdated(ODD, saxon) == []


def test_nothing_empty_repeats() -> None:
    """libxml2 never returns from compiling such a pattern."""
    tree = etree.parse(ROOT / "schema" / "edition.rng")
    names = {"r": "http://relaxng.org/ns/structure/1.0"}
    assert tree.xpath("//r:zeroOrMore[not(*[not(self::r:empty)])]", namespaces=names) == []


def test_each_attribute_of_the_tei_is_kept_or_deleted() -> None:
    """Tools that read an ODD as a change of the TEI then make the schema that ours makes."""
    tei_all = TeiAll(shared("tei/tei_all.rng"))
    odd = etree.parse(ODD)
    classes = list(odd.iter(tei("classSpec")))
    deleted = {node.get("ident") for node in classes if node.get("mode") == "delete"}
    decided = {(node.get("ident"), a.get("ident")) for node in classes for a in node.iter(tei("attDef"))}
    for element in odd.iter(tei("elementSpec")):
        name = str(element.get("ident"))
        theirs = tei_all.attributes(name)
        ours = {a.get("ident") for a in element.iter(tei("attDef"))}
        open_ = {a for a, way in theirs if not (way & deleted or any((c, a) in decided for c in way))}
        assert open_ - ours == set(), name
        assert ours - {a for a, _ in theirs} == set(), name


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
