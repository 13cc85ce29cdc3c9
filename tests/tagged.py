"""Read a tagged PDF as a screen reader does: its structure, and the text of each part in that order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf


@dataclass(frozen=True)
class Words:
    """Text, with its language if it is marked as being in another one than what is around it."""

    text: str
    language: str = ""


@dataclass
class Part:
    """An element of the structure: its tag, its language (its own or that around it), and what is in it."""

    tag: str
    language: str
    alt: str | None = None
    children: "list[Part | Words]" = field(default_factory=list)
    objects: list[tuple[str, str]] = field(default_factory=list)
    """Annotations that belong to it: their kind, and what is said of them in words."""

    def walk(self) -> "Iterator[Part]":
        """Give this part and all in it, in reading order."""
        yield self
        for child in self.children:
            if isinstance(child, Part):
                yield from child.walk()

    def words(self) -> Iterator[Words]:
        """Give all text of this part, each piece with its language, in reading order."""
        for child in self.children:
            if isinstance(child, Part):
                yield from child.words()
            else:
                yield Words(child.text, child.language or self.language)

    def text(self) -> str:
        """Give the text of this part in reading order."""
        return "".join(piece.text for piece in self.words())


def structure(path: Path) -> Part:
    """Give the whole structure of a PDF."""
    with pikepdf.open(path) as book:
        texts = {page.obj.objgen: marked_text(page) for page in book.pages}
        return _part(book.Root.StructTreeRoot, None, str(book.Root.Lang), texts)


def _part(node: Any, page: Any, language: str, texts: dict[Any, dict[int, Words]]) -> Part:
    language = str(node.get("/Lang", language))
    page = node.Pg.objgen if "/Pg" in node else page
    part = Part(str(node.get("/S", "/Root"))[1:], language, str(node.Alt) if "/Alt" in node else None)
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            part.children.append(texts[page].get(kid, Words("")))
        elif kid.get("/Type") == "/MCR":
            part.children.append(texts[kid.Pg.objgen].get(int(kid.MCID), Words("")))
        elif kid.get("/Type") == "/OBJR":
            part.objects.append((str(kid.Obj.Subtype), str(kid.Obj.get("/Contents", ""))))
        else:
            part.children.append(_part(kid, page, language, texts))
    return part


UNMARKED = -1
"""The number of text that is neither marked nor an artifact; a tagged PDF has none."""


def marked_text(page: Any) -> dict[int, Words]:
    """Give the text of each marked content of a page, by its number; artifacts are left out."""
    fonts = {name: _unicode(font) for name, font in page.Resources.get("/Font", {}).items()}
    found: dict[int, Words] = {}
    marks: list[tuple[str, Any]] = []
    font: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        sign = str(operator)
        if sign == "Tf":
            font = fonts[str(operands[0])]
        elif sign in ("BDC", "BMC"):
            properties = operands[1] if len(operands) > 1 else {}
            marks.append((str(operands[0]), properties))
            if "/ActualText" in properties:
                _add(found, marks, str(properties["/ActualText"]))
        elif sign == "EMC":
            marks.pop()
        elif sign in ("Tj", "TJ") and not any("/ActualText" in properties for _, properties in marks):
            pieces = operands[0] if sign == "TJ" else [operands[0]]
            codes = b"".join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
            pairs = (int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2))
            _add(found, marks, "".join(font[code] for code in pairs))
    return found


def _add(found: dict[int, Words], marks: list[tuple[str, Any]], text: str) -> None:
    if any(tag == "/Artifact" for tag, _ in marks):
        return
    numbered = [properties for _, properties in marks if "/MCID" in properties]
    number = int(numbered[-1]["/MCID"]) if numbered else UNMARKED
    language = str(numbered[-1].get("/Lang", "")) if numbered else ""
    found[number] = Words(found[number].text + text if number in found else text, language)


def _unicode(font: Any) -> dict[int, str]:
    """Give the letters of a font's codes, by its ToUnicode."""
    table = font.ToUnicode.read_bytes().decode("ascii", "replace")
    letters = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
            letters[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for low, high, text in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            first = bytes.fromhex(text).decode("utf-16-be")
            for code in range(int(low, 16), int(high, 16) + 1):
                letters[code] = first[:-1] + chr(ord(first[-1]) + code - int(low, 16))
    return letters
