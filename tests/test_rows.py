"""Versions in rows and documents compared: each sentence in one row, whatever the links; nothing is lost."""

import random
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree, html

from conftest import DOCUMENTS, ROOT, dead_links, jing_says, shared
from tei_edition.build import build
from tei_edition.markup import XML_ID, XML_LANG, tei
from tei_edition.project import Project

HEADER = """<teiHeader><fileDesc><titleStmt><title xml:lang="en">{title}</title>{more}</titleStmt>
<publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc>{rest}</teiHeader>"""

EDITION = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="edition" xml:lang="en">'
    + HEADER.format(
        title="E",
        more='<respStmt xml:id="t"><resp xml:lang="en">translations</resp><name>N</name></respStmt>',
        rest="""<encodingDesc><classDecl><taxonomy xml:id="parallel"><category xml:id="same-statement">
<catDesc xml:lang="en">they state the same</catDesc><catDesc xml:lang="fr">ils disent la même chose</catDesc>
</category><category xml:id="contradicting"><catDesc xml:lang="en">they contradict each other</catDesc>
</category></taxonomy></classDecl></encodingDesc>""",
    )
    + '<text><body><div type="introduction" xml:lang="en"><p>Intro.</p></div></body></text></TEI>'
)

LINKS = [
    "fr-s1 en-s1 ro-s1",
    "fr-s2 en-s2 en-s3 ro-s2",
    "fr-s3 en-s5",
    "fr-s3 ro-s4",
    "fr-s4 en-s4 ro-s3",
    "fr-s7 en-s7",
    "fr-s9 en-s8 ro-s5",
]
"""A split, a pair of links that are one unit, a crossing, a gap, sentences without a link."""

ROWS = [
    ["fr-s1", "en-s1", "ro-s1"],
    ["fr-s2", "en-s2 en-s3", "ro-s2"],
    ["fr-s3", "en-s5", "ro-s4"],
    ["", "en-s6", ""],
    ["fr-s4", "en-s4", "ro-s3"],
    ["fr-s5", "", ""],
    ["fr-s6", "", ""],
    ["fr-s7", "en-s7", ""],
    ["fr-s8", "", ""],
    ["fr-s10", "", ""],
    ["fr-s9", "en-s8", "ro-s5"],
]

BODY = """
<div type="original" xml:lang="fr"><head><s xml:id="fr-s1">frone</s></head>
<pb n="1"/><p><s xml:id="fr-s2">frtwo<note xml:lang="fr">frnote</note></s>
<s xml:id="fr-s3">frthree</s></p>
<p><s xml:id="fr-s4">frfour</s></p>
<ab type="navigation"><s xml:id="fr-s5">frfive</s></ab><ab type="navigation"><s xml:id="fr-s6">frsix</s></ab>
<list type="ordered"><item><s xml:id="fr-s7">frseven</s></item><item>frplain</item>
<item><s xml:id="fr-s8">freight</s></item></list>
<table><head>frheading</head><row><cell><s xml:id="fr-s10">frten</s></cell>
<cell>frbeside</cell></row></table>
<figure type="photograph"><head><s xml:id="fr-s9">frnine</s></head>
<figDesc>frdescription</figDesc></figure>
<list><item>fritem</item></list><table><head>frcaption</head><row><cell>frcell</cell></row></table></div>
<div type="translation" xml:lang="en" resp="edition.xml#t" xml:id="version-en">
<head><s xml:id="en-s1">enone</s></head>
<p><s xml:id="en-s2">entwo</s></p><p><s xml:id="en-s3">enthree<note>ennote</note></s></p>
<p><s xml:id="en-s4">enfour</s> <s xml:id="en-s5">enfive</s> <s xml:id="en-s6">ensix</s></p>
<p><s xml:id="en-s7">enseven</s></p><figure><head><s xml:id="en-s8">eneight</s></head></figure></div>
<div type="translation" xml:lang="ro" resp="edition.xml#t"><head><s xml:id="ro-s1">roone</s></head>
<p><s xml:id="ro-s2">rotwo</s> <s xml:id="ro-s3">rothree</s> <s xml:id="ro-s4">rofour</s></p>
<figure><head><s xml:id="ro-s5">rofive</s></head></figure></div>"""

OTHER = """<div type="original" xml:lang="en"><p><s xml:id="en-s1">other first</s>
<s xml:id="en-s2">other second <persName>X</persName></s>
<s xml:id="en-s3">other third <q ana="edition.xml#hateful">slur</q></s></p></div>"""

