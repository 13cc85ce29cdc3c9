"""Plain texts and aligned sentences: every sentence, in the forms of translators."""

import re
from pathlib import Path

import pytest
from lxml import etree

from conftest import DOCUMENTS
from exported import PLAIN, site, tei_of
from tei_edition.build import build
from tei_edition.markup import XML_ID, XML_LANG, tei
from tei_edition.project import Project


@pytest.mark.parametrize("name", DOCUMENTS)
def test_plain_texts_have_every_sentence_of_their_version(name: str, made: Path) -> None:
    for version in tei_of(f"documents/{name}").iter(tei("div")):
        if version.get("type") not in ("original", "translation"):
            continue
        text = (site(made) / "data" / "texts" / f"{name}.{version.get(XML_LANG)}.txt").read_text("utf-8")
        assert text.endswith("\n") and "\n\n\n" not in text
        words = iter(re.findall(r"\w+", text))
        for gone in [*version.iter(tei("note")), *version.iter(tei("sic"), tei("orig"), tei("expan"))]:
            if gone.tag == tei("note") or gone.getparent().tag == tei("choice"):
                gone.text, gone[:] = "", []
        assert [word for word in re.findall(r"\w+", "".join(version.itertext())) if word not in words] == []


def test_plain_text_keeps_the_shape_of_what_is_no_prose(tmp_path: Path) -> None:
    file = tmp_path / "tei" / "documents" / "plain.xml"
    file.parent.mkdir(parents=True)
    file.write_text(PLAIN, "utf-8")
    build(Project(tmp_path), ["html"], despite_findings=True)
    text = (tmp_path / "build" / "html" / "data" / "texts" / "plain.en.txt").read_text("utf-8")
    assert text == "One\n\nTwo three four. [yes]\n\nfive\nsix\n\na | b\nc\n"


