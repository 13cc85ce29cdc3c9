"""Schematron as others write it: each construct of the standard, and what strangers must not do with it."""

import os
from pathlib import Path

import pytest
from lxml import etree

from tei_edition import sealed, signed
from tei_edition.errors import SchemaError
from tei_edition.markup import SCHEMATRON, TEI
from tei_edition.resources import packaged
from tei_edition.schema_files import Fence
from tei_edition.schematron import Schematron
from tei_edition.source import Source
from tei_edition.xslt import Saxon

TEXT = """<text>
 <p n="1" xml:lang="fr">a <name ref="#x">b</name></p>
 <p n="10">c</p>
 <note/>
</text>"""


def held(tmp_path: Path, saxon: Saxon, body: str, fence: Fence | None = None, **attributes: str) -> list[str]:
    """Hold TEXT against the patterns of a schema; give place, severity and words of each finding."""
    attributes = {"queryBinding": "xslt3", **attributes}
    said = " ".join(f'{name}="{value}"' for name, value in attributes.items())
    schema = (
        f'<schema xmlns="{SCHEMATRON}" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:my="urn:my"'
        f" {said}>"
        f'<ns prefix="tei" uri="{TEI}"/>{body}</schema>'
    )
    path = tmp_path / "schema.sch"
    path.write_text(schema, "utf-8")
    text = TEXT.replace("<text>", f'<text xmlns="{TEI}">')
    source = Source(tmp_path / "text.xml", text, etree.fromstring(text))
    found = Schematron(path, saxon, fence).check(source)
    return sorted(
        f"{f.line}:{f.column} {f.code} {f.severity} {f.message}{f' | {f.hint}' if f.hint else ''}"
        for f in found
    )


