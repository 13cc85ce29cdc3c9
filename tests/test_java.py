"""Java starts sooner where it was seen before, and starts all the same where it was not."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tei_edition import java
from tei_edition.grammar import Grammar
from tei_edition.read import parse
from tei_edition.resources import packaged
from tei_edition.source import Source

pytestmark = pytest.mark.skipif(
    os.name == "nt" or sys.platform == "darwin", reason="the folder for caches is another"
)


@pytest.fixture(autouse=True)
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    java._archive.cache_clear()
    yield tmp_path / "caches" / "tei-edition"
    java._archive.cache_clear()


def codes() -> list[str]:
    """Ask jing about a document with a mistake in it."""
    text = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><txt/></TEI>'
    source = parse(Path("a.xml"), text.encode())
    assert isinstance(source, Source)
    return [finding.code for finding in Grammar(packaged("schema") / "edition.rng").check([source])]


def uses_archive() -> bool:
    return any(option.startswith("-XX:AOTCache=") for option in java.command(java.JING))


def test_an_archive_is_made_and_used(caches: Path) -> None:
    assert not uses_archive()
    before = codes()
    java.main()
    (made,) = (one for one in caches.iterdir() if one.is_file())
    assert made.suffix == ".aot"
    assert uses_archive()
    assert not any("AOTCache" in option for option in java.command(java.TRANG))
    assert not any("AOTCache" in option for option in java.command(java.JING, long=True))
    assert codes() == before != []
    made.write_bytes(made.read_bytes()[:100_000])
    assert codes() == before


def test_nothing_is_made_where_nobody_looks(caches: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[object] = []
    monkeypatch.setattr("subprocess.Popen", lambda *arguments, **_: started.append(arguments))
    java.keep_archive()
    assert not caches.exists()
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    java.keep_archive()
    java.keep_archive()
    assert len(started) == 1


def test_whoever_asks_jing_has_the_archive_made(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(java, "keep_archive", lambda: asked.append(True))
    assert codes() != []
    assert asked == [True]


def test_an_older_java_makes_none(caches: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "jdk" / "bin").mkdir(parents=True)
    (tmp_path / "jdk" / "release").write_text('JAVA_VERSION="21.0.4"\n')
    monkeypatch.setattr(java, "_java", lambda: str(tmp_path / "jdk" / "bin" / "java"))
    java.main()
    assert not uses_archive()
    assert not caches.exists()
