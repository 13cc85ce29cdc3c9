"""Links between sentences: the model, and the rules on what links leave open or say twice (L3)."""

import random
import re
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import jing_says, shared
from tei_edition.alignment.coverage import Coverage, longest_in_order
from tei_edition.alignment.links import Alignment, alignment_of
from tei_edition.checks import alignment
from tei_edition.checks.found import Found
from tei_edition.corpus import Corpus
from tei_edition.examine import check
from tei_edition.markup import TEI
from tei_edition.read import parse
from tei_edition.source import Source

ROMANIAN = '<div type="translation" xml:lang="ro" xml:id="ro"><p>{}</p></div>'


def sentences(language: str, count: int) -> str:
    return "".join(f'<s xml:id="{language}-s{number + 1}">.</s>' for number in range(count))


def document(stand_off: str, english: int = 3, french: int = 3, more: str = "") -> Source:
    text = (
        f'<TEI xmlns="{TEI}" xml:id="here">{stand_off}<text><body><div type="transcription">'
        f'<div type="original" xml:lang="en" xml:id="en"><p>{sentences("en", english)}</p></div>'
        f'<div type="translation" xml:lang="fr" xml:id="fr"><p>{sentences("fr", french)}</p></div>{more}'
        "</div></body></text></TEI>"
    )
    source = parse(Path("here.xml"), text.encode())
    assert isinstance(source, Source), source
    return source


def stand_off(*links: str, notes: str = "") -> str:
    """Give a group of links; `1 2|1` joins the English sentences 1 and 2 with the French 1."""
    written = "".join(f'<link target="{targets(link)}"/>' for link in links)
    return f'<standOff><linkGrp type="translation">{written}</linkGrp>{notes}</standOff>'


def targets(link: str) -> str:
    sides = zip(("en", "fr", "ro"), link.split("|"), strict=False)
    return " ".join(f"#{language}-s{number}" for language, side in sides for number in side.split())


def read(source: Source) -> Alignment:
    return alignment_of(source, Corpus(None, [source]))


def found(source: Source) -> list[Found]:
    return list(alignment.check(read(source), source, Corpus(None, [source])))


def said(source: Source) -> list[str]:
    return [f"{one.code} {one.message}" for one in found(source)]


def test_a_link_joins_any_number_in_any_number_of_versions() -> None:
    source = document(stand_off("2 1|1|1 2"), more=ROMANIAN.format(sentences("ro", 2)))
    (link,) = read(source).links
    by_language = {version.language: [one.id for one in some] for version, some in link.by_version.items()}
    assert by_language == {"en": ["en-s1", "en-s2"], "fr": ["fr-s1"], "ro": ["ro-s1", "ro-s2"]}
    assert [version.is_original for version in link.by_version] == [True, False, False]
    assert not link.is_broken


def test_versions_without_sentences_are_linked_by_their_paragraphs() -> None:
    text = re.sub(r"<(/?)p>", "", document(stand_off("1|1"), 1, 1).text).replace("<s ", "<p ")
    source = parse(Path("here.xml"), text.replace("</s>", "</p>").encode())
    assert isinstance(source, Source)
    assert [one.id for one in read(source).links[0].sentences] == ["en-s1", "fr-s1"]
    assert said(source) == []


def test_links_of_other_kinds_are_none_of_ours() -> None:
    group = '<linkGrp type="other"><link target="#en-s1 #fr-s1"/></linkGrp>'
    assert read(document(f"<standOff>{group}</standOff>")).links == ()
    person = f'<person xml:id="a">{group.replace("other", "translation")}</person>'
    entry = f"<standOff><listPerson>{person}</listPerson></standOff>"
    assert read(document(entry)).links == ()


def test_all_linked_or_explained_is_silent() -> None:
    note = '<note type="no-counterpart" target="#en-s3">Left out.</note>'
    assert said(document(stand_off("1|1 2", "2|3", notes=note))) == []
    assert said(document(stand_off("1|1", "2|2", "3|3"))) == []


GAP = 'L301 The sentence "{}" has no counterpart in the {}, and no note says why.'


def test_gaps() -> None:
    assert said(document(stand_off("1|1", "2|2"))) == [
        GAP.format("en-s3", "French translation"),
        GAP.format("fr-s3", "English original"),
    ]


def test_gaps_in_one_of_two_translations() -> None:
    more = ROMANIAN.format(sentences("ro", 3))
    assert said(document(stand_off("1|1|1", "2|2", "3||3"), more=more)) == [
        GAP.format("en-s2", "Romanian translation"),
        GAP.format("en-s3", "French translation"),
        GAP.format("fr-s3", "English original"),
        GAP.format("ro-s2", "English original"),
    ]