CONSTRUCTS = {
    "an assertion and a report": (
        """<pattern id="p"><rule context="tei:p">
        <assert test="@xml:lang">No language</assert>
        <report test="tei:name">A name</report></rule></pattern>""",
        ['2:2 S000 error A name. (Rule "p".)', '3:2 S000 error No language. (Rule "p".)'],
    ),
    "a code of ours": (
        """<pattern id="S042-a-rule"><rule context="tei:note"><assert test=".//text()">The note is empty.
        Hint: Write it.</assert></rule></pattern>""",
        ["4:2 S042 error The note is empty. | Write it."],
    ),
    "the first rule wins": (
        """<pattern id="p"><rule context="tei:p[@n = '1']"><report test="true()">first.</report></rule>
        <rule context="tei:p | tei:note"><report test="true()">second.</report></rule></pattern>
        <pattern id="q"><rule context="tei:p[tei:name]"><report test="1">third.</report></rule></pattern>""",
        [
            '2:2 S000 error first. (Rule "p".)',
            '2:2 S000 error third. (Rule "q".)',
            '3:2 S000 error second. (Rule "p".)',
            '4:2 S000 error second. (Rule "p".)',
        ],
    ),
    "no names at all": (
        '<pattern><rule context="tei:note"><report test="true()">a note.</report></rule></pattern>',
        ["4:2 S000 error a note."],
    ),
    "the nearest name": (
        """<pattern id="p"><rule context="tei:note" id="r"><report test="1" id="a">1.</report>
        <report test="1">2.</report></rule></pattern>""",
        ['4:2 S000 error 1. (Rule "a".)', '4:2 S000 error 2. (Rule "r".)'],
    ),
    "severities": (
        """<pattern><rule context="tei:note" role="warning"><report test="1">1.</report>
        <report test="1" role="fatal">2.</report><report test="1" flag="information">3.</report>
        <report test="1" role="of-my-own">4.</report></rule></pattern>
        <pattern><rule context="tei:note"><report test="1" role="nonfatal">5.</report></rule></pattern>""",
        [
            "4:2 S000 warning 1.",
            "4:2 S000 error 2.",
            "4:2 S000 info 3.",
            "4:2 S000 warning 4.",
            "4:2 S000 warning 5.",
        ],
    ),
    "words": (
        """<pattern><rule context="tei:name"><report test="1">
        <emph>In</emph> <name/> of <name path="name(..)"/>:
        <value-of select="@ref"/> <span class="x">and</span> <dir value="ltr">so</dir> <b xmlns="urn:x">on</b>
        <!-- no comment --></report></rule></pattern>""",
        ["2:27 S000 error In name of p: #x and so on."],
    ),
    "an attribute, and where it stands": (
        '<pattern><rule context="tei:p/@n"><report test=". = \'10\'">ten.</report></rule></pattern>',
        ["3:5 S000 error ten."],
    ),
    "text, and the document": (
        """<pattern><rule context="text()[normalize-space()]">
        <report test=". = 'c'">text.</report></rule></pattern>
        <pattern><rule context="/"><report test="tei:text">root.</report></rule></pattern>""",
        ["1:1 S000 error root.", "3:2 S000 error text."],
    ),
    "a subject": (
        '<pattern><rule context="/*"><report test="1" subject="tei:note">here.</report></rule></pattern>',
        ["4:2 S000 error here."],
    ),
    "diagnostics": (
        """<pattern><rule context="tei:note"><report test="1" diagnostics="d e">a.</report></rule></pattern>
        <diagnostics><diagnostic id="d">Delete the <name/>.</diagnostic>
        <diagnostic id="e">Or write it.</diagnostic></diagnostics>""",
        ["4:2 S000 error a. | Delete the note. Or write it."],
    ),
    "variables": (
        """<let name="all" value="count(//tei:p)"/><let name="words"><x>y</x></let>
        <pattern><let name="one" value="'pattern one'"/><let name="notes" value="//tei:note"/>
        <rule context="tei:*[. is $notes]"><let name="here" value="name()"/>
        <report test="1"><value-of select="$all, $words, $one, $here"/>.</report></rule></pattern>
        <pattern><let name="one" value="'pattern ' || count(tei:text)"/>
        <rule context="tei:note"><report test="1"><value-of select="$one"/>.</report></rule></pattern>""",
        ["4:2 S000 error 2 y pattern one note.", "4:2 S000 error pattern 1."],
    ),
    "an abstract pattern": (
        """<pattern abstract="true" id="a"><param name="least" value="1"/>
        <rule context="$what"><let name="whatever" value="@n"/>
        <report test="number($whatever) gt $least">more than <value-of select="$least"/>.</report>
        </rule></pattern>
        <pattern is-a="a" id="b"><param name="what" value="tei:p[@n]"/></pattern>
        <pattern is-a="a" id="c"><param name="what" value="tei:p"/>
        <param name="least" value="0"/></pattern>""",
        [
            '2:2 S000 error more than 0. (Rule "c".)',
            '3:2 S000 error more than 0. (Rule "c".)',
            '3:2 S000 error more than 1. (Rule "b".)',
        ],
    ),
    "abstract rules": (
        """<pattern><rule abstract="true" id="a"><report test="1">all.</report></rule>
        <rule abstract="true" id="b"><extends rule="a"/><report test="2">more.</report></rule>
        <rule context="tei:note"><extends rule="b"/></rule></pattern>""",
        ["4:2 S000 error all.", "4:2 S000 error more."],
    ),
    "keys and functions": (
        """<xsl:key name="p" match="tei:p" use="@n"/>
        <xsl:function name="my:double"><xsl:param name="n"/>
        <xsl:sequence select="2 * number($n)"/></xsl:function>
        <pattern><rule context="tei:note"><report test="key('p', '10')">
        <value-of select="my:double(key('p', '10')/@n)"/>.</report></rule></pattern>""",
        ["4:2 S000 error 20."],
    ),
    "a rule that fails leaves the others alone": (
        """<pattern id="p"><rule context="tei:note">
        <report test="xs:integer('x') = 1">no.</report></rule></pattern>
        <pattern id="q"><rule context="tei:note"><report test="1">yes.</report></rule></pattern>""",
        [
            '4:2 S000 error This rule cannot be evaluated here: Cannot convert string "x" to an integer.'
            ' (Rule "p".) | Mend the rule in its schema.',
            '4:2 S000 error yes. (Rule "q".)',
        ],
    ),
    "a variable of the schema that fails": (
        """<let name="n" value="xs:integer(//tei:note)"/>
        <pattern><rule context="tei:note"><report test="$n = 1">no.</report></rule></pattern>""",
        [
            "1:1 S000 error The rules in schema.sch cannot be applied to this file: FORG0001 Cannot convert"
            " zero-length string to an integer. | Mend the schema."
        ],
    ),
    "what is there for readers": (
        """<title>A</title><p>B</p><pattern><title>C</title><p>D</p><rule context="tei:note"><p>E</p>
        <report test="1">yes.</report></rule></pattern><properties/>""",
        ["4:2 S000 error yes."],
    ),
    "quotation marks": (
        """<pattern id="it's {a}"><rule context="tei:note">
        <report test="1">{1} it's "so" &amp; $x</report></rule></pattern>""",
        ["""4:2 S000 error {1} it's "so" & $x. (Rule "it's {a}".)"""],
    ),
}


