"""Characters that no font of a book has: found, and shown as their number."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

_NON_ASCII = re.compile(r"[^\t\n\r -~]")
_REFERENCE = re.compile(r"&#(x?)([0-9A-Fa-f]+);")
_LINES_AND_JOINERS = "\u00a0\u00ad\u200b\u200c\u200d\u2060"


@dataclass
class Glyphs:
    """What the fonts can show; `can_show` is asked once for each character, for many in one go."""

    can_show: Callable[[str], bool]
    _known: set[str] = field(default_factory=set)
    _unknown: set[str] = field(default_factory=set)

    def showable(self, text: str) -> tuple[str, list[str]]:
        """Put `[U+1234]` in the place of each character that no font has; give the text and those characters.

        A letter with a mark on it counts as one: where the fonts cannot put them together, the mark is named.
        Under a PDF standard a character without a glyph is an error, and without one it is lost in silence.
        """
        text = _REFERENCE.sub(_character, text)
        clusters = set(_clusters(text))
        self._ask(sorted(clusters - self._known - self._unknown))
        missing = sorted(clusters & self._unknown, key=lambda cluster: (-len(cluster), cluster))
        for cluster in missing:
            text = text.replace(cluster, "".join(map(self._named, cluster)))
        named = {
            character for cluster in missing for character in cluster if self._named(character) != character
        }
        return text, sorted(named)

    def _ask(self, clusters: list[str]) -> None:
        if not clusters:
            return
        if self.can_show(" ".join(f"x{cluster}x" for cluster in clusters)):
            self._known.update(clusters)
        elif len(clusters) == 1:
            self._unknown.update(clusters)
        else:
            half = len(clusters) // 2
            self._ask(clusters[:half])
            self._ask(clusters[half:])

    def _named(self, character: str) -> str:
        if character in _LINES_AND_JOINERS or character.isascii() or character in self._known:
            return character
        return f"[U+{ord(character):04X}]"


def _character(reference: re.Match[str]) -> str:
    """Give the character that a reference of XML stands for, but for markup and control characters."""
    code = int(reference[2], 16 if reference[1] else 10)
    return chr(code) if code > 0x7E else reference.group()


def _clusters(text: str) -> Iterator[str]:
    """Give the characters beyond ASCII, each with the mark that stands on it."""
    for match in _NON_ASCII.finditer(text):
        character = match.group()
        previous = text[match.start() - 1] if match.start() else ""
        if unicodedata.combining(character) and previous:
            yield previous + character
        yield character
