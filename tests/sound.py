"""What must hold of everything that a check or a mend gives, whatever the input."""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from lxml import etree

from tei_edition.findings import Edit, Finding, Severity
from tei_edition.mend import Mends
from tei_edition.read import decode, parse
from tei_edition.report import FORMATS, Report, written
from tei_edition.rules import rules
from tei_edition.source import Source

CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
LONGEST = 1_000
"""Characters of a message: what it quotes is shortened."""


def text_of_bytes(path: Path, data: bytes) -> str:
    """Give a file's text as places count in it."""
    decoded = decode(path, data)
    text = data.decode(errors="replace") if isinstance(decoded, Finding) else decoded.text
    return re.sub(r"\r\n?", "\n", text)


def assert_sound(findings: Iterable[Finding], files: Mapping[Path, bytes], base: Path) -> None:
    """Assert that findings are true to their form, and that every kind of report can be made of them."""
    several, known = list(findings), rules()
    texts = {path: text_of_bytes(path, data) for path, data in files.items()}
    lines = {path: [len(line) for line in text.split("\n")] for path, text in texts.items()}
    for finding in several:
        text = texts.get(finding.path)
        assert finding.code in known, finding
        assert finding.severity in Severity, finding
        if not finding.code.startswith(("R", "S")):
            assert finding.severity is known[finding.code].severity, finding
        _assert_said(finding)
        if text is not None:
            _assert_placed(finding, lines[finding.path])
            _assert_edits(finding.edits, len(text))
    report = Report(several, list(files), base, known)
    texts_of = {form: written(report, form) for form in FORMATS}
    assert len(json.loads(texts_of["json"])["findings"]) == len(several)
    assert len(json.loads(texts_of["sarif"])["runs"][0]["results"]) == len(several)
    etree.fromstring(texts_of["junit"].encode())
    assert len(texts_of["lines"].splitlines()) == len(texts_of["github"].splitlines()) == len(several)


def _assert_said(finding: Finding) -> None:
    assert finding.message.endswith("."), finding
    assert not finding.hint or finding.hint.endswith((".", "?")), finding
    for words in (finding.message, finding.hint):
        assert not CONTROLS.search(words), ascii(words)
        assert len(words) <= LONGEST, (finding.code, len(words))


def _assert_placed(finding: Finding, lines: list[int]) -> None:
    """Assert that the place is in the file or just behind its line, and that its end is not before it."""
    assert 1 <= finding.line <= len(lines), finding
    assert 1 <= finding.column <= lines[finding.line - 1] + 1, finding
    if finding.end is not None:
        line, column = finding.end
        assert (finding.line, finding.column) < (line, column), finding
        assert line <= len(lines), finding
        assert 1 <= column <= lines[line - 1] + 1, finding


def _assert_edits(edits: tuple[Edit, ...], size: int) -> None:
    at = 0
    for edit in sorted(edits):
        assert at <= edit.start <= edit.end <= size, edits
        at = edit.end


def assert_mended(mends: Mends, again: Mends) -> None:
    """Assert that what was mended is still a document with its words, and that nothing is left to mend."""
    for file in mends.files:
        assert not file.refusal, (file.path, file.refusal, file.findings)
        before, after = parse(file.path, file.before), parse(file.path, file.after)
        assert isinstance(after, Source), file.path
        if isinstance(before, Source) and not any(f.code.startswith(_OF_TEXT) for f in file.findings):
            assert _words(before) == _words(after), file.path
    assert not again.changed, [finding for file in again.changed for finding in file.findings]


_OF_TEXT = ("U", "N30", "F002")
"""How the codes of the rules begin whose mends change words."""


def _words(source: Source) -> str:
    return "".join("".join(map(str, source.root.itertext(etree.Element))).split())
