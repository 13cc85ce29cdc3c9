"""How the files in `build/` lie: by their sizes, times and inodes a change is seen without reading them."""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from tei_edition.make.products import Output

FOLDERS = ("html", "pdf")
"""The folders of `build/` that are published."""

Lying = dict[str, str]
"""By path: size, time of change and inode of a file, in one text."""


def files_below(folder: Path, names: Sequence[str]) -> Lying:
    """Give all files in some folders of one, by their paths below it."""
    found: Lying = {}
    waiting = list(names)
    while waiting:
        inside = waiting.pop()
        try:
            entries = list(os.scandir(folder / inside))
        except OSError:
            continue
        for entry in entries:
            path = f"{inside}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                waiting.append(path)
            else:
                lies = os.lstat(entry.path) if os.name == "nt" else entry.stat(follow_symlinks=False)
                found[path] = lies_of(lies)
    return found


def inodes_below(folder: Path, names: Sequence[str]) -> dict[str, int]:
    """Give the inodes of all files in some folders of one, by their paths below it.

    Most systems tell them with the names, so that no file is looked at.
    """
    found: dict[str, int] = {}
    waiting = list(names)
    while waiting:
        inside = waiting.pop()
        with suppress(OSError), os.scandir(folder / inside) as entries:
            for entry in entries:
                path = f"{inside}/{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(path)
                else:
                    found[path] = entry.inode()
    return found


def inode_of(output: Output) -> int | None:
    """Give the inode of a file as it is known to lie; None where it is not known."""
    return int(output.lies.rpartition(" ")[2]) if output.lies else None


def digests_of(lying: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Give a digest of how the files in each folder of `build/` lie; `lying` is in the order of the paths."""
    whole: dict[str, blake2b] = {}
    for path, lies in lying:
        folder = path.partition("/")[0]
        if folder not in whole:
            whole[folder] = blake2b(digest_size=16)
        whole[folder].update(f"{path}\0{lies}\0".encode("utf-8", "surrogatepass"))
    return {folder: one.hexdigest() for folder, one in whole.items()}


@dataclass(frozen=True)
class Lies:
    """What of all that is known of the last build does not lie in `build/` as it was made."""

    gone: frozenset[str] = frozenset()
    """Files."""
    makers: frozenset[str] = frozenset()
    """Who made them."""

    @classmethod
    def of(cls, known: Iterable[tuple[str, str, Output]], lying: Lying) -> "Lies":
        """Compare the files that are known, who made them, and how they lie, with what is there."""
        amiss = [
            (name, maker)
            for name, maker, output in known
            if not output.lies or lying.get(name) != output.lies
        ]
        return cls(frozenset(name for name, _ in amiss), frozenset(maker for _, maker in amiss))


def lies_of(found: os.stat_result) -> str:
    """Tell how a file lies."""
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ino}"
