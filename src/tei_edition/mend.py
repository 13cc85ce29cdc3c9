"""Mend what has one right answer in files, and touch no other byte of them.

A mend is made in memory first, round after round, each checked again: what `edition check --diff` shows is
what `--fix` writes. Findings here never come from what an earlier check left behind.
"""

import difflib
import os
import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from os.path import relpath
from pathlib import Path

from tei_edition.edits import edited
from tei_edition.errors import EditionError
from tei_edition.examine import Checked, check_as, files_in
from tei_edition.findings import Edit, Finding
from tei_edition.read import LARGEST_FILE, Decoded, bytes_of, decode, parse
from tei_edition.replace import replace
from tei_edition.select import DEFAULT, Selection
from tei_edition.source import Source

ROUNDS = 10
"""What one mend uncovers, the next round mends; two rules that undo one another must come to an end."""

_OF_TEXT = ("U", "N30", "F002")
"""How the codes of rules begin that are about the text itself; other mends leave it as it is."""


@dataclass
class Mended:
    """A file before and after, and the findings that were mended; `refusal` says why it is left as it was."""

    path: Path
    before: bytes
    after: bytes
    findings: list[Finding] = field(default_factory=list)
    refusal: str = ""

    @property
    def is_changed(self) -> bool:
        """Say whether there is something to write."""
        return self.before != self.after and not self.refusal


@dataclass(frozen=True)
class Mends:
    """All files in which something can be mended, and what a check says of them then."""

    files: list[Mended]
    left: Checked

    @property
    def changed(self) -> list[Mended]:
        """The files that change."""
        return [file for file in self.files if file.is_changed]


def mend(
    paths: Sequence[Path],
    schemas: Sequence[Path] = (),
    selection: Selection = DEFAULT,
) -> Mends:
    """Mend files, and all files in and below folders, in memory; nothing is written.

    What is not selected, or is exempted, is not mended.
    """
    files = {file.path: file for file in _read(files_in(paths))}
    for _ in range(ROUNDS):
        left = check_as({path: file.after for path, file in files.items()}, paths, schemas, selection)
        rounds = [_round(file, left.findings) for file in files.values()]
        if not any(rounds):
            break
    else:
        left = check_as({path: file.after for path, file in files.items()}, paths, schemas, selection)
    return Mends([file for file in files.values() if file.findings or file.refusal], left)


def _read(paths: Iterable[Path]) -> Iterator[Mended]:
    """Read the files that can be read; what is wrong with the others, the check says."""
    for path in sorted(set(paths)):
        with suppress(OSError):
            data = bytes_of(path)
            if len(data) <= LARGEST_FILE:
                yield Mended(path, data, data)


def _round(file: Mended, findings: Iterable[Finding]) -> bool:
    """Mend a file once; say whether it has changed."""
    chosen = _chosen([finding for finding in findings if finding.path == file.path and finding.edits])
    if file.refusal or not chosen:
        return False
    after = _mended(file.path, file.after, chosen)
    if after is None:
        file.refusal = "the mend would change more than it should"
        return False
    file.after = after
    file.findings += chosen
    return True


def _chosen(findings: Sequence[Finding]) -> list[Finding]:
    """Give the findings whose edits do not meet those of an earlier one; the others come in the next round.

    Names of elements and attributes come first: they decide what the other rules look at.
    """
    names = [finding for finding in findings if finding.code.startswith(("R", "W"))]
    chosen: list[Finding] = []
    taken: list[Edit] = []
    for finding in names or findings:
        new = [edit for edit in finding.edits if not _is_among(edit, taken)]
        if not any(_meet(edit, other) for edit in new for other in _neighbours(edit, taken)):
            chosen.append(finding)
            for edit in new:
                insort(taken, edit)
    return chosen


def _is_among(edit: Edit, taken: Sequence[Edit]) -> bool:
    return edit in taken[(at := bisect_left(taken, edit)) : at + 1]


def _neighbours(edit: Edit, taken: Sequence[Edit]) -> Sequence[Edit]:
    """Give the edits before and behind another, in order; of those that do not meet, no other can meet it."""
    at = bisect_left(taken, edit)
    return taken[max(at - 1, 0) : at + 1]


