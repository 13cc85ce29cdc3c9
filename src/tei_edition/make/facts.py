"""What documents tell the pages about the whole edition, kept so that a page reads only what it shows.

Of each document's facts (`xslt/index/facts-document.xsl`) the head is known without its text, and for each
entry of a register how often the document names it and the digest of the units that do.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from lxml import etree

from tei_edition.markup import ED

_UNIT = f"{{{ED}}}unit"
_MENTION = f"{{{ED}}}mention"

Choice = Callable[[etree._Element], bool]
"""Says of an `ed:unit` whether it is needed."""


def _has(name: str) -> Choice:
    return lambda unit: next(unit.iter(f"{{{ED}}}{name}"), None) is not None


VIEWS: Mapping[str, Choice] = {
    "heads": lambda unit: False,
    "dated": _has("date"),
    "counted": _has("figure"),
    "naming": _has("mention"),
    "whole": lambda unit: True,
}
"""What pages can ask for of all documents: their titles alone, or also the units that hold something."""


@dataclass(frozen=True)
class Facts:
    """What is known of one document's facts; `stored` is their digest in the store."""

    stored: str
    head: bytes
    views: dict[str, str]
    """The digest of each view."""
    mentions: dict[str, tuple[int, str]]
    """By the key of an entry: how many units name it, and their digest."""

    @classmethod
    def of(cls, data: bytes, stored: str) -> "Facts":
        """Take the facts that `index/facts.xsl` gives."""
        root = etree.fromstring(data)
        units = [(unit, _written(unit)) for unit in root.iter(_UNIT)]
        head = chosen(data, VIEWS["heads"])
        views = {
            name: _digest([head, *(text for unit, text in units if choice(unit))])
            for name, choice in VIEWS.items()
        }
        naming: dict[str, list[bytes]] = {}
        for unit, text in units:
            for key in {key for mention in unit.iter(_MENTION) for key in mention.get("ref", "").split()}:
                naming.setdefault(key, []).append(text)
        mentions = {key: (len(texts), _digest(texts)) for key, texts in sorted(naming.items())}
        return cls(stored, head, views, mentions)


def chosen(data: bytes, choice: Choice) -> bytes:
    """Give a document's facts with those units only that are chosen."""
    root = etree.fromstring(data)
    for unit in list(root.iter(_UNIT)):
        if not choice(unit) and (parent := unit.getparent()) is not None:
            parent.remove(unit)
    return _written(root)


def naming(keys: Collection[str]) -> Choice:
    """Choose the units that name one of some entries."""
    return lambda unit: any(
        key in keys for mention in unit.iter(_MENTION) for key in mention.get("ref", "").split()
    )


def together(name: str, documents: Iterable[bytes]) -> str:
    """Put several XML documents, without their declarations, into one, below an element of ours."""
    texts = (document.decode() for document in documents)
    return "".join([f'<ed:{name} xmlns:ed="{ED}">', *texts, f"</ed:{name}>"])


def _written(element: etree._Element) -> bytes:
    return etree.tostring(element, encoding="unicode", with_tail=False).encode()


def _digest(parts: Iterable[bytes]) -> str:
    whole = sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big") + part)
    return whole.hexdigest()[:32]
