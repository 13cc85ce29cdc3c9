"""An edition's own look: colours, words and one template changed by three small files, nothing copied."""

from pathlib import Path

import pytest
from lxml import etree, html

from tei_edition.build import build
from tei_edition.project import Project

DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a" xml:lang="en">
<teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt>
<publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>
<text><body><p><s xml:id="en-s1"><orgName>The archive</orgName> and <persName>Ion</persName>.</s></p></body>
</text></TEI>"""

OWN = {
    "assets/style/99-own.css": ":root { --paper: #fff; }",
    "lib/own-labels.xml": '<labels xmlns="urn:tei-edition"><label key="contents" en="Overview"/></labels>',
    "html/own.xsl": """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0">
  <xsl:template match="orgName" mode="ed:text" priority="9" xmlns:ed="urn:tei-edition">
    <b><xsl:next-match/></b>
  </xsl:template>
</xsl:stylesheet>""",
}


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """Give an edition of one document."""
    document = tmp_path / "tei" / "documents" / "a.xml"
    document.parent.mkdir(parents=True)
    document.write_text(DOCUMENT, "utf-8")
    return tmp_path


def made(edition: Path) -> tuple[etree._Element, str]:
    """Build an edition; give the page of its document and its style sheet."""
    build(Project(edition), ["html"], despite_findings=True)
    site = edition / "build" / "html"
    page = html.parse(site / "documents" / "a.html").getroot()
    return page, (site / "assets" / "edition.css").read_text("utf-8")


def test_three_small_files_change_colours_words_and_a_template(edition: Path) -> None:
    page, style = made(edition)
    assert page.findtext(".//a[@class='contents']") == "Contents"
    assert not page.xpath("//main//b")
    for name, text in OWN.items():
        own = edition / "xslt" / name
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text(text, "utf-8")
    own_page, own_style = made(edition)
    assert own_style == style.replace("/* An edition's own look. */\n", OWN["assets/style/99-own.css"])
    assert own_style != style
    assert own_page.findtext(".//a[@class='contents']") == "Overview"
    assert own_page.findtext(".//h2[@id='page:text']") == "Text"
    assert [bold.text_content() for bold in own_page.iterfind(".//main//b")] == ["The archive"]
    assert "org" in own_page.xpath("string(//main//b/*/@class)")
