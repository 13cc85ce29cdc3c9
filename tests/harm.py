"""Harm a build at an instant that is told: `python harm.py HARM NUMBER ARGUMENTS…` runs `edition ARGUMENTS…`.

What changes something in `build/` is counted; at the step of this NUMBER the process is killed (`kill`), or
from then on the disk is full (`full`). With NUMBER 0 nothing happens. Then the number of steps is printed.
"""

import errno
import os
import signal
import sys

_CHANGES = {"os.mkdir", "os.link", "os.rename", "os.remove", "os.rmdir", "os.truncate"}
_NEEDS_SPACE = {"open", "os.mkdir", "os.link"}
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def poison(_task: object) -> None:
    """A task that ends whatever works on it."""
    os.kill(os.getpid(), signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)


class Harm:
    """Counts the steps of this process, and does harm at one of them."""

    def __init__(self, harm: str, number: int) -> None:
        self.harm, self.number = harm, number
        self.steps = 0

    def __call__(self, event: str, told: tuple[object, ...]) -> None:
        if not self._is_change(event, told):
            return
        self.steps += 1
        if self.harm == "kill" and self.steps == self.number:
            poison(None)
        if self.harm == "full" and 0 < self.number <= self.steps and event in _NEEDS_SPACE:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), told[0])

    @staticmethod
    def _is_change(event: str, told: tuple[object, ...]) -> bool:
        if event == "open":
            changes = isinstance(told[2], int) and bool(told[2] & _WRITES)
        else:
            changes = event in _CHANGES
        return changes and f"{os.sep}build{os.sep}" in str(told[0])


if __name__ == "__main__":
    from tei_edition.cli import main

    harm = Harm(sys.argv[1], int(sys.argv[2]))
    sys.addaudithook(harm)
    try:
        main(sys.argv[3:])
    finally:
        sys.stdout.write(f"{harm.steps}\n")
