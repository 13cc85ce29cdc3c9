"""What tests share: the edition of this repository, and copies of it to break."""

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote

import pypdfium2
import pytest
from lxml import html

from tei_edition import processes
from tei_edition.build import Built, build
from tei_edition.jing import Jing
from tei_edition.project import Project
from tei_edition.resources import packaged
from tei_edition.select import Selection
from tei_edition.xslt import Saxon

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted(path.stem for path in (ROOT / "tei" / "documents").glob("*.xml"))
SHARED = Path(os.environ.get("EDITION_SHARED", ROOT.parent / "shared"))
"""Where what is too large or not ours to keep lies: `tei/tei_all.rng`, `field/ehri`."""

ALL = Selection(("",))
"""Every rule, those that are told only when asked for too."""


def shared(path: str) -> Path:
    """Give a file or folder of SHARED; a test that needs it is skipped where it is not there."""
    found = SHARED / path
    if not found.exists():
        pytest.skip(f"{path} is not here (set EDITION_SHARED to the folder that has it)")
    return found


@pytest.fixture(scope="session")
def edition() -> Project:
    """The edition of this repository."""
    return Project(ROOT)


@pytest.fixture
def copy(tmp_path: Path) -> Project:
    """A copy of the edition's TEI, to change."""
    shutil.copytree(ROOT / "tei", tmp_path / "tei")
    return Project(tmp_path)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder `build/` of the edition, made once for all tests."""
    return make(tmp_path_factory.mktemp("made"))


def make(folder: Path) -> Path:
    """Build the edition's TEI in a folder of its own."""
    project = Project(folder)
    shutil.copytree(ROOT / "tei", folder / "tei")
    built: Built = build(project)
    assert [finding.show(folder) for finding in built.findings] == []
    return project.build


@pytest.fixture(scope="session")
def saxon() -> Saxon:
    """A processor with the program's own stylesheets."""
    return Saxon(packaged("xslt"))


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list["subprocess.Popen[bytes]"]:
    """The processes that are begun to share the work, as they come."""
    found: list[subprocess.Popen[bytes]] = []
    begun = processes._begun

    def remembered() -> "subprocess.Popen[bytes]":
        found.append(begun())
        return found[-1]

    monkeypatch.setattr(processes, "_begun", remembered)
    return found


def published(folder: Path) -> dict[str, bytes]:
    """Give all that readers are given, and the manifest, by path."""
    files = [*(folder / "html").rglob("*"), *(folder / "pdf").rglob("*"), folder / "manifest.json"]
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files if file.is_file()}


def pdf_text(path: Path) -> str:
    """Extract the text of all pages, words that a line end divided made whole again."""
    with pypdfium2.PdfDocument(path) as book:
        return "\n".join(page.get_textpage().get_text_bounded() for page in book)


def jing_says(schema: Path, texts: Sequence[str]) -> list[list[str]]:
    """Give what jing has against each of some texts."""
    files = {Path(f"{number}.xml"): text for number, text in enumerate(texts)}
    found: dict[Path, list[str]] = {path: [] for path in files}
    for complaint in filter(None, Jing(schema, files, schema.name).complaints()):
        found[complaint.path].append(complaint.message)
    return list(found.values())


def dead_links(site: Path) -> list[str]:
    """Give each link of a site that leads out of it, to no file, or to an id that is not there."""
    ids = {page.resolve(): set(html.parse(page).getroot().xpath("//@id")) for page in site.rglob("*.html")}
    dead = []
    for page in ids:
        for link in html.parse(page).getroot().xpath("//@href | //@src"):
            if re.match(r"(https?|mailto):", link):
                continue
            path, fragment = map(unquote, link.partition("#")[::2])
            target = (page.parent / path).resolve() if path else page
            inside = target.is_relative_to(site.resolve()) and target.is_file()
            if not inside or (fragment and fragment not in ids.get(target, {fragment})):
                dead.append(f"{page.name}: {link}")
    return dead
