"""Files for programs that stylesheets make of one document or register: each in its own form, as bytes."""

import json

from lxml import etree

from tei_edition.data.tables import csv_of
from tei_edition.markup import ED
from tei_edition.render import Prepared, Renderer
from tei_edition.xslt import Node


def document_files(renderer: Renderer, document: Prepared, pdf: bool) -> dict[str, bytes]:
    """Give a document's references, plain texts and aligned sentences, by their paths in the site.

    `pdf` says whether there is a PDF that linked data can name.
    """
    return _written(renderer.run("data/document.xsl", document, locales=renderer.locales, pdf=pdf))


def register_files(renderer: Renderer, register: Prepared) -> dict[str, bytes]:
    """Give a register's entries as CSV and as JSON-LD, by their paths in the site."""
    return _written(renderer.run("data/register.xsl", register, locales=renderer.locales))


def parallel_files(renderer: Renderer, alignments: Prepared, facts: Node) -> dict[str, bytes]:
    """Give the links between documents as a table, by its path in the site; `facts` are those of all."""
    return _written(renderer.run("data/parallels.xsl", alignments, facts=facts, locales=renderer.locales))


def _written(files: str) -> dict[str, bytes]:
    """Write the files of an `ed:files`, each as the ending of its name asks for."""
    top = etree.fromstring(files.encode())
    return {str(file.get("path")): _bytes(file) for file in top.iterchildren(f"{{{ED}}}file")}


def _bytes(file: etree._Element) -> bytes:
    path, text = str(file.get("path")), file.text or ""
    if path.endswith(".csv"):
        return csv_of({str(cell.get("name")): cell.text or "" for cell in row} for row in file.iterchildren())
    if path.endswith(".jsonld"):
        return (json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n").encode()
    return text.replace("\n", "\r\n").encode() if path.endswith(".ris") else text.encode()
