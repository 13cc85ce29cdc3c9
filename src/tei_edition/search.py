"""What can be found by searching, and how the indexes of it are divided; `pagefind.py` makes each.

What it is made of is the documents' facts and nothing else, so that it stays as long as they do.
"""

import json
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from hashlib import sha256

from lxml import etree

from tei_edition.markup import ED, XML_LANG

FACETS = ("person", "place")
"""Kinds of mentions by which results can be narrowed."""

UNKNOWN = "und"
"""The language of what names none, as BCP 47 has it."""

_ALONE = 400
"""Records that are in one section, where there are no more; of four times as many half are in each."""


@dataclass(frozen=True)
class Record:
    """A sentence, a note, or a block without sentences, as it can be found."""

    document: str
    id: str
    kind: str
    number: str
    language: str
    text: str
    quiet: str
    """Its text without what is hateful in it, where there is any."""
    facets: dict[str, list[str]]
    """The keys of the persons and places that it names; what results can be narrowed to."""


def records(facts: etree._Element) -> Iterator[Record]:
    """Give a record for each unit of a document that has any words."""
    name = facts.get("doc", "")
    for unit in facts.iter(f"{{{ED}}}unit"):
        text = _words(unit, quiet=False)
        if not text:
            continue
        quiet = _words(unit, quiet=True)
        yield Record(
            document=name,
            id=unit.get("id", ""),
            kind=unit.get("kind", ""),
            number=unit.get("n", ""),
            language=_language(unit.get(XML_LANG, "")),
            text=text,
            quiet="" if quiet == text else quiet,
            facets=_mentions(unit),
        )


def packed_records(found: Iterable[Record]) -> bytes:
    """Put the records of a document into one text."""
    return json.dumps([astuple(record) for record in found], ensure_ascii=False).encode()


def records_in(packed: bytes) -> list[Record]:
    """Give what `packed_records` was given."""
    return [Record(*row) for row in json.loads(packed)]


def sections(number: int) -> int:
    """Say in how many sections the index of so many records is divided, a power of two.

    Who changes a document waits for its section, who searches reads something of each: both grow with the
    root of the number. 100,000 records are in 16 sections of 6,250.
    """
    return 1 << max(0, round(math.log2(max(1, number) / _ALONE) / 2))


def section_of(document: str, number: int) -> int:
    """Say in which of so many sections a document is; it stays there, whatever becomes of the others."""
    return int.from_bytes(sha256(document.encode()).digest()[:4], "big") % number


def _words(unit: etree._Element, *, quiet: bool) -> str:
    """Give the text of a unit, of units inside it nothing; `quiet` leaves out what is hateful."""
    return " ".join("".join(_pieces(unit, quiet)).split())


def _pieces(node: etree._Element, quiet: bool) -> Iterator[str]:
    yield node.text or ""
    for child in node:
        hidden = quiet and child.tag == f"{{{ED}}}hateful"
        yield from ["[…]"] if hidden else _pieces(child, quiet)
        yield child.tail or ""


def _mentions(unit: etree._Element) -> dict[str, list[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for mention in unit.iter(f"{{{ED}}}mention"):
        if mention.get("kind") in FACETS:
            found[mention.get("kind", "")] |= set(mention.get("ref", "").split())
    return {kind: sorted(keys) for kind, keys in sorted(found.items())}


def _language(tag: str) -> str:
    """Give the language of a tag, which becomes the name of a folder."""
    primary = re.split("[-_]", tag)[0].lower()
    return primary if re.fullmatch("[a-z]{2,3}", primary) else UNKNOWN
