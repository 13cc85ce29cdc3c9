"""A mend changes no other byte, whatever the encoding, and its diff says the same."""

import re
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mendable import DOCUMENT, IN_TEXT, mended, patched
from tei_edition.mend import diff, mend, write
from tei_edition.select import Selection


def test_a_byte_that_the_encoding_lacks_is_written_as_a_reference(tmp_path: Path) -> None:
    text = DOCUMENT.replace("UTF-8", "ISO-8859-2").replace("{header}", "Iaşi, Ploieşti")
    (tmp_path / "a.xml").write_bytes(text.encode("iso-8859-2"))
    assert mended(tmp_path / "a.xml") == text.replace("ş", "&#537;").encode("iso-8859-2")


ENCODINGS = {
    "UTF-8": (b"", "utf-8"),
    "utf-8": (b"\xef\xbb\xbf", "utf-8"),
    "UTF-16": (b"\xff\xfe", "utf-16-le"),
    "utf-16": (b"\xfe\xff", "utf-16-be"),
    "ISO-8859-2": (b"", "iso-8859-2"),
}
PIECES = [(bad, good) for code, bad, good in IN_TEXT if code in ("D101", "N204", "R003")] + [
    (same, same)
    for same in (
        "&amp; &#x41;<!-- <date when='5.5.1941'> -->",
        "<?say <x ' ?>",
        "<![CDATA[<date when='5.5.1941'>]]>",
        '<hi\n  rend = "a>b"\n  n=\'"\' >ő\n</hi >',
        "<lb />",
        "\n\n",
    )
]


@given(
    pieces=st.lists(st.sampled_from(PIECES), max_size=6),
    ends=st.lists(st.sampled_from(["\n", "\r\n", "\r"]), min_size=1, max_size=5),
    encoding=st.sampled_from(list(ENCODINGS)),
)
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
def test_no_other_byte_changes(
    pieces: list[tuple[str, str]], ends: list[str], encoding: str, tmp_path: Path
) -> None:
    """Whatever the line ends, the encoding and the way that things are written; twice is once."""
    file = tmp_path / "a.xml"
    before, expected = (in_bytes([piece[which] for piece in pieces], ends, encoding) for which in (0, 1))
    file.write_bytes(before)
    result = mend([file])
    assert {one.after for one in result.files} <= {expected}
    assert patched(before, diff(result, tmp_path)) == expected
    write(result)
    assert file.read_bytes() == expected
    assert mend([file]).files == []


def in_bytes(pieces: list[str], ends: list[str], encoding: str) -> bytes:
    """Write a document, its n-th line end as the n-th of some, over and over."""
    mark, name = ENCODINGS[encoding]
    text = DOCUMENT.replace("UTF-8", encoding).replace("{header}", "x").replace("{text}", "; ".join(pieces))
    line, *lines = text.split("\n")
    ended = line + "".join(ends[number % len(ends)] + line for number, line in enumerate(lines))
    return mark + ended.encode(name, "xmlcharrefreplace")


def test_the_last_line_may_have_no_end(tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    text = re.sub(r"\s*\n\s*", " ", DOCUMENT.replace("{text}", '<date when="1941-6-29">x</date>')).strip()
    file.write_text(text, "utf-8")
    said = diff(mend([file], selection=Selection(("D",))), tmp_path)
    assert said.count(b"\n\\ No newline at end of file\n") == 2
    assert patched(text.encode(), said) == text.replace("-6-", "-06-").encode()
