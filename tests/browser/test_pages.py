"""Every kind of page in a real browser: for all readers, on any screen, with the network cut."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browser.conftest import axe, kinds, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NARROW, WIDE = 320, 1280
TOO_LONG = 150_000
"""Bytes from which on a page has too many links to press Tab for each; they are plain links."""
NARROW_KINDS = {"documents:document", ":search"}
"""Pages that are laid out otherwise on a narrow screen."""

VIOLATIONS = """async () => (await axe.run(document, { resultTypes: ["violations"], preload: false }))
  .violations.map((v) => `${v.id}: ${v.nodes.length} × ${v.nodes[0].html.slice(0, 200)}`)"""
"""What axe-core finds. Without `preload` it asks for nothing itself."""


CUT = """() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange(), found = [];
  const clips = (e) => getComputedStyle(e).contentVisibility === "auto"
    || ["clip", "hidden"].includes(getComputedStyle(e).overflowX);
  for (let text; (text = texts.nextNode());) {
    const at = text.parentElement;
    if (!text.data.trim() || at.closest(".for-speech, svg, option") || !at.checkVisibility()) continue;
    let frame = at;
    while (frame && !clips(frame)) frame = frame.parentElement;
    range.selectNodeContents(text);
    const edges = (frame ?? document.documentElement).getBoundingClientRect();
    for (const box of range.getClientRects()) {
      if (box.width && (box.left < edges.left - 1 || box.right > edges.right + 1)) {
        found.push(text.data.trim().slice(0, 40));
        break;
      }
    }
  }
  return found.slice(0, 3);
}"""
"""Words of which a part is outside what shows them."""


@pytest.mark.parametrize(("scheme", "width"), [("light", NARROW), ("dark", WIDE)])
def test_axe_finds_nothing(scheme: str, width: int, any_site: Path, chromium: "Browser") -> None:
    """Nor does a page scroll sideways, cut words, ask for anything outside, or break its policy."""
    script = axe()
    wrong = []
    with chromium.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 900}, offline=True
    ) as context:
        for kind, file in kinds(any_site).items():
            tab, strangers = opened(context, file)
            wide = tab.evaluate("document.documentElement.scrollWidth") - width
            refused = tab.evaluate("window.refused")
            wrong += [f"{kind} {file.name} cuts {words!r}" for words in tab.evaluate(CUT)]
            tab.evaluate(script)
            wrong += [f"{kind} {file.name} {found}" for found in tab.evaluate(VIOLATIONS)]
            wrong += [f"{kind} {file.name} is {wide} px too wide"] if wide > 0 else []
            wrong += [f"{kind} {file.name}: {one}" for one in (*refused, *strangers)]
            tab.close()
    assert wrong == []


REACHABLE = """() => {
  const seen = (e) => e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  const groups = new Set();
  return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
    .filter(seen).filter((e) => !e.disabled)
    .filter((e) => e.type !== "radio" || (!groups.has(e.name) && groups.add(e.name)))
    .map((e, n) => { (e.type === "radio" ? document.querySelectorAll(`[name="${e.name}"]`) : [e])
      .forEach((one) => { one.dataset.reach = n; }); return e.outerHTML.slice(0, 120); });
}"""
"""What a reader must be able to reach, each with a number; of radio buttons one of each group."""

FOCUSED = """() => {
  const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
  return { reach: e.dataset.reach,
    outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1,
    shown: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth };
}"""


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_the_keyboard_reaches_everything(width: int, site: Path, chromium: "Browser") -> None:
    """With Tab alone, where the reader sees it; everything is a link, a button, a field or a fold."""
    wrong = []
    with chromium.new_context(
        viewport={"width": width, "height": 900}, offline=True, reduced_motion="reduce"
    ) as context:
        for kind, file in kinds(site).items():
            if file.stat().st_size > TOO_LONG or (width == NARROW and kind not in NARROW_KINDS):
                continue
            tab, _ = opened(context, file)
            wrong += [f"{kind} {one}" for one in _unreached(tab)]
            assert tab.locator("[tabindex]:not([tabindex='0'], [tabindex='-1']), [onclick]").count() == 0
            assert tab.locator(":not(a, button, summary, input)[role='button']").count() == 0
            tab.close()
    assert wrong == []


def _unreached(tab: "Page") -> list[str]:
    names = tab.evaluate(REACHABLE)
    found: set[str] = set()
    wrong = []
    for _ in range(2 * len(names) + 20):  # Links in drawings, and the browser itself, are stops too.
        tab.keyboard.press("Tab")
        state = tab.evaluate(FOCUSED)
        if state.get("reach") is None:
            continue
        found.add(state["reach"])
        for what in ("outline", "shown"):
            wrong += [] if state[what] else [f"no {what}: {names[int(state['reach'])]}"]
    return wrong + [f"not reached: {name}" for n, name in enumerate(names) if str(n) not in found]


def test_folds_open_with_the_keyboard(site: Path, chromium: "Browser") -> None:
    with chromium.new_context(offline=True) as context:
        tab, _ = opened(context, kinds(site)["documents:document"])
        summary = tab.locator("footer summary:visible, main summary:visible").first
        summary.focus()
        is_open = summary.evaluate("e => e.parentElement.open")
        for opened_then in (not is_open, is_open):
            tab.keyboard.press("Enter")
            assert summary.evaluate("e => e.parentElement.open") is opened_then


UNSEEN = """() => [...document.querySelectorAll(
    ".reading [id]:not(.version-2 *, .version-3 *), .entry, .rule")]
  .filter((e) => e.textContent.trim() && !e.closest("[hidden], nav, .signs"))
  .filter((e) => !e.checkVisibility({ visibilityProperty: true, opacityProperty: true,
    contentVisibilityAuto: true })).map((e) => e.id || e.outerHTML.slice(0, 100))"""
"""Sentences, entries and rules of which nothing can be seen."""


USUAL = {
    "media": "screen",
    "forced_colors": "none",
    "reduced_motion": "no-preference",
    "contrast": "no-preference",
}
OTHERWISE = {"media": "print", "forced_colors": "active", "reduced_motion": "reduce", "contrast": "more"}
"""How a page may be read other than usually, each way by itself."""


def test_other_ways_of_reading_lose_nothing(any_site: Path, chromium: "Browser") -> None:
    wrong = []
    with chromium.new_context(offline=True) as context:
        for kind, file in kinds(any_site).items():
            tab, _ = opened(context, file)
            for name, value in OTHERWISE.items():
                tab.emulate_media(**USUAL | {name: value})
                wrong += [f"{kind} {file.name}, {name} {value}: {one}" for one in tab.evaluate(UNSEEN)]
            tab.close()
    assert wrong == []


def test_names_are_told_apart_without_colours(site: Path, chromium: "Browser") -> None:
    lines = """[...document.querySelectorAll(".reading a.name:not(.outer *)")]
      .map((e) => getComputedStyle(e).textDecorationLine)"""
    with chromium.new_context(offline=True, forced_colors="active") as context:
        tab, _ = opened(context, kinds(site)["documents:document"])
        assert set(tab.evaluate(lines)) == {"underline"}


MOVING = """() => [...document.querySelectorAll("*")].filter((e) => { const s = getComputedStyle(e);
  return parseFloat(s.transitionDuration) > 0 || s.animationName !== "none"
    || s.scrollBehavior === "smooth"; }).map((e) => e.outerHTML.slice(0, 100))"""


def test_reduced_motion_moves_nothing(site: Path, chromium: "Browser") -> None:
    with chromium.new_context(offline=True, reduced_motion="reduce") as context:
        for file in kinds(site).values():
            tab, _ = opened(context, file)
            assert tab.evaluate(MOVING) == [], file.name
            tab.close()


def test_pages_are_read_without_script(any_site: Path, chromium: "Browser") -> None:
    """All that a page says is there, and nothing asks for a script that did not run."""
    with chromium.new_context(offline=True, java_script_enabled=False) as context:
        for kind, file in kinds(any_site).items():
            tab = context.new_page()
            tab.goto(file.as_uri())
            assert tab.locator("main h1").is_visible(), kind
            assert len(tab.locator("main").inner_text()) > 100, kind
            tab.close()
