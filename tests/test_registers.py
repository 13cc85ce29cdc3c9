"""Registers: a light list, and a page for each entry with all that is known of it and all its mentions."""

import shutil
from pathlib import Path

import pytest
from lxml import etree, html

from conftest import dead_links
from tei_edition.build import build
from tei_edition.errors import EditionError
from tei_edition.make import mentioned
from tei_edition.project import Project

HEADER = """<teiHeader><fileDesc><titleStmt>{titles}</titleStmt><publicationStmt><p>P</p></publicationStmt>
<sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>"""

EDITION = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="edition" xml:lang="en">
<teiHeader><fileDesc><titleStmt><title xml:lang="en">Edition</title>
<title xml:lang="fr">Édition</title></titleStmt>
<publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>
<text><body><p>Introduction.</p></body></text></TEI>"""

PLACES = """<standOff><listPlace>
<place xml:id="region"><placeName xml:lang="en">Region</placeName>
  <place xml:id="town"><placeName xml:lang="en">Țown</placeName><placeName xml:lang="fr">Ville</placeName>
    <placeName xml:lang="en" type="variant" source="bibliography.xml#atlas">Old Town</placeName>
    <placeName xml:lang="en" type="former">Fort</placeName>
    <idno type="geonames" source="bibliography.xml#atlas">675810</idno>
    <note xml:lang="en">A town.</note><note xml:lang="fr">Une ville.</note></place>
</place>
<place xml:id="river"><placeName>River</placeName><country>North</country><region>Hills</region>
  <country>South</country></place>
</listPlace>
<listRelation><relation name="upstream" active="#town" passive="#river"/></listRelation></standOff>"""

EVENTS = """<standOff><listEvent><event xml:id="meeting" when="1941-06-12" where="places.xml#town"
source="bibliography.xml#atlas"><eventName xml:lang="en">meeting</eventName></event></listEvent></standOff>"""

BIBLIOGRAPHY = (
    """<standOff><listBibl><bibl xml:id="atlas"><title>atlas of it</title></bibl></listBibl></standOff>"""
)

ONE = """<text><body><div type="original" xml:lang="fr">
<p><s xml:id="fr-s1">La <placeName ref="../registers/places.xml#town">ville</placeName>.</s>
<s xml:id="fr-s2"><q ana="#hateful">un mot de <placeName ref="../registers/places.xml#town">là</placeName>
</q>.</s></p></div><div type="translation" xml:lang="en">
<p><s xml:id="en-s1">The <placeName ref="../registers/places.xml#town">town</placeName>.</s></p>
</div></body></text>"""

TWO = """<text><body><div type="original" xml:lang="en"><p><s xml:id="en-s1">At the
<placeName ref="../registers/places.xml#town">fort</placeName>.</s></p></div></body></text>"""


def tei(name: str, language: str, body: str, titles: str = "") -> str:
    header = HEADER.format(titles=titles or f"<title>{name}</title>")
    root = f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{name}" xml:lang="{language}">'
    return f"{root}{header}{body}</TEI>"


FILES = {
    "edition.xml": EDITION,
    "registers/places.xml": tei("places", "en", PLACES, '<title xml:lang="en">Places</title>'),
    "registers/events.xml": tei("events", "en", EVENTS),
    "registers/bibliography.xml": tei("bibliography", "en", BIBLIOGRAPHY),
    "documents/one.xml": tei("one", "fr", ONE),
    "documents/two.xml": tei("two", "en", TWO),
}


def make(folder: Path, **changed: str) -> Path:
    """Build the edition, some files changed by their stems; gives its pages."""
    for name, text in FILES.items():
        file = folder / "tei" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(changed.get(file.stem, text), "utf-8")
    assert build(Project(folder), ["html"], despite_findings=True).files
    return folder / "build" / "html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("registers"))


def page(site: Path, name: str) -> etree._Element:
    return html.parse(site / name).getroot()


def facts(root: etree._Element) -> dict[str, str]:
    """Give the rows of a page's facts: what each is called, and its text."""
    rows = root.xpath("//main/div//*[@class='fact']")
    assert all(len(row.findall("dt")) == 1 for row in rows)
    return {row.findtext("dt"): " · ".join(said(cell) for cell in row.findall("dd")) for row in rows}


