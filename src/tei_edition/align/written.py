"""A proposal as text: a table to read, tab-separated values, TEI."""

from collections.abc import Iterable, Iterator, Sequence
from os.path import relpath
from pathlib import Path
from xml.sax.saxutils import quoteattr

from tei_edition.align.confidence import certainty
from tei_edition.align.propose import Link, Proposal
from tei_edition.align.sentences import Side

FORMATS = ("text", "tsv", "tei")

_MARKS = {"high": " ", "medium": "?", "low": "??"}


def written(proposal: Proposal, a: Side, b: Side, form: str) -> str:
    """Write a proposal in one of `FORMATS`."""
    if form == "tsv":
        return "".join(_rows(proposal.links))
    if form == "tei":
        return link_group(
            proposal.links, a, b, (a.path if a.path == b.path else Path.cwd() / "alignments.xml")
        )
    return table(proposal, a, b)


def _rows(links: Iterable[Link]) -> Iterator[str]:
    """Give `0,1<TAB>2<TAB>0.93` for each link: sentences from 0, `-` for none, the confidence."""
    for link in links:
        a, b = (",".join(map(str, side)) or "-" for side in (link.a, link.b))
        yield f"{a}\t{b}\t{link.confidence:.2f}\n"


def link_group(links: Iterable[Link], a: Side, b: Side, file: Path, indent: str = "") -> str:
    """Give a `linkGrp` for a file, with the links between sentences that have ids."""
    kind = "translation" if a.path == b.path else "parallel"
    lines = [f'{indent}<linkGrp type="{kind}">']
    for link in links:
        ends = [*_ends(link.a, a, file), *_ends(link.b, b, file)]
        if link.a and link.b and all(ends):
            target = quoteattr(" ".join(ends))
            lines.append(f'{indent}  <link target={target} cert="{certainty(link.confidence)}"/>')
    return "\n".join([*lines, f"{indent}</linkGrp>"]) + "\n"


def _ends(numbers: Sequence[int], side: Side, file: Path) -> list[str]:
    where = "" if side.path == file else Path(relpath(side.path, file.parent)).as_posix()
    names = [side.sentences[number].id for number in numbers]
    return [f"{where}#{name}" if name else "" for name in names]


def table(proposal: Proposal, a: Side, b: Side) -> str:
    """Give each link with its sentences, the doubtful ones marked, and how many of each there are."""
    lines = []
    for link in proposal.links:
        mark = _MARKS[certainty(link.confidence)]
        lines.append(f"{mark:2} {link.confidence:.2f}")
        lines += [*_shown("A", link.a, a), *_shown("B", link.b, b)]
    return "\n".join([*lines, "", summary(proposal)]) + "\n"


def _shown(name: str, numbers: Sequence[int], side: Side) -> list[str]:
    sentences = [
        (side.sentences[number].id or str(number + 1), side.sentences[number].text) for number in numbers
    ]
    return [f"   {name} {label:>8}  {text}" for label, text in sentences] or [f"   {name}        -"]


def summary(proposal: Proposal) -> str:
    """Say how many links there are, how sure they are, and what is left out."""
    links = [link for link in proposal.links if link.a and link.b]
    by = {name: sum(certainty(link.confidence) == name for link in links) for name in _MARKS}
    alone = len(proposal.links) - len(links)
    order = "the same order" if proposal.order == "same" else "another order"
    return (
        f"{len(links)} links ({by['high']} sure, {by['medium']} doubtful, {by['low']} very doubtful);"
        f" {alone} sentences without a counterpart; the texts are in {order}."
    )
