"""The edition's own schema beside changed ones of itself and beside TEI's; the command that asks."""

import warnings
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import etree

from conftest import ROOT, SHARED, shared
from relaxng import (
    EDITION,
    TEXT,
    A,
    B,
    attribute,
    choice,
    data,
    optional,
    r,
    ref,
    refused_by_jing,
    said,
    schema,
    value,
)
from tei_edition.cli import main
from tei_edition.markup import RELAX_NG
from tei_edition.subset import prove


def changed(path: Path, change: Callable[[etree._Element], None]) -> Path:
    """Write the edition's schema with a change."""
    tree = etree.parse(EDITION)
    change(tree.getroot())
    tree.write(path)
    return path


def at(root: etree._Element, path: str) -> etree._Element:
    """Give the first element that a path of RELAX NG leads to: `define[@name='date']/element`."""
    found = root.find(f".//{path}", {None: RELAX_NG})
    assert found is not None, path
    return found


def added(path: str, pattern: str) -> Callable[[etree._Element], None]:
    def change(root: etree._Element) -> None:
        at(root, path).append(etree.fromstring(f'<holder xmlns="{RELAX_NG}">{pattern}</holder>')[0])

    return change


def renamed(path: str, name: str) -> Callable[[etree._Element], None]:
    def change(root: etree._Element) -> None:
        at(root, path).tag = f"{{{RELAX_NG}}}{name}"

    return change


def retyped(path: str, kind: str) -> Callable[[etree._Element], None]:
    def change(root: etree._Element) -> None:
        at(root, path).set("type", kind)

    return change


def unrequired(root: etree._Element) -> None:
    attribute = at(root, "define[@name='TEI']/element/attribute")
    holder = etree.Element(f"{{{RELAX_NG}}}optional")
    attribute.addprevious(holder)
    holder.append(attribute)


def another_root(root: etree._Element) -> None:
    start = at(root, "start")
    start[:] = [etree.fromstring(f'<choice xmlns="{RELAX_NG}">{ref("TEI")}{ref("p")}</choice>')]


TEI_ALLOWS = "define[@name='TEI']/element/group"

