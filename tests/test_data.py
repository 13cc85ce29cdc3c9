"""Files for programs: each form read back by a parser of its own, and saying what the pages say."""

import csv
import hashlib
import json
import re
import subprocess
from pathlib import Path

import pytest
from lxml import etree, html

from conftest import DOCUMENTS, ROOT
from tei_edition.build import build
from tei_edition.data import CHECKSUMS, checksums
from tei_edition.data.tables import csv_of, guarded
from tei_edition.markup import XML_ID, XML_LANG, tei
from tei_edition.project import Project

REGISTERS = sorted(path.stem for path in (ROOT / "tei" / "registers").glob("*.xml"))


def site(made: Path) -> Path:
    return made / "html"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def tei_of(name: str) -> etree._Element:
    return etree.parse(ROOT / "tei" / f"{name}.xml").getroot()


def page(made: Path, name: str) -> html.HtmlElement:
    return html.parse(site(made) / "documents" / f"{name}.html").getroot()


# References


def bibtex(text: str) -> dict[str, str]:
    """Read an entry: each field on a line, its braces balanced, nothing else."""
    first, *lines = text.splitlines()
    assert re.fullmatch(r"@(incollection|misc)\{[A-Za-z0-9._-]+,", first), first
    assert lines.pop() == "}"
    fields = dict(re.fullmatch(r"  ([a-z]+) = \{(.*)\},", line).groups() for line in lines)  # type: ignore[union-attr]
    assert len(fields) == len(lines)
    for value in fields.values():
        assert re.sub(r"\\[{}]", "", value).count("{") == re.sub(r"\\[{}]", "", value).count("}"), value
    return fields


def ris(data: bytes) -> list[tuple[str, str]]:
    """Read a record: a tag of two letters, two blanks, a hyphen, a blank, the value; TY first and ER last."""
    assert data.endswith(b"\r\n")
    lines = data.decode().removesuffix("\r\n").split("\r\n")
    fields = [re.fullmatch(r"([A-Z][A-Z0-9])  - ([^\r\n]*)", line).groups() for line in lines]  # type: ignore[union-attr]
    assert (fields[0][0], fields[-1]) == ("TY", ("ER", ""))
    return fields


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_reference_says_the_same_in_each_form(name: str, made: Path) -> None:
    folder = site(made) / "documents"
    top = tei_of(f"documents/{name}")
    titles = top.iterfind(f".//{tei('titleStmt')}/{tei('title')}")
    title = next(" ".join(one.text.split()) for one in titles if one.get(XML_LANG) == top.get(XML_LANG))
    entry = bibtex((folder / f"{name}.bib").read_text("utf-8"))
    record = dict(ris((folder / f"{name}.ris").read_bytes()))
    (item,) = json.loads((folder / f"{name}.csl.json").read_text("utf-8"))
    assert entry["title"].strip("{}") == record["TI"] == item["title"] == title
    assert entry["booktitle"].strip("{}") == record["T2"] == item["container-title"]
    assert entry["editor"].strip("{}") == record["A2"] == item["editor"][0]["literal"]
    assert (entry["date"], record["DA"]) == ("2026-11-21", "2026/11/21")
    assert item["issued"] == {"date-parts": [[2026, 11, 21]]}
    assert entry["version"] == record["ET"] == item["version"] == "0.1.0"
    assert (item["id"], record["ID"], item["type"], record["TY"]) == (name, name, "chapter", "CHAP")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_page_shows_the_references_that_the_files_hold(name: str, made: Path) -> None:
    shown = {code.get("data-form"): code.text_content() for code in page(made, name).xpath("//pre/code")}
    files = {
        form: site(made) / "documents" / f"{name}{end}"
        for form, end in (("BibTeX", ".bib"), ("RIS", ".ris"), ("CSL-JSON", ".csl.json"))
    }
    assert shown == {form: file.read_bytes().decode().replace("\r\n", "\n") for form, file in files.items()}


