"""A folder that holds an edition: where its documents, registers and sources lie."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path


@dataclass(frozen=True)
class Project:
    """An edition's folder, the one that holds `tei/`."""

    root: Path

    @property
    def tei(self) -> Path:
        """The folder that all pointers between files stay inside."""
        return self.root / "tei"

    @property
    def build(self) -> Path:
        """The folder for what is made; it can be deleted at will."""
        return self.root / "build"

    @property
    def edition(self) -> Path:
        """The edition's own header; a project may do without."""
        return self.tei / "edition.xml"

    @property
    def alignments(self) -> Path:
        """Links between documents; a project may do without."""
        return self.tei / "alignments.xml"

    @property
    def published(self) -> Path:
        """The record of addresses that were published; a project may do without."""
        return self.tei / "published.txt"

    @cached_property
    def documents(self) -> list[Path]:
        """The documents, one a file, by name."""
        return xml_files(self.tei / "documents")

    @cached_property
    def resolved_documents(self) -> frozenset[Path]:
        """The documents where they really lie, as files that are checked are named."""
        return frozenset(all_resolved(self.documents))

    @cached_property
    def registers(self) -> list[Path]:
        """The registers, in whatever files the project keeps them, by name."""
        return xml_files(self.tei / "registers")

    @cached_property
    def resolved_registers(self) -> frozenset[Path]:
        """The registers where they really lie."""
        return frozenset(all_resolved(self.registers))

    def source_of(self, document: Path) -> Path:
        """Where a document's text lies as it was received, if it does."""
        return self.tei / "sources" / f"{document.stem}.txt"


def xml_files(folder: Path) -> list[Path]:
    """List the XML files in and below a folder, hidden ones left out, by name."""
    return visible_files(folder, ".xml")


def visible_files(folder: Path, ending: str = "") -> list[Path]:
    """List the files of an ending in and below a folder by name; hidden ones, pipes and devices are none."""
    found, waiting = [], [str(folder)]
    while waiting:
        with suppress(OSError), os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                elif entry.name.endswith(ending) and _is_file(entry):
                    found.append(Path(entry.path))
    return sorted(found, key=_parts)


def _is_file(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_file()
    except OSError:  # A link that leads back to itself.
        return False


def _parts(path: Path) -> tuple[str, ...]:
    """Give what paths are ordered by; thousands are sorted several times faster with it than without."""
    return path.parts


def resolved_files(folder: Path) -> Iterator[Path]:
    """Give the XML files in and below a folder by name, each where it really lies, if that is inside."""
    for file in xml_files(folder.resolve()):
        yield resolved(file) if os.path.islink(file) else file  # noqa: PTH114


def resolved(file: Path) -> Path:
    """Give where a file really lies; a link that leads out stays one, so that nobody follows it."""
    return file if leads_out(file) else file.resolve()


def all_resolved(files: Iterable[Path]) -> Iterator[Path]:
    """Give where each of some files really lies, as `resolved` does; each folder is looked at once."""
    folders: dict[Path, Path] = {}
    for file in files:
        if os.path.islink(file):  # noqa: PTH114
            yield resolved(file)
        else:
            own = file.parent
            folder = folders.get(own) or folders.setdefault(own, own.resolve())
            yield file if folder == own else folder / file.name


def leads_out(file: Path) -> bool:
    """Say whether a file is a link that leads out of its edition, or out of its folder where it has none.

    An edition that came from somebody else could show, or publish, files of whoever checks it.
    """
    if not os.path.islink(file):  # noqa: PTH114
        return False
    project = project_of(file.parent)
    folder = project.root if project else file.parent
    return not Path(os.path.realpath(file)).is_relative_to(os.path.realpath(folder))


def project_of(path: Path) -> Project | None:
    """Find the edition that a file or folder belongs to: the nearest folder above with `tei/`."""
    for folder in (path, *path.parents):
        if (folder / "tei").is_dir() and (folder / "tei" / "documents").is_dir():
            return Project(folder)
    return None
