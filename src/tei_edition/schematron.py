"""Run Schematron rules: compiled to XSLT by our stylesheet, run by Saxon.

Rules that a document brought with it are programs of strangers. They run in a process of their own,
with no way to a file or to the network, and for so long and no longer (`sealed`).
"""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from lxml import etree

from tei_edition import sealed
from tei_edition.errors import SchemaError
from tei_edition.findings import Finding, Severity
from tei_edition.markup import ED, SCHEMATRON, text_of
from tei_edition.schema_files import Fence, read_rules
from tei_edition.sealed import Answer
from tei_edition.source import Source
from tei_edition.xslt import Saxon, TransformError

VALIDATOR = "schema/validator.xsl"
_PATTERN = f"{{{SCHEMATRON}}}pattern"
_BINDING = re.compile(r"(xslt|xpath)(1|2|3|31)?|", re.IGNORECASE)
_LONGEST = 500
"""Characters that are shown of what another schema says."""

_MOST_KEPT = 8
_OUR_CODE = re.compile(r"(S\d{3})-")


def stylesheet_of(schema: etree._Element, saxon: Saxon, name: str, base: str = "") -> str:
    """Make the stylesheet that runs a Schematron schema, given as `schema_files.read_rules` gives it.

    `base` is the address from which its rules find files. Raises `SchemaError` for what is none.
    """
    binding = schema.get("queryBinding", "")
    if not _BINDING.fullmatch(binding):
        raise SchemaError(f'{name} has queryBinding="{binding}", which is not known; xslt3, for example, is')
    try:
        return saxon.run(VALIDATOR, saxon.tree(schema), base=base).text
    except TransformError as error:
        raise SchemaError(f"{name} is not a Schematron schema: {_xpath(error)}") from error


def compile_rules(schema: etree._Element, saxon: Saxon, name: str, base: str = "") -> str:
    """Compile a Schematron schema; give the name to run it by.

    Raises `SchemaError` that names the pattern where one has an XPath that is none.
    """
    return _compile(stylesheet_of(schema, saxon, name, base), schema, saxon, name)


def _compile(stylesheet: str, schema: etree._Element, saxon: Saxon, name: str) -> str:
    try:
        return saxon.compile_text(stylesheet, name)
    except TransformError as error:
        for number, pattern in enumerate(schema.iterfind(_PATTERN)):
            alone = deepcopy(schema)
            for other in alone.findall(_PATTERN)[:number] + alone.findall(_PATTERN)[number + 1 :]:
                if other.get("abstract") != "true":
                    alone.remove(other)
            try:
                saxon.compile_text(stylesheet_of(alone, saxon, name), f"{name} alone")
            except TransformError as cause:
                said = pattern.get("id") or f"number {number + 1}"
                message = f"The rule {said} in {name} is not one that can be run: {_xpath(cause)}"
                raise SchemaError(message, "Mend its `sch:rule`.") from cause
        raise SchemaError(f"{name} cannot be compiled: {_xpath(error)}") from error


def _xpath(error: TransformError) -> str:
    """Give what Saxon says of an XPath, without where it stood in what we made of it."""
    return re.sub(r"^.*?(?=X[A-Z]{3}\d{4})", "", str(error)).removeprefix(f"{VALIDATOR}: ").strip()


class Schematron:
    """The rules of one schema, compiled once for one Saxon processor."""

    def __init__(
        self, path: Path, saxon: Saxon, fence: Fence | None = None, cache: Path | None = None
    ) -> None:
        """Read the rules in the Schematron or RELAX NG schema at `path`, and compile them if it is trusted.

        In the folder `cache` lies what was made of schemas before. Raises `SchemaError` for what is none.
        """
        self.path = path
        self._saxon = saxon
        self._fence = fence
        self._stylesheet = ""
        schema = read_rules(path, fence)
        if schema is None:
            return
        self._stylesheet = self._make(schema, cache)
        if fence is None:
            _compile(self._stylesheet, schema, saxon, str(path))

    def _make(self, schema: etree._Element, cache: Path | None) -> str:
        """Make the stylesheet, or take the one that was made of the same."""
        base = "" if self._fence else self.path.as_uri()
        if cache is None:
            return stylesheet_of(schema, self._saxon, self.path.name, base)
        parts = [etree.tostring(schema), base.encode()]
        parts += [
            file.read_bytes() for file in sorted((self._saxon.folder / "schema").glob("validator*.xsl"))
        ]
        kept = cache / f"schematron-{sha256(b''.join(parts)).hexdigest()[:16]}.xsl"
        if not kept.is_file():
            _keep(kept, stylesheet_of(schema, self._saxon, self.path.name, base))
        return kept.read_text("utf-8")

    def check(self, *sources: Source) -> list[Finding]:
        """Give the findings of some files, each at its element or attribute.

        Raises `SchemaError` where a stranger's rules cannot be run to their end.
        """
        if not self._stylesheet:
            return []
        found = []
        for source, answer in zip(sources, self._answers(sources), strict=True):
            if answer.fault:
                found.append(self._not_applied(source, answer.fault))
            else:
                found += self._findings(source, answer.result)
        return found

    def _answers(self, sources: Sequence[Source]) -> Iterator[Answer]:
        if self._fence is not None:
            texts = [etree.tostring(source.root, encoding="unicode", with_tail=False) for source in sources]
            yield from sealed.run(self._stylesheet, texts, self.path.name)
            return
        for source in sources:
            try:
                yield Answer(self._saxon.run(str(self.path), self._saxon.tree(source.root)).text)
            except TransformError as error:
                yield Answer(fault=str(error))

    def _findings(self, source: Source, result: str) -> Iterator[Finding]:
        for node in etree.fromstring(result.encode()).iter(f"{{{ED}}}finding"):
            path, _, attribute = node.get("path", "").partition("/@")
            place = source.place(source.element_at(path), attribute or None)
            message, _, hint = text_of(node).partition(" Hint: ")
            ours = _OUR_CODE.match(node.get("pattern", ""))
            if not ours:
                message = _of_others(message, node.get("rule", ""))
            severity = Severity(node.get("severity", "error"))
            yield Finding(
                source.path, place.line, place.column, ours[1] if ours else "S000", severity, message, hint
            )

    def _not_applied(self, source: Source, fault: str) -> Finding:
        place = source.place(source.root)
        words = " ".join(fault.split())[:_LONGEST]
        message = f"The rules in {self.path.name} cannot be applied to this file: {words.rstrip('.')}."
        where = (source.path, place.line, place.column)
        return Finding(*where, "S000", Severity.ERROR, message, "Mend the schema.")


def _of_others(message: str, rule: str) -> str:
    """Let what another schema says end as a sentence does, and name its rule."""
    shown = message if len(message) <= _LONGEST else f"{message[:_LONGEST]} …"
    if shown[-1:].isalnum() or shown[-1:] in ('"', "'", ")", "”", "`"):
        shown += "."
    return f'{shown} (Rule "{rule}".)' if rule else shown


def _keep(file: Path, text: str) -> None:
    """Write a file of the cache, whole or not at all; the oldest of many are deleted."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("w", dir=file.parent, suffix=".tmp", encoding="utf-8", delete=False) as made:
        made.write(text)
    Path(made.name).replace(file)
    others = sorted(file.parent.glob("schematron-*.xsl"), key=lambda other: other.stat().st_mtime)
    for old in others[:-_MOST_KEPT]:
        old.unlink(missing_ok=True)