ADDRESS = "https://example.org/iasi"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition that says where it is published; a document of it has a DOI, another an awkward title."""
    import shutil

    folder = tmp_path_factory.mktemp("published")
    shutil.copytree(ROOT / "tei", folder / "tei")
    date = '<date when="2026-11-21">2026-11-21</date>'
    replace(folder / "tei" / "edition.xml", date, f'{date}<idno type="url">{ADDRESS}</idno>')
    replace(
        folder / "tei" / "documents" / "romania-en.xml", date, f'{date}<idno type="DOI">10.1234/x_y</idno>'
    )
    series = '<seriesStmt><title>Other</title><idno type="URI">https://example.net/</idno></seriesStmt>'
    replace(folder / "tei" / "documents" / "iasi-1941-en.xml", "<notesStmt>", f"{series}<notesStmt>")
    text = folder / "tei" / "documents" / "iasi-1941-fr.xml"
    first = re.search(r"<title[^>]*xml:lang=\"fr\"[^>]*>([^<]*)</title>", text.read_text("utf-8"))
    assert first
    replace(text, f">{first[1]}</title>", r'>100 % {A} &amp; "B\C" #1_2~^$ =SUM(1)</title>')
    author = "<author><persName><forename>Ana</forename> <surname>de Șerban</surname></persName></author>"
    replace(text, "<respStmt>", f"{author}<respStmt>")
    build(Project(folder), ["html"], despite_findings=True)
    return folder / "build"


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_awkward_letters_and_names(published: Path) -> None:
    folder = site(published) / "documents"
    entry = bibtex((folder / "iasi-1941-fr.bib").read_text("utf-8"))
    record = dict(ris((folder / "iasi-1941-fr.ris").read_bytes()))
    (item,) = json.loads((folder / "iasi-1941-fr.csl.json").read_text("utf-8"))
    title = r'100 % {A} & "B\C" #1_2~^$ =SUM(1)'
    assert record["TI"] == item["title"] == title
    assert entry["title"] == (
        r'{100 \% \{A\} \& "B\textbackslash{}C" \#1\_2\textasciitilde{}\textasciicircum{}\$ =SUM(1)}'
    )
    assert (entry["author"], record["AU"]) == ("de Șerban, Ana", "de Șerban, Ana")
    assert item["author"] == [{"family": "de Șerban", "given": "Ana"}]


def test_addresses_are_those_that_the_edition_states(published: Path, made: Path) -> None:
    url = f"{ADDRESS}/documents/iasi-1941-en.html"
    head = page(published, "iasi-1941-en").head
    assert head.xpath("link[@rel='canonical']/@href") == [url]
    assert head.xpath("link[@rel='cite-as']/@href") == [url]
    folder = site(published) / "documents"
    assert bibtex((folder / "iasi-1941-en.bib").read_text("utf-8"))["url"] == url
    assert ("UR", url) in ris((folder / "iasi-1941-en.ris").read_bytes())
    assert json.loads((folder / "iasi-1941-en.csl.json").read_text("utf-8"))[0]["URL"] == url
    index = html.parse(site(published) / "index.html").getroot()
    assert index.xpath("//link[@rel='canonical']/@href") == [f"{ADDRESS}/index.html"]
    doi = page(published, "romania-en").head
    assert doi.xpath("link[@rel='canonical']/@href") == [f"{ADDRESS}/documents/romania-en.html"]
    assert doi.xpath("link[@rel='cite-as']/@href") == ["https://doi.org/10.1234/x_y"]
    none = page(made, "romania-en").head
    assert none.xpath("link[@rel='canonical' or @rel='cite-as']") == []


@pytest.mark.parametrize("address", ["javascript:alert(1)", "https://x.org/}", "mailto:a@b.org"])
def test_what_is_no_address_is_not_taken_for_one(address: str, tmp_path: Path) -> None:
    file = tmp_path / "tei" / "documents" / "plain.xml"
    file.parent.mkdir(parents=True)
    file.write_text(PLAIN, "utf-8")
    header = PLAIN.replace('"plain"', '"edition"').replace("<p>P</p>", f"<idno type='url'>{address}</idno>")
    (tmp_path / "tei" / "edition.xml").write_text(header, "utf-8")
    build(Project(tmp_path), ["html"], despite_findings=True)
    folder = tmp_path / "build" / "html" / "documents"
    head = html.parse(folder / "plain.html").getroot().head
    assert head.xpath("link[@rel='canonical' or @rel='cite-as']") == []
    assert "url" not in bibtex((folder / "plain.bib").read_text("utf-8"))


def test_the_head_says_it_for_reference_managers(published: Path) -> None:
    head = page(published, "iasi-1941-fr").head
    said = {(meta.get("name"), meta.get("content")) for meta in head.xpath("meta[@name]")}
    assert ("citation_title", r'100 % {A} & "B\C" #1_2~^$ =SUM(1)') in said
    assert ("citation_author", "Ana de Șerban") in said
    assert ("citation_publication_date", "2026/11/21") in said
    assert {
        ("DC.language", "fr"),
        ("DC.language", "en"),
        ("DC.language", "ro"),
        ("DC.date", "2026-11-21"),
    } <= said
    for link in head.xpath("link[@rel='describedby' or @rel='alternate']/@href"):
        assert (site(published) / "documents" / link).is_file(), link


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_a_document_is_stands_in_linked_data(name: str, published: Path) -> None:
    found = json.loads((site(published) / "documents" / f"{name}.jsonld").read_text("utf-8"))
    assert (found["@context"], found["@type"]) == ("https://schema.org", "CreativeWork")
    assert found["url"] == f"{ADDRESS}/documents/{name}.html"
    assert found["inLanguage"][0] == tei_of(f"documents/{name}").get(XML_LANG)
    assert sorted(found["inLanguage"]) == ["en", "fr", "ro"]
    for one in found["encoding"]:
        assert (site(published) / one["contentUrl"].removeprefix(f"{ADDRESS}/")).is_file()
    for one in found["mentions"]:
        path, _, entry = one["@id"].removeprefix(f"{ADDRESS}/").partition("#")
        assert entry in html.parse(site(published) / path).getroot().xpath("//@id")


# Texts and links


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


PLAIN = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="plain" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>T</title></titleStmt><publicationStmt><p>P</p></publicationStmt>
<sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader><text><body><head>One</head>
<p>Two<lb/>three <choice><sic>fuor</sic><corr>four</corr></choice>.
<note>no</note><note type="source">yes</note></p>
<lg><l>five</l><l>six</l></lg><table><row><cell>a</cell><cell>b</cell></row><row><cell>c</cell></row></table>
</body></text></TEI>"""


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


