"""Put what was made into `build/`, all or nothing."""

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tei_edition.errors import EditionError


def publish(folder: Path, outputs: dict[str, bytes], kinds: Sequence[str]) -> dict[str, int]:
    """Write all into a new folder, then put each kind in the place of the old one.

    `outputs` are paths below `folder` and their bytes.
    Gives how many files each kind has; raises `EditionError` where the disk refuses, `folder` as it was.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _recover(folder)
        new = Path(tempfile.mkdtemp(prefix=".new-", dir=folder))
    except OSError as error:
        raise EditionError(f"Nothing can be written to {folder}: {error.strerror}") from error
    try:
        for path, data in outputs.items():
            file = new / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        counts = {kind: sum(file.is_file() for file in (new / kind).rglob("*")) for kind in kinds}
        _exchange(folder, new, kinds)
    except OSError as error:
        message = f"{folder} is as it was, because writing failed: {error.strerror}"
        raise EditionError(message, "Is the disk full, or a file in build/ open?") from error
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return counts


def _exchange(folder: Path, new: Path, kinds: Sequence[str]) -> None:
    """Put each kind of `new` into `folder`; where one cannot be put, put all the old ones back."""
    old = Path(tempfile.mkdtemp(prefix=".old-", dir=folder))
    moved: list[tuple[Path, Path]] = []
    try:
        for kind in kinds:
            for source, target in ((folder / kind, old / kind), (new / kind, folder / kind)):
                if source.exists():
                    moved.append((source, target))
                    source.rename(target)
    except BaseException:  # an interruption too
        for source, target in reversed(moved):
            if target.exists() and not source.exists():
                target.rename(source)
        old.rmdir()
        raise
    shutil.rmtree(old, ignore_errors=True)


def _recover(folder: Path) -> None:
    """Put back what a build that was killed had moved away, and remove what it left."""
    for old in sorted(folder.glob(".old-*")):
        for kind in list(old.iterdir()):
            if not (folder / kind.name).exists():
                kind.rename(folder / kind.name)
        shutil.rmtree(old, ignore_errors=True)
    for new in folder.glob(".new-*"):
        shutil.rmtree(new, ignore_errors=True)
