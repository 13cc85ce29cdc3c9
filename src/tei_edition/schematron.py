"""Run the ODD's Schematron rules: compiled to XSLT by our stylesheet, run by Saxon."""

from pathlib import Path

from lxml import etree

from tei_edition.errors import EditionError
from tei_edition.findings import Finding, Severity
from tei_edition.markup import ED, text_of
from tei_edition.source import Source
from tei_edition.xslt import Saxon

VALIDATOR = "schema/validator.xsl"


class Schematron:
    """A Schematron schema, compiled once for one Saxon processor."""

    def __init__(self, path: Path, saxon: Saxon) -> None:
        """Compile the schema at `path`; raises `EditionError` where it is none."""
        try:
            tree = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True))
        except (OSError, etree.XMLSyntaxError) as error:
            raise EditionError(f"{path} is not a Schematron schema: {error}") from error
        self._saxon = saxon
        self._validator = saxon.compile_text(
            saxon.run(VALIDATOR, saxon.tree(tree.getroot())).text, name=str(path)
        )

    def check(self, source: Source) -> list[Finding]:
        """Give the findings of one file, each at its element."""
        result = self._saxon.run(self._validator, self._saxon.tree(source.root)).text
        found = etree.fromstring(result.encode())
        return [self._finding(source, node) for node in found.iter(f"{{{ED}}}finding")]

    @staticmethod
    def _finding(source: Source, node: etree._Element) -> Finding:
        place = source.place(source.element_at(node.get("path", "")))
        message, _, hint = text_of(node).partition(" Hint: ")
        code = node.get("code", "S000")
        severity = Severity(node.get("severity", "error"))
        return Finding(source.path, place.line, place.column, code, severity, message, hint)
