"""The rules: what each code means, why it is one, and an example of each kind.

Those of the program stand in the TOML files beside this one, one file a letter;
those that an ODD makes (S) stand in the ODD, each as a `constraintSpec`.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from lxml import etree

from tei_edition.findings import Severity
from tei_edition.markup import SCHEMATRON, tei, text_of
from tei_edition.resources import schema_file

LETTERS = {
    "W": "Files and well-formedness",
    "R": "The grammar of the schema",
    "S": "The rules of the schema",
    "N": "Names and pointers",
    "D": "Dates and numbers",
    "L": "Languages, translations and alignment",
    "F": "Fidelity to the sources",
    "U": "Characters",
    "T": "Making the pages",
    "H": "The pages made",
    "P": "The books made",
}
"""What the rules with each letter are about, in the order in which the program looks."""

_SAID = (f"{{{SCHEMATRON}}}assert", f"{{{SCHEMATRON}}}report")


@dataclass(frozen=True)
class Rule:
    """A rule that a finding's code names; `bad` and `good` are XML, empty where none fits in a line.

    The findings of a rule that is not `default` are only told who asks for them. `fix` says what
    `edition check --fix` does about some of them or all, empty where it does nothing.
    """

    code: str
    name: str
    what: str
    why: str
    bad: str = ""
    good: str = ""
    hint: str = ""
    severity: Severity = Severity.ERROR
    default: bool = True
    fix: str = ""

    @property
    def fixable(self) -> bool:
        """Say whether some findings of this rule can be mended without asking anybody."""
        return bool(self.fix)


def rules(project: Path | None = None) -> dict[str, Rule]:
    """Give all rules by code, those of the project's own ODD among them."""
    return dict(sorted((own_rules() | _of_odd(schema_file(project, "edition.odd"))).items()))


@cache
def own_rules() -> dict[str, Rule]:
    """Give the rules of the program itself by code."""
    found = {}
    for file in sorted(files(__package__).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            for code, entry in tomllib.loads(file.read_text("utf-8")).items():
                severity = Severity(entry.pop("severity", "error"))
                found[code] = Rule(code, **entry, severity=severity)
    return found


def severity_of(code: str) -> Severity:
    """Say how much a finding of one of the program's own rules matters."""
    return own_rules()[code].severity


def is_default(code: str) -> bool:
    """Say whether a rule's findings are told without being asked for."""
    rule = own_rules().get(code)
    return rule is None or rule.default


def _of_odd(odd: Path) -> dict[str, Rule]:
    """Read the rules of an ODD: the code is the beginning of the constraint's name, `S001-…`."""
    if not odd.is_file():
        return {}
    tree = etree.parse(odd, etree.XMLParser(resolve_entities=False, no_network=True))
    examples = {
        (node.get("n"), node.get("type")): "".join(map(str, node.itertext())).strip()
        for node in tree.iter(tei("exemplum"))
    }
    found = {}
    for node in tree.iter(tei("constraintSpec")):
        code, _, name = node.get("ident", "").partition("-")
        words = {desc.get("type"): text_of(desc) for desc in node.findall(tei("desc"))}
        found[code] = Rule(
            code,
            name,
            words.get("what", ""),
            words.get("why", ""),
            examples.get((code, "bad"), ""),
            examples.get((code, "good"), ""),
            severity=_severity(node),
        )
    return found


def _severity(node: etree._Element) -> Severity:
    """Say how much a rule of the ODD matters: as much as the gravest of what it says."""
    roles = {str(said.get("role", "error")) for said in node.iter(*_SAID)}
    known = [severity for severity in Severity if severity in roles]
    return known[0] if known else Severity.ERROR
