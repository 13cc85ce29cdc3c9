"""The pages about the encoding: every rule and every element is on them, as program and ODD have it."""

import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from unicodedata import category

import pytest
from lxml import etree, html

from conftest import ROOT
from tei_edition.corpus import Corpus
from tei_edition.describe import odd_of, rules_tree
from tei_edition.errors import EditionError
from tei_edition.extract import slice_of
from tei_edition.findings import Severity
from tei_edition.make.kinds import encoding
from tei_edition.make.names import PREPARED
from tei_edition.make.page import make_pages, task_of
from tei_edition.make.products import Key, Output, Product
from tei_edition.make.record import Head, opened
from tei_edition.make.store import Store
from tei_edition.make.task import Task, make, own_of
from tei_edition.make.whole import Whole
from tei_edition.markup import ED, tei
from tei_edition.project import Project
from tei_edition.read import read
from tei_edition.render import PAGES
from tei_edition.resources import packaged, stylesheets
from tei_edition.rules import LETTERS, Rule, own_rules, rules
from tei_edition.source import Source
from tei_edition.xslt import Saxon


def made(root: Path) -> dict[str, etree._Element]:
    project = Project(root)
    header = ROOT / "tei" / "edition.xml"
    source = read(header)
    assert isinstance(source, Source)
    slice_ = etree.tostring(slice_of(source, Corpus(project, [source]))[0])
    with TemporaryDirectory() as folder:
        store = Store(Path(folder))
        done = make(Task(str(header), header.read_bytes(), slice_, ()))
        digest = store.put(done.outputs[PREPARED])
        manual, own = odd_of(project) is not None, own_of(root / "xslt")
        with opened(Path(folder) / "made", Head()) as record:
            record.put_made("header", {PREPARED: Product(Output(digest), Key("", ""))})
            whole = Whole(project, store, record, {}, [], [], "header", "", False, manual, ["en"], {}, [])
            pages = [page for some in encoding(whole) for page in make_pages(task_of(some.pages(), own))]
    assert [page.unknown for page in pages if page.unknown] == []
    return {Path(page.to).name: html.fromstring(page.data) for page in pages}


@pytest.fixture(scope="module")
def pages() -> dict[str, etree._Element]:
    return made(ROOT)


def words(node: etree._Element) -> str:
    return " ".join(" ".join(node.itertext()).split())


def visible(text: str) -> str:
    """Give a text in which what nobody sees is named by its number."""
    unseen = {sign: f"U+{ord(sign):04X}" for sign in text if category(sign) in ("Cc", "Cf", "Co")}
    return "".join(unseen.get(sign, sign) if sign != "\n" else sign for sign in text)


def test_every_rule_is_there_with_its_words_and_examples(pages: dict[str, etree._Element]) -> None:
    articles = {node.get("id"): node for node in pages["rules.html"].iter("article")}
    known = rules(ROOT)
    assert sorted(articles) == sorted(known)
    for code, rule in known.items():
        article = articles[code]
        text = "".join(article.itertext())
        for said in (rule.what, rule.why, rule.hint):
            assert said.replace("`", "") in text, code
        shown = ["".join(node.itertext()) for node in article.iter("pre")]
        assert shown == [visible(example.strip()) for example in (rule.bad, rule.good) if example], code
        marks = words(article.find("p[@class='marks']"))
        assert marks.startswith({"error": "error", "warning": "warning", "info": "remark"}[rule.severity])
        assert ("told only with" in marks) is not rule.default


def test_the_rules_stand_below_their_letters(pages: dict[str, etree._Element]) -> None:
    page = pages["rules.html"]
    letters = list(dict.fromkeys(code[0] for code in rules(ROOT)))
    assert set(letters) <= set(LETTERS)
    jumps = page.xpath("//nav[@class='toc']//a/@href")
    assert jumps == [f"#page:{letter}" for letter in LETTERS if letter in letters]
    for section in page.xpath("//section[@class='rules']"):
        letter = section.find("h2").get("id")[-1]
        codes = [article.get("id") for article in section.iter("article")]
        assert codes == sorted(codes) and {code[0] for code in codes} == {letter}


def test_a_rule_is_written_as_xml() -> None:
    bad = Rule("D999", "a-b", "What & <why>.", "Why.", bad="<a>\n", severity=Severity.INFO, default=False)
    (rule,) = rules_tree([bad]).iter(f"{{{ED}}}rule")
    said = {name: rule.get(name) for name in ("code", "name", "severity", "default")}
    assert said == {"code": "D999", "name": "a-b", "severity": "info", "default": "false"}
    assert rule.findtext(f"{{{ED}}}what") == "What & <why>."
    assert rule.findtext(f"{{{ED}}}bad") == "<a>"
    assert rule.findtext(f"{{{ED}}}good") == ""


def test_a_rule_says_what_the_program_mends() -> None:
    mended = Rule("D999", "b", "B.", "B.", fix="The `when` is written anew.")
    tree = rules_tree([Rule("D998", "a", "A.", "A."), mended])
    saxon = Saxon(stylesheets(None))
    empty = saxon.parse("<TEI/>")
    page = saxon.run(PAGES, saxon.tree(tree), f"{{{ED}}}rules", header=empty, locales=empty, root="./").text
    first, second = html.fromstring(page).iter("article")
    assert "--fix" not in words(first)
    assert words(second).startswith(
        "D999 B error · mended by edition check --fix B. B. --fix : The when is written"
    )


