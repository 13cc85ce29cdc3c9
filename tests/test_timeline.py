"""The chronology: what is tagged, in its order, and breaks where there is nothing."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from tei_edition.markup import ED
from tei_edition.timeline import Dated, read, timeline


def dated(**attributes: str) -> Dated | None:
    return read(etree.Element(f"{{{ED}}}date", attributes))


@pytest.mark.parametrize(
    ("attributes", "kind", "key"),
    [
        ({"when": "1941-06-29"}, "day", "1941-06-29"),
        ({"when": "1941-06-29T10:00:00"}, "day", "1941-06-29T10:00:00"),
        ({"when": "1941-06"}, "span", "1941-06"),
        ({"when": "1941"}, "span", "1941"),
        ({"from": "1941-06-29", "to": "1941-07-06"}, "range", "1941-06-29/1941-07-06"),
        ({"notBefore": "1918", "notAfter": "1939"}, "between", "~1918/1939"),
        ({"from": "1941"}, "since", "1941/"),
        ({"notAfter": "1941"}, "until", "~/1941"),
    ],
)
def test_a_date_is_drawn_as_it_is_tagged(attributes: dict[str, str], kind: str, key: str) -> None:
    found = dated(**attributes)
    assert found is not None
    assert (found.kind, found.key) == (kind, key)


@pytest.mark.parametrize("when", ["--06-29", "soon", "1941-13", "10:00:00", "1941-06-29T a", "9" * 5000, ""])
def test_what_is_no_date_is_left_out(when: str) -> None:
    assert dated(when=when) is None


def test_a_span_with_an_end_that_is_no_date_is_left_out() -> None:
    assert dated(**{"from": "1941", "to": "the end"}) is None
    assert dated(notBefore="then", notAfter="1941") is None


def test_a_date_lies_where_it_is() -> None:
    year, month, day = dated(when="1941"), dated(when="1941-12"), dated(when="1941-12-31")
    assert year and month and day
    assert (year.start, year.end) == (1941, 1942)
    assert month.end == day.end == 1942
    assert year.start < month.start < day.start


def line(*dates: str) -> etree._Element:
    units = "".join(
        f'<ed:unit id="s{number}" kind="s"><ed:date when="{when}"/></ed:unit>'
        for number, when in enumerate(dates)
    )
    return timeline(facts(units))


def facts(units: str) -> etree._Element:
    return etree.fromstring(f'<ed:all xmlns:ed="{ED}"><ed:facts doc="d">{units}</ed:facts></ed:all>')


def parts(found: etree._Element) -> list[list[str]]:
    return [[year.text or "" for year in part] for part in found.iterfind(f"{{{ED}}}part")]


def test_years_without_a_date_are_left_out_and_shown_as_a_break() -> None:
    assert len(parts(line("1866-02-11", "1940-09-06", "1941-06-29", "2004-11-11"))) == 3
    assert len(parts(line("1940-09-06", "1941-06-29"))) == 1


def test_each_part_says_its_years() -> None:
    assert all(parts(line("1500", "1866-02-11", "1940-09-06", "1941-06-29", "2004-11-11")))


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (("1941-06-29",), "1941-06-01 1941-06-11 1941-06-21 1941-07-01 1941-07-11 1941-07-21"),
        (("1941-06-01", "1941-06-30"), "1941-06 1941-07"),
        (("1941-01-03", "1941-12-30"), "1941-01 1941-04 1941-07 1941-10 1942-01"),
        (("-0044-03-15", "-0043"), "-0044-01 -0044-07 -0043-01 -0043-07 -0042-01"),
        (("1935", "1937", "1939", "1941"), "1935 1936 1937 1938 1939 1940 1941 1942"),
    ],
)
def test_a_short_line_says_months_and_days(dates: tuple[str, ...], said: str) -> None:
    assert parts(line(*dates)) == [said.split()]


def test_years_far_apart_and_far_away_end_soon() -> None:
    found = parts(line("-99999999", "1941-06-29", "1942", "999999999"))
    assert all(found)
    assert sum(map(len, found)) < 100


def test_the_same_date_is_one_mark() -> None:
    found = line("1941-06-29", "1941-06-29", "1941-06-30")
    assert [(mark.get("key"), mark.get("n")) for mark in found.iterfind(f"{{{ED}}}mark")] == [
        ("1941-06-29", "2"),
        ("1941-06-30", "1"),
    ]


@given(st.lists(st.dates().map(str), min_size=1, max_size=40))
def test_marks_stay_on_the_line_and_do_not_cover_one_another(dates: list[str]) -> None:
    found = line(*dates)
    lanes: dict[str, list[tuple[float, float]]] = {}
    for mark in found.iterfind(f"{{{ED}}}mark"):
        x, width = float(mark.get("x", "")), float(mark.get("width", ""))
        assert 0 <= x <= x + width <= 960
        lanes.setdefault(mark.get("lane", ""), []).append((x, x + width))
    for lane in lanes.values():
        ordered = sorted(lane)
        assert all(one[1] <= two[0] for one, two in pairwise(ordered))


def test_no_date_no_line() -> None:
    assert len(timeline(facts(""))) == 0


def test_translations_beside_an_original_repeat_nothing() -> None:
    units = (
        '<ed:unit id="a" kind="s" version="{}"><ed:date when="1941"/></ed:unit>'
        '<ed:unit id="b" kind="s" version="translation"><ed:date when="1942"/></ed:unit>'
    )
    for version, keys in (("original", {"1941"}), ("translation", {"1941", "1942"})):
        found = timeline(facts(units.format(version)))
        assert {mark.get("key") for mark in found.iterfind(f"{{{ED}}}mark")} == keys


def test_the_chronology_of_this_edition(made: Path) -> None:
    page = html.parse(made / "html" / "chronology.html").getroot()
    rows = {body.get("id"): body for body in page.iterfind(".//tbody")}
    pogrom = rows["page:1941-06-29/1941-07-06"]
    assert [" ".join(mark.text_content().split()) for mark in pogrom.xpath(".//td/q/mark")] == [
        "29 June to 6 July 1941"
    ]
    original = pogrom.xpath(".//details")[0]
    assert original.findtext("summary") == "Original (French)"
    assert [mark.text_content() for mark in original.iter("mark")] == ["29 juin au 6 Juillet 1941"]
    assert "./documents/iasi-1941-fr.en.html#en-s2" in pogrom.xpath(".//a/@href")
    drawn = {link.get("href") for link in page.iterfind(".//main//svg//a")}
    assert {link.replace("%2F", "/").replace("%7E", "~")[1:] for link in drawn} == set(rows)


def test_hateful_words_are_not_repeated(made: Path) -> None:
    for name in ("chronology", "differences"):
        assert "judeo-bolshevism" not in (made / "html" / f"{name}.html").read_text("utf-8").lower()
