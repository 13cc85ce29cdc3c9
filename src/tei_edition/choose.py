"""Choose what a file is held against: the user's schema, else its own, else the edition's, else ours.

The four are never mixed, because rules belong to the grammar that they were written for:
a file with a grammar of its own is not held against the Schematron of the program.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path

from tei_edition.errors import SchemaError
from tei_edition.findings import Finding, Severity
from tei_edition.markup import RELAX_NG, SCHEMATRON
from tei_edition.project import Project
from tei_edition.resources import packaged
from tei_edition.schema_files import Fence, Kind, kind_of, local_file

_KINDS = {RELAX_NG: Kind.GRAMMAR, SCHEMATRON: Kind.RULES, "application/relax-ng-compact-syntax": Kind.GRAMMAR}
"""What `schematypens` and `type` of an `xml-model` say; XML Schema, NVDL and DTDs are not used."""

_BEFORE_ROOT = re.compile(r"\s+|\ufeff|<!--.*?-->|<\?(?P<target>\S+)(?P<data>.*?)\?>", re.DOTALL)
_PSEUDO_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')""")
_BY = {
    "user": "named by --schema",
    "document": "named by the document",
    "edition": "the edition's own",
    "program": "the program's",
}


@dataclass(frozen=True)
class Schemas:
    """Schemas that files are held against; files with equal ones can be held against them together.

    `grammars` are RELAX NG schemas, in either syntax; `rules` are Schematron schemas, or RELAX NG schemas
    that may have Schematron inside. A `fence` is set where a document named them: they are not trusted,
    and what they include must lie inside it.
    """

    grammars: tuple[Path, ...] = ()
    rules: tuple[Path, ...] = ()
    fence: Fence | None = None


@dataclass(frozen=True)
class Choice:
    """What one file is held against: the schemas, what they are called, who named them, and where."""

    schemas: Schemas
    names: tuple[str, ...]
    whose: str
    line: int = 1
    column: int = 1
    findings: tuple[Finding, ...] = ()
    """What is wrong with the schemas that the document names: W008."""

    @property
    def title(self) -> str:
        """What a report calls them: `tei_all.rng, rules.sch (named by the document)`."""
        return f"{', '.join(self.names)} ({_BY[self.whose]})"


@dataclass(frozen=True)
class _Named:
    file: Path
    kind: Kind
    name: str
    offset: int


def choose(path: Path, text: str, project: Project | None, given: Sequence[Path] = ()) -> Choice:
    """Choose what the file at `path`, whose text this is, is held against.

    `given` are the schemas that the user named for the whole run. A schema that the document names and
    that is not there is a finding. Of the text only what stands before the root element is looked at.
    Raises `SchemaError` where a given file is no schema.
    """
    if given:
        return _given(tuple(given))
    named = list(_named(path, text, project))
    own = _own(project)
    if {one.file for one in named} <= {own / "edition.rng", own / "edition.sch"}:
        return _of_edition(own)
    there = [one for one in named if one.file.is_file()]
    findings = tuple(_missing(path, text, one) for one in named if one not in there)
    if not there:
        return replace(_of_edition(own), findings=findings)
    schemas = _schemas([(one.file, one.kind) for one in there], _fence(path, project))
    names = tuple(dict.fromkeys(one.name for one in there))
    return Choice(schemas, names, "document", *_place(text, there[0].offset), findings)


def _given(files: tuple[Path, ...]) -> Choice:
    pairs = []
    for file in files:
        if not file.is_file():
            raise SchemaError(f"There is no schema {file}")
        kind = kind_of(file)
        if kind is None:
            hint = "Name a RELAX NG schema (.rng, .rnc) or a Schematron schema (.sch)."
            raise SchemaError(f"{file} is not a schema that can be used", hint)
        pairs.append((file.resolve(), kind))
    return Choice(_schemas(pairs), tuple(map(str, files)), "user")


def _own(project: Project | None) -> Path:
    """Give the folder for the edition's own schemas, which may not be there; a document may name them."""
    return project.root.resolve() / "schema" if project else packaged("schema").resolve()


def _of_edition(own: Path) -> Choice:
    """Give the edition's own schemas, or the program's; an `edition.sch` alone replaces our rules only."""
    ours = packaged("schema").resolve()
    grammar, rules = own / "edition.rng", own / "edition.sch"
    if not grammar.is_file():
        grammar = ours / "edition.rng"
        rules = rules if rules.is_file() else ours / "edition.sch"
    files = [(grammar, Kind.GRAMMAR), *([(rules, Kind.RULES)] if rules.is_file() else [])]
    whose = "edition" if own != ours and any(file.parent == own for file, _ in files) else "program"
    return Choice(_schemas(files), tuple(file.name for file, _ in files), whose)


def _schemas(files: Sequence[tuple[Path, Kind]], fence: Fence | None = None) -> Schemas:
    """Sort schemas by their kind; the grammars are asked for rules where nothing else has any."""
    grammars = tuple(dict.fromkeys(file for file, kind in files if kind is Kind.GRAMMAR))
    rules = tuple(dict.fromkeys(file for file, kind in files if kind is Kind.RULES))
    return Schemas(grammars, rules or grammars, fence)


def _fence(path: Path, project: Project | None) -> Fence:
    """Give the folders that a schema which a document names must lie in."""
    return Fence((project.root.resolve(),) if project else (path.resolve().parent, Path.cwd().resolve()))


def _named(path: Path, text: str, project: Project | None) -> Iterator[_Named]:
    """Give the local RELAX NG and Schematron schemas that a document's `xml-model` lines name."""
    fence = _fence(path, project)
    offset = 0
    while found := _BEFORE_ROOT.match(text, offset):
        offset = found.end()
        if found["target"] != "xml-model":
            continue
        said = {name: unescape(value[1:-1]) for name, value in _PSEUDO_ATTRIBUTE.findall(found["data"])}
        href = said.get("href", "")
        file = local_file(href, path.resolve())
        if file is None or not fence.holds(file):
            continue
        declared = said.get("schematypens") or said.get("type")
        kind = _KINDS.get(declared) if declared else kind_of(file)
        kind = kind_of(file) if declared in ("application/xml", "text/xml") else kind
        if kind is not None:
            yield _Named(file, kind, href, found.start())


def _missing(path: Path, text: str, named: _Named) -> Finding:
    message = f'The document names the schema "{named.name}", which is not there.'
    hint = "Correct the `href`, or remove the `xml-model` line."
    return Finding(path, *_place(text, named.offset), "W008", Severity.WARNING, message, hint)


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
