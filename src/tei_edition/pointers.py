"""What a pointer points to: TEI's pointing attributes, private prefixes, files and ids.

The method is that of the TEI Guidelines, 17.2 (pointing) and 17.2.3 (`prefixDef`).
`xml:base` is not followed; a pointer below one is a finding (N007).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import cast
from urllib.parse import unquote

from lxml import etree

from tei_edition.markup import tei
from tei_edition.nearest import nearest

ATTRIBUTES = frozenset(
    "active ana change children copyOf corresp datingPoint decls exclude facs hand inst lemmaRef mutual "
    "new next parent parts passive period prev ref rendition resp sameAs scheme select source spanTo "
    "synch target targetEnd targets url where who wit".split()
)
"""Attributes whose value is one pointer or several."""

_LITERAL = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]")
_FLAT = re.compile(r"\([^()|*+?{]*\)(?=[*+{])")
"""A group that may be repeated: whatever is repeated in it, there are not several ways to do it."""

_REPEAT = re.compile(r"[*+]|\{\d*,\d*\}")
_CHOICE = re.compile(r"[?|]")
_MOST_STEPS = 20_000_000
"""A pointer for which a pattern could need more does not fit it; they take a fifth of a second."""

_IDS = etree.XPath("descendant-or-self::*/@xml:id", smart_strings=False)
_SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]*):")
_KNOWN_SCHEMES = frozenset(
    "ark data doi file ftp geo hdl http https info isbn mailto oai sip tel urn ws".split()
)


@dataclass(frozen=True)
class Prefix:
    """A `prefixDef`: a private scheme, and the pointer that it abbreviates."""

    name: str
    pattern: re.Pattern[str] | None
    """None where `matchPattern` cannot be read, or could take for ever."""

    replacement: str
    file: Path
    """The file that declares it; the replacement is relative to that."""

    def expand(self, rest: str) -> str | None:
        """Give the pointer that `name:rest` stands for, or None where the pattern does not fit."""
        if self.pattern is None or _steps(self.pattern.pattern, len(rest)) > _MOST_STEPS:
            return None
        found = self.pattern.fullmatch(rest)
        if not found:
            return None
        groups = ("", *found.groups(""))
        return re.sub(r"\$(\d)", lambda n: (*groups, *[""] * 9)[int(n[1])], self.replacement)


@dataclass(frozen=True)
class Target:
    """Where a pointer leads: an outside address, or a file of the edition and an id in it."""

    file: Path | None
    id: str | None
    uri: str


@dataclass(frozen=True)
class Unresolved:
    """Why a pointer leads nowhere: the code of the rule, and words."""

    code: str
    message: str
    hint: str = ""


def pointers_of(node: etree._Element) -> Iterator[tuple[str, str]]:
    """Give each pointer on an element as attribute name and pointer."""
    for name, value in node.attrib.items():
        if name in ATTRIBUTES:
            for pointer in str(value).split():
                yield str(name), pointer


def prefixes_in(root: etree._Element, file: Path) -> dict[str, Prefix]:
    """Collect the `prefixDef`s of a TEI file."""
    prefixes = {}
    for node in root.iter(tei("prefixDef")):
        pattern = _pattern(node.get("matchPattern", ""))
        name = node.get("ident", "")
        prefixes[name] = Prefix(name, pattern, node.get("replacementPattern", ""), file)
    return prefixes


def _pattern(text: str) -> re.Pattern[str] | None:
    """Read a pattern of XML Schema; `\\p{L}` and its like are letters to us."""
    if re.search(r"\)[*+{]", _FLAT.sub("", _LITERAL.sub("x", text))):
        return None
    try:
        return re.compile(re.sub(r"\\p\{L\w?\}|\\[ic]", r"\\w", text))
    except (re.error, OverflowError, RecursionError):
        return None


@lru_cache(maxsize=1024)
def _steps(pattern: str, length: int) -> int:
    """Give how many steps it may take to see that a pattern does not fit: the ways to divide a text."""
    bare = _LITERAL.sub("x", pattern)
    repeats, choices = len(_REPEAT.findall(bare)), len(_CHOICE.findall(bare))
    steps: int = max(length, 2) ** min(repeats, 64) * 2 ** min(choices, 64)
    return steps


def ids_in(root: etree._Element) -> frozenset[str]:
    """Collect the `xml:id`s of a file."""
    return frozenset(map(str, cast(list[str], _IDS(root))))


def files_of(link: etree._Element, file: Path, prefixes: dict[str, Prefix]) -> set[Path]:
    """Give the files that a link standing in `file` names, whether they are there or not."""
    targets = [locate(pointer, file, prefixes) for pointer in (link.get("target") or "").split()]
    return {target.file for target in targets if isinstance(target, Target) and target.file is not None}


def locate(pointer: str, file: Path, prefixes: dict[str, Prefix]) -> Target | Unresolved:
    """Say where a pointer that stands in `file` leads, without looking whether that exists."""
    scheme = _SCHEME.match(pointer)
    if scheme:
        prefix = prefixes.get(scheme[1])
        if prefix is None:
            return _without_prefix(pointer, scheme[1], prefixes)
        expanded = _expanded(pointer, prefix)
        if isinstance(expanded, Unresolved):
            return expanded
        if _SCHEME.match(expanded):
            return Target(None, None, expanded)
        pointer, file = expanded, prefix.file
    path, _, fragment = pointer.partition("#")
    try:
        target = _file(file.parent, path) if path else file
    except (OSError, RuntimeError, ValueError):  # RuntimeError: a link that leads back to itself.
        return Unresolved("N002", f'"{pointer[:60]}" cannot be the name of a file.')
    return Target(target, unquote(fragment) or None, pointer)


def _without_prefix(pointer: str, name: str, prefixes: dict[str, Prefix]) -> Target | Unresolved:
    """Say where a pointer leads whose scheme is no prefix of the edition."""
    if name.lower() in _KNOWN_SCHEMES:
        return Target(None, None, pointer)
    near = nearest(name.lower(), prefixes, 0.5)
    hint = f'Add a `prefixDef` with ident="{name}" to tei/edition.xml, or correct the prefix.'
    message = f'The prefix of "{pointer}" is declared nowhere.'
    return Unresolved("N003", message, f'Did you mean "{near}:"?' if near else hint)


def _expanded(pointer: str, prefix: Prefix) -> str | Unresolved:
    """Give the pointer that one with a prefix stands for."""
    if prefix.pattern is None:
        message = f'The `matchPattern` of the prefix "{prefix.name}:" cannot be read.'
        return Unresolved("N003", message, "Write a simple one, such as ([a-z0-9-]+).")
    expanded = prefix.expand(pointer[len(prefix.name) + 1 :])
    if expanded is None:
        message = f'"{pointer}" does not have the form that its prefix asks for.'
        hint = f"`prefixDef` {prefix.name} matches {prefix.pattern.pattern}."
        return Unresolved("N003", message, hint)
    return expanded


@lru_cache(maxsize=8192)
def _file(folder: Path, path: str) -> Path:
    """Give the file that a path in a file of this folder names; documents of one folder name the same."""
    target = Path(folder, unquote(path)).resolve()
    target.exists()
    return target
