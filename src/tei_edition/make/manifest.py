"""`build/manifest.json`: what was made, of what, with what; the same bytes for the same edition anywhere."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from tei_edition.make.names import PREPARED
from tei_edition.make.record import Part, Plain
from tei_edition.make.steps import versions

NAME = "manifest.json"

_json = json.JSONEncoder(ensure_ascii=False).encode
"""One for all: `json.dumps` would make one for each of some hundred thousand values."""


def manifest(
    files: Mapping[str, str],
    parts: Mapping[str, Part],
    pages: Mapping[str, Plain],
    root: Path,
) -> bytes:
    """Write the manifest.

    `files` are those below `build/` with their SHA-256; `parts` and `pages` what they were made from; `root`
    is the edition's folder, which is not told.
    Of each file a line, so that two manifests can be compared.
    """
    shown = {path: _shown(path, root) for path in parts}
    of_parts = {file: (path, name) for path, part in parts.items() for file, name in _files(path, part)}
    made: dict[str, dict[str, object]] = {}
    for file, digest in sorted(files.items()):
        made[file] = {"sha256": digest}
        own = file.removeprefix("html/") if file.startswith("html/pdf/") else file  # The site has it, too.
        if own in pages:
            inputs = pages[own][0]
            made[file]["from"] = {name or "file": inputs[name] for name in inputs if name != "program"}
        elif own in of_parts:
            path, name = of_parts[own]
            made[file]["from"] = _from(shown[path], parts[path].keys[name])
    lines = ["{", f'"versions": {json.dumps(versions(), sort_keys=True)},', '"files": {', *_lines(made)]
    return "\n".join([*lines, "}", "}", ""]).encode()


def _files(path: str, part: Part) -> Iterator[tuple[str, str]]:
    """Give the files that were made of a part, each with the output that it is or is a piece of."""
    yield f"html/tei/{Path(path).stem}.xml", PREPARED
    yield from zip(part.keys, part.keys, strict=True)
    for output, files in part.split.items():
        yield from ((file, output) for file in files)


def _from(source: str, key: tuple[str, ...]) -> dict[str, str]:
    """Give what an output of a part was made from, each with its digest, as `Jobs.keys` gives it."""
    _, file, slice_, stylesheets, given = key
    inputs = {source: file, "slice": slice_, "stylesheets": stylesheets, "given": given}
    return {name: value for name, value in inputs.items() if value}


def _shown(path: str, root: Path) -> str:
    """Give a part's path as it is told: below the edition's folder, or its name alone."""
    return Path(path).relative_to(root).as_posix() if Path(path).is_relative_to(root) else Path(path).name


def _lines(values: Mapping[str, object]) -> Iterator[str]:
    last = len(values) - 1
    for number, (name, value) in enumerate(values.items()):
        comma = "," if number < last else ""
        yield f"{_json(name)}: {_json(value)}{comma}"
