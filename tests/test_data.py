"""Tables and linked data of registers and of what texts name; checksums; the page on all this."""

import hashlib
import json
import subprocess
from pathlib import Path

import pytest
from lxml import html

from conftest import DOCUMENTS, ROOT
from exported import rows, site, tei_of
from tei_edition.data import CHECKSUMS, checksums
from tei_edition.data.tables import csv_of, guarded
from tei_edition.markup import XML_ID, tei

REGISTERS = sorted(path.stem for path in (ROOT / "tei" / "registers").glob("*.xml"))


@pytest.mark.parametrize("name", REGISTERS)
def test_a_register_is_a_table_and_linked_data(name: str, made: Path) -> None:
    entries = [
        node.get(XML_ID)
        for node in tei_of(f"registers/{name}")
        .find(tei("standOff"))
        .iter(*map(tei, ("person", "place", "org", "event", "bibl")))
        if node.get(XML_ID)
    ]
    table = {row["id"]: row for row in rows(site(made) / "data" / f"{name}.csv")}
    assert list(table) == entries
    graph = json.loads((site(made) / "data" / f"{name}.jsonld").read_text("utf-8"))["@graph"]
    assert [one["@id"] for one in graph] == [f"../registers/{name}.html#{entry}" for entry in entries]
    assert all(one.get("name") for one in graph) or name == "bibliography"


def test_what_a_register_says_of_a_person(made: Path) -> None:
    row = next(row for row in rows(site(made) / "data" / "persons.csv") if row["id"] == "antonescu-ion")
    assert (row["name_en"], row["born"], row["wikidata"]) == ("Ion Antonescu", "1882-06-14", "Q152030")
    assert row["note_en"].startswith("Marshal, called head of state")
    graph = json.loads((site(made) / "data" / "persons.jsonld").read_text("utf-8"))["@graph"]
    thing = next(one for one in graph if one["@id"].endswith("#antonescu-ion"))
    assert thing["@type"] == "Person"
    assert "https://www.wikidata.org/wiki/Q152030" in thing["sameAs"]
    assert (thing["birthDate"], thing["deathDate"]) == ("1882-06-14", "1946-06-01")


def test_every_mention_is_in_the_table_and_leads_to_both_ends(made: Path) -> None:
    table = rows(site(made) / "data" / "mentions.csv")
    ids = {
        path.relative_to(site(made)).as_posix(): set(html.parse(path).getroot().xpath("//@id"))
        for path in site(made).rglob("*.html")
    }
    files = [site(made) / "data" / "mentions" / f"{name}.jsonld" for name in DOCUMENTS]
    items = [item for file in files for item in json.loads(file.read_text("utf-8"))["items"]]
    assert len(items) == len(table) > 500
    for row, item in zip(table, items, strict=True):
        for address in (item["body"], item["target"]["source"]):
            path, _, anchor = address.removeprefix("../../").partition("#")
            assert anchor in ids[path], address
        assert item["target"]["selector"]["exact"] == row["words"]
    killed = [row for row in rows(site(made) / "data" / "figures.csv") if row["quantity"] == "13266"]
    assert {row["document"] for row in killed} >= {"iasi-1941-en", "iasi-1941-fr"}
    assert any(row["when"] == "1941-06-29" for row in rows(site(made) / "data" / "dates.csv"))
    assert [row["document"] for row in rows(site(made) / "data" / "documents.csv")] == DOCUMENTS


@pytest.mark.parametrize("text", ["=1+1", "+SUM(A1)", "-2+3", "@x", "\tx", "\r=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert csv_of([{"a": text}]).decode("utf-8-sig").splitlines()[1].lstrip('"').startswith("'")


@pytest.mark.parametrize("text", ["", "x", "-12.5", "+3", "27.58", "a=b"])
def test_numbers_and_words_are_left_alone(text: str) -> None:
    assert guarded(text) == text


def test_rows_with_other_columns_have_empty_cells() -> None:
    assert csv_of([{"a": "1"}, {"b": 'x"y'}], ["c"]).decode("utf-8-sig") == 'c,a,b\r\n,1,\r\n,,"x""y"\r\n'


def test_checksums_are_those_of_all_files(made: Path) -> None:
    lines = (site(made) / CHECKSUMS).read_text("utf-8").splitlines()
    told = {path: digest for digest, path in (line.split("  ", 1) for line in lines)}
    files = {p.relative_to(site(made)).as_posix(): p for p in site(made).rglob("*") if p.is_file()}
    del files[CHECKSUMS]
    assert told == {path: hashlib.sha256(file.read_bytes()).hexdigest() for path, file in files.items()}
    assert list(told) == sorted(told)


def test_sha256sum_accepts_them(made: Path, tmp_path: Path) -> None:
    import shutil

    if not shutil.which("sha256sum"):
        pytest.skip("there is no sha256sum here")
    checked = subprocess.run(
        ["sha256sum", "-c", "--quiet", CHECKSUMS], cwd=site(made), capture_output=True, check=False
    )
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, b"", b"")
    odd = {"a b.txt": b"1", "c\\d.txt": b"2"}
    for name, data in odd.items():
        (tmp_path / name).write_bytes(data)
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in odd.items()}
    (tmp_path / CHECKSUMS).write_bytes(checksums(digests))
    done = subprocess.run(["sha256sum", "-c", CHECKSUMS], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_page_on_the_data_names_every_kind_of_file(made: Path) -> None:
    links = set(html.parse(site(made) / "data.html").getroot().xpath("//main//a/@href"))
    first = DOCUMENTS[0]
    of_document = f"tei/{first}.xml data/texts/{first}.fr.txt sources/{first}.txt pdf/{first}.pdf"
    of_document += (
        f" data/links/{first}.tmx data/links/{first}.tsv documents/{first}.bib documents/{first}.jsonld"
    )
    of_document += f" data/mentions/{first}.jsonld"
    of_edition = "data/persons.csv data/persons.jsonld data/mentions.csv data/dates.csv"
    of_edition += (
        " data/figures.csv data/documents.csv data/alignments.tsv tei/edition.xml index.bib SHA256SUMS"
    )
    guides = "manual.html rules.html index.html#page:editorial"
    assert set(f"{of_document} {of_edition} {guides}".split()) <= links
    assert not [link for link in links for other in DOCUMENTS[1:] if f"/{other}." in link]