def test_a_reason_is_for_the_version_that_it_names() -> None:
    note = '<note type="no-counterpart" target="#en-s3" corresp="#{}">Left out.</note>'
    more = ROMANIAN.format(sentences("ro", 2))
    links = ("1|1|1", "2|2 3|2")
    assert said(document(stand_off(*links, notes=note.format("fr")), more=more)) == [
        GAP.format("en-s3", "Romanian translation")
    ]
    both = note.format("fr #ro")
    assert said(document(stand_off(*links, notes=both), more=more)) == []
    assert said(document(stand_off(*links, notes=note.format("en-s1")), more=more)) == [
        GAP.format("en-s3", "French translation and Romanian translation"),
        'L302 "#en-s1" is no original, no translation and no document.',
    ]


def test_a_translation_that_nothing_links_is_told_once() -> None:
    more = ROMANIAN.format(sentences("ro", 3))
    source = document(stand_off("1|1", "2|2", "3|3"), more=more)
    (one,) = found(source)
    assert one.message == "No link joins the Romanian translation to the original, sentence by sentence."
    assert one.element.get("type") == "translation"
    assert [one.code for one in found(document("", more=more))] == ["L301", "L301"]


def test_texts_without_sentences_or_translation_are_left_alone() -> None:
    assert said(document("", 0, 0)) == []
    assert said(document("", 3, 0)) == []


def test_a_link_that_leads_nowhere_may_be_the_missing_one() -> None:
    """N002 tells of the pointer; what it may have meant is not told as a gap."""
    assert said(document(stand_off("1|1", "2|9", "3|3"))) == [GAP.format("fr-s2", "English original")]


@pytest.mark.parametrize("pointer", ["#en", "https://example.org/"])
def test_ends_that_are_no_sentences(pointer: str) -> None:
    source = document(stand_off("1|1", "2|2", "3|3").replace("#en-s2", pointer))
    assert said(source)[-1] == f'L302 "{pointer}" leads to something that is no sentence of a version.'


def test_a_sentence_in_a_note_is_no_sentence_of_a_version() -> None:
    source = document(stand_off("1|1", "2|2", "3|3").replace("#en-s2", "#n"))
    text = source.text.replace('<s xml:id="en-s3">', '<note><s xml:id="n">.</s></note><s xml:id="en-s3">')
    again = parse(Path("here.xml"), text.encode())
    assert isinstance(again, Source)
    assert any(line.startswith('L302 "#n"') for line in said(again))


@pytest.mark.parametrize(
    ("links", "message"),
    [
        (("1|1", "1|2", "2|3"), '"en-s1" is linked to the French translation in another link too.'),
        (("1|1", "2|1", "2|2 3"), '"fr-s1" is linked to the English original in another link too.'),
        (("1|1", "2|2 3", "1|1"), 'Another link joins the same sentences, "en-s1" and "fr-s1".'),
        (("1 1|1", "2|2 3"), '"#en-s1" stands twice in one list.'),
    ],
)
def test_linked_twice(links: tuple[str, ...], message: str) -> None:
    lines = [line for line in said(document(stand_off(*links), english=2)) if "L303" in line]
    assert f"L303 {message}" in lines


def test_groups_for_two_languages_are_no_repetition() -> None:
    more = ROMANIAN.format(sentences("ro", 3))
    links = ("1|1", "2|2", "3|3", "1||1", "2||2", "3||3")
    assert said(document(stand_off(*links), more=more)) == []


def test_links_that_cross() -> None:
    assert said(document(stand_off("1|2", "2|1", "3|3"))) == [
        'L304 This link crosses that of "en-s2" and "fr-s1": '
        '"en-s1" and "fr-s2" stand on different sides of them.'
    ]
    assert len(said(document(stand_off("1|6", "2|1", "3|2", "4|3", "5|4", "6|5"), 6, 6))) == 1


def test_links_of_one_side() -> None:
    assert 'L305 All sentences of this link are of the English original: "en-s2" and "en-s3".' in said(
        document(stand_off("1|1 2 3", "2 3"))
    )


def test_a_reason_for_what_has_a_counterpart() -> None:
    note = '<note type="no-counterpart" target="#en-s3"{}>Left out.</note>'
    links = ("1|1", "2|2", "3|3")
    assert said(document(stand_off(*links, notes=note.format("")))) == [
        'L306 The note says that "en-s3" has no counterpart, and a link joins it to "fr-s3".'
    ]
    romanian = ROMANIAN.format(sentences("ro", 2))
    source = document(stand_off("1|1|1", "2|2|2", "3|3", notes=note.format(' corresp="#ro"')), more=romanian)
    assert said(source) == []


LINKS = st.lists(
    st.tuples(
        st.sets(st.integers(1, 7), max_size=3), st.sets(st.integers(1, 7), max_size=3), st.integers(0, 3)
    ),
    max_size=7,
)


