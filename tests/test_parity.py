"""What versions of a text, and statements said to be the same, name (L2)."""

from pathlib import Path

import pytest

from tei_edition.checks import versions
from tei_edition.checks.found import Found
from tei_edition.corpus import Corpus
from tei_edition.examine import check
from tei_edition.markup import TEI
from tei_edition.project import Project
from tei_edition.read import read
from tei_edition.source import Source

REGISTER = """<standOff><listPerson>
<person xml:id="carol"><persName>Carol II</persName><persName xml:lang="fr">Charles II</persName></person>
<person xml:id="ion"><persName xml:lang="en">Ion Antonescu</persName></person>
<person xml:id="mihai"><persName xml:lang="en">Mihai Antonescu</persName></person></listPerson>
<listPlace><place xml:id="iasi"><placeName>Iași</placeName><placeName>Jassy</placeName></place>
<place xml:id="cluj"><placeName>Cluj</placeName></place></listPlace>
<listOrg><org xml:id="guard"><orgName>Iron Guard</orgName></org></listOrg>
<listEvent><event xml:id="pogrom"><label>Iași pogrom</label></event></listEvent></standOff>"""

PREFIX = (
    '<prefixDef ident="r" matchPattern="([a-z]+)" replacementPattern="registers/all.xml#$1"/>'
    '<prefixDef ident="edition" matchPattern="([a-z-]+)" replacementPattern="edition.xml#$1"/>'
    '<taxonomy xml:id="parallel-statements"><category xml:id="same-statement"/><category xml:id="partly"/>'
    "</taxonomy>"
)


def edition(folder: Path, **files: str) -> Project:
    written = {"edition.xml": f"<standOff>{PREFIX}</standOff>", "registers/all.xml": REGISTER}
    for name, text in (written | files).items():
        path = folder / "tei" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'<TEI xmlns="{TEI}">{text}</TEI>', "utf-8")
    return Project(folder)


def document(english: list[str], french: list[str], links: str = "") -> str:
    """Give a document with sentences in two versions, linked one to one or as said."""
    written = links or " ".join(f"{number}|{number}" for number in range(1, len(english) + 1))
    targets = (link.split("|") for link in written.split())
    group = "".join(
        f'<link target="{" ".join([*(f"#en-s{n}" for n in one), *(f"#fr-s{n}" for n in other)])}"/>'
        for one, other in targets
    )
    return f'<standOff><linkGrp type="translation">{group}</linkGrp></standOff>' + body(english, french)


def body(english: list[str], french: list[str]) -> str:
    divisions = "".join(
        f'<div type="{kind}" xml:lang="{language}"><p>'
        + "".join(f'<s xml:id="{language}-s{n}">{text}</s>' for n, text in enumerate(texts, 1))
        + "</p></div>"
        for kind, language, texts in (("original", "en", english), ("translation", "fr", french))
    )
    return f"<text><body>{divisions}</body></text>"


def found(folder: Path, text: str) -> list[Found]:
    project = edition(folder, **{"documents/here.xml": text})
    source = read(project.documents[0])
    assert isinstance(source, Source)
    return [one for one in versions.check(source, Corpus(project)) if one.code[1] == "2"]


def said(folder: Path, text: str) -> list[str]:
    return [f"{one.code} {one.message}" for one in found(folder, text)]


CAROL = '<persName ref="r:carol">Carol II</persName>'
ION = '<persName ref="r:ion">Antonescu</persName>'
MIHAI = '<persName ref="r:mihai">Mihai Antonescu</persName>'
IASI = '<placeName ref="r:iasi">Iași</placeName>'
JUNE = '<date when="1941-06-29">29 June 1941</date>'
JUIN = '<date when="1941-06-29">29 juin 1941</date>'
DEAD = '<measure quantity="13266" commodity="victims">13,266 Jews</measure>'
HERE, THERE = 'The English original ("en-s1")', 'the French translation ("fr-s1")'


