"""Where schema and stylesheets come from: the package's, each replaced by the project's own.

A project's `schema/edition.rng` or `xslt/html/notes.xsl` wins over the packaged file of that name;
all others stay the package's.
"""

import shutil
from functools import cache
from pathlib import Path

from tei_edition.temporary import folder_to_the_end


def packaged(folder: str) -> Path:
    """Give the program's own folder `xslt` or `schema`, in the wheel or in a checkout."""
    here = Path(__file__).parent
    installed = here / folder
    return installed if installed.is_dir() else here.parents[1] / folder


def schema_file(project: Path | None, name: str) -> Path:
    """Give the file `schema/NAME` of the project, or else of the program."""
    own = project / "schema" / name if project else None
    return own if own and own.is_file() else packaged("schema") / name


@cache
def stylesheets(project: Path | None) -> Path:
    """Give a folder that holds all stylesheets, the project's own in place of the program's.

    Includes are relative, so a project that replaces some files gets a merged copy,
    which is deleted when the program ends.
    """
    base = packaged("xslt")
    own = project / "xslt" if project else base
    if not own.is_dir() or own.samefile(base):
        return base
    if _files(base) <= _files(own):
        return own
    merged = folder_to_the_end("xslt")
    shutil.copytree(base, merged, dirs_exist_ok=True)
    shutil.copytree(own, merged, dirs_exist_ok=True)
    return merged


def _files(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