def test_a_rule_of_the_odd_matters_as_the_odd_says() -> None:
    assert rules()["S001"].severity is Severity.ERROR
    warned = etree.parse(packaged("schema") / "edition.odd").xpath(
        "//*[local-name()='constraintSpec'][.//@role='warning'][not(.//*[@test][not(@role='warning')])]/@ident"
    )
    assert warned
    for ident in warned:
        assert rules()[ident[:4]].severity is Severity.WARNING


def test_the_manual_has_all_the_prose_of_the_odd(pages: dict[str, etree._Element]) -> None:
    text = words(pages["manual.html"]).replace(" ", "")
    body = etree.parse(ROOT / "schema" / "edition.odd").find(f".//{tei('body')}")
    assert body is not None
    for node in body.iter(tei("head"), tei("p"), tei("item"), tei("eg")):
        if next(node.iterancestors(tei("schemaSpec")), None) is not None:
            continue
        assert "".join("".join(node.itertext()).split()) in text


def test_examples_of_the_manual_say_what_they_are(pages: dict[str, etree._Element]) -> None:
    body = etree.parse(ROOT / "schema" / "edition.odd").find(f".//{tei('body')}")
    assert body is not None
    expected = []
    for node in body.iterfind(f"{tei('div')}/{tei('eg')}"):
        captions = {"good": "Right", "bad": f"Wrong: {node.get('n')}", None: None}
        expected.append(captions[node.get("rend")])
    figures = pages["manual.html"].xpath("//figure")
    captions = [figure.find("figcaption") for figure in figures]
    assert [words(one) if one is not None else None for one in captions] == expected


def test_every_element_is_there_with_its_attributes(pages: dict[str, etree._Element]) -> None:
    page = pages["elements.html"]
    for spec in etree.parse(ROOT / "schema" / "edition.odd").iter(tei("elementSpec")):
        (article,) = page.xpath("//article[@id=$name]", name=spec.get("ident"))
        attributes = [node.get("ident") for node in spec.iter(tei("attDef")) if node.get("mode") != "delete"]
        assert article.xpath(".//ul[@class='attributes']/li/code/text()") == attributes
        values = [node.get("ident") for node in spec.findall(f".//{tei('attDef')}//{tei('valItem')}")]
        assert article.xpath(".//ul[@class='values']/li/code/text()") == values


def facts(page: etree._Element, name: str) -> dict[str, str]:
    (article,) = page.xpath("//article[@id=$name]", name=name)
    return {row.findtext("dt"): words(row.find("dd")) for row in article.xpath(".//div[@class='fact']")}


def test_what_an_element_holds_and_stands_in(pages: dict[str, etree._Element]) -> None:
    page = pages["elements.html"]
    assert facts(page, "TEI")["Stands in"] == "no other element"
    assert facts(page, "lb")["Holds"] == "nothing"
    assert re.sub(" ", "", facts(page, "choice")["Holds"]) == "(sic,corr+)|(orig,reg+)|(abbr,expan+)"
    assert re.sub(" ", "", facts(page, "date")["Holds"]) == "(text|words)*"
    assert facts(page, "teiHeader")["Stands in"] == "TEI"
    assert "persName" in facts(page, "date")["Stands in"].split()


def test_links_between_the_pages_lead_somewhere(pages: dict[str, etree._Element]) -> None:
    ids = {name: set(page.xpath("//@id")) for name, page in pages.items()}
    for name, page in pages.items():
        for link in page.xpath("//main//a/@href"):
            file, _, fragment = link.partition("#")
            if "://" not in link and file != "index.html":
                assert fragment == "" or fragment in ids[file or name], f"{name}: {link}"


def test_an_edition_with_a_schema_of_its_own_has_no_manual_of_ours(tmp_path: Path) -> None:
    (tmp_path / "schema").mkdir()
    shutil.copy(ROOT / "schema" / "edition.rng", tmp_path / "schema")
    assert odd_of(Project(tmp_path)) is None
    pages = made(tmp_path)
    assert list(pages) == ["rules.html"]
    assert {node.get("id") for node in pages["rules.html"].iter("article")} == set(own_rules())
    assert not pages["rules.html"].xpath("//a[contains(@href, 'manual') or contains(@href, 'elements')]")


def test_an_odd_of_its_own_is_its_manual(tmp_path: Path) -> None:
    (tmp_path / "schema").mkdir()
    text = (ROOT / "schema" / "edition.odd").read_text("utf-8")
    odd = tmp_path / "schema" / "edition.odd"
    odd.write_text(text.replace("<head>Letters</head>", "<head>Postcards</head>"), "utf-8")
    assert "Postcards" in words(made(tmp_path)["manual.html"])
    odd.write_text("<TEI>", "utf-8")
    with pytest.raises(EditionError):
        made(tmp_path)
