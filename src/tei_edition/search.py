"""The only module that knows Pagefind: an index of every sentence, for the page `search.html`.

Each language has an index of its own, in which words are found by their stems and without their accents.
What it is made of is the documents' facts and nothing else, so that it stays as long as they do.
"""

import gzip
import json
import os
import re
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from lxml import etree

from tei_edition import temporary
from tei_edition.errors import EditionError
from tei_edition.markup import ED, XML_LANG

FACETS = ("person", "place")
"""Kinds of mentions by which results can be narrowed."""

UNKNOWN = "und"
"""The language of what names none, as BCP 47 has it."""

TOGETHER = 100
"""How many texts are in one file: a page reads those whose results it shows, ten of them or so, and a site of
one small file for each sentence is more than many servers and disks take."""

_NEEDED = ("*.pf_meta", "index/*", "pagefind-entry.json", "pagefind.js")


@dataclass(frozen=True)
class Record:
    """A sentence, a note, or a block without sentences, as it can be found."""

    document: str
    id: str
    kind: str
    number: str
    language: str
    text: str
    quiet: str
    """Its text without what is hateful in it, where there is any."""
    facets: dict[str, list[str]]
    """Its document, and the keys of the persons and places that it names; what results can be narrowed to."""


def records(facts: etree._Element) -> Iterator[Record]:
    """Give a record for each unit of a document that has any words."""
    name = facts.get("doc", "")
    for unit in facts.iter(f"{{{ED}}}unit"):
        text = _words(unit, quiet=False)
        if not text:
            continue
        quiet = _words(unit, quiet=True)
        yield Record(
            document=name,
            id=unit.get("id", ""),
            kind=unit.get("kind", ""),
            number=unit.get("n", ""),
            language=_language(unit.get(XML_LANG, "")),
            text=text,
            quiet="" if quiet == text else quiet,
            facets={"document": [name]} | _mentions(unit),
        )


def _words(unit: etree._Element, *, quiet: bool) -> str:
    """Give the text of a unit, of units inside it nothing; `quiet` leaves out what is hateful."""
    return " ".join("".join(_pieces(unit, quiet)).split())


def _pieces(node: etree._Element, quiet: bool) -> Iterator[str]:
    yield node.text or ""
    for child in node:
        hidden = quiet and child.tag == f"{{{ED}}}hateful"
        yield from ["[…]"] if hidden else _pieces(child, quiet)
        yield child.tail or ""


def _mentions(unit: etree._Element) -> dict[str, list[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for mention in unit.iter(f"{{{ED}}}mention"):
        if mention.get("kind") in FACETS:
            found[mention.get("kind", "")] |= set(mention.get("ref", "").split())
    return {kind: sorted(keys) for kind, keys in sorted(found.items())}


def _language(tag: str) -> str:
    """Give the language of a tag, which becomes the name of a folder."""
    primary = re.split("[-_]", tag)[0].lower()
    return primary if re.fullmatch("[a-z]{2,3}", primary) else UNKNOWN


def bundle(language: str, found: Iterable[Record]) -> dict[str, bytes]:
    """Give the files of the index of one language, by their paths in its folder, Pagefind's own script too.

    Raises `EditionError` where Pagefind is missing or stops.
    """
    records = list(found)
    with temporary.folder("search") as folder:
        made = Path(folder, "made")
        _run(_written(language, records, Path(folder, "pages")), made)
        entry = json.loads((made / "pagefind-entry.json").read_text("utf-8"))
        reader = f"wasm.{entry['languages'][language]['wasm'] or 'unknown'}.pagefind"
        paths = sorted(path for pattern in (*_NEEDED, reader) for path in made.glob(pattern))
        files = {path.relative_to(made).as_posix(): path.read_bytes() for path in paths}
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


def _written(language: str, records: list[Record], folder: Path) -> Path:
    """Write a page for each record, named by its number: what Pagefind reads.

    It holds the text only, because Pagefind finds words in all that it is told of a page.
    """
    folder.mkdir()
    for number, record in enumerate(records):
        page = f'<html lang="{language}"><body><p>{escape(record.text)}</p></body></html>'
        (folder / f"{number}.html").write_text(page, "utf-8")
    return folder


def _run(pages: Path, made: Path) -> None:
    """Let Pagefind index pages; nothing of the user's folder or surroundings says how."""
    hint = "Run `python -m pip install 'pagefind[bin]'`, or build with `--no-search`."
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    try:
        from pagefind.service import get_executable

        program = get_executable() or "pagefind"
        command = [program, "--site", pages, "--output-path", made]
        subprocess.run(  # noqa: S603 (a program of ours, told nothing but folders)
            command, cwd=pages, env=surroundings, check=True, capture_output=True
        )
    except (ImportError, OSError) as error:
        raise EditionError(
            f"Pagefind, which makes the index for searching, cannot be run: {error}", hint
        ) from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().splitlines()
        raise EditionError(f"Pagefind stopped: {' '.join(said[-1:])}", hint) from error


def _told(records: list[Record], made: Path) -> bytes:
    """Give what the page says of each record, by the name that Pagefind gave it, and which have which facets.

    Pagefind's own filters would do for these, but that they come in another order each time.
    """
    names = [""] * len(records)
    for file in (made / "fragment").iterdir():
        fragment = json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))
        names[int(re.sub(r"\D", "", fragment["url"]))] = file.stem
    facets: dict[str, dict[str, list[int]]] = {facet: {} for facet in ("document", *FACETS)}
    for number, record in enumerate(records):
        for facet, keys in record.facets.items():
            for key in keys:
                facets[facet].setdefault(key, []).append(number)
    rows = [
        (name, record.document, record.id, record.kind, record.number, record.quiet)
        for name, record in zip(names, records, strict=True)
    ]
    return _json({"together": TOGETHER, "records": rows, "facets": facets})
