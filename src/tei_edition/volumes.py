"""The whole edition as a book: one PDF, or several volumes where it is too long for one."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from tei_edition.attached import Attached
from tei_edition.render import Renderer
from tei_edition.typeset import Book, Place, typeset

PAGES = 500
"""About how many pages a volume has at most; a chapter that is longer is a volume of its own."""

_CHARACTERS = 2100
"""How many characters a page holds: measured in the chapters of one edition, where it is 1,750 to 2,800."""


@dataclass(frozen=True)
class Volume:
    """A volume: its number, and which chapters of the whole it has, from the first to before the last."""

    number: int
    first: int
    end: int


def bind(
    renderer: Renderer, printed: str, attachments: Sequence[Attached], timestamp: int, paper: str = ""
) -> tuple[Book, ...]:
    """Give the PDFs of the print XML of an edition: `edition.pdf`, or `edition-1.pdf` and so on.

    Each volume carries of the documents its own, the last one all registers and links.
    Each is set by processes of its own, so that all together need the memory of one.
    Raises `EditionError` as `typeset` does.
    """
    templates = renderer.saxon.folder / "pdf"
    root = etree.fromstring(printed.encode())
    volumes = plan([sum(map(len, chapter.itertext())) for chapter in root.findall("section")], PAGES)
    if len(volumes) == 1:
        return (typeset("edition.pdf", printed, templates, attachments, timestamp, paper),)
    books: list[Book] = []
    known: dict[str, Place] = {}
    whole = renderer.saxon.tree(root)
    for volume in volumes:
        name = f"edition-{volume.number}.pdf"
        carried = _carried(root, volume, volume is volumes[-1], attachments)
        part = renderer.saxon.run(
            "pdf/one-volume.xsl",
            whole,
            number=str(volume.number),
            first=str(volume.first),
            end=str(volume.end),
        ).text
        books.append(typeset(name, part, templates, carried, timestamp, paper, known, apart=True))
        known |= books[-1].places
    return tuple(books)


def plan(lengths: Sequence[int], pages: int) -> list[Volume]:
    """Give the volumes for chapters of some lengths, in characters; none has many more than `pages`."""
    ends: list[int] = []
    room = pages * _CHARACTERS
    filled = 0
    for place, length in enumerate(lengths):
        if filled and filled + length > room:
            ends.append(place)
            filled = 0
        filled += length
    bounds = [0, *ends, len(lengths)]
    return [Volume(number, first, end) for number, (first, end) in enumerate(pairwise(bounds), start=1)]


def _carried(
    root: etree._Element, volume: Volume, is_last: bool, attachments: Sequence[Attached]
) -> list[Attached]:
    """Give what a volume carries: the edition's header, its own documents; the last one, the data too."""
    chapters = [
        {str(heading.get("id")) for heading in chapter.iterfind("heading")}
        for chapter in root.findall("section")
    ]
    others = set().union(*chapters[: volume.first], *chapters[volume.end :])
    return [
        file
        for file in attachments
        if (is_last if file.relationship == "data" else _stem(file) not in others)
    ]


def _stem(file: Attached) -> str:
    return file.name.removesuffix(".xml")
