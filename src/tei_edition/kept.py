"""What earlier checks of an edition found, kept in its build/cache: what has not changed is not read again.

An entry counts where nothing has changed that it was made from: the file, the setting, what the file's
pointers lead to. Whatever is wrong with the cache itself, it is as if there were none.
"""

import marshal
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from tei_edition import signed
from tei_edition.digests import Digests, content, digest_of
from tei_edition.outcome import Outcome
from tei_edition.project import Project
from tei_edition.setting import schema_files, setting_of

_FORM = "1"

_Entry = tuple[str, tuple[str, ...], bytes]
"""The digest of all that an outcome was made from, what that is, and the outcome."""


class Kept:
    """The outcomes of an edition's files, from one check to the next."""

    def __init__(self, project: Project, given: Sequence[Path]) -> None:
        """Read what is there; `given` are the schemas that the user named."""
        self._file = project.build / "cache" / "check"
        data = self._load() if _is_inside(self._file, project) else None
        seen, self._entries = data if data else ({}, {})
        self._digests = Digests(seen)
        self._setting = setting_of(project, given, self._digests)
        self._usable = _is_inside(self._file, project) and self._setting is not None
        self._changed = False

    def _load(self) -> tuple[dict[str, Any], dict[str, _Entry]] | None:
        data = signed.read(self._file)
        if data is None:
            return None
        try:
            form, seen, entries = marshal.loads(data)  # noqa: S302  # The code shows that we wrote it.
        except (EOFError, ValueError, TypeError):
            return None
        return (seen, entries) if form == _FORM else None

    def find(self, files: Iterable[Path]) -> dict[Path, Outcome]:
        """Give the outcomes that are known, and remember what files hold now, before they are read."""
        found = {}
        for file in files:
            self._digests.of(content(file))
            entry = self._entries.get(str(file)) if self._usable else None
            if entry is not None and entry[0] == self._digest(file, entry[1]):
                found[file] = Outcome.of_plain(file, marshal.loads(entry[2]))  # noqa: S302
        return found

    def keep(self, outcomes: Iterable[Outcome]) -> None:
        """Keep outcomes, of those files that have not changed while they were checked."""
        settled = cache(self._digests.is_settled)  # Files of one folder depend on much the same.
        for outcome in outcomes if self._usable else ():
            reads = self._reads(outcome)
            if reads is not None and all(map(settled, (content(outcome.path), *reads))):
                key = self._digest(outcome.path, reads)
                self._entries[str(outcome.path)] = (key, reads, marshal.dumps(outcome.plain()))
                self._changed = True

    def close(self) -> None:
        """Write what is known now; files that are gone are forgotten."""
        if not self._usable or not (self._changed or self._digests.has_news):
            return
        entries = {path: entry for path, entry in self._entries.items() if Path(path).is_file()}
        signed.write(self._file, marshal.dumps((_FORM, self._digests.seen, entries)))

    def _digest(self, file: Path, reads: Iterable[str]) -> str:
        """Give the digest of all that the outcome of a file is made from."""
        return digest_of(self._setting or "", self._digests.of_all((content(file), *reads)))

    def _reads(self, outcome: Outcome) -> tuple[str, ...] | None:
        """Name what an outcome depends on, a schema of the document's own with all that it includes."""
        if outcome.reads is None or outcome.against.whose != "document":
            return outcome.reads
        schemas = schema_files(map(Path, outcome.against.files), self._digests)
        return None if schemas is None else tuple(sorted({*outcome.reads, *map(content, schemas)}))


def _is_inside(file: Path, project: Project) -> bool:
    """Say whether a file lies where it seems to: not behind a link that leads out of the edition."""
    return file.parent.resolve().is_relative_to(project.root.resolve())
