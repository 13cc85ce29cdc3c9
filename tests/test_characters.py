"""The rules about characters (U): what they find, where, and what they leave alone."""

from pathlib import Path

import pytest

from tei_edition.checks import characters
from tei_edition.markup import TEI
from tei_edition.read import parse
from tei_edition.source import Source

FOUND = {
    # cedilla
    '<p xml:lang="ro">la Iaşi</p>': ("U001", 21, 'Write "Iași".'),
    '<p xml:lang="fr">à Constanţa</p>': ("U001", 20, 'Write "Constanța".'),
    '<div type="original"><p xml:lang="ro">Iaşi</p></div>': (
        "U001",
        39,
        "Write <choice><orig>Iaşi</orig><reg>Iași</reg></choice>.",
    ),
    # forms
    "<p>the cafe\u0301s</p>": ("U002", 11, "Write it in normal form C (U+00E9)."),
    "<p>in M\u04d3nner</p>": ("U003", 7, 'Write "Männer".'),
    "<p>М\u043eskva or Mоскva</p>": ("U003", 4, 'Write "Moskva".'),
    # what nobody sees
    "<p>one\u202e two</p>": ("U004", 7, "Delete it."),
    "<p>one\u200e two</p>": ("U004", 7, "Delete it."),
    "<p>the king\u0092s</p>": ("U005", 12, 'Write "’", if that is what is meant.'),
    "<p>the king&#x92;s</p>": ("U005", 12, 'Write "’", if that is what is meant.'),
    "<p>the dicta\u00adtor</p>": ("U006", 13, 'Write "dictator"; pages and books divide words themselves.'),
    "<p>a \ue001</p>": ("U007", 6, "Write the character that is meant, or put it into `g` and describe it."),
    "<p>Ia\ufffdi</p>": ("U008", 6, "Look it up in the source, and correct it."),
    "<p>the cafÃ© there</p>": ("U009", 11, 'Write "é", and look for others.'),
    "<p>he said â€œno</p>": ("U009", 12, 'Write "“", and look for others.'),
    "<p>Bucha\u200brest</p>": ("U010", 9, "Delete it."),
}

RIGHT = [
    '<p xml:lang="ro">la Iași, Constanța</p>',
    '<p xml:lang="tr">Ağaç ve kuş, beş</p>',
    '<p xml:lang="en">the Turkish word kuş</p>',
    '<p xml:lang="ro">litera ş</p>',
    '<p xml:lang="ro"><orig>Iaşi</orig></p>',
    '<persName xml:lang="ro" source="#s">Iaşi</persName>',
    "<p>Москва, Αθήνα, Moskva</p>",
    '<p xml:lang="ro-fonipa">ˈjaʃʲ βɑθ</p>',
    '<p xml:lang="he">\u05d0\u05d1\u200e (1)</p>',
    "<p>\u2067\u05d0\u05d1\u2069 it says</p>",
    '<p xml:lang="fa">\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645</p>',
    '<p><g ref="#x">\ue001</g></p>',
    "<p>São Paulo, Über, Ägypten, Ånge, Âge, Èze</p>",
    "<p>x\u0331 has no form of its own</p>",
]


def check(body: str) -> list[tuple[str, int, str]]:
    text = f'<TEI xmlns="{TEI}" xml:lang="en"><text><body>\n{body}\n</body></text></TEI>'
    source = parse(Path("here.xml"), text.encode())
    assert isinstance(source, Source)
    found = list(characters.check(source))
    assert {finding.line for finding in found} <= {2}
    return [(finding.code, finding.column, finding.hint) for finding in found]


@pytest.mark.parametrize("body", FOUND)
def test_what_is_found_and_where(body: str) -> None:
    assert check(body)[0] == FOUND[body]


@pytest.mark.parametrize("body", RIGHT)
def test_what_is_right(body: str) -> None:
    assert check(body) == []


def test_what_stands_behind_an_element_belongs_to_the_one_around_it() -> None:
    assert check('<p xml:lang="ro"><hi xml:lang="tr">kuş</hi> Iaşi</p>')[0][0] == "U001"
