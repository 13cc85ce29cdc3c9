"""What is found when several files are looked at together, from what is known of each.

A rule here needs facts that an `Outcome` has, or else trees, which are then read again.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tei_edition import schema_state
from tei_edition.exempted import exempt
from tei_edition.findings import Finding
from tei_edition.outcome import Outcome
from tei_edition.project import Project


def together(
    outcomes: Sequence[Outcome], project: Project | None, schemas: Sequence[Path] = ()
) -> list[Finding]:
    """Give what is found in these files, each by itself and together, but for what is exempted.

    `schemas` are those that the user named: the edition's own are of no interest then.
    """
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    findings += _unread(outcomes)
    findings += _unnamed(outcomes, project)
    findings += _sources(outcomes, project) if project else ()
    findings += _published(outcomes, project) if project else ()
    findings += schema_state.check(project.root / "schema") if project and not schemas else ()
    exemptions = [one for outcome in outcomes for one in outcome.exemptions]
    return exempt(findings, exemptions, is_whole(outcomes, project)) if exemptions else findings


def is_whole(outcomes: Sequence[Outcome], project: Project | None) -> bool:
    """Say whether no file of the edition is missing among these."""
    read = {outcome.path for outcome in outcomes if outcome.is_read}
    return project is not None and _files(project) | {project.edition.resolve()} <= read


def _unread(outcomes: Sequence[Outcome]) -> Iterator[Finding]:
    """Say once of each file that cannot be read, and is not checked itself, that pointers need it."""
    told = {outcome.path for outcome in outcomes}
    for outcome in outcomes:
        for file, finding in outcome.behind:
            if file not in told:
                told.add(file)
                yield finding


def _unnamed(outcomes: Sequence[Outcome], project: Project | None) -> Iterator[Finding]:
    """Find entries that nothing names (N101), where all documents and registers of the edition are here."""
    read = {outcome.path for outcome in outcomes if outcome.is_read}
    if project is None or not any(outcome.unnamed for outcome in outcomes):
        return
    files = _files(project)
    header = project.edition.resolve()
    if not files <= read or (header not in read and header in {outcome.path for outcome in outcomes}):
        return
    named = set[str]().union(*(outcome.named for outcome in outcomes), _named_by_header(read, project))
    for outcome in outcomes:
        if outcome.path in files:
            yield from (finding for ids, finding in outcome.unnamed if named.isdisjoint(ids))


def _sources(outcomes: Sequence[Outcome], project: Project) -> Iterator[Finding]:
    """Find documents without a source where others have one (F005), and sources of no document (F004)."""
    from tei_edition.received import orphans, received

    files = received(project)
    stems = {file.stem for file in files}
    for outcome in outcomes if stems else ():
        if outcome.unsourced and outcome.path.stem not in stems:
            yield outcome.unsourced
    if is_whole(outcomes, project):
        yield from orphans(project, files)


def _published(outcomes: Sequence[Outcome], project: Project) -> Iterator[Finding]:
    """Find published files that are gone (N008), where the whole edition is here."""
    if project.published.is_file() and is_whole(outcomes, project):
        from tei_edition import published

        yield from published.files_gone(project)


def _files(project: Project) -> set[Path]:
    return {*project.resolved_documents, *project.resolved_registers}


def _named_by_header(read: set[Path], project: Project) -> set[str]:
    """Give what the edition's own header names, where it is not among the files itself."""
    if project.edition.resolve() in read:
        return set()
    from tei_edition.checks.registers import named
    from tei_edition.corpus import Corpus

    corpus = Corpus(project)
    return named(corpus.edition, corpus) if corpus.edition else set()