@pytest.mark.parametrize("trusted", [True, False])
@pytest.mark.parametrize("name", CONSTRUCTS)
def test_a_construct(name: str, trusted: bool, tmp_path: Path, saxon: Saxon) -> None:
    body, expected = CONSTRUCTS[name]
    assert held(tmp_path, saxon, body, None if trusted else Fence((tmp_path,))) == sorted(expected)


PHASES = """<phase id="quick"><let name="w" value="'quick'"/><active pattern="p"/></phase>
<pattern id="p"><rule context="tei:note"><report test="1"><value-of select="$w"/>.</report></rule></pattern>
<pattern id="q"><rule context="tei:note"><report test="1">slow.</report></rule></pattern>"""


def test_phases(tmp_path: Path, saxon: Saxon) -> None:
    quick = ['4:2 S000 error quick. (Rule "p".)']
    assert held(tmp_path, saxon, PHASES, defaultPhase="quick") == quick
    every = '<let name="w" value="1"/>' + PHASES
    both = ['4:2 S000 error 1. (Rule "p".)', '4:2 S000 error slow. (Rule "q".)']
    assert held(tmp_path, saxon, every, defaultPhase="#ALL") == both
    assert held(tmp_path, saxon, every) == both


def test_xpath_1_is_understood_as_it_was_meant(tmp_path: Path, saxon: Saxon) -> None:
    """The first of several nodes counts."""
    body = """<pattern id="p"><rule context="tei:text">
    <report test="starts-with(tei:p/@n, '1')">yes.</report></rule></pattern>"""
    yes = ['1:1 S000 error yes. (Rule "p".)']
    assert held(tmp_path, saxon, body, queryBinding="xslt") == yes
    assert held(tmp_path, saxon, body, queryBinding="") == yes
    assert "cannot be evaluated" in held(tmp_path, saxon, body, queryBinding="xslt2")[0]


def test_parts_from_other_files(tmp_path: Path, saxon: Saxon) -> None:
    part = tmp_path / "parts" / "rules.sch"
    part.parent.mkdir()
    part.write_text(
        f"""<schema xmlns="{SCHEMATRON}">
        <pattern id="a"><rule context="tei:note"><include href="test.sch"/></rule></pattern>
        <pattern id="b"><rule context="tei:p"><report test="1">no.</report></rule></pattern></schema>"""
    )
    part.with_name("test.sch").write_text(f'<report xmlns="{SCHEMATRON}" test="true()">yes.</report>')
    yes = ['4:2 S000 error yes. (Rule "a".)']
    for body in ('<include href="parts/rules.sch#a"/>', '<include href="./parts/rules.sch#a"></include>'):
        assert held(tmp_path, saxon, body) == yes
    extends = '<pattern id="a"><extends href="parts/rules.sch#a"/></pattern>'
    assert held(tmp_path, saxon, extends) == yes
    assert held(tmp_path, saxon, extends, Fence((tmp_path,))) == yes
    with pytest.raises(SchemaError, match="outside the edition"):
        held(tmp_path, saxon, extends, Fence((tmp_path / "elsewhere",)))