# What is changed in the edition's schema, and what its old self does not allow of it.
CHANGES: dict[str, tuple[Callable[[etree._Element], None], str]] = {
    "another element in a content": (
        added("define[@name='date']/element/zeroOrMore/choice", ref("list")),
        "`date` may hold `list`",
    ),
    "text where there was none": (
        added("define[@name='titleStmt']/element", TEXT),
        "`titleStmt` may hold text",
    ),
    "an attribute that is not required any more": (
        unrequired,
        "`TEI` may be without the attribute `xml:id`",
    ),
    "another attribute everywhere": (
        added("define[@name='att.global']", optional('<attribute name="rend"/>')),
        "may have the attribute `rend`",
    ),
    "a wider datatype": (
        retyped("define[@name='att.global.lang']/optional/attribute/data", "token"),
        "may have the attribute `xml:lang` with the value",
    ),
    "another value": (
        added("define[@name='att.global.cert']/optional/attribute/choice", value("certain")),
        'may have the attribute `cert` with the value "certain"',
    ),
    "none where one was required": (
        renamed("define[@name='abstract']/element/oneOrMore", "zeroOrMore"),
        "`abstract` may be empty",
    ),
    "another order": (renamed(TEI_ALLOWS, "interleave"), "`TEI` may begin with"),
    "another root": (another_root, 'The root may be `p` of the namespace "http://www.tei-c.org/ns/1.0"'),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_of_the_edition_s_schema_is_found(name: str, tmp_path: Path) -> None:
    change, words = CHANGES[name]
    file = changed(tmp_path / "changed.rng", change)
    proof = prove(file, EDITION)
    assert words in said(proof)
    assert said(proof).endswith(" in changed.rng; in edition.rng it may not.")
    assert proof.counterexample is not None
    document = etree.fromstring(proof.counterexample.document)
    assert etree.RelaxNG(file=file).validate(document)
    assert not etree.RelaxNG(file=EDITION).validate(document)
    assert said(prove(EDITION, file)) == ""


def test_the_edition_s_schema_allows_only_what_tei_allows() -> None:
    tei_all = tei("that schema/edition.rng allows only what TEI allows")
    proof = prove(EDITION, tei_all)
    assert said(proof) == ""
    names = etree.parse(EDITION).xpath("//r:element", namespaces={"r": RELAX_NG})
    assert proof.elements == len(names)


def tei(what: str) -> Path:
    """Give TEI's schema; where it is not here, say loudly what is not proved."""
    if not (SHARED / "tei" / "tei_all.rng").exists():
        missing = "tei/tei_all.rng is missing: set EDITION_SHARED to the folder that has it"
        warnings.warn(f"NOT PROVED HERE: {what} ({missing}).", stacklevel=2)
    return shared("tei/tei_all.rng")


NOT_TEI: dict[str, tuple[Callable[[etree._Element], None], str]] = {
    "an element that TEI has not there": CHANGES["another element in a content"],
    "an attribute that TEI has not": (
        added("define[@name='att.global']", optional('<attribute name="urgent"/>')),
        "may have the attribute `urgent`",
    ),
    "a wider datatype": CHANGES["a wider datatype"],
    "less than TEI asks for": CHANGES["none where one was required"],
}


@pytest.mark.parametrize("name", NOT_TEI)
def test_what_is_not_tei_is_found(name: str, tmp_path: Path) -> None:
    change, words = NOT_TEI[name]
    tei_all = shared("tei/tei_all.rng")
    file = changed(tmp_path / "changed.rng", change)
    proof = prove(file, tei_all)
    assert words in said(proof)
    assert refused_by_jing(file, proof) == []
    assert refused_by_jing(tei_all, proof)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["schema", *map(str, arguments)])


def test_the_command_proves(tmp_path: Path) -> None:
    less, more = schema(tmp_path / "less.rng", r(A)), schema(tmp_path / "more.rng", r(choice(A, B)))
    result = run("--schema", less, "--against", more)
    words = f"Everything that {less} allows, more.rng allows too (2 elements compared).\n"
    assert (result.exit_code, result.output) == (0, words)


def test_the_command_shows_what_refutes(tmp_path: Path) -> None:
    less, more = schema(tmp_path / "less.rng", r(A)), schema(tmp_path / "more.rng", r(choice(A, B)))
    result = run("--schema", more, "--against", less)
    words = "`r` may hold `b` in more.rng; in less.rng it may not.\n\n<r>\n  <b/>\n</r>\n"
    assert (result.exit_code, result.output) == (1, words)


def test_the_command_says_what_is_not_proved(tmp_path: Path) -> None:
    less, more = (
        schema(tmp_path / "less.rng", attribute(data("NCName"))),
        schema(tmp_path / "more.rng", attribute(data("ID"))),
    )
    result = run("--schema", less, "--against", more)
    assert result.exit_code == 1
    assert result.output == (
        f"It is not proved that more.rng allows everything that {less} allows.\n"
        "Not proved: The attribute `x` of `r` is NCName in less.rng and ID in more.rng. (in r)\n"
    )


def test_the_command_takes_the_edition_s_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = run("--against", EDITION)
    assert result.exit_code == 0
    assert result.output.startswith("Everything that schema/edition.rng allows, edition.rng allows too")


def test_the_command_refuses_what_makes_no_sense(tmp_path: Path) -> None:
    file = schema(tmp_path / "s.rng", r(A))
    assert run("--schema", file).exit_code == 2
    assert run("--check", "--against", file).exit_code == 2
    assert run("--against", tmp_path / "none.rng").exit_code == 2
    file.write_text("no schema", "utf-8")
    result = run("--against", file)
    assert result.exit_code == 3
    assert "s.rng is not a RELAX NG schema" in result.stderr
