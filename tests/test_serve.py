"""What is saved is seen: pages with their findings, for this machine's browser and for nobody else."""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from click.testing import CliRunner

pytest.importorskip("starlette")
uvicorn = pytest.importorskip("uvicorn")
pytest.importorskip("watchfiles")

from editions import Edition  # noqa: E402
from tei_edition.cli import main  # noqa: E402
from tei_edition.errors import EditionError  # noqa: E402
from tei_edition.findings import Finding, Severity  # noqa: E402
from tei_edition.serve.addresses import shown_by  # noqa: E402
from tei_edition.serve.app import application  # noqa: E402
from tei_edition.serve.guard import Guard, hosts_at  # noqa: E402
from tei_edition.serve.panel import MOST, anchors, panel  # noqa: E402
from tei_edition.serve.server import PORT, listening  # noqa: E402
from tei_edition.serve.session import Session  # noqa: E402

_LONG = 600
"""Seconds after which something will not come any more."""

Ask = Callable[..., tuple[int, dict[str, str], bytes]]


def asked(
    port: int, path: str, method: str = "GET", headers: tuple[tuple[str, str], ...] | None = None
) -> tuple[int, dict[str, str], bytes]:
    """Ask a server as one likes; give the status, the headers and the body of the answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_LONG)
    connection.putrequest(method, path, skip_host=True)
    for name, value in headers or (("Host", f"localhost:{port}"),):
        connection.putheader(name, value.replace("PORT", str(port)))
    connection.endheaders()
    answer = connection.getresponse()
    with closing(connection):
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, int]]:
    """A folder of pages that no build has made, and the port that it is served at."""
    root = tmp_path_factory.mktemp("site")
    html = root / "build" / "html"
    (html / "documents").mkdir(parents=True)
    (html / "index.html").write_text("<html><head></head><body>Contents</body></html>", "utf-8")
    (root / "build" / "secret.html").write_text("SECRET", "utf-8")
    (html / "documents" / ".hidden.html").write_text("SECRET", "utf-8")
    session = Session(root, 1, lambda words: None)
    with listening(0) as own:
        port = own.getsockname()[1]
        app = Guard(application(session), hosts_at(port))
        server = uvicorn.Server(uvicorn.Config(app, lifespan="off", log_config=None))
        thread = threading.Thread(target=server.run, args=([own],), daemon=True)
        thread.start()
        yield html, port
        server.should_exit = True
        thread.join()


def test_a_page_has_the_script_and_its_file_has_not(site: tuple[Path, int]) -> None:
    html, port = site
    status, headers, body = asked(port, "/")
    assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
    script = rb'<script src="/\.edition/live\.js" defer data-page="index\.html" data-seen="\w{16}"></script>'
    added = rb'<link rel="stylesheet" href="/\.edition/live\.css">' + script
    assert re.sub(added, b"", body) == (html / "index.html").read_bytes() != body
    for name, kind in (("live.js", "text/javascript"), ("live.css", "text/css")):
        status, headers, body = asked(port, f"/.edition/{name}")
        assert (status, headers["content-type"]) == (200, f"{kind}; charset=utf-8")
        assert body


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.wasm", "application/wasm"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.css", "text/css; charset=utf-8"),
        ("a.xml", "application/xml"),
        ("a.txt", "text/plain; charset=utf-8"),
        ("a.PNG", "image/png"),
        ("a.pagefind", "application/octet-stream"),
        ("a.pf_meta", "application/octet-stream"),
        ("ă b.pdf", "application/pdf"),
    ],
)
def test_files_have_the_same_types_on_every_system(site: tuple[Path, int], name: str, kind: str) -> None:
    html, port = site
    (html / name).write_bytes(b"\0asm")
    status, headers, body = asked(port, "/" + quote(name))
    assert (status, headers["content-type"], body) == (200, kind, b"\0asm")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert "content-encoding" not in headers


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.html",
        "/..%2fsecret.html",
        "/%2e%2e/secret.html",
        "/%2e%2e%2fsecret.html",
        "/%252e%252e/secret.html",
        "/documents/../../secret.html",
        "/documents/..%5c..%5csecret.html",
        "/documents/%2e%2e/%2e%2e/secret.html",
        "/./index.html",
        "//secret.html",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/documents/.hidden.html",
        "/documents/",
        "/documents",
        "/index.html%00.txt",
        "/index.html/",
        "/C:/secret.html",
        "/index.html::$DATA",
        "/link.html",
        "/folder/secret.html",
        "/inside.html",
        "/.edition/",
        "/.edition/../index.html",
        "/.edition/session.py",
        "/" + "a" * 5000,
    ],
)
def test_nothing_outside_and_no_list_is_served(site: tuple[Path, int], path: str) -> None:
    html, port = site
    for name, target in (("link.html", "../secret.html"), ("folder", ".."), ("inside.html", "index.html")):
        if not (html / name).is_symlink():
            (html / name).symlink_to(target)
    status, _, body = asked(port, path)
    assert status == 404
    assert b"SECRET" not in body
    assert b"hidden.html<" not in body


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW"])
def test_pages_can_only_be_read(site: tuple[Path, int], method: str) -> None:
    status, headers, _ = asked(site[1], "/", method)
    assert (status, headers["allow"]) == (405, "GET, HEAD")


def test_head_gives_what_get_gives_without_the_page(site: tuple[Path, int]) -> None:
    get, head = asked(site[1], "/"), asked(site[1], "/", "HEAD")
    assert head[0] == 200
    assert head[1]["content-length"] == get[1]["content-length"] == str(len(get[2]))
    assert head[2] == b""


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        (200, [("Host", "127.0.0.1:PORT")]),
        (200, [("Host", "LOCALHOST:PORT")]),
        (200, [("Host", "[::1]:PORT")]),
        (200, [("Host", "localhost:PORT"), ("Origin", "http://localhost:PORT")]),
        (200, [("Host", "localhost:PORT"), ("Sec-Fetch-Site", "same-origin")]),
        (200, [("Host", "localhost:PORT"), ("Sec-Fetch-Site", "none")]),
        (
            200,
            [("Host", "localhost:PORT"), ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate")],
        ),
        (421, [("Host", "evil.example")]),
        (421, [("Host", "evil.example:PORT")]),
        (421, [("Host", "localhost")]),
        (421, [("Host", "localhost:1")]),
        (421, [("Host", "localhost.evil.example:PORT")]),
        (421, [("Host", "localhost:PORT@evil.example")]),
        (403, [("Host", "localhost:PORT"), ("Origin", "http://evil.example")]),
        (403, [("Host", "localhost:PORT"), ("Origin", "https://localhost:PORT")]),
        (403, [("Host", "localhost:PORT"), ("Origin", "http://localhost:1")]),
        (403, [("Host", "localhost:PORT"), ("Origin", "null")]),
        (403, [("Host", "localhost:PORT"), ("Sec-Fetch-Site", "cross-site")]),
        (403, [("Host", "localhost:PORT"), ("Sec-Fetch-Site", "same-site"), ("Sec-Fetch-Mode", "no-cors")]),
    ],
)
@pytest.mark.parametrize("path", ["/", "/.edition/live.js"])
def test_pages_of_other_hosts_are_refused(
    site: tuple[Path, int], path: str, status: int, headers: list[tuple[str, str]]
) -> None:
    answer = asked(site[1], path, headers=tuple(headers))
    assert answer[0] == status
    assert answer[1]["cross-origin-resource-policy"] == "same-origin"
    assert answer[1]["content-security-policy"] == "frame-ancestors 'none'"
    assert not any(name.startswith("access-control") for name in answer[1])


def test_a_request_without_a_host_or_with_two_is_refused(site: tuple[Path, int]) -> None:
    for headers in ((("X", "y"),), (("Host", "localhost:PORT"), ("Host", "evil.example"))):
        assert asked(site[1], "/", headers=headers)[0] in (400, 421)


def test_only_this_machine_is_answered() -> None:
    with listening(0) as own:
        assert own.getsockname()[0] == "127.0.0.1"


def test_the_next_port_is_taken_and_one_that_was_named_must_be_free() -> None:
    with listening(0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(EditionError, match=f"Port {port} is not free"):
            listening(port)
    with listening(None) as first, listening(None) as second:
        assert PORT <= first.getsockname()[1] < second.getsockname()[1]


def test_without_what_it_needs_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tei" / "documents").mkdir(parents=True)
    monkeypatch.delitem(sys.modules, "tei_edition.serve.server", raising=False)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    result = CliRunner().invoke(main, ["serve", "--project", str(tmp_path)])
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == (
        "edition: `edition serve` needs uvicorn, which is not installed\n"
        'Hint: Run: python -m pip install "tei-edition[serve]"\n'
    )


def test_a_page_shows_its_file() -> None:
    stems = {"documents/a": Path("a"), "documents/a.fr": Path("a.fr"), "registers/p": Path("p")}
    shown = {
        page: shown_by(page, stems)
        for page in (
            "documents/a.html",
            "documents/a.ro.html",
            "documents/a.fr.html",
            "registers/p.html",
            "registers/p/lee.fr.html",
            "documents/b.html",
            "index.html",
        )
    }
    names = ["a", "a", "a.fr", "p", "p"]
    assert list(shown.values()) == [*map(Path, names), None, None]


def test_a_finding_stands_in_the_innermost_element_with_an_id(tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a">\n<text><body><p xml:id="p1">\n'
        '<s xml:id="en-s1">One <hi>word</hi>.</s> <s xml:id="en-s2"><!-- é --><hi>Two</hi>.</s>\n'
        "</p></body></text></TEI>\n",
        "utf-8",
    )

    def at(line: int, column: int) -> Finding:
        return Finding(file, line, column, "D201", Severity.ERROR, "Wrong.", "Mend it.")

    places = [at(1, 1), at(3, 1), at(3, 24), at(3, 43), at(3, 70), at(4, 1), at(4, 20), at(99, 1)]
    assert anchors(file, places) == [
        ["a"],
        ["en-s1", "p1", "a"],
        ["en-s1", "p1", "a"],
        ["en-s2", "p1", "a"],
        ["en-s2", "p1", "a"],
        ["p1", "a"],
        ["a"],
        [],
    ]
    other = Finding(tmp_path / "b.xml", 1, 1, "N002", Severity.ERROR, "Nowhere.")
    many = [places[1], *(at(4, number) for number in range(1, MOST + 1))]
    found = {file: many, other.path: [other]}
    told = panel(tmp_path, file, found, {other.path: "/documents/b.html"})
    assert (told["file"], len(told["findings"]), told["more"]) == ("a.xml", MOST, 1)
    assert told["others"] == [{"file": "b.xml", "count": 1, "page": "/documents/b.html"}]
    assert told["findings"][0] == {
        "code": "D201",
        "severity": "error",
        "message": "Wrong.",
        "hint": "Mend it.",
        "line": 3,
        "column": 1,
        "ids": ["en-s1", "p1", "a"],
    }
    file.write_text("<TEI", "utf-8")
    assert anchors(file, places[:1]) == [[]]


class Served:
    """An edition that a process of its own serves."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        command = [sys.executable, "-c", "from tei_edition.cli import main; main()", "serve", "--port", "0"]
        self.process = subprocess.Popen(
            [*command, "--jobs", "1", "--project", str(edition.project.root)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self.process.stdout
        said = self.process.stdout.readline()
        found = re.fullmatch(r"Serving at http://127\.0\.0\.1:(\d+)/ until Ctrl-C\.\n", said)
        assert found, said
        self.port = int(found[1])
        threading.Thread(target=self.process.stdout.read, daemon=True).start()

    def get(self, name: str) -> tuple[int, str]:
        status, _, body = asked(self.port, "/" + name)
        return status, body.decode()

    @contextmanager
    def news(self, name: str) -> Iterator[Iterator[tuple[str, dict[str, Any]]]]:
        """Open a page as a browser does; give the events that it is told."""
        mark = re.search(r'data-seen="(\w+)"', self.get(name)[1])
        assert mark
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_LONG)
        connection.request("GET", f"/.edition/events?page={quote(name)}&seen={mark[1]}")
        answer = connection.getresponse()
        assert answer.headers["Content-Type"] == "text/event-stream; charset=utf-8"

        def events() -> Iterator[tuple[str, dict[str, Any]]]:
            kind = ""
            for line in iter(answer.readline, b""):
                field, _, value = line.decode().rstrip("\n").partition(":")
                kind = value.strip() if field == "event" else kind
                if field == "data":
                    yield kind, json.loads(value or "{}")

        with closing(connection):
            yield events()

    def until(self, name: str, holds: Callable[[dict[str, Any], str], bool]) -> tuple[dict[str, Any], str]:
        """Look at a page, again each time that it is reloaded, until something holds of it."""
        end = time.monotonic() + _LONG
        while time.monotonic() < end:
            page = self.get(name)[1]
            with self.news(name) as events:
                for kind, state in events:
                    if kind == "reload":
                        break
                    if holds(state, page):
                        return state, page
        raise AssertionError("It does not come to that.")

    def settled(self, name: str) -> tuple[dict[str, Any], str]:
        """Wait until all is built."""
        return self.until(name, lambda state, page: not state["building"])


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
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=_LONG)
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
        assert served.process.wait(_LONG) == 0
        list(events)
    with socket.socket() as free:
        assert free.connect_ex(("127.0.0.1", served.port)) != 0
