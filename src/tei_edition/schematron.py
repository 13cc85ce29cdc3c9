"""Run the ODD's Schematron rules: compiled to XSLT by our stylesheet, run by Saxon."""

import re
from copy import deepcopy
from pathlib import Path

from lxml import etree

from tei_edition.errors import EditionError
from tei_edition.findings import Finding, Severity
from tei_edition.markup import ED, SCHEMATRON, text_of
from tei_edition.source import Source
from tei_edition.xslt import Saxon, TransformError

VALIDATOR = "schema/validator.xsl"


def compile_rules(schema: etree._Element, saxon: Saxon, name: str) -> str:
    """Compile a Schematron schema; give the name to run it by.

    Raises `EditionError` that names the pattern where one has an XPath that is none.
    """
    try:
        return saxon.compile_text(saxon.run(VALIDATOR, saxon.tree(schema)).text, name)
    except TransformError as error:
        for pattern in schema.iter(f"{{{SCHEMATRON}}}pattern"):
            alone = deepcopy(schema)
            for other in list(alone.iter(pattern.tag)):
                if other.get("id") != pattern.get("id"):
                    alone.remove(other)
            try:
                saxon.compile_text(saxon.run(VALIDATOR, saxon.tree(alone)).text, f"{name} alone")
            except TransformError as cause:
                message = f"The rule {pattern.get('id')} is not one that can be run: {_xpath(cause)}"
                raise EditionError(message, "Mend its `sch:rule` in the ODD.") from cause
        raise EditionError(f"{name} cannot be compiled: {error}") from error


def _xpath(error: TransformError) -> str:
    """Give what Saxon says of an XPath, without where it stood in what we made of it."""
    return re.sub(r"^.*?(?=X[A-Z]{3}\d{4})", "", str(error)).strip()


class Schematron:
    """A Schematron schema, compiled once for one Saxon processor."""

    def __init__(self, path: Path, saxon: Saxon) -> None:
        """Compile the schema at `path`; raises `EditionError` where it is none."""
        try:
            tree = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True))
        except (OSError, etree.XMLSyntaxError) as error:
            raise EditionError(f"{path} is not a Schematron schema: {error}") from error
        self._saxon = saxon
        self._validator = compile_rules(tree.getroot(), saxon, str(path))

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