# Registers and what the texts name


@pytest.mark.parametrize("name", REGISTERS)
def test_a_register_is_a_table_and_linked_data(name: str, made: Path) -> None:
    entries = [
        node.get(XML_ID)
        for node in tei_of(f"registers/{name}")
        .find(tei("standOff"))
        .iter(*map(tei, ("person", "place", "org", "event", "bibl")))
        if node.get(XML_ID)
    ]
    table = {row["id"]: row for row in rows(site(made) / "data" / f"{name}.csv")}
    assert list(table) == entries
    graph = json.loads((site(made) / "data" / f"{name}.jsonld").read_text("utf-8"))["@graph"]
    assert [one["@id"] for one in graph] == [f"../registers/{name}.html#{entry}" for entry in entries]
    assert all(one.get("name") for one in graph) or name == "bibliography"


def test_what_a_register_says_of_a_person(made: Path) -> None:
    row = next(row for row in rows(site(made) / "data" / "persons.csv") if row["id"] == "antonescu-ion")
    assert (row["name_en"], row["born"], row["wikidata"]) == ("Ion Antonescu", "1882-06-14", "Q152030")
    assert row["note_en"].startswith("Marshal, called head of state")
    graph = json.loads((site(made) / "data" / "persons.jsonld").read_text("utf-8"))["@graph"]
    thing = next(one for one in graph if one["@id"].endswith("#antonescu-ion"))
    assert thing["@type"] == "Person"
    assert "https://www.wikidata.org/wiki/Q152030" in thing["sameAs"]
    assert (thing["birthDate"], thing["deathDate"]) == ("1882-06-14", "1946-06-01")


