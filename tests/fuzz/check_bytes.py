"""Check any bytes: `PYTHONPATH=src python tests/fuzz/check_bytes.py -max_total_time=300 CORPUS`.

With SLOW=1 in the environment the schemas are among it.
"""

import os
from contextlib import nullcontext

from common import edition, fuzz, judged, quick

PROJECT = edition()
DOCUMENT = PROJECT.documents[0]
WAY = nullcontext if os.environ.get("SLOW") else quick


def target(data: bytes) -> None:
    """Check one file of an edition."""
    with WAY():
        judged({DOCUMENT: data}, PROJECT)


if __name__ == "__main__":
    fuzz(target)
