"""Measure `edition serve`: the time from saving a document to having its new page.

    python tests/benchmarks/serve.py FOLDER [--files 48 1000] [--rounds 10]

FOLDER is an edition with a schema/edition.rng of its own. A copy of it is made in a temporary folder, its
documents as often as it takes; FOLDER itself is only read. As a browser does, this waits for the news that
the page has changed, then gets it. Every time is from before the file is written. Prints a table in Markdown.
No test runs this.
"""

import argparse
import http.client
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from check import EDITION, copied

from tei_edition.serve.preview import preview


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, nargs="+", default=[48, 1000], help="numbers of documents")
    parser.add_argument("--rounds", type=int, default=10)
    asked = parser.parse_args()
    print(f"{os.cpu_count()} processors, load before it began {os.getloadavg()[0]:.1f}; seconds.\n")
    print("| documents | what | least | median | most |\n| ---: | --- | ---: | ---: | ---: |", flush=True)
    for number in asked.files:
        with tempfile.TemporaryDirectory(prefix="edition-benchmark-") as folder:
            documents = copied(asked.folder, Path(folder), number)
            with served(Path(folder)) as port:
                measure(port, documents, asked.rounds)
            measure_work(Path(folder).resolve(), asked.rounds)


def measure(port: int, documents: list[Path], rounds: int) -> None:
    """Save a document so many times, each time another one that is open."""
    seen: list[float] = []
    built: list[float] = []
    for number in range(rounds):
        document = documents[number * len(documents) // rounds]
        name = f"documents/{document.stem}.html"
        mark = mark_of(get(port, name))
        with news(port, name, mark) as events:
            next(events)
            word = f"benchmark-{number}"
            text = document.read_text("utf-8").replace("</title>", f" {word}</title>", 1)
            begun = time.perf_counter()
            document.write_text(text, "utf-8")
            while next(events)[0] != "reload":
                pass
            page = get(port, name)
            seen.append(time.perf_counter() - begun)
        if word not in page:
            sys.exit(f"{name} does not show what was saved.")
        wait_until_built(port, name)
        built.append(time.perf_counter() - begun)
    row(len(documents), "from saving to the new page", seen)
    row(len(documents), "from saving to the whole edition built", built)


def measure_work(root: Path, rounds: int) -> None:
    """Measure the work alone that is done between saving and the new page, warm, in this process."""
    documents = sorted((root / "tei" / "documents").glob("*.xml"))
    work = []
    for number in range(rounds + 1):
        document = documents[number * len(documents) // (rounds + 1)]
        document.write_text(document.read_text("utf-8") + "\n", "utf-8")
        begun = time.process_time()
        preview(root, [document], [document])
        work.append(time.process_time() - begun)
    row(len(documents), "the processor's work for the new page", work[1:])


def wait_until_built(port: int, name: str) -> None:
    """Wait until a build has put a page into its folder, and nothing is left to build."""
    with news(port, name, mark_of(get(port, name))) as events:
        for kind, data in events:
            if kind == "state" and not json.loads(data)["building"]:
                return


def get(port: int, name: str) -> str:
    """Get a page."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/" + quote(name))
    return connection.getresponse().read().decode()


def mark_of(page: str) -> str:
    """Give the mark that a page was served with."""
    found = re.search(r'data-seen="(\w+)"', page)
    return found[1] if found else sys.exit("A page has no mark.")


@contextmanager
def news(port: int, name: str, mark: str) -> Iterator[Iterator[tuple[str, str]]]:
    """Listen to what a page is told: kinds of events, each with its data."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", f"/.edition/events?page={quote(name)}&seen={mark}")
    answer = connection.getresponse()

    def events() -> Iterator[tuple[str, str]]:
        kind = ""
        for line in iter(answer.readline, b""):
            field, _, value = line.decode().rstrip("\n").partition(":")
            if field == "event":
                kind = value.strip()
            elif field == "data":
                yield kind, value

    try:
        yield events()
    finally:
        connection.close()


@contextmanager
def served(folder: Path) -> Iterator[int]:
    """Serve an edition; give the port when all has been built."""
    command = [*EDITION, "serve", "--project", str(folder), "--port", "0"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert server.stdout
    try:
        said = server.stdout.readline()
        port = int(said.rpartition(":")[2].partition("/")[0])
        while "Built" not in (line := server.stdout.readline()):
            if not line:
                sys.exit("The edition cannot be built.")
        yield port
    finally:
        server.terminate()
        server.wait()


def row(documents: int, what: str, times: list[float]) -> None:
    """Print the times of some rounds."""
    numbers = " | ".join(f"{one:.2f}" for one in (min(times), statistics.median(times), max(times)))
    print(f"| {documents:,} | {what} | {numbers} |", flush=True)


if __name__ == "__main__":
    main()
