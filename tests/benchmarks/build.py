"""Measure `edition build --only html` on 3 to 10,000 invented documents, beside what others need.

    python tests/benchmarks/build.py [--documents 3 100 1000 10000] [--rounds 3] [--jobs N]

Makes the editions with `corpus.py` in a temporary folder and prints a table in Markdown. *CPU* is the work of
all processes together, *wall* what a user waits, *memory* the most that any one process held; of several
rounds each is the least. The floor is lxml, which parses the same documents and
serialises them. `--stylesheets` names the entry of the TEI Stylesheets, such as `Stylesheets/html/html.xsl`.
No test runs this.
"""

import argparse
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from corpus import corpus

EDITION = [sys.executable, "-c", "from tei_edition.cli import main; main()"]
FLOORS = [sys.executable, str(Path(__file__).with_name("floors.py"))]
_KIBIBYTES = 1 if sys.platform != "darwin" else 1024
"""What `ru_maxrss` counts, in KiB."""


@dataclass(frozen=True)
class Run:
    """What a command needed: seconds, seconds of processor time, and MiB of its largest process."""

    wall: float
    cpu: float
    memory: float


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, nargs="+", default=[3, 100, 1000, 10_000])
    parser.add_argument("--rounds", type=int, default=3, help="of the builds that change little")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--stylesheets", type=Path, help="the entry of the TEI Stylesheets")
    asked = parser.parse_args()
    print(f"{platform.system()}, Python {platform.python_version()}, {os.cpu_count()} processors,")
    print(f"load before it began {os.getloadavg()[0]:.1f}; --jobs {asked.jobs}.\n")
    print("| what | CPU, s | × floor | wall, s | memory, MiB |\n| --- | ---: | ---: | ---: | ---: |")
    for number in asked.documents:
        with tempfile.TemporaryDirectory(prefix="edition-benchmark-") as folder:
            corpus(Path(folder), number)
            time.sleep(2.1)  # Younger files are read twice, because their times cannot tell.
            rows(Path(folder), number, asked.rounds, asked.jobs, asked.stylesheets)


def rows(folder: Path, number: int, rounds: int, jobs: int, stylesheets: Path | None) -> None:
    """Measure with one edition: the floors, then from nothing, then what little changes demand."""
    size = sum(file.stat().st_size for file in (folder / "tei" / "documents").iterdir())
    floor = least("floor", folder)
    print(f"| **{number:,} documents, {size / 1e6:.1f} MB**: parsed and serialised | {floor:.3f} | 1 | | |")
    _row("a small page of each, with libxslt", Run(0, least("libxslt", folder), 0), floor)
    if stylesheets is not None:
        _row("HTML by the TEI Stylesheets", Run(0, least("stylesheets", folder, str(stylesheets)), 0), floor)
    check = [*EDITION, "check", "--jobs", str(jobs), str(folder / "tei")]
    build = [*EDITION, "build", "--project", str(folder), "--only", "html", "--jobs", str(jobs)]
    _row("`edition check`, from nothing", measured(check), floor)
    _row("`edition build` after it, from nothing", measured(build), floor)
    changes: dict[str, Callable[[int], None]] = {
        "nothing changed": lambda turn: None,
        "one word of a document changed": lambda turn: _word_changed(folder, turn),
        "the title of a document changed": lambda turn: _changed(folder, "documents", "A letter about", turn),
        "one register entry changed": lambda turn: _changed(folder, "registers", "Named in letters", turn),
    }
    for what, change in changes.items():
        runs = []
        for turn in range(rounds):
            change(turn)
            time.sleep(2.1)
            runs.append(measured(build))
        _row(what, Run(*(min(values) for values in zip(*map(_values, runs), strict=True))), floor)


def least(what: str, folder: Path, *more: str) -> float:
    """Give the seconds of processor time of one of the floors, the least of three runs."""
    command = [*FLOORS, what, str(folder), *more]
    return min(float(subprocess.check_output(command, text=True)) for _ in range(3))


def measured(command: Sequence[str]) -> Run:
    """Run a command; give what it and all processes that it started needed. Ends where it fails."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended in {process.returncode}.")
    wall = time.perf_counter() - begun
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / _KIBIBYTES / 1024)


def _changed(folder: Path, where: str, words: str, turn: int) -> None:
    """Change the first of some words in the last file of a folder that has them."""
    files = sorted((folder / "tei" / where).iterdir(), reverse=True)
    file, text = next((one, text) for one in files if words in (text := one.read_text("utf-8")))
    file.write_text(text.replace(words, f"{words}{' again' * (turn + 1)}", 1), "utf-8")


def _word_changed(folder: Path, turn: int) -> None:
    """Change the last word of the last document's first sentence, and of its text as it was received."""
    document = max((folder / "tei" / "documents").iterdir())
    source = folder / "tei" / "sources" / f"{document.stem}.txt"
    text, received = document.read_text("utf-8"), source.read_text("utf-8")
    end = re.search(r"\w+(?=\.</s>)", text)
    assert end
    others = received.replace(f"{end[0]}.", f"{end[0]}{'n' * (turn + 1)}.", 1)
    text = text[: end.end()] + "n" * (turn + 1) + text[end.end() :]
    digests = (sha256(one.encode()).hexdigest() for one in (received, others))
    document.write_text(text.replace(*digests), "utf-8")
    source.write_text(others, "utf-8")


def _values(run: Run) -> tuple[float, float, float]:
    return run.wall, run.cpu, run.memory


def _row(what: str, run: Run, floor: float) -> None:
    wall, memory = (
        f"{value:.{places}f}" if value else "" for value, places in ((run.wall, 2), (run.memory, 0))
    )
    print(f"| {what} | {run.cpu:.3f} | {run.cpu / floor:.1f} | {wall} | {memory} |", flush=True)


if __name__ == "__main__":
    main()
