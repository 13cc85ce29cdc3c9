"""The index for searching: a record for each sentence, the same bytes each time, none if not wanted."""

import json
import sys
from base64 import b64encode
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree, html

from conftest import dead_links
from tei_edition.build import build
from tei_edition.errors import EditionError
from tei_edition.pagefind import bundle
from tei_edition.project import Project
from tei_edition.search import Record, packed_records, records, records_in, section_of, sections

FACTS = """<ed:facts xmlns:ed="urn:tei-edition" doc="letter">
<ed:unit id="en-s1" kind="s" n="1" xml:lang="en">The <ed:mention kind="place" ref="places.iasi places.bg">city
  of <ed:mention kind="person" ref="persons.x">X</ed:mention></ed:mention>,
  <ed:hateful>ugly &lt;words&gt;</ed:hateful>
  there.</ed:unit>
<ed:unit id="ro-s1" kind="s" n="1" xml:lang="ro-RO">Orașul și autoritățile.</ed:unit>
<ed:unit id="ro-s2" kind="note" n="1" xml:lang="RO">Autorități.</ed:unit>
<ed:unit id="odd" kind="p" n="1" xml:lang="../../x">Odd &lt;script&gt;&amp; words</ed:unit>
<ed:unit id="none" kind="p" n="2" xml:lang="en"> </ed:unit>
</ed:facts>"""


@pytest.fixture
def facts() -> etree._Element:
    return etree.fromstring(FACTS)


@pytest.fixture
def romanian(facts: etree._Element) -> list[Record]:
    return [record for record in records(facts) if record.language == "ro"]


def test_each_unit_with_words_is_a_record(facts: etree._Element) -> None:
    found = list(records(facts))
    assert [(one.id, one.language, one.kind, one.number) for one in found] == [
        ("en-s1", "en", "s", "1"),
        ("ro-s1", "ro", "s", "1"),
        ("ro-s2", "ro", "note", "1"),
        ("odd", "und", "p", "1"),
    ]
    assert found[0].text == "The city of X, ugly <words> there."
    assert found[0].quiet == "The city of X, […] there."
    assert found[0].facets == {"person": ["persons.x"], "place": ["places.bg", "places.iasi"]}
    assert found[1].quiet == ""
    assert records_in(packed_records(found)) == found


def test_the_index_of_a_language_has_its_records(romanian: list[Record]) -> None:
    files = bundle("ro", romanian)
    assert {path.split("/")[0] for path in files} >= {"pagefind.js", "records.json", "texts", "index"}
    told = json.loads(files["records.json"])
    assert [row[1:] for row in told["records"]] == [
        ["letter", "ro-s1", "s", "1", ""],
        ["letter", "ro-s2", "note", "1", ""],
    ]
    assert "fragment" not in {path.split("/")[0] for path in files}
    assert json.loads(files["texts/0.json"]) == [record.text for record in romanian]
    assert told["facets"] == {"document": {"letter": [0, 1]}, "person": {}, "place": {}}


def test_texts_are_in_files_of_a_hundred(romanian: list[Record]) -> None:
    many = [replace(romanian[0], id=f"s{number}", text=f"Numărul {number}.") for number in range(201)]
    files = bundle("ro", many)
    told = json.loads(files["records.json"])
    texts = [
        json.loads(files[f"texts/{number // told['together']}.json"])[number % told["together"]]
        for number in range(201)
    ]
    assert texts == [record.text for record in many]
    assert len([path for path in files if path.startswith("texts/")]) == 3


def test_sections_grow_with_the_root_of_the_number() -> None:
    assert [sections(number) for number in (0, 1, 400, 800)] == [1] * 4
    assert [sections(400 * 4**power) for power in range(6)] == [1, 2, 4, 8, 16, 32]


def test_documents_are_spread_over_the_sections_and_stay_in_theirs() -> None:
    numbers = [section_of(f"letter-{number}", 8) for number in range(1000)]
    assert {numbers.count(section) > 80 for section in range(8)} == {True}
    assert [section_of(f"letter-{number}", 8) % 4 for number in range(1000)] == [
        section_of(f"letter-{number}", 4) for number in range(1000)
    ]


