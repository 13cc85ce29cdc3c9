"""The only way in for schemas: what they hold, with all that they include, or why they are refused.

Nothing is fetched, no DTD is read, no entity resolved. What a schema includes must be a local file,
and inside the fence if there is one.
"""

import re
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from enum import Enum, auto
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from tei_edition import temporary
from tei_edition.errors import SchemaError
from tei_edition.markup import RELAX_NG, SCHEMATRON, XML, XML_ID, XSLT

_LARGEST = 5_000_000
"""Bytes of one file; TEI's largest schema, `tei_all`, has 1.1 million."""

_MOST_FILES = 100
_OUR_STYLESHEET = "by xslt/schema/rng.xsl"
_COMPACT_WORDS = re.compile(
    r'''"""(?:.*?)"""|\'\'\'(?:.*?)\'\'\'|"[^"\n\r]*"|'[^'\n\r]*'|#[^\n\r]*''', re.DOTALL
)
"""Strings and comments of the compact syntax."""

_INCLUDES = tuple(f"{{{RELAX_NG}}}{name}" for name in ("include", "externalRef"))
_EXTENDS = f"{{{SCHEMATRON}}}extends"
_SCHEMATRON_INCLUDES = (f"{{{SCHEMATRON}}}include", _EXTENDS)
_XML_BASE = f"{{{XML}}}base"


class Kind(Enum):
    """What a schema is about."""

    GRAMMAR = auto()
    RULES = auto()


_KINDS = {".rng": Kind.GRAMMAR, ".rnc": Kind.GRAMMAR, ".sch": Kind.RULES}
_KIND_OF_ROOT = {RELAX_NG: Kind.GRAMMAR, SCHEMATRON: Kind.RULES}


@dataclass(frozen=True)
class Fence:
    """The folders that a schema, and all that it includes, must lie in."""

    folders: tuple[Path, ...]

    def holds(self, file: Path) -> bool:
        """Say whether a file, its symbolic links resolved, lies inside."""
        return any(file.is_relative_to(folder) for folder in self.folders)


@dataclass(frozen=True)
class GrammarFiles:
    """A RELAX NG schema with the schemas that it includes.

    The first of `trees` is the schema itself; each refers to the others by their number: `3.rng`.
    `original` says that the file at `path` is all there is, so that it can be used as it stands.
    """

    path: Path
    trees: tuple[etree._Element, ...]
    original: bool

    @property
    def made_here(self) -> bool:
        """Say whether our own stylesheet made the schema of an ODD, as its first comment tells."""
        comment = self.trees[0].getprevious()
        return self.original and comment is not None and _OUR_STYLESHEET in (comment.text or "")

    def write(self, folder: Path) -> Path:
        """Write the schemas into a folder, where needed; give the one to use."""
        if self.original:
            return self.path
        for number, tree in enumerate(self.trees):
            etree.ElementTree(tree).write(folder / f"{number}.rng", encoding="utf-8", xml_declaration=True)
        return folder / "0.rng"


def kind_of(file: Path) -> Kind | None:
    """Tell a grammar from rules by the file's name, else by its root element; None if it is neither."""
    kind = _KINDS.get(file.suffix.lower())
    if kind is None and file.is_file():
        try:
            kind = _KIND_OF_ROOT.get(etree.QName(_parse(file)).namespace or "")
        except SchemaError:
            return None
    return kind


def local_file(reference: str, base: Path) -> Path | None:
    """Give the file that a reference in the file `base` names; None for any other address."""
    try:
        parts = urlsplit(reference)
        if parts.scheme not in ("", "file") or parts.netloc not in ("", "localhost") or not parts.path:
            return None
        file = (base.parent / re.sub(r"^/(?=[A-Za-z]:)", "", unquote(parts.path))).resolve()
        file.exists()
    except (OSError, RuntimeError, ValueError):
        return None
    return file


