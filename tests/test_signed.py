"""Files of a cache: what we wrote comes back, and whatever else lies there is as good as not there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tei_edition import signed

CONTENT = b"the values " * 20


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
    """A file that was written."""
    file = tmp_path / "build" / "cache" / "made"
    assert signed.write(file, CONTENT)
    return file


def another_user(caches: Path) -> None:
    (caches / "key").write_bytes(b"\1" * 32)
    signed._key.cache_clear()


def test_what_was_written_comes_back(file: Path) -> None:
    assert signed.read(file) == CONTENT
    assert (file.parent / ".gitignore").read_text("utf-8") == "*\n"
    assert [one.name for one in sorted(file.parent.iterdir())] == [".gitignore", "made"]
    assert signed.write(file, b"")
    assert signed.read(file) == b""
    assert signed.unseal("entry", signed.seal("entry", b"line") or b"") == b"line"
    assert signed.unseal("another", signed.seal("entry", b"line") or b"") is None


def test_only_what_was_written_is_believed(file: Path) -> None:
    """Whatever byte changes, wherever it is cut, whatever is put behind it."""
    whole = file.read_bytes()
    for place in range(len(whole)):
        changed = bytearray(whole)
        changed[place] ^= 1 << place % 8
        for harmed in (bytes(changed), whole[:place], whole + whole[: place + 1]):
            file.write_bytes(harmed)
            assert signed.read(file) is None


def test_the_code_of_a_large_file_is_that_of_all_of_it(
    file: Path, caches: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = file.read_bytes()
    code = signed.code_of(file, "database")
    monkeypatch.setattr(signed, "_PIECE", 7)
    assert signed.code_of(file, "database") == code
    codes = {code, signed.code_of(file, "another")}
    for place in range(0, len(whole), 5):
        file.write_bytes(whole[:place] + b"\xff" + whole[place + 1 :])
        codes.add(signed.code_of(file, "database"))
        file.write_bytes(whole[:place])
        codes.add(signed.code_of(file, "database"))
    file.write_bytes(whole)
    another_user(caches)
    codes.add(signed.code_of(file, "database"))
    changed = sum(whole[place] != 255 for place in range(0, len(whole), 5))
    assert len(codes) == 3 + changed + len(range(0, len(whole), 5))


def test_what_another_user_wrote_is_not_there(file: Path, caches: Path) -> None:
    sealed = signed.seal("entry", b"line") or b""
    another_user(caches)
    assert signed.read(file) is None
    assert signed.unseal("entry", sealed) is None


def test_a_file_of_another_name_is_not_believed(file: Path) -> None:
    renamed = file.with_name("renamed")
    renamed.write_bytes(file.read_bytes())
    assert signed.read(renamed) is None


def test_without_a_place_for_the_number_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "taken").write_text("a file", "utf-8")
    monkeypatch.setattr(signed, "user_caches", lambda: tmp_path / "taken" / "caches")
    signed._key.cache_clear()
    file = tmp_path / "made"
    assert not signed.can_seal()
    assert not signed.write(file, CONTENT)
    assert not file.exists()
    assert signed.seal("entry", b"line") is None
    file.write_bytes(b"x" * 100)
    assert signed.read(file) is None
    assert signed.code_of(file, "database") == ""
