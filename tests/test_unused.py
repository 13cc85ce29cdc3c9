"""Nothing lies in the house that nothing uses: templates, functions, labels, classes of the style sheet."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lxml import etree

from conftest import ROOT
from tei_edition.markup import ED, XSLT, tei

COMMENT = re.compile("<!--.*?-->", re.DOTALL)
TOLD_BY_OTHERS = {"handle_exit", "list_commands", "log_message"}
"""Methods that a library calls by their names."""

OF_OTHER_SCHEMAS = set(
    "nationality residence education faith sex floruit state trait distributor samplingDecl settingDesc "
    "particDesc textDesc calendarDesc filename".split()
)
"""Labels of elements and types that our schema does not have, and others' documents do."""


@cache
def stylesheets() -> dict[Path, str]:
    """Give the program's stylesheets without their comments."""
    return {file: COMMENT.sub("", file.read_text("utf-8")) for file in (ROOT / "xslt").rglob("*.xsl")}


@cache
def styling() -> str:
    return "\n".join(stylesheets().values())


@cache
def python() -> str:
    return "\n".join(file.read_text("utf-8") for file in (ROOT / "src").rglob("*.py"))


def declared(*names: str) -> Iterator[tuple[str, str, str]]:
    """Give what some elements of XSLT declare: file, name, and the text in which it can be used."""
    for file, text in stylesheets().items():
        for element in etree.fromstring(text.encode()).iter(*(f"{{{XSLT}}}{name}" for name in names)):
            if name := element.get("name"):
                inside = name.startswith("local:")
                yield file.name, name, text if inside else styling()


def unused(names: tuple[str, ...], use: str) -> list[str]:
    """Give what is declared and not used; `use` is a pattern, with % for the name."""
    return [
        f"{file}: {name}"
        for file, name, text in declared(*names)
        if not re.search(use.replace("%", re.escape(name)), text)
    ]


def test_every_function_is_called() -> None:
    assert unused(("function",), r'(?<!name=")%\s*[(#]') == []


def test_every_named_template_is_called() -> None:
    assert unused(("template",), r'call-template\s+name="%"') == []


def test_every_mode_is_applied_and_has_templates() -> None:
    started = {
        f"ed:{Path(str(one.get('href'))).stem}" for one in etree.parse(ROOT / "xslt/pages.xsl").getroot()
    }
    known = (*started, python())
    assert [
        one for one in unused(("mode",), r'apply-templates[^>]*mode="%"') if one.split()[1] not in known
    ] == []
    assert unused(("mode",), r'<xsl:template[^>]*mode="[^"]*%') == []


def test_every_key_is_asked() -> None:
    assert unused(("key",), r"key\(\s*'%'") == []


def test_every_variable_and_parameter_is_used() -> None:
    assert unused(("variable", "param"), r"\$%(?![\w.:-])") == []


def test_every_label_is_asked_for() -> None:
    """A key stands in quotes, is made of parts in quotes, or is what the encoding calls a thing."""
    labels = etree.parse(ROOT / "xslt" / "lib" / "labels.xml").getroot()
    keys = {str(label.get("key")) for label in labels.iter(f"{{{ED}}}label")}
    quoted = set(re.findall(r"'([\w-]+)'", styling())) | set(re.findall(r"data-([a-z-]+)=", styling()))
    beginnings = tuple(re.findall(r"'([a-z]+-)' \|\|", styling()))
    ends = set(re.findall(r"\|\| '(-?[a-z]+(?:-[a-z]+)?)'", styling()))
    made = {key for key in keys for end in ends if key.removesuffix(end) in keys - {key}}
    asked = quoted | made | in_encoding() | OF_OTHER_SCHEMAS
    assert {key for key in keys - asked if not key.startswith(beginnings)} == set()


def in_encoding() -> set[str]:
    """Give the names of elements and of values that the schema has."""
    odd = etree.parse(ROOT / "schema" / "edition.odd").getroot()
    named = {str(one.get("ident")) for one in odd.iter(tei("elementSpec"), tei("valItem"))}
    return named.union(*(str(module.get("include", "")).split() for module in odd.iter(tei("moduleRef"))))


def test_every_class_of_the_style_sheet_is_made() -> None:
    """A class stands in what makes pages; one made of parts, such as `version-2`, begins there."""
    style = "\n".join(file.read_text("utf-8") for file in (ROOT / "xslt" / "assets" / "style").glob("*.css"))
    classes = set(
        re.findall(r"\.([A-Za-z][\w-]*)", re.sub(r"/\*.*?\*/|url\([^)]*\)", "", style, flags=re.DOTALL))
    )
    scripts = "\n".join(file.read_text("utf-8") for file in (ROOT / "xslt" / "assets").rglob("*.js"))
    made = set(re.findall(r"[A-Za-z][\w-]*", styling() + scripts + python()))
    beginnings = tuple(word for word in made if word.endswith("-"))
    assert {name for name in classes - made if not name.startswith(beginnings)} == set()


def test_every_name_of_the_program_is_used_in_it() -> None:
    """Functions, classes, methods, constants and fields; what only tests use, nobody needs."""
    trees = {file: ast.parse(file.read_text("utf-8")) for file in (ROOT / "src").rglob("*.py")}
    read = Counter(name for tree in trees.values() for node in ast.walk(tree) for name in names_read(node))
    found = [
        f"{file.name}: {name}"
        for file, tree in trees.items()
        for node in ast.walk(tree)
        for name in names_made(node)
        if not read[name] and not name.startswith("__")
    ]
    assert [one for one in found if one.split()[1] not in TOLD_BY_OTHERS] == []


def names_made(node: ast.AST) -> Iterator[str]:
    """Give the names that a definition, or the body of a module or class, makes."""
    if isinstance(node, ast.ClassDef) or (isinstance(node, ast.FunctionDef) and not node.decorator_list):
        yield node.name
    if isinstance(node, ast.Module | ast.ClassDef):
        for line in node.body:
            for target in line.targets if isinstance(line, ast.Assign) else [getattr(line, "target", None)]:
                if isinstance(target, ast.Name):
                    yield target.id


def names_read(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        yield node.id
    elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
        yield node.attr
    elif isinstance(node, ast.alias):
        yield node.name
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.isidentifier():
        yield node.value  # `__all__`, and annotations in quotes
