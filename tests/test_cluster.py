"""A Dask cluster makes what one machine makes, whatever becomes of its workers.

The scheduler and its workers are processes of their own; each worker has its own home, cache and working
directory, so that nothing but what the tasks carry can be what they work with.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import published
from editions import Edition
from harm import poison
from tei_edition.build import Manner, build
from tei_edition.errors import EditionError
from tei_edition.make import cluster, parts, worker
from tei_edition.make.cluster import Cluster

_DASK = [sys.executable, "-m", "dask"]


class Workers:
    """A scheduler on this machine, and workers that can be killed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{port}"
        self.running: list[subprocess.Popen[bytes]] = []
        self._start("scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard")

    def add(self, *more: str) -> subprocess.Popen[bytes]:
        return self._start("worker", self.address, "--nthreads", "1", "--no-nanny", "--no-dashboard", *more)

    def _start(self, *command: str) -> subprocess.Popen[bytes]:
        home = self._folder / f"home{len(self.running)}"
        home.mkdir()
        apart = {name: str(home) for name in ("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA", "TMPDIR")}
        tests = str(Path(__file__).parent)
        path = os.pathsep.join(filter(None, (os.environ.get("PYTHONPATH"), tests)))
        with (home / "said").open("wb") as said:
            process = subprocess.Popen(
                [*_DASK, *command], cwd=home, env={**os.environ, **apart, "PYTHONPATH": path}, stderr=said
            )
        self.running.append(process)
        return process

    def end(self) -> None:
        for process in self.running:
            process.kill()
            process.wait()


@pytest.fixture
def workers(tmp_path: Path) -> Iterator[Workers]:
    found = Workers(tmp_path)
    yield found
    found.end()


def editions(folder: Path, documents: int) -> tuple[Edition, Edition]:
    """Give an edition twice, one of them built in one process."""
    found = []
    for name in ("one", "two"):
        (folder / name).mkdir()
        edition = Edition(folder / name / "edition")
        for number in range(documents):
            edition.documents[f"n{number}"] = (f"Number {number}", "lee", "a.xml")
        edition.write()
        found.append(edition)
    found[0].build(("html", "pdf"), jobs=1)
    return found[0], found[1]


def test_workers_elsewhere_make_the_same_though_one_is_killed(tmp_path: Path, workers: Workers) -> None:
    one, two = editions(tmp_path, 20)
    first = workers.add()
    workers.add()
    done: list[str] = []

    def progress(what: str, number: int, _total: int) -> None:
        done.append(what)
        if number == 5 and first.poll() is None:
            first.kill()

    with Cluster(workers.address) as executor:
        executor._client.wait_for_workers(2, timeout=60)
        manner = Manner(executor=executor, progress=progress)
        built = build(two.project, despite_findings=True, manner=manner)
    assert first.wait() != 0
    assert len(built.remade) > 40
    assert published(two.project.build) == published(one.project.build)
    assert two.build(("html", "pdf")) == {}


def test_the_command_has_a_cluster_do_the_work(tmp_path: Path, workers: Workers) -> None:
    one, two = editions(tmp_path, 0)
    workers.add("--nthreads", "3")
    code = "from tei_edition.cli import main; main()"
    command = [sys.executable, "-c", code, "build", "--despite-findings", "--scheduler", workers.address]
    ended = subprocess.run(command, cwd=two.project.root, capture_output=True, text=True, timeout=300)
    assert ended.returncode == 0, ended.stderr
    assert "distributed" not in ended.stderr
    assert published(two.project.build) == published(one.project.build)


def test_a_document_that_ends_all_workers_is_named(
    tmp_path: Path, workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, _ = editions(tmp_path, 0)
    before = published(one.project.build)
    for _ in range(4):  # As many as Dask gives a task: `distributed.scheduler.allowed-failures`.
        workers.add()
    one.documents["c"] = ("New", "poe", "#en-s1")
    one.write()
    monkeypatch.setattr(parts, "make", poison)
    with (
        Cluster(workers.address) as executor,
        pytest.raises(EditionError, match=r"c\.xml: the workers that worked on it were ended"),
    ):
        executor._client.wait_for_workers(4, timeout=60)
        build(one.project, despite_findings=True, manner=Manner(executor=executor))
    assert published(one.project.build) == before


def test_nobody_waits_for_ever_for_workers(workers: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 3.0)
    with pytest.raises(EditionError, match="has no worker"):
        Cluster(workers.address)
    monkeypatch.setattr(cluster, "PATIENCE", 60.0)
    only = workers.add()
    with Cluster(workers.address) as executor:
        assert executor.submit(divmod, 7, 2).result(timeout=60) == (3, 1)
        with pytest.raises(EditionError, match="ZeroDivisionError"):
            executor.submit(divmod, 1, 0).result(timeout=60)
        monkeypatch.setattr(cluster, "PATIENCE", 0.0)
        only.kill()
        with pytest.raises(EditionError, match="has no worker"):
            executor.submit(time.sleep, 0).result(timeout=60)


def test_a_scheduler_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    import dask

    with dask.config.set({"distributed.comm.timeouts.connect": "1s"}):
        for address in ("tcp://127.0.0.1:1", "nonsense://127.0.0.1:1"):
            with pytest.raises(EditionError, match="No scheduler answers at"):
                Cluster(address)
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(EditionError, match="Dask, which is not installed") as told:
        Cluster("tcp://127.0.0.1:1")
    assert "tei-edition[cluster]" in told.value.hint


def test_a_worker_with_another_version_refuses() -> None:
    assert worker.do(worker.installed(), divmod, 7, 2) == (3, 1)
    with pytest.raises(EditionError, match="another version"):
        worker.do("another", divmod, 7, 2)
