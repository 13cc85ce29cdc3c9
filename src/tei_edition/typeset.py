"""The only module that knows Typst: print XML → PDF/A-3a and PDF/UA-1, the same bytes each time.

Never fork after Typst has compiled anything: the child hangs. Spawn.
"""

import json
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import typst

from tei_edition.errors import EditionError
from tei_edition.glyphs import Glyphs
from tei_edition.hyphens import hyphenated
from tei_edition.legible import legible

_STANDARDS = ["a-3a", "ua-1"]
_PROBE = '#set document(title: "t"); #set page(width: 1000mm); #sys.inputs.text'

_ROUNDS = 8
"""How often a book is set again because of torn notes: what is held together moves what follows."""

Files = dict[str, bytes]


class TypesetError(EditionError):
    """Typst cannot set what it was given."""


@dataclass(frozen=True)
class TornNote:
    """A note whose text begins on another page than its mark; `id` is its name in the whole edition."""

    id: str
    mark: int
    text: int


@dataclass(frozen=True)
class Book:
    """A PDF, and what of its text could not be set as it should be."""

    name: str
    pdf: bytes
    unshown: tuple[str, ...]
    """The characters that no font has."""
    torn: tuple[TornNote, ...]


def typeset(
    name: str,
    print_xml: str,
    templates: Path,
    attachments: dict[str, bytes],
    timestamp: int,
    paper: str = "",
) -> Book:
    """Give the PDF of a print XML, as `xslt/pdf/print.xsl` describes it.

    `name` is what errors and findings call it;
    `templates` is the folder with `edition.typ`, and `fonts/` where the edition has any of its own;
    `attachments` are TEI files that the PDF carries, by name;
    `timestamp` is the PDF's date, in seconds since 1970, UTC;
    `paper` is a format that `look.typ` knows, or its usual one.
    Where a note is torn from its mark, the book is set again with that paragraph held together.
    Raises `TypesetError` with what Typst says and its hint.
    """
    fonts = templates / "fonts"
    text, unshown = _glyphs(fonts, _stamp(fonts)).showable(hyphenated(print_xml))
    files = _files(text, templates, attachments)
    try:
        pdf, torn = _whole(files, fonts, timestamp, paper)
    except typst.TypstError as error:
        hints = getattr(error, "hints", None) or []
        message = str(getattr(error, "message", error))
        raise TypesetError(f"{name}: Typst says: {message}", " ".join(hints)) from error
    return Book(name, legible(pdf), tuple(unshown), torn)


def _files(text: str, templates: Path, attachments: dict[str, bytes]) -> Files:
    """Give what Typst reads: templates, text and attachments."""
    files = {path.name: path.read_bytes() for path in sorted(templates.glob("*.typ"))}
    files["main"] = files.pop("edition.typ")
    files["document.xml"] = text.encode()
    files["held.json"] = b"{}"
    files["attachments.json"] = json.dumps(
        [
            {"name": file, "path": f"attached/{file}", "description": f"{file} (TEI XML)"}
            for file in sorted(attachments)
        ]
    ).encode()
    return files | {f"attached/{file}": data for file, data in attachments.items()}


def _whole(files: Files, fonts: Path, timestamp: int, paper: str) -> tuple[bytes, tuple[TornNote, ...]]:
    """Set a book until no note is torn, or a few times; give the best that was seen, and its torn notes."""
    times: Counter[str] = Counter()
    best = pdf, torn = _set(files, fonts, timestamp, paper)
    for _ in range(_ROUNDS):
        if not torn:
            break
        times.update(note.id for note in torn)
        pdf, torn = _set(files | {"held.json": json.dumps(times).encode()}, fonts, timestamp, paper)
        best = min(best, (pdf, torn), key=lambda tried: len(tried[1]))
    return best


def _set(files: Files, fonts: Path, timestamp: int, paper: str) -> tuple[bytes, tuple[TornNote, ...]]:
    """Give a PDF and its torn notes; Typst remembers the layout from the one to the other."""
    pdf = _compile(files, fonts, timestamp, paper=paper)
    found = json.loads(
        typst.query(files, "<torn-notes>", field="value", one=True, **_surroundings(fonts, paper=paper))
    )
    return pdf, tuple(TornNote(*note) for note in found)


def _compile(files: Files, fonts: Path, timestamp: int, **inputs: str) -> bytes:
    compile_any: Any = typst.compile  # its types lack the dict of files that it takes
    pdf: bytes = compile_any(
        files, format="pdf", pdf_standards=_STANDARDS, timestamp=timestamp, **_surroundings(fonts, **inputs)
    )
    return pdf


def _surroundings(fonts: Path, **inputs: str) -> dict[str, Any]:
    return {
        "ignore_system_fonts": True,
        "font_paths": [str(fonts)] if fonts.is_dir() else [],
        "sys_inputs": inputs,
    }


def _stamp(fonts: Path) -> tuple[tuple[str, int], ...]:
    """Give what changes when a font is added or replaced."""
    return tuple((path.name, path.stat().st_mtime_ns) for path in sorted(fonts.glob("*")))


@cache
def _glyphs(fonts: Path, _: tuple[tuple[str, int], ...]) -> Glyphs:
    def can_show(text: str) -> bool:
        try:
            _compile({"main": _PROBE.encode()}, fonts, 0, text=text)
        except typst.TypstError:
            return False
        return True

    return Glyphs(can_show)
