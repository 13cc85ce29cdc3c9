"""Print a random sample of what a rule finds, each finding with its lines of the file, to be read by hand.

    python tests/benchmarks/sample.py FOLDER CODE [--number 100] [--seed 1]

FOLDER is an edition, or a folder of TEI files. The same folder, code and seed give the same sample. What is
found is enclosed in ⟦ and ⟧. No test runs this.
"""

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

from tei_edition.examine import check
from tei_edition.findings import Finding
from tei_edition.read import text_in
from tei_edition.select import Selection

_AROUND = 70
"""Characters that are shown on either side of what is found."""


def main() -> None:
    """Print the sample that was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("code", help="a rule, such as N002")
    parser.add_argument("--number", type=int, default=100)
    parser.add_argument("--seed", default="1")
    asked = parser.parse_args()
    found = check([asked.folder], selection=Selection((asked.code,)))
    for finding in sample(found, asked.number, f"{asked.code} {asked.seed}"):
        print(finding.show(asked.folder.resolve()), shown(finding), sep="\n   ", end="\n\n")
    print(f"{min(len(found), asked.number)} of {len(found)} findings.")


def sample(found: Sequence[Finding], number: int, seed: str) -> list[Finding]:
    """Choose some findings at random, in the order of the report; all where there are no more."""
    chosen = random.Random(seed).sample(range(len(found)), min(number, len(found)))
    return [found[index] for index in sorted(chosen)]


def shown(finding: Finding) -> str:
    """Give the line of a finding, from a little before its place to a little behind its end."""
    lines = text_in(finding.path).split("\n")
    line, start = lines[finding.line - 1], finding.column - 1
    is_known = finding.end is not None and finding.end.line == finding.line
    end = finding.end.column - 1 if finding.end is not None and is_known else len(line)
    before, after = line[max(start - _AROUND, 0) : start], line[end : end + _AROUND]
    return f"{before}⟦{line[start:end]}⟧{after}".strip()


if __name__ == "__main__":
    main()
