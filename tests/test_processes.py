"""Other processes do pieces of work, and end when they are told to, whatever becomes of a signal."""

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import pytest

from tei_edition import processes
from tei_edition.errors import EditionError
from tei_edition.processes import Here, Processes, WorkerEndedError, in_turn, result_of


def deaf(seconds: float) -> int:
    """Work for so long, and let no signal but the last be an end of it."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(seconds)
    return os.getpid()


def test_a_piece_of_work_that_fails_says_so() -> None:
    with Processes(1) as executor, pytest.raises(EditionError, match="ZeroDivisionError"):
        executor.submit(divmod, 1, 0).result(timeout=60)
    assert isinstance(Here().submit(divmod, 1, 0).exception(), ZeroDivisionError)


class Task(NamedTuple):
    name: str


class Never(Executor):
    """Does nothing that it is asked for."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ARG002
        return Future()


def test_where_no_process_can_begin_the_work_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def begun() -> NoReturn:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(processes, "_begun", begun)
    with Processes(1) as executor, pytest.raises(WorkerEndedError):
        executor.submit(divmod, 7, 2).result(timeout=60)


@pytest.mark.skipif(os.name == "nt", reason="signals are others")
def test_a_process_that_does_not_hear_ends_when_its_work_is_done(
    started: list["subprocess.Popen[bytes]"], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(Path(__file__).parent), *sys.path]))
    executor = Processes(1)
    assert executor.submit(deaf, 0).result(timeout=60) == started[0].pid
    executor.shutdown(cancel_futures=True)
    assert started[0].returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="signals are others")
def test_a_process_that_does_not_hear_and_goes_on_is_killed(
    started: list["subprocess.Popen[bytes]"], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(Path(__file__).parent), *sys.path]))
    monkeypatch.setattr(processes, "_PATIENCE", 0.5)
    executor = Processes(1)
    executor.submit(deaf, 0).result(timeout=60)
    working, never = executor.submit(deaf, 3600), executor.submit(deaf, 0)
    while not working.running():
        time.sleep(0.01)
    executor.shutdown(cancel_futures=True)
    assert started[0].returncode == -signal.SIGKILL
    assert isinstance(working.exception(timeout=0), WorkerEndedError)
    assert never.cancelled()


@pytest.mark.skipif(os.name == "nt", reason="signals are others")
def test_who_waits_hears_of_a_signal_that_woke_another_thread() -> None:
    class Heard(Exception):  # noqa: N818
        pass

    def hear(*_: object) -> NoReturn:
        raise Heard

    def take() -> None:
        time.sleep(0.1)
        signal.pthread_kill(threading.get_ident(), signal.SIGUSR1)

    before = signal.signal(signal.SIGUSR1, hear)
    try:
        for waiting in (lambda: result_of(Future()), lambda: list(in_turn(Never(), [(1, Task("a"))], id, 1))):
            threading.Thread(target=take).start()
            with pytest.raises(Heard):
                waiting()
    finally:
        signal.signal(signal.SIGUSR1, before)


@pytest.mark.parametrize(("jobs", "number"), [(1, 1), (3, 3), (1000, 16)])
def test_there_are_not_too_many_processes(jobs: int, number: int) -> None:
    assert processes.processes(jobs) == number
    assert processes.processes(None) >= 1