def written(links: list[tuple[set[int], set[int], int]]) -> list[str]:
    return [
        "|".join([" ".join(map(str, sorted(one))), " ".join(map(str, sorted(other))), f"{third or ''}"])
        for one, other, third in links
    ]


def source_of(links: list[tuple[set[int], set[int], int]]) -> Source:
    return document(stand_off(*written(links)), 6, 6, ROMANIAN.format(sentences("ro", 3)))


@given(LINKS, st.randoms(use_true_random=False))
def test_the_order_of_links_changes_nothing(
    links: list[tuple[set[int], set[int], int]], chance: random.Random
) -> None:
    shuffled = list(links)
    chance.shuffle(shuffled)

    def told(source: Source) -> list[str]:
        return sorted(line for line in said(source) if "another link too" not in line)

    def repeated(source: Source) -> set[frozenset[str]]:
        return {
            frozenset(one.id for one in repeat.link.sentences) for repeat in Coverage(read(source)).repeats()
        }

    assert told(source_of(links)) == told(source_of(shuffled))
    assert repeated(source_of(links)) == repeated(source_of(shuffled))


@given(st.lists(st.tuples(st.integers(1, 6), st.integers(1, 6)), max_size=7))
def test_crossings_are_the_fewest(pairs: list[tuple[int, int]]) -> None:
    """By brute force: no smaller set of links leaves none that cross, and each told one does cross."""
    source = document(stand_off(*(f"{one}|{other}" for one, other in pairs)), 6, 6)
    told = list(Coverage(read(source)).crossings())
    for crossing in told:
        (one, other), (two, others) = crossing.of_link, crossing.of_other
        assert (one.number - two.number) * (other.number - others.number) < 0
    fewest = next(
        count
        for count in range(len(pairs) + 1)
        if any(not crossing_in(rest) for rest in combinations(pairs, len(pairs) - count))
    )
    assert len(told) == fewest


