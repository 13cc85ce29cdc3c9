"""Many files in several processes: the same findings, and an end in one line whatever happens to them."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tei_edition import batches, processes
from tei_edition.errors import EditionError
from tei_edition.examine import Way, check
from tei_edition.project import Project


@pytest.fixture
def several(copy: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A copy of the edition in which much is wrong, checked two files at a time."""
    monkeypatch.setattr(batches, "FEWEST", 2)
    monkeypatch.setattr(batches, "_MOST_FILES", 2)
    for file in copy.documents:
        text = file.read_text("utf-8").replace("place:iasi", "place:iassi").replace("<p>", "<p><foo/>", 1)
        file.write_text(text, "utf-8")
    (copy.tei / "documents" / "broken.xml").write_text("<TEI", "utf-8")
    return copy


def test_as_many_findings_as_in_one_process(several: Project) -> None:
    alone = check([several.tei], way=Way(cache=False, jobs=1))
    assert {"N002", "R001", "W001"} & {finding.code for finding in alone}
    assert check([several.tei], way=Way(cache=False, jobs=2)) == alone


def test_a_process_that_is_ended_is_told_in_one_line(
    several: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = processes._begun

    def ended() -> "subprocess.Popen[bytes]":
        worker = begun()
        worker.kill()
        return worker

    monkeypatch.setattr(processes, "_begun", ended)
    with pytest.raises(
        EditionError, match=r"or one of the 1 after it: the process that worked on it"
    ) as raised:
        check([several.tei], way=Way(cache=False, jobs=2))
    assert raised.value.hint == "There may be too little memory: try --jobs 1."


def test_a_fault_in_a_process_is_the_same_fault_here(several: Project) -> None:
    (several.root / "schema").mkdir()
    (several.root / "schema" / "edition.rng").write_text("not a schema", "utf-8")
    with pytest.raises(EditionError, match=r"edition\.rng is not a RELAX NG schema"):
        check([several.tei], way=Way(cache=False, jobs=2))


def test_no_process_is_left_behind(several: Project, started: list["subprocess.Popen[bytes]"]) -> None:
    checked = batches.check_all(several.documents, several, (), 2)
    next(checked)
    checked.close()  # type: ignore[attr-defined]
    assert started
    assert all(process.returncode is not None for process in started)


@pytest.mark.skipif(os.name == "nt", reason="signals are others")
@pytest.mark.parametrize(("way", "ignored"), [("SIGINT", ""), ("SIGTERM", ""), ("SIGTERM", "SIGINT")])
def test_an_interrupted_check_ends_in_one_line(several: Project, way: str, ignored: str) -> None:
    program = f"""
import os, signal, subprocess, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # Who started the tests may ignore it.
for name in {ignored.split()}:
    signal.signal(getattr(signal, name), signal.SIG_IGN)
from tei_edition import batches, processes
from tei_edition.cli import main
def begun():
    os.write(2, b"begun\\n")
    silent = [sys.executable, "-c", "import sys; sys.stdin.read()"]
    return subprocess.Popen(silent, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
batches.FEWEST, batches._MOST_FILES, processes._begun = 2, 2, begun
main()
"""
    command = [sys.executable, "-c", program, "check", "--no-cache", "--jobs", "2", str(several.tei)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
    assert ran.stderr
    assert [ran.stderr.readline() for _ in range(2)] == ["begun\n", "begun\n"]
    ran.send_signal(signal.Signals[way])
    assert (ran.stderr.read(), ran.wait()) == ("Interrupted.\n", 130)
    ran.stderr.close()


def test_batches_hold_all_files_once(tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.xml" for number in range(1100)]
    divided = list(batches._batches(files, [0] * 1100, 2))
    assert [file for batch in divided for file in batch] == files
    assert max(map(len, divided)) == 250
    assert [len(batch) for batch in batches._batches(files[:120], [0] * 120, 2)] == [60, 60]


def test_large_files_are_divided_by_their_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "_MOST_BYTES", 10)
    files = [tmp_path / f"{number}.xml" for number in range(4)]
    assert [len(batch) for batch in batches._batches(files, [4, 4, 4, 40], 1)] == [3, 1]


def test_each_process_has_as_much_to_read(tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.xml" for number in range(48)]
    sizes = [1000 * (1 + number * 7 % 48) for number in range(48)]
    divided = list(batches._batches(files, sizes, 2))
    share = [sum(sizes[files.index(file)] for file in batch) / sum(sizes) for batch in divided]
    assert len(share) == 2
    assert max(share) < 0.6


def test_few_large_files_are_worth_several_processes(
    copy: Project, started: list["subprocess.Popen[bytes]"], monkeypatch: pytest.MonkeyPatch
) -> None:
    check([copy.tei], way=Way(cache=False, jobs=2))
    assert started == []
    monkeypatch.setattr(batches, "LEAST_BYTES", 100_000)
    check([copy.tei], way=Way(cache=False, jobs=2))
    assert len(started) == 2
