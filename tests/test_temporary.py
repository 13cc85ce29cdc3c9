"""Folders for a while: none is left, not even by a process that was killed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tei_edition import signed, temporary
from tei_edition.caches import user_caches

MAKE = """
import os, signal
from pathlib import Path
from tei_edition import temporary
made = temporary.folder("trial")
(Path(made.name) / "inside").mkdir()
(Path(made.name) / "inside" / "file").write_text("x")
print(made.name, flush=True)
"""


@pytest.fixture
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's folder for caches, for this process and those that it starts."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    return user_caches()


def ran(program: str) -> Path:
    """Run a program that makes a folder; give the folder."""
    done = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, check=False)
    return Path(done.stdout.strip())


def test_a_folder_goes_when_its_process_ends(caches: Path) -> None:
    made = ran(MAKE)
    assert made.is_relative_to(caches)
    assert not made.exists()


@pytest.mark.skipif(os.name == "nt", reason="a week has to pass there")
@pytest.mark.usefixtures("caches")
def test_what_a_killed_process_left_is_removed_by_the_next() -> None:
    left = ran(f"{MAKE}os.kill(os.getpid(), {int(signal.SIGKILL)})")
    assert (left / "inside" / "file").is_file()
    with temporary.folder("other") as name:
        assert not left.exists()
        assert [*left.parent.iterdir()] == [Path(name)]
    assert not [*left.parent.iterdir()]


@pytest.mark.usefixtures("caches")
def test_what_a_process_still_needs_stays() -> None:
    with temporary.folder("one") as one, temporary.folder("two") as two:
        assert Path(one).is_dir() and Path(two).is_dir()


@pytest.mark.skipif(os.name == "nt", reason="nobody can ask the process there")
@pytest.mark.usefixtures("caches")
def test_what_a_process_needs_stays_however_long_it_runs() -> None:
    with temporary.folder("one") as one:
        os.utime(one, (0, 0))
        temporary.folder("two").cleanup()
        assert Path(one).is_dir()


@pytest.mark.usefixtures("caches")
def test_what_another_machine_needs_stays_a_week() -> None:
    with temporary.folder("one") as one:
        others = Path(one).with_name("edition-trial-elsewhere-1-abc")
        strange = Path(one).with_name("somebody's own")
        for folder in (others, strange):
            folder.mkdir()
        temporary.folder("two").cleanup()
        assert others.is_dir()
        for folder in (others, strange):
            os.utime(folder, (0, time.time() - 8 * 86_400))
        temporary.folder("two").cleanup()
        assert not others.exists()
        assert strange.is_dir(), "it is none of ours"


@pytest.mark.skipif(os.name == "nt", reason="a week has to pass there")
@pytest.mark.usefixtures("caches")
def test_a_cache_keeps_nothing_of_a_process_that_was_killed_while_it_wrote(tmp_path: Path) -> None:
    file = tmp_path / "cache" / "known"
    program = f"""
import os
from pathlib import Path
from tei_edition import signed
def killed(*_):
    os.kill(os.getpid(), {int(signal.SIGKILL)})
Path.replace = killed
signed.write(Path({str(file)!r}), b"half")
"""
    subprocess.run([sys.executable, "-c", program], check=False)
    assert len(list(file.parent.glob("*.tmp"))) == 1
    assert signed.write(file, b"whole")
    assert sorted(one.name for one in file.parent.iterdir()) == [".gitignore", "known"]
    assert signed.read(file) == b"whole"
