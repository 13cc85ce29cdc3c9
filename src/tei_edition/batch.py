"""Check some files in one process: their grammars in the background, their rules one after the other."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from tei_edition import received, single
from tei_edition.checks import registers
from tei_edition.corpus import Corpus
from tei_edition.digests import content
from tei_edition.exemptions import exemptions_in, where_allowed
from tei_edition.faithful import kept_faithful
from tei_edition.findings import Finding, in_order
from tei_edition.hold import Held
from tei_edition.memory import collect_seldom
from tei_edition.outcome import Against, Outcome
from tei_edition.project import Project
from tei_edition.read import parse, read
from tei_edition.resources import stylesheets
from tei_edition.source import Source
from tei_edition.xslt import processor


def check_batch(
    files: Sequence[Path],
    project: Project | None,
    schemas: Sequence[Path],
    contents: Mapping[Path, bytes] = MappingProxyType({}),
) -> list[Outcome]:
    """Read some files of an edition, or of none, and check each; `schemas` are those that the user named.

    The files in `contents` are read as if they had these bytes.
    """
    collect_seldom()
    outcomes, sources = [], []
    for file in files:
        result = parse(file, contents[file]) if file in contents else read(file)
        if isinstance(result, Source):
            sources.append(result)
        else:
            outcomes.append(Outcome(file, tuple(in_order(result))))
    return outcomes + check_read(sources, Corpus(project, sources), schemas)


def check_read(sources: Sequence[Source], corpus: Corpus, schemas: Sequence[Path]) -> list[Outcome]:
    """Check files that have been read."""
    held = Held({source.path: source.text for source in sources}, corpus.project, schemas)
    held.look(sources)
    found: dict[Path, list[Finding]] = {source.path: [] for source in sources}
    for source in sources:
        found[source.path] += single.findings(source, corpus)
    folder = stylesheets(corpus.project.root if corpus.project else None)
    for finding in held.findings(sources, processor(folder)):
        found[finding.path].append(finding)
    return [_outcome(source, found[source.path], corpus, held) for source in sources]


def _outcome(source: Source, findings: list[Finding], corpus: Corpus, held: Held) -> Outcome:
    choice = held.choices[source.path]
    files = (*choice.schemas.grammars, *choice.schemas.rules)
    edition = corpus.project.edition.resolve() if corpus.project else None
    exemptions = tuple(exemptions_in(source, edition))
    kept = where_allowed(kept_faithful(findings, [source], corpus.project), exemptions, source)
    return Outcome(
        source.path,
        tuple(in_order(kept)),
        is_read=True,
        against=Against(choice.whose, choice.names, tuple(dict.fromkeys(map(str, files)))),
        exemptions=exemptions,
        named=frozenset(registers.named(source, corpus)),
        unnamed=tuple(single.unnamed(source, corpus)),
        unsourced=received.unsourced(source, corpus.project) if corpus.project else None,
        behind=tuple(single.behind(source, corpus)),
        reads=None if source.path in held.doubtful else _reads(source, corpus, choice.looked_at),
    )


def _reads(source: Source, corpus: Corpus, schemas: Sequence[Path]) -> tuple[str, ...]:
    """Name what of other files decides over what is found in this one, and what decides over those."""
    reads = {content(path) for path in schemas}
    left = list(corpus.looked_at[source.path])
    while left:
        what = left.pop()
        if what not in reads:
            reads.add(what)
            left += corpus.looked_at.get(Path(what[1:]), ())
    if corpus.project:
        reads.add(content(corpus.project.source_of(source.path)))
    return tuple(sorted(reads))
