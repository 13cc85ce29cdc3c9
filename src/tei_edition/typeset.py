"""The only module that knows Typst: print XML → PDF/A-3a and PDF/UA-1, the same bytes each time.

Never fork after Typst has compiled anything: the child hangs. Spawn.
"""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import typst

from tei_edition.attached import Attached, fingerprint
from tei_edition.errors import EditionError
from tei_edition.glyphs import Glyphs
from tei_edition.hyphens import hyphenated
from tei_edition.legible import legible
from tei_edition.processes import Processes, result_of

_STANDARDS = ["a-3a", "ua-1"]
_PROBE = '#set document(title: "t"); #set page(width: 1000mm); #sys.inputs.text'

_ROUNDS = 8
"""How often a book is set again because of torn notes: what is held together moves what follows."""

_WEIGHTS = {False: 1, True: 2}
"""A note before the page of its mark stays there if its paragraph is held together; that begins a page."""

Files = dict[str, bytes]


@dataclass(frozen=True)
class TornNote:
    """A note whose text begins on another page than its mark; `id` is its name in the whole edition."""

    id: str
    mark: int
    text: int


@dataclass(frozen=True)
class Place:
    """Where something stands in an edition of several volumes."""

    volume: str
    """The volume's number, in Roman figures."""
    page: int


@dataclass(frozen=True)
class Book:
    """A PDF, and what of its text could not be set as it should be."""

    name: str
    pdf: bytes
    unshown: tuple[str, ...]
    """The characters that no font has."""
    torn: tuple[TornNote, ...]
    places: Mapping[str, Place] = field(default_factory=dict)
    """Of a volume: where those things in it stand that other volumes name, by their ids."""


def typeset(
    name: str,
    print_xml: str,
    templates: Path,
    attachments: Sequence[Attached],
    timestamp: int,
    paper: str = "",
    elsewhere: Mapping[str, Place] | None = None,
    *,
    apart: bool = False,
) -> Book:
    """Give the PDF of a print XML, as `xslt/pdf/print.xsl` describes it.

    `name` is what errors and findings call it;
    `templates` is the folder with `edition.typ`, and `fonts/` where the edition has any of its own;
    `attachments` are TEI files that the PDF carries;
    `timestamp` is the PDF's date, in seconds since 1970, UTC;
    `paper` is a format that `look.typ` knows, or its usual one;
    `elsewhere` says where the things stand that are in other volumes, by their ids;
    `apart` has other processes set it, one each time: what Typst remembers of a long book goes with them.
    Where a note is torn from its mark, the book is set again with that paragraph held together.
    Raises `EditionError` with what Typst says and its hint.
    """
    fonts = templates / "fonts"
    text, unshown = _glyphs(fonts, _stamp(fonts)).showable(hyphenated(print_xml))
    files = _files(text, templates, attachments, elsewhere or {})
    set_ = _whole(_apart if apart else _set, name, files, fonts, timestamp, paper)
    return Book(name, legible(set_.pdf), tuple(unshown), set_.torn, set_.places)


@dataclass(frozen=True)
class _Set:
    """A PDF as Typst gives it, and what the templates tell of it."""

    pdf: bytes
    torn: tuple[TornNote, ...]
    places: Mapping[str, Place]


def _files(
    text: str, templates: Path, attachments: Sequence[Attached], elsewhere: Mapping[str, Place]
) -> Files:
    """Give what Typst reads: templates, text and attachments."""
    files = {path.name: path.read_bytes() for path in sorted(templates.glob("*.typ"))}
    files["main"] = files.pop("edition.typ")
    files["document.xml"] = text.encode()
    files["held.json"] = b"{}"
    listed = [
        {
            "name": file.name,
            "path": f"attached/{file.name}",
            "description": f"{file.name} (TEI XML)",
            "relationship": file.relationship,
        }
        for file in sorted(attachments, key=lambda file: file.name)
    ]
    files["attachments.json"] = json.dumps(listed).encode()
    files["places.json"] = json.dumps({id_: asdict(elsewhere[id_]) for id_ in sorted(elsewhere)}).encode()
    files["fingerprint.txt"] = fingerprint(attachments).encode()
    return files | {f"attached/{file.name}": file.data for file in attachments}


def _whole(
    setter: Callable[[str, Files, Path, int, str], _Set],
    name: str,
    files: Files,
    fonts: Path,
    timestamp: int,
    paper: str,
) -> _Set:
    """Set a book until no note is torn, or a few times; give the best that was seen."""
    times: Counter[str] = Counter()
    best = now = setter(name, files, fonts, timestamp, paper)
    for _ in range(_ROUNDS):
        if not now.torn:
            break
        for note in now.torn:
            times[note.id] += _WEIGHTS[note.text < note.mark]
        now = setter(name, files | {"held.json": json.dumps(times).encode()}, fonts, timestamp, paper)
        best = min(best, now, key=lambda tried: len(tried.torn))
    return best


def _apart(name: str, files: Files, fonts: Path, timestamp: int, paper: str) -> _Set:
    """Set a book in a process of its own."""
    others = Processes(1)
    try:
        return result_of(others.submit(_set, name, files, fonts, timestamp, paper))
    finally:
        others.shutdown(wait=False, cancel_futures=True)


def _set(name: str, files: Files, fonts: Path, timestamp: int, paper: str) -> _Set:
    """Set a book; Typst remembers the layout from the PDF to the question."""
    try:
        pdf = _compile(files, fonts, timestamp, paper=paper)
    except typst.TypstError as error:
        hints = getattr(error, "hints", None) or []
        message = str(getattr(error, "message", error))
        raise EditionError(f"{name}: Typst says: {message}", " ".join(hints)) from error
    query_any: Any = typst.query  # its types lack the dict of files that it takes
    answer = query_any(files, "<told>", field="value", one=True, **_surroundings(fonts, paper=paper))
    told = json.loads(answer)
    places = {id_: Place(**at) for id_, at in told["places"].items()}
    return _Set(pdf, tuple(TornNote(*note) for note in told["torn"]), places)


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
