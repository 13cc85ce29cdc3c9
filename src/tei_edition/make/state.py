"""All that a build depends on, in one digest: where it is what it was, there is nothing to do."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tei_edition.commit import Commit, mark
from tei_edition.digests import Digests, content, digest_of
from tei_edition.findings import Finding
from tei_edition.make.products import Plain
from tei_edition.make.steps import Steps, versions
from tei_edition.outcome import finding_of, plain_finding
from tei_edition.project import Project
from tei_edition.resources import packaged
from tei_edition.setting import program, setting_of


@dataclass
class Told:
    """What a build said, to be said again where nothing has changed."""

    findings: list[Finding] = field(default_factory=list)
    checked: list[Finding] = field(default_factory=list)
    """Those of the check alone."""
    files: dict[str, int] = field(default_factory=dict)
    against: dict[tuple[Path, ...], int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    reads: tuple[str, ...] | None = None
    """What all this depends on beside the files of the edition, as `digests` names it."""

    def plain(self) -> Plain:
        """Give it as plain data."""
        findings = [
            [(str(one.path), plain_finding(one)) for one in told] for told in (self.findings, self.checked)
        ]
        against = [(tuple(map(str, files)), number) for files, number in self.against.items()]
        return (*findings, self.files, against, self.notes, self.reads)

    @classmethod
    def of_plain(cls, data: Plain) -> "Told":
        """Make it of what `plain` gave."""
        if data is None:
            return cls()
        findings, checked, files, against, notes, reads = data
        schemas = {tuple(map(Path, names)): number for names, number in against}
        return cls(_findings(findings), _findings(checked), files, schemas, notes, reads)


def _findings(rows: Plain) -> list[Finding]:
    return [finding_of(Path(path), row) for path, row in rows]


@dataclass(frozen=True)
class Wanted:
    """What the user wants made: pages, books or both, on which paper, with a page to search in or without."""

    kinds: tuple[str, ...]
    paper: str = ""
    """The format of the books; "" for that of `xslt/pdf/look.typ`."""
    search: bool = False

    def told(self, commit: Commit | None) -> tuple[str, ...]:
        """Give what was asked for, and what the pages say that they are built from."""
        return (*self.kinds, self.paper, "search" if self.search else "", mark(commit))


def state_of(
    project: Project,
    files: Iterable[Path],
    wanted: Sequence[str],
    reads: Sequence[str] | None,
    digests: Digests,
) -> str:
    """Give the digest of all that a build depends on; "" where that cannot be told.

    `wanted` is what `Wanted.told` gives.
    """
    setting = setting_of(project, (), digests)
    if setting is None or reads is None:
        return ""
    others = (
        content(f"{where}{os.sep}{name}")
        for folder in ("tei/sources", "schema", "xslt")
        for where, _, names in os.walk(project.root / folder)
        for name in names
    )
    looked_at = {*map(content, files), *others, *reads}
    stylesheets = Steps(packaged("xslt")).digest("")
    return digest_of(
        setting, program(), repr(versions()), stylesheets, repr(wanted), digests.of_all(sorted(looked_at))
    )
