"""Describe the encoding for its readers: what the pages of the rules and of the manual are made from."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from lxml import etree

from tei_edition.markup import ED
from tei_edition.project import Project
from tei_edition.resources import schema_file
from tei_edition.rules import LETTERS, Rule


def odd_of(project: Project) -> Path | None:
    """Give the ODD that says what the edition's documents may be.

    None where the edition has a schema of its own that was not made from an ODD beside it.
    """
    own = project.root / "schema"
    if (own / "edition.rng").is_file() and not (own / "edition.odd").is_file():
        return None
    return schema_file(project.root, "edition.odd")


def rules_tree(rules: Iterable[Rule]) -> etree._Element:
    """Write rules as XML: an `ed:group` for each letter, in the order of their looking, with its rules."""
    top = etree.Element(f"{{{ED}}}rules", nsmap={"ed": ED})
    by_letter: dict[str, list[Rule]] = {letter: [] for letter in LETTERS}
    for rule in sorted(rules, key=lambda rule: rule.code):
        by_letter.setdefault(rule.code[:1], []).append(rule)
    for letter, group in by_letter.items():
        if group:
            title = LETTERS.get(letter, letter)
            element = etree.SubElement(top, f"{{{ED}}}group", letter=letter, title=title)
            element.extend(_tree(rule) for rule in group)
    return top


def _tree(rule: Rule) -> etree._Element:
    """Write what is short as attributes, and what is a text as elements."""
    element = etree.Element(f"{{{ED}}}rule")
    for name, value in asdict(rule).items():
        if name in ("what", "why", "hint", "fix", "bad", "good"):
            etree.SubElement(element, f"{{{ED}}}{name}").text = value.strip()
        else:
            element.set(name, str(value).lower() if isinstance(value, bool) else str(value))
    return element
