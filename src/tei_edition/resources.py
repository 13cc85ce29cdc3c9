"""Where schema and stylesheets come from: the package's, each replaced by the project's own.

A project's `schema/edition.rng` or `xslt/html/notes.xsl` wins over the packaged file of that name;
all others stay the package's.
"""

import atexit
import os
import shutil
import sys
import tempfile
from functools import cache
from pathlib import Path


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
    merged = Path(tempfile.mkdtemp(prefix="edition-xslt-"))
    atexit.register(shutil.rmtree, merged, ignore_errors=True)
    shutil.copytree(base, merged, dirs_exist_ok=True)
    shutil.copytree(own, merged, dirs_exist_ok=True)
    return merged


def _files(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}


def user_caches() -> Path:
    """Give the program's folder among the user's caches."""
    if sys.platform == "darwin":
        usual = Path.home() / "Library" / "Caches"
    elif os.name == "nt":
        usual = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    else:
        usual = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return usual / "tei-edition"
