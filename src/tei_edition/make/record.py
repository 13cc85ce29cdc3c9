"""What the last build made, and of what: kept in `build/cache`, signed, so that no other's is believed."""

import marshal
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, NamedTuple

from tei_edition import signed
from tei_edition.digests import Seen
from tei_edition.make.facts import Facts

Plain = Any
"""What `marshal` can write."""


class Output(NamedTuple):
    """A file that was made: its SHA-256, and how it lay on the disk, by which a change of it is seen."""

    sha256: str
    """The digest of what was made, before the commit was written into it."""
    size: int = -1
    modified: int = -1
    inode: int = -1
    finished: str = ""
    """The SHA-256 of a page with the commit in it; empty where none was written into it."""
    mark: str = ""
    """Of a page, the commit that it names, as `commit.mark` gives it."""

    @property
    def lies(self) -> tuple[int, int, int]:
        """How it lay on the disk, as `staging.Lying` has it."""
        return self[1:4]

    @property
    def checksum(self) -> str:
        """The SHA-256 of the file as it lies."""
        return self.finished or self.sha256


@dataclass
class Part:
    """What is known of a part: what it was made from, and what was made of it."""

    content: str = ""
    """The digest of its file, as `Digests` gives it."""
    source: str = ""
    """The SHA-256 of its file."""
    slice: str = ""
    """The SHA-256 of its slice."""
    cells: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    """What else its slice depends on, as `cells` names it."""
    held: str = ""
    """What these files held."""
    pictures: tuple[str, ...] = ()
    """Pictures that it points to, by their paths below `tei/`."""
    dated: int | None = None
    """The date that it states of itself, in seconds since 1970."""
    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By output: what it was made from, in the order of `jobs.KEY`."""
    outputs: dict[str, str] = field(default_factory=dict)
    """By output: its SHA-256."""
    split: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By output that is divided into files: their paths below `build/`, which are outputs too."""
    facts: Facts | None = None
    findings: dict[str, tuple[Plain, ...]] = field(default_factory=dict)
    """By output: what templates did not know, as `outcome.plain_finding` gives it."""

    def plain(self) -> Plain:
        """Give it as plain data."""
        values = [getattr(self, one.name) for one in fields(self)]
        return tuple(asdict(value) if isinstance(value, Facts) else value for value in values)

    @classmethod
    def unpacked(cls, data: bytes) -> "Part":
        """Make it of what `packed` gave."""
        return cls.of_plain(marshal.loads(data))  # noqa: S302  # We wrote it.

    @classmethod
    def of_plain(cls, data: Plain) -> "Part":
        """Make it of what `plain` gave."""
        part = cls(*data)
        if isinstance(part.facts, dict):
            part.facts = Facts(**part.facts)
        return part


@dataclass
class Record:
    """What is known from the last build."""

    state: str = ""
    """The digest of all that it was made from; "" where that could not be told."""
    told: Plain = None
    """What was found and what was made, as the command tells it, where `state` is the same."""
    seen: dict[str, Seen] = field(default_factory=dict)
    blobs: dict[str, Plain] = field(default_factory=dict)
    """By path in the edition: a file's digest, and the ids that git gives it, as `Blobs` keeps them."""
    cells: dict[str, str] = field(default_factory=dict)
    surveyed: dict[str, Plain] = field(default_factory=dict)
    """By path: what `survey` keeps of a document."""
    parts: dict[str, bytes] = field(default_factory=dict)
    """By path: each part, as marshal writes it."""
    pages: dict[str, Plain] = field(default_factory=dict)
    """By output: each page about the whole edition, its key and its digest."""
    outputs: dict[str, Plain] = field(default_factory=dict)
    """By path below `build/`: each file that was put there."""

    def part(self, path: str) -> Part | None:
        """Give what is known of a part."""
        data = self.parts.get(path)
        return Part.unpacked(data) if data else None


_FORM = repr([[one.name for one in fields(kind)] for kind in (Record, Part, Facts)])
"""What is kept: of what was kept in another form nothing is known."""


def packed(part: Part) -> bytes:
    """Give a part as it is kept."""
    return marshal.dumps(part.plain())


def load(file: Path) -> Record:
    """Give the record in a file, an empty one where there is none of ours."""
    data = signed.read(file)
    if data is None:
        return Record()
    try:
        form, values = marshal.loads(data)  # noqa: S302  # The code shows that we wrote it.
    except (EOFError, ValueError, TypeError):
        return Record()
    return Record(*values) if form == _FORM else Record()


def save(file: Path, record: Record) -> None:
    """Write a record; where that cannot be done, the next build does all again."""
    values = tuple(getattr(record, one.name) for one in fields(record))
    signed.write(file, marshal.dumps((_FORM, values)))


def unchanged(outputs: Mapping[str, Plain], lying: Mapping[str, tuple[int, int, int]]) -> dict[str, Output]:
    """Give the files that lie as they were put there."""
    known = {path: Output(*data) for path, data in outputs.items()}
    return {path: one for path, one in known.items() if lying.get(path) == one.lies}
