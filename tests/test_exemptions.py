"""Exceptions to rules: what they cover, and what is said of those that cover nothing."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.examine import check
from tei_edition.exempted import Exempted, Exemption
from tei_edition.project import Project

ASIDE = ("F001", "L204", "L205")
"""That the source and the translations do not have what is put in is true, and not the question here."""

WRONG = '<date when="1941-07-16">6 Juillet 1941</date>'
BEFORE = '<p>\n          <s xml:id="fr-s1">'


def codes(project: Project, put: str) -> list[str]:
    """Give what is found in the French document, with something put before its first words."""
    file = project.tei / "documents" / "iasi-1941-fr.xml"
    text = file.read_text("utf-8")
    assert text.count(BEFORE) == 1
    file.write_text(text.replace(BEFORE, BEFORE + put), "utf-8")
    return [finding.code for finding in check([project.tei]) if finding.code not in ASIDE]


def test_without_an_exemption_it_is_found(copy: Project) -> None:
    assert codes(copy, WRONG) == ["D201"]


@pytest.mark.parametrize(
    "exemption",
    [
        "<?edition-exempt D201 The source errs.?>",
        "<?edition-exempt D201, D301: The source errs, twice.?>" + '<num value="3">quatre</num>',
    ],
)
def test_the_next_element_is_exempted(exemption: str, copy: Project) -> None:
    put, _, rest = exemption.partition("?>")
    assert codes(copy, f"{put}?><seg>{WRONG}{rest}</seg>") == []


def test_the_element_around_is_exempted_where_none_follows(copy: Project) -> None:
    inside = WRONG.replace("</date>", "<?edition-exempt D201 The source errs.?></date>")
    assert codes(copy, inside) == []


def test_the_one_after_the_next_is_not(copy: Project) -> None:
    exemption = "<?edition-exempt D201 The source errs.?>"
    assert codes(copy, f"{exemption}<seg>x</seg>{WRONG}") == ["W103", "D201"]


@pytest.mark.parametrize("name", ["documents/iasi-1941-fr.xml", "edition.xml"])
def test_before_the_root_a_file_or_the_whole_edition_is_exempted(name: str, copy: Project) -> None:
    file = copy.tei / name
    exemption = "<?edition-exempt D201 The source errs.?>\n<TEI "
    file.write_text(file.read_text("utf-8").replace("<TEI ", exemption, 1), "utf-8")
    assert codes(copy, WRONG) == []


def test_of_no_use_in_part_of_the_edition_is_not_said(copy: Project) -> None:
    text = copy.edition.read_text("utf-8")
    copy.edition.write_text(text.replace("<TEI ", "<?edition-exempt D201 No.?>\n<TEI ", 1), "utf-8")
    assert [finding.code for finding in check([copy.edition])] == []
    assert [finding.code for finding in check([copy.tei])] == ["W103"]


@pytest.mark.parametrize(
    ("exemption", "code", "message"),
    [
        ("<?edition-exempt D201?>", "W101", "This exemption gives no reason."),
        ("<?edition-exempt Because.?>", "W101", "This exemption names no rule."),
        ("<?edition-exempt D999 A reason.?>", "W102", "There is no rule D999."),
        ("<?edition-exempt D201 A reason.?>", "W103", "Nothing here breaks D201: it is of no use any more."),
    ],
)
def test_an_exemption_is_looked_at_too(exemption: str, code: str, message: str, copy: Project) -> None:
    put = WRONG if code == "W101" and "D201" in exemption else "<seg>x</seg>"
    assert code in codes(copy, exemption + put)
    (found,) = [finding for finding in check([copy.tei]) if finding.code == code]
    line = (copy.tei / "documents" / "iasi-1941-fr.xml").read_text("utf-8").splitlines()[found.line - 1]
    assert line[found.column - 1 :].startswith("<?edition-exempt")
    assert found.message == message


FILE, OTHER = Path("a.xml"), Path("b.xml")


@st.composite
def nested(draw: st.DrawFn, first: int = 0, last: int = 40, depth: int = 4) -> list[tuple[int, int]]:
    """Draw spans that lie inside one another or apart, some twice."""
    cuts = sorted(draw(st.lists(st.integers(first, last), max_size=4)))
    spans = [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b]
    inner = [one for a, b in spans if depth for one in draw(nested(a, b, depth - 1))]
    return [*spans, *inner]


def exemption(span: tuple[int, int], path: Path | None, code: str = "D201") -> Exemption:
    return Exemption((code,), "So.", path, (1, span[0]), (1, span[1]), FILE, (1, 1))


@given(nested(), st.integers(-1, 41))
def test_what_holds_at_a_place_is_what_lies_around_it(spans: list[tuple[int, int]], at: int) -> None:
    exempted = Exempted(exemption(span, FILE) for span in spans)
    around = {(1, a) for a, b in spans if a <= at < b}
    assert {span.first for span in exempted.at(FILE, "D201", (1, at))} == around
    assert not exempted.at(OTHER, "D201", (1, at))
    assert not exempted.at(FILE, "D202", (1, at))


def test_what_holds_everywhere_holds_in_every_file() -> None:
    exempted = Exempted([exemption((1, 10**9), None), exemption((3, 5), FILE)])
    assert [len(exempted.at(path, "D201", (1, 4))) for path in (FILE, OTHER)] == [2, 1]


def test_of_many_exemptions_few_are_looked_at() -> None:
    """The number of comparisons for each finding does not grow with the exemptions beside one another."""
    compared: list[int] = []

    class Place(tuple[int, int]):
        def __lt__(self, other: object) -> bool:
            compared[-1] += 1
            return tuple.__lt__(self, other)  # type: ignore[operator]

    for number in (1_000, 2_000):
        exempted = Exempted(exemption((at * 2, at * 2 + 1), FILE) for at in range(number))
        compared.append(0)
        assert len(exempted.at(FILE, "D201", Place((1, number)))) == 1
    assert compared[1] <= compared[0] + 2 < 20
