"""Which addresses of an edition were published, as `tei/published.txt` records, and which of them are gone.

An address is written as a pointer from `tei/`: `documents/letter.xml` for a document, with `#en-s1` for
a passage of it. One that is gone is explained where it was, by `note type="withdrawn"` that keeps its id.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from tei_edition.errors import EditionError
from tei_edition.findings import Finding
from tei_edition.markup import XML_ID, tei
from tei_edition.project import Project, leads_out
from tei_edition.read import read
from tei_edition.replace import replace
from tei_edition.rules import severity_of
from tei_edition.source import Source

_ADDRESS = re.compile(r"((?:documents|registers)/[^#\s]+\.xml|alignments\.xml)(?:#(\S+))?")
_SHOWN = 3
"""How many ids a finding names."""

_HEAD = """\
# Addresses that were published: documents, register entries, passages, links.
# `edition addresses --write` adds new ones; none is ever taken out.
"""


@dataclass(frozen=True)
class Listed:
    """What was published: for each file as seen from `tei/` its ids, with the line that records each.

    The id "" stands for the file itself. `strange` are the lines that are no address.
    """

    files: dict[str, dict[str, int]]
    strange: tuple[int, ...] = ()


def listed(project: Project) -> Listed:
    """Read the record; nothing where there is none, or where it lies outside the edition."""
    files: dict[str, dict[str, int]] = {}
    strange = []
    for number, line in enumerate(_lines(project), start=1):
        found = _ADDRESS.fullmatch(line.strip())
        if found and ".." not in found[1].split("/"):
            files.setdefault(found[1], {}).setdefault(found[2] or "", number)
        elif line.strip() and not line.startswith("#"):
            strange.append(number)
    return Listed(files, tuple(strange))


def _lines(project: Project) -> list[str]:
    file = project.published
    if not file.is_file() or leads_out(file):
        return []
    try:
        return file.read_text("utf-8-sig", "replace").split("\n")
    except OSError:
        return []


def gone_from(source: Source, project: Project, published: Listed) -> Iterator[Finding]:
    """Find that a file no longer has ids of its own that were published (N008)."""
    base = project.tei.resolve()
    if not published.files or not source.path.is_relative_to(base):
        return
    ids = published.files.get(source.path.relative_to(base).as_posix(), {})
    present = {str(node.get(XML_ID)) for node in source.root.iter(etree.Element)} if ids else set()
    gone = [one for one in ids if one and one not in present]
    if gone:
        place, end = source.ends(source.root, "xml:id")
        hint = (
            f"Give it back, or put {_note(gone[0])} into `standOff`, with the reason and where to look now."
        )
        yield Finding(source.path, *place, "N008", severity_of("N008"), _said(gone), hint, end)


def _said(gone: list[str]) -> str:
    shown = ", ".join(f'"{one}"' for one in gone[:_SHOWN])
    more = f" and {len(gone) - _SHOWN} more" if len(gone) > _SHOWN else ""
    what = "The published address" if len(gone) == 1 else "The published addresses"
    return f"{what} {shown}{more} {'is' if len(gone) == 1 else 'are'} gone, and nothing explains it."


def _note(id: str) -> str:  # noqa: A002
    return f'`note` with type="withdrawn" and xml:id="{id}"'


def files_gone(project: Project) -> Iterator[Finding]:
    """Find published files that are gone (N008), and lines of the record that are no address."""
    published = listed(project)
    for number in published.strange:
        message = "This line is no address."
        yield Finding(project.published, number, 1, "N008", severity_of("N008"), message, "Delete it.")
    explained = None
    for file, ids in published.files.items():
        if (project.tei / file).is_file():
            continue
        explained = explained if explained is not None else _withdrawn(project)
        stem = Path(file).stem
        if stem not in explained:
            message = f"{file} was published and is gone, and nothing explains it."
            hint = f"Put it back, or put {_note(stem)} into `standOff` of edition.xml, with the reason."
            place = (project.published, min(ids.values()), 1)
            yield Finding(*place, "N008", severity_of("N008"), message, hint)


def _withdrawn(project: Project) -> set[str]:
    """Give the names of the files whose end the edition's header explains."""
    edition = read(project.edition) if project.edition.is_file() and not leads_out(project.edition) else None
    return {str(n.get(XML_ID)) for n in withdrawn_in(edition.root)} if isinstance(edition, Source) else set()


def withdrawn_in(root: etree._Element) -> list[etree._Element]:
    """Give the notes of a text that stand for what is gone."""
    notes = root.iterfind(f"{tei('standOff')}/{tei('note')}[@type='withdrawn']")
    return [note for note in notes if note.get(XML_ID)]


def addresses_of(source: Source, path: str) -> Iterator[str]:
    """Give the addresses of a file, `path` as seen from `tei/`: itself and the ids outside its header."""
    if path != "alignments.xml":
        yield path
    for part in source.root.iterchildren(tei("text"), tei("standOff")):
        for node in part.iter(etree.Element):
            if XML_ID in node.attrib:
                yield f"{path}#{node.get(XML_ID)}"


def unrecorded(project: Project) -> list[str]:
    """Give the addresses of an edition that its record does not have, file by file in their order.

    Raises `EditionError` where a file cannot be read.
    """
    published = listed(project).files
    return [one for one in _all(project) if not _has(published, one)]


def _has(published: dict[str, dict[str, int]], address: str) -> bool:
    file, _, id_ = address.partition("#")
    return id_ in published.get(file, {})


def _all(project: Project) -> Iterator[str]:
    others = [project.alignments] if project.alignments.is_file() else []
    for file in (*project.documents, *project.registers, *others):
        source = None if leads_out(file) else read(file)
        if not isinstance(source, Source):
            raise EditionError(f"{file} cannot be read", "Run `edition check` first.")
        yield from addresses_of(source, file.relative_to(project.tei).as_posix())


def record(project: Project, addresses: Iterable[str]) -> None:
    """Add addresses to the end of the record; what stands there stays as it is."""
    file = project.published
    before = file.read_bytes() if file.is_file() else _HEAD.encode()
    if before and not before.endswith(b"\n"):
        before += b"\n"
    data = before + "".join(f"{address}\n" for address in addresses).encode()
    if file.is_file():
        replace(file, data)
    else:
        file.write_bytes(data)
