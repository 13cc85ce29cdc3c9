"""Each document, broken in every way of `mistakes.py`: the right finding, at the right line and column."""

from pathlib import Path

import pytest

from conftest import DOCUMENTS
from mistakes import MISTAKES, Mistake
from tei_edition.examine import check
from tei_edition.project import Project


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_mistake_is_found_where_it_is(mistake: Mistake, document: str, copy: Project) -> None:
    file = copy.tei / "documents" / f"{document}.xml"
    text, offset = mistake.make(file.read_text("utf-8"))
    file.write_text(text, "utf-8", newline="\n")
    line = text.count("\n", 0, offset) + 1
    column = offset - text.rfind("\n", 0, offset)
    found = check([file])
    said = "\n".join(finding.show(copy.root) for finding in found)
    places = [(f.line, f.column) for f in found if f.code.startswith(mistake.code)]
    assert (line, column) in places, f"{mistake.code} expected at {line}:{column}\n{said}"


def test_a_letter_of_another_encoding(copy: Project) -> None:
    file: Path = copy.documents[0]
    data = file.read_bytes().replace("é".encode(), b"\xe9", 1).replace("ș".encode(), b"\xba", 1)
    file.write_bytes(data)
    assert [finding.code for finding in check([file])] == ["W003"]
