"""Keep edits from changing a text that was received: what the source has is not the program's to mend."""

from codecs import BOM_UTF8
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from tei_edition.edits import edited
from tei_edition.fidelity import agrees, original, text_received
from tei_edition.findings import Edit, Finding
from tei_edition.project import Project
from tei_edition.read import parse
from tei_edition.source import Source


def kept_faithful(
    findings: Iterable[Finding], sources: Sequence[Source], project: Project | None
) -> list[Finding]:
    """Take the edits off findings that would change the original's text away from its source file.

    An edit that changes it stays where all such edits together make it what the source file has; where
    there is no source file, none stays. What is compared is what `fidelity` compares.
    """
    by_path: dict[Path, list[Finding]] = {}
    for finding in findings:
        by_path.setdefault(finding.path, []).append(finding)
    for source in sources:
        found = by_path.get(source.path, [])
        changing = [finding for finding in found if _changes(finding, source)]
        received = project.source_of(source.path) if project else None
        if changing and not (received and _are_of_source(changing, source, received)):
            by_path[source.path] = [
                replace(finding, edits=()) if finding in changing else finding for finding in found
            ]
    return [*chain.from_iterable(by_path.values())]


def _changes(finding: Finding, source: Source) -> bool:
    """Say whether a finding's edits change the text of the original."""
    division = original(source.root) if finding.edits else None
    if division is None:
        return False
    first, last = source.whole(division)
    if all(edit.end < first or edit.start > last for edit in finding.edits):
        return False
    mended = _edited(source, finding.edits)
    return mended is None or text_received(mended.root) != text_received(source.root)


def _are_of_source(findings: Sequence[Finding], source: Source, received: Path) -> bool:
    mended = _edited(source, [edit for finding in findings for edit in finding.edits])
    return mended is not None and agrees(mended.root, received)


def _edited(source: Source, edits: Sequence[Edit]) -> Source | None:
    """Give a file as it would be, None where it would be no TEI any more."""
    result = parse(source.path, BOM_UTF8 + edited(source.text, edits).encode())
    return result if isinstance(result, Source) else None
