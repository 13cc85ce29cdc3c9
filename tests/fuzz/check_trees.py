"""Check a document made nasty: `PYTHONPATH=src python tests/fuzz/check_trees.py -max_total_time=300`.

With SLOW=1 in the environment the schemas are among it.
"""

import os
from contextlib import nullcontext

from common import edition, fuzz, judged, pick_of, quick

from mutants import mutated

PROJECT = edition()
DOCUMENT = PROJECT.documents[0]
GOOD = DOCUMENT.read_bytes()
WAY = nullcontext if os.environ.get("SLOW") else quick


def target(data: bytes) -> None:
    """Change a document as the bytes say, and check it."""
    pick = pick_of(data)
    with WAY():
        judged({DOCUMENT: mutated(GOOD, pick, 1 + pick(30))}, PROJECT)


if __name__ == "__main__":
    fuzz(target)
