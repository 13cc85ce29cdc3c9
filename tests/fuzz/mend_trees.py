"""Mend a document made nasty: `PYTHONPATH=src python tests/fuzz/mend_trees.py -max_total_time=300`."""

from common import ALL, edition, fuzz, mend, pick_of, quick

from mutants import mutated
from sound import assert_mended

PROJECT = edition()
DOCUMENT = PROJECT.documents[0]
GOOD = DOCUMENT.read_bytes()


def target(data: bytes) -> None:
    """Change a document as the bytes say, mend it, and mend that again."""
    pick = pick_of(data)
    DOCUMENT.write_bytes(mutated(GOOD, pick, 1 + pick(30)))
    with quick():
        mends = mend([DOCUMENT], (), ALL)
        for file in mends.files:
            DOCUMENT.write_bytes(file.after)
        assert_mended(mends, mend([DOCUMENT], (), ALL))


if __name__ == "__main__":
    fuzz(target)
