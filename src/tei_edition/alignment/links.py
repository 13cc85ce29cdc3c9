"""Links between sentences, and notes that say why a sentence has no counterpart, as a file has them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from lxml import etree

from tei_edition.alignment.versions import Sentence, Text, Version, text_of_document
from tei_edition.corpus import Corpus, Entry
from tei_edition.markup import XML_ID, tei
from tei_edition.pointers import Unresolved
from tei_edition.source import Source

KINDS = ("translation", "parallel")
"""Types of `linkGrp`: between the versions of one text, and between statements of different texts."""

SAME = "same-statement"
"""The id of the category of links whose statements are the same."""

RELATIONS = "parallel-statements"
"""The id of the taxonomy with the categories of how statements relate."""


@dataclass(frozen=True, eq=False)
class End:
    """A pointer of a link, and the sentence that it leads to.

    None where it leads to something else, or (`is_broken`) to nothing that can be found.
    """

    pointer: str
    sentence: Sentence | None
    is_broken: bool = False


@dataclass(frozen=True, eq=False)
class Link:
    """A `link`: sentences that belong together, any number in any number of versions."""

    element: etree._Element
    kind: str
    ends: tuple[End, ...]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences, by version and in reading order, each once."""
        return tuple(sentence for found in self.by_version.values() for sentence in found)

    @cached_property
    def by_version(self) -> dict[Version, tuple[Sentence, ...]]:
        """The sentences of each version, in reading order, each once."""
        found: dict[Version, dict[Sentence, None]] = {}
        for end in self.ends:
            if end.sentence is not None:
                found.setdefault(end.sentence.version, {})[end.sentence] = None
        return {version: tuple(sorted(some, key=_number)) for version, some in found.items()}

    @property
    def is_broken(self) -> bool:
        """Whether an end leads to nothing, so that what it should join is not known."""
        return any(end.sentence is None for end in self.ends)

    @property
    def certainty(self) -> str:
        """How sure the editors are that these belong together: high, medium, low; "" where not said."""
        return str(self.element.get("cert", ""))


@dataclass(frozen=True, eq=False)
class Absence:
    """A `note type="no-counterpart"`: sentences that have none in some versions; None: in any other."""

    element: etree._Element
    ends: tuple[End, ...]
    versions: tuple[Version, ...] | None
    elsewhere: tuple[str, ...] = ()
    """Pointers to what should be versions and is something else."""

    @property
    def sentences(self) -> list[Sentence]:
        """The sentences that have no counterpart."""
        return [end.sentence for end in self.ends if end.sentence is not None]

    def is_about(self, version: Version) -> bool:
        """Say whether the note says that there is no counterpart in a version."""
        return self.versions is None or version in self.versions


@dataclass(frozen=True, eq=False)
class Alignment:
    """All links that one file holds, and the text of that file, whose versions they may join."""

    text: Text
    links: tuple[Link, ...]
    absences: tuple[Absence, ...]
    sources: dict[Path, Source]
    """The files whose sentences are linked."""


@dataclass
class _Reader:
    """Follows pointers to sentences; each file's text is read once."""

    source: Source
    corpus: Corpus
    texts: dict[Path, Text | None] = field(default_factory=dict)

    def end(self, pointer: str) -> End:
        target = self.corpus.resolve(pointer, self.source)
        if isinstance(target, Unresolved):
            return End(pointer, None, is_broken=True)
        if isinstance(target, Entry) or target.file is None:
            return End(pointer, None)
        text = self.text(target.file)
        return End(pointer, text.sentences.get(target.id or "") if text else None, is_broken=text is None)

    def text(self, file: Path) -> Text | None:
        if file not in self.texts:
            source = self.source if file == self.source.path else self.corpus.source(file)
            self.texts[file] = text_of_document(source) if source else None
        return self.texts[file]

    def absence(self, note: etree._Element, own: Text) -> Absence:
        """Read a note; where it names no version, all of its own document are meant."""
        ends = tuple(self.end(pointer) for pointer in note.get("target", "").split())
        pointers = note.get("corresp", "").split()
        if not pointers:
            return Absence(note, ends, tuple(own.versions) or None)
        found = {pointer: self.versions(pointer) for pointer in pointers}
        versions = tuple(version for some in found.values() for version in some or ())
        elsewhere = tuple(pointer for pointer, some in found.items() if some == [])
        return Absence(note, ends, versions, elsewhere)

    def versions(self, pointer: str) -> list[Version] | None:
        """Give the version that a pointer leads to, or all of a document; None where it leads nowhere."""
        target = self.corpus.resolve(pointer, self.source)
        if isinstance(target, Unresolved):
            return None
        if isinstance(target, Entry) or target.file is None:
            return []
        text = self.text(target.file)
        versions = text.versions if text else ()
        return [one for one in versions if target.id in (None, one.element.get(XML_ID))]


def alignment_of(source: Source, corpus: Corpus) -> Alignment:
    """Read the links that stand in a file's own `standOff`, in the order of the file.

    The files that the links lead into are read too.
    """
    reader = _Reader(source, corpus)
    own = reader.text(source.path)
    assert own is not None  # noqa: S101 - the file is there
    links, absences = [], []
    for node in _in_stand_off(source.root):
        if node.tag == tei("link"):
            group = node.getparent()
            kind = str(group.get("type")) if group is not None else ""
            ends = tuple(reader.end(pointer) for pointer in node.get("target", "").split())
            links.append(Link(node, kind, ends))
        else:
            absences.append(reader.absence(node, own))
    sources = {text.source.path: text.source for text in reader.texts.values() if text}
    return Alignment(own, tuple(links), tuple(absences), sources)


def _in_stand_off(root: etree._Element) -> Iterator[etree._Element]:
    """Give the links of groups that join sentences, and the notes about what has no counterpart."""
    for stand_off in root.iterchildren(tei("standOff")):
        for node in stand_off.iterchildren(tei("linkGrp"), tei("note")):
            if node.tag == tei("note"):
                if node.get("type") == "no-counterpart":
                    yield node
            elif node.get("type") in KINDS:
                yield from node.iterchildren(tei("link"))


def relations_of(link: Link, source: Source, corpus: Corpus) -> tuple[str, ...]:
    """Give the ids of the categories by which a link says how its statements relate.

    Categories are those in the taxonomy `parallel-statements` of the edition's header.
    """
    found = []
    for pointer in link.element.get("ana", "").split():
        target = corpus.resolve(pointer, source)
        if isinstance(target, Entry) and _is_relation(target.element):
            found.append(target.id)
    return tuple(found)


def _is_relation(element: etree._Element) -> bool:
    return any(node.get(XML_ID) == RELATIONS for node in element.iterancestors(tei("taxonomy")))


def _number(sentence: Sentence) -> int:
    return sentence.number
