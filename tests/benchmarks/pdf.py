"""Measure the PDFs of `edition build` beside WeasyPrint and FOP: the same TEI, processor time for each page.

    python tests/benchmarks/pdf.py FOLDER [--files 12] [--rounds 3]

Copies of the edition in FOLDER are made in a temporary folder, its documents as often as it takes.
The two others set one book each, by stylesheets beside this file such as a user of them would write:
versions in rows, notes at the foot, an index by page.
Nothing is installed: a program that is not on PATH (`weasyprint`, `fop`) is left out, and the table says so.
Prints a table in Markdown. No test runs this.
"""

import argparse
import os
import platform
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pypdfium2
from check import EDITION, copied, measured
from lxml import etree

HERE = Path(__file__).resolve().parent
TRANSFORM = (
    "import sys; from saxonche import PySaxonProcessor as P; P().new_xslt30_processor().transform_to_file("
)
TRANSFORM += "source_file=sys.argv[1], stylesheet_file=sys.argv[2], output_file=sys.argv[3])"


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=12, help="number of documents")
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    print(f"{platform.system()}, Python {platform.python_version()}, {os.cpu_count()} processors,")
    print(f"load before it began {os.getloadavg()[0]:.1f}; medians of {asked.rounds} rounds.\n")
    with tempfile.TemporaryDirectory(prefix="edition-benchmark-") as name:
        folder = Path(name)
        copied(asked.folder, folder, asked.files)
        for file in (asked.folder / "tei").glob("*.xml"):
            if file.stem == "edition":
                shutil.copy(file, folder / "tei")
        ways: dict[str, Callable[[Path], float | None]] = {
            "`edition build --only pdf`": ours,
            "WeasyPrint": weasyprint,
            "FOP": fop,
        }
        print("| what | ms of processor a page | beside ours |\n| --- | ---: | ---: |", flush=True)
        first = 0.0
        for what, way in ways.items():
            runs = [way(folder) for _ in range(asked.rounds)]
            times = [run for run in runs if run is not None]
            if not times:
                print(f"| {what} | is not here | |")
                continue
            cost = statistics.median(times)
            first = first or cost
            print(f"| {what} | {cost:.1f} | × {cost / first:.1f} |", flush=True)


def ours(folder: Path) -> float:
    """Check and set all documents, each alone and together; give the milliseconds a page."""
    shutil.rmtree(folder / "build", ignore_errors=True)
    command = [*EDITION, "build", "--only", "pdf", "--despite-findings", "--project", str(folder)]
    _, cpu = measured(command)
    return 1000 * cpu / sum(pages(book) for book in (folder / "build" / "pdf").glob("*.pdf"))


def weasyprint(folder: Path) -> float | None:
    """Set all documents as one book by HTML and CSS, or give nothing where WeasyPrint is not installed."""
    return beside(folder, "weasyprint", "html.xsl", lambda page, book: [page, book])


def fop(folder: Path) -> float | None:
    """Set all documents as one book by XSL-FO, or give nothing where FOP is not installed."""
    return beside(folder, "fop", "fo.xsl", lambda page, book: ["-q", "-fo", page, "-pdf", book])


def beside(
    folder: Path, program: str, stylesheet: str, arguments: Callable[[str, str], list[str]]
) -> float | None:
    """Give the milliseconds a page of a transformation and a program after it."""
    if shutil.which(program) is None:
        return None
    source, page, book = (folder / name for name in ("all.xml", f"{program}.xml", f"{program}.pdf"))
    top = etree.Element("all")
    top.extend(etree.parse(file).getroot() for file in sorted((folder / "tei" / "documents").glob("*.xml")))
    source.write_bytes(etree.tostring(top))
    steps = (
        [sys.executable, "-c", TRANSFORM, str(source), str(HERE / "pdf" / stylesheet), str(page)],
        [program, *arguments(str(page), str(book))],
    )
    cpu = sum(measured(step)[1] for step in steps)
    return 1000 * cpu / pages(book)


def pages(book: Path) -> int:
    """Count the pages of a PDF."""
    with pypdfium2.PdfDocument(book) as opened:
        return len(opened)


if __name__ == "__main__":
    main()
