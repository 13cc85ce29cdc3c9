"""Files for programs that a stylesheet makes of one document or register: each in its own form, as bytes."""

import json

from lxml import etree

from tei_edition.data.tables import csv_of
from tei_edition.markup import ED


def files_in(made: bytes) -> dict[str, bytes]:
    """Give the files of an `ed:files`, as `xslt/data/` makes it, by their paths in the site.

    Each is written as the ending of its name asks for.
    """
    top = etree.fromstring(made)
    return {str(file.get("path")): _bytes(file) for file in top.iterchildren(f"{{{ED}}}file")}


def _bytes(file: etree._Element) -> bytes:
    path, text = str(file.get("path")), file.text or ""
    if path.endswith(".csv"):
        return csv_of({str(cell.get("name")): cell.text or "" for cell in row} for row in file.iterchildren())
    if path.endswith(".jsonld"):
        return (json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n").encode()
    return text.replace("\n", "\r\n").encode() if path.endswith(".ris") else text.encode()
