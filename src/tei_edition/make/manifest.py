"""`build/manifest.json`: what was made, of what, with what; the same bytes for the same edition anywhere."""

import json
from collections.abc import Iterable, Iterator

from tei_edition.make.steps import versions

NAME = "manifest.json"

_json = json.JSONEncoder(ensure_ascii=False).encode
"""One for all: `json.dumps` would make one for each of some hundred thousand paths."""


def manifest(files: Iterable[tuple[str, str, str]]) -> Iterator[bytes]:
    """Give the pieces of the manifest of files: paths, SHA-256, and what they were made from, as JSON.

    The paths are below `build/`, in their order. Of each file there is a line, so that two manifests can be
    compared.
    """
    yield f'{{\n"versions": {json.dumps(versions(), sort_keys=True)},\n"files": {{'.encode()
    for number, (path, digest, inputs) in enumerate(files):
        made_from = f', "from": {inputs}' if inputs else ""
        yield f'{"," if number else ""}\n{_json(path)}: {{"sha256": "{digest}"{made_from}}}'.encode()
    yield b"\n}\n}\n"
