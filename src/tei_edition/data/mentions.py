"""What documents name, date and count, as tables and as annotations: all made of the documents' facts."""

import json
from collections.abc import Iterable, Iterator

from lxml import etree

from tei_edition.data.tables import csv_of
from tei_edition.markup import ED, XML_LANG

_UNIT = ("document", "unit", "number", "version", "language")
"""Columns that say where something stands."""

_DATE = ("when", "from", "to", "notBefore", "notAfter")
_FIGURE = ("value", "quantity", "unit_of", "commodity", "atLeast", "atMost", "min", "max", "type")

Row = dict[str, str]


def fact_files(facts: Iterable[etree._Element]) -> dict[str, bytes]:
    """Give the tables of documents, mentions, dates and figures, and the mentions as W3C annotations.

    `facts` are the `ed:facts` of all documents, in their order.
    """
    documents, mentions, dates, figures = [], list[Row](), list[Row](), list[Row]()
    for one in facts:
        documents.append(_document(one))
        mentions += _mentions(one)
        dates += _marked(one, "date", _DATE)
        figures += _marked(one, "figure", _FIGURE)
    return {
        "data/documents.csv": csv_of(documents, ("document", "language", "versions", "sentences")),
        "data/mentions.csv": csv_of(mentions, (*_UNIT, "kind", "register", "entry", "words")),
        "data/mentions.jsonld": _annotations(mentions),
        "data/dates.csv": csv_of(dates, (*_UNIT, *_DATE, "words")),
        "data/figures.csv": csv_of(figures, (*_UNIT, *_FIGURE, "words")),
    }


def _document(facts: etree._Element) -> Row:
    """Give a document's line in the catalogue: a title for each language that it has one in."""
    row = {"document": facts.get("doc", ""), "language": facts.get(XML_LANG, "")}
    row["versions"] = " ".join(one.get(XML_LANG, "") for one in facts.iterchildren(f"{{{ED}}}version"))
    row["sentences"] = facts.get("sentences", "")
    for created in facts.iterchildren(f"{{{ED}}}created"):
        row |= {f"created_{name}": value for name in _DATE if (value := created.get(name))}
        row["created"] = _words(created)
    for title in facts.iterchildren(f"{{{ED}}}title"):
        name = f"title_{title.get(XML_LANG)}" if title.get(XML_LANG) else "title"
        row.setdefault(name, _words(title))
    return row


def _mentions(facts: etree._Element) -> Iterator[Row]:
    """Give a row for each entry that a mention points to."""
    for unit, node in _inside(facts, "mention"):
        for key in node.get("ref", "").split():
            register, _, entry = key.partition(".")
            what = {"kind": node.get("kind", ""), "register": register, "entry": entry}
            yield unit | what | {"words": _words(node)}


def _marked(facts: etree._Element, name: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """Give a row for each date or figure, with what its encoding says."""
    for unit, node in _inside(facts, name):
        said = {column: node.get(column.removesuffix("_of"), "") for column in columns}
        yield unit | said | {"words": _words(node)}


def _inside(facts: etree._Element, name: str) -> Iterator[tuple[Row, etree._Element]]:
    for unit in facts.iterchildren(f"{{{ED}}}unit"):
        where = (facts.get("doc"), unit.get("id"), unit.get("n"), unit.get("version"), unit.get(XML_LANG))
        row = dict(zip(_UNIT, (value or "" for value in where), strict=True))
        for node in unit.iter(f"{{{ED}}}{name}"):
            yield row, node


def _words(node: etree._Element) -> str:
    return " ".join("".join(map(str, node.itertext())).split())


def _annotations(rows: Iterable[Row]) -> bytes:
    """Write mentions as a page of annotations (W3C Web Annotation Data Model), one a line."""
    top = '{"@context": "http://www.w3.org/ns/anno.jsonld",\n"type": "AnnotationPage",\n"items": [\n'
    items = (json.dumps(_annotation(row), ensure_ascii=False) for row in rows)
    return (top + ",\n".join(items) + "\n]}\n").encode()


def _annotation(row: Row) -> dict[str, object]:
    """Say that some words of a unit mean an entry; addresses are relative to the file."""
    return {
        "type": "Annotation",
        "motivation": "identifying",
        "body": f"../registers/{row['register']}.html#{row['entry']}",
        "target": {
            "source": f"../documents/{row['document']}.html#{row['unit']}",
            "selector": {"type": "TextQuoteSelector", "exact": row["words"]},
        },
    }
