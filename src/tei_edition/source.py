"""A TEI file as it was read: its text, its tree, and where each part of the tree stands in the text.

lxml keeps lines only. Offsets come from a second look at the text with one regular expression,
which is enough because lxml has already said that the text is well-formed and has no DTD.
"""

import re
from bisect import bisect_right
from collections import deque
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from tei_edition.place import Place
from tei_edition.pointers import pointers_of

PIECE = re.compile(
    r"""<!--.*?-->                                   # comment
      | <\?.*?\?>                                    # processing instruction
      | <!\[CDATA\[.*?\]\]>                          # character data
      | </[^>]*>                                     # end tag
      | <(?:[^"'>]|"[^"]*"|'[^']*')*>                # start tag
    """,
    re.DOTALL | re.VERBOSE,
)
_BEGINNING = re.compile(r"<!--|<\??[^\s/>?]+")
ATTRIBUTE = re.compile(r"""\s([^\s=<>"'/]+)\s*=\s*("[^"]*"|'[^']*')""")
_NAME = re.compile(r"</?(?:[^\s:/>]+:)?([^\s:/>]+)")
_DECLARATION = re.compile(r"<\?xml\s")
_CHARACTER = re.compile(r"&[^;]*;|<!\[CDATA\[|\]\]>|.", re.DOTALL)


class Span(NamedTuple):
    """Offsets of a node: its start, the end of its start tag, the end of the whole."""

    start: int
    inside: int
    end: int


class Stretch(NamedTuple):
    """Offsets of a stretch of text: where it begins, and where what follows it begins."""

    start: int
    end: int


class Tag(NamedTuple):
    """An element's start tag (the only one of an empty element) or its end tag."""

    element: etree._Element
    is_end: bool


