"""The only module that knows Typst: print XML → PDF/A-3a and PDF/UA-1, the same bytes each time.

Never fork after Typst has compiled anything: the child hangs. Spawn.
"""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

import typst

from tei_edition.attached import Attached, fingerprint
from tei_edition.errors import EditionError
from tei_edition.squeeze import squeezed

_STANDARDS = ["a-3a", "ua-1"]
_PROBE = '#set document(title: "t"); #sys.inputs.text'
_NON_ASCII = re.compile(r"[^\t\n\r -~]")
_REFERENCE = re.compile(r"&#(x?)([0-9A-Fa-f]+);")
_LINES_AND_JOINERS = "\u00a0\u00ad\u200b\u200c\u200d\u2060"


class TypesetError(EditionError):
    """Typst cannot set what it was given."""


@dataclass(frozen=True)
class Place:
    """Where something stands in an edition of several volumes."""

    volume: str
    """The volume's number, in Roman figures."""
    page: int


def typeset(
    name: str,
    print_xml: str,
    templates: Path,
    attachments: Sequence[Attached],
    timestamp: int,
    elsewhere: Mapping[str, Place] | None = None,
) -> bytes:
    """Give the PDF of a print XML, as `xslt/pdf/print.xsl` describes it.

    `name` is what errors call it; `templates` is the folder with `edition.typ`;
    `attachments` are TEI files that the PDF carries;
    `timestamp` is the PDF's date, in seconds since 1970, UTC;
    `elsewhere` says where the things stand that are in other volumes, by their ids.
    Raises `TypesetError` with what Typst says and its hint.
    """
    files = _files(print_xml, templates, attachments, elsewhere or {})
    try:
        return squeezed(_compile(files, timestamp))
    except typst.TypstError as error:
        hints = getattr(error, "hints", None) or []
        message = str(getattr(error, "message", error))
        raise TypesetError(f"{name}: Typst says: {message}", " ".join(hints)) from error


def places(
    print_xml: str,
    templates: Path,
    attachments: Sequence[Attached],
    elsewhere: Mapping[str, Place],
) -> dict[str, Place]:
    """Say on which pages the things with ids stand, in a volume of several that was set just before.

    Given the same as `typeset` was, Typst remembers the pages, and this costs next to nothing.
    """
    files = _files(print_xml, templates, attachments, elsewhere)
    query_any: Any = typst.query  # its types lack the dict of files that it takes
    answer = query_any(files, "<places>", field="value", one=True, ignore_system_fonts=True)
    return {id_: Place(**at) for id_, at in json.loads(answer).items()}


def _files(
    print_xml: str, templates: Path, attachments: Sequence[Attached], elsewhere: Mapping[str, Place]
) -> dict[str, bytes]:
    """Give all that Typst reads."""
    files = {path.name: path.read_bytes() for path in sorted(templates.glob("*.typ"))}
    files["main"] = files.pop("edition.typ")
    files["document.xml"] = _showable(print_xml).encode()
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


def _compile(files: dict[str, bytes], timestamp: int, **inputs: str) -> bytes:
    compile_any: Any = typst.compile  # its types lack the dict of files that it takes
    pdf: bytes = compile_any(
        files,
        format="pdf",
        ignore_system_fonts=True,
        pdf_standards=_STANDARDS,
        sys_inputs=inputs,
        timestamp=timestamp,
    )
    return pdf


def _showable(text: str) -> str:
    """Put `[U+1234]` in the place of each character that no embedded font has.

    Under a PDF standard a character without a glyph is an error, and without one it is lost in silence.
    """
    text = _REFERENCE.sub(_character, text)
    clusters = frozenset(_clusters(text))
    missing = {cluster for cluster in clusters if not _known(cluster)} if clusters else set()
    for cluster in sorted(missing, key=len, reverse=True):
        text = text.replace(cluster, "".join(_named(character) for character in cluster))
    return text


def _character(reference: re.Match[str]) -> str:
    """Give the character that a reference of XML stands for, but for markup and control characters."""
    code = int(reference[2], 16 if reference[1] else 10)
    return chr(code) if code > 0x7E else reference.group()


def _clusters(text: str) -> list[str]:
    """List the characters beyond ASCII, each with the marks that stand on it."""
    found: list[str] = []
    for match in _NON_ASCII.finditer(text):
        character = match.group()
        previous = text[match.start() - 1] if match.start() else ""
        if unicodedata.combining(character) and previous:
            found.append(previous + character)
        found.append(character)
    return found


def _named(character: str) -> str:
    if character in _LINES_AND_JOINERS or character.isascii() or _known(character):
        return character
    return f"[U+{ord(character):04X}]"


@cache
def _known(cluster: str) -> bool:
    """Say whether the embedded fonts can show a character with its marks."""
    try:
        _compile({"main": _PROBE.encode()}, 0, text=f"x{cluster}x")
    except typst.TypstError:
        return False
    return True
