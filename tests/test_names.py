"""The rules about names, registers and identifiers (N): what they find, and what they leave alone."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from conftest import ALL
from tei_edition.checks import coordinates, identifiers, names, registers, untagged
from tei_edition.checks.found import Found
from tei_edition.corpus import Corpus
from tei_edition.examine import Way, check
from tei_edition.markup import TEI
from tei_edition.project import Project
from tei_edition.read import parse, read
from tei_edition.source import Source

AFRESH = Way(cache=False)


def document(body: str) -> Source:
    text = f'<TEI xmlns="{TEI}" xml:lang="en"><text><body><div>{body}</div></body></text></TEI>'
    source = parse(Path("here.xml"), text.encode())
    assert isinstance(source, Source), source
    return source


def shown(found: list[Found]) -> list[str]:
    return [f"{one.code} {one.message} {one.hint}" for one in found]


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("wikidata", "Q152030"),
        ("Wikidata", "https://www.wikidata.org/wiki/Q152030"),
        ("", "http://www.wikidata.org/entity/Q152030"),
        ("", "https://www.wikidata.org/wiki/Special:Search"),
        ("GeoNames", "675810"),
        ("", "http://www.geonames.org/3247449/aachen"),
        ("", "https://www.geonames.org/search.html?q=Iasi"),
        ("gnd", "11864968X"),
        ("GND", "(DE-588)118551655"),
        ("GND", "4045791-6"),
        ("", "https://d-nb.info/gnd/118551655"),
        ("gnd", "https://lobid.org/gnd/118551655"),
        ("viaf", "36943660"),
        ("isni", "0000 0001 2103 2683"),
        ("orcid", "0000-0002-1825-0097"),
        ("orcid", "0000-0002-1694-233x"),
        ("", "https://orcid.org/0000-0002-1825-0097"),
        ("shelfmark", "Q 1"),
        ("gnd", ""),
    ],
)
def test_right_identifiers(kind: str, value: str) -> None:
    assert shown(list(identifiers.check(document(f'<idno type="{kind}">{value}</idno>')))) == []
    if value.startswith("http"):
        assert shown(list(identifiers.check(document(f'<ref target="{value}">x</ref>')))) == []


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        (
            "WIKIDATA",
            "152030",
            'N301 "152030" is not the form of a Wikidata identifier. '
            "A Wikidata identifier is Q and digits, such as Q152030.",
        ),
        (
            "",
            "https://www.geonames.org/67581O",
            'N301 "https://www.geonames.org/67581O" is not the form of a GeoNames identifier. '
            "A GeoNames identifier is digits only, such as 675810.",
        ),
        (
            "orcid",
            "0000-0002-1825-097",
            'N301 "0000-0002-1825-097" is not the form of an ORCID identifier. '
            "An ORCID identifier is 16 digits, the last may be X, such as 0000-0002-1825-0097.",
        ),
        (
            "gnd",
            "118551656",
            'N302 "118551656" is no GND identifier: its check digit does not fit the others. '
            "Compare it with the authority's page; a digit is wrong or two are exchanged.",
        ),
        (
            "",
            "https://orcid.org/0000-0002-1852-0097",
            'N302 "https://orcid.org/0000-0002-1852-0097" is no ORCID identifier: its check digit does not '
            "fit the others. Compare it with the authority's page; a digit is wrong or two are exchanged.",
        ),
    ],
)
def test_wrong_identifiers(kind: str, value: str, said: str) -> None:
    assert shown(list(identifiers.check(document(f'<idno type="{kind}">{value}</idno>')))) == [said]
    if value.startswith("http"):
        assert shown(list(identifiers.check(document(f'<ref target="{value}">x</ref>')))) == [said]


@pytest.mark.parametrize(
    ("geo", "said"),
    [
        ("47.17 27.57", []),
        ("47.17, 27.57", []),
        ("-33.9 151.2", []),
        ("47.1 27.5 47.2 27.6 47.3 27.7", []),
        ("47°10′N 27°34′E", []),
        ("", []),
        (
            "47,17 27,57",
            ['N305 "47,17 27,57" has decimal commas; programs read four numbers. Write "47.17 27.57".'],
        ),
        (
            "151.2 -33.9",
            [
                'N304 "151.2 -33.9" begins with the longitude: no latitude is greater than 90. '
                'If it is so, write "-33.9 151.2".'
            ],
        ),
        (
            "471.7 27.57",
            [
                'N303 "471.7 27.57" is no place on the earth: latitudes end at 90 degrees, '
                'longitudes at 180. Write latitude and longitude in degrees: "47.17 27.57".'
            ],
        ),
    ],
)
def test_coordinates(geo: str, said: list[str]) -> None:
    assert shown(list(coordinates.check(document(f"<geo>{geo}</geo>")))) == said


def test_coordinates_exchanged_among_others() -> None:
    others = "".join(f"<place><geo>{45 + n}.1 {20 + n}.2</geo></place>" for n in range(8))
    for far, count in (("24.5 48.5", 1), ("40.7 -74.0", 0), ("48.5 24.5", 0), ("31.2 121.5", 0)):
        source = document(f"<listPlace>{others}<place><geo>{far}</geo></place></listPlace>")
        found = list(coordinates.check(source))
        assert len(found) == count
        assert all('"24.5 48.5" lies far from the other places' in one.message for one in found)


def test_other_systems_of_coordinates_are_left_alone() -> None:
    assert list(coordinates.check(document('<geoDecl datum="OSGB36"/><geo>400000 300000</geo>'))) == []


def entries(one: str, other: str) -> str:
    return f'<listPerson><person xml:id="a">{one}</person><person xml:id="b">{other}</person></listPerson>'


IDNO = '<idno type="{}">{}</idno>'
HINT_102 = "Make one entry of the two, or correct the identifier of one."
HINT_103 = "Make one entry of the two, or write a note or an identifier into both that tells them apart."


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (
            IDNO.format("gnd", "118551655"),
            '<linkGrp><link target="https://d-nb.info/gnd/118551655"/></linkGrp>',
            [f'N102 "b" and "a" have the same identifier, GND 118551655. {HINT_102}'],
        ),
        (IDNO.format("gnd", "118551655"), IDNO.format("viaf", "118551655"), []),
        (IDNO.format("gnd", "118551655"), f"<note>not {IDNO.format('gnd', '118551655')}</note>", []),
        (IDNO.format("file", "1"), IDNO.format("file", "1"), []),
        (
            "<persName>Ión Popescu</persName>",
            "<persName>Ion  POPESCU</persName>",
            [f'N103 "b" and "a" have the same name, and no dates tell them apart: "Ion POPESCU". {HINT_103}'],
        ),
        (
            '<persName>Ion Popescu</persName><birth when="1901"/>',
            '<persName>Ion Popescu</persName><birth when="1901"/>',
            [f'N103 "b" and "a" have the same name and dates: "Ion Popescu". {HINT_103}'],
        ),
        (
            '<persName>Ion Popescu</persName><birth when="1901"/>',
            '<persName>Ion Popescu</persName><death when="1901"/>',
            [],
        ),
        (
            "<persName>Ion Popescu</persName><note>a baker</note>",
            "<persName>Ion Popescu</persName><note>a doctor</note>",
            [],
        ),
        (
            "<persName>Ion Popescu</persName>" + IDNO.format("wikidata", "Q1"),
            "<persName>Ion Popescu</persName>" + IDNO.format("wikidata", "Q2"),
            [],
        ),
        ("", "", []),
    ],
)
def test_entries_that_are_there_twice(one: str, other: str, said: list[str]) -> None:
    assert shown(list(registers.check(document(entries(one, other))))) == said


def project_with(folder: Path, body: str, persons: str) -> Project:
    """Make an edition of one document and one register."""
    for name, text in (("documents/here", body), ("registers/persons", persons)):
        file = folder / "tei" / f"{name}.xml"
        file.parent.mkdir(parents=True)
        file.write_text(f'<TEI xmlns="{TEI}" xml:lang="en"><text><body>{text}</body></text></TEI>', "utf-8")
    return Project(folder)


def told(files: list[Path], letters: str) -> list[str]:
    found = check(files, (), ALL, AFRESH)
    return [f"{one.path.stem} {one.code} {one.message}" for one in found if one.code.startswith(letters)]


def test_entries_that_nothing_names(tmp_path: Path) -> None:
    own = '<persName ref="#b">Ion</persName>'
    body = '<p><persName ref="../registers/persons.xml#a">Ion</persName></p>'
    project = project_with(tmp_path, body, entries("", own))
    files = [*project.documents, *project.registers]
    assert told(files, "N101") == ['persons N101 Nothing in the edition names the entry "b".']
    assert told(project.registers, "N101") == []


PERSONS = """<listPerson>
<person xml:id="ion"><persName xml:lang="en">Antonescu, Ion</persName>
<persName xml:lang="en">Marshal Antonescu</persName></person>
<person xml:id="carol"><persName xml:lang="en">Carol II</persName></person>
<org xml:id="ssi"><orgName xml:lang="ro">Serviciul Special de Informații</orgName></org>
<person xml:id="nobody"/></listPerson>"""


def of_names(folder: Path, body: str) -> list[str]:
    body = f"<p>{body}</p>".replace("@", "../registers/persons.xml#")
    project = project_with(folder, body, PERSONS)
    source = read(project.documents[0])
    assert isinstance(source, Source)
    return [f"{one.code} {one.message}" for one in names.check(source, Corpus(project, [source]))]


@pytest.mark.parametrize(
    "body",
    [
        '<persName ref="@ion">Ion Antonescu</persName>',
        '<persName ref="@ion">ANTONESCU</persName>',
        '<persName ref="@ion">Antonescus</persName>',
        '<persName ref="@ion">I. A.</persName>',
        '<persName ref="@ion">the dictator</persName>',
        '<persName ref="@ion">Он</persName>',
        '<persName ref="@carol"><choice><sic>X</sic><corr>King Carol</corr></choice></persName>',
        '<orgName ref="@ssi">S.S.I.</orgName>',
        '<orgName ref="@ssi">Secret Service</orgName>',
        '<rs ref="@carol">the Marshal Antonescu</rs>',
        '<persName ref="@nobody">Ion Antonescu</persName>',
        '<persName ref="https://www.wikidata.org/wiki/Q152030">Ion Antonescu</persName>',
    ],
)
def test_names_like_their_entries(tmp_path: Path, body: str) -> None:
    assert of_names(tmp_path, body) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            '<persName ref="@carol">Ion Antonescu</persName>, <name ref="@carol">Ion Antonescu</name>',
            '"Ion Antonescu" resembles no name of the entry "carol" ("Carol II"), and is the name of "ion".',
        ),
        (
            '<persName ref="@carol">Corneliu Codreanu</persName>',
            '"Corneliu Codreanu" resembles no name of the entry "carol" ("Carol II").',
        ),
    ],
)
def test_names_unlike_their_entries(tmp_path: Path, body: str, said: str) -> None:
    assert of_names(tmp_path, body) == [f"N201 {said}"]


def test_the_same_words_that_point_elsewhere(tmp_path: Path) -> None:
    often = '<persName ref="@ion">Antonescu</persName> ' * 5
    once = '<persName ref="@nobody">Antonescu</persName>'
    said = '"Antonescu" points to "../registers/persons.xml#nobody" here, and 5 times to'
    assert of_names(tmp_path, often + once) == [f'N202 {said} "../registers/persons.xml#ion".']
    assert of_names(tmp_path / "twice", often + once + once) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Carol, ", 'The tag of the name "Carol," ends with a space.'),
        ("Carol,", 'The tag of the name "Carol," ends with ",".'),
        (" Carol", 'The tag of the name "Carol" begins with a space.'),
        (" Carol ", 'The tag of the name "Carol" begins and ends with a space.'),
    ],
)
def test_padded_names(tmp_path: Path, name: str, said: str) -> None:
    assert of_names(tmp_path, f'<persName ref="@carol">{name}</persName>') == [f"N204 {said}"]


def test_names_that_are_not_padded(tmp_path: Path) -> None:
    right = ("Carol", "C.", "“Carol”", "Carol (II)", "", "\n<forename>Carol</forename>\n")
    assert of_names(tmp_path, " ".join(f'<persName ref="@carol">{name}</persName>' for name in right)) == []


def test_an_id_of_another_file(tmp_path: Path) -> None:
    twice = '<persName ref="#ion">A</persName> <persName ref="#ion">A</persName>'
    body = f'<p>{twice} <ref target="#own">x</ref></p>'
    project = project_with(tmp_path, body + '<p xml:id="own"/>', PERSONS)
    found = [one for one in check(project.documents, way=AFRESH) if one.code == "N006"]
    assert [(one.message, one.hint) for one in found] == [
        (
            '"#ion" is looked for in this file, and the entry stands in persons.xml.',
            'Write "../registers/persons.xml#ion" wherever it is meant.',
        )
    ]


def test_an_id_of_another_file_with_a_prefix(tmp_path: Path) -> None:
    body = '<p><persName ref="#ion">A</persName></p>'
    project = project_with(tmp_path, body, PERSONS)
    prefix = '<prefixDef ident="p" matchPattern="(.+)" replacementPattern="registers/persons.xml#$1"/>'
    text = f'<TEI xmlns="{TEI}"><teiHeader>{prefix}</teiHeader></TEI>'
    (tmp_path / "tei" / "edition.xml").write_text(text, "utf-8")
    found = [one for one in check(project.documents, way=AFRESH) if one.code == "N006"]
    assert [one.hint for one in found] == ['Write "p:ion" wherever it is meant.']


@pytest.mark.parametrize(
    ("pointer", "hint"),
    [
        ("own", 'Write "#own".'),
        ("carol", 'Write "../registers/persons.xml#carol".'),
        ("scans/1.jpg", "Put it there, or correct the pointer."),
        ("registers/person.xml", "Correct the pointer."),
        ("../registers/person.xml", "Did you mean persons.xml?"),
        ("someone else", "Correct the pointer."),
        ("#hers", 'Did you mean "#here"?'),
        ("#en-s7", "Correct it, or look at the ids of the sentences."),
        ("#letter-2", "Correct it, or add the entry."),
    ],
)
def test_what_may_be_meant_by_a_pointer_that_leads_nowhere(tmp_path: Path, pointer: str, hint: str) -> None:
    body = f'<p xml:id="own"/><p xml:id="here"><s xml:id="fr-s7"/><ref target="{pointer}">x</ref></p>'
    project = project_with(tmp_path, body, PERSONS)
    file = project.documents[0]
    file.write_text(file.read_text("utf-8").replace("<TEI", '<TEI xml:id="letter-1-en"'), "utf-8")
    found = [one for one in check([file], way=AFRESH) if one.code == "N002"]
    assert {one.hint for one in found} == {hint}


@pytest.mark.parametrize("pointer", ["../registers/persons.xml#", "#"])
def test_a_register_that_cannot_be_read_is_one_finding(tmp_path: Path, pointer: str) -> None:
    body = "".join(f'<persName ref="{pointer}{who}">A</persName>' for who in ("ion", "carol", "ion"))
    project = project_with(tmp_path, f"<p>{body}</p>", "<listPerson>")
    said = f'"{pointer}ion" and perhaps others lead into persons.xml, which cannot be read.'
    assert told(project.documents, "N") == [f"here N002 {said}"]
    assert told([*project.documents, *project.registers], "N") == []


def test_a_header_of_the_edition_that_cannot_be_read_is_one_finding(tmp_path: Path) -> None:
    body = "".join(f'<persName ref="p:{who}">A</persName>' for who in ("ion", "carol", "ion"))
    project = project_with(tmp_path, f"<p>{body}</p>", PERSONS)
    (tmp_path / "tei" / "edition.xml").write_text(f'<TEI xmlns="{TEI}"><teiHeader></TEI>', "utf-8")
    said = '"p:ion" and perhaps others lead into edition.xml, which cannot be read.'
    assert told(project.documents, "N") == [f"here N002 {said}"]
    everything = [*project.documents, *project.registers, project.edition]
    assert told(everything, "N") == []
    assert {one.code for one in check(everything, way=AFRESH)} >= {"W002"}


TAGGED = '<placeName ref="#x">New Iași</placeName>, '
HINT_203 = 'If the same is meant, write <placeName ref="#x">New Iași</placeName>.'


def of_untagged(body: str) -> list[tuple[int, str, str]]:
    return [(one.line, one.message, one.hint) for one in untagged.check(document(body))]


@pytest.mark.parametrize("times", [4, 6])
def test_a_name_left_untagged(times: int) -> None:
    said = f'"New Iași" is tagged as a name {times} times in this language, and not here.'
    assert of_untagged(f"<p>{TAGGED * times}<hi/>\nfrom New\nIași.</p>") == [(2, said, HINT_203)]


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{TAGGED * 3} from New Iași.</p>",
        f"<p>{TAGGED * 4} from New Iași to New Iași.</p>",
        f"<p>{TAGGED * 4} from New Iașiului, in the New Iași Ghetto, in Old New Iași.</p>",
        f"<head>New Iași</head><p>{TAGGED * 4} <rs>New Iași</rs><note>New Iași</note></p>",
        f'<p>{TAGGED * 4} <foreign xml:lang="ro">de la New Iași</foreign></p>',
        "<p>" + '<placeName ref="#x">iași</placeName> ' * 5 + "from iași</p>",
    ],
)
def test_names_that_are_left_alone(body: str) -> None:
    assert of_untagged(body) == []


_LETTERS = st.text(alphabet="ABÉab\u0301 -'.\n_1", max_size=12)
_NAMES = st.lists(_LETTERS.map(lambda text: "A" + " ".join(text.split())), min_size=1, max_size=5)


@example(["Anna", "Anna Berg", "Anna Bergmann"], "Anna Bergen, Anna  Berg, Annas und Anna, Hanna und X-Anna")
@given(_NAMES, st.lists(_LETTERS, max_size=8).map("A".join))
def test_names_are_found_by_their_first_word_as_if_each_were_tried_everywhere(
    tagged: list[str], text: str
) -> None:
    longest_first = sorted(tagged, key=lambda name: (-len(name), name))
    each = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest_first)
    everywhere = re.finditer(rf"(?<![\w-])(?:{each})(?!\w)", text)
    found = untagged._Names.of(tagged).find(text)
    assert [one.span() for one in found] == [one.span() for one in everywhere]


def test_a_name_that_begins_with_no_letter_is_not_looked_for() -> None:
    assert not list(untagged._Names.of(["(Berlin)"]).find("in (Berlin)"))


def test_malformed_identifiers_are_all_found_in_one_look() -> None:
    refs = " ".join(f'<ref target="https://d-nb.info/gnd/{number}">x</ref>' for number in ("12", "34", "12"))
    found = [one for one in identifiers.check(document(f"<p>{refs}</p>")) if one.code == "N301"]
    assert [one.element.get("target", "")[-2:] for one in found] == ["12", "34", "12"]
