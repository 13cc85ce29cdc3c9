"""No text becomes script: not through the TEI, not in the page, not from outside."""

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote
from xml.sax.saxutils import escape, quoteattr

import pytest
from lxml import etree, html

from browser.conftest import kinds, opened
from conftest import ROOT
from tei_edition.build import build
from tei_edition.project import Project

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MARKUP = (
    "</script></style></title></template>--><script>window.hit=1</script><img src=x onerror='window.hit=1'>"
)
POINTERS = [
    "javascript:window.hit=1",
    "JaVaScRiPt:window.hit=1",
    "&#1;javascript:window.hit=1",
    "data:text/html,<script>window.hit=1</script>",
    "vbscript:hit",
    "file:///etc/passwd",
    "//example.org/x.js",
    "\\\\example.org\\share",
    "../../../../../../etc/passwd",
    'https://example.org/"onmouseover="window.hit=1',
    "evil:x",
]
"""Where a text must not lead. `evil:` is a prefix that stands for `javascript:`."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of our edition after somebody put all of this wherever TEI has room for it."""
    root = tmp_path_factory.mktemp("hostile")
    shutil.copytree(ROOT / "tei", root / "tei")
    document = root / "tei" / "documents" / "romania-en.xml"
    tree = etree.parse(document)
    _spoil(tree.getroot())
    tree.write(document, encoding="utf-8")
    header = root / "tei" / "edition.xml"
    prefix = '<prefixDef ident="evil" matchPattern="(.*)" replacementPattern="javascript:$1"/>'
    text = header.read_text("utf-8").replace("<listPrefixDef>", f"<listPrefixDef>{prefix}", 1)
    header.write_text(text.replace("</title>", f"{escape(MARKUP)}</title>", 1), "utf-8")
    persons = root / "tei" / "registers" / "persons.xml"
    entry = f'<idno type="URI">{POINTERS[0]}</idno><note>{escape(MARKUP)}</note></person>'
    persons.write_text(persons.read_text("utf-8").replace("</person>", entry, 1), "utf-8")
    assert build(Project(root), ["html"], despite_findings=True).files
    return root / "build" / "html"


def _spoil(root: etree._Element) -> None:
    space = {"t": "http://www.tei-c.org/ns/1.0"}
    sentence = root.find(".//t:s", space)
    title = root.find(".//t:title", space)
    assert sentence is not None and title is not None
    title.text = MARKUP
    parts = [
        f"<{name} {attribute}={quoteattr(pointer.replace('&#1;', ''))}>{escape(MARKUP)}</{name}>"
        for pointer in POINTERS
        for name, attribute in (
            ("ref", "target"),
            ("persName", "ref"),
            ("quote", "source"),
            ("graphic", "url"),
            ("date", "when"),
            ("seg", "ana"),
            ("foreign", "xml:lang"),
            ("hi", "rend"),
            ("seg", "style"),
        )
    ]
    sentence.extend(etree.fromstring(f'<s xmlns="{space["t"]}">{"".join(parts)}</s>'))


def test_no_address_leads_where_it_must_not(hostile: Path) -> None:
    """Links are outside addresses of http, https or mailto, or files of the site; nothing runs."""
    for page in hostile.rglob("*.html"):
        root = html.parse(page).getroot()
        for link in root.xpath(
            "//@href | //@src | //@action | //@srcset | //@formaction | //@poster | //@data"
        ):
            path = link.partition("#")[0].partition("?")[0]
            if not re.match(r"(https?://|mailto:)[^\s\"<>]+$", link):
                inside = (page.parent / unquote(path)).resolve().is_relative_to(hostile.resolve())
                assert inside and not re.search(r"[:\\]|^//", path), f"{page.name}: {link}"
        assert root.xpath("//script[not(@src)] | //@style | //@*[starts-with(name(), 'on')] | //iframe") == []
        assert root.xpath("//script/@src[not(contains(., 'assets/'))]") == []


def test_nothing_in_a_text_runs(hostile: Path, chromium: "Browser") -> None:
    with chromium.new_context(offline=True) as context:
        for file in [*kinds(hostile).values(), hostile / "documents" / "romania-en.html"]:
            tab, strangers = opened(context, file)
            assert tab.evaluate("window.hit") is None, file.name
            assert tab.evaluate("window.refused") == [], file.name
            assert strangers == [], file.name
            tab.close()


INJECTED = """() => {
  const script = document.createElement("script");
  const put = (what) => { try { what(); } catch { refused.push("trusted types"); } };
  put(() => { script.textContent = "window.hit = 1"; document.head.append(script); });
  put(() => { document.body.innerHTML += "<img src=x onerror='window.hit = 1'>"; });
  put(() => { document.querySelector("a").setAttribute("onclick", "window.hit = 1"); });
  put(() => { const style = document.createElement("style"); style.textContent = "h1 { display: none }";
    document.head.append(style); });
  put(() => { const link = document.createElement("a"); link.href = "javascript:window.hit=1";
    document.body.append(link); link.click(); });
  put(() => { const frame = document.createElement("iframe"); frame.srcdoc = "x";
    document.body.append(frame); });
  fetch("https://example.org/").catch(() => {});
  new Image().src = "https://example.org/x.png";
  document.querySelector("a").click();
}"""


def test_the_policy_holds_in_every_kind_of_page(site: Path, chromium: "Browser") -> None:
    """What gets into a page all the same neither runs, nor shows, nor sends anything."""
    with chromium.new_context() as context:
        for kind, file in kinds(site).items():
            tab, _ = opened(context, file)
            assert tab.evaluate("window.refused") == [], kind
            tab.evaluate(INJECTED)
            tab.wait_for_timeout(100)
            assert tab.evaluate("window.hit") is None, kind
            assert tab.locator("h1").is_visible(), kind
            refused = " ".join(tab.evaluate("window.refused"))
            for directive in ("script-src", "style-src", "connect-src", "img-src"):
                assert directive in refused, f"{kind}: {refused}"
            tab.close()
