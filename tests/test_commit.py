"""What pages were built from: read from git without running anything of the edition's."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tei_edition.build import build
from tei_edition.commit import Commit, commit_of, stamp
from tei_edition.project import Project

ID = "0123456789abcdef0123456789abcdef01234567"
MARK = b'<p>1<span class="commit" data-at=", from %" data-modified=", from %, modified"></span></p>'

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here")


def git(folder: Path, *arguments: str) -> str:
    around = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    around |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(
        ["git", *who, *arguments], cwd=folder, env=around, capture_output=True, check=True, text=True
    )
    return done.stdout.strip()


@pytest.fixture
def kept(copy: Project) -> Project:
    """The edition in a history of one commit."""
    (copy.root / ".gitignore").write_text("build/\n", "utf-8")
    git(copy.root, "init", "-q")
    git(copy.root, "add", "-A")
    git(copy.root, "commit", "-q", "-m", "first")
    return copy


def test_a_page_says_it_in_its_words() -> None:
    start = MARK.removesuffix(b"</span></p>")
    first, changed = Commit(ID, False), Commit(ID, True)
    assert stamp(MARK, first) == start + b", from <code>0123456789ab</code></span></p>"
    assert stamp(MARK, changed) == start + b", from <code>0123456789ab</code>, modified</span></p>"
    assert stamp(MARK, None) == MARK
    text = b'&lt;span class="commit" data-at="%" data-modified="%"&gt;&lt;/span&gt;'
    assert stamp(text, first) == text


@pytest.mark.parametrize("before", [None, Commit(ID, False), Commit("f" * 64, True)])
@pytest.mark.parametrize("now", [None, Commit(ID, False), Commit(ID, True)])
def test_what_an_earlier_commit_wrote_is_replaced(before: Commit | None, now: Commit | None) -> None:
    assert stamp(stamp(MARK, before), now) == stamp(MARK, now)


def test_without_a_history_nothing_is_said(copy: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    assert commit_of(copy) is None
    monkeypatch.setenv("PATH", "")
    assert commit_of(copy) is None


@needs_git
def test_a_repository_without_the_edition_or_a_commit_says_nothing(copy: Project) -> None:
    git(copy.root, "init", "-q")
    assert commit_of(copy) is None
    (copy.root / "other.txt").write_text("x", "utf-8")
    git(copy.root, "add", "other.txt")
    git(copy.root, "commit", "-q", "-m", "other")
    assert commit_of(copy) is None


@needs_git
def test_the_commit_and_whether_files_differ_from_it(kept: Project) -> None:
    head = git(kept.root, "rev-parse", "HEAD")
    assert commit_of(kept) == Commit(head, False)
    (kept.root / "notes.txt").write_text("not of the edition", "utf-8")
    (kept.tei / ".hidden").write_text("an editor's own", "utf-8")
    assert commit_of(kept) == Commit(head, False)
    kept.edition.write_bytes(kept.edition.read_bytes().replace(b"\n", b"\r\n"))
    assert commit_of(kept) == Commit(head, False)
    text = kept.edition.read_bytes()
    kept.edition.write_bytes(text + b"<!-- -->")
    assert commit_of(kept) == Commit(head, True)
    kept.edition.write_bytes(text)
    (kept.tei / "documents" / "new.xml").write_text("<TEI/>", "utf-8")
    assert commit_of(kept) == Commit(head, True)
    (kept.tei / "documents" / "new.xml").unlink()
    (kept.tei / "registers" / "events.xml").unlink()
    assert commit_of(kept) == Commit(head, True)


@needs_git
def test_an_edition_below_the_repository_s_folder(kept: Project) -> None:
    below = kept.root / "editions" / "one"
    shutil.copytree(kept.tei, below / "tei")
    git(kept.root, "add", "-A")
    git(kept.root, "commit", "-q", "-m", "second")
    assert commit_of(Project(below)) == Commit(git(kept.root, "rev-parse", "HEAD"), False)


@needs_git
def test_nothing_that_an_edition_configures_is_run(kept: Project, tmp_path: Path) -> None:
    """Filters, a monitor of files and hooks are commands in the configuration that came with the folder."""
    harm = tmp_path / "harm.sh"
    done = tmp_path / "done"
    harm.write_text(f"#!/bin/sh\ntouch '{done}'\ncat\n", "utf-8")
    harm.chmod(0o755)
    git(kept.root, "config", "core.fsmonitor", str(harm))
    git(kept.root, "config", "core.hooksPath", str(tmp_path))
    git(kept.root, "config", "filter.evil.clean", str(harm))
    git(kept.root, "config", "filter.evil.smudge", str(harm))
    (kept.root / ".gitattributes").write_text("* filter=evil\n", "utf-8")
    kept.edition.write_bytes(kept.edition.read_bytes() + b"<!-- -->")
    found = commit_of(kept)
    assert found is not None and found.is_modified
    assert not done.exists()


@needs_git
def test_every_page_names_the_version_and_the_commit(kept: Project) -> None:
    build(kept, ["html"])
    head = git(kept.root, "rev-parse", "HEAD")
    for page in (kept.build / "html").rglob("*.html"):
        text = page.read_text("utf-8")
        assert text.count('class="commit"') == 1, page
        assert f"<code>{head[:12]}</code></span>" in text, page
        assert "ersion 0.1.0" in text or "ersiunea 0.1.0" in text, page


def test_pages_of_no_commit_name_the_version_only(made: Path) -> None:
    for page in (made / "html").rglob("*.html"):
        text = page.read_text("utf-8")
        (made_of,) = re.findall(r'<span class="commit"[^<>]*>(.*?)</span>', text)
        assert 'class="made"' in text and made_of == "", page
