"""A build that is stopped, however that happens, leaves the last good edition, and the next goes on."""

import json
import os
import random
import shutil
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest

import harm
from conftest import published
from editions import Edition
from tei_edition.build import Manner, build
from tei_edition.errors import EditionError
from tei_edition.make import exchange, parts, staging
from tei_edition.make.staging import Staging
from tei_edition.project import Project

HARM = str(Path(harm.__file__))
BUILD = ("build", "--despite-findings", "--only", "html", "--project")


@pytest.fixture
def small(tmp_path: Path) -> Edition:
    edition = Edition(tmp_path / "edition")
    edition.project.root.mkdir()
    edition.build()
    return edition


def start(what: str, number: int, edition: Edition) -> "subprocess.Popen[str]":
    """Begin to build in another process, and do harm to it."""
    command = [sys.executable, HARM, what, str(number), *BUILD, str(edition.project.root)]
    return subprocess.Popen(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def steps_of(edition: Edition) -> int:
    """Build an edition after an edit in another process; give the number of its steps."""
    edit(edition, "before")
    said, error = start("none", 0, edition).communicate(timeout=300)
    assert said, error
    return int(said.split()[-1])


def edit(edition: Edition, title: str) -> None:
    """Change all documents, and which there are."""
    for name in edition.documents:
        edition.documents[name] = (title, "lee", "a.xml")
    if edition.documents.pop("d", None) is None:
        edition.documents["d"] = (title, "poe", "a.xml")
    edition.persons["lee"] = ("Lee", title)
    edition.write()


def is_whole(folder: Path) -> bool:
    """Say whether all that readers have, and nothing else, is as the manifest says."""
    files = published(folder)
    told = json.loads(files.pop("manifest.json"))["files"]
    found = {path: sha256(data).hexdigest() for path, data in files.items()}
    return found == {path: one["sha256"] for path, one in told.items()}


def pages_of(folder: Path) -> dict[str, bytes]:
    return {path: data for path, data in published(folder).items() if path.startswith("html/")}


def is_old_or_new(edition: Edition, before: dict[str, bytes], title: str) -> bool:
    """Say whether readers have the old pages or the new ones, and the next build makes either whole."""
    pages = pages_of(edition.project.build)
    titles = {title.encode() in pages[f"html/documents/{name}.html"] for name in "abc"}
    known = {f"html/documents/{name}.html" for name in edition.documents}
    documents = {path for path in pages if path.startswith("html/documents/") and path.endswith(".html")}
    is_one = pages == before or (titles == {True} and documents == known)
    Staging(edition.project.build)
    return is_one and is_whole(edition.project.build)


def clean(edition: Edition, folder: Path) -> dict[str, bytes]:
    """Give what a build from nothing makes."""
    project = Project(folder / "clean" / "edition")
    for part in ("tei", "xslt"):
        shutil.copytree(edition.project.root / part, project.root / part)
    build(project, ("html",), despite_findings=True)
    return published(project.build)


def test_killed_at_any_step(small: Edition, tmp_path: Path) -> None:
    last = steps_of(small)
    last -= 30  # What builds that were killed have done, the next needs not do again.
    for number in [*random.Random(5).sample(range(1, last), 3), last]:
        before = pages_of(small.project.build)
        edit(small, f"Step {number}")
        process = start("kill", number, small)
        process.communicate(timeout=300)
        assert process.returncode != 0
        assert is_old_or_new(small, before, f"Step {number}"), number
    small.build()
    assert published(small.project.build) == clean(small, tmp_path)


@pytest.mark.slow
@pytest.mark.timeout(0)
def test_killed_a_hundred_times(small: Edition, tmp_path: Path) -> None:
    """At any time, in the midst of whatever it does: not only where it changes files."""
    edit(small, "before")
    begun = time.monotonic()
    start("none", 0, small).communicate()
    seconds = time.monotonic() - begun
    instants, killed, fresh = random.Random(100), 0, 0
    for number in range(100):
        before = pages_of(small.project.build)
        edit(small, f"Round {number}.")
        process = start("none", 0, small)
        time.sleep(instants.uniform(0, seconds))
        process.kill()
        process.communicate()
        killed += process.returncode != 0
        assert is_old_or_new(small, before, f"Round {number}."), number
        fresh += pages_of(small.project.build) != before
    sys.stdout.write(f"{killed} were killed before their end; in {fresh} rounds the new edition stands\n")
    small.build()
    assert published(small.project.build) == clean(small, tmp_path)


def test_a_full_disk(small: Edition, tmp_path: Path) -> None:
    last = steps_of(small)
    for number in [1, *random.Random(6).sample(range(2, last), 2)]:
        before = published(small.project.build)
        edit(small, f"Step {number}")
        process = start("full", number, small)
        _, error = process.communicate(timeout=300)
        if process.returncode == 3:
            assert "No space left on device" in error
            assert "Traceback" not in error
            assert published(small.project.build) == before
        else:
            assert process.returncode == 0, error
            assert is_old_or_new(small, {}, f"Step {number}")
    small.build()
    assert published(small.project.build) == clean(small, tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="There is no such limit.")
def test_a_file_that_can_be_written_in_part_only(small: Edition) -> None:
    before = published(small.project.build)
    edit(small, "Larger than the limit")
    limited = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000)); "
    code = f"{limited}from tei_edition.cli import main; main(sys.argv[1:])"
    command = [sys.executable, "-c", code, *BUILD, str(small.project.root)]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert ended.returncode == 3
    assert "is as it was" in ended.stderr
    assert published(small.project.build) == before
    small.build()
    assert is_whole(small.project.build)


