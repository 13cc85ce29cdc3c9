"""What a reader chooses above a text: as it is read or as the source has it, and what is told apart in it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browser.conftest import opened
from test_reading import one_document

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PASSAGES = {
    "corr": "<choice><sic>atlasses</sic><corr>atlases</corr></choice>",
    "reg": "<choice><orig>connexion</orig><reg>connection</reg></choice>",
    "long": f"<choice><sic>{'very ' * 6}long</sic><corr>{'quite ' * 6}long</corr></choice>",
    "abbr": "<choice><abbr>doz.</abbr><expan>dozen</expan></choice>",
    "sic": "<sic>bokks</sic>",
    "subst": "<subst><del>two</del><add>three</add></subst>",
    "restore": "<restore><del>kept</del></restore>",
    "lost": '<supplied reason="damage">six</supplied>',
    "omitted": '<supplied reason="omitted">the</supplied>',
    "unclear": "<unclear>Tuesday</unclear>",
    "gap": '<gap reason="lost"/>',
}
VIEWS = {
    "reading": "atlases, connection, quite quite quite quite quite quite long, doz. [dozen], bokks [sic], "
    "three, kept, [six], [the], [Tuesday?], […]",
    "source": "atlasses, connexion, very very very very very very long, doz., bokks, two⟨three⟩, kept, "
    "[…], , [Tuesday?], […]",
}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with a passage of each state, and names."""
    passages = ", ".join(f'<seg xml:id="{name}">{passage}</seg>' for name, passage in PASSAGES.items())
    body = f"""<body><div type="original" xml:lang="en"><p><s xml:id="s1">{passages}</s></p>
<p><s xml:id="s2"><persName ref="https://example.org/p">Weber</persName> in
<placeName ref="https://example.org/q">Port</placeName>.<note>A note.</note></s></p></div></body>"""
    return one_document(tmp_path_factory.mktemp("views"), body) / "documents" / "one.html"


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def tab(request: pytest.FixtureRequest, chromium: "Browser", file: Path) -> "Iterator[Page]":
    """The page, with what is only for listeners left out."""
    with chromium.new_context(offline=True, bypass_csp=True) as context:
        if not request.param:
            context.route("**/edition.js", lambda route: route.abort())
        tab = context.new_page()
        tab.set_default_timeout(10_000)
        tab.goto(file.as_uri())
        tab.add_style_tag(content=".for-speech { display: none }")
        yield tab


def shown(tab: "Page") -> str:
    """Give what is seen of the first sentence."""
    return ", ".join(" ".join(tab.locator(f"#{name}").inner_text().split()) for name in PASSAGES)


@pytest.mark.parametrize("view", VIEWS)
def test_the_text_is_shown_as_it_is_read_or_as_the_source_has_it(view: str, tab: "Page") -> None:
    assert shown(tab) == VIEWS["reading"]
    tab.check(f".view-{view}")
    assert shown(tab) == VIEWS[view]


def test_both_texts_can_be_seen_at_once(tab: "Page") -> None:
    """Each word of both is there then."""
    tab.check(".view-both")
    text = shown(tab)
    assert [word for word in ("atlasses", "atlases", "connexion", "connection") if word not in text] == []
    assert "two⟨three⟩" in text
    assert f"{'quite ' * 6}long [{'very ' * 6}long]" in text


def test_kinds_are_told_apart_at_will(tab: "Page") -> None:
    line = "e => getComputedStyle(e).textDecorationStyle"
    names = [tab.locator(f"#s2 .{kind}") for kind in ("person", "place")]
    assert [name.evaluate(line) for name in names] == ["solid", "solid"]
    tab.check(".mark-place")
    assert [name.evaluate(line) for name in names] == ["solid", "dotted"]


def test_what_was_chosen_is_remembered(chromium: "Browser", file: Path) -> None:
    with chromium.new_context(offline=True) as context:
        tab = context.new_page()
        tab.goto(file.as_uri())
        tab.check(".view-source")
        tab.check(".mark-person")
        tab.reload()
        assert tab.is_checked(".view-source")
        assert tab.is_checked(".mark-person")
        assert not tab.is_checked(".mark-place")


@pytest.mark.parametrize("width", [390, 1280])
def test_a_note_stands_beside_its_text_or_opens_below_it(width: int, tab: "Page") -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    tab.reload()
    note, paragraph = tab.locator("aside li"), tab.locator("p", has=tab.locator("#s2"))
    if width < 1000:
        assert not note.is_visible()
        tab.click(".note-number a")
    assert note.is_visible()
    beside, text = note.bounding_box(), paragraph.bounding_box()
    assert beside is not None and text is not None
    if width < 1000:
        assert beside["y"] >= text["y"] + text["height"]
    else:
        assert beside["x"] > text["x"] + text["width"]
        assert abs(beside["y"] - text["y"]) < 20


def test_over_a_name_stands_what_the_register_calls_it(site: Path, chromium: "Browser") -> None:
    """Only where a reader points: it would be noise in every name, and the list of names says it too."""
    with chromium.new_context(offline=True) as context:
        tab, _ = opened(context, site / "documents" / "iasi-1941-fr.html")
        name = tab.locator("#fr-s10 a.person")
        assert name.get_attribute("title") is None
        name.hover()
        assert name.get_attribute("title") == "Antonescu, Ion (14 juin 1882 – 1er juin 1946)"
