"""What the TEI's own schema says of an element: its attributes, each with the classes that bring it."""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from tei_edition.markup import RELAX_NG

_NAME = f"{{{RELAX_NG}}}"


class TeiAll:
    """`tei_all.rng`: definitions are named for the classes, `att.global.attribute.n`."""

    def __init__(self, path: Path) -> None:
        """Read the schema."""
        definitions = list(etree.parse(path).iter(f"{_NAME}define"))
        self._definitions = {str(node.get("name")): node for node in definitions}
        found = (node.find(f"{_NAME}element") for node in definitions)
        self.elements = {str(node.get("name")): node for node in found if node is not None}

    def attributes(self, element: str) -> set[tuple[str, frozenset[str]]]:
        """Give each attribute of an element, with the classes on the way to it; none for its own."""
        return set(self._attributes(self.elements[element], ()))

    def _attributes(
        self, pattern: etree._Element, way: tuple[str, ...]
    ) -> Iterator[tuple[str, frozenset[str]]]:
        for part in pattern:
            if part.tag == f"{_NAME}attribute":
                prefix = "xml:" if "namespace" in part.get("ns", "") else ""
                yield prefix + str(part.get("name")), frozenset(way)
            elif part.tag == f"{_NAME}ref":
                name = str(part.get("name"))
                inner = self._definitions[name]
                if inner.find(f"{_NAME}element") is None:
                    class_name = name.partition(".attribute")[0]
                    yield from self._attributes(inner, (*way, class_name))
            elif part.tag != f"{_NAME}element":
                yield from self._attributes(part, way)
