"""Whether versions of a text, and statements said to be the same, name the same things (L2)."""

from collections import Counter
from collections.abc import Generator, Iterator
from itertools import combinations
from pathlib import Path

from tei_edition.alignment.coverage import Coverage
from tei_edition.alignment.labels import label, listed
from tei_edition.alignment.links import SAME, Alignment, Link, relations_of
from tei_edition.alignment.versions import Sentence, Version
from tei_edition.checks.compared import Difference, Side, differences
from tei_edition.checks.found import Found
from tei_edition.checks.named import Mention, mentions_in, unclear_in
from tei_edition.checks.worded import shortened
from tei_edition.corpus import Corpus
from tei_edition.markup import text_of
from tei_edition.source import Source

_CODES = {
    "person": "L201",
    "place": "L202",
    "organisation": "L203",
    "event": "L203",
    "date": "L204",
    "figure": "L205",
}
_SHOWN_AS = {"event": "the event ", "date": "the date ", "figure": "the figure "}
_VALUES = ("date", "figure")
_COMPARED = 20
"""Passages of one link up to which each is compared with each."""

_QUOTED = 6
"""Sentences of a passage up to which a message names them."""

_FORGOTTEN = 3
"""How many things of a kind one version must name before it is odd that the other names none at all."""

_FRAGMENT = 4
"""How many times longer than the other one version may be, before that is no translation of all of it."""


def check(alignment: Alignment, source: Source, corpus: Corpus) -> Iterator[Found]:
    """Compare each translation with the original, and statements that are said to be the same.

    Versions are compared link by link; where no link joins them, as a whole.
    """
    parity = Parity(alignment, source, corpus)
    yield from parity.of_versions()
    yield from parity.of_statements()


class Parity:
    """Compares what passages name; each sentence is read once."""

    def __init__(self, alignment: Alignment, source: Source, corpus: Corpus) -> None:
        """Read nothing yet."""
        self.alignment = alignment
        self.source = source
        self.corpus = corpus
        self._sentences: dict[Sentence, list[Mention]] = {}
        self._wholes: dict[Version, Side] = {}

    def of_versions(self) -> Iterator[Found]:
        """Compare each translation with each original that it is linked to, or with the only one."""
        text, joined = self.alignment.text, Coverage(self.alignment).joined
        for translation in text.translations:
            for original in text.originals:
                if (original, translation) in joined:
                    yield from self._linked(original, translation)
                elif len(text.originals) == 1:
                    yield from self._unlinked(original, translation)

    def of_statements(self) -> Iterator[Found]:
        """Find statements that are said to be the same, and give other dates or figures (L206)."""
        for link in self.alignment.links:
            if link.kind == "parallel" and SAME in relations_of(link, self.source, self.corpus):
                for first, second in combinations(self._by_document(link)[:_COMPARED], 2):
                    yield from _not_the_same(link, first, second)

    def _linked(self, original: Version, translation: Version) -> Iterator[Found]:
        kinds = yield from _kinds(self._all_sentences(original), self._all_sentences(translation))
        for link in self.alignment.links:
            if link.kind == "translation" and original in link.by_version and translation in link.by_version:
                first, second = self._side(link, original), self._side(link, translation)
                for kind in kinds:
                    for difference in differences(first, second, kind):
                        if not self._is_unclear(difference, first, second):
                            yield _told(difference, first, second, self._beside(difference, second))

    def _unlinked(self, original: Version, translation: Version) -> Iterator[Found]:
        lengths = sorted(len(text_of(version.element)) for version in (original, translation))
        if lengths[1] > _FRAGMENT * lengths[0]:
            return
        first, second = self._whole(original), self._whole(translation)
        kinds = yield from _kinds(first, second)
        for kind in kinds:
            for difference in differences(first, second, kind):
                yield _told(difference, first, second)

    def _whole(self, version: Version) -> Side:
        if version not in self._wholes:
            mentions = mentions_in([version.element], self.alignment.text.source, self.corpus)
            self._wholes[version] = Side(version, (version.element,), (), mentions)
        return self._wholes[version]

    def _all_sentences(self, version: Version) -> Side:
        sentences = self.alignment.text.versions[version]
        mentions = [mention for sentence in sentences for mention in self._in_sentence(sentence)]
        return Side(version, (), sentences, mentions)

    def _side(self, link: Link, version: Version) -> Side:
        sentences = link.by_version[version]
        mentions = [mention for sentence in sentences for mention in self._in_sentence(sentence)]
        return Side(version, tuple(sentence.element for sentence in sentences), sentences, mentions)

    def _by_document(self, link: Link) -> list[Side]:
        """Give what a link joins of each document, all versions of it together."""
        sides: dict[Path, Side] = {}
        for version in link.by_version:
            side = self._side(link, version)
            before = sides.get(version.file)
            sides[version.file] = before.with_all_of(side) if before else side
        return list(sides.values())

    def _in_sentence(self, sentence: Sentence) -> list[Mention]:
        if sentence not in self._sentences:
            source = self.alignment.sources[sentence.version.file]
            self._sentences[sentence] = mentions_in([sentence.element], source, self.corpus)
        return self._sentences[sentence]

    def _is_unclear(self, difference: Difference, first: Side, second: Side) -> bool:
        """Say whether what seems to be missing may be tagged, with a pointer or a value that says nothing.

        That has a finding of its own, and is to be mended first.
        """
        mention, instead, is_of_first = difference
        if instead:
            return False
        lacking = second if is_of_first else first
        source = self.alignment.sources[lacking.version.file]
        return mention.is_of_another_kind or mention.kind in unclear_in(lacking.elements, source, self.corpus)

    def _beside(self, difference: Difference, second: Side) -> Sentence | None:
        """Give the sentence before or after a passage of a translation that names what is missing in it."""
        if not difference.is_of_first:
            return None
        sentences = self.alignment.text.versions[second.version]
        for number in (second.sentences[0].number - 1, second.sentences[-1].number + 1):
            if 0 <= number < len(sentences) and any(
                mention.key == difference.mention.key for mention in self._in_sentence(sentences[number])
            ):
                return sentences[number]
        return None


