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
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from tei_edition import signed
from tei_edition.commit import Commit, mark, stamp
from tei_edition.errors import EditionError
from tei_edition.make import manifest
from tei_edition.make.exchange import exchange, finish
from tei_edition.make.lying import FOLDERS, Lying, files_below, inode_of, inodes_below, lies_of
from tei_edition.make.products import Output, Plain
from tei_edition.make.record import FORM

_OURS = "ours"
"""The file by which a folder is known that this user's program has made."""

_JOURNAL = "journal"
_SEALED = f"{_JOURNAL} {FORM}"
"""What its entries are sealed as: what a program that kept another form has noted is not known."""

_LENGTH = 8
"""Bytes before each entry of it that say how long it is."""

_PAGE = ".html"


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
            if finish(self.folder, build) or not _is_ours(self.folder):
                _remove(self.folder)
        self.follows_end = self.folder.is_dir()
        """Whether the build before was ended before it was done."""
        self.outputs: dict[str, Output] = {}
        """What lies in the folder as it was made, by paths below `build/`."""
        self.parts: dict[str, bytes] = {}
        """The parts that were made, as `Part.packed` gives them."""
        self._read_journal()

    def begin(self) -> None:
        """Leave a trace, should this build be ended."""
        with _writing(self.build):
            if not self.folder.exists() and _is_ours(self.spare):
                with suppress(OSError):
                    self.spare.rename(self.folder)
            with suppress(OSError):
                _remove(self.spare)
            self.folder.mkdir(exist_ok=True)
            (self.folder / _OURS).write_bytes(signed.seal(_name_of(self.folder), b"") or b"")

    def lying(self) -> Lying:
        """Give the files of the pages and books that are there, and the manifest, as they lie."""
        found = files_below(self.build, FOLDERS)
        with suppress(OSError):
            found[manifest.NAME] = lies_of((self.build / manifest.NAME).lstat())
        return found

    def has(self, path: str, digest: str) -> bool:
        """Say whether something of this SHA-256 was made that is to lie at a path."""
        made = self.outputs.get(path)
        return made is not None and made.sha256 == digest

    def write_pieces(self, path: str, pieces: Iterable[bytes]) -> Output:
        """Put a new file, which is no page, into the folder, piece by piece."""
        file, digest = self.folder / path, sha256()
        with _writing(self.build):
            self._make_room(file)
            with file.open("wb") as stream:
                for piece in pieces:
                    digest.update(piece)
                    stream.write(piece)
            self.outputs[path] = Output(digest.hexdigest(), lies_of(file.stat()))
        return self.outputs[path]

    def write(self, path: str, data: bytes) -> Output:
        """Put a new file into the folder."""
        with _writing(self.build):
            output = self._finish(path, data, sha256(data).hexdigest())
        self.outputs[path] = output
        return output

    def _finish(self, path: str, data: bytes, digest: str) -> Output:
        """Write a file, into a page also the commit; `digest` is that of the file without."""
        is_page = path.endswith(_PAGE)
        finished = stamp(data, self.commit) if is_page else data
        file = self.folder / path
        self._make_room(file)
        file.write_bytes(finished)
        own = sha256(finished).hexdigest() if is_page else ""
        return Output(digest, lies_of(file.stat()), own, mark(self.commit) if is_page else "")

    def _make_room(self, file: Path) -> None:
        """Make the folder of a file, and remove what lies in its place: maybe a link to what readers see."""
        self._make_folder(file.parent)
        _remove(file)

    @staticmethod
    def _make_folder(folder: Path) -> None:
        while not folder.is_dir():
            try:
                folder.mkdir(parents=True)
            except (FileExistsError, NotADirectoryError):  # A file had the name of a folder.
                next(above for above in (folder, *folder.parents) if above.exists()).unlink()

    def note(self, path: str, part: bytes, outputs: Mapping[str, Output]) -> None:
        """Remember that a part is done, so that a next build need not do it again."""
        entry = marshal.dumps((path, part, {name: tuple(output) for name, output in outputs.items()}))
        sealed = signed.seal(_SEALED, entry)
        if sealed is not None:
            with _writing(self.build), (self.folder / _JOURNAL).open("ab") as journal:
                journal.write(len(sealed).to_bytes(_LENGTH, "big") + sealed)

    def gather(
        self,
        kinds: Sequence[str],
        names: Collection[str],
        wanted: Iterable[tuple[str, Output]],
        copies: Mapping[str, str],
    ) -> Iterator[tuple[str, Output, Output]]:
        """Bring together all that is `wanted` of some kinds, files by their paths, and nothing else.

        `names` are their paths. What this build has not made lies in `build/` as it is known; `copies` are
        files that are the same as another, whose path is given. Gives each as it was known and as it lies
        now. Raises `EditionError` where the disk refuses.
        """
        folders: set[str] = set()
        named = mark(self.commit)
        with _writing(self.build):
            present = inodes_below(self.folder, kinds)
            for path in present.keys() - names:  # First: some systems take two spellings for one name.
                self._take_away(path)
            for path, known in wanted:
                folder = path.rpartition("/")[0]
                if folder not in folders:
                    self._make_folder(self.folder / folder)
                    folders.add(folder)
                made = self._brought(path, known, present.get(path), copies.get(path, path))
                if made.mark != named and path.endswith(_PAGE):
                    made = self._finish(path, (self.folder / path).read_bytes(), known.sha256)
                yield path, known, made

    def _take_away(self, path: str) -> None:
        """Remove a file from the folder, with the folders that are then empty."""
        (self.folder / path).unlink(missing_ok=True)
        with suppress(OSError):
            os.removedirs((self.folder / path).parent)

    def _brought(self, path: str, known: Output, inode: int | None, source: str) -> Output:
        """Let a file lie at a path where one with this inode lies, if any: its own, or that of `source`."""
        target = f"{self.folder}/{path}"
        if self.has(path, known.sha256):
            return self.outputs[path]
        if self.has(source, known.sha256):
            made = _linked(f"{self.folder}/{source}", target, self.outputs[source])
        elif inode is not None and inode == inode_of(known):
            return known
        else:
            made = _linked(f"{self.build}/{source}", target, known)
        return made._replace(lies=lies_of(os.stat(target))) if source != path else made  # noqa: PTH116

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
                    self._take_away(path)
                    if path in now:
                        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
                        os.link(self.build / path, self.folder / path)
                for entry in list(os.scandir(self.folder)):
                    if entry.name not in (*FOLDERS, _OURS):
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


def _linked(source: str, target: str, known: Output) -> Output:
    """Give a file, known as `known`, a second name, or copy it where the file system knows no links.

    Paths are strings, because of tens of thousands of files to make `Path`s takes longer than to link them.
    """
    try:
        os.link(source, target)
    except FileExistsError:
        _remove(Path(target))  # Not to be written into: it may be what readers see.
        return _linked(source, target, known)
    except OSError:
        shutil.copyfile(source, target)
        return known._replace(lies=lies_of(os.stat(target)))  # noqa: PTH116
    return known


def _is_ours(folder: Path) -> bool:
    """Say whether a folder is one that this user's program has made, and no link that leads elsewhere."""
    with suppress(OSError):
        if stat.S_ISDIR(folder.lstat().st_mode):
            return signed.unseal(_name_of(folder), (folder / _OURS).read_bytes()) is not None
    return False


def _name_of(folder: Path) -> str:
    """Give what shows that it is this folder and no copy."""
    return f"{_OURS} {folder.lstat().st_ino}"


def _remove(path: Path) -> None:
    """Remove a file, a link, or a folder with all that is in it."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        message = f"{folder} is as it was, because writing failed: {error.strerror}"
        raise EditionError(message, "Is the disk full, or a file in build/ open?") from error
