"""What is saved is seen: the pages, with what the check finds in their files, until the browser is closed."""

import http.client
import os
import re
import signal
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from editions import Edition
from served import LONG, Served

pytest.importorskip("starlette")
pytest.importorskip("uvicorn")
pytest.importorskip("watchfiles")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    edition = Edition(tmp_path_factory.mktemp("served"))
    edition.write()
    one = Served(edition)
    one.settled("documents/a.html")
    yield one
    one.process.terminate()
    one.process.wait()


def document(served: Served, name: str) -> Path:
    return served.edition.project.tei / "documents" / f"{name}.xml"


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def bare(page: str) -> str:
    return re.sub(r'<link rel="stylesheet" href="/\.edition.*?</script>', "", page)


def test_what_is_saved_is_seen_and_is_what_the_build_makes(served: Served) -> None:
    page = "documents/a.html"
    with served.news(page) as events:
        assert next(events)[0] == "state"
        change(document(served, "a"), "Somebody", "Nobody")
        assert any(kind == "reload" for kind, _ in events)
    seen = served.get(page)[1]
    assert "Nobody" in seen
    _, settled = served.settled(page)
    file = served.edition.project.build / "html" / page
    assert bare(seen) == bare(settled) == file.read_text("utf-8")
    assert "Nobody" in served.settled("registers/persons/lee.html")[1]
    files = (one for one in (served.edition.project.build / "html").rglob("*") if one.is_file())
    assert not [one for one in files if b".edition/live" in one.read_bytes()]


def test_a_page_that_has_changed_since_is_reloaded_at_once(served: Served) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=LONG)
    connection.request("GET", "/.edition/events?page=documents/a.html&seen=other")
    with closing(connection):
        assert connection.getresponse().read() == b"event: reload\ndata:\n\n"


def test_a_finding_is_told_at_its_place_until_it_is_mended(served: Served) -> None:
    page, file = "documents/b.html", document(served, "b")

    def told(state: dict[str, Any]) -> list[dict[str, Any]]:
        return [one for one in state["findings"] if one["code"] == "N002"]

    assert told(served.settled(page)[0]) == []
    change(file, "person:poe", "person:po")
    state, _ = served.until(page, lambda state, page: bool(told(state)))
    (finding,) = told(state)
    assert state["file"] == "tei/documents/b.xml"
    assert finding["message"] == '"person:po" leads nowhere: persons.xml has no xml:id "po".'
    assert finding["hint"]
    assert finding["ids"][0] == "en-s1"
    line = file.read_text("utf-8").splitlines()[finding["line"] - 1]
    assert line[finding["column"] - 1 :].startswith('ref="person:po"')
    elsewhere, _ = served.settled("documents/a.html")
    there = [one["page"] for one in elsewhere["others"] if one["file"] == "tei/documents/b.xml"]
    assert there == ["/documents/b.html"]
    change(file, "person:po", "person:poe")
    served.until(page, lambda state, page: not told(state) and not state["building"])


def test_a_file_that_cannot_be_read_leaves_the_last_page_and_others_can_be_written(served: Served) -> None:
    page, file = "documents/b.html", document(served, "b")
    before = served.settled(page)[1]
    change(file, "</TEI>", "</TIE>")
    _, now = served.until(page, lambda state, page: any(one["code"] == "W002" for one in state["findings"]))
    assert bare(now) == bare(before)
    change(document(served, "c"), "came", "went")
    served.until("documents/c.html", lambda state, page: "went" in page)
    change(file, "</TIE>", "</TEI>")
    served.until(
        page, lambda s, page: not s["building"] and all(one["code"] != "W002" for one in s["findings"])
    )


def test_a_stylesheet_is_seen_and_a_wrong_one_is_told(served: Served) -> None:
    page = "documents/a.html"
    before = served.settled(page)[1]
    own = served.edition.project.root / "xslt" / "lib" / "text.xsl"
    change(own, "</xsl:stylesheet>", "<xsl:wrong/></xsl:stylesheet>")
    state, now = served.until(page, lambda state, page: bool(state["faults"]))
    assert any("wrong" in fault["message"] for fault in state["faults"])
    assert bare(now) == bare(before)
    change(own, "<xsl:wrong/>", "")
    served.until(page, lambda state, page: not state["faults"] and not state["building"])


def test_a_new_document_gets_a_page_and_one_that_is_gone_has_none(served: Served) -> None:
    text = document(served, "a").read_text("utf-8").replace('xml:id="a"', 'xml:id="new"', 1)
    assert served.get("documents/new.html")[0] == 404
    document(served, "new").write_text(text, "utf-8")
    served.until("documents/new.html", lambda state, page: "Nobody" in page or "Somebody" in page)
    served.settled("index.html")
    document(served, "new").unlink()
    served.until("documents/new.html", lambda state, page: "no such page" in page and not state["building"])
    assert served.get("documents/new.html")[0] == 404


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signal to another process")
def test_ctrl_c_ends_it_although_pages_are_open(tmp_path: Path) -> None:
    edition = Edition(tmp_path)
    edition.write()
    served = Served(edition)
    with served.news("index.html") as events:
        next(events)
        served.process.send_signal(signal.SIGINT)
        assert served.process.wait(LONG) == 0
        list(events)
    with socket.socket() as free:
        assert free.connect_ex(("127.0.0.1", served.port)) != 0
