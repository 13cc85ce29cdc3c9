"""Run Schematron rules: compiled to XSLT by our stylesheet, run by Saxon.

Rules that a document brought with it are programs of strangers. They run in a process of their own,
with no way to a file or to the network, and for so long and no longer (`sealed`).
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from tei_edition import sealed
from tei_edition.findings import Finding, Severity
from tei_edition.markup import ED, text_of
from tei_edition.schema_files import Fence, read_rules
from tei_edition.sealed import Answer
from tei_edition.source import Source
from tei_edition.validator import compile_rules, make, make_once
from tei_edition.xslt import Node, Saxon, TransformError, said_of

_LONGEST = 500
"""Characters that are shown of what another schema says."""

_OUR_CODE = re.compile(r"(S\d{3})-")


class Schematron:
    """The rules of one schema, compiled once for one Saxon processor."""

    def __init__(
        self, path: Path, saxon: Saxon, fence: Fence | None = None, cache: Path | None = None
    ) -> None:
        """Read the rules in the Schematron or RELAX NG schema at `path`, and compile them if it is trusted.

        In the folder `cache` lies what was made of schemas before. Raises `SchemaError` for what is none.
        """
        self.path = path
        self._saxon = saxon
        self._fence = fence
        self._guard = ""
        self._schema = read_rules(path, fence)
        if self._schema is not None and fence is None:
            stylesheet = make_once(self._schema, saxon, path.name, path.as_uri(), cache)
            compile_rules(self._schema, saxon, str(path), stylesheet)

    def check(self, *sources: Source) -> list[Finding]:
        """Give the findings of some files, each at its element or attribute.

        Raises `SchemaError` where a stranger's rules cannot be run to their end.
        """
        if self._schema is None:
            return []
        found = []
        for source, answer in zip(sources, self._answers(self._schema, sources), strict=True):
            if answer.fault:
                found.append(self._not_applied(source, answer.fault))
            else:
                found += self._findings(source, answer.result)
        return found

    def _answers(self, schema: etree._Element, sources: Sequence[Source]) -> Iterator[Answer]:
        if self._fence is not None:
            roots = [source.root for source in sources]
            yield from sealed.run(schema, roots, self._saxon.folder, self.path.name)
            return
        for source in sources:
            tree = self._saxon.tree(source.root)
            try:
                yield Answer(self._saxon.run(str(self.path), tree).text)
            except TransformError:
                yield self._guarded(schema, tree)

    def _guarded(self, schema: etree._Element, tree: Node) -> Answer:
        """Run the rules again, so that the one that cannot be evaluated does not hide the others."""
        if not self._guard:
            guarded = make(schema, self._saxon, self.path.name, self.path.as_uri(), guarded=True)
            self._guard = self._saxon.compile_text(guarded, f"{self.path}, guarded")
        try:
            return Answer(self._saxon.run(self._guard, tree).text)
        except TransformError as error:
            return Answer(fault=said_of(error))

    def _findings(self, source: Source, result: str) -> Iterator[Finding]:
        for node in etree.fromstring(result.encode()).iter(f"{{{ED}}}finding"):
            path, _, attribute = node.get("path", "").partition("/@")
            place, end = source.ends(source.element_at(path), attribute or None)
            message, _, hint = text_of(node).partition(" Hint: ")
            ours = _OUR_CODE.match(node.get("pattern", ""))
            if not ours:
                message = _of_others(message, node.get("rule", ""))
            severity = Severity(node.get("severity", "error"))
            code = ours[1] if ours else "S000"
            yield Finding(source.path, *place, code, severity, message, hint, end)

    def _not_applied(self, source: Source, fault: str) -> Finding:
        place = source.place(source.root)
        words = " ".join(fault.split())[:_LONGEST]
        message = f"The rules in {self.path.name} cannot be applied to this file: {words.rstrip('.')}."
        where = (source.path, place.line, place.column)
        return Finding(*where, "S000", Severity.ERROR, message, "Mend the schema.")


def _of_others(message: str, rule: str) -> str:
    """Let what another schema says end as a sentence does, and name its rule."""
    shown = message if len(message) <= _LONGEST else f"{message[:_LONGEST]} …"
    if shown[-1:].isalnum() or shown[-1:] in ('"', "'", ")", "”", "`"):
        shown += "."
    return f'{shown} (Rule "{rule}".)' if rule else shown
