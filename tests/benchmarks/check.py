"""Measure `edition check` beside jing alone: the same files, the same schema, in turns.

    python tests/benchmarks/check.py FOLDER [--files 48 2000] [--rounds 5]

FOLDER is an edition with a schema/edition.rng of its own. Copies of it are made in a temporary folder, its
documents as often as it takes; FOLDER itself is only read. Prints a table in Markdown. No test runs this.
"""

import argparse
import itertools
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tei_edition import java

EDITION = [sys.executable, "-c", "from tei_edition.cli import main; main()"]


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, nargs="+", default=[48, 2000], help="numbers of documents")
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    print(f"{platform.system()}, Python {platform.python_version()}, {os.cpu_count()} processors,")
    print(f"load before it began {os.getloadavg()[0]:.1f}; medians of {asked.rounds} rounds, in seconds.\n")
    print("| what | wall | processor | beside jing (wall) |\n| --- | ---: | ---: | ---: |", flush=True)
    help_ = [measured([*EDITION, "--help"]) for _ in range(asked.rounds)]
    row("`edition --help`", help_)
    for number in asked.files:
        with tempfile.TemporaryDirectory(prefix="edition-benchmark-") as folder:
            rows(Path(folder), asked.folder, number, asked.rounds)


def rows(folder: Path, original: Path, number: int, rounds: int) -> None:
    """Measure with some number of documents: jing, a first check, a second one, in turns."""
    documents = copied(original, folder, number)
    schema = folder / "schema" / "edition.rng"
    arguments = folder / "arguments"
    arguments.write_text("\n".join([java.JING, "-i", schema.as_uri(), *(one.as_uri() for one in documents)]))
    size = sum(one.stat().st_size for one in documents)
    jing = [*java.command(java.JING, long=size > 30_000_000), f"@{arguments}"]
    check = [*EDITION, "check", "--format", "lines", str(folder / "tei")]
    alone, first, second = [], [], []
    for _ in range(rounds):
        alone.append(measured(jing))
        shutil.rmtree(folder / "build", ignore_errors=True)
        first.append(measured(check))
        second.append(measured(check))
    row(f"jing alone, {number:,} documents ({size / 1e6:.0f} MB)", alone)
    row(f"`edition check`, {number:,} documents", first, alone)
    row("the same again, nothing changed", second, alone)


def copied(original: Path, folder: Path, number: int) -> list[Path]:
    """Copy an edition, its documents so often that there are so many; all look as if they were old."""
    for part in ("schema", "tei/registers"):
        if (original / part).is_dir():
            shutil.copytree(original / part, folder / part)
    (folder / "tei" / "documents").mkdir(parents=True)
    files = endlessly(sorted((original / "tei" / "documents").glob("*.xml")))
    documents = []
    for count, file in enumerate(itertools.islice(files, number)):
        documents.append(folder / "tei" / "documents" / f"{file.stem}-{count}.xml")
        text = file.read_text("utf-8").replace(f'xml:id="{file.stem}"', f'xml:id="{documents[-1].stem}"', 1)
        documents[-1].write_text(text, "utf-8")
    time.sleep(2.1)  # Younger files are read twice, because their times cannot tell.
    return documents


def endlessly(files: Sequence[Path]) -> Iterator[Path]:
    """Give files again and again."""
    if not files:
        sys.exit("There is no document in tei/documents.")
    return itertools.cycle(files)


def measured(command: Sequence[str]) -> tuple[float, float]:
    """Run a command; give the time that passed, and that of all its processes, in seconds."""
    before = os.times()
    begun = time.perf_counter()
    ran = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    wall = time.perf_counter() - begun
    after = os.times()
    if ran.returncode not in (0, 1):
        sys.exit(f"{command[0]} ended in {ran.returncode}: {ran.stderr}")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return wall, cpu


def row(what: str, runs: list[tuple[float, float]], beside: list[tuple[float, float]] | None = None) -> None:
    """Print the medians of some runs, and how often the time of others went into theirs."""
    wall, cpu = (statistics.median(part) for part in zip(*runs, strict=True))
    ratio = f"× {wall / statistics.median(one for one, _ in beside):.2f}" if beside else ""
    print(f"| {what} | {wall:.2f} | {cpu:.2f} | {ratio} |", flush=True)


if __name__ == "__main__":
    main()