ALIGNMENTS = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="alignments" xml:lang="en">'
    + HEADER.format(title="What they share", more='<title xml:lang="fr">Ce qui est commun</title>', rest="")
    + """<standOff><linkGrp type="parallel">
<link xml:id="deaths" ana="edition.xml#contradicting"
  target="documents/one.xml#fr-s4 documents/two.xml#en-s2"/>
<link xml:id="day" ana="edition.xml#same-statement"
  target="documents/one.xml#fr-s2 documents/one.xml#fr-s3 documents/two.xml#en-s1"/></linkGrp>
<note target="#deaths" xml:lang="en">They differ.</note>
<note target="#deaths" xml:lang="fr">Ils diffèrent.</note>
<note target="#deaths" xml:lang="ro">Diferă.</note></standOff></TEI>"""
)


def document(name: str, language: str, body: str, links: list[str], extra: str = "") -> str:
    """Write a document with its links."""
    found = "".join(f'<link target="{" ".join(f"#{i}" for i in link.split())}"/>' for link in links)
    stand_off = f'<standOff><linkGrp type="translation">{found}</linkGrp>{extra}</standOff>' if links else ""
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{name}" xml:lang="{language}">'
        + HEADER.format(title=f"Title {name}", more="", rest="")
        + f"{stand_off}<text><body>{body}</body></text></TEI>"
    )


REASON = '<note type="no-counterpart" target="#fr-s5" corresp="#version-en" xml:lang="en">Only a menu.</note>'


