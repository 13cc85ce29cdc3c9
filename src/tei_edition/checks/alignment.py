"""Links between sentences: what they leave open, say twice or contradict (L3)."""

from collections.abc import Iterator

from tei_edition.alignment.coverage import Coverage, Crossing, Gap, Repeat
from tei_edition.alignment.labels import address, label, listed
from tei_edition.alignment.links import RELATIONS, Absence, Alignment, Link, relations_of
from tei_edition.checks.found import Found
from tei_edition.corpus import Corpus, Entry
from tei_edition.source import Source

_FEW = 3
"""Wrong ends of links up to which each is told."""


def check(alignment: Alignment, source: Source, corpus: Corpus) -> Iterator[Found]:
    """Check the links of a file, each for itself and all together."""
    coverage = Coverage(alignment)
    yield from _unjoined(coverage)
    yield from (_gap(gap) for gap in coverage.gaps())
    yield from _wrong_ends(alignment)
    yield from (_repeat(repeat) for repeat in coverage.repeats())
    yield from (_crossing(crossing) for crossing in coverage.crossings())
    yield from (_one_sided(link) for link in coverage.one_sided())
    yield from _contradictions(coverage)
    parallel = [link for link in alignment.links if link.kind == "parallel"]
    if parallel and any(entry.id == RELATIONS for entry in corpus.entries.values()):
        for link in parallel:
            yield from _relation(link, source, corpus)


def _unjoined(coverage: Coverage) -> Iterator[Found]:
    """Find translations that nothing links to their original (L301), each once."""
    for version in coverage.unjoined():
        message = f"No link joins the {label(version)} to the original, sentence by sentence."
        hint = 'Write `standOff` with `linkGrp` type="translation" between the header and the text.'
        yield Found("L301", version.element, "", message, hint)


def _gap(gap: Gap) -> Found:
    """Say that a sentence has neither a link nor a reason (L301)."""
    where = listed([label(version) for version in gap.versions])
    message = f'The sentence "{gap.sentence.id}" has no counterpart in the {where}, and no note says why.'
    hint = 'Link it, or write `note` type="no-counterpart" with the reason beside the `linkGrp`.'
    return Found("L301", gap.sentence.element, "xml:id", message, hint)


def _wrong_ends(alignment: Alignment) -> Iterator[Found]:
    """Find pointers to what is no sentence of a version (L302), and those that stand twice (L303)."""
    things: list[Link | Absence] = [*alignment.links, *alignment.absences]
    yield from _no_sentences(things)
    for thing in things:
        seen = set[str]()
        for end in thing.ends:
            if end.pointer in seen:
                message = f'"{end.pointer}" stands twice in one list.'
                yield Found("L303", thing.element, "target", message, "Delete it once.")
            seen.add(end.pointer)
    for absence in alignment.absences:
        for pointer in absence.elsewhere:
            message = f'"{pointer}" is no original, no translation and no document.'
            hint = "Write the xml:id of the `div` in which the sentence has no counterpart."
            yield Found("L302", absence.element, "corresp", message, hint)


def _no_sentences(things: list[Link | Absence]) -> Iterator[Found]:
    """Find pointers to what is no sentence of a version (L302); many probably have one cause."""
    wrong = [
        (thing, end.pointer)
        for thing in things
        for end in thing.ends
        if end.sentence is None and not end.is_broken
    ]
    if len(wrong) > _FEW:
        thing, pointer = wrong[0]
        others = f"{len(wrong) - 1:,} other pointers lead"
        message = f'"{pointer}" and {others} to something that is no sentence of a version.'
        hint = 'Look whether the `div` that they lead into has type="original" or type="translation".'
        yield Found("L302", thing.element, "target", message, hint)
        return
    for thing, pointer in wrong:
        message = f'"{pointer}" leads to something that is no sentence of a version.'
        hint = "Write the xml:id of an `s` of an original or a translation."
        yield Found("L302", thing.element, "target", message, hint)


def _repeat(repeat: Repeat) -> Found:
    """Say that sentences are linked that another link joins already (L303)."""
    one, other = repeat.sentence, repeat.other
    if set(repeat.link.sentences) == set(repeat.before.sentences):
        message = f"Another link joins the same sentences, {_quoted(repeat.link)}."
        return Found("L303", repeat.link.element, "target", message, "Delete one of the two.")
    if repeat.link.kind == "translation":
        message = f'"{one.id}" is linked to the {label(other.version)} in another link too.'
        hint = "Make one link of the two: several sentences can answer to one."
    else:
        message = f'"{address(one)}" and "{address(other)}" are joined in another link too.'
        hint = "Join them once, with the relation that holds for both together."
    return Found("L303", repeat.link.element, "target", message, hint)


def _crossing(crossing: Crossing) -> Found:
    """Say that a link joins sentences in another order than its neighbours (L304)."""
    (one, counterpart), (other, others_counterpart) = crossing.of_link, crossing.of_other
    message = (
        f'This link crosses that of "{other.id}" and "{others_counterpart.id}": '
        f'"{one.id}" and "{counterpart.id}" stand on different sides of them.'
    )
    hint = "Look whether the right sentences are linked; a translation may have another order."
    return Found("L304", crossing.link.element, "target", message, hint)


def _one_sided(link: Link) -> Found:
    """Say that a link joins nothing (L305)."""
    version = next(iter(link.by_version))
    message = f"All sentences of this link are of the {label(version)}: {_quoted(link)}."
    return Found("L305", link.element, "target", message, "Add the sentences that answer to them.")


def _contradictions(coverage: Coverage) -> Iterator[Found]:
    """Find notes that say that a sentence has no counterpart, where a link gives it one (L306)."""
    for absence, sentence, link in coverage.contradictions():
        others = [other for other in link.sentences if other.version is not sentence.version]
        told = [other for other in others if absence.is_about(other.version)]
        message = (
            f'The note says that "{sentence.id}" has no counterpart, and a link joins it to "{told[0].id}".'
        )
        hint = (
            "Delete the note or the link; if there is none in one version only, name its `div` in `corresp`."
        )
        yield Found("L306", absence.element, "target", message, hint)


def _relation(link: Link, source: Source, corpus: Corpus) -> Iterator[Found]:
    """Find links between texts with a category that is no relation, or with several relations (L307)."""
    pointers = link.element.get("ana", "").split()
    found = [corpus.resolve(pointer, source) for pointer in pointers]
    relations = relations_of(link, source, corpus)
    if pointers and not relations and all(isinstance(target, Entry) for target in found):
        message = f'"{" ".join(pointers)}" does not say how the statements relate.'
        hint = (
            f'Write a category of the taxonomy "{RELATIONS}" in edition.xml, such as edition:same-statement.'
        )
        yield Found("L307", link.element, "ana", message, hint)
    elif len(set(relations)) > 1:
        message = f"The link says that the statements relate in several ways: {listed(relations)}."
        yield Found("L307", link.element, "ana", message, "Choose the one that holds for all of the link.")


def _quoted(link: Link) -> str:
    """Name the first sentences of a link, with their files where these are several."""
    several = len({version.file for version in link.by_version}) > 1
    return listed([f'"{address(one) if several else one.id}"' for one in link.sentences[:6]])
