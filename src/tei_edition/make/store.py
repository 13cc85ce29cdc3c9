"""Things that were made and are needed again, each kept under the digest of its content.

What the user's own record names by its digest cannot have been put there by somebody else.
"""

import os
import zlib
from collections.abc import Collection, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path


class Store:
    """A folder of files called by the SHA-256 of what they hold."""

    def __init__(self, folder: Path) -> None:
        """Take a folder that need not be there yet."""
        self._folder = folder

    def put(self, data: bytes) -> str:
        """Keep some bytes; give the digest to `get` them by."""
        digest = sha256(data).hexdigest()
        file = self._file(digest)
        if not file.is_file():
            file.parent.mkdir(parents=True, exist_ok=True)
            new = file.with_suffix(".new")
            new.write_bytes(zlib.compress(data, 1))
            new.replace(file)
        return digest

    def get(self, digest: str) -> bytes | None:
        """Give what has this digest; None where it is not there or has been changed."""
        try:
            data = zlib.decompress(self._file(digest).read_bytes())
        except (OSError, zlib.error):
            return None
        return data if sha256(data).hexdigest() == digest else None

    def names(self) -> set[str]:
        """Give the digests of all that is there."""
        return {digest for digest, _ in self._files() if not digest.endswith(".new")}

    def keep_only(self, digests: Collection[str]) -> None:
        """Remove all that has none of these digests."""
        for digest, file in list(self._files()):
            if digest not in digests:
                with suppress(OSError):
                    os.unlink(file)  # noqa: PTH108

    def _files(self) -> Iterator[tuple[str, str]]:
        """Give all files, each with the digest that it is called by; thousands are soon gone through so."""
        with suppress(OSError), os.scandir(self._folder) as folders:
            for folder in folders:
                if folder.is_dir(follow_symlinks=False):
                    with os.scandir(folder.path) as files:
                        yield from ((folder.name + file.name, file.path) for file in files)

    def _file(self, digest: str) -> Path:
        return self._folder / digest[:2] / digest[2:]