def test_every_mention_is_in_the_table_and_leads_to_both_ends(made: Path) -> None:
    table = rows(site(made) / "data" / "mentions.csv")
    ids = {
        path.relative_to(site(made)).as_posix(): set(html.parse(path).getroot().xpath("//@id"))
        for path in site(made).rglob("*.html")
    }
    files = [site(made) / "data" / "mentions" / f"{name}.jsonld" for name in DOCUMENTS]
    items = [item for file in files for item in json.loads(file.read_text("utf-8"))["items"]]
    assert len(items) == len(table) > 500
    for row, item in zip(table, items, strict=True):
        for address in (item["body"], item["target"]["source"]):
            path, _, anchor = address.removeprefix("../../").partition("#")
            assert anchor in ids[path], address
        assert item["target"]["selector"]["exact"] == row["words"]
    killed = [row for row in rows(site(made) / "data" / "figures.csv") if row["quantity"] == "13266"]
    assert {row["document"] for row in killed} >= {"iasi-1941-en", "iasi-1941-fr"}
    assert any(row["when"] == "1941-06-29" for row in rows(site(made) / "data" / "dates.csv"))
    assert [row["document"] for row in rows(site(made) / "data" / "documents.csv")] == DOCUMENTS


@pytest.mark.parametrize("text", ["=1+1", "+SUM(A1)", "-2+3", "@x", "\tx", "\r=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert csv_of([{"a": text}]).decode("utf-8-sig").splitlines()[1].lstrip('"').startswith("'")


@pytest.mark.parametrize("text", ["", "x", "-12.5", "+3", "27.58", "a=b"])
def test_numbers_and_words_are_left_alone(text: str) -> None:
    assert guarded(text) == text


def test_rows_with_other_columns_have_empty_cells() -> None:
    assert csv_of([{"a": "1"}, {"b": 'x"y'}], ["c"]).decode("utf-8-sig") == 'c,a,b\r\n,1,\r\n,,"x""y"\r\n'


# Checksums, and the page on all this


def test_checksums_are_those_of_all_files(made: Path) -> None:
    lines = (site(made) / CHECKSUMS).read_text("utf-8").splitlines()
    told = {path: digest for digest, path in (line.split("  ", 1) for line in lines)}
    files = {p.relative_to(site(made)).as_posix(): p for p in site(made).rglob("*") if p.is_file()}
    del files[CHECKSUMS]
    assert told == {path: hashlib.sha256(file.read_bytes()).hexdigest() for path, file in files.items()}
    assert list(told) == sorted(told)


def test_sha256sum_accepts_them(made: Path, tmp_path: Path) -> None:
    import shutil

    if not shutil.which("sha256sum"):
        pytest.skip("there is no sha256sum here")
    checked = subprocess.run(
        ["sha256sum", "-c", "--quiet", CHECKSUMS], cwd=site(made), capture_output=True, check=False
    )
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, b"", b"")
    odd = {"a b.txt": b"1", "c\\d.txt": b"2"}
    for name, data in odd.items():
        (tmp_path / name).write_bytes(data)
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in odd.items()}
    (tmp_path / CHECKSUMS).write_bytes(checksums(digests))
    done = subprocess.run(["sha256sum", "-c", CHECKSUMS], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_page_on_the_data_names_every_kind_of_file(made: Path) -> None:
    links = set(html.parse(site(made) / "data.html").getroot().xpath("//main//a/@href"))
    first = DOCUMENTS[0]
    of_document = f"tei/{first}.xml data/texts/{first}.fr.txt sources/{first}.txt pdf/{first}.pdf"
    of_document += (
        f" data/links/{first}.tmx data/links/{first}.tsv documents/{first}.bib documents/{first}.jsonld"
    )
    of_document += f" data/mentions/{first}.jsonld"
    of_edition = "data/persons.csv data/persons.jsonld data/mentions.csv data/dates.csv"
    of_edition += (
        " data/figures.csv data/documents.csv data/alignments.tsv tei/edition.xml index.bib SHA256SUMS"
    )
    guides = "manual.html rules.html index.html#page:editorial"
    assert set(f"{of_document} {of_edition} {guides}".split()) <= links
    assert not [link for link in links for other in DOCUMENTS[1:] if f"/{other}." in link]
