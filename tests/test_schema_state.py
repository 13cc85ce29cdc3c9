"""Whether a check notices that the ODD was changed and the schemas were not made again (W010)."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import ROOT
from tei_edition import schema_state
from tei_edition.cli import main
from tei_edition.examine import check
from tei_edition.schema_state import SCHEMAS, fingerprint
from tei_edition.select import Selection


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "tei", tmp_path / "tei")
    (tmp_path / "schema").mkdir()
    for name in ("edition.odd", *SCHEMAS):
        shutil.copy(ROOT / "schema" / name, tmp_path / "schema")
    return tmp_path


def told(edition: Path, *schemas: Path) -> list[str]:
    findings = check([edition / "tei"], schemas, Selection(("W",)))
    return [f"{finding.show(edition.resolve())}" for finding in findings]


def change(odd: Path) -> None:
    odd.write_text(
        odd.read_text("utf-8").replace("A year, a month or a day", "A day, a month or a year", 1), "utf-8"
    )


def test_schemas_that_are_current(edition: Path) -> None:
    assert told(edition) == []


def test_an_odd_that_was_changed_and_then_made_into_schemas(edition: Path) -> None:
    change(edition / "schema" / "edition.odd")
    said = "edition.rng and edition.sch are not what edition.odd makes now. Hint: Run `edition schema`."
    assert told(edition) == [f"schema/edition.odd:1:1: W010 warning: {said}"]
    assert told(edition, edition / "schema" / "edition.rng") == []
    assert CliRunner().invoke(main, ["schema", "--project", str(edition)]).exit_code == 0
    assert told(edition) == []


def test_a_schema_that_is_not_there(edition: Path) -> None:
    (edition / "schema" / "edition.sch").unlink()
    (said,) = told(edition)
    assert "W010 warning: edition.sch is not what edition.odd makes now." in said


@pytest.mark.parametrize("ends", [b"\n", b"\r\n", b"\r"])
def test_line_ends_do_not_matter(ends: bytes, edition: Path) -> None:
    odd = edition / "schema" / "edition.odd"
    odd.write_bytes(odd.read_bytes().replace(b"\n", ends))
    assert told(edition) == []
    assert fingerprint(b"a" + ends + b"b") == fingerprint(b"a\nb") != fingerprint(b"ab")


def test_schemas_that_do_not_say_what_they_were_made_of_are_believed(tmp_path: Path) -> None:
    (tmp_path / "edition.odd").write_text("<TEI/>", "utf-8")
    for name in SCHEMAS:
        (tmp_path / name).write_text("<grammar/>", "utf-8")
    assert schema_state.check(tmp_path) == []


def test_no_odd_no_finding(edition: Path) -> None:
    (edition / "schema" / "edition.odd").unlink()
    assert told(edition) == []
    assert schema_state.check(edition / "nowhere") == []
