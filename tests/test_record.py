"""What is kept from one build to the next: the record of what was made, and the tree that is linked."""

import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from conftest import published
from editions import Edition
from tei_edition.build import Manner, build
from tei_edition.errors import EditionError
from tei_edition.make.facts import Facts
from tei_edition.make.inverted import Inverted
from tei_edition.make.products import Key, Output, Product
from tei_edition.make.record import Head, opened
from tei_edition.project import Project


@pytest.fixture
def small(tmp_path: Path) -> Edition:
    edition = Edition(tmp_path)
    edition.build()
    edition.documents["a"] = ("Of the second build", "lee", "b.xml#en-s1")
    edition.build()
    return edition


def database(edition: Edition) -> Path:
    (file,) = (edition.project.build / "cache").glob("made-*.sqlite")
    return file


def lie(file: Path) -> None:
    """Say that a page was made from what it was not made from."""
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE made SET sha256 = 'f' WHERE name = 'html/documents/a.html'")
    connection.close()


HARM: dict[str, Callable[[Path], None]] = {
    "changed": lie,
    "cut": lambda file: os.truncate(file, 5000),
    "empty": lambda file: os.truncate(file, 0),
    "gone": Path.unlink,
    "longer": lambda file: file.write_bytes(file.read_bytes() + b"\0" * 4096),
}


@pytest.mark.parametrize("harm", HARM)
def test_a_record_that_was_harmed_counts_for_nothing(harm: str, small: Edition) -> None:
    before = published(small.project.build)
    HARM[harm](database(small))
    small.documents["b"] = ("New", "poe", "#en-s1")
    assert "html/documents/c.html" in small.build()
    small.documents["b"] = ("Second", "poe", "#en-s1")
    small.build()
    assert published(small.project.build) == before


def test_a_record_of_another_build_counts_for_nothing(small: Edition) -> None:
    """One that was ours is no longer known by its name when another has taken its place."""
    old = database(small)
    data = old.read_bytes()
    small.documents["c"] = ("Third now", "lee", "")
    small.build()
    database(small).write_bytes(data)
    small.documents["b"] = ("New", "poe", "#en-s1")
    assert "html/documents/a.html" in small.build()
    assert [file.name for file in old.parent.glob("*.tmp")] == []


def test_there_is_one_record(small: Edition) -> None:
    for title in ("One", "Two"):
        small.documents["b"] = (title, "poe", "#en-s1")
        small.build()
        assert database(small).stat().st_size > 0


def inodes(folder: Path) -> dict[str, int]:
    return {f.relative_to(folder).as_posix(): f.stat().st_ino for f in folder.rglob("*") if f.is_file()}


def test_what_the_next_build_begins_with_takes_no_room(small: Edition) -> None:
    build = small.project.build
    assert inodes(build / ".spare" / "html") == inodes(build / "html")
    assert sorted(path.name for path in (build / ".spare").iterdir()) == ["html", "ours"]
    for title in ("Third then", "Third later", "Third now"):
        small.documents["c"] = (title, "lee", "")
        small.build(("pdf",) if title == "Third now" else ("html", "pdf"))
    for kind in ("html", "pdf"):
        assert inodes(build / ".spare" / kind) == inodes(build / kind)


SPOIL: dict[str, Callable[[Path], object]] = {
    "another page": lambda spare: (
        (spare / "html" / "index.html").unlink()
        or (spare / "html" / "index.html").write_text("not ours", "utf-8")
    ),
    "a page more": lambda spare: (spare / "html" / "more.html").write_text("not ours", "utf-8"),
    "a page less": lambda spare: (spare / "html" / "index.html").unlink(),
    "a page that both have": lambda spare: (spare / "html" / "index.html").write_text("not ours", "utf-8"),
    "a file for a folder": lambda spare: (
        shutil.rmtree(spare / "html" / "documents")
        or (spare / "html" / "documents").write_text("not ours", "utf-8")
    ),
    "all": shutil.rmtree,
}


@pytest.mark.parametrize("spoil", SPOIL)
def test_what_somebody_does_there_comes_to_no_page(spoil: str, small: Edition) -> None:
    SPOIL[spoil](small.project.build / ".spare")
    small.documents["b"] = ("New", "poe", "#en-s1")
    small.build()
    found = published(small.project.build)
    shutil.rmtree(small.project.build)
    small.build()
    assert found == published(small.project.build)


