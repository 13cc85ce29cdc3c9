"""What units speak of: when, how many of what, which event, and what several documents say of one thing."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from lxml import etree, html

from conftest import dead_links
from tei_edition.build import build
from tei_edition.make import periods, subjects
from tei_edition.make.subjects import page_of
from tei_edition.make.topics import own_by_topic, packed_topics, topic_units, topics_in
from tei_edition.markup import ED
from tei_edition.project import Project


def test_a_unit_speaks_of_its_own_and_of_what_it_translates() -> None:
    facts = etree.fromstring(f"""<ed:facts xmlns:ed="{ED}" doc="a">
<ed:unit id="o1" kind="s" version="original"><ed:date when="1941-06-29"/><ed:date from="1940" to="1941"/>
<ed:mention kind="event" ref="events.pogrom"/><ed:mention kind="place" ref="places.iasi"/></ed:unit>
<ed:unit id="o2" kind="s" version="original"><ed:mention kind="event" ref="events.war"/></ed:unit>
<ed:unit id="o3" version="original"><ed:figure commodity="victims" atLeast="13266"/><ed:date when="soon"/>
</ed:unit>
<ed:unit id="t1" version="translation" translates="o1"/>
<ed:unit id="t2" version="translation" translates="o2"><ed:date when="1999"/></ed:unit>
<ed:unit id="o4" version="original"><ed:figure commodity="trains" quantity="many"/><ed:figure value="4"/>
</ed:unit>
</ed:facts>""")
    found = topic_units(facts)
    times = {"date:1941-06", "date:1940", "event:events.pogrom"}
    assert [(one.topics, one.is_own) for one in found] == [
        (times, True),
        ({"figure:victims"}, True),
        (times, False),
    ]
    assert own_by_topic(found) == dict.fromkeys([*times, "figure:victims"], 1)
    assert topics_in(packed_topics(found)) == [(sorted(one.topics), one.text) for one in found]


def test_a_translation_speaks_where_only_it_is_tagged() -> None:
    facts = etree.fromstring(f"""<ed:facts xmlns:ed="{ED}"><ed:unit id="a" version="original"/>
<ed:unit id="b" version="translation"><ed:date when="1938"/></ed:unit></ed:facts>""")
    assert [(one.topics, one.is_own) for one in topic_units(facts)] == [({"date:1938"}, True)]


def test_units_without_an_id_of_their_own_speak_for_themselves() -> None:
    facts = etree.fromstring(f"""<ed:facts xmlns:ed="{ED}"><ed:unit id=""><ed:date when="1938"/></ed:unit>
<ed:unit id="list"><ed:date when="1939"/></ed:unit><ed:unit id="list"/><ed:unit id=""/></ed:facts>""")
    assert [one.topics for one in topic_units(facts)] == [{"date:1938"}, {"date:1939"}]


def test_no_two_topics_have_one_page() -> None:
    topics = ["figure:victims", "figure:Victims", "figure:a b", "figure:a-b", "figure:../x", "event:events.x"]
    topics += ["figure:" + "x" * 300, "figure:" + "x" * 299]
    pages = [page_of(topic) for topic in topics]
    assert len({page.lower() for page in pages}) == len(topics)
    assert pages[0] == "figure-victims"
    assert max(map(len, pages)) < 100
    assert not [page for page in pages if "/" in page or page.startswith(".")]


def compared(pages: Iterable[Path], table: str = "//section[@class='differing']//tbody") -> list[str]:
    """Give the rows of pages: what is said, and the words that say it."""
    bodies = (body for page in pages for body in html.parse(page).getroot().xpath(table))
    return sorted(" ".join(body.text_content().split()) for body in bodies)


def in_english(folder: Path) -> Iterator[Path]:
    yield from (page for page in folder.glob("*.html") if not {".fr", ".ro"} & set(page.suffixes))


def test_very_much_has_a_page_for_each_thing_and_nothing_is_lost(
    copy: Project, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subjects, "MOST_COMPARED", 1)
    monkeypatch.setattr(periods, "MOST_DATED", 4)
    assert build(copy, ["html"]).files
    site, whole = copy.build / "html", made / "html"
    listed = html.parse(site / "differences.html").getroot()
    links = listed.xpath("//section[@class='differing']//a")
    assert [" ".join(link.getparent().text_content().split()) for link in links[:2]] == [
        "Victims 5 sentences, 3 documents",
        "Coup of September 1940 2 sentences, 2 documents",
    ]
    assert {site / link.get("href") for link in links} == set(in_english(site / "differences"))
    assert compared(in_english(site / "differences")) == compared([whole / "differences.html"])
    dated = "//table[@class='dated']/tbody"
    assert compared(in_english(site / "chronology"), dated) == compared([whole / "chronology.html"], dated)
    of_victims = html.parse(site / "differences" / "figure-victims.html").getroot()
    assert of_victims.findtext(".//h1") == "What differs: Victims"
    assert dead_links(site) == []
