"""Put proposed links into a file, and touch no other byte of it and no link that is there."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from tei_edition.align.propose import Link
from tei_edition.align.sentences import Side
from tei_edition.align.written import link_group
from tei_edition.errors import EditionError
from tei_edition.findings import Edit, Finding
from tei_edition.markup import tei
from tei_edition.mend import rewritten
from tei_edition.read import decode, parse, read
from tei_edition.replace import replace
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
        data = _with_links(new, a, b, source)
        result = parse(file, data)
        if not isinstance(result, Source) or len(_linked(result)) != len(_linked(source)) + len(new):
            raise EditionError(
                f"{file} has no place where links can be put", "Give it a `standOff` element before `text`."
            )
        replace(file, data)
    return len(new), len(wanted) - len(new)


def _with_links(links: Iterable[Link], a: Side, b: Side, source: Source) -> bytes:
    """Give the bytes of a file with a group of links in its `standOff`, which it gets if it has none."""
    decoded = decode(source.path, source.path.read_bytes())
    place = _place(source)
    if isinstance(decoded, Finding) or place is None:
        raise EditionError(
            f"{source.path} has no place where links can be put",
            "Give it a `standOff` element before `text`.",
        )
    offset, indent, is_there = place
    group = link_group(links, a, b, source.path, f"{indent}  ")
    if not is_there:
        group = f"{indent}<standOff>\n{group}{indent}</standOff>\n"
    return rewritten(decoded, [Edit(offset, offset, group)])


def _place(source: Source) -> tuple[int, str, bool] | None:
    """Give the offset where links go, the indent there, and whether a `standOff` is there."""
    stand_off, text = source.root.find(tei("standOff")), source.root.find(tei("text"))
    if stand_off is not None and len(names := source.names(stand_off)) > 1:
        offset = source.text.rindex("<", 0, names[1].start)
    elif stand_off is None and text is not None:
        offset = source.whole(text).start
    else:
        return None
    line = source.text.rfind("\n", 0, offset) + 1
    indent = source.text[line:offset]
    return (
        (line, indent, stand_off is not None) if not indent.strip() else (offset, "", stand_off is not None)
    )


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
