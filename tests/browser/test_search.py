"""Searching in a real browser: forms of a word, accents, facets, and what is said where it cannot work."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from browser.conftest import WATCH, axe, serving
from browser.test_pages import VIOLATIONS
from tei_edition.build import build
from tei_edition.project import Project

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture
def tab(chromium: "Browser") -> "Iterator[Page]":
    """A page in which every request and every refusal of the policy is noted."""
    with chromium.new_context() as context:
        page = context.new_page()
        page.add_init_script(WATCH)
        yield page
        assert page.evaluate("window.refused") == []


def found(tab: "Page", address: str, **asked: str) -> list[str]:
    """Give the texts that a question finds, all of them."""
    tab.goto(f"{address}/search.html?{'&'.join(f'{name}={quote(value)}' for name, value in asked.items())}")
    tab.locator("#page\\:found:not(:empty)").wait_for()
    total = int(re.sub(r"\D", "", tab.locator("#page\\:found").inner_text()) or 0)
    items = tab.locator("#page\\:results > li")
    while (shown := items.count()) < total:
        tab.locator("#page\\:more").click()
        items.nth(shown).wait_for()
    return items.all_inner_texts()


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("massacred", "the massacre of"),
        ("troupe", "troupes"),
        ("evreilor", "de evrei"),
        ("autorites", "autorités"),
        ("autoritatile", "autoritățile"),
        ("iasi", "Iași"),
        ("Iaşi", "Iași"),
        ('"troupes roumaines"', "troupes roumaines"),
    ],
)
def test_forms_of_a_word_are_found_with_and_without_accents(
    asked: str, text: str, tab: "Page", served: str
) -> None:
    assert any(text.lower() in one.lower() for one in found(tab, served, q=asked))


def test_only_sentences_with_all_words_are_found(tab: "Page", served: str) -> None:
    hits = found(tab, served, q="romanian jews")
    assert hits
    assert all("roman" in one.lower() and "jew" in one.lower() for one in hits)
    assert found(tab, served, q="xyzzy") == []
    assert tab.locator("#page\\:found").inner_text() == "Nothing was found."


def test_results_are_narrowed_and_lead_to_their_sentences(tab: "Page", served: str) -> None:
    everything = found(tab, served, q="pogrom")
    hits = found(tab, served, q="pogrom", language="fr", document="iasi-1941-fr", place="places.iasi")
    assert 0 < len(hits) < len(everything)
    assert tab.locator("option[value='places.iasi']").inner_text().endswith(f"({len(hits)})")
    tab.locator("#page\\:results a").first.click()
    tab.wait_for_url("**/documents/iasi-1941-fr.en.html#*")
    assert tab.locator(":target").is_visible()


def test_a_place_alone_gives_all_that_names_it(tab: "Page", served: str) -> None:
    hits = found(tab, served, place="places.iasi")
    assert len(hits) > 5


def test_the_field_of_a_page_leads_there(tab: "Page", served: str) -> None:
    tab.goto(f"{served}/documents/romania-en.html")
    tab.locator(".banner input[type=search]").fill("juif")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/search.html?q=juif")
    tab.locator("#page\\:results li").first.wait_for()


def test_hateful_words_are_not_repeated(tab: "Page", served: str, site: Path) -> None:
    """A sentence is found by them, and shown without them."""
    rows = json.loads((site / "search" / "en" / "0" / "records.json").read_text("utf-8"))["records"]
    quiet = [row for row in rows if row[5]]
    assert quiet
    hits = found(tab, served, document=quiet[0][1], language="en")
    shown = [one for one in hits if "hateful" in one]
    assert shown and all("[…]" in one for one in shown)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_among_results(scheme: str, chromium: "Browser", served: str) -> None:
    with chromium.new_context(color_scheme=scheme, viewport={"width": 320, "height": 900}) as context:
        tab = context.new_page()
        assert found(tab, served, q="pogrom")
        assert tab.evaluate("document.documentElement.scrollWidth") <= 320
        tab.evaluate(axe())
        assert tab.evaluate(VIOLATIONS) == []


def test_an_index_in_sections_finds_the_same(
    tab: "Page", served: str, copy: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the same order, some sections being empty."""
    monkeypatch.setattr("tei_edition.search._ALONE", 6)
    build(copy, ["html"])
    assert len(list((copy.build / "html" / "search" / "en").iterdir())) == 4
    questions = ({"q": "pogrom"}, {"q": "romanian jews"}, {"q": '"troupes roumaines"'}, {"q": "autorites"})
    narrowed = ({"place": "places.iasi"}, {"q": "iasi", "language": "ro"}, {"document": "romania-en"})
    with serving(copy.build / "html") as address:
        for asked in (*questions, *narrowed):
            hits = found(tab, served, **asked)
            assert hits
            assert found(tab, address, **asked) == hits


def test_it_says_what_to_do_where_it_cannot_work(chromium: "Browser", site: Path) -> None:
    address = (site / "search.html").as_uri()
    with chromium.new_context(offline=True) as context:
        tab = context.new_page()
        tab.goto(address)
        assert "python -m http.server" in tab.locator("main").inner_text()
    with chromium.new_context(offline=True, java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(address)
        assert "JavaScript" in tab.locator("main").inner_text()