@pytest.mark.parametrize(
    ("english", "french", "message"),
    [
        (CAROL, "Il", f'L201 {HERE} tags "Carol II" (r:carol); {THERE} does not.'),
        (CAROL, "Charles", f'L201 {HERE} tags "Carol II" (r:carol); {THERE} has "Charles", not tagged so.'),
        (
            "He",
            CAROL,
            'L201 The French translation ("fr-s1") tags "Carol II" (r:carol); '
            'the English original ("en-s1") does not.',
        ),
        (
            CAROL,
            ION,
            f'L201 {HERE} tags "Carol II" (r:carol), {THERE} "Antonescu" (r:ion).',
        ),
        (f"{ION} {MIHAI}", MIHAI, f'L201 {HERE} tags "Antonescu" (r:ion); {THERE} does not.'),
        (
            IASI,
            '<placeName ref="r:cluj">Iasi</placeName> <placeName ref="r:cluj">Cluj</placeName>',
            f'L202 {HERE} tags "Iași" (r:iasi), {THERE} "Iasi" (r:cluj).',
        ),
        (IASI, "à Jassy", f'L202 {HERE} tags "Iași" (r:iasi); {THERE} has "Jassy", not tagged so.'),
        (
            '<orgName ref="r:guard">Guard</orgName>',
            "Ils",
            f'L203 {HERE} tags "Guard" (r:guard); {THERE} does not.',
        ),
        (
            '<rs type="event" ref="r:pogrom">pogrom</rs>',
            "le pogrome",
            f'L203 {HERE} tags the event "pogrom" (r:pogrom); {THERE} has "pogrome", not tagged so.',
        ),
        (JUNE, "ce jour", f'L204 {HERE} tags the date "29 June 1941" (1941-06-29); {THERE} does not.'),
        (
            JUNE,
            "le 29 juin 1941",
            f'L204 {HERE} tags the date "29 June 1941" (1941-06-29); {THERE} has "29 … 1941", not tagged so.',
        ),
        (
            JUNE,
            '<date when="1941-07-29">29 juillet 1941</date>',
            f'L204 {HERE} tags the date "29 June 1941" (1941-06-29), {THERE} "29 juillet 1941" (1941-07-29).',
        ),
        (
            "Juni",
            '<date when="1942-09">1942</date>',
            'L204 The French translation ("fr-s1") tags the date "1942" (1942-09); '
            'the English original ("en-s1") does not.',
        ),
        (
            DEAD,
            '<num value="13626">13 626</num>',
            f'L205 {HERE} tags the figure "13,266 Jews" (quantity="13266" commodity="victims"), '
            f'{THERE} "13 626" (value="13626").',
        ),
        (
            DEAD,
            '<measure quantity="13266" atLeast="13266">au moins 13 266</measure>',
            f'L205 {HERE} tags the figure "13,266 Jews" (quantity="13266" commodity="victims"), '
            f'{THERE} "au moins 13 266" (quantity="13266" atLeast="13266").',
        ),
        (
            DEAD,
            "13\u202f266 Juifs",
            f'L205 {HERE} tags the figure "13,266 Jews" (quantity="13266" commodity="victims"); '
            f'{THERE} has "13266", not tagged so.',
        ),
    ],
)
def test_what_one_version_names(english: str, french: str, message: str, tmp_path: Path) -> None:
    assert said(tmp_path, document([english], [french])) == [message]


