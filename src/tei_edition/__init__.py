"""Check a folder of TEI and publish it as HTML and PDF.

`check` is for other programs; everything else is behind the command `edition`.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tei_edition.findings import Finding

__all__ = ["__version__", "check"]
__version__ = "0.1.0"


def check(paths: str | Path | Iterable[str | Path]) -> "list[Finding]":
    """Check a TEI file, or all in a folder, or several of either, as `edition check` does.

    Gives the findings by file, line and column, those left out that `edition check` tells only when
    asked for them; an empty list where nothing is wrong. What is wrong with a text never raises.
    Raises `tei_edition.errors.EditionError` for an unusable schema.
    """
    from tei_edition.examine import check as examine

    several = [paths] if isinstance(paths, str | Path) else paths
    return examine([Path(path) for path in several])
