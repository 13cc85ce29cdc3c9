"""What documents name, date and count, as tables and as annotations: all made of a document's facts."""

import json
from collections.abc import Iterable, Iterator

from lxml import etree

from tei_edition.data.tables import heading_of, lines_of
from tei_edition.markup import ED, XML_LANG, text_of

_UNIT = ("document", "unit", "number", "version", "language")
"""Columns that say where something stands."""

_DATE = ("when", "from", "to", "notBefore", "notAfter")
_FIGURE = ("value", "quantity", "unit_of", "commodity", "atLeast", "atMost", "min", "max", "type")

TABLES = {
    "data/documents.csv": (
        *("document", "language", "title", "other_titles", "versions", "sentences", "created"),
        *(f"created_{name}" for name in _DATE),
    ),
    "data/mentions.csv": (*_UNIT, "kind", "register", "entry", "words"),
    "data/dates.csv": (*_UNIT, *_DATE, "words"),
    "data/figures.csv": (*_UNIT, *_FIGURE, "words"),
}
"""The tables by their paths in the site, and their columns."""

Row = dict[str, str]


def fact_lines(facts: etree._Element) -> dict[str, bytes]:
    """Give the lines that a document adds to each of `TABLES`; `facts` are its `ed:facts`."""
    rows = (
        [_document(facts)],
        _mentions(facts),
        _marked(facts, "date", _DATE),
        _marked(facts, "figure", _FIGURE),
    )
    return {path: lines_of(some, TABLES[path]) for path, some in zip(TABLES, rows, strict=True)}


def fact_table(path: str, lines: Iterable[bytes]) -> bytes:
    """Put the lines of documents, in their order, together to one of `TABLES`."""
    return b"".join([heading_of(TABLES[path]), *lines])


def annotation_file(facts: etree._Element) -> dict[str, bytes]:
    """Give a document's mentions as annotations (W3C Web Annotation Data Model), one a line."""
    top = '{"@context": "http://www.w3.org/ns/anno.jsonld",\n"type": "AnnotationPage",\n"items": [\n'
    items = (json.dumps(_annotation(row), ensure_ascii=False) for row in _mentions(facts))
    page = top + ",\n".join(items) + "\n]}\n"
    return {f"data/mentions/{facts.get('doc')}.jsonld": page.encode()}


def _document(facts: etree._Element) -> Row:
    """Give a document's line in the catalogue."""
    row = {"document": facts.get("doc", ""), "language": facts.get(XML_LANG, "")}
    titles = list(facts.iterchildren(f"{{{ED}}}title"))
    own = next((one for one in titles if one.get(XML_LANG) == row["language"]), next(iter(titles), None))
    row["title"] = text_of(own) if own is not None else ""
    row["other_titles"] = " | ".join(text_of(one) for one in titles if one is not own)
    row["versions"] = " ".join(one.get(XML_LANG, "") for one in facts.iterchildren(f"{{{ED}}}version"))
    row["sentences"] = facts.get("sentences", "")
    for created in facts.iterchildren(f"{{{ED}}}created"):
        row |= {f"created_{name}": created.get(name, "") for name in _DATE} | {"created": text_of(created)}
    return row


def _mentions(facts: etree._Element) -> Iterator[Row]:
    """Give a row for each entry that a mention points to."""
    for unit, node in _inside(facts, "mention"):
        for key in node.get("ref", "").split():
            register, _, entry = key.partition(".")
            what = {"kind": node.get("kind", ""), "register": register, "entry": entry}
            yield unit | what | {"words": text_of(node)}


def _marked(facts: etree._Element, name: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """Give a row for each date or figure, with what its encoding says."""
    for unit, node in _inside(facts, name):
        said = {column: node.get(column.removesuffix("_of"), "") for column in columns}
        yield unit | said | {"words": text_of(node)}


def _inside(facts: etree._Element, name: str) -> Iterator[tuple[Row, etree._Element]]:
    for unit in facts.iterchildren(f"{{{ED}}}unit"):
        where = (facts.get("doc"), unit.get("id"), unit.get("n"), unit.get("version"), unit.get(XML_LANG))
        row = dict(zip(_UNIT, (value or "" for value in where), strict=True))
        for node in unit.iter(f"{{{ED}}}{name}"):
            yield row, node


def _annotation(row: Row) -> dict[str, object]:
    """Say that some words of a unit mean an entry; addresses are relative to the file."""
    return {
        "type": "Annotation",
        "motivation": "identifying",
        "body": f"../../registers/{row['register']}.html#{row['entry']}",
        "target": {
            "source": f"../../documents/{row['document']}.html#{row['unit']}",
            "selector": {"type": "TextQuoteSelector", "exact": row["words"]},
        },
    }
