"""What pages about the whole edition know of the documents that they quote."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from tei_edition.make.entries import Naming
from tei_edition.make.inverted import Inverted


@dataclass(frozen=True)
class Quoted:
    """All documents, with what is to be quoted of each."""

    inverted: Inverted
    naming: Callable[[str], Naming]
    """Gives what pages say of a document."""
    packed: Callable[[str], bytes]
    """Gives the units of a document that may be quoted, as they are kept."""

    @cached_property
    def settled(self) -> dict[str, str]:
        """What is spoken of, with the digest of all that is said of it."""
        return self.inverted.settled
