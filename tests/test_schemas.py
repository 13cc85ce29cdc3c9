"""What a file is held against, and that any schema can be used for it."""

import shutil
from pathlib import Path

import pytest

from conftest import ROOT, shared
from tei_edition.choose import Choice, Chooser
from tei_edition.errors import SchemaError
from tei_edition.examine import check
from tei_edition.findings import Finding
from tei_edition.project import Project
from tei_edition.resources import packaged

RNG = "http://relaxng.org/ns/structure/1.0"
SCH = "http://purl.oclc.org/dsdl/schematron"
TEI = "http://www.tei-c.org/ns/1.0"

GRAMMAR = f"""<grammar xmlns="{RNG}" ns="{TEI}">
<start><ref name="any"/></start>
<define name="any">
<element><anyName><except><name>forbidden</name></except></anyName><zeroOrMore><choice>
<attribute><anyName/></attribute><text/><ref name="any"/></choice></zeroOrMore></element>
</define></grammar>"""
"""Allows everything but the element `forbidden`."""

COMPACT = f"""# include "what a comment says"
default namespace = "{TEI}"
start = any
any = element * - forbidden {{ (attribute * {{ text }} | text | any)* }}"""


def rules(body: str, binding: str = ' queryBinding="xslt3"') -> str:
    """Give a Schematron schema with these patterns."""
    return f"""<schema xmlns="{SCH}" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"{binding}>
<ns prefix="tei" uri="{TEI}"/>{body}</schema>"""


def rule(context: str, body: str, of: str = "") -> str:
    return f'<pattern id="p1"{of}><rule context="{context}">{body}</rule></pattern>'


