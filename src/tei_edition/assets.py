"""What pages need beside themselves: one style sheet, one script, and files such as fonts."""

from pathlib import Path

JOINED = {"style": "edition.css", "script": "edition.js"}
"""Folders whose files, in the order of their names, become one file."""


def assets(folder: Path) -> dict[str, bytes]:
    """Give the files of `xslt/assets/` by their paths in the site's `assets/`.

    The files of `style/` and of `script/` are joined, so that a page asks for one of each and an archive
    replaces or adds a file of its own. Raises OSError where one cannot be read.
    """
    found: dict[str, bytes] = {}
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        path = file.relative_to(folder)
        name = JOINED.get(path.parts[0], path.as_posix())
        found[name] = found[name] + b"\n" + file.read_bytes() if name in found else file.read_bytes()
    return found
