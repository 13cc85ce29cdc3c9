"""Names in a document against the entries that they point to, and against one another (N201, N202, N204)."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from tei_edition import edits as edits_of
from tei_edition.authorities import identifier
from tei_edition.checks.alike import folded, is_like
from tei_edition.checks.found import Found
from tei_edition.checks.worded import language_of, shortened, words_of
from tei_edition.corpus import Corpus, Entry
from tei_edition.markup import tei, text_of
from tei_edition.memory import while_there
from tei_edition.pointers import Target
from tei_edition.source import Source

_NAMES = [tei(name) for name in ("persName", "placeName", "orgName", "geogName", "name")]
_ENTRIES = frozenset(tei(name) for name in ("person", "personGrp", "place", "org", "event"))
_ALSO_NAMES = [tei(name) for name in ("eventName", "label", "addName")]
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_MAJORITY = 5
"""How many times more often words point to one entry than to another that is then suspect."""

_PADDING_BEFORE = re.compile(r"\s|[,;:!?)\]]")
_PADDING_AFTER = re.compile(r"\s|[,;:(\[]")


class _Mention(NamedTuple):
    """A name in the document's text, its words, and what it points to."""

    element: etree._Element
    words: str
    pointer: str
    entry: Entry | None
    target: str
    """The same for two pointers to one thing."""


def check(source: Source, corpus: Corpus) -> Iterator[Found]:
    """Check the names of a document's text; the names that registers are made of are left alone."""
    elements = list(_in_text(source))
    mentions = list(_mentions(elements, source, corpus))
    yield from _unlike(mentions, corpus)
    yield from _led_astray(mentions)
    yield from _padded(source, elements)


def _in_text(source: Source) -> Iterator[etree._Element]:
    """Give the names of the text, not those inside entries of a register."""
    for text in source.root.iterchildren(tei("text")):
        has_entries = next(text.iter(*_ENTRIES), None) is not None
        for element in text.iter(*_NAMES):
            if not has_entries or next(element.iterancestors(*_ENTRIES), None) is None:
                yield element


def _mentions(elements: list[etree._Element], source: Source, corpus: Corpus) -> Iterator[_Mention]:
    """Give the names that point to one thing; each pointer is looked up once."""
    targets: dict[str, tuple[Entry | None, str] | None] = {}
    for element in elements:
        pointer = element.get("ref", "").strip()
        if not pointer or " " in pointer:
            continue
        if pointer not in targets:
            targets[pointer] = _target(pointer, source, corpus)
        target, words = targets[pointer], words_of(element)[-1]
        if target is not None and words:
            yield _Mention(element, words, pointer, *target)


def _target(pointer: str, source: Source, corpus: Corpus) -> tuple[Entry | None, str] | None:
    found = corpus.resolve(pointer, source)
    if isinstance(found, Entry):
        return found, found.key
    if isinstance(found, Target):
        return None, identifier(found.uri) if found.file is None else f"{found.file} {found.id}"
    return None


def _unlike(mentions: list[_Mention], corpus: Corpus) -> Iterator[Found]:
    """Find names whose words resemble no name of their entry (N201), each once.

    An entry that has no name in the language of the text cannot be held against it, unless another
    entry has just this name.
    """
    seen = set[tuple[tuple[str, ...], str]]()
    for mention in mentions:
        words = folded(mention.words)
        if (words, mention.target) in seen or mention.entry is None or not _is_a_name(mention.words):
            continue
        seen.add((words, mention.target))
        names = _names(mention.entry)
        if not names or any(is_like(words, folded(name)) for name, _ in names):
            continue
        another = _by_name(corpus).get((mention.entry.element.tag, frozenset(words)))
        language = _primary(mention.element)
        if another or (language and language in {of_name for _, of_name in names}):
            yield _unlike_its_entry(mention, mention.entry, names[0][0], another)


def _unlike_its_entry(mention: _Mention, entry: Entry, name: str, another: Entry | None) -> Found:
    words = shortened(mention.words)
    message = f'"{words}" resembles no name of the entry "{entry.id}" ("{shortened(name)}")'
    hint = "Correct the pointer, or write the name into the entry as a variant."
    if another:
        message += f', and is the name of "{another.id}"'
        hint = "Correct the pointer, if that one is meant."
    return Found("N201", mention.element, "ref", message + ".", hint)


@while_there
def _names(entry: Entry) -> tuple[tuple[str, str], ...]:
    """Give all names of an entry with their languages; those in another script cannot be compared."""
    names = [(text_of(name), _primary(name)) for name in entry.element.iter(*_NAMES, *_ALSO_NAMES)]
    return tuple(dict.fromkeys(name for name in names if _LATIN.search(name[0])))


def _primary(element: etree._Element) -> str:
    return language_of(element).partition("-")[0].lower()


@while_there
def _by_name(corpus: Corpus) -> dict[tuple[str, frozenset[str]], Entry]:
    """Give the entries by the words of their names, in any order: `Antonescu, Ion` is `Ion Antonescu`."""
    return {
        (str(entry.element.tag), frozenset(folded(name))): entry
        for entry in corpus.entries.values()
        if entry.element.tag in _ENTRIES
        for name, _ in _names(entry)
    }


def _is_a_name(words: str) -> bool:
    """Say whether words can be compared: not `the city`, not `er`, not another script."""
    if "..." in words or not _LATIN.search(words):
        return False
    long = [word for word in words.split() if len(word) > 3]
    return bool(long) and all(word[0].isupper() or not word[0].isalpha() for word in long)


def _led_astray(mentions: list[_Mention]) -> Iterator[Found]:
    """Find words that point elsewhere than nearly always in this document (N202)."""
    by_words = defaultdict[tuple[str, ...], list[_Mention]](list)
    for mention in mentions:
        by_words[(str(mention.element.tag), *folded(mention.words))].append(mention)
    for group in by_words.values():
        counts = Counter(mention.target for mention in group)
        (usual, most), *others = counts.most_common()
        for other, count in others:
            if most >= _MAJORITY * count and len(group[0].words) > 2:
                yield from _astray(group, usual, other, most)


def _astray(group: list[_Mention], usual: str, other: str, most: int) -> Iterator[Found]:
    pointer = next(mention.pointer for mention in group if mention.target == usual)
    for mention in group:
        if mention.target == other:
            words = shortened(mention.words)
            message = f'"{words}" points to "{mention.pointer}" here, and {most} times to "{pointer}".'
            hint = "Look whether another one is meant here."
            yield Found("N202", mention.element, "ref", message, hint)


def _padded(source: Source, elements: list[etree._Element]) -> Iterator[Found]:
    """Find spaces and punctuation that stand inside a name's tag and belong outside (N204)."""
    for element in elements:
        words = "".join(map(str, element.itertext())) if len(element) else element.text or ""
        bare = words.strip()
        if not bare or (len(words) != len(bare) and "\n" in words and len(element)):
            continue
        ends = [part for part in (words[:1], words[-1:]) if part]
        before, after = _PADDING_BEFORE.match(ends[0]), _PADDING_AFTER.match(ends[-1])
        if before or after:
            where = "begins and ends" if before and after else "begins" if before else "ends"
            what = _what(ends[0] if before else ends[-1])
            message = f'The tag of the name "{shortened(bare)}" {where} with {what}.'
            hint, edits = "Put it outside the tag.", edits_of.unpadded(source, element)
            yield Found("N204", element, "", message, hint, edits=edits)


def _what(character: str) -> str:
    return "a space" if character.isspace() else f'"{character}"'
