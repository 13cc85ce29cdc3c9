"""Keep edits from changing a text that was received: what the source has is not the program's to mend."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain, groupby
from operator import attrgetter
from pathlib import Path

from tei_edition.edits import edited
from tei_edition.fidelity import agrees, original, text_received
from tei_edition.findings import Edit, Finding
from tei_edition.project import Project
from tei_edition.read import parse
from tei_edition.source import ATTRIBUTE, PIECE, Source, Stretch

_BY_CODE = attrgetter("code")
_SPECIAL = re.compile("[<&\"']")
_SAYS_WHAT_IS_TEXT = re.compile("(?:type|break)$|xmlns")
"""Names of attributes on which it depends what is text (`fidelity`), or what elements are."""


def kept_faithful(
    findings: Iterable[Finding], sources: Sequence[Source], project: Project | None
) -> list[Finding]:
    """Take the edits off findings that would change the original's text away from its source file.

    Edits that change it stay where all of them together make it what the source file has; where there is
    no source file, none stays. What is compared is what `fidelity` compares.
    """
    by_path: dict[Path, list[Finding]] = {}
    for finding in findings:
        by_path.setdefault(finding.path, []).append(finding)
    for source in sources:
        changing = _changing(by_path.get(source.path, ()), source)
        received = project.source_of(source.path) if project else None
        if changing and not (received and _are_of_source(changing, source, received)):
            by_path[source.path] = [
                replace(finding, edits=()) if finding in changing else finding
                for finding in by_path[source.path]
            ]
    return [*chain.from_iterable(by_path.values())]


def _changing(findings: Sequence[Finding], source: Source) -> set[Finding]:
    """Give the findings whose edits change the text of the original; those of one rule stand together."""
    mendable = [finding for finding in findings if finding.edits]
    division = original(source.root) if mendable else None
    if division is None:
        return set()
    inside = [finding for finding in mendable if _meets(finding, source.whole(division))]
    changing: set[Finding] = set()
    for _, group in groupby(sorted(inside, key=_BY_CODE), _BY_CODE):
        alike = list(group)
        if not all(_is_in_value(edit, source) for finding in alike for edit in finding.edits):
            mended = _mended(source, alike)
            if mended is None or text_received(mended.root) != text_received(source.root):
                changing.update(alike)
    return changing


def _meets(finding: Finding, stretch: Stretch) -> bool:
    return any(edit.end >= stretch.start and edit.start <= stretch.end for edit in finding.edits)


def _is_in_value(edit: Edit, source: Source) -> bool:
    """Say whether an edit writes in the value of an attribute only, and of one that text does not depend on.

    Such edits are the most; where this says no, the whole text is compared.
    """
    if _SPECIAL.search(edit.text) or source.is_cdata(edit.start):
        return False
    tag = PIECE.match(source.text, source.text.rfind("<", 0, edit.start))
    values = ATTRIBUTE.finditer(source.text, *tag.span()) if tag else ()
    around = next((one for one in values if one.start(2) < edit.start and edit.end < one.end(2)), None)
    return around is not None and "&" not in around[2] and not _SAYS_WHAT_IS_TEXT.match(around[1])


def _are_of_source(findings: Iterable[Finding], source: Source, received: Path) -> bool:
    mended = _mended(source, findings)
    return mended is not None and agrees(mended.root, received)


def _mended(source: Source, findings: Iterable[Finding]) -> Source | None:
    """Give a file as it would be, None where it would be no TEI any more."""
    edits = [edit for finding in findings for edit in finding.edits]
    result = parse(source.path, BOM_UTF8 + edited(source.text, edits).encode())
    return result if isinstance(result, Source) else None
