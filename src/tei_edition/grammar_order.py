"""The order in which a RELAX NG schema wants what stands in an element, where it wants one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml import etree

from tei_edition.markup import RELAX_NG

_NAME = f"{{{RELAX_NG}}}"
_IN_ORDER = frozenset(_NAME + name for name in "group optional zeroOrMore oneOrMore".split())


def orders(trees: Sequence[etree._Element]) -> Mapping[str, tuple[str, ...]]:
    """Give, for each element that is a plain sequence of elements, their names in that order."""
    definitions = {str(node.get("name")): node for tree in trees for node in tree.iter(f"{_NAME}define")}
    found = {}
    for element in (node for tree in trees for node in tree.iter(f"{_NAME}element")):
        names = tuple(_sequence(element, definitions))
        if len(names) > 1 and "" not in names and len(set(names)) == len(names):
            found[str(element.get("name"))] = names
    return found


def _sequence(pattern: etree._Element, definitions: Mapping[str, etree._Element]) -> Iterator[str]:
    """Give the names of the elements in a pattern; an empty one for what is no plain sequence."""
    for part in pattern:
        if part.tag == f"{_NAME}ref":
            definition = definitions.get(str(part.get("name")))
            element = definition.find(f"{_NAME}element") if definition is not None else None
            if element is not None:
                yield str(element.get("name"))
            elif _has_content(part, definitions):
                yield ""
        elif part.tag in _IN_ORDER:
            yield from _sequence(part, definitions)
        elif part.tag in (f"{_NAME}choice", f"{_NAME}text", f"{_NAME}data", f"{_NAME}interleave"):
            yield ""


def _has_content(
    part: etree._Element, definitions: Mapping[str, etree._Element], seen: frozenset[str] = frozenset()
) -> bool:
    """Say whether a pattern is about anything but attributes."""
    name = str(part.get("name"))
    if part.tag == f"{_NAME}attribute" or (part.tag == f"{_NAME}ref" and name in seen):
        return False
    if part.tag in (f"{_NAME}element", f"{_NAME}text", f"{_NAME}data"):
        return True
    inner: Iterable[etree._Element] = part
    if part.tag == f"{_NAME}ref":
        inner, seen = definitions.get(name, ()), seen | {name}
    return any(_has_content(one, definitions, seen) for one in inner)
