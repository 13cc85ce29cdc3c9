"""`build/manifest.json`: what was made, of what, with what; the same bytes for the same edition anywhere."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from tei_edition.make.names import FILES
from tei_edition.make.record import Part, Plain
from tei_edition.make.steps import versions

NAME = "manifest.json"


def manifest(
    files: Mapping[str, str],
    parts: Mapping[str, Part],
    pages: Mapping[str, Plain],
    names: Mapping[str, str],
    root: Path,
) -> bytes:
    """Write the manifest.

    `files` are those below `build/` with their SHA-256; `parts` and `pages` what they were made from; `names`
    the parts' paths by their ids, and by the files that they were divided into; `root` is the edition's
    folder, which is not told.
    Of each file a line, so that two manifests can be compared.
    """
    shown = {path: _shown(path, root) for path in parts}
    made = {path: _made(path, digest, parts, pages, names, shown) for path, digest in sorted(files.items())}
    lines = ["{", f'"versions": {json.dumps(versions(), sort_keys=True)},', '"files": {', *_lines(made)]
    return "\n".join([*lines, "}", "}", ""]).encode()


def _made(
    path: str,
    digest: str,
    parts: Mapping[str, Part],
    pages: Mapping[str, Plain],
    names: Mapping[str, str],
    shown: Mapping[str, str],
) -> dict[str, object]:
    """Give a file's SHA-256, and what it was made from, each with its digest."""
    page = pages.get(path)
    if page is not None:
        inputs = {name or "file": value for name, value in page[0].items() if name != "program"}
        return {"sha256": digest, "from": inputs}
    source = names.get(path) or names.get(PurePosixPath(path).stem, "")
    part = parts.get(source)
    if part is None:
        return {"sha256": digest}
    name = FILES if path in names else path.removeprefix("html/") if path.startswith("html/pdf/") else path
    key = part.keys.get(name)
    _, file, slice_, stylesheets, given = key or part.keys[""]
    inputs = {shown[source]: file, "slice": slice_, "stylesheets": stylesheets, "given": given}
    return {"sha256": digest, "from": {name: value for name, value in inputs.items() if value}}


def _shown(path: str, root: Path) -> str:
    """Give a part's path as it is told: below the edition's folder, or its name alone."""
    return Path(path).relative_to(root).as_posix() if Path(path).is_relative_to(root) else Path(path).name


def _lines(values: Mapping[str, object]) -> Iterator[str]:
    last = len(values) - 1
    for number, (name, value) in enumerate(values.items()):
        comma = "," if number < last else ""
        yield f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(value, ensure_ascii=False)}{comma}"
