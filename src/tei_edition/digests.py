"""What files hold, told in a few letters, so that a change is seen without reading what has not changed.

A file counts as unchanged where its size, its times and its inode are those that it had when it was read;
one that was changed within two seconds before that is read again, because its times cannot tell (git calls
such files "racily clean").
"""

import os
import stat
import time
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path

LARGEST = 50_000_000
"""Bytes of a file that is looked into; one that is larger is told by its size."""

_RACY = 2_000_000_000
"""Nanoseconds."""

_TICK = 50_000_000
"""Nanoseconds that a file system's clock may be behind."""

_MISSING = "-"

Seen = tuple[int, int, int, int, str]
"""Size, times of change of the content and of the entry, inode, and the digest of what the file held."""


def content(path: Path | str) -> str:
    """Name what a file holds, or that it is not there."""
    return f"={path}"


def existence(path: Path | str) -> str:
    """Name whether there is such a file, whatever it holds."""
    return f"?{path}"


def listing(path: Path | str) -> str:
    """Name which XML files a folder has."""
    return f"*{path}"


def names_in(folder: Path | str) -> list[str]:
    """Give the names of the XML files in a folder; none where it cannot be read."""
    try:
        return sorted(name for name in os.listdir(folder) if name.endswith(".xml"))  # noqa: PTH208
    except OSError:
        return []


def digest_of(*parts: bytes | str) -> str:
    """Give some letters that only these parts in this order have."""
    whole = blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        whole.update(len(data).to_bytes(8, "big") + data)
    return whole.hexdigest()


class Digests:
    """What is to be known of files at one moment, each looked at once."""

    def __init__(self, seen: Mapping[str, Seen] | None = None) -> None:
        """Begin with what was `seen` of files before."""
        self._before = seen or {}
        self._answers: dict[str, str] = {}
        self._seen: dict[str, Seen] = {}
        self._begun = time.time_ns()

    def of(self, what: str) -> str:
        """Give the digest of what `content`, `existence` or `listing` names."""
        answer = self._answers.get(what)
        if answer is None:
            answer = self._answers[what] = self._look(what[0], what[1:])
        return answer

    def of_all(self, several: Iterable[str]) -> str:
        """Give one digest of several."""
        return digest_of(*(part for what in several for part in (what, self.of(what))))

    def _look(self, kind: str, path: str) -> str:
        if kind == "*":
            return digest_of(*names_in(path))
        try:
            found = os.stat(path)  # noqa: PTH116
        except (FileNotFoundError, NotADirectoryError):
            return _MISSING
        except (OSError, ValueError):
            return _nothing_known()
        if not stat.S_ISREG(found.st_mode):
            return "none"
        return "file" if kind == "?" else self._read(path, found)

    def _read(self, path: str, found: os.stat_result) -> str:
        if found.st_size > LARGEST:
            return str(found.st_size)
        now = (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
        before = self._before.get(path)
        if before is not None and before[:4] == now:
            self._seen[path] = before
            return before[4]
        moment = time.time_ns()
        try:
            digest = digest_of(Path(path).read_bytes())
        except OSError:
            return _nothing_known()
        if max(found.st_mtime_ns, found.st_ctime_ns) < moment - _RACY:
            self._seen[path] = (*now, digest)
        return digest

    def is_settled(self, what: str) -> bool:
        """Say whether what was asked for is now as it was when this began.

        To ask only after work that depends on it is then as good as to have asked before.
        """
        if what[0] != "=":
            return Digests().of(what) == self.of(what)
        try:
            found = os.stat(what[1:])  # noqa: PTH116
        except OSError:
            return self.of(what) == _MISSING
        return max(found.st_mtime_ns, found.st_ctime_ns) < self._begun - _TICK

    @property
    def seen(self) -> dict[str, Seen]:
        """Of all files whose content was asked for: what can be trusted the next time."""
        return self._seen

    @property
    def has_news(self) -> bool:
        """Say whether a file is known better than before."""
        return any(self._before.get(path) != seen for path, seen in self._seen.items())


def _nothing_known() -> str:
    """Give what is unlike anything else, so that nothing is built on it."""
    return os.urandom(16).hex()
