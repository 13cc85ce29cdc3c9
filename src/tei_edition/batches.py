"""Check many files in several processes, a batch at a time; `batch.py` checks one."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tei_edition.outcome import Outcome, Plain
from tei_edition.project import Project

FEWEST = 100
LEAST_BYTES = 1_000_000
"""Files, or bytes of all, from which on another process is worth its start of half a second."""

_MOST_FILES = 250
_MOST_BYTES = 3_000_000
"""Of one batch: all its trees are in memory at a time, twenty times as large as the files."""


class Batch(NamedTuple):
    """Files that a process checks, the edition that they are of, and the schemas that the user named."""

    files: Sequence[Path]
    root: Path | None
    schemas: Sequence[Path]

    @property
    def name(self) -> str:
        """The name of its first file, and how many more there are."""
        more = len(self.files) - 1
        return f"{self.files[0].name}{f' or one of the {more} after it' if more else ''}"


def check_all(
    files: Sequence[Path], project: Project | None, schemas: Sequence[Path], jobs: int | None = None
) -> Iterator[list[Outcome]]:
    """Check files, in this process where there are few; give their outcomes batch by batch, in any order.

    Raises `EditionError` where a process ends before its work is done.
    """
    sizes = [_size(file) for file in files]
    number = 1
    if len(files) >= FEWEST or sum(sizes) >= LEAST_BYTES:
        from tei_edition.processes import processes

        number = processes(jobs)
    batches = list(_batches(files, sizes, number))
    if number > 1:
        yield from _apart(batches, project, schemas, min(number, len(batches)))
        return
    from tei_edition.batch import check_batch

    for batch in batches:
        yield check_batch(batch, project, schemas)


def _apart(
    batches: Iterable[Sequence[Path]], project: Project | None, schemas: Sequence[Path], number: int
) -> Iterator[list[Outcome]]:
    """Have so many processes check the batches; whatever happens, none is left behind."""
    from tei_edition.processes import Processes, in_turn

    executor = Processes(number)
    tasks = ((None, Batch(batch, project.root if project else None, schemas)) for batch in batches)
    try:
        for _, done in in_turn(executor, tasks, _checked, number):
            yield [Outcome.of_plain(path, data) for path, data in done]
    except BaseException:
        executor.shutdown(cancel_futures=True)
        raise
    executor.shutdown()


def _checked(batch: Batch) -> list[tuple[Path, Plain]]:
    """Check a batch in this process; give the outcomes as plain data, which is half as long."""
    from tei_edition.batch import check_batch

    project = Project(batch.root) if batch.root else None
    outcomes = check_batch(batch.files, project, batch.schemas)
    return [(outcome.path, outcome.plain()) for outcome in outcomes]


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
