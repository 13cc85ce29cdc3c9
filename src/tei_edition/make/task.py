"""What is made of one part: bytes in, bytes out, nothing else looked at, so that any process can do it.

A task carries all that it needs, its edition's own stylesheets too, and gives back what it made: it may be
done on another machine, where this program of the same version is installed.
"""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from lxml import etree

from tei_edition.attached import Attached
from tei_edition.data import annotation_file, fact_lines, files_in
from tei_edition.errors import EditionError
from tei_edition.findings import Finding
from tei_edition.make.facts import Facts, packed_lines, packed_units, units_of
from tei_edition.make.names import FACTS, FILES, LINES, PREPARED, PRINT, SEARCHED, TOPICS, UNITS
from tei_edition.make.topics import packed_topics, topic_units
from tei_edition.memory import collect_seldom
from tei_edition.outcome import plain_finding
from tei_edition.read import parse
from tei_edition.render import Prepared, Rendered, Renderer
from tei_edition.resources import packaged
from tei_edition.search import packed_records, records
from tei_edition.source import Source
from tei_edition.temporary import folder_to_the_end
from tei_edition.xslt import processor

Own = tuple[tuple[str, bytes], ...]
"""An edition's own stylesheets: their paths in `xslt/`, and what they hold."""


@dataclass(frozen=True)
class Step:
    """A stylesheet to run on a prepared part; `to` is what is made."""

    to: str
    stylesheet: str
    given: tuple[tuple[str, str | bool | bytes], ...] = ()
    """The stylesheet's parameters; bytes are an XML document."""
    locales: bool = True
    """Whether it asks for what the CLDR knows."""


@dataclass(frozen=True)
class Book:
    """A PDF to set from the print XML that the step `print` gives."""

    to: str
    timestamp: int
    paper: str = ""


@dataclass(frozen=True)
class Task:
    """A part with its slice, and what to make of it.

    `name` is what the part is called by in findings and errors, its path; `steps` come to a text each.
    """

    name: str
    source: bytes
    slice: bytes
    steps: tuple[Step, ...]
    book: Book | None = None
    own: Own = ()


@dataclass(frozen=True)
class Made:
    """What a task gave: bytes by what they were made for, the prepared part among them (`""`)."""

    outputs: dict[str, bytes]
    findings: dict[str, tuple[Any, ...]]
    """By what was made: what no template knows or cannot be set, as `outcome.plain_finding` gives it."""
    facts: Facts | None = None
    split: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By output that is divided into files: their paths below `build/`, by which they are outputs too."""


def make(task: Task) -> Made:
    """Do a task. Raises `EditionError`, which names the part, where a stylesheet or Typst stops."""
    renderer = renderer_of(task.own)
    source = parse(Path(task.name), task.source)
    if not isinstance(source, Source):
        raise EditionError(f"{Path(task.name).name}: {source[0].message}")
    prepared = renderer.prepare(source, task.slice.decode())
    outputs = {PREPARED: prepared.xml.encode()}
    findings = {}
    for step in task.steps:
        rendered = _run(step, prepared, renderer)
        outputs[step.to] = rendered.text.encode()
        findings[step.to] = tuple(plain_finding(one.finding(source)) for one in rendered.unknown)
    if task.book is not None:
        pdf, found = _set(task.book, prepared, renderer, outputs)
        outputs[task.book.to] = pdf
        findings[task.book.to] = tuple(map(plain_finding, found))
    files = files_in(outputs.pop(FILES)) if FILES in outputs else {}
    facts = None
    if FACTS in outputs:
        data = outputs[FACTS]
        told = etree.fromstring(data)
        outputs[LINES] = packed_lines(fact_lines(told))
        outputs[UNITS] = packed_units(units_of(told))
        spoken = topic_units(told)
        outputs[TOPICS] = packed_topics(spoken)
        searched = list(records(told))
        outputs[SEARCHED] = packed_records(searched)
        facts = Facts.of(data, sha256(data).hexdigest(), outputs[LINES], searched, spoken)
        files |= annotation_file(told) if files else {}
    split = {FILES: tuple(f"html/{path}" for path in files)} if files else {}
    outputs |= {f"html/{path}": data for path, data in files.items()}
    return Made(outputs, findings, facts, split)


def _run(step: Step, prepared: Prepared, renderer: Renderer) -> Rendered:
    given: dict[str, Any] = {
        name: renderer.saxon.parse(value.decode()) if isinstance(value, bytes) else value
        for name, value in step.given
    }
    if step.locales:
        given["locales"] = renderer.locales
    return renderer.make(step.to, step.stylesheet, prepared.source.path.name, prepared.node, **given)


def _set(
    book: Book, prepared: Prepared, renderer: Renderer, outputs: dict[str, bytes]
) -> tuple[bytes, list[Finding]]:
    from tei_edition.misprints import misprints
    from tei_edition.typeset import typeset

    printed = typeset(
        Path(book.to).name,
        outputs[PRINT].decode(),
        renderer.saxon.folder / "pdf",
        [Attached(f"{prepared.id}.xml", outputs[PREPARED])],
        book.timestamp,
        book.paper,
    )
    return printed.pdf, misprints(printed, [prepared.source])


@cache
def renderer_of(own: Own) -> Renderer:
    """Give the stylesheets of an edition, compiled once in each process."""
    collect_seldom()
    return Renderer(processor(folder_of(own)))


@cache
def folder_of(own: Own) -> Path:
    """Give a folder with all stylesheets, an edition's own in the place of the program's."""
    if not own:
        return packaged("xslt")
    merged = folder_to_the_end("xslt")
    shutil.copytree(packaged("xslt"), merged, dirs_exist_ok=True)
    for name, data in own:
        (merged / name).parent.mkdir(parents=True, exist_ok=True)
        (merged / name).write_bytes(data)
    return merged


def own_of(folder: Path) -> Own:
    """Read an edition's own stylesheets; none where `folder` is the program's."""
    base = packaged("xslt")
    if not folder.is_dir() or folder.samefile(base):
        return ()
    files: Sequence[Path] = sorted(path for path in folder.rglob("*") if path.is_file())
    return tuple((file.relative_to(folder).as_posix(), file.read_bytes()) for file in files)
