"""Make the edition: check, then pages and books into `build/`, all or nothing, as far as it has changed."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from pathlib import Path

from tei_edition.commit import Blobs, commit_of
from tei_edition.digests import Digests
from tei_edition.errors import EditionError
from tei_edition.examine import Way, checked_edition
from tei_edition.findings import Finding, errors_in
from tei_edition.make import manifest
from tei_edition.make import record as records
from tei_edition.make.fit import refuse_unfit
from tei_edition.make.jobs import Role
from tei_edition.make.lock import alone
from tei_edition.make.lying import Lies, digests_of
from tei_edition.make.staging import Staging
from tei_edition.make.state import Told, Wanted, state_of
from tei_edition.project import Project, all_resolved, resolved

KINDS = ("html", "pdf")
"""What can be made; each is a folder in `build/`."""

Progress = Callable[[str, int, int], None]
"""Told what is being worked on, how much of it is done, and how much there is."""


@dataclass(frozen=True)
class Manner:
    """How a build is made; it is never what decides over its bytes.

    `jobs` is the number of processes, None for one a processor; `executor` does the tasks in their place;
    `passes` is a folder to write each pass of `prepare` into.
    """

    jobs: int | None = None
    executor: Executor | None = None
    passes: Path | None = None
    progress: Progress = lambda what, done, total: None


@dataclass
class Built:
    """What a build gave: the files that stand in `build/`, and the findings on the way."""

    findings: list[Finding] = field(default_factory=list)
    read: list[Path] = field(default_factory=list)
    """The TEI files that were read."""
    files: dict[str, int] = field(default_factory=dict)
    """How many files of each kind there are; empty where the findings kept it from being made."""
    against: dict[tuple[Path, ...], int] = field(default_factory=dict)
    """How many TEI files were held against which schemas."""
    remade: dict[str, str] = field(default_factory=dict)
    """The files that were made again, by their paths below `build/`, with the reason."""
    notes: list[str] = field(default_factory=list)
    """What the user must know of what was not made."""


def build(
    project: Project,
    kinds: Sequence[str] = KINDS,
    despite_findings: bool = False,
    manner: Manner = Manner(),
    *,
    paper: str = "",
    search: bool = True,
) -> Built:
    """Check the edition and make what is not there as it should be.

    An error among the findings keeps it from being made, unless `despite_findings`; a file that cannot
    be read at all always does. `paper` is a format of the books, that of `xslt/pdf/look.typ` where it is "";
    without `search` there is no page to search in.
    Raises `EditionError` where something other than a text is at fault; `build/` is then as it was.
    """

    def waiting() -> None:
        manner.progress("Waiting for another build of this edition", 0, 0)

    refuse_unfit(Project(project.root))
    wanted = Wanted(tuple(kinds), paper, search and "html" in kinds)
    try:
        with alone(project.build / ".lock", waiting):
            project = Project(project.root)  # The files that there are now: it may have waited.
            refuse_unfit(project)
            return _build(project, _roles(project), despite_findings, manner, wanted)
    except OSError as error:
        message = f"{error.filename or project.build}: {error.strerror or error}"
        raise EditionError(
            message, f"{project.build} is as it was; build again when this is mended."
        ) from error


def _build(
    project: Project,
    roles: dict[Path, Role],
    despite_findings: bool,
    manner: Manner,
    wanted: Wanted,
) -> Built:
    manner.progress("Reading", 0, len(roles))
    file = project.build / "cache" / "made"
    head = records.load(file)
    digests = Digests(head.seen)
    blobs = Blobs(digests, head.blobs)
    staging = Staging(project.build, commit_of(project, blobs))
    lying = staging.lying()
    files = [path for path, role in roles.items() if role is not Role.HEADER or path.is_file()]
    told = Told.of_plain(head.told)
    state = state_of(project, files, wanted.told(staging.commit), told.reads, digests)
    lies = digests_of(sorted(lying.items()))
    is_as_it_was = all(lies.get(name) == head.lies.get(name, "") for name in (*wanted.kinds, manifest.NAME))
    if state and state == head.state and is_as_it_was and not manner.passes:
        return _unchanged(told, files, wanted.kinds, despite_findings)
    manner.progress("Checking", 0, len(files))
    checked = checked_edition(files, project, Way(jobs=manner.jobs))
    built = Built(checked.findings, files, against=checked.against)
    unread = sum(checked.against.values()) < len(files)
    if unread or (errors_in(built.findings) and not despite_findings):
        return built
    from tei_edition.make.making import Making

    if head.root != str(project.root.resolve()):
        head.database = ""
    with records.opened(file, head) as record:
        amiss = Lies.of(record.files, lying) if lies != head.lies else Lies()
        making = Making(project, roles, wanted, head, record, staging, digests, amiss, manner, blobs)
        return making.run(built, checked, file)


def _unchanged(told: Told, files: list[Path], kinds: Sequence[str], despite_findings: bool) -> Built:
    """Say what was said when all this was made."""
    built = Built(told.findings, files, against=told.against)
    if not errors_in(told.checked) or despite_findings:
        built.files = {kind: told.files.get(kind, 0) for kind in kinds}
        built.notes = told.notes
    else:
        built.findings = told.checked
    return built


def _roles(project: Project) -> dict[Path, Role]:
    """Give the parts of an edition, each where it really lies, in the order of its volume."""
    roles = {resolved(project.edition): Role.HEADER}
    roles |= dict.fromkeys(all_resolved(project.registers), Role.REGISTER)
    roles |= dict.fromkeys(all_resolved(project.documents), Role.DOCUMENT)
    if project.alignments.is_file():
        roles[resolved(project.alignments)] = Role.ALIGNMENTS
    return roles