def read_grammar(path: Path, fence: Fence | None) -> GrammarFiles:
    """Read a RELAX NG schema in either syntax, and all that it includes.

    Raises `SchemaError` for what is none, for what it may not include, and for a schema in the
    compact syntax that includes others and is not trusted.
    """
    if _is_compact(path):
        return _read_compact(path, fence)
    trees = _gather(path, fence)
    return GrammarFiles(path, trees, original=len(trees) == 1 and fence is None)


def _is_compact(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return not re.match(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*<", file.read(200))
    except OSError as error:
        raise SchemaError(f"{path.name} cannot be read: {error.strerror}") from error


def _read_compact(path: Path, fence: Fence | None) -> GrammarFiles:
    if fence is not None and _may_include(path.read_bytes().decode("utf-8", "replace")):
        hint = "Convert it to the XML syntax (.rng), or name it with --schema."
        raise SchemaError(f"{path.name} may include other schemas, which is not followed", hint)
    from tei_edition.jing import to_xml_syntax

    with temporary.folder("trang") as folder:
        trees = _gather(to_xml_syntax(path, Path(folder)), None)
    return GrammarFiles(path, trees, original=False)


def _may_include(compact: str) -> bool:
    """Say whether a schema in the compact syntax includes others, or writes letters as numbers to hide it."""
    code = _COMPACT_WORDS.sub(" ", compact)
    return "\0" in compact or "\\x" in compact or bool(re.search(r"\b(include|external)\b", code))


def _gather(path: Path, fence: Fence | None) -> tuple[etree._Element, ...]:
    """Read a schema and what it includes, once each, and let them refer to one another by number."""
    numbers = {path: 0}
    includes: dict[Path, set[Path]] = {}
    trees: list[etree._Element] = []
    while len(trees) < len(numbers):
        file = list(numbers)[len(trees)]
        tree = _parse(file)
        if etree.QName(tree).namespace != RELAX_NG:
            raise SchemaError(f"{file.name} is not a RELAX NG schema")
        for node in tree.iter(*_INCLUDES):
            included = _included(node, file, fence)
            node.set("href", f"{numbers.setdefault(included, len(numbers))}.rng")
            includes.setdefault(file, set()).add(included)
        for node in tree.iter(etree.Element):
            if _XML_BASE in node.attrib:
                del node.attrib[_XML_BASE]
        if len(numbers) > _MOST_FILES:
            raise SchemaError(f"{path.name} includes more than {_MOST_FILES} files")
        trees.append(tree)
    try:
        list(TopologicalSorter(includes).static_order())
    except CycleError as error:
        raise SchemaError(f"{path.name} includes itself") from error
    return tuple(trees)


def read_rules(path: Path, fence: Fence | None) -> etree._Element | None:
    """Read a Schematron schema, or the one that stands inside a RELAX NG schema; None where none does.

    Gives a `sch:schema` with all that it includes in its place. Raises `SchemaError` as `read_grammar` does.
    """
    if _is_compact(path) or etree.QName(tree := _parse(path)).namespace == RELAX_NG:
        return _inside(read_grammar(path, fence), fence)
    if tree.tag != f"{{{SCHEMATRON}}}schema":
        raise SchemaError(f"{path.name} is not an ISO Schematron schema")
    _include(tree, path, fence, (path,), [])
    _declare_namespaces(tree, _prefixes([tree]))
    return tree


def _inside(files: GrammarFiles, fence: Fence | None) -> etree._Element | None:
    """Gather the Schematron that stands inside a grammar into one schema."""
    schema = etree.Element(f"{{{SCHEMATRON}}}schema", nsmap={"sch": SCHEMATRON}, queryBinding="xslt3")
    prefixes = _prefixes(files.trees)
    for node in [node for tree in files.trees for node in tree.iter(f"{{{SCHEMATRON}}}*", f"{{{XSLT}}}*")]:
        parent = node.getparent()
        if parent is None or etree.QName(parent).namespace != RELAX_NG:
            continue
        into = schema
        if node.tag == f"{{{SCHEMATRON}}}rule":
            into = etree.SubElement(schema, f"{{{SCHEMATRON}}}pattern")
        into.append(deepcopy(node))
    if schema.find(f"{{{SCHEMATRON}}}pattern") is None:
        return None
    _include(schema, files.path, fence, (files.path,), [])
    _declare_namespaces(schema, prefixes)
    return schema


def _include(
    tree: etree._Element, file: Path, fence: Fence | None, chain: tuple[Path, ...], done: list[Path]
) -> None:
    """Put what `sch:include` and `sch:extends` name in their places, and in what they include."""
    for node in [node for node in tree.iter(*_SCHEMATRON_INCLUDES) if node.get("href") is not None]:
        target = _included(node, file, fence)
        done.append(target)
        if target in chain or len(done) > _MOST_FILES:
            raise SchemaError(f"{target.name} includes itself, or too much")
        part = _part(target, urlsplit(node.get("href", "")).fragment)
        _include(part, target, fence, (*chain, target), done)
        parent = node.getparent()
        if parent is None:
            raise SchemaError(f"{file.name} is not a Schematron schema")
        place = parent.index(node)
        parent[place : place + 1] = list(part) if node.tag == _EXTENDS else [part]


def _part(file: Path, fragment: str) -> etree._Element:
    """Give a file's root element, or the element that has an id."""
    root = _parse(file)
    if not fragment:
        return root
    for node in root.iter(etree.Element):
        if fragment in (node.get("id"), node.get(XML_ID)):
            return node
    raise SchemaError(f'{file.name} has nothing with the id "{fragment}"')


def _included(node: etree._Element, file: Path, fence: Fence | None) -> Path:
    """Give the file that an inclusion names."""
    href = node.get("href", "")
    try:
        target = local_file(urljoin(node.base or file.as_uri(), href), file)
    except ValueError:
        target = None
    if target is None:
        raise SchemaError(f'{file.name} includes "{href}", which is not a file here')
    if fence is not None and not fence.holds(target):
        raise SchemaError(f'{file.name} includes "{href}", which lies outside the edition')
    if not target.is_file():
        raise SchemaError(f'{file.name} includes "{href}", which is not there')
    return target


def _prefixes(trees: Iterable[etree._Element]) -> dict[str, str]:
    """Give the namespaces of Schematron's `ns`, then those that are in scope where its elements stand."""
    nodes = [node for tree in trees for node in tree.iter(f"{{{SCHEMATRON}}}*")]
    found = {
        node.get("prefix", ""): node.get("uri", "") for node in nodes if node.tag == f"{{{SCHEMATRON}}}ns"
    }
    for node in nodes:
        for prefix, uri in node.nsmap.items():
            if prefix is not None:
                found.setdefault(prefix, uri)
    return found


def _declare_namespaces(schema: etree._Element, prefixes: dict[str, str]) -> None:
    """Let each namespace be declared once, as Schematron does it; nobody reads comments from here on."""
    etree.strip_tags(schema, etree.Comment, etree.ProcessingInstruction)
    for node in list(schema.iter(f"{{{SCHEMATRON}}}ns")):
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)
    for prefix, uri in prefixes.items():
        schema.insert(0, etree.Element(f"{{{SCHEMATRON}}}ns", prefix=prefix, uri=uri))


def _parse(file: Path) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        if not file.is_file() or file.stat().st_size > _LARGEST:
            raise SchemaError(f"{file.name} is not a file, or too large")
        root = etree.fromstring(file.read_bytes(), parser, base_url=file.as_uri())
    except OSError as error:
        raise SchemaError(f"{file.name} cannot be read: {error.strerror}") from error
    except etree.XMLSyntaxError as error:
        words = " ".join((error.msg or "it is empty").split())
        raise SchemaError(f"{file.name} is not a schema: {words}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise SchemaError(f"{file.name} has a document type declaration, which is not read", "Remove it.")
    return root