def test_rules_inside_a_grammar(tmp_path: Path, saxon: Saxon) -> None:
    """Namespaces may be declared as XML does it, and a rule may stand without a pattern."""
    path = tmp_path / "schema.rng"
    path.write_text(
        f"""<grammar xmlns="http://relaxng.org/ns/structure/1.0" xmlns:t="{TEI}" xmlns:s="{SCHEMATRON}">
        <start><element name="text"><s:rule context="t:note"><s:report test="1">a.</s:report></s:rule>
        <empty/></element></start>
        <define name="x"><empty/><pattern xmlns="{SCHEMATRON}" id="p"><rule context="t:note">
        <report test="1">b.</report></rule></pattern></define></grammar>"""
    )
    text = f'<text xmlns="{TEI}"><note/></text>'
    found = Schematron(path, saxon).check(Source(path, text, etree.fromstring(text)))
    assert sorted(finding.message for finding in found) == ["a.", 'b. (Rule "p".)']
    path.write_text('<grammar xmlns="http://relaxng.org/ns/structure/1.0"/>')
    assert Schematron(path, saxon).check(Source(path, text, etree.fromstring(text))) == []


def test_a_trusted_rule_reads_files_beside_its_schema_and_no_network(tmp_path: Path, saxon: Saxon) -> None:
    (tmp_path / "list.xml").write_text("<list><item>c</item></list>")
    body = """<pattern><rule context="tei:p[. = doc('{}')//item]">
    <report test="1">listed.</report></rule></pattern>"""
    assert held(tmp_path, saxon, body.format("list.xml")) == ["3:2 S000 error listed."]
    body = "<pattern><rule context='tei:note'><report test=\"doc('{}')/a = 1\">x</report></rule></pattern>"
    assert "prohibited" in held(tmp_path, saxon, body.format("http://127.0.0.1:9/a.xml"))[0]


SECRET = "not for strangers"
READS = {
    "doc": "doc('{}.xml')",
    "document": "document('{}.xml')",
    "doc-available": "doc-available('{}.xml')",
    "a name put together": (
        "function-lookup(QName('http://www.w3.org/2005/xpath-functions', 'd' || 'oc'), 1)('{}.xml')"
    ),
    "unparsed-text": "unparsed-text('{}.xml')",
    "unparsed-text-lines": "unparsed-text-lines('{}.xml')",
    "json-doc": "json-doc('{}.json')",
    "collection": "collection('{}?select=*.xml')",
    "uri-collection": "uri-collection('{}')",
    "an entity": (
        "parse-xml('&lt;!DOCTYPE a [&lt;!ENTITY b SYSTEM &quot;{}.xml&quot;>]>&lt;a>&amp;b;&lt;/a>')"
    ),
    "a stylesheet": "transform(map {{'stylesheet-location': '{}.xsl'}})?output ! string(.)",
    "the environment": "environment-variable('EDITION_SECRET')",
    "its names": "available-environment-variables()",
}


