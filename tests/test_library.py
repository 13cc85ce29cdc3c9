"""The library call: the findings of `edition check`, for other programs."""

import subprocess
import sys
from pathlib import Path

import tei_edition
import tei_edition.examine
from conftest import ROOT
from tei_edition.findings import Finding, Severity


def test_paths_and_strings_one_and_several(tmp_path: Path) -> None:
    empty = tmp_path / "empty.xml"
    empty.write_text("", "utf-8")
    expected = [Finding(empty.resolve(), 1, 1, "W002", Severity.ERROR, "The file is empty.")]
    assert tei_edition.check(empty) == expected
    assert tei_edition.check(str(tmp_path)) == expected
    assert tei_edition.check([empty, str(tmp_path)]) == expected
    assert tei_edition.check([]) == []


def test_nothing_wrong_is_an_empty_list() -> None:
    assert tei_edition.check(ROOT / "tei" / "documents") == []


def test_the_package_loads_nothing_heavy() -> None:
    program = "import sys, tei_edition; print([n for n in ('lxml', 'saxonche', 'click') if n in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"
