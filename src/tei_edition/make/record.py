"""What the last build made, and of what: kept in `build/cache`, signed, so that no other's is believed."""

import marshal
import sys
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, NamedTuple, cast

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
    """By output: what it was made from, as `Jobs.keys` gives it."""
    outputs: dict[str, str] = field(default_factory=dict)
    """By output: its SHA-256."""
    split: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By output that is divided into files: their paths below `build/`, which are outputs too."""
    facts: Facts | None = None
    findings: dict[str, tuple[Plain, ...]] = field(default_factory=dict)
    """By output: what templates did not know, as `outcome.plain_finding` gives it."""

    def plain(self) -> Plain:
        """Give it as plain data."""
        return tuple(_values(value) if isinstance(value, Facts) else value for value in _values(self))

    @classmethod
    def unpacked(cls, data: bytes) -> "Part":
        """Make it of what `packed` gave."""
        return cls.of_plain(marshal.loads(data))  # noqa: S302  # We wrote it.

    @classmethod
    def of_plain(cls, data: Plain) -> "Part":
        """Make it of what `plain` gave; what many parts name is in memory once."""
        part = cls(*data)
        part.cells = tuple(map(sys.intern, part.cells))
        part.keys = {sys.intern(to): tuple(map(sys.intern, key)) for to, key in part.keys.items()}
        if part.facts is not None:
            facts = Facts(*cast("tuple[Any, ...]", part.facts))
            mentions = {sys.intern(key): said for key, said in facts.mentions.items()}
            part.facts = replace(facts, mentions=mentions)
        return part


def _values(one: Part | Facts) -> tuple[Plain, ...]:
    """Give the values of its fields, in their order."""
    return tuple(getattr(one, name) for name in _NAMES[type(one)])


_NAMES = {kind: [one.name for one in fields(kind)] for kind in (Part, Facts)}


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

    def take(self, path: str) -> Part | None:
        """Give what is known of a part, once: of thousands none is kept in two forms."""
        data = self.parts.pop(path, None)
        return Part.unpacked(data) if data else None


_HEAD = ("state", "told", "seen", "blobs", "outputs")
"""What shows whether anything has changed: in a part of the file of its own, which is much smaller."""

FORM = repr([2, [one.name for one in fields(Record)], *_NAMES.values()])
"""What is kept: of what was kept in another form nothing is known. The number rises when a field holds
something else than before."""


def packed(part: Part) -> bytes:
    """Give a part as it is kept."""
    return marshal.dumps(part.plain())


def load(file: Path) -> Record:
    """Give what shows whether anything has changed since the last build; `complete` gives the rest.

    It is an empty record where there is none of ours.
    """
    return Record(**_read(file, 0))


def complete(record: Record, file: Path) -> None:
    """Add all else that is in a record's file."""
    for name, value in _read(file, 1).items():
        setattr(record, name, value)


def save(file: Path, record: Record) -> None:
    """Write a record; where that cannot be done, the next build does all again."""
    values = {one.name: getattr(record, one.name) for one in fields(record)}
    head = {name: values.pop(name) for name in _HEAD}
    signed.write_parts(file, marshal.dumps((FORM, head)), marshal.dumps((FORM, values)))


def _read(file: Path, number: int) -> dict[str, Plain]:
    data = signed.read_part(file, number)
    if data is None:
        return {}
    try:
        form, values = marshal.loads(data)  # noqa: S302  # The code shows that we wrote it.
    except (EOFError, ValueError, TypeError):
        return {}
    return values if form == FORM else {}
