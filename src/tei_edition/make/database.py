"""The database of what was made, in `build/cache`: a build works on a copy, which then takes its place.

So a build that is killed has changed nothing. The database is called by the code that shows that we wrote it
(`signed.py`), and is known by that name alone.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from tei_edition import signed
from tei_edition.errors import EditionError
from tei_edition.temporary import prefix, remove_left

SCHEMA = """
CREATE TABLE kept (name TEXT PRIMARY KEY, data BLOB);
CREATE TABLE part (path TEXT PRIMARY KEY, data BLOB);
CREATE TABLE made (
    maker TEXT, name TEXT, sha256 TEXT, program TEXT, inputs TEXT, piece_of TEXT, told BLOB,
    lies TEXT, finished TEXT, mark TEXT, PRIMARY KEY (maker, name)
);
CREATE INDEX made_by_name ON made (name);
CREATE TABLE basis (maker TEXT PRIMARY KEY, digest TEXT) WITHOUT ROWID;
CREATE TABLE document (
    id INTEGER PRIMARY KEY, path TEXT UNIQUE, place INTEGER, said TEXT, named TEXT, year TEXT, mapped INTEGER,
    data BLOB
);
CREATE TABLE mention (
    entry TEXT, id INTEGER, units INTEGER, own INTEGER, digest TEXT, PRIMARY KEY (entry, id)
) WITHOUT ROWID;
CREATE INDEX mention_by_document ON mention (id);
CREATE TABLE settled (name TEXT PRIMARY KEY, digest TEXT) WITHOUT ROWID;
CREATE TABLE topic (
    topic TEXT, id INTEGER, own INTEGER, digest TEXT, PRIMARY KEY (topic, id)
) WITHOUT ROWID;
CREATE INDEX topic_by_document ON topic (id);
"""

_NAMED = "made-*.sqlite"

_SETTINGS = ("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE", "cache_size = -16000")
"""A copy needs no care: a build that ends before its end leaves it to nobody."""


class Database:
    """A copy of the last build's database, open for this build."""

    def __init__(self, folder: Path, connection: sqlite3.Connection, file: Path | None) -> None:
        """Take a connection to the copy in `file`, of a database in `folder`; None where it is in memory."""
        self.connection = connection
        self._folder, self._file = folder, file

    def keep(self) -> str:
        """Close the copy and give the name that it is known by from now on; "" where it cannot be kept."""
        self.connection.execute("COMMIT")
        self.connection.close()
        if self._file is None:
            return ""
        try:
            code = signed.code_of(self._file, SCHEMA)
            self._file.replace(self._folder / _name(code))
        except OSError:
            return ""
        return code

    def remove_others(self, code: str) -> None:
        """Remove all databases but one."""
        for file in self._folder.glob(_NAMED):
            if file.name != _name(code):
                with suppress(OSError):
                    file.unlink()


@contextmanager
def working_copy(folder: Path, code: str) -> Iterator[Database]:
    """Give a copy of the database that `keep` gave this name; an empty one where it is not as it was kept.

    Raises `EditionError` where the disk refuses.
    """
    file = _new_file(folder)
    try:
        is_copy = file is not None and _is_copied(folder, code, file)
        with closing(sqlite3.connect(file or ":memory:", isolation_level=None)) as connection:
            for setting in _SETTINGS:
                connection.execute(f"PRAGMA {setting}")
            if not is_copy:
                connection.executescript(SCHEMA)
            connection.execute("BEGIN")
            yield Database(folder, connection, file)
    except sqlite3.OperationalError as error:
        message = f"{folder.parent} is as it was, because writing in {folder} failed: {error}"
        raise EditionError(message, "Is the disk full?") from error
    finally:
        if file is not None:
            file.unlink(missing_ok=True)


def _new_file(folder: Path) -> Path | None:
    """Give an empty file in a folder; None where none can be made, or nothing in it would be known."""
    if not signed.can_seal():
        return None
    with suppress(OSError):
        signed.make_folder(folder)
        remove_left(folder)
        with NamedTemporaryFile(dir=folder, prefix=prefix("made"), suffix=".tmp", delete=False) as made:
            return Path(made.name)
    return None


def _is_copied(folder: Path, code: str, file: Path) -> bool:
    """Copy a database, if it is ours and whole."""
    if not code:
        return False
    with suppress(FileNotFoundError):
        shutil.copyfile(folder / _name(code), file)
        if signed.code_of(file, SCHEMA) == code:
            return True
    file.write_bytes(b"")
    return False


def _name(code: str) -> str:
    return _NAMED.replace("*", code[:16])