@pytest.mark.parametrize("in_steps", [False, True])
@pytest.mark.parametrize("number", [0, 1, 2, 3])
def test_what_was_ready_when_a_build_was_killed_is_put_in_its_place(
    number: int, in_steps: bool, tmp_path: Path
) -> None:
    """A process is killed between two exchanges; where they have several steps, within one."""
    for folder, what in ((tmp_path, "old"), (tmp_path / ".new", "new")):
        for name in ("html", "pdf"):
            (folder / name).mkdir(parents=True)
            (folder / name / "page").write_text(what)
        (folder / "manifest.json").write_text(what)
    code = f"""
import os, sys
from pathlib import Path
from tei_edition.make import exchange
seen = []
def rename(source, target):
    seen.append(source)
    if len(seen) > {number}: os._exit(9)
    os.rename(source, target)
swap = exchange.swap
def swap_or_die(one, other):
    seen.append(one)
    if len(seen) > {number}: os._exit(9)
    swap(one, other)
if {in_steps}:
    exchange._swapped = lambda one, other: False
    Path.rename = rename
else:
    exchange.swap = swap_or_die
folder = Path(sys.argv[1])
exchange.exchange(folder / ".new", folder, ["html", "pdf", "manifest.json"])
"""
    ended = subprocess.run([sys.executable, "-c", code, str(tmp_path)], timeout=60)
    assert ended.returncode == (0 if number == 3 and not in_steps else 9)
    Staging(tmp_path)
    assert set(published(tmp_path).values()) == {b"new"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["html", "manifest.json", "pdf"]


@pytest.mark.parametrize("in_steps", [False, True])
def test_a_failure_while_publishing_puts_the_old_back(
    in_steps: bool, small: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    (small.project.build / "html" / "mine.txt").write_text("the last good one", "utf-8")
    before = published(small.project.build)
    swap = exchange.swap

    def refuse(one: Path, other: Path) -> None:
        if "manifest" in one.name and one.read_bytes() != before["manifest.json"]:
            raise PermissionError(13, "Permission denied")
        swap(one, other)

    with monkeypatch.context() as broken:
        broken.setattr(exchange, "swap", refuse)
        if in_steps:
            broken.setattr(exchange, "_swapped", lambda one, other: False)
        edit(small, "New")
        with pytest.raises(EditionError, match="as it was"):
            small.build()
    assert published(small.project.build) == before
    small.build()
    assert "html/mine.txt" not in published(small.project.build)
    assert is_whole(small.project.build)


def test_a_process_that_is_killed_takes_nothing_with_it(
    small: Edition, tmp_path: Path, started: list["subprocess.Popen[bytes]"]
) -> None:
    for number in range(70):
        small.documents[f"n{number}"] = (f"Number {number}", "lee", "a.xml")

    def progress(_what: str, done: int, _total: int) -> None:
        if done == 10 and len(started) < 3:
            started[0].kill()

    small.write()
    manner = Manner(jobs=2, progress=progress)
    build(small.project, ("html",), despite_findings=True, manner=manner)
    assert len(started) > 2
    assert published(small.project.build) == clean(small, tmp_path)


def test_a_document_that_ends_a_build_is_named_by_the_next(
    small: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = published(small.project.build)
    small.documents["c"] = ("New", "poe", "#en-s1")
    small.write()
    monkeypatch.setattr(parts, "make", harm.poison)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(Path(HARM).parent), *sys.path]))
    Staging(small.project.build).begin()  # As a build leaves it that Saxon ended.
    with pytest.raises(EditionError, match=r"c\.xml: the process that worked on it was ended, twice"):
        small.build(jobs=1)
    assert published(small.project.build) == before


