"""What a build made for programs, and what of the TEI it was made of."""

import csv
from pathlib import Path

from lxml import etree

from conftest import ROOT


def site(made: Path) -> Path:
    return made / "html"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def tei_of(name: str) -> etree._Element:
    return etree.parse(ROOT / "tei" / f"{name}.xml").getroot()


PLAIN = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="plain" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>T</title></titleStmt><publicationStmt><p>P</p></publicationStmt>
<sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader><text><body><head>One</head>
<p>Two<lb/>three <choice><sic>fuor</sic><corr>four</corr></choice>.
<note>no</note><note type="source">yes</note></p>
<lg><l>five</l><l>six</l></lg><table><row><cell>a</cell><cell>b</cell></row><row><cell>c</cell></row></table>
</body></text></TEI>"""
