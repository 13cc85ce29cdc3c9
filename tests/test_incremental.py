"""What has changed is made again, and nothing else; the result is what a build from nothing gives."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import published
from editions import Edition
from tei_edition import signed
from tei_edition.build import Manner, build
from tei_edition.errors import EditionError
from tei_edition.make import staging
from tei_edition.make.steps import Steps
from tei_edition.make.store import Store
from tei_edition.processes import Processes, WorkerEndedError
from tei_edition.project import Project
from tei_edition.resources import packaged


def _document(title: str, person: str, target: str) -> Callable[[Edition], None]:
    return lambda edition: edition.documents.update(a=(title, person, target))


def _tamper(edition: Edition) -> None:
    page = edition.project.build / "html" / "documents" / "a.html"
    if page.is_file():
        page.write_text("tampered with", "utf-8")


def _remove(path: str) -> Callable[[Edition], None]:
    def remove(edition: Edition) -> None:
        found = edition.project.build / path
        if found.is_dir():
            shutil.rmtree(found)
        found.unlink(missing_ok=True) if not found.is_dir() else None

    return remove


EDITS: dict[str, Callable[[Edition], None]] = {
    "a title": _document("Another", "lee", "b.xml#en-s1"),
    "another person": _document("First", "poe", "b.xml#en-s1"),
    "a person that is not there": _document("First", "kafka", "c.xml#nothing"),
    "an identifier": _document("First", "lee", "c.xml"),
    "a document more": lambda e: e.documents.update(d=("Fourth", "kafka", "a.xml")),
    "a document less": lambda e: e.documents.pop("b", None) and None,
    "an entry": lambda e: e.persons.update(lee=("Lee", "A judge.")),
    "an entry more": lambda e: e.persons.update(kafka=("Kafka", "A writer.")),
    "an entry less": lambda e: e.persons.pop("poe", None) and None,
    "the header": lambda e: setattr(e, "title", e.title + "!"),
    "a link": lambda e: setattr(e, "links", "documents/b.xml#en-s2 documents/c.xml#en-s1"),
    "no links": lambda e: setattr(e, "links", ""),
    "a stylesheet": lambda e: setattr(e, "label", e.label + "x"),
    "a page": _tamper,
    "a page less": _remove("html/index.html"),
    "no cache": _remove("cache"),
    "no pages": _remove("html"),
}


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=3), min_size=1, max_size=3))
def test_an_incremental_build_is_the_clean_one(series: list[list[str]]) -> None:
    with TemporaryDirectory() as folder:
        edition = Edition(Path(folder) / "edition")
        edition.build()
        for edits in series:
            for name in edits:
                EDITS[name](edition)
            edition.build()
            assert edition.build() == {}
        clean = Project(Path(folder) / "clean" / "edition")
        for part in ("tei", "xslt"):
            shutil.copytree(edition.project.root / part, clean.root / part)
        build(clean, ("html",), despite_findings=True)
        assert published(edition.project.build) == published(clean.build)


@pytest.fixture
def small(tmp_path: Path) -> Edition:
    edition = Edition(tmp_path)
    edition.build()
    return edition


def pages(remade: dict[str, str]) -> set[str]:
    return {path.removeprefix("html/") for path in remade if path.endswith(".html")}


def test_a_document_is_made_again_with_what_tells_of_it(small: Edition) -> None:
    small.documents["c"] = ("The third", "lee", "https://example.org/")
    remade = small.build()
    entries = {"registers/persons.html", "registers/persons/lee.html"}
    assert pages(remade) == {"documents/c.html", "index.html", "search.html", "differences.html"} | entries
    assert remade["html/documents/c.html"] == "c.xml has changed."
    assert remade["html/index.html"] == "Changed: what the documents say."


def test_an_entry_is_made_again_where_it_is_named(small: Edition) -> None:
    small.persons["poe"] = ("Poe", "Of nobody's.")
    remade = small.build()
    entries = {"registers/persons.html", "registers/persons/poe.html"}
    assert pages(remade) == {"documents/b.html", "search.html"} | entries
    assert remade["html/documents/b.html"] == "What b.xml takes from elsewhere has changed (persons.poe)."


def test_a_place_is_drawn_again_only_on_the_maps_that_have_it(copy: Project) -> None:
    build(copy, ["html"])
    texts = {file.stem: file.read_text("utf-8") for file in copy.documents}
    file = copy.tei / "registers" / "places.xml"
    places = file.read_text("utf-8")
    known = re.findall(r'<place xml:id="([^"]+)"', places)
    place, where = next(
        (place, stems[0])
        for place in known
        if len(stems := [stem for stem, text in texts.items() if f"place:{place}" in text]) == 1
        and "<geo" in places.split(f'xml:id="{place}"')[1].split("</place>")[0]
    )
    before, after = places.split(f'xml:id="{place}"')
    changed = re.sub(r"(<geo[^>]*>)[0-9.]+", r"\g<1>10.5", after, count=1)
    file.write_text(f'{before}xml:id="{place}"{changed}', "utf-8")
    remade = build(copy, ["html"]).remade
    drawn = {re.sub(r"(\.[a-z]{2})?\.html$", "", path) for path in remade if path.startswith("html/map")}
    assert drawn == {"html/map", f"html/maps/{where}"}


def test_a_link_is_made_again_where_it_leads(small: Edition) -> None:
    small.links = "documents/a.xml#en-s2 documents/b.xml#en-s1"
    assert {"documents/a.html", "documents/b.html"} <= pages(small.build())
    assert "documents/c.html" not in pages(small.build())


def test_files_of_all_documents_are_made_again_only_where_what_they_show_has_changed(small: Edition) -> None:
    EDITS["a title"](small)
    made = small.build()
    assert {"html/data/documents.csv", "html/documents/a.bib", "html/documents/a.jsonld"} <= made.keys()
    others = ("html/search/", "html/data/texts/c", "html/documents/c.", "html/data/mentions.csv")
    assert not [path for path in made if path.startswith(others)]
    EDITS["another person"](small)
    made = small.build()
    searched = "html/search/en/0/records.json"
    assert {"html/data/mentions.csv", "html/data/mentions/a.jsonld", searched} <= made.keys()
    assert "html/data/dates.csv" not in made
    build(small.project, ("html",), despite_findings=True, search=False)
    assert not (small.project.build / "html" / "search").exists()


def test_a_stylesheet_is_made_again_where_it_is_included(small: Edition) -> None:
    own = small.project.root / "xslt" / "index" / "contents-lists.xsl"
    own.parent.mkdir(exist_ok=True)
    text = (packaged("xslt") / "index" / "contents-lists.xsl").read_text("utf-8")
    own.write_text(text.replace("</xsl:stylesheet>", "<!-- ours --></xsl:stylesheet>"), "utf-8")
    assert small.build() == {"html/index.html": "A stylesheet has changed."}


def test_what_a_stylesheet_includes_is_known() -> None:
    steps = Steps(packaged("xslt"))
    files = set(steps.files("html/document.xsl"))
    assert {"html/document.xsl", "html/document-page.xsl", "html/named.xsl"} == files
    assert {"lib/labels.xsl", "lib/labels.xml"} <= set(steps.files("html/shared.xsl"))


def test_a_removed_document_leaves_nothing(small: Edition) -> None:
    del small.documents["c"]
    small.build()
    assert [path for path in published(small.project.build) if Path(path).stem == "c"] == []
    assert b"c.xml" not in (small.project.build / "manifest.json").read_bytes()


def test_what_somebody_changed_in_build_is_made_again(small: Edition) -> None:
    before = published(small.project.build)
    page = small.project.build / "html" / "documents" / "a.html"
    page.write_text(page.read_text("utf-8").replace("First", "Fjrst"), "utf-8")
    assert small.build() == {"html/documents/a.html": "It is no longer there as it was made."}
    assert published(small.project.build) == before


def test_several_processes_make_the_same(small: Edition) -> None:
    for number in range(70):
        small.documents[f"n{number}"] = (f"Number {number}", "lee", "a.xml")
    small.build(jobs=2)
    one = published(small.project.build)
    shutil.rmtree(small.project.build)
    small.build(jobs=1)
    assert published(small.project.build) == one


def test_only_html_leaves_the_books_and_only_pdf_the_pages(small: Edition) -> None:
    small.build(("html", "pdf"))
    before = published(small.project.build)
    small.documents["a"] = ("Changed", "lee", "b.xml")
    small.build(("pdf",))
    after = published(small.project.build)
    assert {path: data for path, data in after.items() if path.startswith("html/")} == {
        path: data for path, data in before.items() if path.startswith("html/")
    }
    assert after["pdf/a.pdf"] != before["pdf/a.pdf"]
    small.build(("html", "pdf"))
    whole = published(small.project.build)
    assert whole["html/pdf/a.pdf"] == whole["pdf/a.pdf"] == after["pdf/a.pdf"]


def test_another_paper_makes_the_books_again_alone(small: Edition) -> None:
    kinds = ("html", "pdf")
    small.build(kinds)
    remade = build(small.project, kinds, despite_findings=True, paper="a5").remade
    assert set(remade) == {"pdf/a.pdf", "pdf/b.pdf", "pdf/c.pdf", "pdf/edition.pdf"}
    assert build(small.project, kinds, despite_findings=True, paper="a5").remade == {}


def test_what_could_not_be_set_is_told_again(small: Edition) -> None:
    """A letter that no font has, in a document, in the header and in a register."""
    small.title, small.persons["lee"] = "\u6f22", ("\u6f23", "A clerk.")
    small.documents["a"] = ("\u6f24", "lee", "")
    small.write()
    found = []
    for title in ("Second", "Another", "Another"):
        small.documents["b"] = (title, "poe", "")
        small.write()
        built = build(small.project, ("pdf",), despite_findings=True)
        found.append([one for one in built.findings if one.code == "P001"])
    assert [one.path.stem for one in found[0]] == ["a", "edition", "persons"]
    assert found[0] == found[1] == found[2]


def test_a_book_is_bound_in_volumes_and_in_one_again(small: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    def books() -> list[str]:
        return sorted(path.name for path in (small.project.build / "pdf").glob("edition*"))

    with monkeypatch.context() as patch:
        patch.setattr("tei_edition.volumes.PAGES", 0)
        small.build(("html", "pdf"))
        number = len(books())
        assert number > 3
        assert books() == [f"edition-{one}.pdf" for one in range(1, number + 1)]
        data = (small.project.build / "html" / "data.html").read_text("utf-8")
        assert re.findall(r'href="[^"]*pdf/(edition[^"]*)"', data) == books()
        assert small.build(("html", "pdf")) == {}
        (small.project.build / "pdf" / "edition-2.pdf").unlink()
        assert "pdf/edition-2.pdf" in small.build(("html", "pdf"))
    small.title = "Of one volume"
    small.build(("html", "pdf"))
    assert books() == ["edition.pdf"]
    page = (small.project.build / "html" / "index.html").read_text("utf-8")
    assert "pdf/edition.pdf" in page
    assert "edition-1.pdf" not in page


def test_a_document_called_like_a_volume_is_refused(small: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tei_edition.volumes.PAGES", 0)
    small.documents["edition-1"] = ("Fourth", "lee", "")
    with pytest.raises(EditionError, match="A document is called edition-1"):
        small.build(("pdf",))


def test_a_cache_that_somebody_else_wrote_is_not_believed(
    small: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signed, "_key", lambda: b"k" * 32)
    assert len(small.build()) > 5


def test_what_was_done_before_a_build_was_stopped_is_not_done_again(
    small: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = published(small.project.build)
    for name in small.documents:
        small.documents[name] = ("New", "lee", "a.xml")

    def stop(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(staging, "_linked", stop)
        with pytest.raises(EditionError, match="No space left on device"):
            small.build()
    assert published(small.project.build) == before
    assert "html/documents/a.html" not in small.build()
    assert "New" in (small.project.build / "html" / "documents" / "a.html").read_text("utf-8")


def test_a_second_build_waits(small: Edition) -> None:
    told: list[str] = []
    code = "import sys, fcntl, time; f = open(sys.argv[1], 'ab'); fcntl.flock(f, 2); print(1, flush=True)"
    code += "; time.sleep(60)"
    lock = str(small.project.build / ".lock")
    other = subprocess.Popen([sys.executable, "-c", code, lock], stdout=subprocess.PIPE)
    assert other.stdout
    other.stdout.readline()

    def progress(what: str, _done: int, _total: int) -> None:
        told.append(what)
        if what.startswith("Waiting"):
            other.kill()

    build(small.project, ("html",), despite_findings=True, manner=Manner(progress=progress))
    other.wait()
    assert told[0] == "Waiting for another build of this edition"


def test_a_process_that_ends_is_told() -> None:
    with Processes(1) as executor:
        ended = executor.submit(os.kill, 0, 0)
        assert ended.result(timeout=60) is None
        future = executor.submit(os._exit, 1)
        with pytest.raises(WorkerEndedError):
            future.result(timeout=60)
        assert executor.submit(abs, -3).result(timeout=60) == 3


def test_a_process_that_ends_twice_names_its_document(
    small: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ended(_: object) -> None:
        raise WorkerEndedError("the process that worked on it was ended, twice")

    monkeypatch.setattr("tei_edition.make.parts.make", ended)
    small.documents["c"] = ("New", "poe", "#en-s1")
    with pytest.raises(EditionError, match=r"c\.xml: the process that worked on it was ended"):
        small.build()


def test_the_store_gives_only_what_has_its_digest(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    digest = store.put(b"facts")
    assert store.get(digest) == b"facts"
    file = next(path for path in (tmp_path / "store").rglob("*") if path.is_file())
    file.write_bytes(b"other")
    assert store.get(digest) is None
    store.keep_only(())
    assert store.names() == set()


@pytest.mark.parametrize("size", [0, 7, 100])
def test_a_record_that_is_not_ours_counts_for_nothing(size: int, small: Edition) -> None:
    before = published(small.project.build)
    (small.project.build / "cache" / "made").write_bytes(b"\xff" * size)
    small.build()
    assert published(small.project.build) == before
