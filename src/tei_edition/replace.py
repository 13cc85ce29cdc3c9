"""Put a new file in the place of another, whole or not at all."""

import os
import shutil
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile


def replace(path: Path, data: bytes) -> None:
    """Put a new file in the place of another, so that there is always one of the two, whole."""
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as new:
        try:
            new.write(data)
            new.flush()
            os.fsync(new.fileno())
            new.close()
            shutil.copymode(path, new.name)
            Path(new.name).replace(path)
        except BaseException:
            new.close()
            with suppress(OSError):
                Path(new.name).unlink()
            raise
