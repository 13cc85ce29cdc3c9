"""Read a schema's files and make one tree of them, as sections 4.1 to 4.10 of RELAX NG's specification say.

Only files beside the schema or in folders below it are read, and nothing that has a document type.
In the tree that comes out there is nothing but RELAX NG: no annotation, no `include`, no `externalRef`,
no prefix in a name ({namespace}local instead), and each `data` and `value` names its library.
"""

import re
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from tei_edition.errors import EditionError
from tei_edition.markup import RELAX_NG, XML
from tei_edition.subset.languages import collapse
from tei_edition.subset.patterns import XSD

LARGEST_SCHEMA = 200_000
"""Elements in all files of a schema together, each counted as often as it is included."""

_RNG = f"{{{RELAX_NG}}}"
_TRIMMED = ("name", "type", "combine")
_SPECIAL = f"{{{XML}}}"


def load(path: Path) -> etree._Element:
    """Give the tree of the schema at `path`, its files put into one.

    Raises `EditionError` where a file cannot be read, is no RELAX NG, or lies outside the schema's folder.
    """
    return _Loader(path.resolve().parent).load(path.resolve(), ())


class _Loader:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._elements = 0

    def load(self, path: Path, above: tuple[Path, ...]) -> etree._Element:
        if path in above:
            raise EditionError(f"{path.name} includes itself")
        root = _parsed(path)
        if not str(root.tag).startswith(_RNG):
            raise EditionError(f"{path.name} is not a RELAX NG schema: its root is not of that language")
        self._elements += sum(1 for _ in root.iter())
        if self._elements > LARGEST_SCHEMA:
            raise EditionError(f"{path.name} is too large: more than {LARGEST_SCHEMA:,} elements")
        _only_grammar(root)
        for node in root.iter(etree.Element):
            _plain(node, path)
        above = (*above, path)
        for node in list(root.iter(f"{_RNG}externalRef")):
            self._put_external(node, path, above)
        for node in list(root.iter(f"{_RNG}include")):
            self._put_included(node, path, above)
        return root

    def _put_external(self, node: etree._Element, path: Path, above: tuple[Path, ...]) -> None:
        pattern = self.load(self._target(node, path), above)
        if "ns" in node.attrib and "ns" not in pattern.attrib:
            pattern.set("ns", str(node.get("ns")))
        node.tag = f"{_RNG}group"
        node.attrib.pop("href")
        node.append(pattern)

    def _put_included(self, node: etree._Element, path: Path, above: tuple[Path, ...]) -> None:
        grammar = self.load(self._target(node, path), above)
        if grammar.tag != f"{_RNG}grammar":
            raise EditionError(f"{path.name} includes {node.get('href')}, which is no grammar")
        for component in list(_components(node)):
            _remove(grammar, component, path)
        node.tag = grammar.tag = f"{_RNG}div"
        node.attrib.pop("href")
        node.insert(0, grammar)

    def _target(self, node: etree._Element, path: Path) -> Path:
        href = node.get("href", "")
        if not href or re.match(r"[A-Za-z][\w+.-]*:|//", href) or "#" in href:
            raise EditionError(f'{path.name} includes "{href}", which is not a file beside it')
        try:
            target = (path.parent / unquote(href)).resolve()
        except (OSError, ValueError) as error:
            raise EditionError(f'{path.name} includes "{href}", which is not a file') from error
        if not target.is_relative_to(self._folder):
            hint = "Put all files of a schema into one folder."
            raise EditionError(f'{path.name} includes "{href}", which lies outside its folder', hint)
        return target


def _parsed(path: Path) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, collect_ids=False)
    try:
        tree = etree.parse(path, parser)
    except (OSError, etree.XMLSyntaxError) as error:
        raise EditionError(f"{path.name} is not a RELAX NG schema: {error}") from error
    if tree.docinfo.internalDTD is not None:
        raise EditionError(f"{path.name} has a document type declaration, which is refused")
    if any(node.get(f"{_SPECIAL}base") is not None for node in tree.iter(etree.Element)):
        raise EditionError(f"{path.name} uses xml:base, which is not followed")
    return tree.getroot()


