"""Which commit of the edition's history pages are built from, and whether the files are still as in it."""

import hashlib
import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tei_edition.digests import LARGEST, Digests, content
from tei_edition.project import Project

_INPUTS = ("tei", "schema", "xslt")
"""The folders that an edition is made from."""

_STAMP = re.compile(
    rb'(<span class="commit" data-at="([^"<>]*)" data-modified="([^"<>]*)">)'
    rb"[^<>]*(?:<code>[0-9a-f]*</code>[^<>]*)?</span>"
)
"""What `xslt/html/made.xsl` leaves for it, and what an earlier commit has made of that."""

_SAFE = ("--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "protocol.allow=never")


@dataclass(frozen=True)
class Commit:
    """A commit by its full id; `is_modified` where a file that the edition is made from differs from it."""

    id: str
    is_modified: bool


def mark(commit: Commit | None) -> str:
    """Give a few letters that tell a commit, and whether files differ from it; none where there is none."""
    return f"{commit.id[:12]}{'+' if commit.is_modified else ''}" if commit else ""


class Blobs:
    """The ids that git gives to files, known from before for those that have not changed."""

    def __init__(self, digests: Digests, known: Mapping[str, tuple[str, tuple[str, ...]]]) -> None:
        """Take what tells whether a file has changed, and what `known` was before."""
        self._digests = digests
        self.known = dict(known)

    def ids(self, root: Path, path: str, length: int) -> tuple[str, ...]:
        """Give the ids of a file that git could have stored it under; Windows' line ends are no difference.

        Raises `OSError` where it cannot be read.
        """
        file = root / path
        if file.is_symlink():
            return (_id(os.fsencode(os.readlink(file)), length),)  # noqa: PTH115
        digest = f"{length} {self._digests.of(content(file))}"
        old = self.known.get(path)
        if old is None or old[0] != digest or file.stat().st_size > LARGEST:
            data = file.read_bytes()
            old = (digest, (_id(data, length), _id(data.replace(b"\r\n", b"\n"), length)))
            self.known[path] = old
        return old[1]


def commit_of(project: Project, blobs: Blobs | None = None) -> Commit | None:
    """Give the commit that is checked out; None where the edition is in no history, or git is not there.

    Only what git has stored is asked for, and files are compared here: nothing that an edition's own
    git configuration names is run, and nothing is fetched.
    """
    head = _git(project.root, "rev-parse", "--verify", "--quiet", "HEAD")
    listed = _git(project.root, "ls-tree", "-r", "-z", "HEAD", "--", *(f"./{name}" for name in _INPUTS))
    if not head or not listed:
        return None
    stored = dict(_stored(listed.decode("utf-8", "surrogateescape")))
    blobs = blobs or Blobs(Digests(), {})
    blobs.known = {path: known for path, known in blobs.known.items() if path in stored}
    is_modified = set(stored) != set(_present(project)) or any(_changed(project, stored, blobs))
    return Commit(head.decode().strip(), is_modified)


def stamp(page: bytes, commit: Commit | None) -> bytes:
    """Write into a page what it was built from, in the place of what stood there; nothing if that is unknown.

    The words stay in the page too, so that another commit can be written there without making it again.
    """

    def said(found: re.Match[bytes]) -> bytes:
        words = b"" if commit is None else found[3] if commit.is_modified else found[2]
        name = commit.id[:12] if commit else ""
        return found[1] + words.replace(b"%", f"<code>{name}</code>".encode()) + b"</span>"

    return _STAMP.sub(said, page)


def _git(folder: Path, *arguments: str) -> bytes:
    """Give what git says, nothing where it refuses; it asks nobody and fetches nothing."""
    quiet = {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
    around = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", *_SAFE, "-C", str(folder), *arguments]
    try:
        done = subprocess.run(  # noqa: S603
            command, env=around | quiet, capture_output=True, check=False, timeout=60
        )
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return done.stdout if done.returncode == 0 else b""


def _stored(listed: str) -> Iterator[tuple[str, str]]:
    """Give the path of each file of the commit below the edition's folder, and the id of its content."""
    for entry in filter(None, listed.split("\0")):
        about, _, path = entry.partition("\t")
        mode, _, digest = about.split(" ")
        is_hidden = any(part.startswith(".") for part in path.split("/"))
        if mode != "160000" and not is_hidden:  # 160000: a module with a history of its own
            yield path, digest


def _present(project: Project) -> Iterator[str]:
    """Give the files that are there now, hidden ones left out, as `_stored` names them."""
    for name in _INPUTS:
        for folder, folders, files in os.walk(project.root / name):
            folders[:] = [one for one in folders if not one.startswith(".")]
            for file in files:
                if not file.startswith("."):
                    yield Path(folder, file).relative_to(project.root).as_posix()


def _changed(project: Project, stored: dict[str, str], blobs: Blobs) -> Iterator[bool]:
    """Say of each file whether it differs from what is stored."""
    for path, digest in stored.items():
        try:
            yield digest not in blobs.ids(project.root, path, len(digest))
        except OSError:
            yield True


def _id(data: bytes, length: int) -> str:
    """Give git's id of a content: the digest of its kind, its size and itself."""
    whole = b"blob %d\0" % len(data) + data
    return hashlib.sha256(whole).hexdigest() if length == 64 else hashlib.sha1(whole).hexdigest()  # noqa: S324
