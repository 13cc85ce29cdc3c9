"""What is served: the pages in `build/html`, and above them those that were made since."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from tei_edition.make.lying import files_below
from tei_edition.serve.addresses import file_at

_PAUSE = 0.02
_PAUSES = 25
"""How often to look again for the folder of the pages, which is away for a moment when a build puts a new one
there."""


@dataclass
class Site:
    """The pages in a folder, which need not be there yet, and the newer ones by their names."""

    folder: Path
    newer: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    """Each page, and the number of the change that it was made after."""

    def put(self, pages: Mapping[str, bytes], change: int) -> None:
        """Show pages as they are after a change."""
        self.newer = self.newer | {name: (change, data) for name, data in pages.items()}

    def settle(self, change: int) -> None:
        """Let go of pages made after this change or an earlier one: a build has put them into the folder."""
        self.newer = {name: one for name, one in self.newer.items() if one[0] > change}

    def file(self, name: str) -> Path | None:
        """Give the file of a name; None where there is none."""
        for _ in range(_PAUSES):
            if found := file_at(self.folder, name):
                return found
            if self.folder.is_dir() or not self.folder.parent.joinpath(".old").is_dir():
                break
            time.sleep(_PAUSE)
        return file_at(self.folder, name)

    def page(self, name: str) -> bytes | None:
        """Give a page; None where there is none."""
        if name in self.newer:
            return self.newer[name][1]
        try:
            file = self.file(name)
            return file.read_bytes() if file else None
        except OSError:
            return None

    def mark(self, name: str) -> str:
        """Give some letters that change with a page, with its style and with its scripts."""
        return self.mark_of(self.page(name))

    def mark_of(self, page: bytes | None) -> str:
        """Give the mark of a page that is this; of one that is not there where it is None."""
        if page is None:
            return "none"
        assets = sorted(files_below(self.folder, ("assets",)).items())
        return sha256(page + repr(assets).encode()).hexdigest()[:16]
