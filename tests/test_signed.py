"""Files of a cache: what we wrote comes back, and whatever else lies there is as good as not there."""

from bisect import bisect
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import pytest

from tei_edition import signed

PARTS = (b"the head", b"", b"the values " * 20)


@pytest.fixture(autouse=True)
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A user's folder for caches, with a secret number of its own."""
    folder = tmp_path / "caches"
    monkeypatch.setattr(signed, "user_caches", lambda: folder)
    signed._key.cache_clear()
    yield folder
    signed._key.cache_clear()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file of three parts."""
    file = tmp_path / "build" / "cache" / "made"
    signed.write_parts(file, *PARTS)
    return file


def parts(file: Path) -> list[bytes | None]:
    return [signed.read_part(file, number) for number in range(len(PARTS) + 1)]


def another_user(caches: Path) -> None:
    (caches / "key").write_bytes(b"\1" * 32)
    signed._key.cache_clear()


def test_what_was_written_comes_back(file: Path) -> None:
    assert parts(file) == [*PARTS, None]
    assert (file.parent / ".gitignore").read_text("utf-8") == "*\n"
    assert [one.name for one in sorted(file.parent.iterdir())] == [".gitignore", "made"]
    assert signed.write(file, b"whole")
    assert signed.read(file) == b"whole"
    assert signed.unseal("entry", signed.seal("entry", b"line") or b"") == b"line"


def test_only_what_was_written_is_believed(file: Path) -> None:
    """Whatever byte changes; that of a code or of a content is always seen."""
    whole = file.read_bytes()
    ends = list(accumulate(8 + 32 + len(part) for part in PARTS))
    for place in range(len(whole)):
        changed = bytearray(whole)
        changed[place] ^= 1 << place % 8
        file.write_bytes(changed)
        found = parts(file)
        assert all(one in (part, None) for one, part in zip(found, (*PARTS, None), strict=True))
        number = bisect(ends, place)
        begin = [0, *ends][number]
        assert place < begin + 8 or found[number] is None


def test_a_file_that_was_cut_gives_the_parts_that_are_whole(file: Path) -> None:
    whole = file.read_bytes()
    ends = list(accumulate(8 + 32 + len(part) for part in PARTS))
    assert ends[-1] == len(whole)
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        there = [part if end <= length else None for part, end in zip(PARTS, ends, strict=True)]
        assert parts(file) == [*there, None]


def test_what_another_user_wrote_is_not_there(file: Path, caches: Path) -> None:
    sealed = signed.seal("entry", b"line") or b""
    another_user(caches)
    assert parts(file) == [None] * 4
    assert signed.read(file) is None
    assert signed.unseal("entry", sealed) is None


def test_parts_of_another_file_are_not_believed(file: Path) -> None:
    """Neither under its name, nor put behind a part of this one; nor in another order."""
    other = file.with_name("other")
    signed.write_parts(other, b"another", b"tail")
    renamed = file.with_name("renamed")
    renamed.write_bytes(file.read_bytes())
    assert parts(renamed) == [None] * 4
    same = file.parent / "elsewhere" / "made"
    signed.write_parts(same, b"another", b"tail")
    head, tail = 8 + 32 + len(PARTS[0]), 8 + 32 + len(b"another")
    file.write_bytes(file.read_bytes()[:head] + same.read_bytes()[tail:])
    assert parts(file) == [PARTS[0], None, None, None]


def test_a_size_beyond_everything_is_no_part(file: Path) -> None:
    whole = file.read_bytes()
    for size in (1 << 30, 1 << 62, (1 << 64) - 1):
        file.write_bytes(size.to_bytes(8, "big") + whole[8:])
        assert parts(file) == [None] * 4


def test_without_a_place_for_the_number_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "taken").write_text("a file", "utf-8")
    monkeypatch.setattr(signed, "user_caches", lambda: tmp_path / "taken" / "caches")
    signed._key.cache_clear()
    file = tmp_path / "made"
    signed.write_parts(file, *PARTS)
    assert not file.exists()
    assert not signed.write(file, b"whole")
    assert signed.seal("entry", b"line") is None
    file.write_bytes(b"x" * 100)
    assert parts(file) == [None] * 4
