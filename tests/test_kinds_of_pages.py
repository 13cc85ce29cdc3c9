"""The stylesheet of all pages: each kind of page is whole in the files that `Steps.needed` names for it."""

import re
from pathlib import Path

import pytest
from lxml import etree

from tei_edition.make.steps import Steps
from tei_edition.markup import ED, XSLT
from tei_edition.render import PAGES
from tei_edition.resources import packaged
from tei_edition.xslt import Saxon, TransformError

XSL = packaged("xslt")
PARTS = [str(one.get("href")) for one in etree.parse(XSL / PAGES).iter(f"{{{XSLT}}}include")]
KINDS = [part for part in PARTS if Path(part).stem != "shared"]


def alone(kind: str) -> str:
    """Give a stylesheet with only what a kind of page may use."""
    *shared, own = Steps(XSL).needed("html/page.html", kind)[1:]
    included = (f'<xsl:include href="{(XSL / name).as_uri()}"/>' for name in (*shared, own))
    return f'<xsl:stylesheet version="3.0" xmlns:xsl="{XSLT}">{"".join(included)}</xsl:stylesheet>'


def files_of(kind: str) -> set[str]:
    steps = Steps(XSL)
    return {file for name in steps.needed("html/page.html", kind) for file in steps.files(name)}


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_page_uses_nothing_of_another_kind(kind: str) -> None:
    saxon = Saxon(XSL)
    saxon.compile_text(alone(kind), "alone")
    text = "\n".join((XSL / file).read_text("utf-8") for file in files_of(kind))
    declared = set(re.findall(r'<xsl:mode name="([^"]+)"', text))
    assert f"ed:{Path(kind).stem}" in declared
    assert set(re.findall(r'<xsl:apply-templates[^>]*\bmode="(?!#)([^"]+)"', text)) <= declared


def test_what_a_kind_lacks_is_seen() -> None:
    with pytest.raises(TransformError, match="ed:quoted"):
        Saxon(XSL).compile_text(alone("index/entry-mentions.xsl"), "alone")


def test_a_page_that_is_not_given_what_it_shows_says_what() -> None:
    saxon = Saxon(XSL)
    with pytest.raises(TransformError, match="The page was not given facts"):
        saxon.run(PAGES, saxon.parse("<TEI/>"), f"{{{ED}}}map", root="")


def test_a_page_is_made_again_where_the_list_of_kinds_changes_and_not_for_another_kind() -> None:
    steps, needed = Steps(XSL), files_of("index/map.xsl")
    assert set(steps.files(PAGES)) == {PAGES}
    assert {PAGES, "html/shared.xsl", "index/shared.xsl", "index/map-list.xsl", "lib/labels.xml"} <= needed
    assert not {"html/document.xsl", "index/entry.xsl", "schema/shared.xsl"} & needed
    assert steps.needed("data/alignments.tsv", "data/parallels.xsl") == ["data/parallels.xsl"]
