"""Exceptions to rules: what they cover, and what is said of those that cover nothing."""

import pytest

from tei_edition.examine import check
from tei_edition.project import Project

ASIDE = ("F001", "L204", "L205")
"""That the source and the translations do not have what is put in is true, and not the question here."""

WRONG = '<date when="1941-07-16">6 Juillet 1941</date>'
BEFORE = '<p>\n          <s xml:id="fr-s1">'


def codes(project: Project, put: str) -> list[str]:
    """Give what is found in the French document, with something put before its first words."""
    file = project.tei / "documents" / "iasi-1941-fr.xml"
    text = file.read_text("utf-8")
    assert text.count(BEFORE) == 1
    file.write_text(text.replace(BEFORE, BEFORE + put), "utf-8")
    return [finding.code for finding in check([project.tei]) if finding.code not in ASIDE]


def test_without_an_exemption_it_is_found(copy: Project) -> None:
    assert codes(copy, WRONG) == ["D201"]


@pytest.mark.parametrize(
    "exemption",
    [
        "<?edition-exempt D201 The source errs.?>",
        "<?edition-exempt D201, D301: The source errs, twice.?>" + '<num value="3">quatre</num>',
    ],
)
def test_the_next_element_is_exempted(exemption: str, copy: Project) -> None:
    put, _, rest = exemption.partition("?>")
    assert codes(copy, f"{put}?><seg>{WRONG}{rest}</seg>") == []


def test_the_element_around_is_exempted_where_none_follows(copy: Project) -> None:
    inside = WRONG.replace("</date>", "<?edition-exempt D201 The source errs.?></date>")
    assert codes(copy, inside) == []


def test_the_one_after_the_next_is_not(copy: Project) -> None:
    exemption = "<?edition-exempt D201 The source errs.?>"
    assert codes(copy, f"{exemption}<seg>x</seg>{WRONG}") == ["W103", "D201"]


@pytest.mark.parametrize("name", ["documents/iasi-1941-fr.xml", "edition.xml"])
def test_before_the_root_a_file_or_the_whole_edition_is_exempted(name: str, copy: Project) -> None:
    file = copy.tei / name
    exemption = "<?edition-exempt D201 The source errs.?>\n<TEI "
    file.write_text(file.read_text("utf-8").replace("<TEI ", exemption, 1), "utf-8")
    assert codes(copy, WRONG) == []


def test_of_no_use_in_part_of_the_edition_is_not_said(copy: Project) -> None:
    text = copy.edition.read_text("utf-8")
    copy.edition.write_text(text.replace("<TEI ", "<?edition-exempt D201 No.?>\n<TEI ", 1), "utf-8")
    assert [finding.code for finding in check([copy.edition])] == []
    assert [finding.code for finding in check([copy.tei])] == ["W103"]


@pytest.mark.parametrize(
    ("exemption", "code", "message"),
    [
        ("<?edition-exempt D201?>", "W101", "This exemption gives no reason."),
        ("<?edition-exempt Because.?>", "W101", "This exemption names no rule."),
        ("<?edition-exempt D999 A reason.?>", "W102", "There is no rule D999."),
        ("<?edition-exempt D201 A reason.?>", "W103", "Nothing here breaks D201: it is of no use any more."),
    ],
)
def test_an_exemption_is_looked_at_too(exemption: str, code: str, message: str, copy: Project) -> None:
    put = WRONG if code == "W101" and "D201" in exemption else "<seg>x</seg>"
    assert code in codes(copy, exemption + put)
    (found,) = [finding for finding in check([copy.tei]) if finding.code == code]
    line = (copy.tei / "documents" / "iasi-1941-fr.xml").read_text("utf-8").splitlines()[found.line - 1]
    assert line[found.column - 1 :].startswith("<?edition-exempt")
    assert found.message == message