def crossing_in(pairs: tuple[tuple[int, int], ...]) -> bool:
    return any((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(pairs, 2))


@given(st.lists(st.integers(0, 9)))
def test_the_longest_in_order(numbers: list[int]) -> None:
    kept = longest_in_order(numbers)
    values = [numbers[index] for index in kept]
    assert kept == sorted(set(kept))
    assert values == sorted(values)
    best = [0] * (len(numbers) + 1)
    for index, number in enumerate(numbers):
        best[index] = 1 + max((best[i] for i in range(index) if numbers[i] <= number), default=0)
    assert len(kept) == max(best)


@given(LINKS)
def test_gaps_are_what_no_link_reaches(links: list[tuple[set[int], set[int], int]]) -> None:
    """By brute force, over all sentences and pairs of versions that any link joins."""
    model = read(source_of(links))
    joined = [(a.version, b.version) for link in model.links for a in link.sentences for b in link.sentences]
    expected = set()
    for version, some in model.text.versions.items():
        for other in model.text.versions:
            if version.is_original == other.is_original or (version, other) not in joined:
                continue
            for sentence in some:
                reached = any(sentence in link.sentences and other in link.by_version for link in model.links)
                broken = any(sentence in link.sentences and link.is_broken for link in model.links)
                if not reached and not broken:
                    expected.add((sentence.id, other.language))
    assert {
        (gap.sentence.id, one.language) for gap in Coverage(model).gaps() for one in gap.versions
    } == expected


def test_many_sentences_and_links_out_of_order() -> None:
    """Twenty thousand of each, in the worst order: what is quadratic would not come to an end."""
    count = 20_000
    links = [f"{number}|{count + 1 - number}" for number in range(1, count + 1)]
    codes = [one.code for one in found(document(stand_off(*links), count, count))]
    assert codes == ["L304"] * (count - 1)


def edition(folder: Path, links: str) -> Path:
    """Write an edition of two documents with links between them."""
    (folder / "tei" / "documents").mkdir(parents=True)
    relations = '<category xml:id="same-statement"/><category xml:id="partly"/>'
    header = (
        '<listPrefixDef><prefixDef ident="edition" matchPattern="([a-z-]+)" '
        'replacementPattern="edition.xml#$1"/></listPrefixDef>'
        f'<taxonomy xml:id="parallel-statements">{relations}</taxonomy>'
        '<taxonomy xml:id="other"><category xml:id="hateful"/></taxonomy>'
    )
    files = {
        "edition.xml": f"<standOff><p>{header}</p></standOff>",
        "alignments.xml": f'<standOff><linkGrp type="parallel">{links}</linkGrp></standOff>',
    }
    for name in ("one", "two"):
        body = f'<div type="original" xml:lang="en"><p>{sentences("en", 3)}</p></div>'
        files[f"documents/{name}.xml"] = f"<text><body>{body}</body></text>"
    for name, text in files.items():
        (folder / "tei" / name).write_text(f'<TEI xmlns="{TEI}">{text}</TEI>', "utf-8")
    return folder / "tei" / "alignments.xml"


def parallel(one: str, two: str, ana: str = "edition:partly") -> str:
    return f'<link target="documents/one.xml#en-s{one} documents/two.xml#en-s{two}" ana="{ana}"/>'


NONE = (
    '</linkGrp><note type="no-counterpart" target="documents/one.xml#en-s1"{}>None.</note>'
    '<linkGrp type="parallel">'
)


@pytest.mark.parametrize(
    ("links", "messages"),
    [
        (parallel("2", "1") + NONE.format(' corresp="documents/two.xml"'), []),
        (parallel("2", "1") + NONE.format(""), []),
        (
            parallel("1", "2") + NONE.format(' corresp="documents/two.xml"'),
            ['L306 The note says that "en-s1" has no counterpart, and a link joins it to "en-s2".'],
        ),
        (
            parallel("1", "2") + NONE.format(""),
            ['L306 The note says that "en-s1" has no counterpart, and a link joins it to "en-s2".'],
        ),
        (parallel("1", "2") + NONE.format(' corresp="documents/one.xml"'), []),
        (
            parallel("2", "1") + NONE.format(' corresp="edition:partly"'),
            ['L302 "edition:partly" is no original, no translation and no document.'],
        ),
        (parallel("1", "1") + parallel("1", "2", "edition:same-statement"), []),
        (
            parallel("1", "1") + parallel("1", "1", "edition:same-statement"),
            ['L303 Another link joins the same sentences, "one.xml#en-s1" and "two.xml#en-s1".'],
        ),
        (
            parallel("1", "1 documents/two.xml#en-s2") + parallel("1", "2"),
            ['L303 "one.xml#en-s1" and "two.xml#en-s2" are joined in another link too.'],
        ),
        (
            parallel("1", "1").replace("two", "one").replace("en-s1 ", "en-s2 "),
            ['L305 All sentences of this link are of the English original: "en-s1" and "en-s2".'],
        ),
        (
            parallel("1", "1", "edition:hateful"),
            ['L307 "edition:hateful" does not say how the statements relate.'],
        ),
        (
            parallel("1", "1", "edition:partly edition:same-statement"),
            ["L307 The link says that the statements relate in several ways: partly and same-statement."],
        ),
        (parallel("1", "1", "edition:nothing"), []),
        (parallel("1", "9"), []),
    ],
)
def test_links_between_documents(links: str, messages: list[str], tmp_path: Path) -> None:
    """The file with the links is enough; the documents are read where it leads."""
    findings = check([edition(tmp_path, links)])
    assert [f"{one.code} {one.message}" for one in findings if one.code[0] == "L"] == messages


def test_an_exemption_before_the_sentence(tmp_path: Path) -> None:
    source = document(stand_off("1|1", "2|2"), 3, 2)
    path = tmp_path / "here.xml"
    path.write_text(source.text, "utf-8")
    assert "L301" in {one.code for one in check([path])}
    instruction = "<?edition-exempt L301 A line of navigation.?>"
    path.write_text(source.text.replace('<s xml:id="en-s3"', f'{instruction}<s xml:id="en-s3"'), "utf-8")
    assert {"L301", "W103"} & {one.code for one in check([path])} == set()


def test_a_version_that_is_none_is_told_once(tmp_path: Path) -> None:
    links = stand_off("1|1", "2|2", "3|3", "4|4")
    text = document(links, 4, 4).text.replace('type="original"', 'type="orignal"')
    path = tmp_path / "here.xml"
    path.write_text(text, "utf-8")
    (finding,) = (one for one in check([path]) if one.code == "L302")
    assert (
        finding.message == '"#en-s1" and 3 other pointers lead to something that is no sentence of a version.'
    )
    assert finding.hint.startswith("Look whether the `div` that they lead into has type=")


def test_the_encoding_is_the_tei_s() -> None:
    """What the manual shows is tried there; here a file of links between documents, whole."""
    schema = shared("tei/tei_all.rng")
    header = (
        "<teiHeader><fileDesc><titleStmt><title>Links</title></titleStmt><publicationStmt><p/>"
        "</publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"
    )
    body = (
        f'<standOff><linkGrp type="parallel">{parallel("1", "2")}</linkGrp>'
        '<note type="no-counterpart" target="#a" corresp="#b" resp="#c" xml:lang="en">Left out.</note>'
        "</standOff>"
    )
    assert jing_says(schema, [f'<TEI xmlns="{TEI}">{header}{body}</TEI>']) == [[]]
