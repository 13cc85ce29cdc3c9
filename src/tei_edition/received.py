"""The sources of a whole edition: files of no document (F004), documents without their file (F005)."""

from collections.abc import Iterable
from pathlib import Path

from tei_edition.fidelity import original, stated_hashes
from tei_edition.findings import Finding
from tei_edition.nearest import nearest
from tei_edition.project import Project, visible_files
from tei_edition.rules import severity_of
from tei_edition.source import Source


def received(project: Project) -> list[Path]:
    """Give the files that were received, by name; hidden ones and a README are none."""
    files = visible_files((project.tei / "sources").resolve())
    return [file for file in files if file.stem.upper() != "README"]


def orphans(project: Project, files: Iterable[Path]) -> list[Finding]:
    """Find those of the files that were received that belong to no document."""
    stems = {document.stem for document in project.documents}
    return [_orphan(file, stems) for file in files if file.stem not in stems]


def unsourced(source: Source, project: Project) -> Finding | None:
    """Give what is told of a document that states no source, if it has none and others of its edition do.

    Where the header states the file's SHA-256, F003 says it already.
    """
    is_document = source.path in project.resolved_documents
    return _unsourced(source) if is_document and not _states_one(source) else None


def _states_one(source: Source) -> bool:
    return original(source.root) is not None and bool(stated_hashes(source))


def _orphan(file: Path, stems: Iterable[str]) -> Finding:
    message = f"{file.name} is the source of no document: there is no documents/{file.stem}.xml."
    near = nearest(file.stem, stems, 0.8)
    rename = f'If it is that of "{near}", rename it {near}{file.suffix}.' if near else ""
    hint = rename or "Add the document, or keep the file elsewhere."
    return Finding(file, 1, 1, "F004", severity_of("F004"), message, hint)


def _unsourced(source: Source) -> Finding:
    division = original(source.root)
    place = source.place(source.root if division is None else division)
    message = f"There is no sources/{source.path.stem}.txt to compare the text with."
    hint = "Put the text as it was received there."
    return Finding(source.path, place.line, place.column, "F005", severity_of("F005"), message, hint)
