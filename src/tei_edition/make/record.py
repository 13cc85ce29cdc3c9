"""What the last build made, and of what: kept in `build/cache`, signed, so that no other's is believed.

`Head` is small and is read by every build; `Record` is the database, of which a build with something to do
reads what it needs.
"""

import marshal
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from tei_edition import signed
from tei_edition.digests import Seen
from tei_edition.make.database import SCHEMA, Database, working_copy
from tei_edition.make.facts import Facts
from tei_edition.make.products import Key, Output, Part, Plain, Product


@dataclass
class Head:
    """What shows whether anything has changed since the last build."""

    state: str = ""
    """The digest of all that it was made from; "" where that could not be told."""
    told: Plain = None
    """What was found and what was made, as the command tells it, where `state` is the same."""
    seen: dict[str, Seen] = field(default_factory=dict)
    blobs: dict[str, Plain] = field(default_factory=dict)
    """By path in the edition: a file's digest, and the ids that git gives it, as `Blobs` keeps them."""
    surveyed: dict[str, Plain] = field(default_factory=dict)
    """By path: what each document is, as `survey` keeps it."""
    lies: dict[str, str] = field(default_factory=dict)
    """By folder of `build/`: how its files lie, as `lying.digests_of` tells it."""
    root: str = ""
    """The edition's folder: of an edition that was moved nothing that was made is known."""
    database: str = ""
    """The name of the record, as `Database.keep` gave it."""


FORM = repr([3, SCHEMA, *([one.name for one in fields(kind)] for kind in (Head, Part, Facts))])
"""What is kept: of what was kept in another form nothing is known. The number rises when a field holds
something else than before."""


def load(file: Path) -> Head:
    """Give what shows whether anything has changed since the last build; an empty one where none is ours."""
    data = signed.read(file)
    if data is not None:
        try:
            form, values = marshal.loads(data)  # noqa: S302  # The code shows that we wrote it.
        except (EOFError, ValueError, TypeError):
            return Head()
        if form == FORM:
            return Head(*values)
    return Head()