def _only_grammar(root: etree._Element) -> None:
    """Leave out annotations, comments and processing instructions."""
    for node in list(root.iter()):
        parent = node.getparent()
        if parent is not None and not (isinstance(node.tag, str) and node.tag.startswith(_RNG)):
            _cut(node, parent)


def _cut(node: etree._Element, parent: etree._Element) -> None:
    before = node.getprevious()
    if node.tail and before is not None:
        before.tail = (before.tail or "") + node.tail
    elif node.tail:
        parent.text = (parent.text or "") + node.tail
    parent.remove(node)


def _plain(node: etree._Element, path: Path) -> None:
    """Leave out foreign attributes; trim; write names without prefixes; say which library a type is of."""
    for name in [str(name) for name in node.attrib if str(name).startswith("{")]:
        del node.attrib[name]
    for name in _TRIMMED:
        if name in node.attrib:
            node.set(name, collapse(str(node.get(name))))
    if node.get("ns"):
        _check_name(str(node.get("ns")), "name", path)
    kind = str(node.tag).removeprefix(_RNG)
    if kind in ("element", "attribute") and "name" in node.attrib:
        node.set("name", _expanded(str(node.get("name")), node, path))
    elif kind == "name":
        node.text = _expanded(collapse(node.text or ""), node, path)
    elif kind in ("data", "value"):
        _with_library(node, kind, path)


def _with_library(node: etree._Element, kind: str, path: Path) -> None:
    library = next(
        (
            str(one.get("datatypeLibrary"))
            for one in (node, *node.iterancestors())
            if "datatypeLibrary" in one.attrib
        ),
        "",
    )
    if kind == "value" and "type" not in node.attrib:
        node.set("type", "token")
        library = ""
    if not library:
        if node.get("type") not in ("string", "token"):
            raise EditionError(f'{path.name}: the type "{node.get("type")}" has no library')
        library = XSD
    node.set("datatypeLibrary", library)
    if kind == "value" and library == XSD and node.get("type") == "QName":
        text = collapse(node.text or "")
        node.text = _expanded(text, node, path) if ":" in text else text


def _expanded(name: str, node: etree._Element, path: Path) -> str:
    prefix, colon, local = name.rpartition(":")
    _check_name("", local, path)
    if not colon:
        return name
    uri = XML if prefix == "xml" else node.nsmap.get(prefix)
    if uri is None:
        raise EditionError(f'{path.name}: the prefix of "{name}" is not declared')
    _check_name(uri, local, path)
    return f"{{{uri}}}{local}"


def _check_name(namespace: str, local: str, path: Path) -> None:
    """Refuse what no element or attribute can be called."""
    try:
        etree.Element(f"{{{namespace}}}{local}" if namespace else local)
    except ValueError as error:
        what = f'the namespace "{namespace}"' if namespace else f'the name "{local}"'
        raise EditionError(f"{path.name} is not a RELAX NG schema: {what} is none") from error


def _components(node: etree._Element) -> list[etree._Element]:
    """Give the `start` and `define` elements of a grammar, those in `div` included."""
    found = []
    for child in node:
        found += _components(child) if child.tag == f"{_RNG}div" else [child]
    return found


def _remove(grammar: etree._Element, component: etree._Element, path: Path) -> None:
    """Take out of a grammar what the one that includes it defines anew."""
    same = [
        one
        for one in _components(grammar)
        if (one.tag, one.get("name")) == (component.tag, component.get("name"))
    ]
    if not same:
        what = component.get("name") or "start"
        raise EditionError(f'{path.name} defines "{what}" anew, which what it includes does not define')
    for one in same:
        parent = one.getparent()
        if parent is not None:
            parent.remove(one)
