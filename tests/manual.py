"""The encoding manual's own examples, each put into a small document at the place where it belongs."""

from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from conftest import ROOT
from tei_edition.markup import TEI, XML_ID, XML_LANG, tei
from tei_edition.source import Source

ODD = ROOT / "schema" / "edition.odd"

PLACES = {
    "sourceDesc": "msDesc listWit",
    "profileDesc": "correspDesc handNotes",
    "after-header": "standOff facsimile",
    "listPlace": "place",
    "above": "opener",
    "blocks": "p ab fw lg list sp table figure",
    "below": "closer postscript",
    "body": "div",
}
"""Where in a document an element of an example goes; what is not named here goes into a sentence."""

DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="here" xml:lang="en">
  <teiHeader>
    <fileDesc>
      <titleStmt>
        <title xml:lang="en">An invoice for books</title>
        <respStmt><resp>Encoding</resp><name>The editors</name></respStmt>
      </titleStmt>
      <publicationStmt>
        <publisher>The editors</publisher>
        <date when="2026-11-21">21 November 2026</date>
        <availability status="free">
          <licence target="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0.</licence>
        </availability>
      </publicationStmt>
      <sourceDesc>{sourceDesc}<bibl><title type="file">here.txt</title>
        <idno type="sha256">7db8cff7f01ad4d0b02e9b2df8943683bb1939f33b77ff98e29d3c1c0061f296</idno></bibl>
      </sourceDesc>
    </fileDesc>
    <profileDesc>
      <abstract xml:lang="en"><p>A bookseller delivers.</p></abstract>
      <langUsage>{languages}</langUsage>
      {profileDesc}
    </profileDesc>
    <revisionDesc><change when="2026-11-21" who="resp:editors">Encoded.</change></revisionDesc>
  </teiHeader>
  {after-header}
  <text><body>{body}</body></text>
</TEI>"""


@dataclass(frozen=True)
class Example:
    """An example of the manual: its XML, and the code of what is wrong with it, or nothing."""

    name: str
    xml: str
    code: str = ""

    def source(self) -> Source:
        """Give the example in a document of its own."""
        text = self._document()
        return Source(Path(f"{self.name}.xml"), text, etree.fromstring(text.encode()))

    def _document(self) -> str:
        parts = etree.fromstring(f'<x xmlns="{TEI}">{self.xml}</x>')
        slots = dict.fromkeys([*PLACES, "sentence"], "")
        for part in parts:
            slots[_place(part)] += _written(part)
        if slots["listPlace"]:
            slots["after-header"] = f"<standOff><listPlace>{slots['listPlace']}</listPlace></standOff>"
        if slots["sentence"]:
            inside = slots["sentence"]
            sentence = inside if inside.startswith("<s ") else f'<s xml:id="en-s90">{inside}</s>'
            slots["blocks"] = f"<p>{sentence}</p>{slots['blocks']}"
        blocks = slots["blocks"] or '<p><s xml:id="en-s91">Books.</s></p>'
        division = f'<div type="original" xml:lang="en">{slots["above"]}{blocks}{slots["below"]}</div>'
        tags = {"en", *(str(node.get(XML_LANG)) for node in parts.iter() if node.get(XML_LANG))}
        languages = "".join(f'<language ident="{tag}">{tag}</language>' for tag in sorted(tags))
        return DOCUMENT.format(**slots | {"languages": languages, "body": slots["body"] or division})


def _place(part: etree._Element) -> str:
    name = etree.QName(part).localname
    return next((place for place, names in PLACES.items() if name in names.split()), "sentence")


def _written(part: etree._Element) -> str:
    part.tail = None
    return etree.tostring(part, encoding="unicode")


def examples() -> list[Example]:
    """Give all examples of the manual that are marked as good or bad."""
    found = []
    for division in etree.parse(ODD).getroot().iterfind(f".//{tei('body')}/{tei('div')}"):
        chapter = division.get(XML_ID)
        for number, node in enumerate(division.iterfind(tei("eg")), 1):
            if node.get("rend") in ("good", "bad"):
                code = node.get("n", "") if node.get("rend") == "bad" else ""
                found.append(Example(f"{chapter}-{number}", str(node.text), code))
    return found
