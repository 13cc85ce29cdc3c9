"""Check nasty registers: `PYTHONPATH=src python tests/fuzz/check_registers.py -max_total_time=300`.

The register and the header are made nasty, on the disk too; the document that points to them is not.
"""

from common import edition, fuzz, judged, pick_of, quick

from mutants import mutated

PROJECT = edition()
DOCUMENT = PROJECT.documents[0]
SHARED = (PROJECT.edition, *PROJECT.registers)
GOOD = {file: file.read_bytes() for file in SHARED}


def target(data: bytes) -> None:
    """Change what documents share as the bytes say, and check the whole edition."""
    pick = pick_of(data)
    contents = {DOCUMENT: DOCUMENT.read_bytes()}
    for file in SHARED:
        contents[file] = mutated(GOOD[file], pick, pick(20))
        file.write_bytes(contents[file])
    with quick():
        judged(contents, PROJECT)


if __name__ == "__main__":
    fuzz(target)
