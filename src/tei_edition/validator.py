"""Make the stylesheet that runs a Schematron schema, once for each version of it."""

import re
from contextlib import suppress
from copy import deepcopy
from hashlib import sha256
from pathlib import Path

from lxml import etree

from tei_edition import signed
from tei_edition.errors import SchemaError
from tei_edition.markup import SCHEMATRON
from tei_edition.xslt import Saxon, TransformError, said_of

_STYLESHEET = "schema/validator.xsl"
_PATTERN = f"{{{SCHEMATRON}}}pattern"
_BINDING = re.compile(r"(xslt|xpath)(1|2|3|31)?|", re.IGNORECASE)
_MOST_KEPT = 8


def make(schema: etree._Element, saxon: Saxon, name: str, base: str = "", *, guarded: bool = False) -> str:
    """Make the stylesheet of a Schematron schema that includes nothing any more.

    `base` is the address from which its rules find files; where it is `guarded`, a rule that cannot be
    evaluated is a finding and stops nothing, which takes twice the time.
    Raises `SchemaError` for what is no schema.
    """
    binding = schema.get("queryBinding", "")
    if not _BINDING.fullmatch(binding):
        raise SchemaError(
            f'{name} has queryBinding="{binding}", which is not known; "xslt3", for example, is'
        )
    try:
        return saxon.run(_STYLESHEET, saxon.tree(schema), base=base, guarded=guarded).text
    except TransformError as error:
        raise SchemaError(f"{name} is not a Schematron schema: {said_of(error)}") from error


def make_once(schema: etree._Element, saxon: Saxon, name: str, base: str, cache: Path | None) -> str:
    """Make the stylesheet as `make` does, or take the one in `cache` that was made of the same."""
    if cache is None:
        return make(schema, saxon, name, base)
    own = sorted((saxon.folder / "schema").glob("validator*.xsl"))
    parts = [base.encode(), etree.tostring(schema), *(file.read_bytes() for file in own)]
    kept = cache / f"stylesheet-{sha256(b''.join(parts)).hexdigest()[:16]}.xsl"
    known = signed.read(kept)
    if known is not None:
        return known.decode()
    made = make(schema, saxon, name, base)
    if signed.write(kept, made.encode()):
        _leave_few(cache)
    return made


def compile_rules(schema: etree._Element, saxon: Saxon, name: str, stylesheet: str = "") -> str:
    """Compile a schema, or the stylesheet that was made of it; give the name to run it by.

    Raises `SchemaError` that names the pattern where one has an XPath that is none.
    """
    try:
        return saxon.compile_text(stylesheet or make(schema, saxon, name), name)
    except TransformError as error:
        for number, pattern in enumerate(schema.iterfind(_PATTERN)):
            try:
                saxon.compile_text(make(_alone(schema, number), saxon, name), f"{name} alone")
            except TransformError as cause:
                said = pattern.get("id") or f"number {number + 1}"
                message = f"The rule {said} in {Path(name).name} is not one that can be run: {said_of(cause)}"
                raise SchemaError(message, "Mend its `sch:rule`.") from cause
        raise SchemaError(f"{name} cannot be compiled: {said_of(error)}") from error


def _alone(schema: etree._Element, number: int) -> etree._Element:
    """Copy a schema with one of its patterns, and what is abstract."""
    alone = deepcopy(schema)
    for place, pattern in enumerate(alone.findall(_PATTERN)):
        if place != number and pattern.get("abstract") != "true":
            alone.remove(pattern)
    return alone


def _leave_few(cache: Path) -> None:
    """Of many stylesheets, delete the oldest."""
    with suppress(OSError):
        kept = sorted(cache.glob("stylesheet-*.xsl"), key=lambda other: other.stat().st_mtime)
        for old in kept[:-_MOST_KEPT]:
            old.unlink(missing_ok=True)
