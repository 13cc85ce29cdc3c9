"""What a worker of a cluster does with a task: the same as a process of this machine, or it refuses."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import ParamSpec, TypeVar

import tei_edition
from tei_edition.digests import digest_of
from tei_edition.errors import EditionError, fault_of
from tei_edition.make.steps import versions
from tei_edition.resources import packaged

_P = ParamSpec("_P")
_T = TypeVar("_T")


@cache
def installed() -> str:
    """Give a digest of the program and of what it stands on, the same on every machine that has the same."""
    package = Path(tei_edition.__file__).parent
    files = {
        f"{name}/{path.relative_to(folder).as_posix()}": path
        for name, folder in (("package", package), ("xslt", packaged("xslt")))
        for path in folder.rglob("*")
        if path.is_file() and (name == "xslt" or path.suffix == ".py")
    }
    held = (part for name, path in sorted(files.items()) for part in (name, path.read_bytes()))
    return digest_of(repr(versions()), *held)


def do(program: str, function: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> _T:
    """Call a function of the program, where what is installed here is what `program` says.

    All calls are made in one thread, however many threads the worker has: Saxon and Typst want that.
    Raises `EditionError`.
    """
    if program != installed():
        raise EditionError(
            "A worker of the cluster has another version of the program, or of what it stands on",
            "Install the same versions on every worker, and start the workers again.",
        )
    try:
        return _only_thread().submit(function, *args, **kwargs).result()
    except Exception as error:
        raise fault_of(error) from None


@cache
def _only_thread() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, "edition")