NO_FORBIDDEN = rules(rule("tei:forbidden", '<report test="true()">It is forbidden</report>'))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with schemas in a folder of its own, beside which lies one that is not its own."""
    root = tmp_path / "project"
    (root / "tei" / "documents").mkdir(parents=True)
    own = root / "own"
    own.mkdir()
    (own / "own.rng").write_text(GRAMMAR, "utf-8")
    (own / "own.rnc").write_text(COMPACT, "utf-8")
    (own / "own.sch").write_text(NO_FORBIDDEN, "utf-8")
    shutil.copy(own / "own.rng", tmp_path / "outside.rng")
    shutil.copy(own / "own.rng", own / "it is ours.rng")
    shutil.copy(own / "own.rng", own / "unnamed")
    (own / "link.rng").symlink_to(tmp_path / "outside.rng")
    return Project(root)


def document(project: Project, before: str, body: str = "<forbidden/>", name: str = "d") -> Path:
    """Write a document, with lines before its root element."""
    file = project.tei / "documents" / f"{name}.xml"
    file.write_text(f'{before}<TEI xmlns="{TEI}" xml:id="{name}">{body}</TEI>', "utf-8")
    return file


def model(href: str, schematypens: str = RNG, rest: str = "") -> str:
    return f'<?xml-model href="{href}" schematypens="{schematypens}"{rest}?>'


def choice(project: Project | None, file: Path, *given: Path) -> Choice:
    return Chooser(project, given).choose(file, file.read_text("utf-8"))


def said(found: list[Finding]) -> list[tuple[int, int, str]]:
    return [(finding.line, finding.column, finding.code) for finding in found]


OURS = (["edition.rng"], ["edition.sch"])
CHOICES = {
    "nothing": ("", *OURS),
    "a grammar": (model("../../own/own.rng"), ["own.rng"], ["own.rng"]),
    "a grammar and rules": (
        model("../../own/own.rng") + model("../../own/own.sch", SCH),
        ["own.rng"],
        ["own.sch"],
    ),
    "rules inside a grammar": (
        model("../../own/own.rng") + model("../../own/own.rng", SCH),
        ["own.rng"],
        ["own.rng"],
    ),
    "rules alone": (model("../../own/own.sch", SCH), [], ["own.sch"]),
    "two grammars": (
        model("../../own/own.rng") + model("../../own/own.rnc"),
        ["own.rng", "own.rnc"],
        ["own.rng", "own.rnc"],
    ),
    "the compact syntax by its type": (
        '<?xml-model type="application/relax-ng-compact-syntax" href="../../own/own.rnc"?>',
        ["own.rnc"],
        ["own.rnc"],
    ),
    "no type": ('<?xml-model href="../../own/own.sch"?>', [], ["own.sch"]),
    "no type and no suffix": ("<?xml-model href='../../own/unnamed'?>", ["unnamed"], ["unnamed"]),
    "a name with blanks": (
        model("../../own/it%20is%20ours.rng"),
        ["it is ours.rng"],
        ["it is ours.rng"],
    ),
    "character references": (model("../../own/own&#46;rng"), ["own.rng"], ["own.rng"]),
    "an address of the network": (model("https://www.example.org/own.rng"), *OURS),
    "a host": (model("//www.example.org/own.rng"), *OURS),
    "outside": (model("../../../outside.rng"), *OURS),
    "outside through a link": (model("../../own/link.rng"), *OURS),
    "the whole disk": (model("file:///etc/passwd"), *OURS),
    "XML Schema": (model("../../own/own.rng", "http://www.w3.org/2001/XMLSchema"), *OURS),
    "a DTD": ('<?xml-model href="../../own/own.rng" type="application/xml-dtd"?>', *OURS),
    "in a comment": (f"<!-- {model('../../own/own.rng')} -->", *OURS),
    "the edition's own": (model("../../schema/edition.rng"), *OURS),
    "the edition's own, both": (
        model("../../schema/edition.rng") + model("../../schema/edition.sch", SCH),
        *OURS,
    ),
}


@pytest.mark.parametrize("name", CHOICES)
def test_a_document_s_own_schema(name: str, project: Project) -> None:
    before, grammars, rule_files = CHOICES[name]
    chosen = choice(project, document(project, before))
    assert [file.name for file in chosen.schemas.grammars] == grammars
    assert [file.name for file in chosen.schemas.rules] == rule_files
    assert chosen.findings == ()
    assert (chosen.schemas.fence is None) == ((grammars, rule_files) == OURS)


def test_an_address_of_a_file_inside(project: Project) -> None:
    own = project.root / "own" / "own.rng"
    assert choice(project, document(project, model(own.as_uri()))).schemas.grammars == (own,)


def test_what_follows_the_root_is_not_looked_at(project: Project) -> None:
    file = document(project, "", model("../../own/own.rng"))
    assert choice(project, file).whose == "program"


def test_a_schema_that_is_not_there(project: Project) -> None:
    file = document(project, f"<!-- a -->\n {model('../../own/no.rng')}\n", "")
    chosen = choice(project, file)
    assert [finding.show(project.root) for finding in chosen.findings] == [
        'tei/documents/d.xml:2:2: W008 warning: The document names the schema "../../own/no.rng",'
        " which is not there. Hint: Correct the `href`, or remove the `xml-model` line."
    ]
    assert chosen.whose == "program"
    both = choice(project, document(project, model("../../own/no.rng") + model("../../own/own.sch", SCH)))
    assert [file.name for file in both.schemas.rules] == ["own.sch"]
    assert said(list(both.findings)) == [(1, 1, "W008")]


def test_without_a_project_schemas_lie_beside_or_where_one_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "one" / "d.xml"
    file.parent.mkdir()
    (tmp_path / "outside.rng").write_text(GRAMMAR, "utf-8")
    monkeypatch.chdir(file.parent)
    file.write_text(model("own.rng") + "<TEI/>", "utf-8")
    (file.parent / "own.rng").write_text(GRAMMAR, "utf-8")
    assert choice(None, file).names == ("own.rng",)
    file.write_text(model("../outside.rng") + "<TEI/>", "utf-8")
    assert choice(None, file).names == ("edition.rng", "edition.sch")
    monkeypatch.chdir(tmp_path)
    assert choice(None, file).names == ("../outside.rng",)


def test_the_user_s_schema_is_the_one_that_counts(project: Project) -> None:
    file = document(project, model("../../own/own.rng"))
    chosen = choice(project, file, packaged("schema") / "edition.rng")
    assert [file.name for file in chosen.schemas.grammars] == ["edition.rng"]
    assert [file.name for file in chosen.schemas.rules] == ["edition.rng"]
    assert chosen.title == f"{packaged('schema') / 'edition.rng'} (named by --schema)"


def test_a_project_s_schemas_are_not_mixed_with_ours(project: Project) -> None:
    file = document(project, "")
    own = project.root / "schema"
    own.mkdir()
    shutil.copy(ROOT / "schema" / "edition.sch", own)
    assert choice(project, file).schemas.grammars == ((packaged("schema") / "edition.rng").resolve(),)
    assert choice(project, file).schemas.rules == (own / "edition.sch",)
    shutil.copy(ROOT / "schema" / "edition.rng", own)
    assert choice(project, file).title == "edition.rng, edition.sch (the edition's own)"
    (own / "edition.sch").unlink()
    assert choice(project, file).schemas.rules == (own / "edition.rng",)
    assert choice(project, file).title == "edition.rng (the edition's own)"


HELD = {
    "a grammar": (model("../../own/own.rng"), ["R001"]),
    "the compact syntax": (model("../../own/own.rnc"), ["R001"]),
    "rules": (model("../../own/own.sch", SCH), ["S000"]),
    "both": (model("../../own/own.rng") + model("../../own/own.sch", SCH), ["R001", "S000"]),
}


@pytest.mark.parametrize("name", HELD)
def test_what_is_chosen_is_what_counts(name: str, project: Project) -> None:
    before, codes = HELD[name]
    root = document(project, before)
    assert [finding.code for finding in check([root])] == codes
    assert check([document(project, before, "<allowed/>")]) == []


def test_given_schemas_in_every_form(project: Project) -> None:
    file = document(project, "")
    own = project.root / "own"
    for names in (["own.rng"], ["own.rnc"], ["unnamed"], ["own.sch"], ["own.rng", "own.sch"]):
        found = check([file], [own / name for name in names])
        assert [finding.code[0] for finding in found] == ["S" if "sch" in name else "R" for name in names]


FAULTS = {
    "no.rng": (None, "There is no schema"),
    "a.xsd": ('<schema xmlns="http://www.w3.org/2001/XMLSchema"/>', "is not a schema that can be used"),
    "cut.rng": (GRAMMAR[:100], "cut.rng is not a schema"),
    "other.rng": ("<grammar/>", "other.rng is not a RELAX NG schema"),
    "hollow.rng": (f'<grammar xmlns="{RNG}"/>', "hollow.rng is not a RELAX NG schema"),
    "nothing.rng": (
        f'<grammar xmlns="{RNG}"><start><zeroOrMore><empty/></zeroOrMore></start></grammar>',
        "nothing.rng is not a RELAX NG schema: found element",
    ),
    "null.rng": (GRAMMAR.replace("forbidden", "\0"), "null.rng is not a schema: Invalid character"),
    "fetches.rng": (
        f'<grammar xmlns="{RNG}"><include href="http://127.0.0.1:9/a.rng"/></grammar>',
        'includes "http://127.0.0.1:9/a.rng", which is not a file here',
    ),
    "self.rng": (f'<grammar xmlns="{RNG}"><include href="self.rng"/></grammar>', "self.rng includes itself"),
    "dtd.rng": (f"<!DOCTYPE grammar>{GRAMMAR}", "document type declaration"),
    "cut.rnc": ("start = element {", "cut.rnc is not a RELAX NG schema: line 1"),
    "old.sch": ('<schema xmlns="http://www.ascc.net/xml/schematron"/>', "is not an ISO Schematron schema"),
    "binding.sch": (rules("", ' queryBinding="stx"'), 'queryBinding="stx", which is not known'),
    "xpath.sch": (rules(rule("tei:TEI", '<assert test="1 +">a</assert>')), "The rule p1 in xpath.sch"),
    "lost.sch": (rules('<pattern id="p" is-a="none"/>'), "There is no abstract pattern “none”"),
    "loop.sch": (
        rules(
            '<pattern><rule abstract="true" id="r"><extends rule="r"/></rule>'
            '<rule context="*"><extends rule="r"/></rule></pattern>'
        ),
        "There is no abstract rule “r” to extend",
    ),
    "new.sch": (rules('<library xmlns="http://purl.oclc.org/dsdl/schematron"/>'), "“library”, which is not"),
    "far.sch": (rules('<pattern id="p" documents="\'a.xml\'"/>'), "is about other documents"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_in_the_user_s_schema_stops_with_one_line(name: str, project: Project) -> None:
    text, words = FAULTS[name]
    schema = project.root / "own" / name
    if text is not None:
        schema.write_text(text, "utf-8")
    with pytest.raises(SchemaError) as fault:
        check([document(project, "")], [schema])
    assert words in str(fault.value)
    assert "\n" not in str(fault.value)
    assert "/tmp/edition-" not in str(fault.value)


@pytest.mark.parametrize("name", [name for name in FAULTS if name not in ("no.rng", "a.xsd")])
def test_a_fault_in_a_document_s_schema_is_found_where_it_names_it(name: str, project: Project) -> None:
    text, words = FAULTS[name]
    (project.root / "own" / name).write_text(text or "", "utf-8")
    kind = SCH if name.endswith(".sch") else RNG
    found = check([document(project, "<?a b?>\n " + model(f"../../own/{name}", kind), "")])
    assert said(found) == [(2, 2, "W009")]
    assert found[0].message.startswith("The schema that the document names cannot be used: ")
    assert words.replace("The rule p1 in xpath.sch", "The rules in xpath.sch") in found[0].message


def test_a_grammar_in_several_files(project: Project) -> None:
    own = project.root / "own"
    (own / "deep").mkdir()
    (own / "deep" / "part.rng").write_text(GRAMMAR, "utf-8")
    whole = f'<grammar xmlns="{RNG}" xml:base="deep/"><include href="part.rng"/></grammar>'
    (own / "whole.rng").write_text(whole, "utf-8")
    (own / "whole.rnc").write_text('include "own.rnc"', "utf-8")
    file = document(project, "")
    assert [finding.code for finding in check([file], [own / "whole.rng"])] == ["R001"]
    assert [finding.code for finding in check([file], [own / "whole.rnc"])] == ["R001"]
    found = check([document(project, model("../../own/whole.rng"))])
    assert [finding.code for finding in found] == ["R001"]


def test_a_file_of_another_schema_is_said_to_be_one(project: Project) -> None:
    """So many breaks say one thing; the rules that go with the schema are left out."""
    own = project.root / "own"
    body = "<p/>" + 101 * "<forbidden/>"
    before = f"<!-- a -->\n{model('../../own/own.rng')}{model('../../own/own.sch', SCH)}\n"
    found = check([document(project, before, body)])
    assert said(found)[0] == (3, 1, "R010")
    assert "breaks own.rng in 101 places" in found[0].message
    assert {finding.code for finding in found[1:]} == {"R001"}
    assert len(found) == 102
    fewer = check([document(project, before, body.replace("<forbidden/>", "", 1))])
    assert {finding.code for finding in fewer} == {"R001", "S000"}
    assert len(fewer) == 200
    assert own.is_dir()


def test_tei_s_own_rules(project: Project) -> None:
    """The rules inside `tei_all`: what they find in a text, by hand."""
    body = """<text><body>
