"""Two passages compared: what the one names and the other does not, and what stands there instead."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from lxml import etree

from tei_edition.alignment.versions import Sentence, Version
from tei_edition.checks.alike import folded, is_close, is_like
from tei_edition.checks.named import Mention, numbers_in, untagged_in
from tei_edition.markup import tei, text_of

_VALUES = ("date", "figure")
"""Kinds of things that figures name."""

_CAPITAL = ("person", "place")
"""Kinds of things whose names begin with a capital in all languages."""

_NAMES = [tei(name) for name in ("persName", "placeName", "geogName", "orgName", "eventName", "label")]
_WORD = re.compile(r"[^\W\d_]+")
_LONG = 4
"""Letters from which on a word of a name is looked for."""

_ENDING = 2
"""Letters at the end of a word in which two forms of it may differ."""


@dataclass(frozen=True, eq=False)
class Side:
    """A passage of one version, the sentences that it is made of (none for the whole), and what it names."""

    version: Version
    elements: tuple[etree._Element, ...]
    sentences: tuple[Sentence, ...]
    mentions: Sequence[Mention]

    def only(self, kind: str, other: "Side") -> list[Mention]:
        """Give what of a kind this side names and the other does not, each once."""
        named = {mention.key for mention in other.mentions if mention.kind == kind}
        found: dict[object, Mention] = {}
        for mention in self.mentions:
            if mention.kind == kind and mention.key not in named and not mention.is_optional:
                found.setdefault(mention.key, mention)
        return list(found.values())

    def alike(self, mention: Mention) -> Mention | None:
        """Give what this side calls by the same name and takes for something else."""
        if mention.kind in _VALUES:
            return None
        words = folded(mention.words)
        return next(
            (
                other
                for other in self.mentions
                if other.kind == mention.kind and _is_one_name(words, folded(other.words))
            ),
            None,
        )

    def untagged(self, mention: Mention) -> str:
        """Give the words by which this side names something without tagging it; "" where it seems not to."""
        text = self._untagged(mention.kind)
        if mention.kind in _VALUES:
            numbers = numbers_in(mention.words)
            return " … ".join(numbers) if set(numbers) <= set(numbers_in(text)) else ""
        words = [word for word in _WORD.findall(text) if len(word) >= _LONG]
        if mention.kind in _CAPITAL:
            words = [word for word in words if word[0].isupper()]
        return next(filter(None, (_found(name, words, mention.kind) for name in _names(mention))), "")

    def _untagged(self, kind: str) -> str:
        if kind not in self._texts:
            of_kind = (mention for mention in self.mentions if mention.kind == kind)
            self._texts[kind] = untagged_in(self.elements, of_kind)
        return self._texts[kind]

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {}


class Difference(NamedTuple):
    """What one side names and the other does not, and what the other has instead, if that can be said."""

    mention: Mention
    instead: Mention | None
    is_of_first: bool


def differences(first: Side, second: Side, kind: str) -> Iterator[Difference]:
    """Compare what two sides name of one kind."""
    only_first, only_second = first.only(kind, second), second.only(kind, first)
    alone = len(only_first) == len(only_second) == 1 and bool(first.sentences)
    for mention in only_first:
        instead = next((other for other in only_second if alone or _is_meant(mention, other)), None)
        if instead:
            only_second.remove(instead)
        yield Difference(mention, instead or second.alike(mention), True)
    for mention in only_second:
        yield Difference(mention, first.alike(mention), False)


def _is_meant(mention: Mention, other: Mention) -> bool:
    """Say whether two words are the same, and point to two things."""
    if mention.kind in _VALUES:
        one, another = numbers_in(mention.words), numbers_in(other.words)
        return bool(one) and set(one) == set(another)
    one_words, other_words = folded(mention.words), folded(other.words)
    return bool(one_words and other_words) and is_like(one_words, other_words)


def _is_one_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return bool(one) and (one == other or (len(one) == len(other) == 1 and is_close(one[0], other[0])))


@lru_cache(maxsize=20_000)
def _names(mention: Mention) -> tuple[tuple[str, ...], ...]:
    """Give the long words of all names by which a thing is known, as it is named there first."""
    entry = [text_of(name) for name in mention.entry.element.iter(*_NAMES)] if mention.entry else []
    names = (tuple(word for word in folded(name) if len(word) >= _LONG) for name in (mention.words, *entry))
    return tuple(dict.fromkeys(name for name in names if name))


def _found(name: tuple[str, ...], words: list[str], kind: str) -> str:
    """Give the words of a text that are the words of a name, in whatever form; of a person the longest."""
    wanted = (max(name, key=len),) if kind == "person" else name
    found = [_form_of(word, words) for word in wanted]
    return " ".join(found) if all(found) else ""


def _form_of(wanted: str, words: list[str]) -> str:
    stem = wanted[: max(_LONG, len(wanted) - _ENDING)]
    for word in words:
        form = "".join(folded(word))
        if form.startswith(stem) and len(form) <= len(wanted) + 2 * _ENDING:
            return word
    return ""
