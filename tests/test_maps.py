"""Maps: the extent follows the places, names keep clear, what is no point is listed and not dotted."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from tei_edition.maps.base import base, course
from tei_edition.maps.clip import Box, around, lines_in, ring_in
from tei_edition.maps.draw import drawn
from tei_edition.maps.earth import circle_around, earth
from tei_edition.maps.frames import WIDTH, Frame, detail, framed, scale_bar
from tei_edition.maps.labels import Dot, placed
from tei_edition.maps.places import Place, named_places, places
from tei_edition.maps.sphere import Point, angle, between, vector
from tei_edition.markup import ED

IASI, BUCHAREST, MUNICH, STALINGRAD = (27.6, 47.167), (26.106, 44.432), (11.575, 48.137), (44.498, 48.714)
SUVA, APIA, HONOLULU, TOKYO, PARIS, BUENOS_AIRES = (
    (178.44, -18.14), (-171.77, -13.83), (-157.86, 21.31), (139.69, 35.69), (2.35, 48.86), (-58.38, -34.6),
)  # fmt: skip
LONGYEARBYEN, MC_MURDO = (15.64, 78.22), (166.67, -77.85)

points = st.tuples(st.floats(-180, 180), st.floats(-89, 89))


def place(key: str, point: Point | None, total: int = 1, **more: str) -> Place:
    made = Place(key, key, key, "en", "city", point, True, "", total)
    return replace(made, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "shown",
    [
        [IASI],
        [IASI, IASI],
        [IASI, BUCHAREST, MUNICH, STALINGRAD],
        [SUVA, APIA],
        [SUVA, APIA, HONOLULU],
        [TOKYO, PARIS, BUENOS_AIRES, SUVA],
        [LONGYEARBYEN],
        [MC_MURDO],
        [(0.0, 90.0), (180.0, -90.0)],
    ],
)
def test_every_place_is_on_its_map(shown: Sequence[Point]) -> None:
    frame = framed(shown)
    assert all(frame.edges.has(frame.at(point)) for point in shown)
    assert 0.5 < frame.height / WIDTH < 0.85
    assert base(frame).land or shown == [SUVA]


@given(st.lists(points, min_size=1, max_size=6))
def test_every_place_is_on_its_map_wherever_it_is(shown: list[Point]) -> None:
    frame = framed(shown)
    assert all(frame.edges.has(frame.at(point)) for point in shown)


def test_a_map_across_the_180th_meridian_is_small() -> None:
    frame = framed([SUVA, APIA])
    assert not frame.projection.is_world
    assert frame.box.width < 0.5
    assert frame.at(SUVA)[0] < frame.at(APIA)[0]


def test_places_around_the_globe_are_on_a_map_of_the_world() -> None:
    assert framed([TOKYO, PARIS, BUENOS_AIRES]).projection.is_world
    assert not framed([IASI, STALINGRAD]).projection.is_world


def test_areas_are_true() -> None:
    """A degree by a degree at Iași is as large as its share of the sphere says."""
    for frame in (framed([IASI, STALINGRAD]), framed([TOKYO, PARIS, BUENOS_AIRES])):
        corners = [frame.at(point) for point in ((27, 47), (27.2, 47), (27.2, 47.2), (27, 47.2))]
        pairs = zip(corners, [*corners[1:], corners[0]], strict=True)
        area = abs(sum(a * d - c * b for (a, b), (c, d) in pairs)) / 2 / frame.scale**2
        assert area == pytest.approx(0.2 / 57.29578 * (0.733730 - 0.731354), rel=0.01)


@pytest.mark.parametrize(
    ("shown", "on_land", "at_sea"),
    [
        ([IASI, BUCHAREST], IASI, (30.5, 43.9)),
        ([BUENOS_AIRES, (-64.2, -31.4), (-70.6, -33.4)], (-64.2, -31.4), (-72.6, -33.0)),
        ([SUVA, APIA], (178.0, -17.8), (180.0, -15.0)),
        ([TOKYO, PARIS, BUENOS_AIRES], (100.0, 50.0), (-30.0, 30.0)),
        ([(140.0, -25.0), (170.0, -44.0)], (145.0, -25.0), (160.0, -38.0)),
        ([MC_MURDO, (150.0, -80.0), (178.0, -73.0)], (150.0, -80.0), (178.0, -73.0)),
    ],
)
def test_land_is_land(shown: Sequence[Point], on_land: Point, at_sea: Point) -> None:
    frame = framed(shown)
    rings = outlines(base(frame).land)
    assert encloses(rings, frame.at(on_land))
    assert not encloses(rings, frame.at(at_sea))


@pytest.mark.parametrize(
    "shown",
    [[IASI, BUCHAREST], [IASI, PARIS, STALINGRAD], [SUVA, APIA], [MC_MURDO, (150.0, -80.0), (178.0, -73.0)]],
)
def test_only_what_is_out_of_sight_is_left_out(
    shown: Sequence[Point], monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = framed(shown)
    drawn_so = base(frame)
    monkeypatch.setattr(Frame, "sides", lambda self, beyond: lambda circle: "")
    in_full = base.__wrapped__(frame)
    assert seen(outlines(drawn_so.land), frame)
    for name in ("land", "lakes", "rivers"):
        little, much = (outlines(getattr(one, name)) for one in (drawn_so, in_full))
        assert seen(little, frame) == seen(much, frame)


def seen(lines: Sequence[Sequence[Point]], frame: Frame) -> set[tuple[float, float]]:
    """Give the points of lines that a map shows, not those on its edges, where lines are cut."""
    return {(round(x), round(y)) for line in lines for x, y in line if frame.edges.grown(-2).has((x, y))}


@given(points, st.lists(points, min_size=1, max_size=9))
def test_a_circle_holds_its_points(first: Point, others: list[Point]) -> None:
    """The circle around a box of degrees holds all that lies in the box."""
    held = circle_around(around([first, *others]))
    assert all(between(held.middle, vector(point)) <= held.reach + 1e-6 for point in [first, *others])


@given(points, points, st.floats(0, 30))
def test_what_lies_on_one_side_of_a_map_is_not_on_it(place: Point, middle: Point, size: float) -> None:
    frame = framed([place])
    box = Box(middle[0], max(-89.0, middle[1] - size), middle[0] + size, min(89.0, middle[1]))
    side = frame.sides(0)(circle_around(box))
    corners = [frame.at(corner) for corner in box.corners]
    beyond = {
        "left": [x < 0 for x, _ in corners],
        "right": [x > WIDTH for x, _ in corners],
        "top": [y < 0 for _, y in corners],
        "bottom": [y > frame.height for _, y in corners],
    }
    assert not side or all(beyond[side])


def outlines(path: str) -> list[list[Point]]:
    """Read the data of a path that has one absolute point and relative ones."""
    rings = []
    for part in filter(None, path.split("M")):
        x, y = 0.0, 0.0
        ring = []
        numbers = [float(number) for number in re.findall(r"-?[\d.]+(?:e-?\d+)?", part)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        rings.append(ring)
    return rings


def encloses(rings: Sequence[Sequence[Point]], point: Point) -> bool:
    x, y = point
    edges = [edge for ring in rings for edge in zip(ring, [*ring[1:], ring[0]], strict=True)]
    return (
        sum((b > y) != (d > y) and x < a + (y - b) / (d - b) * (c - a) for (a, b), (c, d) in edges) % 2 == 1
    )


def test_the_prut_and_the_siret_run_where_they_run() -> None:
    prut, siret = (earth().courses[name] for name in ("Q182445", "Q208302"))
    assert min(angle(point, (28.208, 45.469)) for point in prut.points) * 6371 < 10
    assert min(angle(point, (28.024, 45.403)) for point in siret.points) * 6371 < 10
    assert 10 < min(angle(point, IASI) for point in prut.points) * 6371 < 25
    frame = framed([IASI, BUCHAREST])
    assert course(frame, prut)
    assert not course(framed([PARIS]), prut)


def test_a_detail_shows_where_most_mentions_are() -> None:
    shown, weights = [IASI, BUCHAREST, MUNICH, STALINGRAD], [9, 3, 1, 1]
    whole = framed([*shown, BUENOS_AIRES])
    near = detail(shown, weights, [], whole)
    assert near is not None
    assert near.edges.has(near.at(IASI))
    assert not near.edges.has(near.at(STALINGRAD))
    assert detail(shown[:2], weights[:2], [], framed(shown[:2])) is None


def test_the_scale_is_true() -> None:
    frame = framed([IASI, BUCHAREST])
    kilometres, length = scale_bar(frame)
    assert kilometres in (50, 100, 200)
    far = angle(IASI, BUCHAREST) * 6371
    (a, b), (c, d) = frame.at(IASI), frame.at(BUCHAREST)
    assert ((a - c) ** 2 + (b - d) ** 2) ** 0.5 == pytest.approx(length * far / kilometres, rel=0.01)


@given(st.lists(st.tuples(st.floats(20, 940), st.floats(20, 580)), max_size=30))
def test_names_cover_no_name_and_no_dot(at: list[Point]) -> None:
    dots = [Dot(point, 4.0, f"Place {number}") for number, point in enumerate(at)]
    frame = Box(0, 0, 960, 600)
    labels = [(dot, label.box) for dot, label in zip(dots, placed(dots, frame), strict=True) if label]
    assert not any(one.meets(two) for (_, one), (_, two) in combinations(labels, 2))
    for own, box in labels:
        assert not any(box.meets(dot.box) for dot in dots if dot.box != own.box)
        assert frame.has((box.left, box.top)) and frame.has((box.right, box.bottom))


def test_a_lonely_name_stands_right_of_its_dot() -> None:
    (label,) = placed([Dot((100.0, 100.0), 4.0, "Iași")], Box(0, 0, 960, 600))
    assert label is not None
    assert label.anchor == "start"
    (none,) = placed([Dot((20.0, 20.0), 4.0, "A name too long for its map")], Box(0, 0, 40, 40))
    assert none is None


@given(st.lists(st.tuples(st.floats(-9, 9), st.floats(-9, 9)), min_size=3, max_size=12))
def test_what_is_cut_lies_in_the_box(line: list[Point]) -> None:
    box, outer = Box(-3, -3, 3, 3), Box(-3.001, -3.001, 3.001, 3.001)
    assert all(outer.has(point) for point in ring_in(line, box))
    assert all(outer.has(point) for part in lines_in(line, box) for point in part)


def test_a_line_that_leaves_and_comes_back_is_two() -> None:
    line = [(-5.0, 0.0), (0.0, 0.0), (5.0, 0.0), (5.0, 1.0), (-5.0, 1.0)]
    assert list(lines_in(line, Box(-3, -3, 3, 3))) == [
        [(-3.0, 0.0), (0.0, 0.0), (3.0, 0.0)],
        [(3.0, 1.0), (-3.0, 1.0)],
    ]


def test_what_is_no_point_is_listed_and_not_dotted() -> None:
    found = [
        place("iasi", IASI, 4),
        place("romania", (25.0, 46.0), 9, kind="country"),
        place("prut", (27.0, 47.4), 1, kind="river", identifier="Q182445"),
        place("nameless", (20.0, 50.0), 1, kind="river"),
        place("nowhere", None, 1),
    ]
    top = drawn(found)
    dotted = {node.get("key") for node in top.iter(f"{{{ED}}}dot", f"{{{ED}}}course")}
    assert dotted == {"iasi", "prut"}
    off = {node.get("key"): node.get("off") for node in top.iter(f"{{{ED}}}place")}
    assert off == {
        "iasi": None,
        "romania": "extended",
        "prut": None,
        "nameless": "course",
        "nowhere": "nowhere",
    }


def test_there_is_no_map_where_nothing_is_a_point() -> None:
    top = drawn([place("romania", (25.0, 46.0), kind="country"), place("nowhere", None)])
    assert not top.findall(f"{{{ED}}}frame")
    assert len(top.findall(f"{{{ED}}}place")) == 2


def test_coordinates_are_written_as_decimals() -> None:
    top = drawn([place("near-null-island", (-0.00002, 0.00001))])
    assert [node.get("geo") for node in top.iter(f"{{{ED}}}place")] == ["0.00001 -0.00002"]


def test_a_place_that_is_uncertain_is_hollow() -> None:
    top = drawn([place("here", IASI), place("there", BUCHAREST, is_sure=False)])  # type: ignore[arg-type]
    assert [dot.get("key") for dot in top.iter(f"{{{ED}}}dot") if dot.get("unsure")] == ["there"]


@pytest.mark.parametrize(
    ("written", "point"),
    [
        ("47.167 27.6", IASI),
        (" 47.167,  27.6 ", IASI),
        ("0.00001 -0.00002", (-0.00002, 0.00001)),
        ("27.6", None),
        ("47,167 27,6", None),
        ("147.1 27.6", None),
        ("here", None),
        ("", None),
    ],
)
def test_coordinates_that_cannot_be_read_are_none(written: str, point: Point | None) -> None:
    (found,) = places(
        etree.fromstring(
            f'<ed:places xmlns:ed="{ED}"><ed:place key="p.a" geo="{written}">A</ed:place></ed:places>'
        )
    )
    assert found.point == point


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Romania", "country"), ("Republic of Austria", "country"), ("Danube River", "river"), ("Prague", "")],
)
def test_a_name_tells_what_the_register_does_not(name: str, kind: str) -> None:
    (found,) = places(
        etree.fromstring(f'<ed:places xmlns:ed="{ED}"><ed:place key="p.a">{name}</ed:place></ed:places>')
    )
    assert found.kind == kind


def test_only_places_that_are_named_are_given_the_most_named_first() -> None:
    known = etree.fromstring(
        f'<ed:places xmlns:ed="{ED}"><ed:place key="p.a">A</ed:place><ed:place key="p.b">B</ed:place>'
        '<ed:place key="p.c">C</ed:place></ed:places>'
    )
    found = places(named_places(known, {"p.a": 1, "p.c": 3, "q.x": 9}))
    assert [(place.key, place.total) for place in found] == [("p.c", 3), ("p.a", 1)]


def test_the_map_of_this_edition(made: Path) -> None:
    page = html.parse(made / "html" / "map.html").getroot()
    dots = {dot.findtext("{*}title") or dot.findtext("title") for dot in page.iterfind(".//a[@class='dot']")}
    names = {dot.partition(":")[0] for dot in dots if dot}
    assert names == set(
        "Iași,Bucharest,Colentina,Munich,Führerbau,Stalingrad,Târgu Jiu,Târgu Jiu internment camp".split(",")
    )
    listed = [
        item.text_content()
        for item in page.iterfind(".//section[@aria-labelledby='page:places-extended']//li")
    ]
    assert any(item.split()[0] == "Romania" for item in listed)
    links = {a.get("href") for a in page.iterfind(".//main//svg//a") if not a.get("href", "").startswith("#")}
    beside = {a.get("href") for a in page.iterfind(".//section[@class='places-listed']//a")}
    assert links and links <= beside


def test_a_document_leads_to_the_map_of_its_places(made: Path) -> None:
    document = html.parse(made / "html" / "documents" / "iasi-1941-en.html").getroot()
    assert document.xpath("//p[@class='to-map']/a/@href") == ["../maps/iasi-1941-en.html"]
    own = html.parse(made / "html" / "maps" / "iasi-1941-en.html").getroot()
    assert "Stalingrad" not in own.text_content()
    assert "Iași" in own.text_content()
    assert "that this document names" in own.text_content()
