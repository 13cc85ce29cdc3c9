"""Let what is new take the place of what is there: all of it, or, where it is not yet begun, nothing.

Each name changes places with its new one in one step, where the system has such a step (Linux `renameat2`,
macOS `renamex_np`); elsewhere in two, of which the second follows at once. What is to change is written down
before, with the inodes by which it is seen what has: whoever comes after a process that was killed finishes.
"""

import ctypes
import json
import os
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from tei_edition import signed

_READY = "ready"
_HERE = -100
"""`AT_FDCWD`, which absolute paths do without."""
_SWAP = 2
"""`RENAME_EXCHANGE` of Linux, `RENAME_SWAP` of macOS."""


def exchange(new: Path, there: Path, names: Sequence[str]) -> None:
    """Put those of some names that are in the folder `new` into the folder `there`.

    Where one cannot be put, none is; raises `OSError` then.
    """
    inodes = {name: (new / name).stat().st_ino for name in names if (new / name).exists()}
    (new / _READY).write_bytes(signed.seal(_READY, json.dumps(inodes).encode()) or b"")
    try:
        _put(new, there, inodes, is_put=False)
    except BaseException:  # an interruption too
        _put(new, there, inodes, is_put=True)
        (new / _READY).unlink()
        raise


def finish(new: Path, there: Path) -> bool:
    """Finish what was begun and not ended; say whether there was something of this kind."""
    try:
        content = signed.unseal(_READY, (new / _READY).read_bytes())
    except OSError:
        return False
    if content is None:  # Killed before it was written whole, nothing had been put yet.
        return False
    inodes = json.loads(content)
    _put(new, there, inodes, is_put=False)
    return True


def _put(new: Path, there: Path, inodes: Mapping[str, int], is_put: bool) -> None:
    """Change all that is put, or all that is not."""
    for name, inode in inodes.items():
        if _is_put(there / name, inode) == is_put:
            swap(new / name, there / name)


def _is_put(file: Path, inode: int) -> bool:
    try:
        return file.stat().st_ino == inode
    except FileNotFoundError:
        return False


def swap(one: Path, other: Path) -> None:
    """Let two files or folders change places; where only one of them is there, it goes to the other place."""
    if not one.exists() or not other.exists():
        for source, target in ((one, other), (other, one)):
            if source.exists():
                source.rename(target)
                return
    elif not _swapped(one, other):
        _swap_in_steps(one, other)


def _swap_in_steps(one: Path, other: Path) -> None:
    aside = one.with_name(f"{one.name}.aside")
    other.rename(aside)
    try:
        one.rename(other)
    except BaseException:
        aside.rename(other)
        raise
    aside.rename(one)


def _swapped(one: Path, other: Path) -> bool:
    """Let the system change two names at once, where it and the file system know how."""
    name = {"linux": "renameat2", "darwin": "renamex_np"}.get(sys.platform)
    function = _of_system(name) if name else None
    paths = [os.fsencode(path.absolute()) for path in (one, other)]
    given = (_HERE, paths[0], _HERE, paths[1], _SWAP) if name == "renameat2" else (*paths, _SWAP)
    return function is not None and bool(function(*given) == 0)


@cache
def _of_system(name: str) -> Any:
    """Give a function of the system's library; None where it has none of this name."""
    try:
        return getattr(ctypes.CDLL(None), name)
    except (OSError, AttributeError):
        return None
