"""The only module that knows jing and trang: where files break a RELAX NG schema, and why."""

import re
import subprocess
import time
import weakref
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from tei_edition import java, temporary
from tei_edition.errors import EditionError, SchemaError
from tei_edition.place import Place

_LINE = re.compile(r"(.+?):(\d+):(\d+): (error|fatal|warning): (.*)")
_AMBIGUOUS = re.compile(r"[\x00-\x1f\x7f]|:\d+:\d+: |[\ud800-\udfff]")
"""What in a file's name would make jing's lines unreadable."""

_MUCH_TEXT = 30_000_000
"""Characters from which on a run is a long one."""

_LONGEST = 60.0
"""Seconds that trang may take."""


@dataclass(frozen=True)
class Complaint:
    """One message of jing about one file, in its words, and the place that it gives.

    The place is one past the end of a tag. Its column counts units of UTF-16, as Java does:
    a character beyond U+FFFF counts as two.
    """

    path: Path
    place: Place
    message: str


class Jing:
    """One run of jing, which goes on in the background from when this is made."""

    def __init__(
        self, schema: Path, files: Mapping[Path, str], name: str, seconds: float | None = None
    ) -> None:
        """Begin to hold files against a schema in the XML syntax, for so many seconds at most.

        `name` is what people call the schema.
        `files` are texts with LF as line ends; none has a DOCTYPE. A file whose bytes on the disk are
        its text in UTF-8 is read where it lies; of others jing gets a copy.
        Raises `EditionError` where there is no Java.
        """
        self._schema = schema
        self._name = name
        self._files = dict(files)
        self._left = list(files)
        self._deadline = time.monotonic() + seconds if seconds else float("inf")
        self._folder = temporary.folder("jing")
        self._start(copies=False)

    def _start(self, *, copies: bool) -> None:
        """Hand the files that are left to a new process."""
        folder = Path(self._folder.name)
        self._copies = copies
        self._handed: dict[str, Path] = {}
        for number, path in enumerate(self._left):
            text = self._files[path]
            handed = path if not copies and _is_plain(path, text) else folder / f"{number}.xml"
            if handed is not path:
                handed.write_text(_as_utf_8(text), "utf-8", newline="\n")
            self._handed[str(handed)] = path
        names = [self._schema, *map(Path, self._handed)]
        long = sum(len(self._files[path]) for path in self._left) > _MUCH_TEXT
        arguments = folder / "arguments"
        arguments.write_text("\n".join([java.JING, "-i", *(name.as_uri() for name in names)]), "ascii")
        with (folder / "said").open("wb") as said, (folder / "faults").open("wb") as faults:
            self._process = subprocess.Popen(  # noqa: S603
                [*java.command(java.JING, long=long), f"@{arguments}"],
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=faults,
                env=java.environment(),
            )
        weakref.finalize(self, _end, self._process)

    def complaints(self) -> Iterator[Complaint | None]:
        """Give all complaints, in the files' order, as they come; None where the next is not there yet.

        A file that Java's parser cannot read has a complaint that says so. Raises `SchemaError`
        where the schema is none or the time is up, `EditionError` where jing stopped otherwise.
        """
        while self._left:
            left: list[Path] = []
            said: set[Path] = set()
            for line in self._lines():
                if line is None:
                    yield None
                    continue
                found = _LINE.fullmatch(line)
                if found is None:
                    left = self._placeless(line, said) or left
                    continue
                name, row, column, kind, words = found.groups()
                path = self._handed.get(name)
                if path is None and kind != "warning":
                    raise SchemaError(f"{self._name} is not a RELAX NG schema: line {row}: {words}")
                if path is None:
                    continue
                said.add(path)
                yield Complaint(path, Place(int(row), int(column)), words)
                if kind == "fatal":
                    left = self._left[self._left.index(path) + 1 :]
            self._look_for_faults(silent=not said and not left)
            self._left = [path for path in left if _is_well_formed(self._files[path])]
            if self._left:
                self._start(copies=self._copies)
        self._folder.cleanup()
        java.keep_archive()

    def _placeless(self, line: str, said: set[Path]) -> list[Path]:
        """Give the files to begin again with, as copies, where jing cannot open one by its name.

        All else that it says without a place is about the schema.
        """
        if line.startswith("fatal: file not found") and not self._copies:
            self._copies = True
            return [path for path in self._left if path not in said]
        if line.startswith(("error: ", "fatal: ")):
            raise SchemaError(f"{self._name} is not a RELAX NG schema: {line.partition(': ')[2]}")
        return []

    def _lines(self) -> Iterator[str | None]:
        """Give jing's lines while it runs, then those that it leaves; None in between."""
        with (Path(self._folder.name) / "said").open("rb") as said:
            rest = b""
            while self._process.poll() is None:
                if time.monotonic() > self._deadline:
                    self.stop()
                    raise SchemaError(f"{self._name} takes too long")
                *lines, rest = (rest + said.read()).split(b"\n")
                yield from (line.decode("utf-8", "replace").rstrip("\r") for line in lines)
                if not lines:
                    yield None
            lines = (rest + said.read()).split(b"\n")
            yield from (line.decode("utf-8", "replace").rstrip("\r") for line in lines if line)

    def _look_for_faults(self, *, silent: bool) -> None:
        """Stop where jing did: a run that finds fault and does not say with what is none."""
        faults = (Path(self._folder.name) / "faults").read_text("utf-8", "replace").strip()
        status = self._process.returncode
        if status not in (0, 1) or "Exception in thread" in faults or (status and silent):
            words = faults.splitlines()[:1] or [f"status {status}"]
            raise EditionError(f"jing stopped: {words[0]}")

    def stop(self) -> None:
        """End the run."""
        _end(self._process)
        self._folder.cleanup()


def to_xml_syntax(compact: Path, folder: Path) -> Path:
    """Write a RELAX NG schema in the compact syntax, and what it includes, in the XML syntax.

    Raises `SchemaError` with trang's words where it is none.
    """
    made = folder / "compact.rng"
    arguments = folder / "arguments"
    names = (compact.as_uri(), str(made))
    arguments.write_text("\n".join([java.TRANG, "-I", "rnc", "-O", "rng", *names]), "utf-8")
    try:
        done = subprocess.run(  # noqa: S603
            [*java.command(java.TRANG), f"@{arguments}"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            env=java.environment(),
            timeout=_LONGEST,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise SchemaError(f"{compact.name} takes too long") from error
    if done.returncode or not made.is_file():
        found = _LINE.match(done.stdout + done.stderr)
        words = f"line {found[2]}: {found[5]}" if found else (done.stdout + done.stderr).strip()
        raise SchemaError(f"{compact.name} is not a RELAX NG schema: {words}")
    return made


def _is_plain(path: Path, text: str) -> bool:
    """Say whether jing reads the same text from the file itself."""
    try:
        return not _AMBIGUOUS.search(str(path)) and path.read_bytes().replace(b"\r\n", b"\n") == text.encode()
    except OSError:
        return False


def _is_well_formed(text: str) -> bool:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, collect_ids=False, encoding="utf-8")
    try:
        etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError:
        return False
    return True


def _as_utf_8(text: str) -> str:
    """Take out of the XML declaration what the file was written in, so that all else keeps its place."""
    declared = re.match(r"""<\?xml[^>]*?(\sencoding\s*=\s*(?:"[^"]*"|'[^']*'))""", text)
    return text[: declared.start(1)] + " " * len(declared[1]) + text[declared.end(1) :] if declared else text


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.kill()
        process.wait()
