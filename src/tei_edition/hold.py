"""Hold files against their schemas: grammars in the background, then the rules that go with them.

In the order of time: `Held(texts)` as soon as the texts are known, `look` when there are trees,
`grammar_findings` when other work is done, `rule_findings` after it.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tei_edition.choose import Choice, Chooser, Schemas
from tei_edition.errors import SchemaError
from tei_edition.findings import Finding, Severity
from tei_edition.grammar import Grammar, Run
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

    def grammar_findings(self, sources: Sequence[Source]) -> list[Finding]:
        """Wait for the grammars, and give what they say of these files (R)."""
        found: list[Finding] = []
        for group in self._groups.values():
            with group.strangers():
                for run in group.runs if group.refused is None else ():
                    found += run.findings(group.of(sources))
        return found

    def rule_findings(self, sources: Sequence[Source], saxon: Saxon) -> list[Finding]:
        """Give what the rules say (S) of the files that do not follow another schema, and the choice (W)."""
        found = [finding for source in sources for finding in self.choices[source.path].findings]
        for group in self._groups.values():
            others = {path for run in group.runs for path in run.others}
            files = [source for source in group.of(sources) if source.path not in others]
            with group.strangers():
                for rules in group.schemas.rules if files and group.refused is None else ():
                    schematron = Schematron(rules, saxon, group.schemas.fence, self._cache)
                    found += schematron.check(*files)
            if group.refused is not None:
                found += [self._refusal(source.path, group.refused) for source in group.of(sources)]
        return found

    def _refusal(self, path: Path, error: SchemaError) -> Finding:
        choice = self.choices[path]
        message = f"The schema that the document names cannot be used: {str(error).rstrip('.')}."
        hint = error.hint or "Mend the schema, or name another."
        return Finding(path, choice.line, choice.column, "W009", Severity.ERROR, message, hint)
