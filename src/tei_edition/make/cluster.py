"""A Dask cluster as a `concurrent.futures` executor: other machines do the tasks, this one writes.

Who does what, and what becomes of the work of a worker that is gone, is Dask's business (`distributed`,
https://distributed.dask.org). Here its faults become ours, and waiting for nobody comes to an end.
"""

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future
from importlib import import_module
from typing import Any, ParamSpec, TypeVar

from tei_edition.errors import EditionError
from tei_edition.make.worker import do, installed
from tei_edition.processes import WorkerEndedError

PATIENCE = 60.0
"""Seconds in which workers may come, at the beginning and when all are gone."""

_PAUSE = 1.0
"""Seconds between two looks at who is there."""

_P = ParamSpec("_P")
_T = TypeVar("_T")


class Cluster(Executor):
    """The workers of a scheduler; the number of those that are there at the beginning is `number`."""

    def __init__(self, address: str) -> None:
        """Connect to the scheduler at an address such as `tcp://10.0.0.1:8786`, and wait for a worker.

        Raises `EditionError` where Dask is not installed, and where no scheduler or no worker answers.
        """
        self._address = address
        self._client = _connected(address)
        self._tasks = self._client.get_executor(pure=False)
        self._waiting: set[Future[Any]] = set()
        self._lock = threading.Lock()
        self._closed = threading.Event()
        self.number = self._workers()
        threading.Thread(target=self._watch, daemon=True).start()

    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        """Have a function of this program called, with what can be pickled."""
        future: Future[_T] = Future()
        with self._lock:
            self._waiting.add(future)
        try:
            there = self._tasks.submit(do, installed(), fn, *args, **kwargs)
        except Exception as error:  # It depends on the version of Dask which this is.
            self._fail(future, self._gone(error))
        else:
            there.add_done_callback(lambda done: self._take(done, future))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002
        """Leave the cluster; what it has not done for us it need not do."""
        self._closed.set()
        self._client.close()

    def _take(self, there: Future[Any], future: Future[Any]) -> None:
        """Hand on what became of a task."""
        if there.cancelled():
            self._fail(future, self._gone())
        elif error := there.exception():
            self._fail(future, _ours(error))
        elif self._is_waited_for(future):
            future.set_result(there.result())

    def _fail(self, future: Future[Any], error: EditionError) -> None:
        if self._is_waited_for(future):
            future.set_exception(error)

    def _is_waited_for(self, future: Future[Any]) -> bool:
        """Say whether nothing has become of a task yet; whoever asks decides what."""
        with self._lock:
            is_waited_for = future in self._waiting
            self._waiting.discard(future)
        return is_waited_for

    def _watch(self) -> None:
        """Let all tasks fail where there has been no worker for too long."""
        seen = time.monotonic()
        while not self._closed.wait(_PAUSE):
            if self._workers() or not self._waiting:
                seen = time.monotonic()
            elif time.monotonic() - seen > PATIENCE:
                for future in list(self._waiting):
                    self._fail(future, _no_worker(self._address))

    def _workers(self) -> int:
        """Give the number of workers; none where the scheduler does not answer."""
        try:
            return len(self._client.scheduler_info(n_workers=-1)["workers"])
        except Exception:  # It depends on the version of Dask which this is.
            return 0

    def _gone(self, error: Exception | None = None) -> EditionError:
        hint = "What was done by now need not be done again: start the scheduler and build again."
        return EditionError(f"The scheduler at {self._address} is gone{f': {error}' if error else ''}", hint)


def _connected(address: str) -> Any:
    """Give Dask's client of a scheduler that has at least one worker."""
    try:
        dask, distributed = import_module("dask"), import_module("distributed")
    except ImportError as error:
        hint = "Install it: python -m pip install 'tei-edition[cluster]'."
        raise EditionError("--scheduler needs Dask, which is not installed", hint) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # What users must know, we say.
    dask.config.set({"distributed.admin.large-graph-warning-threshold": "1GB"})
    try:
        client = distributed.Client(address, set_as_default=False)
    except (OSError, ValueError) as error:
        hint = "Start one with `dask scheduler`, and give the address that it prints."
        raise EditionError(f"No scheduler answers at {address}", hint) from error
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError as error:
        client.close()
        raise _no_worker(address) from error
    return client


def _no_worker(address: str) -> EditionError:
    hint = f"Start one: dask worker {address} --nthreads 1."
    return EditionError(f"The scheduler at {address} has no worker", hint)


def _ours(error: BaseException) -> EditionError:
    """Give what an error of a worker, or of Dask, is called here."""
    if isinstance(error, EditionError):
        return error
    if isinstance(error, import_module("distributed").KilledWorker):
        return WorkerEndedError("the workers that worked on it were ended, one after the other")
    hint = "Is the same version of the program installed on every worker?"
    return EditionError(f"A worker of the cluster: {type(error).__name__}: {error}", hint)
