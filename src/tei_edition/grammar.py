"""Hold a file against the RELAX NG schema: lxml says whether it is valid, jing says what is wrong."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from lxml import etree

from tei_edition import jing
from tei_edition.errors import EditionError
from tei_edition.findings import Finding, Severity
from tei_edition.grammar_order import orders
from tei_edition.grammar_words import Names, is_echo, say
from tei_edition.markup import RELAX_NG, text_of
from tei_edition.source import Source


class Grammar:
    """A RELAX NG schema, compiled once."""

    def __init__(self, path: Path) -> None:
        """Compile the schema at `path`; raises `EditionError` where it is none."""
        self.path = path
        try:
            self._tree = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True))
            self._grammar = etree.RelaxNG(self._tree)
        except (OSError, etree.XMLSyntaxError, etree.RelaxNGParseError) as error:
            raise EditionError(f"{path} is not a RELAX NG schema: {error}") from error

    @cached_property
    def names(self) -> Names:
        """What messages need to know of the schema."""
        tree = self._tree
        return Names(_names(tree, "element"), _names(tree, "attribute"), orders(tree))

    def check(self, sources: Sequence[Source]) -> list[Finding]:
        """Give the findings (R001 to R009) of all files that the schema does not allow."""
        invalid = [source for source in sources if not self._grammar.validate(source.root)]
        if not invalid:
            return []
        findings = []
        for source, complaints in zip(invalid, jing.explain(self.path, invalid), strict=True):
            said = [say(one, source, self.names) for one in complaints if not is_echo(one)]
            findings += said or [self._unexplained(source)]
        return findings

    def _unexplained(self, source: Source) -> Finding:
        """Say what libxml2 said, for the few odd values on which the two engines differ."""
        try:
            self._grammar.assertValid(source.root)
        except etree.DocumentInvalid as error:
            return Finding(source.path, 1, 1, "R009", Severity.ERROR, f"{error}.")
        raise AssertionError("a file was invalid and is not")


def _names(tree: etree._ElementTree, kind: str) -> frozenset[str]:
    names = {str(node.get("name")) for node in tree.iter(f"{{{RELAX_NG}}}{kind}") if node.get("name")}
    inner = tree.iterfind(f".//{{{RELAX_NG}}}{kind}/{{{RELAX_NG}}}name")
    return frozenset(names | {text_of(node) for node in inner})
