"""What is kept from one build to the next: the record of what was made, and the tree that is linked."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import published
from editions import Edition
from tei_edition.make.facts import Facts
from tei_edition.make.inverted import Inverted
from tei_edition.make.products import Key, Output, Product
from tei_edition.make.record import Head, opened


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
    assert sorted(path.name for path in (build / ".spare").iterdir()) == ["html"]
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
