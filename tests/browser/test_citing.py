"""Citing in a browser: the menu at a passage's number, by keyboard and by pointer, and without script."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NUMBER = "#fr-s2 > .number"
MENU = "div.cite-menu"


@pytest.fixture
def tab(chromium: "Browser", made: Path) -> "Iterator[Page]":
    """A document's page, opened from the disk, that may copy."""
    context = chromium.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.add_init_script(
        "window.refused = [];"
        "document.addEventListener('securitypolicyviolation', (e) => refused.push(e.blockedURI))"
    )
    page.goto((made / "html" / "documents" / "iasi-1941-fr.html").as_uri())
    yield page
    context.close()


def is_open(tab: "Page") -> bool:
    return bool(tab.locator(MENU).evaluate("menu => menu.matches(':popover-open')"))


def copied(tab: "Page") -> str:
    """Press the button that has the focus; give what was copied."""
    tab.evaluate("navigator.clipboard.writeText('')")
    tab.keyboard.press("Enter")
    for _ in range(100):
        if text := tab.evaluate("navigator.clipboard.readText()"):
            return str(text)
        tab.wait_for_timeout(50)
    raise AssertionError("nothing was copied")


def test_the_keyboard_copies_the_link_and_each_form(tab: "Page") -> None:
    tab.focus(NUMBER)
    tab.keyboard.press("Enter")
    tab.wait_for_selector(f"{MENU}:popover-open")
    assert tab.url.endswith("documents/iasi-1941-fr.html#fr-s2")
    found = []
    for _ in range(5):
        found.append(copied(tab))
        tab.keyboard.press("ArrowDown")
    link, words, bibtex, ris, csl = found
    assert link == tab.url
    assert ", phrase 2 (français), dans : Le pogrom de Iași de 1941" in words.replace("\u00a0", " ")
    assert words.endswith(", documents/iasi-1941-fr.html#fr-s2.")
    assert "  note = {phrase 2 (français)},\n" in bibtex
    assert "SE  - phrase 2 (français)\n" in ris
    assert json.loads(csl)[0]["section"] == "phrase 2 (français)"
    tab.keyboard.press("Escape")
    assert not is_open(tab)
    assert tab.evaluate("document.activeElement.getAttribute('href')") == "#fr-s2"
    assert tab.evaluate("refused") == []


def test_the_pointer_opens_it_inside_the_window_and_closes_it_elsewhere(tab: "Page") -> None:
    tab.set_viewport_size({"width": 320, "height": 700})
    tab.click(NUMBER)
    tab.wait_for_selector(f"{MENU}:popover-open")
    box = tab.locator(MENU).bounding_box()
    assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= 320
    tab.mouse.click(310, 5)
    assert not is_open(tab)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320


def test_an_address_that_the_page_states_is_the_one_that_is_copied(tab: "Page") -> None:
    tab.evaluate(
        "document.head.append(Object.assign(document.createElement('link'),"
        " { rel: 'canonical', href: 'https://example.org/a.html' }))"
    )
    tab.focus(NUMBER)
    tab.keyboard.press("Enter")
    tab.wait_for_selector(f"{MENU}:popover-open")
    assert copied(tab) == "https://example.org/a.html#fr-s2"
    tab.keyboard.press("ArrowUp")
    assert json.loads(copied(tab))[0]["URL"] == "https://example.org/a.html#fr-s2"


def test_without_script_the_number_is_a_link_and_the_references_are_there(
    chromium: "Browser", made: Path
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((made / "html" / "documents" / "iasi-1941-fr.html").as_uri())
    assert page.locator(MENU).count() == 0
    page.click(NUMBER)
    assert page.url.endswith("#fr-s2")
    page.click(".reference summary >> text=BibTeX")
    assert page.locator("[data-form=BibTeX]").is_visible()
    context.close()
