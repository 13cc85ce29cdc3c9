"""Choose what a file is held against: the user's schema, else its own, else the edition's, else ours.

The four are never mixed, because rules belong to the grammar that they were written for:
a file with a grammar of its own is not held against the Schematron of the program.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tei_edition.errors import SchemaError
from tei_edition.findings import Finding, Severity
from tei_edition.markup import RELAX_NG, SCHEMATRON, unescaped
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

    @property
    def files(self) -> tuple[Path, ...]:
        """Give all files, each once."""
        return tuple(dict.fromkeys((*self.grammars, *self.rules)))


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
    looked_at: tuple[Path, ...] = ()
    """The files that the document names, be they schemas and there, or not."""

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


class Chooser:
    """Choices for the files of one edition, or of none, in one run."""

    def __init__(self, project: Project | None, given: Sequence[Path] = ()) -> None:
        """Choose for files of `project`; `given` are the schemas that the user named for the whole run.

        Raises `SchemaError` where a given file is no schema.
        """
        self._root = project.root.resolve() if project else None
        self._own = (self._root / "schema" if self._root else packaged("schema")).resolve()
        self._edition = _given(given) if given else _of_edition(self._own)
        self._asked = not given
        self._resolved: dict[tuple[Path, str], Path | None] = {}

    def choose(self, path: Path, text: str) -> Choice:
        """Choose what the file at `path`, whose text this is, is held against.

        Only what stands before the root element is looked at. A schema that the document names and that
        is not there is a finding; one that lies elsewhere than in the edition is not looked for.
        """
        named, looked_at = self._named(path, text) if self._asked else ([], ())
        if {one.file for one in named} <= {self._own / "edition.rng", self._own / "edition.sch"}:
            return replace(self._edition, looked_at=looked_at) if looked_at else self._edition
        there = [one for one in named if one.file.is_file()]
        findings = tuple(_missing(path, text, one) for one in named if one not in there)
        if not there:
            return replace(self._edition, findings=findings, looked_at=looked_at)
        schemas = _schemas([(one.file, one.kind) for one in there], self._fence(path))
        names = tuple(dict.fromkeys(one.name for one in there))
        return Choice(schemas, names, "document", *_place(text, there[0].offset), findings, looked_at)

    def _named(self, path: Path, text: str) -> tuple[list[_Named], tuple[Path, ...]]:
        """Give the local RELAX NG and Schematron schemas that a document's `xml-model` lines name.

        With them: all files that they name, which may be no schemas.
        """
        offset, named, looked_at = 0, list[_Named](), list[Path]()
        while found := _BEFORE_ROOT.match(text, offset):
            offset = found.end()
            if found["target"] != "xml-model":
                continue
            said = {name: unescaped(value[1:-1]) for name, value in _PSEUDO_ATTRIBUTE.findall(found["data"])}
            file = self._local(said.get("href", ""), path)
            if file is None or not self._fence(path).holds(file):
                continue
            kind = _kind(said.get("schematypens") or said.get("type"), file)
            looked_at.append(file)
            if kind is not None:
                named.append(_Named(file, kind, said["href"], found.start()))
        return named, tuple(looked_at)

    def _local(self, href: str, path: Path) -> Path | None:
        """Give the file that an address in a document names; documents of one folder name the same."""
        key = (path.parent, href)
        if key not in self._resolved:
            self._resolved[key] = local_file(href, path)
        return self._resolved[key]

    def _fence(self, path: Path) -> Fence:
        """Give the folders that a schema which a document names must lie in."""
        return Fence((self._root,) if self._root else (path.parent.resolve(), Path.cwd().resolve()))


def _kind(declared: str | None, file: Path) -> Kind | None:
    if declared in (None, "", "application/xml", "text/xml"):
        return kind_of(file)
    return _KINDS.get(declared or "")


def _given(files: Sequence[Path]) -> Choice:
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


def _missing(path: Path, text: str, named: _Named) -> Finding:
    message = f'The document names the schema "{named.name}", which is not there.'
    hint = "Correct the `href`, or remove the `xml-model` line."
    return Finding(path, *_place(text, named.offset), "W008", Severity.WARNING, message, hint)


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
