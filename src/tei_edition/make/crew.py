"""Who does the tasks: this process while they are few, others when they turn out to be many."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import ParamSpec, TypeVar

from tei_edition.processes import Here, Processes, processes

FEWEST = 10
"""Tasks that are done before it is worth while that another process starts and compiles the stylesheets."""

_P = ParamSpec("_P")
_T = TypeVar("_T")


class Crew(Executor):
    """An executor of as many processes as the user wants, or the machine has; none before there is work."""

    def __init__(self, jobs: int | None, likely: int, apart: bool = False) -> None:
        """Take the number of processes, None for one a processor, and how many tasks there are at least.

        `apart` has other processes do all: where a task ends them, this one can say which.
        """
        self.number = processes(jobs)
        self._others: Processes | None = None
        self._here = Here()
        self._apart = apart
        self._left = FEWEST if likely < FEWEST else 0

    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        """Do it here, or have it done."""
        if not self._apart and (self.number == 1 or self._left > 0):
            self._left -= 1
            return self._here.submit(fn, *args, **kwargs)
        self._others = self._others or Processes(self.number)
        return self._others.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End what was begun."""
        if self._others is not None:
            self._others.shutdown(wait, cancel_futures=cancel_futures)