def _kinds(original: Side, translation: Side) -> Generator[Found, None, list[str]]:
    """Give the kinds of things to compare; find those that one version tags nowhere, told once."""
    kinds = []
    counts = [Counter(mention.kind for mention in side.mentions) for side in (original, translation)]
    for kind in _CODES:
        one, other = (count[kind] for count in counts)
        if min(one, other) or max(one, other) < _FORGOTTEN:
            kinds.append(kind)
            continue
        lacking, having = (original, translation) if other else (translation, original)
        message = (
            f"The {label(lacking.version)} tags no {kind}s; the {label(having.version)} tags {one + other}."
        )
        yield Found(_CODES[kind], lacking.version.element, "", message, f"Tag the {kind}s in both.")
    return kinds


def _told(difference: Difference, first: Side, second: Side, beside: Sentence | None = None) -> Found:
    """Say what one side names and the other does not."""
    mention, instead, is_of_first = difference
    having, lacking = (first, second) if is_of_first else (second, first)
    code = _CODES[mention.kind]
    message = f"The {_shown(having)} tags {_SHOWN_AS.get(mention.kind, '')}{_quoted(mention)}"
    if instead:
        message += f", the {_shown(lacking)} {_quoted(instead)}."
        element = (instead if is_of_first else mention).element
        return Found(code, element, "", message, "Look which of the two is right.")
    untagged = lacking.untagged(mention)
    if untagged:
        message += f'; the {_shown(lacking)} has "{shortened(untagged)}", not tagged so.'
        hint = f"Tag it there as here: {mention.shown}."
    else:
        message += f"; the {_shown(lacking)} does not."
        hint = f"Name and tag it in both, or write <?edition-exempt {code} The reason.?> before the sentence."
    if beside:
        hint = f'"{beside.id}" names it: link that sentence too, if it belongs here.'
    place = second.sentences[0].element if is_of_first and second.sentences else mention.element
    return Found(code, place, "", message, hint)


def _not_the_same(link: Link, first: Side, second: Side) -> Iterator[Found]:
    """Say which dates and figures differ in statements that are said to be the same."""
    for kind in _VALUES:
        told = [
            f"{_addressed(side)} has {_SHOWN_AS[kind]}{listed([_quoted(one) for one in only])}"
            for side, other in ((first, second), (second, first))
            if (only := side.only(kind, other))
        ]
        if told:
            others = "" if len(told) > 1 else ", and the other does not"
            message = f"These statements are said to be the same: {', '.join(told)}{others}."
            hint = "Write edition:partly or edition:contradicting in `ana`, and say in a note what differs."
            yield Found("L206", link.element, "ana", message, hint)


def _addressed(side: Side) -> str:
    """Name a side by its file and its sentences: `iasi-1941-fr.xml (fr-s1 and fr-s2)`."""
    return f"{side.version.file.name} ({listed([sentence.id for sentence in side.sentences[:_QUOTED]])})"


def _shown(side: Side) -> str:
    """Name a side by its version and its sentences: `French original ("fr-s1" and "fr-s2")`."""
    ids = listed([f'"{sentence.id}"' for sentence in side.sentences[:_QUOTED]])
    return label(side.version) + (f" ({ids})" if ids else "")


def _quoted(mention: Mention) -> str:
    return f'"{shortened(mention.words)}" ({mention.shown})'
