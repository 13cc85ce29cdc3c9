"""Keep what nobody sees out of the text of a PDF, soft hyphens and word joiners; make the file small."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

_NAMED_TEXT = re.compile(rb"(<(?:FEFF)?)((?:[0-9A-F]{4}){2,})>")
_UNSEEN = re.compile("[\u00ad\u2060]")


def legible(pdf: bytes) -> bytes:
    """Give a PDF whose text, as it is found and copied, has no soft hyphens and word joiners inside lines.

    The file is written with object streams, the same bytes each time.
    """
    result = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as book:
        leave_out_unseen(book)
        book.save(result, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return result.getvalue()


def leave_out_unseen(book: pikepdf.Pdf) -> None:
    """Let each glyph of a PDF stand for what is seen of it.

    Typst says of a glyph that it stands for a letter and the soft hyphen after it, or for the word joiner
    before it and a letter. The hyphen at the end of a line stays what it is.
    """
    for stream in _with_text(book):
        data = stream.read_bytes()
        if b"00AD" in data or b"2060" in data:
            stream.write(_NAMED_TEXT.sub(_without_unseen, data))


def _with_text(book: pikepdf.Pdf) -> Iterator[Any]:
    """Give the streams that say which letters are seen: of the pages, and of their fonts."""
    fonts: dict[tuple[int, int], Any] = {}
    for page in book.pages:
        yield from page.Contents if isinstance(page.Contents, pikepdf.Array) else (page.Contents,)
        fonts |= {font.objgen: font for font in page.Resources.get("/Font", {}).values()}
    yield from (font.ToUnicode for font in fonts.values() if "/ToUnicode" in font)


def _without_unseen(named: re.Match[bytes]) -> bytes:
    """Give what a glyph stands for, without what nobody sees, if anything is left then."""
    text = bytes.fromhex(named[2].decode()).decode("utf-16-be", "surrogatepass")
    seen = _UNSEEN.sub("", text) or text
    return named[1] + seen.encode("utf-16-be", "surrogatepass").hex().upper().encode() + b">"
