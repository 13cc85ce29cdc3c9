"""Make the schemas from the ODD, and say whether the ones that lie beside it are current."""

from pathlib import Path

from lxml import etree

from tei_edition.errors import EditionError
from tei_edition.read import read
from tei_edition.schema_state import fingerprint
from tei_edition.source import Source
from tei_edition.validator import compile_rules
from tei_edition.xslt import Saxon, TransformError

_STYLESHEETS = {"edition.rng": "schema/rng.xsl", "edition.sch": "schema/sch.xsl"}


def compile_odd(odd: Path, saxon: Saxon) -> dict[str, str]:
    """Give the text of each schema that an ODD makes, by its file's name.

    Raises `EditionError` where the ODD contradicts itself: an element included and not specified,
    a reference to nothing.
    """
    source = read(odd)
    if not isinstance(source, Source):
        raise EditionError(source[0].show(Path.cwd()), "Mend the ODD.")
    made = {}
    stated = fingerprint(odd.read_bytes())
    for name, stylesheet in _STYLESHEETS.items():
        try:
            made[name] = saxon.run(stylesheet, saxon.tree(source.root), fingerprint=stated).text
        except TransformError as error:
            raise EditionError(f"{odd.name}: {error}", error.hint) from error
    etree.RelaxNG(etree.fromstring(made["edition.rng"].encode()))
    compile_rules(etree.fromstring(made["edition.sch"].encode()), saxon, "edition.sch")
    return made


def write(odd: Path, saxon: Saxon) -> list[Path]:
    """Write the schemas beside their ODD; give those that changed."""
    changed = []
    for file, text in _by_file(odd, saxon).items():
        if not _is_current(file, text):
            file.write_text(text, "utf-8", newline="\n")
            changed.append(file)
    return changed


def outdated(odd: Path, saxon: Saxon) -> list[Path]:
    """Give the schemas beside an ODD that are not what it makes."""
    return [file for file, text in _by_file(odd, saxon).items() if not _is_current(file, text)]


def _by_file(odd: Path, saxon: Saxon) -> dict[Path, str]:
    return {odd.parent / name: text for name, text in compile_odd(odd, saxon).items()}


def _is_current(file: Path, text: str) -> bool:
    return file.is_file() and file.read_text("utf-8") == text