@pytest.mark.parametrize(
    ("english", "french"),
    [
        (CAROL, CAROL.replace("Carol", "Charles")),
        (f"{CAROL} {CAROL}", CAROL),
        (CAROL, f"{CAROL} {CAROL}"),
        (CAROL, '<rs type="person" ref="registers/all.xml#carol">le roi</rs>'.replace("reg", "../reg")),
        (JUNE, JUIN),
        ('<date from="1941-06-01" to="1941-06-30">June</date>', '<date when="1941-06">juin</date>'),
        (DEAD, DEAD.replace(",", " ")),
        ('<num value="5">five</num>', '<measure quantity="5">cinq</measure>'),
        (f"<note>{CAROL}</note>", f"<note>{ION}</note>"),
        (f"<del>{CAROL}</del>", "rien"),
        (f"<choice><sic>{IASI}</sic><corr>{IASI}</corr></choice>", IASI),
        ('<persName ref="r:nobody">Nobody</persName>', "Personne"),
        ("<date>one day</date>", "un jour"),
        ('<date when="1941-13">?</date>', "un jour"),
        ("<persName>Carol</persName>", "Charles"),
    ],
)
def test_what_is_no_difference(english: str, french: str, tmp_path: Path) -> None:
    assert said(tmp_path, document([english], [french])) == []


@pytest.mark.parametrize(
    ("english", "french"),
    [
        (IASI, '<placeName ref="r:jassy">Jassy</placeName>'),
        (IASI, '<placeName ref="x:iasi">Jassy</placeName>'),
        (IASI, '<placeName ref="r:carol">Jassy</placeName>'),
        (JUNE, '<date when="29.6.1941">29 juin 1941</date>'),
        (DEAD, '<measure quantity="13.266" atLeast="13 266" commodity="victims">13 266 juifs</measure>'),
    ],
)
def test_what_is_tagged_wrongly_is_not_called_missing(english: str, french: str, tmp_path: Path) -> None:
    assert [one for one in said(tmp_path, document([english], [french])) if "untagged" in one] == []
    assert [one for one in said(tmp_path, document([english], [french])) if "does not" in one] == []


def test_the_place_is_the_sentence_of_the_translation_or_the_name_in_it(tmp_path: Path) -> None:
    (one,) = found(tmp_path / "1", document([CAROL], ["Il"]))
    assert (one.element.tag, one.element.get("{http://www.w3.org/XML/1998/namespace}id")) == (
        f"{{{TEI}}}s",
        "fr-s1",
    )
    (one,) = found(tmp_path / "2", document(["He"], [CAROL]))
    assert one.element.get("ref") == "r:carol"


def test_the_neighbour_that_names_it(tmp_path: Path) -> None:
    (one, other) = found(tmp_path, document([CAROL, "He"], ["Il", CAROL]))
    assert one.hint == '"fr-s2" names it: link that sentence too, if it belongs here.'
    assert other.message.startswith('The French translation ("fr-s2") tags "Carol II"')


def test_several_sentences_are_one_passage(tmp_path: Path) -> None:
    assert said(tmp_path, document([f"{CAROL} {IASI}"], [IASI, CAROL], "1|12")) == []


def test_unlinked_versions_are_compared_as_a_whole(tmp_path: Path) -> None:
    text = body([f"{CAROL} in {IASI}", JUNE], [JUIN, f"à {IASI}"])
    (one,) = found(tmp_path, text)
    assert one.message == 'The English original tags "Carol II" (r:carol); the French translation does not.'
    assert one.element.get("ref") == "r:carol"


def test_the_same_words_with_another_date(tmp_path: Path) -> None:
    text = '<date when="{}">1942</date>'
    one = [text.format("1942-09"), text.format("1943"), JUNE]
    assert said(tmp_path, body(one, [text.format("1942-09"), JUIN])) == [
        'L204 The English original tags the date "1942" (1943), the French translation "1942" (1942-09).'
    ]


def test_a_translation_of_a_part_is_not_compared_as_a_whole(tmp_path: Path) -> None:
    assert said(tmp_path, body([f"{CAROL} in {IASI} on {JUNE}, and more of it"], ["Rien."])) == []


