"""Check many files in several processes, a batch at a time.

Each process is a `python -m tei_edition.pool`, which reads tasks and writes answers; nothing of the
program that called is run in it.
"""

import marshal
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from tei_edition.errors import EditionError, fault_of
from tei_edition.outcome import Outcome
from tei_edition.project import Project

FEWEST = 100
LEAST_BYTES = 1_000_000
"""Files, or bytes of all, from which on another process is worth its start of half a second."""

_MOST_FILES = 250
_MOST_BYTES = 3_000_000
"""Of one batch: all its trees are in memory at a time, twenty times as large as the files."""

_MOST_PROCESSES = 16
_Answer = tuple[str, Any]
"""What became of a task, `done` or a kind of fault, and what came out of it."""


def processes(jobs: int | None) -> int:
    """Give the number of processes to use, where the user wants `jobs`."""
    return max(1, min(jobs or os.cpu_count() or 1, _MOST_PROCESSES))


def check_all(
    files: Sequence[Path], project: Project | None, schemas: Sequence[Path], jobs: int | None = None
) -> Iterator[list[Outcome]]:
    """Check files, in this process where there are few; give their outcomes batch by batch, in any order.

    Raises `EditionError` where a process ends before its work is done.
    """
    number = processes(jobs)
    sizes = [_size(file) for file in files]
    alone = number == 1 or (len(files) < FEWEST and sum(sizes) < LEAST_BYTES)
    batches = list(_batches(files, sizes, 1 if alone else number))
    if alone:
        from tei_edition.batch import check_batch

        for batch in batches:
            yield check_batch(batch, project, schemas)
        return
    root = str(project.root) if project else None
    tasks = [(list(map(str, batch)), root, list(map(str, schemas))) for batch in batches]
    for done in _answers(tasks, min(number, len(tasks))):
        yield [Outcome.of_plain(Path(path), data) for path, data in done]


def _batches(files: Sequence[Path], sizes: Sequence[int], number: int) -> Iterator[list[Path]]:
    """Divide files into batches that are not too large, so that each of so many processes has as much.

    A batch may have a tenth more than its share, or else what is left over would make one of its own.
    """
    most_files = min(_MOST_FILES, -(-len(files) // number))
    most_bytes = min(_MOST_BYTES, 1.1 * sum(sizes) / number)
    batch, size = list[Path](), 0
    for file, more in zip(files, sizes, strict=True):
        if batch and (len(batch) >= most_files or size + more / 2 > most_bytes):
            yield batch
            batch, size = [], 0
        batch.append(file)
        size += more
    if batch:
        yield batch


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _answers(tasks: Sequence[Any], number: int) -> Iterator[Any]:
    """Give the answers to tasks as they come; whatever happens, no process is left behind."""
    waiting: queue.SimpleQueue[Any] = queue.SimpleQueue()
    answers: queue.SimpleQueue[_Answer] = queue.SimpleQueue()
    for task in tasks:
        waiting.put(task)
    workers: list[subprocess.Popen[bytes]] = []
    try:
        for _ in range(number):
            worker = _start()
            workers.append(worker)
            threading.Thread(target=_feed, args=(worker, waiting, answers), daemon=True).start()
        for _ in tasks:
            kind, answer = answers.get()
            if kind != "done":
                raise EditionError(*answer)
            yield answer
    finally:
        for worker in workers:
            worker.terminate()
        for worker in workers:
            worker.wait()


def _start() -> subprocess.Popen[bytes]:
    command = [sys.executable, "-P", "-m", "tei_edition.pool"]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603


def _feed(
    worker: subprocess.Popen[bytes],
    waiting: "queue.SimpleQueue[Any]",
    answers: "queue.SimpleQueue[_Answer]",
) -> None:
    """Hand tasks to a process, one after the other, until none is left."""
    assert worker.stdin and worker.stdout  # noqa: S101
    try:
        while True:
            marshal.dump(waiting.get_nowait(), worker.stdin)
            worker.stdin.flush()
            answers.put(marshal.load(worker.stdout))  # noqa: S302  # It comes from our own process.
    except queue.Empty:
        return
    except (OSError, EOFError, ValueError, TypeError):
        hint = "There may be too little memory: try --jobs 1."
        answers.put(("ended", ("A process that checked files was ended", hint)))


def main() -> None:
    """Do what standard input asks for until it ends; everything else goes to standard error."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # It is the program above that is interrupted.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _serve(sys.stdin.buffer, answers)


def _serve(tasks: IO[bytes], answers: IO[bytes]) -> None:
    while True:
        try:
            files, root, schemas = marshal.load(tasks)  # noqa: S302  # It comes from the program above.
        except EOFError:
            return
        answer = _answer([Path(file) for file in files], root, [Path(schema) for schema in schemas])
        marshal.dump(answer, answers)
        answers.flush()


def _answer(files: list[Path], root: str | None, schemas: list[Path]) -> _Answer:
    from tei_edition.batch import check_batch

    try:
        outcomes = check_batch(files, Project(Path(root)) if root else None, schemas)
    except Exception as error:
        fault = fault_of(error)
        return "fault", (str(fault), fault.hint)
    return "done", [(str(outcome.path), outcome.plain()) for outcome in outcomes]


if __name__ == "__main__":
    main()
