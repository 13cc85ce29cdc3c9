"""The only module that knows Saxon: compile a stylesheet once, run it on many trees.

One `Saxon` belongs to one thread of one process: two processors in two threads abort the process.
"""

import os
import re
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import IO, Any

from lxml import etree
from saxonche import PySaxonApiError, PySaxonProcessor, PyXsltExecutable

from tei_edition.errors import EditionError

Node = Any
"""A `PyXdmNode`; saxonche has no types."""


class TransformError(EditionError):
    """A stylesheet cannot be compiled, or stopped while it ran."""


def said_of(error: TransformError) -> str:
    """Give what Saxon says is wrong, without where it stood in a stylesheet that was made just now."""
    words = re.sub(r"\b(In template rule|invoked by|External function calls) .*", "", str(error))
    for before in (r"^.*\b(?=[FSX][A-Z]{3}\d{4}\b)", r"^.* of file:\S+ ", r"( at line \d+)? in file:\S+"):
        words = re.sub(before, "", words)
    return words.strip().rstrip(".")


@dataclass(frozen=True)
class Result:
    """What a transformation gave, serialised, and what its `xsl:message`s said, as XML or text."""

    text: str
    messages: list[str]


@dataclass
class Saxon:
    """A Saxon processor with the stylesheets of one folder, each compiled at first use."""

    folder: Path
    _processor: Any = field(default_factory=lambda: _new_processor("file"), repr=False)
    _compiled: dict[str, PyXsltExecutable] = field(default_factory=dict, repr=False)
    _texts: dict[str, str] = field(default_factory=dict, repr=False)

    @classmethod
    def sealed(cls) -> "Saxon":
        """Give a processor for stylesheets of strangers: they can read and write nothing but their input."""
        return cls(
            Path(), _new_processor("", ("allow-external-functions", "false"), ("disableXslEvaluate", "true"))
        )

    def parse(self, xml: str) -> Node:
        """Parse XML that `read` or lxml has made sure of."""
        with self._faults("Saxon cannot parse what it was given"):
            return self._processor.parse_xml(xml_text=xml)

    def tree(self, element: etree._Element) -> Node:
        """Give an lxml tree to Saxon."""
        return self.parse(etree.tostring(element, encoding="unicode", with_tail=False))

    def compile_text(self, stylesheet: str, name: str) -> str:
        """Compile a stylesheet that was made just now; give the name to `run` it by.

        Nothing is compiled where it is the one that has this name already.
        """
        if self._texts.get(name) == stylesheet:
            return name
        with self._faults(f"what was made of {name}"):
            compiler = self._processor.new_xslt30_processor()
            self._compiled[name] = compiler.compile_stylesheet(stylesheet_text=stylesheet)
        self._texts[name] = stylesheet
        return name

    def run(self, stylesheet: str, node: Node, mode: str = "", /, **parameters: Node | str | bool) -> Result:
        """Transform a node and give the serialised result.

        `stylesheet` is a path in the folder, `pages.xsl`; it is started in the mode of this name,
        `{urn:tei-edition}entry`, or without one; parameters are global ones.
        Raises `TransformError` with the stylesheet's name where it stops.
        """
        executable = self._ready(stylesheet, parameters)
        if mode:
            executable.set_initial_mode(mode)
        with self._faults(stylesheet, executable):
            text = executable.transform_to_string(xdm_node=node)
        return Result(text or "", self._messages(executable))

    def transform(self, stylesheet: str, node: Node, **parameters: Node | str | bool) -> Node:
        """Transform a node and give the resulting tree, unserialised, for a next step."""
        executable = self._ready(stylesheet, parameters)
        with self._faults(stylesheet, executable):
            return executable.transform_to_value(xdm_node=node).head.get_node_value()

    def _ready(self, stylesheet: str, parameters: dict[str, Node | str | bool]) -> PyXsltExecutable:
        if stylesheet not in self._compiled:
            self._compiled[stylesheet] = self._compile(self.folder / stylesheet)
        executable = self._compiled[stylesheet]
        executable.clear_parameters()
        executable.clear_xsl_messages()
        for name, value in parameters.items():
            executable.set_parameter(name.replace("_", "-"), self._value(value))
        return executable

    def _compile(self, path: Path) -> PyXsltExecutable:
        compiler = self._processor.new_xslt30_processor()
        with self._faults(path.name):
            executable = compiler.compile_stylesheet(stylesheet_file=str(path.resolve()))
        executable.set_save_xsl_message(True)
        return executable

    @contextmanager
    def _faults(self, stylesheet: str, executable: PyXsltExecutable | None = None) -> Iterator[None]:
        """Turn Saxon's error into ours, with what `xsl:message terminate="yes"` said and where it was."""
        with _standard_error() as said:
            try:
                yield
            except PySaxonApiError as error:
                stopped = executable is not None and "terminated by xsl:message" in str(error)
                last = self._messages(executable)[-1:] if stopped else []
                words = " ".join(" ".join(last or said() or [str(error)]).split())
                raise TransformError(f"{stylesheet}: {words}") from error

    def _value(self, value: Node | str | bool) -> Any:
        if isinstance(value, bool):
            return self._processor.make_boolean_value(value)
        if isinstance(value, str):
            return self._processor.make_string_value(value)
        return value

    @staticmethod
    def _messages(executable: PyXsltExecutable) -> list[str]:
        messages = executable.get_xsl_messages()
        if messages is None:
            return []
        return [str(messages.item_at(index)) for index in range(messages.size)]


class _Own(threading.local):
    """What each thread has of its own."""

    def __init__(self) -> None:
        self.processors: dict[Path, Saxon] = {}


_own = _Own()


def processor(folder: Path) -> Saxon:
    """Give this thread's processor with the stylesheets of a folder.

    There is one for all who ask: what a processor has held, its process keeps until it ends.
    """
    if folder not in _own.processors:
        _own.processors[folder] = Saxon(folder)
    return _own.processors[folder]


def _new_processor(protocols: str, *features: tuple[str, str]) -> Any:
    """Give a processor that reads addresses of some protocols only, never those of the network."""
    processor = PySaxonProcessor(license=False)
    for name, value in (("allowedProtocols", protocols), *features):
        processor.set_configuration_property(f"http://saxon.sf.net/feature/{name}", value)
    return processor


@cache
def _caught() -> IO[bytes]:
    """The file that is written to instead; one for all, because to open one takes as long as a small text."""
    return tempfile.TemporaryFile(buffering=0)


@contextmanager
def _standard_error() -> Iterator[Callable[[], list[str]]]:
    """Catch what Saxon writes to file descriptor 2, which is all it says of where an error was."""
    sys.stderr.flush()
    kept = os.dup(2)
    caught = _caught()
    caught.seek(0)
    caught.truncate()
    os.dup2(caught.fileno(), 2)

    def said() -> list[str]:
        caught.seek(0)
        return caught.read().decode("utf-8", "replace").splitlines()

    try:
        yield said
    finally:
        os.dup2(kept, 2)
        os.close(kept)