def test_where_files_cannot_be_linked_none_are_kept_twice(
    small: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    with monkeypatch.context() as broken:
        broken.setattr(os, "link", refuse)
        small.documents["b"] = ("New", "poe", "#en-s1")
        small.build()
        assert not (small.project.build / ".spare").exists()
        assert small.build() == {}
    found = published(small.project.build)
    shutil.rmtree(small.project.build)
    small.build()
    assert found == published(small.project.build)


def is_clean(edition: Edition, kinds: tuple[str, ...] = ("html",)) -> bool:
    """Say whether what readers have is what a build from nothing gives them."""
    found = published(edition.project.build)
    folders = {path for path in (edition.project.build / "html").rglob("*") if path.is_dir()}
    shutil.rmtree(edition.project.build)
    edition.build(kinds)
    clean = {path for path in (edition.project.build / "html").rglob("*") if path.is_dir()}
    return found == published(edition.project.build) and folders == clean


def test_a_folder_from_elsewhere_is_not_begun_with(small: Edition, tmp_path: Path) -> None:
    """A link in an edition that came from somebody could have files of whoever builds it removed."""
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "precious.txt").write_text("mine", "utf-8")
    build = small.project.build
    for number, name in enumerate((".spare", ".new")):
        shutil.rmtree(build / ".spare", ignore_errors=True)
        (build / name).mkdir()
        (build / name / "html").symlink_to(mine)
        (build / name / "journal").symlink_to(mine / "precious.txt")
        small.documents["b"] = (f"New {number}", "poe", "#en-s1")
        small.build()
        shutil.rmtree(build / ".spare", ignore_errors=True)
        (build / name).symlink_to(mine)
        small.documents["b"] = (f"Newer {number}", "poe", "#en-s1")
        small.build()
    assert [(one.name, one.read_text("utf-8")) for one in mine.iterdir()] == [("precious.txt", "mine")]
    assert is_clean(small)


def test_a_file_that_was_lost_before_a_build_of_others_is_made_again(small: Edition) -> None:
    small.build(("html", "pdf"))
    (small.project.build / "html" / "data" / "mentions" / "c.jsonld").unlink()
    small.build(("pdf",))
    assert b"mentions/c.jsonld" not in (small.project.build / "manifest.json").read_bytes()
    small.build(("html", "pdf"))
    assert is_clean(small, ("html", "pdf"))


def test_a_document_that_comes_back_after_a_build_of_others(small: Edition) -> None:
    document = small.documents.pop("c")
    small.build(("pdf",))
    kept = json.loads((small.project.build / "manifest.json").read_bytes())["files"]["html/tei/c.xml"]
    assert kept["from"].keys() == {"tei/documents/c.xml", "slice", "stylesheets"}
    small.documents["c"] = document
    small.build(("html", "pdf"))
    assert is_clean(small, ("html", "pdf"))


