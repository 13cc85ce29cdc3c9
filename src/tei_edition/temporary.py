"""Folders and files for a while: gone when they have served, or, where their process was killed, soon after.

They bear the name of their machine and the number of their process. Whoever needs one removes those of
processes of this machine that are no more. Of other machines, and on Windows, nobody can ask that: there
they are removed when they are a week old.
"""

import os
import platform
import re
import shutil
import time
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from tei_edition.caches import user_caches

_OURS = re.compile(r"edition-[a-z]+-(\w*)-(\d+)-\w+(\.tmp)?")
_LONGEST = 7 * 86_400.0
"""Seconds after which one has served, where nobody can ask its process."""

_kept: list[TemporaryDirectory[str]] = []


def folder(what: str, where: Path | None = None) -> TemporaryDirectory[str]:
    """Give a new folder, to be removed when it is let go of; `what` is a word for its name.

    It lies in `where`, or else among the user's caches, or, where nothing can be written there, among the
    temporary files of the system.
    """
    where = where or _where()
    remove_left(where)
    return TemporaryDirectory(prefix=prefix(what), dir=where, ignore_cleanup_errors=True)


def folder_to_the_end(what: str) -> Path:
    """Give a new folder that stays until the process ends."""
    _kept.append(folder(what))
    return Path(_kept[-1].name)


def prefix(what: str) -> str:
    """Give the beginning of a name by which `remove_left` knows what this process has made."""
    return f"edition-{what}-{_machine()}-{os.getpid()}-"


def remove_left(where: Path) -> None:
    """Remove from a folder what processes have left in it that were killed."""
    with suppress(OSError), os.scandir(where) as entries:
        for entry in entries:
            if _is_left(entry):
                _remove(entry)


def _remove(entry: os.DirEntry[str]) -> None:
    if entry.is_dir(follow_symlinks=False):
        shutil.rmtree(entry.path, ignore_errors=True)
        return
    with suppress(OSError):
        Path(entry.path).unlink()


def _is_left(entry: os.DirEntry[str]) -> bool:
    found = _OURS.fullmatch(entry.name)
    if found is None:
        return False
    runs = _runs(int(found[2])) if found[1] == _machine() else None
    if runs is not None:
        return not runs
    try:
        return time.time() - entry.stat(follow_symlinks=False).st_mtime > _LONGEST
    except OSError:
        return False


def _runs(process: int) -> bool | None:
    """Say whether a process of this machine may still run; None on Windows, where to ask can end it."""
    if os.name == "nt":
        return None
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _machine() -> str:
    return re.sub(r"\W", "", platform.node())


def _where() -> Path:
    try:
        where = user_caches() / "temporary"
        where.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return Path(gettempdir())
    return where if os.access(where, os.W_OK) else Path(gettempdir())