def test_only_the_first_section_has_the_program_that_reads_all(romanian: list[Record]) -> None:
    first, other = bundle("ro", romanian), bundle("ro", romanian, first=False)
    assert first.keys() - other.keys() == {"pagefind.js", "wasm.ro.pagefind"}
    assert other.items() <= first.items()


def test_a_section_without_documents_is_an_index_too() -> None:
    files = bundle("ro", [])
    assert json.loads(files["records.json"])["records"] == []
    assert {"pagefind-entry.json", "pagefind.js"} <= files.keys()


def test_a_section_without_words_is_an_index_too(romanian: list[Record]) -> None:
    files = bundle("ro", [replace(romanian[0], text="… —")])
    assert [row[:3] for row in json.loads(files["records.json"])["records"]] == [["", "letter", "ro-s1"]]


def test_the_index_is_the_same_bytes_each_time(
    romanian: list[Record], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the user's folder and surroundings tell Pagefind to do."""
    once = bundle("ro", romanian)
    (tmp_path / "pagefind.toml").write_text('force_language = "de"\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "de")
    assert bundle("ro", romanian) == once


def test_a_missing_pagefind_is_a_fault_with_a_hint(
    romanian: list[Record], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pagefind.service.get_executable", lambda: tmp_path / "nothing")
    with pytest.raises(EditionError, match="cannot be run") as raised:
        bundle("ro", romanian)
    assert "--no-search" in raised.value.hint


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ([], "stopped before its index was made"),
        ([{"type": "NewIndex"}], "stopped before its index was made"),
        ([{"type": "NewIndex"}, {"type": "Error", "message": "no room"}], "no room"),
    ],
)
def test_a_pagefind_that_stops_is_a_fault(
    answers: list[dict[str, str]],
    said: str,
    romanian: list[Record],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = b"".join(b64encode(json.dumps({"payload": one}).encode()) + b"," for one in answers)
    program = tmp_path / "pagefind"
    program.write_text(f"#!{sys.executable}\nprint({told.decode()!r}, end='')\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr("pagefind.service.get_executable", lambda: program)
    with pytest.raises(EditionError, match=said):
        bundle("ro", romanian * 50_000)


def test_every_page_leads_to_the_search_in_its_language(made: Path) -> None:
    site = (made / "html").resolve()
    first = html.parse(site / "index.html").getroot().get("lang")
    for page in site.rglob("*.html"):
        top = html.parse(page).getroot()
        forms = top.xpath("//form[@role='search']/@action")
        language = top.get("lang")
        name = "search.html" if language == first else f"search.{language}.html"
        searches = page.parent == site and page.name == name
        assert [(page.parent / form).resolve() for form in forms] == ([] if searches else [site / name]), page


def test_a_result_leads_to_its_document_in_the_reader_s_language(made: Path) -> None:
    page = html.parse(made / "html" / "search.fr.html").getroot()
    options = page.xpath("//select[@name='document']/option[@data-page]")
    assert {option.get("value"): option.get("data-page") for option in options} == {
        "iasi-1941-en": "iasi-1941-en.fr.html",
        "iasi-1941-fr": "iasi-1941-fr.html",
        "romania-en": "romania-en.fr.html",
    }


def test_the_choices_are_what_the_documents_name(made: Path) -> None:
    page = html.parse(made / "html" / "search.html").getroot()
    assert page.xpath("//select[@name='document']/option/@value")[1:] == [
        "iasi-1941-en",
        "iasi-1941-fr",
        "romania-en",
    ]
    assert set(page.xpath("//select[@name='language']/option/@value")) == {"", "en", "fr", "ro"}
    assert "Antonescu, Ion" in page.xpath("//select[@name='person']/option/text()")
    assert "Iași" in page.xpath("//select[@name='place']/option/text()")


def test_without_search_nothing_leads_there(copy: Project) -> None:
    build(copy, ["html"], search=False)
    site = copy.build / "html"
    assert not (site / "search").exists()
    assert not (site / "search.html").exists()
    assert not html.parse(site / "index.html").getroot().xpath("//form")
    assert dead_links(site) == []
