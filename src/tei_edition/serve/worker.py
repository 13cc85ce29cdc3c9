"""A process that does one piece of work after the other and stays warm between them."""

import asyncio
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from tei_edition.processes import Processes

_P = ParamSpec("_P")
_T = TypeVar("_T")


class Worker:
    """One process, which can be begun anew: what it has compiled is then forgotten."""

    def __init__(self) -> None:
        """Start when there is work."""
        self._processes = Processes(1)
        self.begun = 0
        """How often it was begun anew."""

    async def ask(self, function: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """Have a function called. Raises `EditionError`, `WorkerEndedError` where it was begun anew."""
        return await asyncio.wrap_future(self._processes.submit(function, *args, **kwargs))

    def restart(self) -> None:
        """End the process, whatever it does, and begin another."""
        self.end()
        self._processes = Processes(1)
        self.begun += 1

    def end(self) -> None:
        """End the process, whatever it does."""
        self._processes.shutdown(wait=False, cancel_futures=True)
