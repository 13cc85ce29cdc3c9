"""Whether a folder can become an edition at all, by the names of its files."""

import unicodedata
from collections.abc import Iterable
from pathlib import Path

from tei_edition.data import TABLES
from tei_edition.errors import EditionError
from tei_edition.markup import is_id
from tei_edition.project import Project


def refuse_unfit(project: Project) -> None:
    """Raise `EditionError` for a folder of which no edition can be made, before any work is done."""
    if not project.documents:
        raise EditionError(f"There is no document in {project.tei / 'documents'}", "Put TEI files there.")
    for file in (*project.documents, *project.registers):
        if not file.name.isprintable():
            said = f"The name of {file.name!a} has a character in it that no page can be called by"
            raise EditionError(said, "Rename the file.")
    _refuse_collisions([project.edition, project.alignments, *project.documents, *project.registers])
    for file in project.registers:
        _refuse_register(file)


def _refuse_register(file: Path) -> None:
    if "." in file.stem or not is_id(file.stem):
        said = f"The ids of a register's entries cannot begin with the name of {file.name}"
        hint = "Rename the register: letters a to z, digits, '-' and '_', a letter first."
        raise EditionError(said, hint)
    if f"data/{file.stem.lower()}.csv" in TABLES:
        said = f"The table of {file.name} would have the name of one of the whole edition's"
        raise EditionError(said, "Rename the register.")


def _refuse_collisions(files: Iterable[Path]) -> None:
    """Refuse files that come to one page, on this disk or on that of a reader."""
    known: dict[str, Path] = {}
    for file in files:
        name = unicodedata.normalize("NFC", unicodedata.normalize("NFC", file.stem).casefold())
        other = known.setdefault(name, file)
        if other is not file:
            said = (
                f"Two files are called {file.name}"
                if other.name == file.name
                else f"{other.name} and {file.name} are one name on many disks, and would be one page"
            )
            raise EditionError(said, "Rename one of them.")