<p>a <p>b</p></p>
<l>c <l>d</l></l>
<p><date when="1941-06-29" from="1941-06-28">e</date></p>
<list type="gloss"><item>f</item></list>
<p><ptr target="x" cRef="y"/> <ptr target="x"/></p>
</body></text>"""
    found = check([document(project, "", body)], [shared("tei/tei_all.rng")])
    said_of = [(f.line, f.column, str(f.severity), f.message) for f in found if f.code == "S000"]
    beginnings = (
        (2, 6, "error", "Abstract model violation: Paragraphs may not occur inside other paragraphs or <ab>"),
        (3, 6, "error", "Abstract model violation: Metrical lines (<l> elements) may not contain <l> or"),
        (4, 4, "warning", "The @when attribute cannot be used with any other att.datable.w3c attributes. ("),
        (5, 1, "error", 'The content of a "gloss" list should include a sequence of one or more pairs of'),
        (6, 4, "error", "Only one of the attributes @target and @cRef may be supplied on <ptr>. (Rule"),
    )
    assert len(said_of) == len(beginnings)
    for (*place, message), (*expected, beginning) in zip(said_of, beginnings, strict=True):
        assert place == expected
        assert message.startswith(beginning)
        assert message.endswith('".)')


def test_documents_of_the_field_and_tei_all() -> None:
    """They are valid TEI, but for one `msIdentifier` in which nothing stands."""
    found = check([shared("field/ehri/documents")], [shared("tei/tei_all.rng")])
    (finding,) = [finding for finding in found if finding.code[0] in "RS"]
    assert (finding.path.stem, finding.line, finding.code) == ("EHRI-BF-UH-19380730_CS", 38, "S000")
