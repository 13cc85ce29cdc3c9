"""Check files against everything that the edition asks of them; give findings, never raise for a text.

What was found before in files that have not changed is taken from the cache, so that a second check reads
next to nothing: whatever is needed only for reading comes in where it is needed.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.findings import Finding, in_order
from tei_edition.memory import collect_seldom
from tei_edition.outcome import Outcome
from tei_edition.project import Project, project_of, resolved_files
from tei_edition.select import DEFAULT, Selection
from tei_edition.together import together

if TYPE_CHECKING:
    from tei_edition.kept import Kept


@dataclass(frozen=True)
class Checked:
    """What a check gave: findings in order, and how many files were held against which schemas.

    `reads` names what the findings depend on beside the files and their edition, as `digests` does; None
    where that cannot be told.
    """

    findings: list[Finding]
    against: dict[tuple[Path, ...], int]
    reads: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Way:
    """How a check is made; it is never what decides over its findings.

    `jobs` is the number of processes, None for as many as the machine has processors.
    """

    cache: bool = True
    jobs: int | None = None


def check_as(
    contents: Mapping[Path, bytes],
    paths: Sequence[Path],
    schemas: Sequence[Path] = (),
    selection: Selection = DEFAULT,
) -> Checked:
    """Check as `checked` does, afresh, as if the files in `contents` had these bytes."""
    from tei_edition.batch import check_batch

    return _checked(
        paths, schemas, selection, lambda files, project: check_batch(files, project, schemas, contents)
    )


def check(
    paths: Sequence[Path], schemas: Sequence[Path] = (), selection: Selection = DEFAULT, way: Way = Way()
) -> list[Finding]:
    """Check TEI files, and all TEI files in and below folders; give the findings that are selected.

    Files that belong to an edition (a folder with `tei/documents`) are held against that edition's
    schema, registers and sources; others against the program's own schema and what lies beside them.
    """
    return checked(paths, schemas, selection, way).findings


def checked(
    paths: Sequence[Path], schemas: Sequence[Path] = (), selection: Selection = DEFAULT, way: Way = Way()
) -> Checked:
    """Check as `check` does; say also what the files were held against."""
    return _checked(paths, schemas, selection, lambda files, project: _outcomes(files, project, schemas, way))


def _checked(
    paths: Sequence[Path],
    schemas: Sequence[Path],
    selection: Selection,
    outcomes_of: Callable[[Sequence[Path], Project | None], list[Outcome]],
) -> Checked:
    collect_seldom()
    findings: list[Finding] = []
    against: Counter[tuple[Path, ...]] = Counter()
    for project, files in _by_project(dict.fromkeys(files_in(paths))).values():
        outcomes = outcomes_of(files, project)
        findings += selection.of(together(outcomes, project, schemas))
        against += _against(outcomes)
    return Checked(in_order(findings), dict(against))


def _against(outcomes: Iterable[Outcome]) -> Counter[tuple[Path, ...]]:
    numbers = Counter(one.against.files for one in outcomes if one.is_read)
    return Counter({tuple(map(Path, files)): number for files, number in numbers.items()})


def checked_edition(files: "Sequence[Path]", project: Project, way: Way = Way()) -> Checked:
    """Check some files of an edition, and what they are together; what is told by default."""
    outcomes = _outcomes(files, project, (), way)
    findings = in_order(DEFAULT.of(together(outcomes, project)))
    return Checked(findings, dict(_against(outcomes)), _reads(outcomes))


def _reads(outcomes: Iterable[Outcome]) -> tuple[str, ...] | None:
    """Name what outcomes depend on; None where that is not known, or a document names its own schema."""
    reads = set[str]()
    for outcome in outcomes:
        if outcome.reads is None or outcome.against.whose == "document":
            return None
        reads.update(outcome.reads)
    return tuple(sorted(reads))


def _outcomes(
    files: Sequence[Path], project: Project | None, schemas: Sequence[Path], way: Way
) -> list[Outcome]:
    """Give the outcome of each file, from the cache where nothing has changed."""
    from tei_edition.batches import check_all

    kept = _kept(project, schemas) if way.cache and project else None
    found = kept.find(files) if kept else {}
    left = [file for file in files if file not in found]
    for batch in check_all(left, project, schemas, way.jobs) if left else ():
        found.update((outcome.path, outcome) for outcome in batch)
        if kept:
            kept.keep(batch)
    if kept:
        kept.close()
    return [found[file] for file in files]


def _kept(project: Project, schemas: Sequence[Path]) -> "Kept":
    from tei_edition.kept import Kept

    return Kept(project, schemas)


def _by_project(files: Iterable[Path]) -> dict[Path | None, tuple[Project | None, list[Path]]]:
    """Sort files by the editions that they belong to."""
    projects: dict[Path, Project | None] = {}
    found: dict[Path | None, tuple[Project | None, list[Path]]] = {}
    for file in files:
        folder = file.parent
        if folder not in projects:
            projects[folder] = project_of(folder)
        project = projects[folder]
        found.setdefault(project.root if project else None, (project, []))[1].append(file)
    return found


def files_in(paths: Iterable[Path]) -> Iterable[Path]:
    """Give the files among some paths, and the XML files in and below the folders among them."""
    real = cache(os.path.realpath)  # `resolve` raises for a link that leads back to itself.
    for path in paths:
        folder, name = os.path.split(path)
        if path.is_dir():
            yield from resolved_files(path)
        elif os.path.islink(path) or name in ("", ".", ".."):  # noqa: PTH114
            yield Path(real(path))
        else:
            yield path if real(folder) == folder else Path(real(folder), name)
