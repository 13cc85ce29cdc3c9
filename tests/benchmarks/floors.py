"""Do to files the least that any program must, for `build.py`; print the seconds of processor time.

python tests/benchmarks/floors.py floor|libxslt FOLDER
python tests/benchmarks/floors.py stylesheets FOLDER html.xsl
"""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from lxml import etree

_AT_LEAST = 50
"""Files that are worked on, some of them again where there are fewer: one file's time says nothing."""


def floor() -> Callable[[Path], object]:
    """Parse with lxml and serialise."""
    return lambda file: etree.tostring(etree.parse(file))


def libxslt() -> Callable[[Path], object]:
    """Make a small page with libxslt."""
    page = etree.XSLT(etree.parse(Path(__file__).with_name("page.xsl")))
    return lambda file: bytes(page(etree.parse(file)))


def stylesheets(entry: str) -> Callable[[Path], object]:
    """Make a page with other stylesheets, such as the TEI's, in Saxon."""
    from tei_edition.xslt import Saxon

    saxon = Saxon(Path(entry).parent)
    return lambda file: saxon.run(Path(entry).name, saxon.parse(file.read_text("utf-8")))


def seconds(work: Callable[[Path], object], files: Sequence[Path]) -> float:
    """Give the seconds of processor time that work on all files takes; what is done once is not counted."""
    work(files[0])
    rounds = -(-_AT_LEAST // len(files))
    begun = time.process_time()
    for _ in range(rounds):
        for file in files:
            work(file)
    return (time.process_time() - begun) / rounds


if __name__ == "__main__":
    _, what, folder, *more = sys.argv
    kinds: dict[str, Callable[..., Callable[[Path], object]]] = {
        "floor": floor,
        "libxslt": libxslt,
        "stylesheets": stylesheets,
    }
    made = kinds[what](*more)
    print(seconds(made, sorted(Path(folder, "tei", "documents").glob("*.xml"))))
