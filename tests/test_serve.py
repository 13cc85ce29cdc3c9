"""What `edition serve` gives, and to whom: pages with findings, to this machine's browser and nobody else."""

import re
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from click.testing import CliRunner

from served import asked

pytest.importorskip("starlette")
uvicorn = pytest.importorskip("uvicorn")
pytest.importorskip("watchfiles")

from tei_edition.cli import main  # noqa: E402
from tei_edition.errors import EditionError  # noqa: E402
from tei_edition.findings import Finding, Severity  # noqa: E402
from tei_edition.serve.addresses import shown_by  # noqa: E402
from tei_edition.serve.app import application  # noqa: E402
from tei_edition.serve.guard import Guard, hosts_at  # noqa: E402
from tei_edition.serve.panel import MOST, anchors, panel  # noqa: E402
from tei_edition.serve.server import PORT, listening  # noqa: E402
from tei_edition.serve.session import Session  # noqa: E402


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
