"""Exceptions to rules, as data with a reason: `<?edition-exempt D201 The printer's own error.?>`.

The instruction stands in front of the element that it is about, in front of the root for the whole file,
and in front of the root of `tei/edition.xml` for the whole edition. Codes come first, then the reason.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from lxml import etree

from tei_edition.exempted import TARGET, Exempted, Exemption
from tei_edition.findings import Finding
from tei_edition.place import Place
from tei_edition.source import Source

_CODES = re.compile(r"\s*((?:[A-Z]\d{3}[\s,]*)+)")
_FIRST, _LAST = Place(1, 1), Place(10**9, 1)


def exemptions_in(source: Source, edition: Path | None) -> Iterator[Exemption]:
    """Give the exemptions that stand in a file; those of the file `edition` can hold everywhere."""
    return _exemptions(source, source.path == edition)


def where_allowed(
    findings: Iterable[Finding], exemptions: Sequence[Exemption], source: Source
) -> Iterator[Finding]:
    """Take the edits off the findings in a file of which one would change what is exempted."""
    exempted = Exempted(exemptions)
    for finding in findings:
        places = (source.place_at(edit.start) for edit in finding.edits)
        is_exempted = any(exempted.at(finding.path, finding.code, place) for place in places)
        yield replace(finding, edits=()) if is_exempted else finding


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