@dataclass(frozen=True)
class Source:
    """A well-formed TEI file: `text` with line ends as LF, `root` the element that lxml made of it."""

    path: Path
    text: str
    root: etree._Element

    @cached_property
    def pointers(self) -> list[tuple[etree._Element, str, str]]:
        """Each pointer in the file: the element, the attribute, the pointer, in document order."""
        return [
            (node, attribute, pointer)
            for node in self.root.iter(etree.Element)
            if node.attrib
            for attribute, pointer in pointers_of(node)
        ]

    def place(self, node: etree._Element, attribute: str | None = None) -> Place:
        """Give the place of a node's tag, or of one of its attributes (`ref`, `xml:id`)."""
        return self.place_at(self.stretch(node, attribute).start)

    def ends(self, node: etree._Element, attribute: str | None = None) -> tuple[Place, Place]:
        """Give the place of a node's tag or of one of its attributes, and the place behind that."""
        return self.places(self.stretch(node, attribute))

    def places(self, stretch: Stretch) -> tuple[Place, Place]:
        """Give the places where a stretch begins and where what follows it begins."""
        return self.place_at(stretch.start), self.place_at(stretch.end)

    def stretch(self, node: etree._Element, attribute: str | None = None) -> Stretch:
        """Give the beginning of a node's tag, `<persName`, or one of its attributes, `ref="…"`."""
        found = self._attribute(node, attribute) if attribute is not None else None
        if found:
            return Stretch(found.start(1), found.end())
        start = self._spans[node].start
        beginning = _BEGINNING.match(self.text, start)
        return Stretch(start, beginning.end() if beginning else start + 1)

    def attribute_name(self, node: etree._Element, attribute: str) -> Stretch | None:
        """Give the name of an attribute; None where the node has none of this name."""
        found = self._attribute(node, attribute)
        return Stretch(*found.span(1)) if found else None

    def value(self, node: etree._Element, attribute: str) -> Stretch | None:
        """Give what stands between an attribute's quotation marks; None where there is no such attribute."""
        found = self._attribute(node, attribute)
        return Stretch(found.start(2) + 1, found.end(2) - 1) if found else None

    def names(self, node: etree._Element) -> tuple[Stretch, ...]:
        """Give an element's name, without a prefix, in its start tag and in its end tag if it has one."""
        span = self._spans[node]
        starts = [span.start]
        if self.text.startswith("</", end := self.text.rfind("<", span.start, span.end)):
            starts.append(end)
        return tuple(Stretch(*found.span(1)) for at in starts if (found := _NAME.match(self.text, at)))

    def whole(self, node: etree._Element) -> Stretch:
        """Give a node with its tags and all that stands in it."""
        span = self._spans[node]
        return Stretch(span.start, span.end)

    def text_stretch(self, node: etree._Element, tail: bool, first: int, last: int) -> Stretch:
        """Give the characters from `first` to before `last` of a node's text, or of the text after it."""
        start = self._offset_in_text(node, tail, first)
        return Stretch(start, self._after(start, last - first))

    def _attribute(self, node: etree._Element, name: str) -> re.Match[str] | None:
        span = self._spans[node]
        attributes = ATTRIBUTE.finditer(self.text, span.start, span.inside)
        return next((found for found in attributes if found[1] == name), None)

    def extent(self, node: etree._Element) -> tuple[Place, Place]:
        """Give the places where a node begins and where the text behind it begins."""
        span = self._spans[node]
        return self.place_at(span.start), self.place_at(span.end)

    def place_in_text(self, node: etree._Element, tail: bool, characters: int) -> Place:
        """Give the place of the n-th character of a node's text, or of the text after it."""
        return self.place_at(self._offset_in_text(node, tail, characters))

    def _offset_in_text(self, node: etree._Element, tail: bool, characters: int) -> int:
        span = self._spans[node]
        return self._after(span.end if tail else span.inside, characters)

    def _after(self, offset: int, characters: int) -> int:
        """Give the offset that is some characters further on, where an entity is one character.

        Who asks again from the same offset goes on from where one of the last answers was.
        """
        known = [(done, here) for begun, done, here in self._walk if begun == offset and done <= characters]
        done, here = max(known, default=(0, offset))
        self._walk.append((offset, characters, self._further(here, characters - done)))
        return self._walk[-1][2]

    def _further(self, offset: int, characters: int) -> int:
        end = offset + characters
        if all(self.text.find(special, offset, end + 2) < 0 for special in ("&", "<", "]]>")):
            return min(end, len(self.text))
        for _ in range(characters):
            match = _CHARACTER.match(self.text, offset)
            while match and match.group() in ("<![CDATA[", "]]>"):
                match = _CHARACTER.match(self.text, match.end())
            if match is None:
                break
            offset = match.end()
        return offset

    def is_cdata(self, offset: int) -> bool:
        """Say whether an offset stands in a CDATA section."""
        before = bisect_right(self._cdata, (offset, len(self.text))) - 1
        return before >= 0 and offset < self._cdata[before][1]

    @cached_property
    def _cdata(self) -> list[tuple[int, int]]:
        if "<![CDATA[" not in self.text:
            return []
        return [piece.span() for piece in PIECE.finditer(self.text) if piece.group().startswith("<![CDATA[")]

    def place_at(self, offset: int) -> Place:
        """Give the line and column of an offset into the text."""
        line = bisect_right(self._line_starts, offset)
        return Place(line, offset - self._line_starts[line - 1] + 1)

    @property
    def lines(self) -> int:
        """The number of lines."""
        return len(self._line_starts) - 1

    def line(self, number: int) -> str:
        """Give the text of a line, counted from 1."""
        starts = self._line_starts
        return self.text[starts[number - 1] : starts[number] - 1]

    def element_at(self, path: str) -> etree._Element:
        """Give the element that a path of child positions names: `/2/1`, from the root."""
        node = self.root
        for position in path.split("/")[1:]:
            if node not in self._children:
                self._children[node] = list(node.iterchildren(etree.Element))
            node = self._children[node][int(position) - 1]
        return node

    def tag_ending_at(self, place: Place) -> Tag | None:
        """Give the tag that ends just before a place."""
        return self._tags_by_end.get(self._line_starts[place.line - 1] + place.column - 1)

    def last_tag_before(self, place: Place) -> Tag:
        """Give the last tag that ends at or before a place: what stands there follows it."""
        ends = self._ends
        offset = self._line_starts[place.line - 1] + place.column - 1
        return self._tags_by_end[ends[max(bisect_right(ends, offset) - 1, 0)]]

    @cached_property
    def _children(self) -> dict[etree._Element, list[etree._Element]]:
        return {}

    @cached_property
    def _walk(self) -> deque[tuple[int, int, int]]:
        """The offsets that were last asked from, how many characters from there, and the answers."""
        return deque(maxlen=4)

    @cached_property
    def _ends(self) -> list[int]:
        return sorted(self._tags_by_end)

    @cached_property
    def _line_starts(self) -> list[int]:
        return list(accumulate((len(line) + 1 for line in self.text.split("\n")), initial=0))

    @cached_property
    def _tags_by_end(self) -> dict[int, Tag]:
        tags = {}
        for node, span in self._spans.items():
            tags[span.end] = Tag(node, is_end=True)
        for node, span in self._spans.items():
            tags[span.inside] = Tag(node, is_end=False)
        return tags

    @cached_property
    def _spans(self) -> dict[etree._Element, Span]:
        """Walk text and tree side by side: the n-th opening in the one is the n-th node of the other."""
        before = list(self.root.itersiblings(preceding=True))[::-1]
        nodes = iter([*before, *self.root.iter(), *self.root.itersiblings()])
        spans: dict[etree._Element, Span] = {}
        open_elements: list[tuple[etree._Element, int, int]] = []
        for piece in PIECE.finditer(self.text):
            token = piece.group()
            kind = token[1]
            if kind == "/":
                node, start, inside = open_elements.pop()
                spans[node] = Span(start, inside, piece.end())
            elif kind in "!?":
                if not token.startswith("<![") and not _DECLARATION.match(token):
                    spans[next(nodes)] = Span(piece.start(), piece.end(), piece.end())
            elif token[-2] == "/":
                spans[next(nodes)] = Span(piece.start(), piece.end(), piece.end())
            else:
                open_elements.append((next(nodes), piece.start(), piece.end()))
        return spans
