"""A TEI file that a PDF carries: its name, its bytes, and what it is to the PDF."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Attached:
    """A file inside a PDF; `relationship` is that of PDF/A-3 (ISO 19005-3), in small letters.

    `source` is what the pages were made from; `data` is what their indexes and registers were made from.
    """

    name: str
    data: bytes
    relationship: str = "source"


def fingerprint(files: Iterable[Attached]) -> str:
    """Give 64 hexadecimal figures that change when one of some files does.

    Of one file its SHA-256; of several that of the list which `sha256sum` makes of them, in the order of
    their names, so that anybody can check it without this program.
    """
    sums = {file.name: hashlib.sha256(file.data).hexdigest() for file in files}
    if len(sums) == 1:
        return next(iter(sums.values()))
    return hashlib.sha256("".join(f"{sums[name]}  {name}\n" for name in sorted(sums)).encode()).hexdigest()
