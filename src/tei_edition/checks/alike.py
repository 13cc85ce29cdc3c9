"""Whether words name the same thing: letters without case, accents and punctuation, and what may differ."""

import re
import unicodedata
from difflib import SequenceMatcher
from functools import cache

_WRITTEN_OTHERWISE = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d"}
)
_WORD = re.compile(r"[^\W_]+")
_STEM = 4
"""Letters that two forms of a name have in common, whatever their endings are."""

_LONGEST = 40
"""Letters of a word, and words of a name, that are compared: there is an end to what is a name."""

_SIMILAR = 0.7
"""How much of two words' letters is the same, in order, where a name is spelt in two ways."""


@cache
def folded(words: str) -> tuple[str, ...]:
    """Give words in lower case, without accents and punctuation."""
    small = words.casefold()
    if small.isascii():
        return tuple(_WORD.findall(small))
    letters = unicodedata.normalize("NFKD", small.translate(_WRITTEN_OTHERWISE))
    return tuple(_WORD.findall("".join(letter for letter in letters if not unicodedata.combining(letter))))


def is_like(mention: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Say whether a mention can be a form of a name: one of its words, its initials, another spelling."""
    if "".join(mention) in _initials(name) or "".join(name) in _initials(mention):
        return True
    mention, name = mention[:_LONGEST], name[:_LONGEST]
    if any(_same(one, other) for one in mention for other in name):
        return True
    return is_close("".join(mention), "".join(name))


def _initials(words: tuple[str, ...]) -> set[str]:
    """Give the words' initials, all of them and without the short words (`of`, `der`)."""
    every, longer = "".join(word[0] for word in words), "".join(word[0] for word in words if len(word) > 3)
    return {initials for initials in (every, longer) if len(initials) > 1}


@cache
def _same(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if one == other or (len(shorter) == 1 and longer[0] == shorter):
        return True
    if len(shorter) >= _STEM and (shorter in longer or shorter[:_STEM] == longer[:_STEM]):
        return True
    return (len(shorter) == 3 and longer.startswith(shorter) and len(longer) < 7) or is_close(one, other)


def is_close(one: str, other: str) -> bool:
    """Say whether two words may be spellings of one."""
    if min(len(one), len(other)) < _STEM or max(len(one), len(other)) > _LONGEST:
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= _SIMILAR and matcher.ratio() >= _SIMILAR