def test_two_builds_at_once(small: Edition, tmp_path: Path) -> None:
    edit(small, "New")
    both = [start("none", 0, small) for _ in range(2)]
    for process in both:
        _, error = process.communicate(timeout=300)
        assert process.returncode == 0, error
    assert published(small.project.build) == clean(small, tmp_path)


@pytest.mark.parametrize("when", ["Checking", "persons"])
def test_a_document_that_goes_while_an_edition_is_built(small: Edition, when: str) -> None:
    before = published(small.project.build)
    edit(small, "New")
    gone = small.project.tei / "documents" / "d.xml"

    def progress(what: str, _done: int, _total: int) -> None:
        if what == when:
            gone.unlink(missing_ok=True)

    def run() -> list[str]:
        manner = Manner(jobs=1, progress=progress)
        built = build(small.project, ("html",), despite_findings=True, manner=manner)
        assert built.files == {}
        return [finding.path.name for finding in built.findings if finding.code == "W001"]

    if when == "Checking":
        assert run() == ["d.xml"]
    else:
        with pytest.raises(EditionError, match=r"d\.xml"):
            run()
    assert published(small.project.build) == before
    build(small.project, ("html",), despite_findings=True)
    assert [path for path in published(small.project.build) if Path(path).stem == "d"] == []
    assert is_whole(small.project.build)


def test_a_document_that_cannot_be_read_is_told(small: Edition, tmp_path: Path) -> None:
    before = published(small.project.build)
    (tmp_path / "outside.xml").write_text("<TEI/>")
    (small.project.tei / "documents" / "z.xml").symlink_to(tmp_path / "outside.xml")
    built = build(Project(small.project.root), ("html",), despite_findings=True)
    assert built.files == {}
    assert [finding.path.name for finding in built.findings if finding.code == "W001"] == ["z.xml"]
    assert published(small.project.build) == before


def test_the_manifest_is_part_of_what_is_there(small: Edition) -> None:
    before = published(small.project.build)
    manifest = small.project.build / "manifest.json"
    for harmed in (manifest.unlink, lambda: manifest.write_text("{}")):
        harmed()
        assert small.build() == {}
        assert published(small.project.build) == before


def stop_at(number: int, small: Edition) -> None:
    """Build, and be interrupted when so many parts are done."""

    def progress(_what: str, done: int, _total: int) -> None:
        if done == number:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(small.project, ("html",), despite_findings=True, manner=Manner(jobs=1, progress=progress))


def test_what_another_version_of_the_program_has_noted_is_not_known(
    small: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(small, "New")
    with monkeypatch.context() as before:
        before.setattr(staging, "_SEALED", "journal of another form")
        stop_at(2, small)
        assert Staging(small.project.build).parts
        stop_at(2, small)
    assert not Staging(small.project.build).parts
    small.build()
    assert is_whole(small.project.build)


def test_what_was_not_written_to_its_end_spoils_nothing_after_it(small: Edition) -> None:
    edit(small, "New")
    for number in (1, 2):
        stop_at(number, small)
        with (small.project.build / ".new" / "journal").open("ab") as journal:
            journal.write(b"\0\0\0\0\0\0\2\0half")
    known = Staging(small.project.build).parts
    assert len(known) >= 2
