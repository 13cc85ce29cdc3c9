"""One build of an edition at a time: a second waits until the first is done."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from tei_edition.errors import EditionError

_PAUSE = 0.2
"""Seconds between two looks."""


@contextmanager
def alone(file: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the lock of an edition; `waiting` is called once where another build holds it.

    The system lets go of it when a process ends, however that ends. Where a file system knows no locks,
    there is none.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        stream = file.open("ab")
    except OSError as error:
        raise EditionError(f"Nothing can be written to {file.parent}: {error.strerror}") from error
    with stream:
        told = False
        while not _take(stream):
            if not told:
                waiting()
                told = True
            time.sleep(_PAUSE)
        yield


if sys.platform == "win32":
    import msvcrt

    def _take(stream: IO[bytes]) -> bool:
        try:
            stream.seek(0)
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(stream: IO[bytes]) -> bool:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a file system without locks
            return True
        return True
