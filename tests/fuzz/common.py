"""What the fuzz targets share: an edition of their own, checks with and without schemas, a clock."""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree
from unittest.mock import patch

import atheris

sys.path.insert(0, str(Path(__file__).parents[1]))

with atheris.instrument_imports(include=["tei_edition"]):
    from tei_edition.batch import check_batch
    from tei_edition.checks import alignment, parity, versions  # noqa: F401  # They come in late otherwise.
    from tei_edition.choose import Schemas
    from tei_edition.examine import check_as
    from tei_edition.findings import Finding
    from tei_edition.mend import mend
    from tei_edition.project import Project
    from tei_edition.select import Selection

from mutants import EVERYTHING, Pick
from sound import assert_sound

SLOW = 2.0
"""Seconds: an input of less than 100 KB that takes longer is told as a fault."""

ALL = Selection(("W", "R", "S", "N", "D", "L", "F", "U"))
"""The rules that are off by default, too."""

__all__ = [
    "ALL",
    "Schemas",
    "check_as",
    "check_batch",
    "edition",
    "fuzz",
    "judged",
    "mend",
    "pick_of",
    "quick",
]


def edition() -> Project:
    """Copy the edition that has one of everything to a folder of its own."""
    project = Project(Path(tempfile.mkdtemp(prefix="edition-fuzz-")).resolve())
    copytree(EVERYTHING, project.tei)
    return project


def pick_of(data: bytes) -> Pick:
    """Let the fuzzer's bytes decide."""
    provider = atheris.FuzzedDataProvider(data)
    return lambda below: provider.ConsumeIntInRange(0, below - 1)


@contextmanager
def quick() -> Iterator[None]:
    """Leave out the schemas: jing and Saxon are slow and not ours."""
    with patch("tei_edition.choose._schemas", lambda *_: Schemas()), patch("tei_edition.batch.Saxon"):
        yield


@contextmanager
def _in_time(size: int) -> Iterator[None]:
    begun = time.process_time()
    yield
    took = time.process_time() - begun
    if took > SLOW and size < 100_000:
        raise TimeoutError(f"{took:.1f} s")


def judged(contents: dict[Path, bytes], project: Project) -> list[Finding]:
    """Check files as if they had these bytes, and assert what must hold of the answer."""
    with _in_time(sum(map(len, contents.values()))):
        found = check_as(contents, list(contents), (), ALL).findings
    assert_sound(found, contents, project.root)
    return found


def fuzz(target: Callable[[bytes], None]) -> None:
    """Run a target until the fuzzer is stopped; its arguments are libFuzzer's."""
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()