def test_a_kind_that_one_version_never_tags_is_told_once(tmp_path: Path) -> None:
    dates = [f'<date when="194{number}">194{number}</date>' for number in range(4)]
    assert said(tmp_path / "1", document(dates, ["a", "b", "c", "d"])) == [
        "L204 The French translation tags no dates; the English original tags 4."
    ]
    assert said(tmp_path / "2", document(["a", "b", "c", "d"], dates)) == [
        "L204 The English original tags no dates; the French translation tags 4."
    ]
    assert len(said(tmp_path / "3", document(dates[:2], ["a", "b"]))) == 2


def test_many_names_that_differ(tmp_path: Path) -> None:
    """Thousands on each side and none in common: what compares each with each would not end."""

    def names(language: str) -> str:
        return " ".join(
            f'<name type="person" ref="https://example.org/{language}/{number}">Name{language}{number}</name>'
            for number in range(5000)
        )

    assert len(found(tmp_path, body([names("a")], [names("b")]))) == 10_000


def test_an_exemption_before_the_sentence(tmp_path: Path) -> None:
    project = edition(tmp_path, **{"documents/here.xml": document([CAROL], ["Il"])})
    (file,) = project.documents
    assert "L201" in {one.code for one in check([file])}
    text = file.read_text("utf-8")
    instruction = "<?edition-exempt L201 A pronoun.?>"
    file.write_text(text.replace('<s xml:id="fr-s1"', f'{instruction}<s xml:id="fr-s1"'), "utf-8")
    assert {"L201", "W103"} & {one.code for one in check([file])} == set()


def statements(folder: Path, one: str, two: str, relation: str = "same-statement") -> list[str]:
    link = f'<link target="documents/a.xml#en-s1 documents/b.xml#en-s1" ana="edition:{relation}"/>'
    files = {
        "alignments.xml": f'<standOff><linkGrp type="parallel">{link}</linkGrp></standOff>',
        "documents/a.xml": body([one], []),
        "documents/b.xml": body([two], []),
    }
    project = edition(folder, **files)
    return [f"{found.code} {found.message}" for found in check([project.alignments]) if found.code[0] == "L"]


@pytest.mark.parametrize(
    ("one", "two", "message"),
    [
        (
            DEAD,
            DEAD.replace("266", "267"),
            'a.xml (en-s1) has the figure "13,266 Jews" (quantity="13266" commodity="victims"), '
            'b.xml (en-s1) has the figure "13,267 Jews" (quantity="13267" commodity="victims").',
        ),
        (
            f"{JUNE} {DEAD}",
            DEAD,
            'a.xml (en-s1) has the date "29 June 1941" (1941-06-29), and the other does not.',
        ),
        (
            JUNE,
            '<date when="1941-06">June 1941</date>',
            'a.xml (en-s1) has the date "29 June 1941" (1941-06-29), '
            'b.xml (en-s1) has the date "June 1941" (1941-06).',
        ),
    ],
)
def test_statements_that_are_said_to_be_the_same(one: str, two: str, message: str, tmp_path: Path) -> None:
    assert statements(tmp_path / "1", one, two) == [
        f"L206 These statements are said to be the same: {message}"
    ]
    assert statements(tmp_path / "2", one, two, "partly") == []
    assert statements(tmp_path / "3", one, one) == []


def test_versions_of_a_document_make_one_statement(tmp_path: Path) -> None:
    """What the original has and the translation lacks is L204's; the document has it."""
    targets = "documents/a.xml#en-s1 documents/a.xml#fr-s1 documents/b.xml#en-s1"
    link = f'<link target="{targets}" ana="edition:same-statement"/>'
    files = {
        "alignments.xml": f'<standOff><linkGrp type="parallel">{link}</linkGrp></standOff>',
        "documents/a.xml": body([JUNE], ["ce jour"]),
        "documents/b.xml": body([JUNE], []),
    }
    project = edition(tmp_path, **files)
    assert [one for one in check([project.alignments]) if one.code[0] == "L"] == []
