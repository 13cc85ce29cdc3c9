"""Make expressions of a schema's tree, as sections 4.11 to 4.22 of RELAX NG's specification say.

Elements are leaves, and the content of each is read when it is first asked for: that is how a schema can
refer to itself. What the specification forbids (section 7) and these expressions could not stand for is
refused.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

from lxml import etree

from tei_edition.errors import EditionError
from tei_edition.markup import RELAX_NG
from tei_edition.subset.datatypes import DATATYPES, FACETS, REFERRING, Space
from tei_edition.subset.expressions import Choice, Expression, Group, Interleave, Repeat, parts_of
from tei_edition.subset.files import load
from tei_edition.subset.languages import collapse
from tei_edition.subset.names import ALL, NONE, Name, NameSet, all_of, just
from tei_edition.subset.patterns import XSD, Attribute, Data, Element, ListOf, Single, Text, Value
from tei_edition.subset.pool import Pool

_RNG = f"{{{RELAX_NG}}}"
_CLASSES = frozenset(f"{_RNG}{kind}" for kind in ("name", "anyName", "nsName"))


@dataclass(eq=False)
class _Scope:
    """A grammar: what its names are defined as, and the grammar that it stands in."""

    parent: "_Scope | None"
    defined: dict[str, list[etree._Element]] = field(default_factory=dict)
    known: dict[str, Expression | None] = field(default_factory=dict)
    """Definitions that were read; `None` for one that is being read."""


class Schema:
    """A RELAX NG schema, read as expressions of a pool."""

    def __init__(self, path: Path, pool: Pool) -> None:
        """Read the schema at `path`. Raises `EditionError` where it is none or cannot be read."""
        self.path = path
        self._pool = pool
        self._root = load(path)
        self.refers = any(node.get("type") in REFERRING for node in self._root.iter(f"{_RNG}data"))
        start = self._pattern(self._root, _Scope(None))
        if start.nullable or any(not isinstance(leaf.payload, Element) for leaf in pool.leaves(start)):
            raise self._fault("its start is something else than an element")
        self.start = pool.choice(*(leaf for leaf, rest in pool.partials(start) if rest.nullable))

    def _fault(self, what: str) -> EditionError:
        return EditionError(f"{self.path.name} is not a RELAX NG schema: {what}")

    def _pattern(self, node: etree._Element, scope: _Scope) -> Expression:
        pool, kind = self._pool, str(node.tag).removeprefix(_RNG)
        match kind:
            case "choice":
                return pool.choice(*self._patterns(node, scope))
            case "group":
                return self._grouped(node, scope)
            case "interleave":
                return pool.interleave(*self._patterns(node, scope))
            case "mixed":
                return pool.interleave(self._text, self._grouped(node, scope))
            case "optional":
                return pool.optional(self._grouped(node, scope))
            case "zeroOrMore" | "oneOrMore":
                return pool.repeat(self._grouped(node, scope), int(kind == "oneOrMore"))
            case "empty":
                return pool.empty
            case "notAllowed":
                return pool.not_allowed
            case "text":
                return self._text
        return self._reference(node, kind, scope) or self._leaf(node, kind, scope)

    def _reference(self, node: etree._Element, kind: str, scope: _Scope) -> Expression | None:
        match kind:
            case "grammar":
                inner = _Scope(scope)
                self._define(node, inner)
                return self._named("", inner)
            case "ref":
                return self._named(str(node.get("name")), scope)
            case "parentRef":
                return self._named(str(node.get("name")), scope.parent)
        return None

    def _leaf(self, node: etree._Element, kind: str, scope: _Scope) -> Expression:
        match kind:
            case "element":
                return self._element(node, scope)
            case "attribute":
                return self._attribute(node, scope)
            case "list":
                return self._pool.leaf(ListOf(self._datatypes(self._grouped(node, scope))))
            case "data":
                return self._pool.leaf(self._data(node, scope))
            case "value":
                return self._pool.leaf(self._value(node))
        raise self._fault(f"`{kind}` is not a pattern")

    @cached_property
    def _text(self) -> Expression:
        return self._pool.repeat(self._pool.leaf(Text()))

    def _patterns(self, nodes: Iterable[etree._Element], scope: _Scope) -> list[Expression]:
        return [self._pattern(node, scope) for node in nodes]

    def _grouped(self, nodes: Iterable[etree._Element], scope: _Scope) -> Expression:
        return self._pool.group(*self._patterns(nodes, scope))

    def _define(self, node: etree._Element, scope: _Scope) -> None:
        for child in node:
            kind = str(child.tag).removeprefix(_RNG)
            if kind == "div":
                self._define(child, scope)
            elif kind in ("start", "define"):
                name = str(child.get("name", "")) if kind == "define" else ""
                scope.defined.setdefault(name, []).append(child)
            else:
                raise self._fault(f"`{kind}` stands in a grammar")

    def _named(self, name: str, scope: _Scope | None) -> Expression:
        """Give what a name (of the start: none) was defined as."""
        if scope is None or name not in scope.defined:
            raise self._fault(f'"{name or "start"}" is not defined')
        if name not in scope.known:
            scope.known[name] = None
            scope.known[name] = self._combined(scope.defined[name], name, scope)
        found = scope.known[name]
        if found is None:
            raise self._fault(f'"{name}" is defined by itself')
        return found

    def _combined(self, nodes: list[etree._Element], name: str, scope: _Scope) -> Expression:
        ways = {str(node.get("combine")) for node in nodes if "combine" in node.attrib}
        if len(nodes) > 1 and (len(ways) != 1 or sum("combine" not in node.attrib for node in nodes) > 1):
            raise self._fault(f'"{name or "start"}" is defined more than once')
        if not name and any(len(node) != 1 for node in nodes):
            raise self._fault("a start holds more or less than one pattern")
        parts = [self._grouped(node, scope) for node in nodes]
        if len(parts) == 1:
            return parts[0]
        return self._pool.choice(*parts) if ways == {"choice"} else self._pool.interleave(*parts)

    def _element(self, node: etree._Element, scope: _Scope) -> Expression:
        names, children = self._names_of(node)
        return self._pool.leaf(Element(names, partial(self._content, children, scope)))

    def _content(self, children: list[etree._Element], scope: _Scope) -> Expression:
        content = self._grouped(children, scope)
        self._refuse_mixture(content, set())
        return content

    def _refuse_mixture(self, node: Expression, seen: set[Expression]) -> None:
        """Datatypes do not stand beside other content, nor attributes repeat with it (sections 7.1, 7.2)."""
        if node in seen:
            return
        seen.add(node)
        parts = parts_of(node)
        for n, part in enumerate(parts):
            self._refuse_mixture(part, seen)
            if isinstance(node, Repeat):
                beside = [part]
                if self._groups_attributes(part):
                    raise self._fault("attributes repeat together with something else")
            else:
                beside = [] if isinstance(node, Choice) else [*parts[:n], *parts[n + 1 :]]
            if self._has(part, _is_datatype) and any(self._has(one, _is_content) for one in beside):
                raise self._fault("a datatype stands beside other content")

    def _groups_attributes(self, node: Expression) -> bool:
        if not self._has(node, lambda payload: isinstance(payload, Attribute)):
            return False
        return isinstance(node, Group | Interleave) or any(map(self._groups_attributes, parts_of(node)))

    def _has(self, node: Expression, test: Callable[[object], bool]) -> bool:
        return any(test(leaf.payload) for leaf in self._pool.leaves(node))

    def _attribute(self, node: etree._Element, scope: _Scope) -> Expression:
        names, children = self._names_of(node)
        value = self._grouped(children, scope) if children else self._text
        if not all(isinstance(leaf.payload, Single) for leaf in self._pool.leaves(value)):
            raise self._fault("an attribute holds elements or attributes")
        self._refuse_mixture(value, set())
        return self._pool.leaf(Attribute(names, value))

    def _names_of(self, node: etree._Element) -> tuple[NameSet, list[etree._Element]]:
        """Give the names of an element or attribute, and the patterns in it."""
        children = list(node)
        name = node.get("name")
        if name is None:
            if not children:
                raise self._fault("an element or attribute has no name")
            return self._names(children[0]), children[1:]
        if node.tag == f"{_RNG}attribute" and "ns" not in node.attrib and not name.startswith("{"):
            return just(Name("", name)), children
        return just(_expanded(name, node)), children

    def _names(self, node: etree._Element) -> NameSet:
        if node.tag == f"{_RNG}choice":
            found = NONE
            for child in node:
                found = found.or_else(self._names(child))
            return found
        if node.tag not in _CLASSES:
            raise self._fault("an element or attribute has no name")
        if node.tag == f"{_RNG}name":
            return just(_expanded(node.text or "", node))
        found = ALL if node.tag == f"{_RNG}anyName" else all_of(_namespace(node))
        for excluded in node:
            for child in excluded:
                found = found.but_not(self._names(child))
        return found

    def _datatypes(self, node: Expression) -> Expression:
        if all(isinstance(leaf.payload, Data | Value) for leaf in self._pool.leaves(node)):
            return node
        raise self._fault("a list or an exception holds something else than datatypes")

    def _data(self, node: etree._Element, scope: _Scope) -> Data:
        library, kind = self._type_of(node)
        params = [child for child in node if child.tag == f"{_RNG}param"]
        facets = tuple((str(param.get("name")), param.text or "") for param in params)
        if library == XSD and any(name not in FACETS for name, _ in facets):
            raise self._fault(f"the type {kind} has a parameter that is none")
        excluded = [child for child in node if child.tag == f"{_RNG}except"]
        if not excluded:
            return Data(library, kind, facets)
        return Data(
            library, kind, facets, self._datatypes(self._pool.choice(*self._patterns(excluded[0], scope)))
        )

    def _value(self, node: etree._Element) -> Value:
        library, kind = self._type_of(node)
        text = node.text or ""
        if library == XSD and DATATYPES[kind].space is Space.COLLAPSE:
            text = collapse(text)
        elif library == XSD and DATATYPES[kind].space is Space.REPLACE:
            text = re.sub(r"\s", " ", text)
        if library == XSD and kind == "QName" and not text.startswith("{"):
            text = f"{{{_namespace(node)}}}{text}"
        return Value(library, kind, text)

    def _type_of(self, node: etree._Element) -> tuple[str, str]:
        library, kind = str(node.get("datatypeLibrary")), str(node.get("type"))
        if library == XSD and kind not in DATATYPES:
            raise self._fault(f"there is no type {kind}")
        return library, kind


def _is_datatype(payload: object) -> bool:
    return isinstance(payload, Data | Value | ListOf)


def _is_content(payload: object) -> bool:
    return not isinstance(payload, Attribute)


def _namespace(node: etree._Element) -> str:
    """Give the `ns` of an element or of the nearest one around it (section 4.8)."""
    return next((str(one.get("ns")) for one in (node, *node.iterancestors()) if "ns" in one.attrib), "")


def _expanded(name: str, node: etree._Element) -> Name:
    if name.startswith("{"):
        return Name(*name[1:].split("}", 1))
    return Name(_namespace(node), name)
