"""What each step is made of: a stylesheet with all that it includes, and the program that runs it."""

import re
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from tei_edition import __version__
from tei_edition.digests import digest_of
from tei_edition.render import PAGES, is_page

ENGINES = ("babel", "lxml", "pagefind", "pikepdf", "pyphen", "saxonche", "typst")
"""What takes part in the making of pages and books; another version may make other bytes."""

_INCLUDED = re.compile(rb"""<xsl:(?:include|import)\s[^>]*?\bhref\s*=\s*["']([^"']+)["']""")
_READ = re.compile(rb"""\b(?:doc|document|unparsed-text(?:-lines)?|json-doc)\(\s*(?:'([^']*)'|"([^"]*)")?""")
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)


def versions() -> dict[str, str]:
    """Give the versions of the program and of all that takes part."""
    return {"edition": __version__} | {name: version(name) for name in ENGINES}


class Steps:
    """The stylesheets in a folder, each told by what it and the files that it needs hold."""

    def __init__(self, folder: Path) -> None:
        """Take the folder that holds `html/`, `pdf/` and the others."""
        self.folder = folder
        self.digest = cache(self._digest)
        self.files = cache(self._files)
        self._content = cache(_content)

    def needed(self, to: str, stylesheet: str) -> list[str]:
        """Name what a file is made with: its stylesheet, of a page also what pages share.

        The page's stylesheet is part of the stylesheet of all pages, whose other parts it does not use.
        """
        if not is_page(to):
            return [stylesheet]
        shared = {f"{folder}/shared.xsl" for folder in ("html", stylesheet.partition("/")[0])}
        return [PAGES, *sorted(shared), stylesheet]

    def _digest(self, *names: str) -> str:
        """Give the digest of some stylesheets, or folders of templates, with all that they include."""
        return digest_of(*(part for name in names for pair in self.files(name).items() for part in pair))

    def _files(self, name: str) -> dict[str, str]:
        """Give the files that a stylesheet consists of, by their paths in the folder, with their SHA-256."""
        found: dict[Path, None] = {}
        waiting = [self.folder / name] if (self.folder / name).is_file() else self._all(name)
        while waiting:
            file = waiting.pop()
            if file in found:
                continue
            found[file] = None
            waiting += self._needed(file)
        base = self.folder.resolve()
        inside = {file: file.resolve() for file in found}
        names = {
            (real.relative_to(base).as_posix() if real.is_relative_to(base) else file.name): file
            for file, real in inside.items()
        }
        return {path: sha256(self._content(names[path])).hexdigest() for path in sorted(names)}

    def _needed(self, file: Path) -> list[Path]:
        """Give the files that one includes or reads; all of the folder where that cannot be told.

        Of the stylesheet of all pages no page needs all: `needed` says which.
        """
        if file.suffix != ".xsl" or file == self.folder / PAGES:
            return []
        data = _COMMENT.sub(b"", self._content(file))
        read = _READ.findall(data)
        if not all(one or other for one, other in read):
            return self._all("")
        names = [*_INCLUDED.findall(data), *(one or other for one, other in read)]
        return [file.parent / name.decode("utf-8", "replace") for name in names]

    def _all(self, folder: str) -> list[Path]:
        return sorted(path for path in (self.folder / folder).rglob("*") if path.is_file())


def _content(file: Path) -> bytes:
    """Give what a file holds; nothing where it cannot be read, of which Saxon will speak."""
    try:
        return file.read_bytes()
    except OSError:
        return b""
