"""The rules about dates, numbers and lives (D): what they find, in which words, and what they leave alone."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tei_edition.checks import dates, lives, numbers
from tei_edition.checks.found import Found
from tei_edition.corpus import Corpus
from tei_edition.markup import TEI
from tei_edition.project import Project
from tei_edition.read import parse
from tei_edition.source import Source

DOCUMENT = f"""<TEI xmlns="{TEI}" xml:id="here" xml:lang="en"><teiHeader><fileDesc><titleStmt><title>A</title>
</titleStmt></fileDesc>{{header}}</teiHeader><text><body><p>{{body}}</p></body></text></TEI>"""


def document(body: str, header: str = "") -> Source:
    source = parse(Path("here.xml"), DOCUMENT.format(body=body, header=header).encode())
    assert isinstance(source, Source), source
    return source


def shown(found: list[Found]) -> list[str]:
    return [f"{one.code} {one.message}" for one in found]


def cases() -> list[tuple[str, list[str]]]:
    """Give the elements of `cases/dates.txt`, each with what is said of it."""
    found: list[tuple[str, list[str]]] = []
    for line in (Path(__file__).parent / "cases" / "dates.txt").read_text("utf-8").splitlines():
        if line.startswith("    "):
            found[-1][1].append(line.strip())
        elif line and not line.startswith("#"):
            found.append((line, []))
    return found


@pytest.mark.parametrize(("body", "said"), cases())
def test_what_is_found(body: str, said: list[str]) -> None:
    source = document(body)
    found = [*dates.check(source), *numbers.check(source)]
    lines = [line for one in found for line in (f"{one.code} {one.message}", f"Hint: {one.hint}")]
    assert [line for line in lines if line in said or not line.startswith("Hint")] == said


def test_figures_in_another_order_are_a_contradiction_where_only_one_order_is_used() -> None:
    body = '<date when="1941-05-07">5/7/41</date>'
    text = DOCUMENT.format(body=body, header="").replace('xml:lang="en"', 'xml:lang="fr"')
    source = parse(Path("here.xml"), text.encode())
    assert isinstance(source, Source)
    assert shown(list(dates.check(source))) == ['D201 "5/7/41" is tagged 1941-05-07.']


def test_a_date_is_read_in_another_language_than_it_is_marked_as() -> None:
    """Headers are marked with no language or the wrong one; what fits in any is right."""
    for language in ("de", "cs", "", "zz"):
        source = document(f'<date when="1941-06-29" xml:lang="{language}">29 June 1941</date>')
        assert shown(list(dates.check(source))) == []
        source = document(f'<date when="1941-06-28" xml:lang="{language}">29 June 1941</date>')
        assert shown(list(dates.check(source))) == ['D201 "29 June 1941" is tagged 1941-06-28.']


PERSONS = f"""<TEI xmlns="{TEI}"><text><body><listPerson>
<person xml:id="old"><birth when="1850"/><death when="1900"/></person>
<person xml:id="child"><birth when="1942-05-01"/></person>
<person xml:id="adult"><birth when="1900"/><death when="1941-06-29"/></person>
<person xml:id="unknown"><birth/></person>
</listPerson></body></text></TEI>"""

CREATED = '<profileDesc><creation><date when="1941-06">June 1941</date></creation></profileDesc>'
SENT = (
    '<profileDesc><correspDesc><correspAction type="sent"><persName ref="persons.xml#{}">X</persName>'
    '<date when="1941-07-06">6 July 1941</date></correspAction></correspDesc></profileDesc>'
)


def of_lives(folder: Path, body: str, header: str) -> list[str]:
    """Check a document beside a register."""
    (folder / "tei" / "registers").mkdir(parents=True)
    (folder / "tei" / "registers" / "persons.xml").write_text(PERSONS, "utf-8")
    text = DOCUMENT.format(body=body, header=header).replace("persons.xml#", "../registers/persons.xml#")
    source = parse(folder / "tei" / "documents" / "here.xml", text.encode())
    assert isinstance(source, Source)
    return shown(list(lives.check(source, Corpus(Project(folder), [source]))))


@pytest.mark.parametrize(
    ("body", "header", "said"),
    [
        (
            '<persName ref="persons.xml#child">A child</persName>',
            CREATED,
            ['D401 "A child" is born 1942-05-01, after the date of this document.'],
        ),
        ('<persName ref="persons.xml#old">The dead</persName>', CREATED, []),
        ('<persName ref="persons.xml#unknown">Somebody</persName>', CREATED, []),
        ('<note><persName ref="persons.xml#child">A child</persName></note>', CREATED, []),
        ('<persName ref="persons.xml#child">A child</persName>', "", []),
        ("", SENT.format("old"), ['D401 "X" dies 1900, before the date of this document.']),
        ("", SENT.format("child"), ['D401 "X" is born 1942-05-01, after the date of this document.']),
        ("", SENT.format("adult"), ['D401 "X" dies 1941-06-29, before the date of this document.']),
        ("", SENT.format("adult").replace("1941-07-06", "1941-06"), []),
        ('<persName ref="persons.xml#adult">X</persName>', SENT.format("unknown"), []),
    ],
)
def test_lives(tmp_path: Path, body: str, header: str, said: list[str]) -> None:
    assert of_lives(tmp_path, body, header) == said


VALUES = st.sampled_from(
    """1941 1941-06 1941-06-29 1941-06-31 --06-29 ---31 0000 -0044 9999-12-31 0001-01-01 195704 29.6.1941 x
    10:30:00 1941-06-29T10:30:00Z 1e3 1/3 1/0 99999999999999999999 12345678901234567890123""".split()
) | st.text("0123456789-/.:eTZ", max_size=30)
WORDS = st.sampled_from(
    ["29 June 1941", "'41", "since 1938", "winter", "1/0", "½", "a", "the 31st", "Monday", "XX"]
)
NAMES = st.sampled_from(
    ["when", "notBefore", "notAfter", "from", "to", "when-iso", "value", "quantity", "atLeast"]
)
ELEMENTS = st.sampled_from(["date", "num", "measure", "birth", "residence"])


@given(ELEMENTS, st.dictionaries(NAMES, VALUES), WORDS | st.text("JuneMai0123456789 .-/'", max_size=30))
@settings(deadline=None)
def test_nothing_is_too_odd(name: str, values: dict[str, str], words: str) -> None:
    element = etree.Element(f"{{{TEI}}}{name}", values)
    element.text = words
    source = document(etree.tostring(element, encoding="unicode"))
    for one in [*dates.check(source), *numbers.check(source)]:
        assert one.message.endswith(".")
        assert one.hint.endswith(".")
        assert one.attribute in values
