"""Whether a text that tags something not at all has the words for it: another form of a name, the figures."""

import re
from collections.abc import Iterator
from functools import cached_property

from tei_edition.checks.alike import folded
from tei_edition.checks.named import Mention, numbers_in
from tei_edition.corpus import Entry
from tei_edition.markup import tei, text_of
from tei_edition.memory import while_there

_CAPITAL = ("person", "place")
"""Kinds of things whose names begin with a capital in all languages."""

_NAMES = [tei(name) for name in ("persName", "placeName", "geogName", "orgName", "eventName", "label")]
_WORD = re.compile(r"[^\W\d_]+")
_LONG = 4
"""Letters from which on a word of a name is looked for."""

_LONGEST = 40
"""Letters of a word beyond which it is none."""

_ENDING = 2
"""Letters at the end of a word in which two forms of it may differ; one more in a long word."""

_MANY = 8
"""Letters from which on a word is long."""


class Words:
    """The words of a text, to look for names in; it reads the text once for each length of a stem."""

    def __init__(self, text: str) -> None:
        """Read nothing yet: many texts are looked into for figures only, or for names only."""
        self._text = text
        self._by_stem: dict[tuple[int, bool], dict[str, tuple[str, str]]] = {}

    @cached_property
    def _forms(self) -> list[tuple[str, str]]:
        """The words that are long enough for a name, and their letters, the longest first."""
        words = dict.fromkeys(word for word in _WORD.findall(self._text) if _LONG <= len(word) <= _LONGEST)
        forms = [(word, "".join(folded(word))) for word in words]
        return sorted(forms, key=lambda item: len(item[1]), reverse=True)

    @cached_property
    def _numbers(self) -> frozenset[str]:
        return frozenset(numbers_in(self._text))

    def numbers(self, mention: Mention) -> str:
        """Give the figures in the words of a date or a figure, if the text has them all."""
        numbers = numbers_in(mention.words)
        return " … ".join(numbers) if self._numbers.issuperset(numbers) else ""

    def name(self, mention: Mention) -> str:
        """Give the words of a thing's name as the text has them; of a person the longest is enough."""
        for name in _names(mention):
            wanted = (max(name, key=len),) if mention.kind == "person" else name
            found = [self._form_of(word, mention.kind in _CAPITAL) for word in wanted]
            if all(found):
                return " ".join(found)
        return ""

    def _form_of(self, wanted: str, is_capital: bool) -> str:
        length = max(_LONG, len(wanted) - _ENDING - (len(wanted) >= _MANY))
        word, form = self._stems(length, is_capital).get(wanted[:length], ("", ""))
        return word if len(form) <= len(wanted) + 2 * _ENDING else ""

    def _stems(self, length: int, is_capital: bool) -> dict[str, tuple[str, str]]:
        """Give the shortest form of each word by its beginning."""
        key = (length, is_capital)
        if key not in self._by_stem:
            self._by_stem[key] = {
                form[:length]: (word, form)
                for word, form in self._forms
                if not is_capital or word[0].isupper()
            }
        return self._by_stem[key]


def _names(mention: Mention) -> Iterator[tuple[str, ...]]:
    """Give the long words of all names by which a thing is known, that of the mention first."""
    yield from filter(None, [_long_words(mention.words)])
    if mention.entry:
        yield from _names_of(mention.entry)


@while_there
def _names_of(entry: Entry) -> tuple[tuple[str, ...], ...]:
    names = (_long_words(text_of(name)) for name in entry.element.iter(*_NAMES))
    return tuple(dict.fromkeys(filter(None, names)))


def _long_words(name: str) -> tuple[str, ...]:
    return tuple(word for word in folded(name) if _LONG <= len(word) <= _LONGEST)
