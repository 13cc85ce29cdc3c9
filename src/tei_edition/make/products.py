"""What was made, and of what: outputs with their keys, and all that is known of a part."""

import json
import marshal
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, NamedTuple

from tei_edition.make.facts import Facts

Plain = Any
"""What `marshal` can write."""


class Output(NamedTuple):
    """A file that was made: its SHA-256, and how it lay on the disk, by which a change of it is seen."""

    sha256: str
    """The digest of what was made, before the commit was written into it."""
    lies: str = ""
    """Its size, time of change and inode, as `lying.files_below` gives them."""
    finished: str = ""
    """The SHA-256 of a page with the commit in it; empty where none was written into it."""
    mark: str = ""
    """Of a page, the commit that it names, as `commit.mark` gives it."""

    @property
    def checksum(self) -> str:
        """The SHA-256 of the file as it lies."""
        return self.finished or self.sha256


class Key(NamedTuple):
    """What something was made from: two with the same key are the same bytes."""

    program: str
    """The digest of the program and of what it stands on."""
    inputs: str
    """All else, each with its digest, as JSON."""

    @classmethod
    def of(cls, program: str, inputs: Mapping[str, str]) -> "Key":
        """Make it of what something is made from."""
        return cls(program, json.dumps(inputs, ensure_ascii=False))

    @property
    def told(self) -> dict[str, str]:
        """Everything that something was made from, by name."""
        return {"program": self.program, **json.loads(self.inputs)}


class Product(NamedTuple):
    """Something that was made, a file where its name has a stroke; `told` is what templates did not know."""

    output: Output
    key: Key
    piece_of: str | None = None
    """What of a part it is a piece of, or is made of: they have the same key."""
    told: tuple[Plain, ...] = ()
    """Paths, each with a finding, as `outcome.plain_finding` gives it."""


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
    asked: str = ""
    """The digest of all that was to be made of it, as `Jobs.asked` gives it."""
    keys: dict[str, Key] = field(default_factory=dict)
    """By output: what it was made from, as `Jobs.keys` gives it."""
    outputs: dict[str, str] = field(default_factory=dict)
    """By output: its SHA-256."""
    split: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By output that is divided into files: their paths below `build/`, which are outputs too."""
    findings: dict[str, tuple[Plain, ...]] = field(default_factory=dict)
    """By output: what templates did not know, as `outcome.plain_finding` gives it."""
    facts: Facts | None = None
    """What its facts say, where that was found out by this build, or by one that was ended."""

    @property
    def values(self) -> tuple[Plain, ...]:
        """What is known of it beside what was made of it, as plain data."""
        return tuple(getattr(self, name) for name in _OWN)

    def packed(self) -> bytes:
        """Give all of it as it is kept while a build is not done."""
        facts = self.facts.plain() if self.facts else None
        keys = {name: tuple(key) for name, key in self.keys.items()}
        return marshal.dumps((*self.values, keys, self.outputs, self.split, self.findings, facts))

    @classmethod
    def unpacked(cls, data: bytes) -> "Part":
        """Make it of what `packed` gave."""
        *told, facts = marshal.loads(data)  # noqa: S302  # We wrote it.
        part = cls(*told)
        part.keys = {name: Key(*key) for name, key in part.keys.items()}
        part.facts = Facts.of_plain(facts) if facts else None
        return part


_NAMES = [one.name for one in fields(Part)]
_OWN = _NAMES[: _NAMES.index("keys")]
"""The fields of what is known of a part beside what was made of it."""