def make(folder: Path, links: list[str] = LINKS, alignments: str = ALIGNMENTS) -> Path:
    """Build an edition of two documents; gives its pages."""
    files = {
        "edition.xml": EDITION,
        "alignments.xml": alignments,
        "documents/one.xml": document("one", "fr", BODY, links, REASON),
        "documents/two.xml": document("two", "en", OTHER, []),
    }
    for name, text in files.items():
        file = folder / "tei" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    assert build(Project(folder), ["html"], despite_findings=True).files
    return folder / "build" / "html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the edition of two documents."""
    return make(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def edition_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of this repository's edition."""
    folder = tmp_path_factory.mktemp("edition")
    shutil.copytree(ROOT / "tei", folder / "tei")
    assert build(Project(folder), ["html"]).files
    return folder / "build" / "html"


def page(site: Path, name: str) -> etree._Element:
    return html.parse(site / name).getroot()


def rows(root: etree._Element) -> list[list[str]]:
    """Give the ids of the sentences in each cell of each row."""
    found = root.xpath("//table[contains(@class, 'parallel')]/tbody/tr[not(@class)]")
    return [[" ".join(cell.xpath(".//span[@class='s']/@id")) for cell in row.findall("td")] for row in found]


def words(node: etree._Element) -> Counter[str]:
    return Counter(re.findall(r"[a-z]{4,}", " ".join(node.itertext())))


def test_each_unit_is_a_row_in_the_order_of_the_original(site: Path) -> None:
    assert rows(page(site, "documents/one.html")) == ROWS


def test_the_order_of_the_links_changes_nothing(site: Path, tmp_path: Path) -> None:
    links = [" ".join(random.Random(4).sample(link.split(), len(link.split()))) for link in LINKS]
    random.Random(4).shuffle(links)
    again = make(tmp_path, links)
    assert rows(page(again, "documents/one.html")) == rows(page(site, "documents/one.html"))


def test_nothing_is_lost_or_shown_twice(site: Path) -> None:
    """Each word of each version is once in its column, and nowhere else in the table."""
    table = page(site, "documents/one.html").find(".//table")
    text = etree.fromstring(document("one", "fr", BODY, []))
    for number, version in enumerate(text.iter(tei("div")), 1):
        cells = table.xpath(f".//td[@class='version-{number}']")
        cells += table.xpath(f".//aside[contains(@class, 'version-{number}')]")
        shown = sum((words(cell) for cell in cells), Counter())
        wanted = words(version)
        assert {word: shown[word] for word in wanted} == dict.fromkeys(wanted, 1), version.get(XML_LANG)
        assert {cell.get("lang") for cell in cells if cell.tag == "td"} == {version.get(XML_LANG)}


def test_blocks_stay_recognisable(site: Path) -> None:
    table = page(site, "documents/one.html").find(".//table")
    kinds = [body.get("class") for body in table.findall("tbody")]
    assert kinds == ["of-head", "of-p", "of-p", "of-navigation", "of-list", "of-table", "of-figure"]
    assert [heading.tag for heading in table.iter("h1", "h2", "h3", "h4")] == ["h3", "h3", "h3"]
    said = [cell.text_content().strip() for cell in table.xpath(".//tr[@class='kind']/th[@scope='rowgroup']")]
    assert len(said) == 2
    assert "image" in said[1]


def test_a_list_keeps_its_numbers(site: Path) -> None:
    items = page(site, "documents/one.html").xpath("//table//li[@value][not(ancestor::aside)]")
    assert [(item.get("value"), item.xpath("string(.//*[@class='s']/@id)")) for item in items] == [
        ("1", "fr-s7"),
        ("2", ""),
        ("3", "fr-s8"),
    ]


def test_a_gap_says_why(site: Path) -> None:
    gaps = page(site, "documents/one.html").xpath("//td[p[@class='no-counterpart']]")
    assert len(gaps) == sum(row.count("") for row in ROWS)
    reasons = [(gap.get("lang"), gap.xpath("string(.//*[@class='reason'])")) for gap in gaps]
    assert [reason for reason in reasons if reason[1]] == [("en", "Only a menu.")]


def test_notes_stand_by_their_sentences(site: Path) -> None:
    root = page(site, "documents/one.html")
    for sentence, note in (("fr-s2", "frnote"), ("en-s3", "ennote")):
        below = root.get_element_by_id(sentence).xpath("ancestor::tr/following-sibling::tr[1]")[0]
        assert below.get("class") == "row-notes"
        assert note in below.text_content()


def test_ids_and_links_are_whole(site: Path) -> None:
    assert dead_links(site) == []
    for file in site.rglob("*.html"):
        ids = html.parse(file).getroot().xpath("//@id")
        assert [i for i, n in Counter(ids).items() if n > 1] == [], file.name


def test_rows_can_be_read_without_the_script(site: Path) -> None:
    """All is in the page; what a reader chooses is done by the style sheet; the original is open."""
    root = page(site, "documents/one.html")
    assert root.xpath("//script/@src") == ["../assets/edition.js"]
    assert (site / "assets" / "edition.js").is_file()
    style = (site / "assets" / "edition.css").read_text("utf-8")
    for control in root.xpath("//div[@class='choices']//input/@class"):
        assert f".{control}:" in style, control
    cells = root.xpath("//td[span or details]/details")
    assert [cell.xpath("string(summary)") for cell in cells[:3]] == ["Français", "Anglais", "Roumain"]
    assert {cell.getparent().get("class") for cell in cells if cell.get("open") is not None} == {"version-1"}


def test_a_document_without_links_has_its_versions_beside_each_other(tmp_path: Path) -> None:
    root = page(make(tmp_path, []), "documents/one.html")
    assert root.xpath("//table[thead]") == []
    assert len(root.xpath("//div[@class='versions']/section")) == 3


def test_a_version_without_links_stands_below_the_rows(tmp_path: Path) -> None:
    root = page(make(tmp_path, ["fr-s1 en-s1"]), "documents/one.html")
    assert len(root.xpath("//table/thead//th")) == 2
    assert root.xpath("//div[@class='versions']/section/@lang") == ["ro"]


def test_a_pair_of_documents_has_a_page_in_each_language(site: Path) -> None:
    assert sorted(file.name for file in (site / "compare").iterdir()) == [
        "one--two.fr.html",
        "one--two.html",
        "one--two.ro.html",
    ]
    english, french = (page(site, f"compare/one--two{language}.html") for language in ("", ".fr"))
    assert [body.get("id") for body in english.iter("tbody")] == ["day", "deaths"]
    deaths = english.get_element_by_id("deaths")
    assert "They contradict each other" in deaths.text_content()
    assert "They differ." in deaths.text_content()
    assert deaths.xpath(".//td/p[@class='passage-of']/a/@href") == [
        "../documents/one.en.html#fr-s4",
        "../documents/two.html#en-s2",
    ]
    assert "Ils diffèrent." in french.get_element_by_id("deaths").text_content()
    assert "They differ." not in french.text_content()
    alone = [
        [a.text for a in section.findall(".//ol/li/a")]
        for section in english.xpath("//section[@class='alone']")
    ]
    assert alone == [["1", "5", "6", "7", "8", "10", "9"], ["3"]]
    assert "other third […]" in english.text_content()
    assert "slur" not in english.text_content()


def test_a_sentence_leads_to_its_row_of_the_comparison(site: Path) -> None:
    way = "//details[@class='parallels']//p[@class='relation']/a/@href"
    links = page(site, "documents/one.html").xpath(way)
    assert links == [f"../compare/one--two.fr.html#{row}" for row in ("day", "day", "deaths")]
    assert page(site, "documents/two.html").xpath(way) == [
        "../compare/one--two.html#day",
        "../compare/one--two.html#deaths",
    ]
    (link,) = page(site, "index.html").xpath("//a[contains(@href, 'compare/')]")
    assert link.get("href") == "compare/one--two.html"
    one, two = link.findall("span")
    assert one.tail.strip() == "–" and not two.tail


def test_what_the_other_document_says_is_a_touch_away(site: Path) -> None:
    """Its sentence without links in it, the relation, and the note in the language of the page."""
    english = page(site, "documents/two.html")
    found = english.xpath("//details[@class='parallels']")
    assert [one.xpath("normalize-space(summary)") for one in found] == ["See also Title one 2+3, 4"]
    day, deaths = found[0].find_class("parallel-passage")
    assert day.xpath("p/@lang") == ["fr", "fr"]
    assert [p.text_content() for p in day.findall("p")[1:]] == ["2frtwo", "3frthree"]
    assert deaths.xpath("normalize-space(p)") == "They contradict each other Compare"
    assert deaths.xpath("p/a/@href")[1:] == ["one.html#fr-s4"]
    assert deaths.xpath("div/text()") == ["They differ."]
    assert "Ils diffèrent." in page(site, "documents/one.html").text_content()


def test_hateful_words_of_another_document_are_announced_there_too(tmp_path: Path) -> None:
    hateful = ALIGNMENTS.replace("two.xml#en-s2", "two.xml#en-s3")
    french = page(make(tmp_path, alignments=hateful), "documents/one.html")
    (quoted,) = french.xpath("//details//q[contains(@class, 'hateful')]")
    assert quoted.getprevious().get("class") == "warning"


def test_a_document_with_what_others_say_is_tei(site: Path) -> None:
    texts = [(site / "tei" / f"{name}.xml").read_text("utf-8") for name in ("one", "two")]
    assert jing_says(shared("tei/tei_all.rng"), texts) == [[], []]


def test_a_document_depends_on_its_own_links_only(site: Path, tmp_path: Path) -> None:
    more = '<link target="documents/two.xml#en-s2 documents/two.xml#en-s3"/></linkGrp>'
    words = "<note target='#nothing'>Other words.</note></standOff>"
    changed = make(tmp_path, alignments=ALIGNMENTS.replace("</linkGrp>", more).replace("</standOff>", words))
    for name in ("documents/one.html", "tei/one.xml", "documents/two.html"):
        assert (changed / name).read_bytes() == (site / name).read_bytes(), name


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_sentence_of_the_edition_is_in_one_row(name: str, edition_site: Path) -> None:
    source = etree.parse(ROOT / "tei" / "documents" / f"{name}.xml").getroot()
    sentences = [sentence.get(XML_ID) for sentence in source.iterfind(f"{tei('text')}//{tei('s')}")]
    shown = [
        i for row in rows(page(edition_site, f"documents/{name}.html")) for cell in row for i in cell.split()
    ]
    assert sorted(shown) == sorted(sentences)
    assert all(all(row) for row in rows(page(edition_site, f"documents/{name}.html")))


def test_the_warning_says_which_version_it_means(edition_site: Path) -> None:
    notice = page(edition_site, "documents/iasi-1941-en.html").find_class("notice")[0].text_content()
    assert "original (English), sentences 5, 8; translation (French), sentences 5, 8" in notice


def test_a_translation_is_no_mention_of_its_own(edition_site: Path) -> None:
    entry = page(edition_site, "registers/persons/borcescu-traian.html")
    assert entry.xpath("string(//section[@class='mentions']/h2)") == "Mentions (2)"
    named = page(edition_site, "documents/iasi-1941-en.html").xpath(
        "//section[@class='named']//li[a[contains(@href, '/borcescu-traian.')]]"
    )[0]
    assert "sentences 11, 15" in " ".join(named.text_content().split())
    assert "translation" not in named.text_content()
