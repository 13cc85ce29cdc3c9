"""Put proposed links into a file, and touch no other byte of it and no link that is there."""

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile

from tei_edition.align.propose import Link
from tei_edition.align.sentences import Side
from tei_edition.align.written import link_group
from tei_edition.errors import EditionError
from tei_edition.markup import tei
from tei_edition.read import parse, read
from tei_edition.source import Source


def insert(links: Iterable[Link], a: Side, b: Side, file: Path) -> tuple[int, int]:
    """Write links into a file: that of two versions, or `tei/alignments.xml` for two documents.

    Gives how many links were written, and how many were not because a sentence of theirs has one to the other
    side already. Raises `EditionError` where the file cannot be changed.
    """
    source = read(file)
    if not isinstance(source, Source):
        raise EditionError(f"{file}: {source[0].message}", source[0].hint)
    wanted = [link for link in links if link.a and link.b]
    new = [link for link in wanted if not _is_there(link, a, b, _linked(source))]
    if new:
        data = _with_links(new, a, b, file)
        result = parse(file, data)
        if not isinstance(result, Source) or len(_linked(result)) != len(_linked(source)) + len(new):
            raise EditionError(
                f"{file} has no place where links can be put", "Give it a `standOff` element before `text`."
            )
        _replace(file, data)
    return len(new), len(wanted) - len(new)


def _with_links(links: Iterable[Link], a: Side, b: Side, file: Path) -> bytes:
    try:
        text = file.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise EditionError(f"{file} is not in UTF-8", "Save it as UTF-8.") from None
    offset, before, indent, after = _place(text)
    group = before + link_group(links, a, b, file, indent) + after
    group = group.replace("\n", "\r\n") if "\r\n" in text else group
    return (text[:offset] + group + text[offset:]).encode()


def _linked(source: Source) -> list[frozenset[tuple[Path, str]]]:
    """Give the sentences of each link that is there, by file and id."""
    folder = source.path.parent
    found = []
    for link in source.root.iter(tei("link")):
        ends = [target.partition("#") for target in str(link.get("target", "")).split()]
        found.append(
            frozenset(
                (Path(os.path.normpath(folder / path)).absolute() if path else source.path.absolute(), name)
                for path, _, name in ends
            )
        )
    return found


def _is_there(link: Link, a: Side, b: Side, linked: Sequence[frozenset[tuple[Path, str]]]) -> bool:
    """Say whether a sentence of a link is linked already with any of the other side."""
    mine = _names(link.a, a), _names(link.b, b)
    whole = _names(range(len(a.sentences)), a), _names(range(len(b.sentences)), b)
    return any(
        (ends & mine[0] and ends & whole[1]) or (ends & mine[1] and ends & whole[0]) for ends in linked
    )


def _names(numbers: Iterable[int], side: Side) -> frozenset[tuple[Path, str]]:
    return frozenset((side.path.absolute(), side.sentences[number].id) for number in numbers)


def _place(text: str) -> tuple[int, str, str, str]:
    """Give where the links go, what goes before and behind them, and their indent."""
    if ends := list(re.finditer(r"[ \t]*</standOff\s*>", text)):
        indent = re.match(r"[ \t]*", ends[0].group())
        return ends[0].start(), "", (indent.group() if indent else "") + "  ", ""
    if start := re.search(r"[ \t]*<text[\s>]", text):
        return start.start(), "  <standOff>\n", "    ", "  </standOff>\n"
    return len(text), "", "", ""


def _replace(file: Path, data: bytes) -> None:
    with NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}.", delete=False) as new:
        new.write(data)
    Path(new.name).chmod(file.stat().st_mode & 0o777)
    Path(new.name).replace(file)
