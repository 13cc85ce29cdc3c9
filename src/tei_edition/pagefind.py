"""The only module that knows Pagefind: make the index of one section of one language, for `search.html`.

In it words are found by their stems and without their accents.
"""

import gzip
import json
import os
import re
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import PurePosixPath
from threading import Thread
from typing import IO, Any

from tei_edition.errors import EditionError
from tei_edition.search import FACETS, Record

TOGETHER = 100
"""How many texts are in one file: a page reads those whose results it shows, ten of them or so, and a site of
one small file for each sentence is more than many servers and disks take."""

_INDEX = (r".*\.pf_meta", "index/.*", r"pagefind-entry\.json")
"""The files of an index, as patterns of their paths."""

_PIECE = 1 << 20
"""Bytes that are read at once, at most."""

_HINT = "Run `python -m pip install 'pagefind[bin]'`, or build with `--no-search`."


def bundle(language: str, found: Iterable[Record], first: bool = True) -> dict[str, bytes]:
    """Give the files of an index, by their paths in its folder.

    The `first` section of a language has Pagefind's own script too, which reads the others with it.
    Raises `EditionError` where Pagefind is missing or stops.
    """
    records = list(found)
    made = _indexed(language, [record.text for record in records])
    entry = json.loads(made["pagefind-entry.json"])["languages"]
    reader = f"wasm.{entry[language]['wasm'] or 'unknown'}.pagefind"
    needed = re.compile("|".join((*_INDEX, f"pagefind[.]js|{re.escape(reader)}") if first else _INDEX))
    files = {path: data for path, data in sorted(made.items()) if needed.fullmatch(path)}
    return files | {"records.json": _told(records, made)} | _texts(records)


def _texts(records: list[Record]) -> dict[str, bytes]:
    """Give the texts of all records, so many in a file: `texts/0.json` has the first."""
    batches = (records[begin : begin + TOGETHER] for begin in range(0, len(records), TOGETHER))
    return {
        f"texts/{number}.json": _json([record.text for record in batch])
        for number, batch in enumerate(batches)
    }


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _indexed(language: str, texts: Sequence[str]) -> dict[str, bytes]:
    """Have Pagefind make an index of texts, each by its number; give all files that it makes.

    A text is a page of its own, because of a phrase Pagefind tells only the first place in a page.
    """
    pages = [*texts, "0"]  # Without any words there would be no index, and a section may have none.
    add = {"type": "AddRecord", "index_id": 0, "language": language, "meta": {}, "filters": {}, "sort": {}}
    asked: list[dict[str, Any]] = [
        {"type": "NewIndex", "config": None},
        *(add | {"url": str(number), "content": text} for number, text in enumerate(pages)),
        {"type": "GetFiles", "index_id": 0},
    ]
    answer: dict[str, Any] = {}
    for answer in _answers(asked):
        if answer["type"] == "Error":
            raise EditionError(f"Pagefind stopped: {answer['message']}", _HINT)
    if answer.get("type") != "GetFiles":
        raise EditionError("Pagefind stopped before its index was made", _HINT)
    return {file["path"]: b64decode(file["content"]) for file in answer["files"]}


def _answers(asked: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Ask Pagefind's program, as its package for Python does, and give what it answers to each.

    The package waits a tenth of a second before it reads each answer, which is too long for each sentence.
    What goes to and fro is JSON in Base64, a comma after each; nothing of it is put on the disk.
    """
    try:
        from pagefind.service import get_executable

        command = [get_executable() or "pagefind", "--service"]
        pipe = subprocess.PIPE
        program = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)  # noqa: S603
    except (ImportError, OSError) as error:
        raise EditionError(
            f"Pagefind, which makes the index for searching, cannot be run: {error}", _HINT
        ) from error
    with program:
        assert program.stdin and program.stdout  # noqa: S101
        telling = Thread(target=_tell, args=(program.stdin, asked))
        telling.start()
        try:
            yield from islice(_read(program.stdout), len(asked))
        finally:
            program.kill()
            telling.join()


def _tell(pipe: IO[bytes], asked: Sequence[Mapping[str, Any]]) -> None:
    """Ask everything; where the program has ended, whoever waits for the answers sees it."""
    try:
        for number, payload in enumerate(asked):
            message = json.dumps({"message_id": number, "payload": payload})
            pipe.write(b64encode(message.encode()) + b",")
        pipe.flush()
    except OSError:
        with suppress(OSError):
            pipe.close()


def _read(pipe: IO[bytes]) -> Iterator[dict[str, Any]]:
    begun: list[bytes] = []
    while data := os.read(pipe.fileno(), _PIECE):
        first, *more = data.split(b",")
        begun.append(first)
        for piece in more:
            yield json.loads(b64decode(b"".join(begun)))["payload"]
            begun = [piece]


def _told(records: list[Record], made: Mapping[str, bytes]) -> bytes:
    """Give what the page says of each record, by the name that Pagefind gave it, and which have which facets.

    Pagefind's own filters would do for these, but that they come in another order each time.
    """
    names = _names(len(records), made)
    facets: dict[str, dict[str, list[int]]] = {facet: {} for facet in ("document", *FACETS)}
    for number, record in enumerate(records):
        for facet, keys in ({"document": [record.document]} | record.facets).items():
            for key in keys:
                facets[facet].setdefault(key, []).append(number)
    rows = [
        (name, record.document, record.id, record.kind, record.number, record.quiet)
        for name, record in zip(names, records, strict=True)
    ]
    return _json({"together": TOGETHER, "records": rows, "facets": facets})


def _names(number: int, made: Mapping[str, bytes]) -> list[str]:
    """Give what Pagefind calls each text; "" for one in which it finds no words."""
    names = [""] * number
    for path, data in made.items():
        if path.startswith("fragment/"):
            fragment = json.loads(gzip.decompress(data).removeprefix(b"pagefind_dcd"))
            if int(fragment["url"]) < number:
                names[int(fragment["url"])] = PurePosixPath(path).stem
    return names
