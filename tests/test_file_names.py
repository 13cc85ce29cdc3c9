"""What files may be called: documents of any name have pages and links, and what can have none is refused."""

import re
import sys
from pathlib import Path
from urllib.parse import quote

import pytest
from lxml import etree

from conftest import dead_links
from tei_edition.build import build
from tei_edition.errors import EditionError
from tei_edition.make.fit import refuse_unfit
from tei_edition.project import Project

ONE, OTHER = "1941 report #1", "50% é & it's"

HEADER = """<teiHeader><fileDesc><titleStmt><title xml:lang="en">{}</title></titleStmt>
<publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>"""

TEXT = """<text><body><div type="original" xml:lang="en"><p><s xml:id="en-s1">
<placeName ref="../registers/places.xml#town">The town</placeName>, <ref target="{}.xml#en-s1">too</ref>.</s>
</p></div></body></text>"""

PLACES = """<standOff><listPlace><place xml:id="town"><placeName xml:lang="en">Town</placeName>
<note xml:lang="en">Named <ref target="../documents/{}.xml#en-s1">there</ref>.</note></place>
</listPlace></standOff>"""

LINKS = """<standOff><linkGrp type="parallel"><link xml:id="town"
target="documents/{}.xml#en-s1 documents/{}.xml#en-s1"/></linkGrp></standOff>"""


def write(folder: Path, path: str, content: str) -> Path:
    file = folder / "tei" / f"{path}.xml"
    file.parent.mkdir(parents=True, exist_ok=True)
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">{HEADER.format(path)}{content}</TEI>'
    file.write_text(text.replace("&", "&amp;").replace("&amp;amp;", "&amp;"), "utf-8")
    return file


@pytest.mark.skipif(sys.platform == "win32", reason="no such names here")
def test_links_of_documents_of_any_name(tmp_path: Path) -> None:
    one, other = quote(ONE), quote(OTHER)
    write(tmp_path, f"documents/{ONE}", TEXT.format(other))
    write(tmp_path, f"documents/{OTHER}", TEXT.format(one))
    write(tmp_path, "registers/places", PLACES.format(one))
    write(tmp_path, "alignments", LINKS.format(one, other))
    built = build(Project(tmp_path), ["html"], despite_findings=True, search=False)
    told = [finding.message for finding in built.findings if finding.code == "N004"]
    assert told == [
        f'The xml:id of the document cannot be the file\'s name "{name}".' for name in (ONE, OTHER)
    ]
    site = tmp_path / "build" / "html"
    assert dead_links(site) == []
    assert (site / "compare" / f"{ONE}--{OTHER}.html").is_file()
    for page in (f"documents/{ONE}", "registers/places/town"):
        assert {quote(f"{ONE}.html"), quote(f"{OTHER}.html")} & linked(site / f"{page}.html")
    (link,) = re.findall('<link [^>]*target="([^"]*)"', (site / "tei" / f"{ONE}.xml").read_text("utf-8"))
    assert len(link.split()) == 2


def linked(page: Path) -> set[str]:
    """Give the names of the files that a page leads to."""
    links = etree.HTML(page.read_bytes()).xpath("//main//a/@href")
    return {str(link).partition("#")[0].rpartition("/")[2] for link in links}


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], "There is no document"),
        (["documents/one", "documents/One"], "are one name on many disks, and would be one page"),
        (["documents/Straße", "documents/STRASSE"], "are one name on many disks, and would be one page"),
        (["documents/e\u0301t\u00e9", "documents/\u00e9te\u0301"], "are one name on many disks"),
        (["documents/one", "registers/one"], "Two files are called one.xml"),
        (["documents/alignments"], "Two files are called alignments.xml"),
        (["documents/o\x01ne"], "'o\\x01ne.xml' has a character in it that no page can be called by"),
        (["documents/one", "registers/my places"], "cannot begin with the name of my places.xml"),
        (["documents/one", "registers/1941"], "cannot begin with the name of 1941.xml"),
        (["documents/one", "registers/places.old"], "cannot begin with the name of places.old.xml"),
        (["documents/one", "registers/Mentions"], "would have the name of one of the whole edition's"),
    ],
)
@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="no such names here")
def test_names_that_are_refused(names: list[str], said: str, tmp_path: Path) -> None:
    for name in names:
        write(tmp_path, name, "")
    with pytest.raises(EditionError) as fault:
        refuse_unfit(Project(tmp_path))
    assert said in str(fault.value)
    assert fault.value.hint.startswith(("Rename", "Put TEI files there."))


@pytest.mark.parametrize("name", ["places", "événements", "lieux-2", "_x"])
def test_names_of_registers(name: str, tmp_path: Path) -> None:
    write(tmp_path, "documents/one", "")
    write(tmp_path, f"registers/{name}", "")
    refuse_unfit(Project(tmp_path))