@pytest.mark.parametrize("name", READS)
def test_a_stranger_reads_nothing(
    name: str, tmp_path: Path, saxon: Saxon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITION_SECRET", SECRET)
    (tmp_path / "secret.xml").write_text(f"<a>{SECRET}</a>")
    (tmp_path / "secret.json").write_text(f'"{SECRET}"')
    (tmp_path / "secret.xsl").write_text(
        '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
        f'<xsl:template name="xsl:initial-template">{SECRET}</xsl:template></xsl:stylesheet>'
    )
    expression = READS[name].format((tmp_path / "secret").as_uri())
    body = f"""<pattern><rule context="tei:note">
    <report test="1">It says <value-of select="{expression}"/>.</report></rule></pattern>"""
    found = " ".join(held(tmp_path, saxon, body, Fence((tmp_path,))))
    assert found == "4:2 S000 error It says ." or "false" in found or "cannot be evaluated here" in found
    assert SECRET not in found
    assert "secret.json" not in found or "prohibited" in found


WRITES = {
    "result-document": '<xsl:result-document href="{}"><a/></xsl:result-document>',
    "a template": '<xsl:call-template name="x"/>',
    "evaluate": "<xsl:evaluate xpath=\"'1'\"/>",
    "import": "",
}


@pytest.mark.parametrize("name", WRITES)
def test_a_stranger_writes_nothing(name: str, tmp_path: Path, saxon: Saxon) -> None:
    made = tmp_path / "made.xml"
    words = WRITES[name].format(made.as_uri())
    first = f'<xsl:import href="{(packaged("xslt") / "lib" / "text.xsl").as_uri()}"/>' if not words else ""
    body = f'{first}<pattern><rule context="tei:note"><report test="1">x{words}.</report></rule></pattern>'
    try:
        found = held(tmp_path, saxon, body, Fence((tmp_path,)))
        assert "cannot be evaluated here" in found[0]
    except SchemaError as error:
        assert "The rules in schema.sch cannot be run: " in str(error)
        assert "\n" not in str(error)
    assert not made.exists()


ENDLESS = {
    "a count": '<report test="count((1 to 2000000000)[. mod 7 = 3]) = 1">x</report>',
    "extensions of extensions": '<extends rule="r39"/>',
}


@pytest.mark.parametrize("name", ENDLESS)
def test_a_stranger_holds_up_nothing(
    name: str, tmp_path: Path, saxon: Saxon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealed, "_LONGEST", 1.0)
    doubled = "".join(
        f'<rule abstract="true" id="r{n}"><extends rule="r{n - 1}"/><extends rule="r{n - 1}"/></rule>'
        for n in range(1, 40)
    )
    first = '<rule abstract="true" id="r0"><report test="1">x</report></rule>'
    body = f'<pattern>{first}{doubled}<rule context="tei:note">{ENDLESS[name]}</rule></pattern>'
    with pytest.raises(SchemaError, match=r"The rules in schema\.sch take too long"):
        held(tmp_path, saxon, body, Fence((tmp_path,)))


def test_a_stranger_s_recursion_ends(tmp_path: Path, saxon: Saxon) -> None:
    body = """<xsl:function name="my:f"><xsl:param name="n"/>
    <xsl:sequence select="my:f($n + 1) + 1"/></xsl:function>
    <pattern><rule context="tei:note"><report test="my:f(1) = 1">x</report></rule></pattern>"""
    found = held(tmp_path, saxon, body, Fence((tmp_path,)))
    assert len(found) == 1
    assert "recursion" in found[0] or "evaluated" in found[0]


def test_what_was_made_of_a_schema_is_kept(tmp_path: Path, saxon: Saxon) -> None:
    schema, cache = packaged("schema") / "edition.sch", tmp_path / "cache"
    text = f'<note xmlns="{TEI}"/>'
    source = Source(tmp_path / "a.xml", text, etree.fromstring(text))
    first = Schematron(schema, saxon, cache=cache).check(source)
    (kept,) = cache.glob("*.xsl")
    assert (cache / ".gitignore").read_text("utf-8") == "*\n"
    assert Schematron(schema, saxon, cache=cache).check(source) == first != []
    other = (signed.read(kept) or b"").replace(b"The note is empty", b"It is said to be empty")
    kept.write_bytes(kept.read_bytes()[:32] + other)
    assert Schematron(schema, saxon, cache=cache).check(source) == first, "this is not what we have written"
    assert signed.write(kept, other)
    assert "It is said to be empty." in [
        f.message for f in Schematron(schema, saxon, cache=cache).check(source)
    ]
    assert list(cache.glob("*.xsl")) == [kept]
    if os.name == "posix":
        (tmp_path / "file").touch()
        assert Schematron(schema, saxon, cache=tmp_path / "file" / "cache").check(source) == first
