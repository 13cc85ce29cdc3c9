"""Files that only this user's program can have written: a cache that came with somebody's edition is none.

Each begins with a code made of its content and of a secret number that lies in the user's own folder for
caches (RFC 7693, keyed BLAKE2b). What bears no such code, or a wrong one, is as good as not there.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import blake2b
from hmac import compare_digest
from pathlib import Path
from tempfile import NamedTemporaryFile

from tei_edition.caches import user_caches
from tei_edition.temporary import prefix, remove_left

_SIZE = 32
_LARGEST = 500_000_000
"""Bytes."""
_PIECE = 1 << 20
"""Bytes that are read at once."""


def read(file: Path) -> bytes | None:
    """Give what `write` wrote into a file; None where it is not there, or not as it was written here."""
    key = _key()
    try:
        if key is None or not file.is_file() or file.stat().st_size > _LARGEST:
            return None
        data = memoryview(file.read_bytes())
    except (OSError, MemoryError):
        return None
    code, content = bytes(data[:_SIZE]), data[_SIZE:]
    return bytes(content) if compare_digest(code, _code(key, file.name, content)) else None


def write(file: Path, content: bytes) -> bool:
    """Write a file of a cache, whole or not at all; say whether it was done.

    Its folder, made if it is not there, is one that git ignores. A folder that cannot be written to costs
    time and nothing else.
    """
    key = _key()
    if key is None:
        return False
    with suppress(OSError):
        make_folder(file.parent)
        with _replacing(file) as made, made.open("wb") as stream:
            stream.writelines((_code(key, file.name, content), content))
        return True
    return False


def seal(name: str, content: bytes) -> bytes | None:
    """Give some bytes with the code that shows that we wrote them; None where there is no key."""
    key = _key()
    return None if key is None else _code(key, name, content) + content


def unseal(name: str, data: bytes) -> bytes | None:
    """Give what `seal` was given; None where the code is not ours."""
    key = _key()
    code, content = data[:_SIZE], data[_SIZE:]
    return content if key is not None and compare_digest(code, _code(key, name, content)) else None


def code_of(file: Path, name: str) -> str:
    """Give the code of a file too large for the memory, in hexadecimal; "" where there is no key.

    `name` is what it is called here, whatever its name on the disk is. Raises `OSError`.
    """
    key = _key()
    if key is None:
        return ""
    code = _begun(key, name)
    with file.open("rb") as stream:
        while piece := stream.read(_PIECE):
            code.update(piece)
    return code.hexdigest()


def can_seal() -> bool:
    """Say whether there is a key at all."""
    return _key() is not None


def make_folder(folder: Path) -> None:
    """Make a folder for a cache, one that git ignores. Raises `OSError`."""
    if not folder.is_dir():
        folder.mkdir(parents=True)
        (folder / ".gitignore").write_text("*\n", "utf-8")


@contextmanager
def _replacing(file: Path) -> Iterator[Path]:
    """Give a file to write to, which then takes the place of another."""
    remove_left(file.parent)
    with NamedTemporaryFile(dir=file.parent, prefix=prefix("cache"), suffix=".tmp", delete=False) as made:
        temporary = Path(made.name)
    try:
        yield temporary
        temporary.replace(file)
    finally:
        temporary.unlink(missing_ok=True)


def _code(key: bytes, name: str, content: bytes | memoryview) -> bytes:
    """Give the code of what a file of this name holds."""
    code = _begun(key, name)
    code.update(content)
    return code.digest()


def _begun(key: bytes, name: str) -> blake2b:
    return blake2b(name.encode("utf-8", "surrogateescape") + b"\0", key=key, digest_size=_SIZE)


@cache
def _key() -> bytes | None:
    """Give the user's secret number, made at first use; None where there is no place for it."""
    try:
        file = user_caches() / "key"
        if not file.is_file():
            file.parent.mkdir(parents=True, exist_ok=True)
            _create(file)
        key = file.read_bytes()
    except (OSError, RuntimeError):
        return None
    return key if len(key) == _SIZE else None


def _create(file: Path) -> None:
    """Write a new number, unless another process has done so at this moment."""
    remove_left(file.parent)
    with NamedTemporaryFile(dir=file.parent, prefix=prefix("key"), suffix=".tmp", delete=False) as made:
        made.write(os.urandom(_SIZE))  # Only its user can read what NamedTemporaryFile makes.
    try:
        os.link(made.name, file)
    except FileExistsError:
        pass
    except OSError:
        Path(made.name).replace(file)
    finally:
        Path(made.name).unlink(missing_ok=True)
