"""Put what was made into `build/`: all at once, or not at all.

What is made goes into `build/.new` first, and a journal says of which part it is: a build that was killed is
gone on with from there. What has not changed is linked there from where it lies, not copied. Then each folder
takes the place of the old one (`exchange.py`). A file that somebody changes in `build/` is seen by its times
and is made anew, so that no link carries the change on.
"""

import marshal
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from tei_edition import signed
from tei_edition.commit import Commit, mark, stamp
from tei_edition.errors import EditionError
from tei_edition.make import manifest
from tei_edition.make.exchange import exchange, finish
from tei_edition.make.record import FORM, Output, Plain

Lying = dict[str, tuple[int, int, int]]
"""By path: size, time of change and inode of a file."""

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
        self.folder = build / ".new"
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
            self.folder.mkdir(exist_ok=True)

    def lying(self) -> Lying:
        """Give the files of the pages and books that are there, and the manifest, as they lie."""
        found = files_below(self.build, ("html", "pdf"))
        with suppress(OSError):
            found[manifest.NAME] = _lies((self.build / manifest.NAME).lstat())
        return found

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
        return Output(digest, *_lies(file.stat()), own, mark(self.commit) if is_page else "")

    def note(self, path: str, part: bytes, outputs: Mapping[str, Output]) -> None:
        """Remember that a part is done, so that a next build need not do it again."""
        entry = marshal.dumps((path, part, {name: tuple(output) for name, output in outputs.items()}))
        sealed = signed.seal(_SEALED, entry)
        if sealed is not None:
            with _writing(self.build), (self.folder / _JOURNAL).open("ab") as journal:
                journal.write(len(sealed).to_bytes(_LENGTH, "big") + sealed)

    def gather(self, wanted: Mapping[str, str], there: Mapping[str, Output]) -> dict[str, Output]:
        """Bring together all that is `wanted`, by path and SHA-256, and nothing else.

        `there` is what lies in `build/`. Gives all files as they lie. Raises `EditionError` where the disk
        refuses.
        """
        found: dict[str, Output] = {}
        old, new, named = str(self.build), str(self.folder), mark(self.commit)
        copies = {output.sha256: (f"{old}/{path}", output) for path, output in there.items()}
        copies |= {output.sha256: (f"{new}/{path}", output) for path, output in self.outputs.items()}
        with _writing(self.build):
            present = files_below(self.folder, ("html", "pdf"))
            for path in present.keys() - wanted.keys():
                (self.folder / path).unlink()
                with suppress(OSError):
                    os.removedirs((self.folder / path).parent)
            for folder in {path.rpartition("/")[0] for path in wanted}:
                (self.folder / folder).mkdir(parents=True, exist_ok=True)
            for path, digest in wanted.items():
                made = self.outputs.get(path)
                if made is None or made.sha256 != digest:
                    own = there.get(path)
                    is_own = own is not None and own.sha256 == digest
                    source, known = (f"{old}/{path}", own) if own and is_own else copies[digest]
                    made = _linked(source, f"{new}/{path}", known, path in present)
                if made.mark != named and path.endswith(_PAGE):
                    made = self._finish(path, (self.folder / path).read_bytes(), digest)
                found[path] = made
        return found

    def exchange(self, names: Sequence[str]) -> None:
        """Put folders and files of these names in the place of the old ones."""
        with _writing(self.build):
            exchange(self.folder, self.build, names)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _read_journal(self) -> None:
        """Read what a killed build has noted, as far as the files still lie as they were made."""
        try:
            data = (self.folder / _JOURNAL).read_bytes()
        except OSError:
            return
        lying = files_below(self.folder, ("html", "pdf"))
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


def _lies(found: os.stat_result) -> tuple[int, int, int]:
    return found.st_size, found.st_mtime_ns, found.st_ino


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
        size, modified, inode = _lies(os.stat(target))  # noqa: PTH116
        return known._replace(size=size, modified=modified, inode=inode)
    return known


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        message = f"{folder} is as it was, because writing failed: {error.strerror}"
        raise EditionError(message, "Is the disk full, or a file in build/ open?") from error