# TMX 1.4b: what it says of each element that we write: required attributes, allowed ones, children.
TMX = {
    "tmx": ({"version"}, set(), "header body"),
    "header": (
        {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"},
        {"o-encoding", "creationdate", "creationid", "changedate", "changeid"},
        "(note |prop |ude )*",
    ),
    "body": (set(), set(), "(tu )*"),
    "tu": (
        set(),
        {"tuid", "o-encoding", "datatype", "usagecount", "lastusagedate", "creationtool", "srclang",
         "creationtoolversion", "creationdate", "creationid", "changedate", "segtype", "changeid", "o-tmf"},
        "(note |prop )*(tuv )+",
    ),
    "tuv": (
        {XML_LANG},
        {"o-encoding", "datatype", "usagecount", "lastusagedate", "creationtool", "creationtoolversion",
         "creationdate", "creationid", "changedate", "changeid", "o-tmf"},
        "(note |prop )*seg ",
    ),
    "prop": ({"type"}, {XML_LANG, "o-encoding"}, ""),
    "seg": (set(), set(), "(bpt |ept |ph |it |hi |ut )*"),
}  # fmt: skip


def wrong_in_tmx(top: etree._Element) -> list[str]:
    found = []
    for node in top.iter(etree.Element):
        required, allowed, children = TMX[node.tag]
        if node.tag == "tmx":
            children += " "
        given = set(node.keys())
        if not required <= given or not given <= required | allowed:
            found.append(f"{node.tag}: {sorted(given)}")
        if not re.fullmatch(children, "".join(f"{child.tag} " for child in node)):
            found.append(f"{node.tag}: {[child.tag for child in node]}")
        if node.tag not in ("prop", "seg") and (node.text or "").strip():
            found.append(f"{node.tag}: {node.text}")
    return found


@pytest.mark.parametrize("name", DOCUMENTS)
def test_aligned_sentences_are_a_translation_memory(name: str, made: Path) -> None:
    top = etree.parse(site(made) / "data" / "links" / f"{name}.tmx").getroot()
    assert wrong_in_tmx(top) == []
    assert top.get("version") == "1.4"
    header = top.find("header")
    assert (header.get("segtype"), header.get("datatype")) == ("sentence", "plaintext")
    assert header.get("srclang") == tei_of(f"documents/{name}").get(XML_LANG)
    units = {frozenset(p.text for p in tu.iterfind("tuv/prop")) for tu in top.iter("tu")}
    linked = [
        set(link.get("target").replace("#", "").split())
        for link in tei_of(f"documents/{name}").iter(tei("link"))
    ]
    joined = [{one for ids in unit for one in ids.split()} for unit in units]
    assert all(any(link <= unit for unit in joined) for link in linked)
    assert len({tu.get("tuid") for tu in top.iter("tu")}) == len(list(top.iter("tu")))


def test_the_rules_of_tmx_find_what_is_wrong() -> None:
    bad = etree.fromstring(
        '<tmx version="1.4"><header/><body><tu><tuv><seg>a</seg><seg/></tuv></tu></body></tmx>'
    )
    assert [one.partition(":")[0] for one in wrong_in_tmx(bad)] == ["header", "tuv", "tuv"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_table_of_aligned_sentences_has_each_once(name: str, made: Path) -> None:
    first, *lines = (site(made) / "data" / "links" / f"{name}.tsv").read_text("utf-8").splitlines()
    columns = first.split("\t")
    language = tei_of(f"documents/{name}").get(XML_LANG)
    assert columns[:3] == ["certainty", f"{language}.ids", language]
    cells = [dict(zip(columns, line.split("\t"), strict=True)) for line in lines]
    for one in ("en", "fr", "ro"):
        ids = [sentence for row in cells for sentence in row[f"{one}.ids"].split()]
        wanted = [
            s.get(XML_ID)
            for s in tei_of(f"documents/{name}").iter(tei("s"))
            if next(a for a in s.iterancestors(tei("div")) if a.get("type")).get(XML_LANG) == one
        ]
        assert sorted(ids) == sorted(wanted)
        assert all(bool(row[one]) == bool(row[f"{one}.ids"]) for row in cells)


PARTS = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="parts" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>T</title></titleStmt><publicationStmt><p>P</p></publicationStmt>
<sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>
<standOff><linkGrp type="translation"><link target="#a1 #b1" cert="low"/>
<link target="#a2 #b2 #b3"/></linkGrp></standOff>
<text><body>
<div><div type="original" xml:lang="en"><p><s xml:id="a1">One.</s></p></div>
<div type="translation" xml:lang="fr"><p><s xml:id="b1">Un.</s></p></div></div>
<div><div type="original" xml:lang="en">
<p><s xml:id="a2">Two and three.</s> <s xml:id="a3">Four.</s></p></div>
<div type="translation" xml:lang="fr"><p><s xml:id="b2">Deux.</s> <s xml:id="b3">Et trois.</s></p></div></div>
</body></text></TEI>"""


def test_a_text_in_parts_has_all_of_them_in_its_table_and_its_memory(tmp_path: Path) -> None:
    file = tmp_path / "tei" / "documents" / "parts.xml"
    file.parent.mkdir(parents=True)
    file.write_text(PARTS, "utf-8")
    build(Project(tmp_path), ["html"], despite_findings=True)
    folder = tmp_path / "build" / "html" / "data" / "links"
    assert (folder / "parts.tsv").read_text("utf-8") == (
        "certainty\ten.ids\ten\tfr.ids\tfr\n"
        "low\ta1\tOne.\tb1\tUn.\n"
        "\ta2\tTwo and three.\tb2 b3\tDeux. Et trois.\n"
        "\ta3\tFour.\t\t\n"
    )
    top = etree.parse(folder / "parts.tmx").getroot()
    assert wrong_in_tmx(top) == []
    assert [[seg.text for seg in tu.iter("seg")] for tu in top.iter("tu")] == [
        ["One.", "Un."],
        ["Two and three.", "Deux. Et trois."],
    ]
    assert [prop.text for prop in top.iterfind(".//tu/prop[@type='certainty']")] == ["low"]


def test_the_links_between_documents_are_a_table(made: Path) -> None:
    first, *lines = (site(made) / "data" / "alignments.tsv").read_text("utf-8").splitlines()
    found = [dict(zip(first.split("\t"), line.split("\t"), strict=True)) for line in lines]
    links = {link.get(XML_ID): link for link in tei_of("alignments").iter(tei("link"))}
    assert {row["link"] for row in found} == set(links)
    for row in found:
        assert {row["document"], row["document_2"]} <= set(DOCUMENTS)
        for document, ids in ((row["document"], row["ids"]), (row["document_2"], row["ids_2"])):
            assert all(f"{document}.xml#{one}" in links[row["link"]].get("target") for one in ids.split())
        assert row["relation"] in links[row["link"]].get("ana")
        assert row["text"] and row["text_2"]
