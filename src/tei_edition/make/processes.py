"""Several processes as a `concurrent.futures` executor: none is forked, and it outlives the death of one.

Each process is a `python -m tei_edition.make.processes`, as in `pool.py`: nothing of the program that called
is run in it. Where one ends before its work is done, another begins, and tries it once more.
"""

import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from contextlib import suppress
from typing import IO, Any, ParamSpec, TypeVar

from tei_edition.errors import EditionError, fault_of

_P = ParamSpec("_P")
_T = TypeVar("_T")
_Work = tuple[Future[Any], bytes]


_PATIENCE = 5.0
"""Seconds that a process has to end by itself."""


class WorkerEndedError(EditionError):
    """Whoever worked on a task ended before it was done, every time: the task may be what ended them."""


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
        """End all processes; what has not been begun is cancelled where that is asked for."""
        if cancel_futures:
            self._is_stopped = True
            with suppress(queue.Empty):
                while True:
                    work = self._work.get_nowait()
                    if work:
                        work[0].cancel()
            for process in list(self._running):
                process.terminate()
        for _ in self._threads:
            self._work.put(None)
        for thread in self._threads if wait else ():
            thread.join()

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
            process = process or self._start()
            try:
                return process, _ask(process, data)
            except Exception:  # It ended while it was asked, or while it answered.
                self._end(process)
                process = None
                if self._is_stopped:
                    break
        hint = "There may be too little memory: try --jobs 1."
        return None, WorkerEndedError("the process that worked on it was ended, twice", hint)

    def _start(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-P", "-m", "tei_edition.make.processes"]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603
        self._running.add(process)
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