class Record:
    """What is known of all that was made; what is put there becomes known to the next build by `save`."""

    def __init__(self, database: Database) -> None:
        """Take a working copy."""
        self._database = database
        self.sql = database.connection

    def save(self, file: Path, head: Head) -> None:
        """Let it be what the next build knows; where that cannot be written, that build does all again."""
        head.database = self._database.keep()
        if signed.write(file, marshal.dumps((FORM, [getattr(head, one.name) for one in fields(head)]))):
            self._database.remove_others(head.database)

    def kept(self, name: str) -> Plain:
        """Give what was kept under a name; None where there is nothing."""
        row = self.sql.execute("SELECT data FROM kept WHERE name = ?", (name,)).fetchone()
        return marshal.loads(row[0]) if row else None  # noqa: S302  # We wrote it.

    def keep(self, name: str, data: Plain) -> None:
        """Keep something plain under a name."""
        self.sql.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (name, marshal.dumps(data)))

    def look(self, path: str) -> Part | None:
        """Give what is known of a part, but for what was made of it."""
        row = self.sql.execute("SELECT data FROM part WHERE path = ?", (path,)).fetchone()
        return Part(*marshal.loads(row[0])) if row else None  # noqa: S302  # We wrote it.

    def part(self, path: str) -> Part | None:
        """Give all that is known of a part, but for its facts."""
        part = self.look(path)
        if part is None:
            return None
        split: dict[str, list[str]] = {}
        for name, made in self.made_by(path).items():
            if made.piece_of is None or "/" not in name:
                part.keys[name] = made.key
                part.findings[name] = tuple(row for _, row in made.told)
            elif made.piece_of:
                split.setdefault(made.piece_of, []).append(name)
            if made.output.sha256:
                part.outputs[name] = made.output.sha256
        part.split = {output: tuple(names) for output, names in split.items()}
        return part

    def put_part(self, path: str, part: Part) -> None:
        """Put what is known of a part, but for what was made of it."""
        row = (path, marshal.dumps(part.values))
        self.sql.execute("INSERT OR REPLACE INTO part VALUES (?, ?)", row)

    @property
    def paths(self) -> set[str]:
        """What the parts are called by that are known."""
        return {path for (path,) in self.sql.execute("SELECT path FROM part")}

    @property
    def pictures(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """What each part is called by, and the pictures that it points to, by their paths below `tei/`."""
        for path, data in self.sql.execute("SELECT path, data FROM part"):
            yield path, Part(*marshal.loads(data)).pictures  # noqa: S302  # We wrote it.

    def made_by(self, maker: str) -> dict[str, Product]:
        """Give what was made of a part, or as the pages of one thing, by name."""
        asked = f"SELECT made.name, {_PRODUCT} {_FROM} WHERE made.maker = ? ORDER BY made.name"
        return {name: _made(row) for name, *row in self.sql.execute(asked, (maker,))}

    def put_made(self, maker: str, made: Mapping[str, Product]) -> None:
        """Put what was made, in the place of what had these names."""
        self.sql.executemany(
            f"INSERT OR REPLACE INTO made (maker, name, {_OUTPUT}, told, piece_of, program, inputs)"  # noqa: S608
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ((maker, name, *_row(one)) for name, one in made.items()),
        )

    def forget(self, maker: str, names: Iterable[str]) -> None:
        """Remove some of what was made."""
        some = ((maker, name) for name in names)
        self.sql.executemany("DELETE FROM made WHERE maker = ? AND name = ?", some)

    def lose(self, names: Iterable[str]) -> None:
        """Remember of some files that they do not lie there."""
        self.sql.executemany("UPDATE made SET lies = '' WHERE name = ?", ((name,) for name in names))

    def lie(self, lying: Mapping[str, Output]) -> None:
        """Put how files lie now."""
        rows = ((o.lies, o.finished, o.mark, name) for name, o in lying.items())
        self.sql.executemany("UPDATE made SET lies = ?, finished = ?, mark = ? WHERE name = ?", rows)

    @property
    def files(self) -> Iterator[tuple[str, str, Output]]:
        """All files: the path of each below `build/`, who made it, and how it lies; by their paths."""
        asked = f"SELECT name, maker, {_OUTPUT} FROM made WHERE instr(name, '/') ORDER BY name"  # noqa: S608
        for name, maker, *output in self.sql.execute(asked):
            yield name, maker, Output(*output)

    @property
    def names(self) -> Iterator[str]:
        """The paths of all files."""
        yield from (name for (name,) in self.sql.execute("SELECT name FROM made WHERE instr(name, '/')"))

    @property
    def described(self) -> Iterator[tuple[str, str, str, str]]:
        """All files: path, how it lies, if it does, its SHA-256 as it lies, and what it was made from."""
        yield from self.sql.execute(
            "SELECT made.name, made.lies, CASE made.finished WHEN '' THEN made.sha256 ELSE made.finished END,"
            f" coalesce(made.inputs, whole.inputs) {_FROM} WHERE instr(made.name, '/') ORDER BY made.name"
        )

    @property
    def findings(self) -> Iterator[tuple[str, tuple[Plain, ...]]]:
        """What templates did not know: the name of what was made, and paths, each with a finding."""
        for name, told in self.sql.execute("SELECT name, told FROM made WHERE told IS NOT NULL"):
            yield name, marshal.loads(told)  # noqa: S302  # We wrote it.

    def made_as(self, name: str) -> dict[str, str]:
        """Give the SHA-256 of everything of a name, by who made it."""
        return dict(self.sql.execute("SELECT maker, sha256 FROM made WHERE name = ?", (name,)))

    @property
    def stored(self) -> Iterator[tuple[str, str, str]]:
        """Everything that is no file: who made it, its name, and its SHA-256."""
        asked = "SELECT maker, name, sha256 FROM made WHERE NOT instr(name, '/') AND sha256 <> ''"
        yield from self.sql.execute(asked)

    def below(self, folder: str) -> dict[str, Product]:
        """Give the files in a folder of `build/`, by their paths."""
        asked = f"SELECT made.name, {_PRODUCT} {_FROM} WHERE made.name GLOB ?"
        return {name: _made(row) for name, *row in self.sql.execute(asked, (f"{folder}/*",))}

    def digest(self, maker: str, name: str) -> str:
        """Give the SHA-256 of something; "" where it was not made."""
        asked = "SELECT sha256 FROM made WHERE maker = ? AND name = ?"
        row = self.sql.execute(asked, (maker, name)).fetchone()
        return row[0] if row else ""

    def basis(self, maker: str) -> str:
        """Give what `put_basis` was given; "" where there is nothing."""
        row = self.sql.execute("SELECT digest FROM basis WHERE maker = ?", (maker,)).fetchone()
        return row[0] if row else ""

    def put_basis(self, maker: str, digest: str) -> None:
        """Put the digest of all that some pages are made from."""
        self.sql.execute("INSERT OR REPLACE INTO basis VALUES (?, ?)", (maker, digest))

    def keep_only(self, makers: Iterable[str], kinds: Collection[str]) -> None:
        """Remove what others have made, of some folders of `build/`, and all that is no file."""
        self.sql.execute("CREATE TEMPORARY TABLE maker (name TEXT PRIMARY KEY)")
        self.sql.executemany("INSERT OR IGNORE INTO maker VALUES (?)", ((maker,) for maker in makers))
        others = "NOT IN (SELECT name FROM maker)"
        for kind in kinds:
            self.sql.execute(f"DELETE FROM made WHERE maker {others} AND name GLOB ?", (f"{kind}/*",))  # noqa: S608
        self.sql.execute(
            f"DELETE FROM made WHERE maker {others} AND NOT instr(name, '/') AND NOT EXISTS "  # noqa: S608
            "(SELECT 1 FROM made AS piece WHERE piece.maker = made.maker AND piece.piece_of = made.name)"
        )
        self.sql.execute(f"DELETE FROM part WHERE path {others}")  # noqa: S608
        self.sql.execute(f"DELETE FROM basis WHERE maker {others}")  # noqa: S608
        self.sql.execute("DROP TABLE maker")


_OUTPUT = "sha256, lies, finished, mark"
_PRODUCT = (
    "made.sha256, made.lies, made.finished, made.mark, made.told, made.piece_of,"
    " coalesce(made.program, whole.program), coalesce(made.inputs, whole.inputs)"
)
_FROM = "FROM made LEFT JOIN made AS whole ON whole.maker = made.maker AND whole.name = made.piece_of"
"""Of a piece the key is kept once, with what it is a piece of."""


def _made(row: list[Any]) -> Product:
    *output, told, piece_of, program, inputs = row
    plain = marshal.loads(told) if told else ()  # noqa: S302  # We wrote it.
    return Product(Output(*output), Key(sys.intern(program or ""), inputs or ""), piece_of, plain)


def _row(made: Product) -> tuple[Any, ...]:
    told = marshal.dumps(made.told) if made.told else None
    key = made.key if made.piece_of is None else (None, None)
    return (*made.output, told, made.piece_of, *key)


@contextmanager
def opened(file: Path, head: Head) -> Iterator[Record]:
    """Give the record of the last build, as far as it is ours; `file` is the head's.

    Raises `EditionError` where the disk refuses.
    """
    with working_copy(file.parent, head.database) as database:
        yield Record(database)
