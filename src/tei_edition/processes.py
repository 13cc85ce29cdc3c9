"""Several processes as a `concurrent.futures` executor: none is forked, and it outlives the death of one.

Each process is a `python -m tei_edition.processes`: nothing of the program that called is run in it. Where
one ends before its work is done, another begins, and tries it once more.
"""

import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, ParamSpec, Protocol, TypeVar

from tei_edition.errors import EditionError, fault_of

_P = ParamSpec("_P")
_T = TypeVar("_T")
_Of = TypeVar("_Of")
_Task = TypeVar("_Task", bound="Named")
_Work = tuple[Future[Any], bytes]

_PATIENCE = 5.0
"""Seconds that a process has to end by itself."""

_MOST = 16

_IN_FLIGHT = 4
"""Tasks that wait at a time, for each process: more would only fill the memory."""

_LOOK = 0.2
"""Seconds that the main thread sleeps at once: a signal may wake another, and is seen when it looks up."""


class WorkerEndedError(EditionError):
    """Whoever worked on a task ended before it was done, every time: the task may be what ended them."""


def processes(jobs: int | None) -> int:
    """Give the number of processes to use, where the user wants `jobs`."""
    return max(1, min(jobs or os.cpu_count() or 1, _MOST))


class Here(Executor):
    """The executor of few tasks: this process does each when it is asked for."""

    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        """Do it now."""
        future: Future[_T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


class Named(Protocol):
    """What is done by others, and called so where it ends them."""

    @property
    def name(self) -> str:
        """The path of a file, or what else tells whoever waits which it is."""


def in_turn(
    executor: Executor, tasks: Iterable[tuple[_Of, _Task]], function: Callable[[_Task], _T], number: int
) -> Iterator[tuple[_Of, _T]]:
    """Have tasks done, a few waiting at a time; give what they came from and what they gave, as it comes.

    Where a task ended whoever worked on it, the error names the task.
    """
    running: dict[Future[_T], tuple[_Of, _Task]] = {}
    waiting = iter(tasks)
    while True:
        while len(running) < number * _IN_FLIGHT and (one := next(waiting, None)) is not None:
            running[executor.submit(function, one[1])] = one
        if not running:
            return
        finished, _ = wait(running, _LOOK, FIRST_COMPLETED)
        for future in finished:
            of, task = running.pop(future)
            try:
                made = future.result()
            except WorkerEndedError as error:
                raise EditionError(f"{Path(task.name).name}: {error}", error.hint) from error
            yield of, made


def result_of(future: Future[_T]) -> _T:
    """Wait for a result, as `future.result()` does, but so that a signal ends the waiting."""
    while not future.done():
        wait((future,), _LOOK)
    return future.result()


class Processes(Executor):
    """Some processes that do pieces of work, each one at a time."""

    def __init__(self, number: int) -> None:
        """Begin with so many; they start when there is work."""
        self._work: queue.SimpleQueue[_Work | None] = queue.SimpleQueue()
        self._running: set[subprocess.Popen[bytes]] = set()
        self._is_stopped = False
        self._threads = [threading.Thread(target=self._feed, daemon=True) for _ in range(number)]
        for thread in self._threads:
            thread.start()

    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        """Have a function called, which a module has, with what can be pickled."""
        future: Future[_T] = Future()
        self._work.put((future, pickle.dumps((fn, args, kwargs), pickle.HIGHEST_PROTOCOL)))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End all processes, at once where that is asked for: what is left to be done is then cancelled.

        A process that is told to end may not hear of it: Python drops what a signal raises in a finalizer.
        """
        killer = threading.Timer(_PATIENCE, self._kill)
        killer.daemon = True
        if cancel_futures:
            self._is_stopped = True
            with suppress(queue.Empty):
                while True:
                    work = self._work.get_nowait()
                    if work:
                        work[0].cancel()
            for process in list(self._running):
                process.terminate()
            killer.start()
        for _ in self._threads:
            self._work.put(None)
        if wait:
            for thread in self._threads:
                thread.join()
            killer.cancel()

    def _kill(self) -> None:
        for process in list(self._running):
            process.kill()

    def _feed(self) -> None:
        """Hand work to one process after the other."""
        process: subprocess.Popen[bytes] | None = None
        while work := self._work.get():
            future, data = work
            if not future.set_running_or_notify_cancel():
                continue
            process, answer = self._answer(process, data)
            if isinstance(answer, BaseException):
                future.set_exception(answer)
            else:
                future.set_result(answer[0])
        if process:
            self._end(process)

    def _answer(
        self, process: subprocess.Popen[bytes] | None, data: bytes
    ) -> tuple[subprocess.Popen[bytes] | None, Any]:
        """Give the answer of a process, and the process if it is still there."""
        for _ in range(2):
            try:
                process = process or self._start()
                return process, _ask(process, data)
            except Exception:  # It could not begin, or ended while it was asked, or while it answered.
                if process:
                    self._end(process)
                process = None
                if self._is_stopped:
                    break
        hint = "There may be too little memory: try --jobs 1."
        return None, WorkerEndedError("the process that worked on it was ended, twice", hint)

    def _start(self) -> subprocess.Popen[bytes]:
        process = _begun()
        self._running.add(process)
        if self._is_stopped:
            process.terminate()
        return process

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        self._running.discard(process)
        with suppress(OSError):
            if process.stdin:
                process.stdin.close()
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _begun() -> subprocess.Popen[bytes]:
    command = [sys.executable, "-P", "-m", "tei_edition.processes"]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603


def _ask(process: subprocess.Popen[bytes], data: bytes) -> Any:
    assert process.stdin and process.stdout  # noqa: S101
    process.stdin.write(data)
    process.stdin.flush()
    return pickle.load(process.stdout)  # noqa: S301  # It comes from our own process.


def main() -> None:
    """Do what standard input asks for until it ends; everything else goes to standard error."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # It is the program above that is interrupted.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with suppress(BrokenPipeError), answers:  # The program above may have ended.
        _serve(sys.stdin.buffer, answers)


def _serve(work: IO[bytes], answers: IO[bytes]) -> None:
    while True:
        try:
            function, args, kwargs = pickle.load(work)  # noqa: S301  # It comes from the program above.
        except EOFError:
            return
        answer: object
        try:
            answer = (function(*args, **kwargs),)
        except Exception as error:
            answer = fault_of(error)
        answers.write(pickle.dumps(answer, pickle.HIGHEST_PROTOCOL))
        answers.flush()


if __name__ == "__main__":
    main()
