"""Hold files against a RELAX NG schema: which break it, where, and why.

jing has the last word, and works in the background. Where little is to be checked, lxml says sooner
which files are valid, so that Java need not be started for them; the two agree but for a few odd values.
lxml is given only schemas that we made of an ODD: of others there are some that it never finishes to compile.
"""

import re
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition import temporary
from tei_edition.errors import SchemaError
from tei_edition.findings import Finding, Severity, in_order
from tei_edition.markup import RELAX_NG, text_of
from tei_edition.schema_files import Fence, read_grammar
from tei_edition.source import Source

if TYPE_CHECKING:
    from tei_edition.grammar_words import Names
    from tei_edition.jing import Complaint, Jing

MOST_BREAKS = 100
"""A file that breaks a schema in more places than this was encoded after another one (R010)."""

_MUCH_TEXT = 500_000
"""Characters from which on jing is ready before lxml: lxml checks 10 to 15 million a second,
jing as many, but it needs 0.2 s to start and then runs beside us."""

_ODD_VALUES = re.compile(r"""24:00|["'\s]//[^\w]""")
"""Values that lxml allows and jing does not: midnight as 24:00, an address without a host."""

_PAUSE = 0.005
"""Seconds between two looks at what a running jing has said."""

_LONGEST = 20.0
_LONGEST_FILE = 1.0
"""Seconds for a schema that a document brought with it, and for each file beside."""


class Grammar:
    """A RELAX NG schema, read once."""

    def __init__(self, path: Path, fence: Fence | None = None) -> None:
        """Read the schema at `path`; one with a fence is not trusted.

        Raises `SchemaError` where it is none, or reaches for what it must not.
        """
        self.path = path
        self.fence = fence
        self._files = read_grammar(path, fence)
        self._folder: TemporaryDirectory[str] | None = None
        self._quick = self._compile() if self._files.made_here else None

    @cached_property
    def names(self) -> "Names":
        """What messages need to know of the schema."""
        from tei_edition.grammar_order import orders
        from tei_edition.grammar_words import Names

        trees = self._files.trees
        return Names(_names(trees, "element"), _names(trees, "attribute"), orders(trees))

    def _compile(self) -> etree.RelaxNG:
        try:
            return etree.RelaxNG(self._files.trees[0])
        except etree.RelaxNGParseError as error:
            words = " ".join(str(error).split())
            raise SchemaError(f"{self.path} is not a RELAX NG schema: {words}") from error

    def begin(self, files: Mapping[Path, str]) -> "Run":
        """Begin to check the files whose texts these are, in the background where there is much to check.

        The texts have LF as line ends and no DOCTYPE; they need not be well-formed yet.
        """
        much = sum(map(len, files.values())) > _MUCH_TEXT
        return Run(self, self.ask(files) if files and (self._quick is None or much) else None)

    def check(self, sources: Sequence[Source]) -> list[Finding]:
        """Give the findings (R001 to R010) of all files that the schema does not allow."""
        return self.begin({source.path: source.text for source in sources}).findings(sources)

    def ask(self, files: Mapping[Path, str]) -> "Jing":
        """Start jing; a schema that is not trusted gets so much time and no more."""
        from tei_edition.jing import Jing  # Most files are valid, and need neither this nor its words.

        if self._folder is None:
            self._folder = temporary.folder("schema")
        written = self._files.write(Path(self._folder.name))
        seconds = _LONGEST + _LONGEST_FILE * len(files) if self.fence else None
        return Jing(written, files, self.path.name, seconds)

    def doubted(self, sources: Iterable[Source]) -> list[Source]:
        """Give the files of which lxml does not say that they are valid."""
        return [
            source
            for source in sources
            if self._quick is None or _ODD_VALUES.search(source.text) or not self._quick.validate(source.root)
        ]


class Run:
    """Files on their way through a grammar."""

    def __init__(self, grammar: Grammar, jing: "Jing | None") -> None:
        """Wait for the files' trees, where jing has not begun yet."""
        self._grammar = grammar
        self._jing = jing
        self._stream = jing.complaints() if jing else iter(())
        self._looked = jing is not None
        self._complaints: dict[Path, list[Complaint]] = {}
        self.others: set[Path] = set()
        """After `findings`: the files that were encoded after another schema."""

    def look(self, sources: Sequence[Source]) -> None:
        """Look at the files' trees as soon as there are some; jing begins with those that are not valid."""
        if self._looked:
            return
        self._looked = True
        if doubted := self._grammar.doubted(sources):
            self._jing = self._grammar.ask({source.path: source.text for source in doubted})
            self._stream = self._jing.complaints()

    def breaks(self, path: Path) -> int:
        """Count the places where a file breaks the grammar, as far as is known by now."""
        self._take(wait=False)
        return len(self._complaints.get(path, ()))

    def findings(self, sources: Sequence[Source]) -> list[Finding]:
        """Wait for the end, and give the findings of these files; of no others.

        Raises `SchemaError` where the schema turns out to be none.
        """
        self.look(sources)
        self._take(wait=True)
        found: list[Finding] = []
        for source in sources:
            breaks = self._said(source)
            if len(breaks) > MOST_BREAKS:
                breaks = {replace(finding, edits=()) for finding in breaks}
                self.others.add(source.path)
                found.append(self._other_schema(source, len(breaks)))
            found += breaks
        return in_order(found)

    def _take(self, *, wait: bool) -> None:
        """Take the complaints that are there, or all."""
        for complaint in self._stream:
            if complaint is not None:
                self._complaints.setdefault(complaint.path, []).append(complaint)
            elif wait:
                time.sleep(_PAUSE)
            else:
                return

    def _said(self, source: Source) -> set[Finding]:
        complaints = self._complaints.get(source.path)
        if not complaints:
            return set()
        from tei_edition.grammar_words import say

        return {say(complaint, source, self._grammar.names) for complaint in complaints}

    def stop(self) -> None:
        """Give the run up."""
        if self._jing is not None:
            self._jing.stop()

    def _other_schema(self, source: Source, places: int) -> Finding:
        name = self._grammar.path.name
        message = (
            f"This file breaks {name} in {places:,} places: it seems to be encoded after another schema."
            " The Schematron rules that go with it were not applied."
        )
        hint = "Name its own schema with --schema FILE, or in an `xml-model` line."
        place, end = source.ends(source.root)
        return Finding(source.path, *place, "R010", Severity.ERROR, message, hint, end)


def _names(trees: Iterable[etree._Element], kind: str) -> frozenset[str]:
    found: set[str] = set()
    for tree in trees:
        found.update(str(node.get("name")) for node in tree.iter(f"{{{RELAX_NG}}}{kind}") if node.get("name"))
        inner = tree.iterfind(f".//{{{RELAX_NG}}}{kind}/{{{RELAX_NG}}}name")
        found.update(text_of(node) for node in inner)
    return frozenset(found)
