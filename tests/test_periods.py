"""A chronology of very many dates is divided by years, full years by months; each page is made by itself."""

import shutil
from pathlib import Path

import pytest
from lxml import html

from conftest import dead_links, published
from tei_edition.build import build
from tei_edition.make import periods
from tei_edition.make.periods import in_time, year_of
from tei_edition.project import Project

DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{name}" xml:lang="en"><teiHeader>
<fileDesc><titleStmt><title>Letter {name}</title></titleStmt><publicationStmt><p>P</p></publicationStmt>
<sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader><text><body><div type="original" xml:lang="en"><p>
{sentences}</p></div>{more}</body></text></TEI>"""
FRENCH = """<div type="translation" xml:lang="fr"><p><s xml:id="fr-s1">En mai.</s></p></div>"""
LINKS = """<standOff><linkGrp type="translation"><link target="#en-s1 #fr-s1"/></linkGrp></standOff></TEI>"""


def write(folder: Path, more: str = "", **dates: list[str]) -> Path:
    """Write documents with a sentence for each of some attributes of dates; give the folder of them."""
    documents = folder / "tei" / "documents"
    documents.mkdir(parents=True, exist_ok=True)
    for name, attributes in dates.items():
        sentences = "\n".join(
            f'<s xml:id="en-s{number}">It was <date {one}>then</date>.</s>'
            for number, one in enumerate(attributes, 1)
        )
        text = DOCUMENT.format(name=name, sentences=sentences, more=more)
        (documents / f"{name}.xml").write_text(text.replace("</TEI>", LINKS) if more else text, "utf-8")
    return documents


def make(folder: Path) -> Path:
    assert build(Project(folder), ["html"], despite_findings=True).files
    return folder / "build" / "html"


def rows(site: Path, name: str) -> list[str]:
    """Give the dates that a page has rows of, each with the number of its sentences."""
    found = html.parse(site / name).getroot().xpath("//table[@class='dated']/tbody")
    return [f"{body.get('id').removeprefix('page:')} {len(body.findall('tr'))}" for body in found]


@pytest.fixture
def divided(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(periods, "MOST_DATED", 4)
    june, july = 'when="1941-06-29"', 'from="1941-07-01" to="1942-03-01"'
    write(
        tmp_path, a=['when="1940-05"', june, july, june], b=[june, 'notBefore="1941"', 'when="-0044-03-15"']
    )
    return tmp_path


def test_many_dates_have_a_page_for_each_year_and_a_full_year_for_each_month(divided: Path) -> None:
    site = make(divided)
    listed = html.parse(site / "chronology.html").getroot().xpath("//ol[@class='periods']/li")
    assert [" ".join(one.text_content().split()) for one in listed] == [
        "-0044 1 sentence",
        "1940 1 sentence",
        "1941 5 sentences",
    ]
    assert rows(site, "chronology.html") == []
    assert rows(site, "chronology/-0044.html") == ["-0044-03-15 1"]
    assert rows(site, "chronology/1940.html") == ["1940-05 1"]
    assert rows(site, "chronology/1941.html") == ["~1941/ 1"]
    assert rows(site, "chronology/1941-06.html") == ["1941-06-29 3"]
    assert rows(site, "chronology/1941-07.html") == ["1941-07-01/1942-03-01 1"]
    year = html.parse(site / "chronology/1941.html").getroot()
    assert year.xpath("//ol[@class='periods']//a/@href") == ["1941-06.html", "1941-07.html"]
    assert year.xpath("//main//nav[@class='letters']/a/@href") == ["../chronology.html", "1940.html"]
    month = html.parse(site / "chronology/1941-06.html").getroot()
    assert month.findtext(".//h1") == "Chronology: June 1941"
    ways = ["../chronology.html", "1941.html", "1941-07.html"]
    assert month.xpath("//main//nav[@class='letters']/a/@href") == ways
    assert dead_links(site) == []


def test_few_dates_are_on_one_page(tmp_path: Path) -> None:
    write(tmp_path, a=['when="1940-05"', 'when="1941-06-29"'])
    site = make(tmp_path)
    assert rows(site, "chronology.html") == ["1940-05 1", "1941-06-29 1"]
    assert not (site / "chronology").exists()


def test_a_changed_sentence_makes_only_the_page_of_its_month_again(divided: Path, tmp_path: Path) -> None:
    make(divided)
    file = divided / "tei" / "documents" / "b.xml"
    file.write_text(
        file.read_text("utf-8").replace('It was <date when="1941', 'It began <date when="1941'), "utf-8"
    )
    remade = build(Project(divided), ["html"], despite_findings=True).remade
    assert {path for path in remade if "chronology" in path} == {"html/chronology/1941-06.html"}
    file.unlink()
    remade = build(Project(divided), ["html"], despite_findings=True).remade
    assert not (divided / "build" / "html" / "chronology").exists()
    assert "html/chronology.html" in remade
    clean = tmp_path / "clean" / divided.name
    shutil.copytree(divided / "tei", clean / "tei")
    make(clean)
    assert published(divided / "build") == published(clean / "build")


def test_of_a_date_with_very_many_sentences_some_are_quoted_and_all_are_found(tmp_path: Path) -> None:
    write(tmp_path, a=['when="1941-06-29"'] * 1001, b=['when="1941-06-30"'])
    site = make(tmp_path)
    found = html.parse(site / "chronology/1941-06.html").getroot()
    (body, _) = found.xpath("//table[@class='dated']/tbody")
    assert len(body.xpath("tr/td/q")) == 50
    assert body.xpath("string(tr/th/@rowspan)") == "51"
    assert body.findtext(".//details/summary") == "+ 951 sentences"
    linked = [link.rpartition("#en-s")[2] for link in body.xpath(".//details//a/@href")]
    assert linked == [str(number) for number in range(51, 1002)]
    assert dead_links(site) == []


def test_a_sentence_is_told_in_the_language_of_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(periods, "MOST_DATED", 1)
    write(tmp_path, FRENCH, a=['when="1940-05"', 'when="1941"'])
    site = make(tmp_path)
    told = html.parse(site / "chronology/1940.fr.html").getroot().xpath("//td/q")
    assert [" ".join(one.text_content().split()) for one in told] == ["En mai."]


def test_periods_come_in_the_order_of_time() -> None:
    assert list(in_time({"1941-10", "1941", "-0044-03", "1941-06", "10000", "0999"})) == (
        "-0044-03 0999 1941 1941-06 1941-10 10000".split()
    )
    assert [year_of(period) for period in ("1941-06", "-0044-03", "1941")] == ["1941", "-0044", "1941"]
