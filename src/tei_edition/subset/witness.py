"""Show an outcome of the search as an XML document."""

from typing import cast

from lxml import etree

from tei_edition.markup import XML
from tei_edition.subset.names import Name
from tei_edition.subset.outcomes import Child, Outcome, Present, Words
from tei_edition.subset.patterns import XSD, Data, Single

_WORDS = "text"


def document(outcome: Outcome) -> str:
    """Write the smallest document that leads to an outcome of the start patterns, as indented XML."""
    child = next(item.step for item in outcome.items() if isinstance(item.step, Child))
    # With a default namespace, elements of no namespace could not be written.
    default = "" if {"", XML} & _namespaces(outcome) else child.name.namespace
    namespaces: dict[str, str] = {cast("str", None): default} if default else {}
    root = etree.Element(_tag(child.name), nsmap=namespaces)
    ids: list[str] = []
    references: list[tuple[etree._Element, str]] = []
    _fill(root, child.outcome, ids, references)
    for node, attribute in references:
        node.set(attribute, ids[0] if ids else node.get(attribute, ""))
    etree.indent(root)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="unicode") + "\n"


def _namespaces(outcome: Outcome) -> set[str]:
    children = [item.step for item in outcome.items() if isinstance(item.step, Child)]
    return {child.name.namespace for child in children}.union(*(_namespaces(c.outcome) for c in children))


def _fill(
    node: etree._Element, outcome: Outcome, ids: list[str], references: list[tuple[etree._Element, str]]
) -> None:
    for item in outcome.items():
        match item.step:
            case Present(name, text, single):
                tag = _tag(name)
                node.set(tag, text)
                if _is_plain(single, ("ID",)):
                    ids.append(f"id{len(ids) + 1}")
                    node.set(tag, ids[-1])
                elif _is_plain(single, ("IDREF", "IDREFS")):
                    references.append((node, tag))
            case Child(name, child):
                _fill(etree.SubElement(node, _tag(name)), child, ids, references)
            case Words():
                _say(node, _WORDS)
    if outcome.whole:
        _say(node, outcome.whole)


def _say(node: etree._Element, words: str) -> None:
    if len(node):
        node[-1].tail = (node[-1].tail or "") + words
    else:
        node.text = (node.text or "") + words


def _tag(name: Name) -> str:
    return f"{{{name.namespace}}}{name.local}" if name.namespace else name.local


def _is_plain(single: Single, types: tuple[str, ...]) -> bool:
    return isinstance(single, Data) and single.library == XSD and single.type in types and not single.facets
