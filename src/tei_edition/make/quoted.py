"""What pages about the whole edition know of the documents that they quote."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tei_edition.make.entries import Naming
from tei_edition.make.facts import Facts


@dataclass(frozen=True)
class Quoted:
    """All documents, with what is to be quoted of each."""

    facts: Sequence[tuple[str, Facts]]
    """Of each document, by its path."""
    said: Mapping[str, str]
    """By path: the digest of what is said of a document as a whole."""
    naming: Callable[[str], Naming]
    """Gives what pages say of a document."""
    packed: Callable[[str], bytes]
    """Gives the units of a document that may be quoted, as they are kept."""