def said(node: etree._Element) -> str:
    return " ".join(node.text_content().split())


def test_an_entry_s_page_says_what_is_known_and_from_where(site: Path) -> None:
    found = facts(page(site, "registers/places/town.html"))
    assert found["Names"] == "Țown (English)Ville (French)"
    assert found["Other forms"] == "Old Town (English) atlas of it"
    assert found["former"] == "Fort (English)"
    assert found["Identifiers"] == "GeoNames 675810 atlas of it"
    assert found["Part of"] == "Region"
    assert found["upstream"] == "Țown → River"
    assert found["Linked with"] == "meeting"
    assert facts(page(site, "registers/places/region.html")) == {
        "Names": "Region (English)",
        "Includes": "Țown",
    }
    assert facts(page(site, "registers/places/river.html"))["Country"] == "North · South"
    assert facts(page(site, "registers/events/meeting.html"))["Date"] == "12 June 1941 atlas of it"


def test_links_of_an_entry_lead_to_pages_of_entries(site: Path) -> None:
    links = page(site, "registers/places/town.fr.html").xpath("//main/div//dd//a/@href")
    for name in ("places/region", "places/river", "events/meeting", "bibliography/atlas"):
        assert f"../../registers/{name}.fr.html" in links
    assert dead_links(site) == []


def test_every_mention_is_quoted_by_document_and_version(site: Path) -> None:
    root = page(site, "registers/places/town.html")
    assert said(root.find(".//section[@class='mentions']/h2")) == "Mentions (3)"
    one, two = root.find_class("in-document")
    assert [said(part) for part in (one.find("h3"), two.find("h3"))] == ["one (2)", "two (1)"]
    assert said(one.find("p")) == "Translation (English)"
    assert [said(quoted) for quoted in one.findall("ul//q")] == ["The town."]
    assert said(one.find("details/summary")) == "Original (French)"
    assert one.findall("details//q")[0].get("lang") == "fr"
    assert one.xpath("details//a[@class='locator']/@href") == [
        "../../documents/one.en.html#fr-s1",
        "../../documents/one.en.html#fr-s2",
    ]
    assert two.xpath(".//mark/text()") == ["fort"]


def test_on_a_french_page_the_french_version_comes_first(site: Path) -> None:
    one, _ = page(site, "registers/places/town.fr.html").find_class("in-document")
    assert said(one.find("p")) == "Original (français)"
    assert one.xpath("ul//a[@class='locator']/@href")[0] == "../../documents/one.html#fr-s1"


def test_hateful_words_are_left_out_but_for_the_name(site: Path) -> None:
    root = page(site, "registers/places/town.fr.html")
    assert "un mot" not in root.text_content()
    assert root.find_class("in-document")[0].xpath(".//mark/text()") == ["ville", "là", "town"]


def test_a_page_with_thousands_of_mentions_says_where_they_are(tmp_path: Path) -> None:
    name = '<s xml:id="fr-s{}">La <placeName ref="../registers/places.xml#town">ville</placeName>.</s>'
    many = "".join(name.format(number) for number in range(10, 2010))
    site = make(tmp_path, one=FILES["documents/one.xml"].replace("</q>.</s>", f"</q>.</s>{many}"))
    root = page(site, "registers/places/town.fr.html")
    one, two = root.find_class("in-document")
    assert said(one.find("h3")) == "one (2002)"
    assert len(one.xpath("p[@class='numbers']/a")) == 2002
    assert root.findall(".//q") == [] and one.findall(".//details") == []
    assert said(two.find("h3")) == "two (1)" and two.xpath("p") == []


@pytest.mark.parametrize(("most", "quoted"), [(3, []), (4, ["fort"])])
def test_documents_are_quoted_until_there_are_enough(
    most: int, quoted: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mentioned, "MOST_MENTIONS", most)
    one, two = page(make(tmp_path), "registers/places/town.html").find_class("in-document")
    assert one.xpath(".//mark/text()") == ["town", "ville", "là"]
    assert two.xpath(".//mark/text()") == quoted
    assert said(two.find("h3")) == "two (1)"