def stopped(edition: Edition, kinds: tuple[str, ...]) -> None:
    """Build, and be interrupted when the first two parts are done."""

    def progress(_what: str, done: int, _total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    edition.write()
    with pytest.raises(KeyboardInterrupt):
        build(edition.project, kinds, despite_findings=True, manner=Manner(jobs=1, progress=progress))


def test_what_a_stopped_build_made_of_another_kind_is_not_told_of(small: Edition) -> None:
    small.build(("html", "pdf"))
    before = {path: data for path, data in published(small.project.build).items() if path.startswith("html/")}
    for name in small.documents:
        small.documents[name] = ("New", "lee", "")
    stopped(small, ("html", "pdf"))
    small.build(("pdf",))
    found = published(small.project.build)
    told = json.loads(found["manifest.json"])["files"]
    assert {path: one["sha256"] for path, one in told.items() if path.startswith("html/")} == {
        path: sha256(data).hexdigest() for path, data in before.items()
    }
    small.build(("html", "pdf"))
    assert is_clean(small, ("html", "pdf"))


def test_a_folder_that_is_empty_is_not_published(small: Edition) -> None:
    assert (small.project.build / "html" / "compare").is_dir()
    small.links = ""
    small.build()
    assert is_clean(small)


def test_an_edition_that_was_moved_is_made_anew(tmp_path: Path) -> None:
    edition = Edition(tmp_path / "one")
    edition.build()
    (tmp_path / "one").rename(tmp_path / "two")
    edition.project = Project(tmp_path / "two")
    assert "html/documents/a.html" in edition.build()


def show(edition: Edition, document: str, picture: str) -> None:
    """Write the edition, with a picture in a folder of `tei/` that a document points to."""
    edition.write()
    file = edition.project.tei / picture
    file.parent.mkdir()
    file.write_bytes(b"a picture")
    text = edition.project.tei / "documents" / f"{document}.xml"
    shown = text.read_text("utf-8").replace("<body>", f'<body><pb facs="../{picture}"/>')
    text.write_text(shown, "utf-8")


def test_two_things_of_one_name_are_refused(small: Edition) -> None:
    """A picture that lies where a PDF is to lie."""
    show(small, "b", "pdf/a.pdf")
    with pytest.raises(EditionError, match=r"Two files would be html/pdf/a\.pdf"):
        build(small.project, ("html", "pdf"), despite_findings=True)


def test_a_picture_goes_with_its_document(small: Edition) -> None:
    show(small, "c", "images/c.png")
    build(small.project, ("html",), despite_findings=True)
    assert (small.project.build / "html" / "images" / "c.png").is_file()
    (small.project.tei / "documents" / "c.xml").unlink()
    build(Project(small.project.root), ("html",), despite_findings=True)
    assert not (small.project.build / "html" / "images").exists()


def facts(mentions: dict[str, tuple[int, int, str]], topics: dict[str, tuple[int, str]]) -> Facts:
    return Facts("", b"", {}, "1941", False, mentions, topics, {}, {}, {})


def test_a_record_gives_what_was_put_there(tmp_path: Path) -> None:
    with opened(tmp_path / "made", Head()) as record:
        whole = Product(Output("1", "4 5 6"), Key("p", '{"file": "7"}'), told=(("a.xml", (1, 2)),))
        piece = Product(Output("2"), whole.key, piece_of="whole")
        record.put_made("a.xml", {"html/one": piece, "whole": whole})
        assert record.made_by("a.xml") == {"html/one": piece, "whole": whole}
        assert list(record.described) == [("html/one", "", "2", '{"file": "7"}')]
        assert list(record.stored) == [("a.xml", "whole", "1")]
        assert list(record.findings) == [("whole", (("a.xml", (1, 2)),))]
        record.put_made("b.xml", {"pdf/b.pdf": piece})
        record.keep_only(["a.xml"], ["html"])
        assert record.digest("b.xml", "pdf/b.pdf") == "2"
        record.keep_only(["a.xml"], ["html", "pdf"])
        assert record.digest("b.xml", "pdf/b.pdf") == ""
        head = Head()
        record.save(tmp_path / "made", head)
    with opened(tmp_path / "made", head) as record:
        assert record.made_by("a.xml") == {"html/one": piece, "whole": whole}
    with opened(tmp_path / "made", Head(database="0" * 64)) as record:
        assert record.made_by("a.xml") == {}


def test_what_documents_tell_is_turned_round(tmp_path: Path) -> None:
    with opened(tmp_path / "made", Head()) as record:
        inverted = Inverted(record)
        inverted.put("b", facts({"persons.lee": (2, 1, "x")}, {"date:1941": (1, "t")}), "B")
        inverted.put("a", facts({"persons.lee": (1, 1, "y"), "places.iasi": (1, 1, "z")}, {}), "A")
        inverted.settle(["a", "b"])
        assert [(one.path, one.said) for one in inverted.documents] == [("a", "A"), ("b", "B")]
        assert [one[:4] for one in inverted.mentions("persons.lee")] == [("a", 1, 1, "y"), ("b", 2, 1, "x")]
        assert list(inverted.counted("persons")) == [("persons.lee", "a", 1), ("persons.lee", "b", 1)]
        assert inverted.named_in(None) == {"persons.lee": 2, "places.iasi": 1}
        assert inverted.topics == {"date:1941": (1, 1)}
        before = inverted.settled
        assert before.keys() == {"persons.lee", "places.iasi", "date:1941"}
        inverted.put("b", facts({"persons.lee": (2, 1, "x")}, {}), "B")
        inverted.settle(["a", "b"])
        del before["date:1941"]
        assert inverted.settled == before
        assert inverted.topics == {}
        inverted.say("b", "B of another name")
        inverted.settle(["a", "b"])
        now = inverted.settled
        assert [name for name in before if now[name] != before[name]] == ["persons.lee"]
        inverted.settle(["b"])
        assert inverted.settled.keys() == {"persons.lee"}
        assert inverted.named_in("a") == {}
