"""Put what was made into `build/`: all at once, or not at all.

What is made goes into `build/.new` first, and a journal says of which part it is: a build that was killed is
gone on with from there. What has not changed is linked there from where it lies, not copied. Then each folder
takes the place of the old one (`exchange.py`), which stays as `build/.spare`: there the next build begins,
and links only what is not linked there yet. A file that somebody changes in `build/` is seen by its times
and is made anew, so that no link carries the change on.
"""

import marshal
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import blake2b, sha256
from pathlib import Path

from tei_edition import signed
from tei_edition.commit import Commit, mark, stamp
from tei_edition.errors import EditionError
from tei_edition.make import manifest
from tei_edition.make.exchange import exchange, finish
from tei_edition.make.record import FORM, Output, Plain

Lying = dict[str, str]
"""By path: size, time of change and inode of a file, in one text."""

_JOURNAL = "journal"
_SEALED = f"{_JOURNAL} {FORM}"
"""What its entries are sealed as: what a program that kept another form has noted is not known."""

_LENGTH = 8
"""Bytes before each entry of it that say how long it is."""

_PAGE = ".html"

FOLDERS = ("html", "pdf")
"""The folders of `build/` that are published."""


class Staging:
    """The folder `build/.new` of one build."""

    def __init__(self, build: Path, commit: Commit | None = None) -> None:
        """Put right what a build that was killed has left, and read how far it came.

        `commit` is named by every page that is put there.
        """
        self.build = build
        self.commit = commit
        self.folder, self.spare = build / ".new", build / ".spare"
        with _writing(build):
            build.mkdir(parents=True, exist_ok=True)
            if finish(self.folder, build):
                shutil.rmtree(self.folder, ignore_errors=True)
        self.follows_end = self.folder.is_dir()
        """Whether the build before was ended before it was done."""
        self.outputs: dict[str, Output] = {}
        """What lies in the folder as it was made, by paths below `build/`."""
        self.parts: dict[str, bytes] = {}
        """The parts that were made, as `record.packed` gives them."""
        self._read_journal()

    def begin(self) -> None:
        """Leave a trace, should this build be ended."""
        with _writing(self.build):
            if self.spare.is_dir() and not self.folder.exists():
                self.spare.rename(self.folder)
            self.folder.mkdir(exist_ok=True)

    def lying(self) -> Lying:
        """Give the files of the pages and books that are there, and the manifest, as they lie."""
        found = files_below(self.build, FOLDERS)
        with suppress(OSError):
            found[manifest.NAME] = _lies((self.build / manifest.NAME).lstat())
        return found

    def has(self, path: str, digest: str) -> bool:
        """Say whether something of this SHA-256 was made that is to lie at a path."""
        made = self.outputs.get(path)
        return made is not None and made.sha256 == digest

    def write_pieces(self, path: str, pieces: Iterable[bytes]) -> Output:
        """Put a new file into the folder, none of a page, of which not all is in memory."""
        file, digest = self.folder / path, sha256()
        with _writing(self.build):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.unlink(missing_ok=True)
            with file.open("wb") as stream:
                for piece in pieces:
                    digest.update(piece)
                    stream.write(piece)
            self.outputs[path] = Output(digest.hexdigest(), _lies(file.stat()))
        return self.outputs[path]

    def write(self, path: str, data: bytes) -> Output:
        """Put a new file into the folder."""
        file = self.folder / path
        with _writing(self.build):
            file.parent.mkdir(parents=True, exist_ok=True)
            output = self._finish(path, data, sha256(data).hexdigest())
        self.outputs[path] = output
        return output

    def _finish(self, path: str, data: bytes, digest: str) -> Output:
        """Write a file, into a page also the commit; `digest` is that of the file without."""
        is_page = path.endswith(_PAGE)
        finished = stamp(data, self.commit) if is_page else data
        file = self.folder / path
        file.unlink(missing_ok=True)  # It may be a link to what readers see now.
        file.write_bytes(finished)
        own = sha256(finished).hexdigest() if is_page else ""
        return Output(digest, _lies(file.stat()), own, mark(self.commit) if is_page else "")

    def note(self, path: str, part: bytes, outputs: Mapping[str, Output]) -> None:
        """Remember that a part is done, so that a next build need not do it again."""
        entry = marshal.dumps((path, part, {name: tuple(output) for name, output in outputs.items()}))
        sealed = signed.seal(_SEALED, entry)
        if sealed is not None:
            with _writing(self.build), (self.folder / _JOURNAL).open("ab") as journal:
                journal.write(len(sealed).to_bytes(_LENGTH, "big") + sealed)

    def gather(
        self, kinds: Sequence[str], wanted: Iterable[tuple[str, Output]], copies: Mapping[str, str]
    ) -> Iterator[tuple[str, Output, Output]]:
        """Bring together all that is `wanted` of some kinds, files by their paths, and nothing else.

        What this build has not made lies in `build/` as it is known; `copies` are files that are the same as
        another, whose path is given. Gives each as it was known and as it lies now. Raises `EditionError`
        where the disk refuses.
        """
        folders: set[str] = set()
        named = mark(self.commit)
        with _writing(self.build):
            present = inodes_below(self.folder, kinds)
            for path, known in wanted:
                folder = path.rpartition("/")[0]
                if folder not in folders:
                    (self.folder / folder).mkdir(parents=True, exist_ok=True)
                    folders.add(folder)
                made = self._brought(path, known, present.pop(path, None), copies.get(path, path))
                if made.mark != named and path.endswith(_PAGE):
                    made = self._finish(path, (self.folder / path).read_bytes(), known.sha256)
                yield path, known, made
            for path in present:
                (self.folder / path).unlink()
                with suppress(OSError):
                    os.removedirs((self.folder / path).parent)

    def _brought(self, path: str, known: Output, inode: int | None, source: str) -> Output:
        """Let a file lie at a path where one with this inode lies, if any: its own, or that of `source`."""
        target, is_there = f"{self.folder}/{path}", inode is not None
        if self.has(source, known.sha256):
            made = self.outputs[source]
            return made if source == path else _linked(f"{self.folder}/{source}", target, made, is_there)
        if is_there and inode == _inode_of(known):
            return known
        return _linked(f"{self.build}/{source}", target, known, is_there)

    def exchange(self, names: Sequence[str]) -> None:
        """Put folders and files of these names in the place of the old ones."""
        with _writing(self.build):
            exchange(self.folder, self.build, names)
        self._keep_spare()

    def _keep_spare(self) -> None:
        """Let what was there before be what the next build begins with, of links to what is there now.

        Where much is new, or nothing can be linked, all of it goes: to link it anew takes no longer then.
        """
        before = inodes_below(self.folder, FOLDERS)
        now = inodes_below(self.build, FOLDERS)
        different = [path for path in before.keys() | now.keys() if before.get(path) != now.get(path)]
        with suppress(OSError):
            if len(different) * 2 < len(now):
                for path in different:
                    (self.folder / path).unlink(missing_ok=True)
                    if path in now:
                        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
                        os.link(self.build / path, self.folder / path)
                for entry in list(os.scandir(self.folder)):
                    if entry.name not in FOLDERS:
                        os.unlink(entry.path)  # noqa: PTH108
                self.folder.replace(self.spare)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _read_journal(self) -> None:
        """Read what a killed build has noted, as far as the files still lie as they were made."""
        try:
            data = (self.folder / _JOURNAL).read_bytes()
        except OSError:
            return
        lying = files_below(self.folder, FOLDERS)
        begin = 0
        while len(data) > begin + _LENGTH:
            end = begin + _LENGTH + int.from_bytes(data[begin : begin + _LENGTH], "big")
            entry = signed.unseal(_SEALED, data[begin + _LENGTH : end])
            if entry is None:
                break
            path, part, outputs = marshal.loads(entry)  # noqa: S302  # The code shows that we wrote it.
            self._take(path, part, outputs, lying)
            begin = end
        os.truncate(self.folder / _JOURNAL, begin)  # What follows was not written to its end.

    def _take(self, path: str, part: bytes, outputs: dict[str, Plain], lying: Lying) -> None:
        known = {name: Output(*output) for name, output in outputs.items()}
        if all(lying.get(name) == output.lies for name, output in known.items()):
            self.parts[path] = part
            self.outputs |= known


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
                found[path] = _lies(lies)
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


def _inode_of(output: Output) -> int | None:
    return int(output.lies.rpartition(" ")[2]) if output.lies else None


def digests_of(lying: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Give a digest of how the files in each folder of `build/` lie; `lying` is in the order of the paths."""
    whole: dict[str, blake2b] = {}
    for path, lies in lying:
        folder = path.partition("/")[0]
        if folder not in whole:
            whole[folder] = blake2b(digest_size=16)
        whole[folder].update(f"{path}\0{lies}\0".encode("utf-8", "surrogateescape"))
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


def _lies(found: os.stat_result) -> str:
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ino}"


def _linked(source: str, target: str, known: Output, is_there: bool) -> Output:
    """Give a file, known as `known`, a second name, or copy it where the file system knows no links.

    Paths are strings, because of tens of thousands of files to make `Path`s takes longer than to link them.
    """
    if is_there:
        os.unlink(target)  # noqa: PTH108
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
        return known._replace(lies=_lies(os.stat(target)))  # noqa: PTH116
    return known


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        message = f"{folder} is as it was, because writing failed: {error.strerror}"
        raise EditionError(message, "Is the disk full, or a file in build/ open?") from error
