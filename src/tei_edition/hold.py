"""Hold files against their schemas: grammars in the background, then the rules that go with them.

In the order of time: `Held(texts)` as soon as the texts are known, `look` when there are trees,
`findings` when other work is done.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tei_edition.choose import Choice, Chooser, Schemas
from tei_edition.errors import SchemaError
from tei_edition.findings import Finding, Severity
from tei_edition.grammar import MOST_BREAKS, Grammar, Run
from tei_edition.project import Project
from tei_edition.schematron import Schematron
from tei_edition.source import Source
from tei_edition.xslt import Saxon


@dataclass
class _Group:
    """Files with the same schemas, and how far they have come."""

    schemas: Schemas
    paths: set[Path] = field(default_factory=set)
    runs: list[Run] = field(default_factory=list)
    refused: SchemaError | None = None

    def of(self, sources: Sequence[Source]) -> list[Source]:
        return [source for source in sources if source.path in self.paths]

    def breaks_much(self, path: Path) -> bool:
        """Say whether a file follows another schema by what is known by now."""
        return any(run.breaks(path) > MOST_BREAKS for run in self.runs)

    @contextmanager
    def strangers(self) -> Iterator[None]:
        """Keep what is wrong with schemas that documents named; of others it stops the program."""
        try:
            yield
        except SchemaError as error:
            if self.schemas.fence is None:
                raise
            self.refused = error
            for run in self.runs:
                run.stop()


class Held:
    """Some files, each held against its own schemas."""

    def __init__(
        self, texts: Mapping[Path, str], project: Project | None, given: Sequence[Path] = ()
    ) -> None:
        """Choose each file's schemas and begin with their grammars.

        `texts` are those of files without a DOCTYPE, with LF as line ends; they may turn out to be no XML.
        Raises `SchemaError` for a schema that cannot be used where the user or the edition named it.
        """
        chooser = Chooser(project, given)
        self.choices: dict[Path, Choice] = {path: chooser.choose(path, text) for path, text in texts.items()}
        """What each file is held against: a report names it."""

        self._cache = project.build / "cache" if project else None
        self._groups: dict[Schemas, _Group] = {}
        for path, choice in self.choices.items():
            self._groups.setdefault(choice.schemas, _Group(choice.schemas)).paths.add(path)
        for group in self._groups.values():
            files = {path: text for path, text in texts.items() if path in group.paths}
            with group.strangers():
                for grammar in group.schemas.grammars:
                    group.runs.append(Grammar(grammar, group.schemas.fence).begin(files))

    def look(self, sources: Sequence[Source]) -> None:
        """Look at the trees of files, as soon as there are some."""
        for group in self._groups.values():
            for run in group.runs:
                run.look(group.of(sources))

    def findings(self, sources: Sequence[Source], saxon: Saxon) -> list[Finding]:
        """Give what the grammars (R) and the rules (S) say of these files, and what is wrong with them (W).

        The rules are applied while jing is still running. They do not count for files that turn out to
        follow another schema.
        """
        found = [finding for source in sources for finding in self.choices[source.path].findings]
        self.look(sources)
        for group in self._groups.values():
            files = group.of(sources)
            with group.strangers():
                if group.refused is None:
                    found.extend(self._findings(group, files, saxon))
            if group.refused is not None:
                found += [self._refusal(source.path, group.refused) for source in files]
        return found

    @property
    def doubtful(self) -> set[Path]:
        """The files of which another run may say something else: their own schemas could not be used."""
        return {path for group in self._groups.values() if group.refused is not None for path in group.paths}

    def _findings(self, group: _Group, files: Sequence[Source], saxon: Saxon) -> Iterator[Finding]:
        """Apply trusted rules before the grammars have come to their end, those of strangers after it."""
        early: dict[Path, list[Finding]] = {}
        if group.schemas.fence is None:
            rules = self._rules(group, saxon)
            for source in files:
                if not group.breaks_much(source.path):
                    early[source.path] = [finding for one in rules for finding in one.check(source)]
        for run in group.runs:
            yield from run.findings(files)
        others = {path for run in group.runs for path in run.others}
        for path, found in early.items():
            yield from found if path not in others else ()
        left = [source for source in files if source.path not in early and source.path not in others]
        for one in self._rules(group, saxon) if left else ():
            yield from one.check(*left)

    def _rules(self, group: _Group, saxon: Saxon) -> list[Schematron]:
        fence = group.schemas.fence
        return [Schematron(path, saxon, fence, self._cache) for path in group.schemas.rules]

    def _refusal(self, path: Path, error: SchemaError) -> Finding:
        choice = self.choices[path]
        message = f"The schema that the document names cannot be used: {str(error).rstrip('.')}."
        hint = error.hint or "Mend the schema, or name another."
        return Finding(path, choice.line, choice.column, "W009", Severity.ERROR, message, hint)
