"""Exceptions to rules, as data with a reason: `<?edition-exempt D201 The printer's own error.?>`.

The instruction stands in front of the element that it is about, in front of the root for the whole file,
and in front of the root of `tei/edition.xml` for the whole edition. Codes come first, then the reason.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from tei_edition.findings import Finding
from tei_edition.rules import rules, severity_of
from tei_edition.source import Place, Source

TARGET = "edition-exempt"
"""The name of the processing instruction."""

_CODES = re.compile(r"\s*((?:[A-Z]\d{3}[\s,]*)+)")
_FIRST, _LAST = Place(1, 1), Place(10**9, 1)


@dataclass(frozen=True)
class Exemption:
    """Codes that are not told between two places of a file, or (`path` is None) anywhere."""

    codes: tuple[str, ...]
    reason: str
    path: Path | None
    first: Place
    last: Place
    file: Path
    place: Place
    """Where the instruction itself stands."""

    def covers(self, finding: Finding, code: str) -> bool:
        """Say whether a finding is one of those that are not told, under this code."""
        inside = self.path is None or (
            finding.path == self.path and self.first <= (finding.line, finding.column) < self.last
        )
        return inside and finding.code == code


def exempt(
    findings: Iterable[Finding], sources: Sequence[Source], edition: Path | None, is_whole: bool
) -> list[Finding]:
    """Leave out the findings that are exempted; find exemptions that exempt nothing (W101 to W103).

    `edition` is the file whose exemptions hold everywhere; whether they are of use can only be said
    where the whole edition was checked.
    """
    exemptions = [one for source in sources for one in _exemptions(source, source.path == edition)]
    texts = {source.path: source for source in sources}
    left, used = [], set()
    for finding in findings:
        by = [(one, code) for one in exemptions for code in one.codes if one.covers(finding, code)]
        used.update(by)
        if not by:
            left.append(_where_allowed(finding, exemptions, texts))
    for one in exemptions:
        left += _problems(one, {code for other, code in used if other == one}, is_whole)
    return left


def _where_allowed(
    finding: Finding, exemptions: Sequence[Exemption], texts: Mapping[Path, Source]
) -> Finding:
    """Take the edits off a finding where one of them would change what is exempted."""
    for edit in finding.edits:
        place = texts[finding.path].place_at(edit.start)
        there = replace(finding, line=place.line, column=place.column)
        if any(one.covers(there, finding.code) for one in exemptions if finding.code in one.codes):
            return replace(finding, edits=())
    return finding


def _exemptions(source: Source, is_edition: bool) -> Iterator[Exemption]:
    before = source.root.itersiblings(etree.PI, preceding=True)
    for node in (*before, *source.root.iter(etree.PI)):
        covered = _covered(node)
        if covered is None or not isinstance(node, etree._ProcessingInstruction) or node.target != TARGET:
            continue
        text = node.text or ""
        found = _CODES.match(text)
        codes = tuple(re.findall(r"[A-Z]\d{3}", found[1])) if found else ()
        reason = text[found.end() :].strip(" -:\n\t") if found else text.strip()
        first, last = source.extent(covered)
        if covered is source.root:
            first, last = _FIRST, _LAST
        path = None if is_edition and covered is source.root else source.path
        yield Exemption(codes, reason, path, first, last, source.path, source.place(node))


def _covered(node: etree._Element) -> etree._Element | None:
    """Give the element that follows an instruction, or else the one that it stands in."""
    following = next(node.itersiblings(etree.Element), None)
    parent = node.getparent()
    return parent if following is None and parent is not None else following


def _problems(one: Exemption, used: set[str], is_whole: bool) -> Iterator[Finding]:
    def problem(code: str, message: str, hint: str) -> Finding:
        return Finding(one.file, one.place.line, one.place.column, code, severity_of(code), message, hint)

    if not one.codes:
        hint = f"Write <?{TARGET} D201 The reason.?>."
        yield problem("W101", "This exemption names no rule.", hint)
    elif not one.reason:
        hint = f"Write <?{TARGET} {' '.join(one.codes)} The reason.?>."
        yield problem("W101", "This exemption gives no reason.", hint)
    known = rules() if one.codes else {}
    for code in one.codes:
        if code not in known:
            yield problem("W102", f"There is no rule {code}.", "`edition explain` lists all.")
        elif code not in used and (is_whole or one.path is not None):
            message = f"Nothing here breaks {code}: it is of no use any more."
            yield problem("W103", message, "Delete it.")
