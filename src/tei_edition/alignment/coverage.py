"""What links leave open or say twice: gaps, repeats, crossings, links that join nothing."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterator
from itertools import permutations
from typing import NamedTuple

from tei_edition.alignment.links import Absence, Alignment, Link
from tei_edition.alignment.versions import Sentence, Version

_COMPARED = 10_000
"""Pairs of sentences up to which those of a link are looked at one by one."""


class Gap(NamedTuple):
    """A sentence, and the versions in which it has no counterpart and no word says why."""

    sentence: Sentence
    versions: tuple[Version, ...]


class Repeat(NamedTuple):
    """Two links that join a sentence to one version, or the same two sentences of different texts."""

    link: Link
    before: Link
    sentence: Sentence
    other: Sentence


class Crossing(NamedTuple):
    """A link out of order, one that it crosses, and the first sentence of each in both versions."""

    link: Link
    other: Link
    of_link: tuple[Sentence, Sentence]
    of_other: tuple[Sentence, Sentence]


class Contradiction(NamedTuple):
    """A note that says that a sentence has no counterpart, and a link that gives it one."""

    absence: Absence
    sentence: Sentence
    link: Link


class Coverage:
    """Looks at all links of a file together; what it finds does not depend on their order."""

    def __init__(self, alignment: Alignment) -> None:
        """Read which versions each sentence is linked to, and in which it is said to have no counterpart."""
        self.alignment = alignment
        self._links = [link for link in alignment.links if link.kind == "translation"]
        self._linked = defaultdict[Sentence, dict[Version, Link]](dict)
        self._absences = defaultdict[Sentence, list[Absence]](list)
        for link in alignment.links:
            for sentence in link.sentences:
                for version in link.by_version:
                    self._linked[sentence].setdefault(version, link)
        for absence in alignment.absences:
            for sentence in absence.sentences:
                self._absences[sentence].append(absence)
        self._open = {sentence for link in self._links if link.is_broken for sentence in link.sentences}
        self.joined = {
            (one, other) for link in self._links for one in link.by_version for other in link.by_version
        }
        """The pairs of versions that at least one link joins, each both ways."""

    def unjoined(self) -> list[Version]:
        """Give the translations with sentences that no link joins to an original with sentences."""
        text = self.alignment.text
        originals = [version for version in text.originals if text.versions[version]]
        return [
            version
            for version in text.translations
            if originals
            and text.versions[version]
            and not any((version, one) in self.joined for one in originals)
        ]

    def gaps(self) -> Iterator[Gap]:
        """Give the sentences without a counterpart, in reading order.

        A sentence of an original needs one in each translation that is linked to it, a sentence of a
        translation one in any original. A link that leads to nothing may be meant as one.
        """
        text = self.alignment.text
        for version, sentences in text.versions.items():
            others = text.translations if version.is_original else text.originals
            needed = [other for other in others if (version, other) in self.joined]
            for sentence in sentences:
                missing = tuple(other for other in needed if self._is_missing(sentence, other))
                if missing and (version.is_original or len(missing) == len(needed)):
                    yield Gap(sentence, missing)

    def _is_missing(self, sentence: Sentence, version: Version) -> bool:
        if sentence in self._open or version in self._linked.get(sentence, {}):
            return False
        return not any(absence.is_about(version) for absence in self._absences.get(sentence, ()))

    def contradictions(self) -> Iterator[Contradiction]:
        """Give the sentences that a note says to have no counterpart, and that are linked to one."""
        for absence in self.alignment.absences:
            for sentence in absence.sentences:
                for version, link in self._linked.get(sentence, {}).items():
                    if version is not sentence.version and absence.is_about(version):
                        yield Contradiction(absence, sentence, link)
                        break

    def repeats(self) -> Iterator[Repeat]:
        """Give the links that join what another joins already, each once.

        In a translation a sentence is in one link with each other version; between texts it may be in
        many, but not twice with the same sentence.
        """
        seen: dict[tuple[Hashable, ...], Link] = {}
        for link in sorted(self.alignment.links, key=_in_reading_order):
            repeated = None
            for key, sentence, other in _joined_by(link):
                before = seen.setdefault(key, link)
                if before is not link:
                    repeated = repeated or Repeat(link, before, sentence, other)
            if repeated:
                yield repeated

    def one_sided(self) -> list[Link]:
        """Give the links all of whose sentences are of one version; those that lead to nothing left aside."""
        return [link for link in self.alignment.links if len(link.by_version) == 1 and not link.is_broken]

    def crossings(self) -> Iterator[Crossing]:
        """Give the fewest links without which no two cross, by version, each with one that it crosses.

        Two links cross where their first sentences stand in one order here and in the other there.
        What is left is a longest subsequence in order (Schensted 1961), found by patience sorting.
        """
        text = self.alignment.text
        for original in text.originals:
            for translation in text.translations:
                if (original, translation) in self.joined:
                    yield from self._crossings(original, translation)

    def _crossings(self, one: Version, other: Version) -> Iterator[Crossing]:
        steps = sorted(
            (
                _Step(link.by_version[one][0], link.by_version[other][0], link)
                for link in self._links
                if one in link.by_version and other in link.by_version
            ),
            key=_Step.order,
        )
        kept = longest_in_order([step.second.number for step in steps])
        in_order = [steps[index] for index in kept]
        for index in sorted(set(range(len(steps))) - set(kept)):
            step = steps[index]
            crossed = _crossed(step, in_order, bisect_right(kept, index))
            yield Crossing(step.link, crossed.link, step[:2], crossed[:2])


class _Step(NamedTuple):
    """A link as a step through two versions: the first sentence in each."""

    first: Sentence
    second: Sentence
    link: Link

    def order(self) -> tuple[int, int]:
        return self.first.number, self.second.number


def _crossed(step: _Step, in_order: list[_Step], position: int) -> _Step:
    """Give a link in order that one out of order crosses: the last before it, or the first after."""
    before = in_order[position - 1] if position else None
    if before and before.first.number < step.first.number and before.second.number > step.second.number:
        return before
    return next(
        other
        for other in in_order[position:]
        if other.first.number > step.first.number and other.second.number < step.second.number
    )


def longest_in_order(numbers: list[int]) -> list[int]:
    """Give the positions of a longest subsequence that never falls."""
    ends: list[int] = []
    at_end: list[int] = []
    previous: list[int] = []
    for position, number in enumerate(numbers):
        length = bisect_right(ends, number)
        previous.append(at_end[length - 1] if length else -1)
        ends[length : length + 1] = [number]
        at_end[length : length + 1] = [position]
    found = []
    position = at_end[-1] if at_end else -1
    while position >= 0:
        found.append(position)
        position = previous[position]
    return found[::-1]


def _joined_by(link: Link) -> Iterator[tuple[tuple[Hashable, ...], Sentence, Sentence]]:
    """Give all that may be joined once only, with a sentence and one that it is joined to."""
    for one, other in permutations(link.by_version, 2):
        sentences, counterparts = link.by_version[one], link.by_version[other]
        for sentence in sentences:
            if link.kind == "translation":
                yield (link.kind, sentence, other), sentence, counterparts[0]
            elif len(sentences) * len(counterparts) <= _COMPARED:
                for counterpart in counterparts:
                    yield (link.kind, sentence, counterpart), sentence, counterpart


def _in_reading_order(link: Link) -> list[tuple[str, int]]:
    return [(sentence.version.file.name, sentence.number) for sentence in link.sentences]
