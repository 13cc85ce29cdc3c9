"""Which file an address means, and which file of the edition a page shows."""

import os
from collections.abc import Mapping
from pathlib import Path

_FIRST = "index.html"
_REFUSED = frozenset('\\:\0*?"<>|')
"""Characters that mean something else than themselves in the paths of some system."""


def name_of(path: str) -> str | None:
    """Give the name of the page or file at an address's path, decoded once; None for what cannot be one."""
    name = path.removeprefix("/") or _FIRST
    parts = name.split("/")
    is_plain = all(part and part[0] != "." and not part.endswith((".", " ")) for part in parts)
    return name if is_plain and _REFUSED.isdisjoint(name) and name.isprintable() else None


def file_at(folder: Path, name: str) -> Path | None:
    """Give the file of a name in a folder; None where there is none, or a link on the way to it."""
    file = folder / name
    try:
        is_itself = os.path.realpath(file) == str(file)
        return file if is_itself and file.is_file() else None
    except (OSError, ValueError):
        return None


def shown_by(page: str, stems: Mapping[str, Path]) -> Path | None:
    """Give the file that a page shows; `stems` has the files by the folder and stem of their pages.

    These are `documents/NAME.html`, also with a language before the ending, or `registers/NAME/ENTRY.html`.
    """
    name = page.removesuffix(".html")
    tried = (name, name.rpartition(".")[0], name.rpartition("/")[0])
    return next((stems[one] for one in tried if one in stems), None)