def test_an_entry_that_nobody_names_says_so(site: Path) -> None:
    assert "Not named in the documents." in page(site, "registers/places/river.html").text_content()
    assert page(site, "registers/places/river.html").find_class("mentions") == []


def test_the_list_is_light_and_keeps_its_anchors(site: Path) -> None:
    root = page(site, "registers/places.html")
    town = root.get_element_by_id("town")
    assert town.find("a").get("href") == "places/town.html"
    assert said(town) == "Țown · VilleA town.one 2 · two 1"
    assert [line.get("id") for line in root.find_class("line")] == ["region", "river", "town"]
    assert said(page(site, "registers/places.fr.html").get_element_by_id("town")) == (
        "Ville · ȚownUne ville.one 2 · two 1"
    )


def test_names_in_documents_lead_to_the_entry_in_the_reader_s_language(site: Path) -> None:
    for name, target in (("one", "town.fr"), ("one.en", "town"), ("two", "town")):
        links = page(site, f"documents/{name}.html").xpath("//a[contains(@class, 'place')]/@href")
        assert set(links) == {f"../registers/places/{target}.html"}, name


def test_a_change_in_one_document_changes_only_the_entries_that_it_names(site: Path, tmp_path: Path) -> None:
    again = make(tmp_path, two=FILES["documents/two.xml"].replace("At the", "Near the"))
    changed = {
        file.relative_to(site).as_posix()
        for file in (site / "registers").rglob("*.html")
        if file.read_bytes() != (again / file.relative_to(site)).read_bytes()
    }
    assert changed == {"registers/places/town.html", "registers/places/town.fr.html"}


def test_a_change_in_an_entry_changes_only_the_entries_that_call_it(site: Path, tmp_path: Path) -> None:
    again = make(tmp_path, places=FILES["registers/places.xml"].replace("A town.", "A small town."))
    changed = {
        file.relative_to(site).as_posix()
        for file in (site / "registers").rglob("*.html")
        if file.read_bytes() != (again / file.relative_to(site)).read_bytes()
    }
    assert changed == {f"registers/places{name}" for name in (".html", "/town.html")}


@pytest.mark.parametrize("name", ["town.fr", "a" * 201, "Țăț" * 40])
def test_an_id_that_can_be_no_file_has_its_place_in_the_list(name: str, tmp_path: Path) -> None:
    """`town.fr` would have the file of another entry's page in French."""
    changed = {
        stem: text.replace('xml:id="town"', f'xml:id="{name}"').replace("#town", f"#{name}")
        for stem, text in ((Path(file).stem, text) for file, text in FILES.items())
    }
    site = make(tmp_path, **changed)
    assert dead_links(site) == []
    assert page(site, "registers/places.html").get_element_by_id(name).find("a") is None
    (link,) = page(site, "documents/two.html").xpath("//a[@class='name place']/@href")
    assert link.startswith("../registers/places.html#")


def test_an_id_can_lead_to_no_file_outside(tmp_path: Path) -> None:
    text = FILES["registers/places.xml"].replace('xml:id="river"', 'xml:id="../../../escaped"')
    file = tmp_path / "tei" / "registers" / "places.xml"
    file.parent.mkdir(parents=True)
    shutil.copytree(file.parent.parent, tmp_path / "x")
    file.write_text(text, "utf-8")
    (tmp_path / "tei" / "documents").mkdir()
    (tmp_path / "tei" / "documents" / "two.xml").write_text(FILES["documents/two.xml"], "utf-8")
    build(Project(tmp_path), ["html"], despite_findings=True)
    assert not list(tmp_path.rglob("escaped*"))


def test_two_entries_that_would_have_one_page_are_refused(tmp_path: Path) -> None:
    changed = FILES["registers/places.xml"].replace('"river"', '"Town"')
    with pytest.raises(EditionError, match=r'"town" and "Town" of places\.xml would have one page'):
        make(tmp_path, places=changed)