def _meet(one: Edit, other: Edit) -> bool:
    """Say whether two edits are about the same stretch, or one inserts at an end of the other."""
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end


def _mended(path: Path, data: bytes, findings: Sequence[Finding]) -> bytes | None:
    """Give a file's bytes with the edits made, None where the result is not as it should be."""
    around = [finding for finding in findings if not finding.code.startswith(_OF_TEXT)]
    unchanged = _applied(path, data, around)
    after = _applied(path, data, findings)
    if unchanged is None or after is None:
        return None
    before, result = parse(path, data), parse(path, unchanged)
    if isinstance(before, Source) and (not isinstance(result, Source) or _text(before) != _text(result)):
        return None
    return after if isinstance(parse(path, after), Source) else None


def _text(source: Source) -> str:
    return "".join(map(str, source.root.itertext()))


def _applied(path: Path, data: bytes, findings: Sequence[Finding]) -> bytes | None:
    decoded = decode(path, data)
    if isinstance(decoded, Finding) or decoded.mark + decoded.text.encode(decoded.encoding) != data:
        return None
    return rewritten(decoded, [edit for finding in findings for edit in finding.edits])


def rewritten(decoded: Decoded, edits: Iterable[Edit]) -> bytes:
    """Make edits in the text of a file as it was decoded, and give its bytes in the same encoding.

    Text that moves keeps its line ends, those in other new text are the file's; a character that the
    encoding lacks becomes a character reference.
    """
    text, normal = decoded.text, decoded.normal
    pairs = [at - number for number, at in enumerate(_pairs(text))]
    line_end = "\r\n" if pairs else "\r" if "\r" in text and "\n" not in text else "\n"

    def raw(offset: int) -> int:
        return offset + bisect_left(pairs, offset)

    edits = list(edits)
    moved = {
        normal[edit.start : edit.end]: text[raw(edit.start) : raw(edit.end)]
        for edit in edits
        if not edit.text
    }
    there = []
    for edit in edits:
        new = moved.get(edit.text) or edit.text.replace("\n", line_end)
        there.append(Edit(raw(edit.start), raw(edit.end), _written(new, decoded.encoding)))
    return decoded.mark + edited(text, there).encode(decoded.encoding)


def _pairs(text: str) -> Iterable[int]:
    """Give the offsets of all line ends that are two characters."""
    at = text.find("\r\n")
    while at >= 0:
        yield at
        at = text.find("\r\n", at + 2)


def _written(text: str, encoding: str) -> str:
    return text.encode(encoding, "xmlcharrefreplace").decode(encoding)


def write(mends: Mends) -> list[Mended]:
    """Write the files that change, each all or nothing; give those that were written.

    A file that somebody changed since it was read is left as it is, and says so.
    Raises `EditionError`, before anything is written, for a file that must not be written.
    """
    for file in mends.changed:
        if not file.path.stat().st_mode & 0o222 or not os.access(file.path, os.W_OK):
            raise EditionError(
                f"{file.path} cannot be written: it is read-only. Nothing was mended",
                "Allow writing, or leave the file out.",
            )
    written = []
    for file in mends.changed:
        if file.path.read_bytes() != file.before:
            file.refusal = "it was changed by somebody else meanwhile"
        else:
            replace(file.path, file.after)
            written.append(file)
    return written


def diff(mends: Mends, base: Path) -> bytes:
    """Give what would change as a unified diff for `patch -p0`, paths relative to `base`."""
    return b"".join(line for file in mends.changed for line in _diff(file, base))


def _diff(file: Mended, base: Path) -> Iterable[bytes]:
    name = os.fsencode(Path(relpath(file.path, base)).as_posix())
    name += b"\t" if b" " in name else b""
    lines = difflib.diff_bytes(difflib.unified_diff, _lines(file.before), _lines(file.after), name, name)
    for line in lines:
        yield line if line.endswith(b"\n") else line + b"\n\\ No newline at end of file\n"


def _lines(data: bytes) -> list[bytes]:
    """Divide at LF alone, as `patch` does."""
    return re.findall(rb"[^\n]*\n|[^\n]+", data)
