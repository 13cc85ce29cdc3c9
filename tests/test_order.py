"""The order of names on a page is that of the page's language."""

from pathlib import Path

import pytest
from lxml import html

from tei_edition.build import build
from tei_edition.project import Project

NAMES = ["Țara", "Tz", "Sadova", "Șag", "Szolnok", "Ăb", "Azuga", "Ineu", "Îneca", "Izvor", "Âb"]

ROMANIAN = ["Azuga", "Ăb", "Âb", "Ineu", "Izvor", "Îneca", "Sadova", "Szolnok", "Șag", "Tz", "Țara"]
FRENCH = ["Ăb", "Âb", "Azuga", "Îneca", "Ineu", "Izvor", "Sadova", "Șag", "Szolnok", "Țara", "Tz"]

HEADER = """<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>
<publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>"""


def headwords(folder: Path, language: str, names: list[str]) -> list[str]:
    """Build a register of some places; gives their names and the letters above them as the page has them."""
    places = "".join(
        f'<place xml:id="p{n}"><placeName>{name}</placeName></place>' for n, name in enumerate(names)
    )
    root = f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{language}">{HEADER}'
    files = {
        "registers/places.xml": f"{root}<standOff><listPlace>{places}</listPlace></standOff></TEI>",
        "documents/one.xml": f"{root}<text><body><div><p>x</p></div></body></text></TEI>",
    }
    for name, text in files.items():
        file = folder / "tei" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    assert build(Project(folder), ["html"], despite_findings=True).files
    page = html.parse(folder / "build" / "html" / "registers" / "places.html").getroot()
    return [
        str(node.text).strip()
        for node in page.xpath("//main//*[contains(@class, 'head') or @class='letter']")
    ]


@pytest.mark.parametrize(("language", "expected"), [("ro", ROMANIAN), ("fr", FRENCH), ("en", FRENCH)])
def test_names_are_sorted_as_the_language_has_them(
    language: str, expected: list[str], tmp_path: Path
) -> None:
    assert headwords(tmp_path, language, NAMES) == expected


def test_letters_of_a_long_register(tmp_path: Path) -> None:
    names = [*NAMES, "Élan", *(f"Sat {number}" for number in range(40))]
    letters = [name for name in headwords(tmp_path, "ro", names) if len(name) == 1]
    assert letters == ["A", "Ă", "Â", "E", "I", "Î", "S", "Ș", "T", "Ț"]
