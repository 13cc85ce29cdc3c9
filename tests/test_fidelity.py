"""However a text is marked up, it is the source's text; any letter lost, added or changed is found."""

import tempfile
from hashlib import sha256
from pathlib import Path
from xml.sax.saxutils import escape

from hypothesis import given
from hypothesis import strategies as st

from tei_edition import fidelity
from tei_edition.read import parse
from tei_edition.source import Source

WORD = st.text(alphabet="aăîșțéIJ1,.“”'&<-", min_size=1, max_size=8)
MARKUP = st.sampled_from(
    [
        "{}",
        "<placeName ref='place:a'>{}</placeName>",
        "<choice><sic>{}</sic><corr>corrected</corr></choice>",
        "<rs type='event'>{}</rs><note>not <p>the</p> source's</note>",
        "<choice><orig>{}</orig><reg>regular</reg></choice><!-- nor this -->",
        "<hi>{}<supplied>supplied</supplied></hi>",
        "<del>{}</del>",
        "<add hand='#h'>{}</add><gap><desc>a hole</desc></gap>",
        "<app><lem>{}</lem><rdg wit='#b'>another</rdg></app>",
        "<note type='source'>{}</note>",
        "<stamp>{}</stamp>",
    ]
)
TEXT = st.lists(st.tuples(WORD, MARKUP), min_size=1, max_size=12)


def document(words: list[tuple[str, str]], digest: str = "") -> Source:
    body = "\n  ".join(markup.format(escape(word)) for word, markup in words)
    text = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>'
        f'<idno type="sha256">{digest}</idno></teiHeader><text><body><div type="original"><head>'
        f"{body}</head><p>end</p></div><div type='translation'><p>other</p></div></body></text></TEI>"
    )
    source = parse(Path("here.xml"), text.encode())
    assert isinstance(source, Source)
    return source


def codes(words: list[tuple[str, str]], received: bytes, digest: str | None = None) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "here.txt"
        file.write_bytes(received)
        source = document(words, sha256(received).hexdigest() if digest is None else digest)
        return [finding.code for finding in fidelity.check(source, file)]


@given(TEXT, st.sampled_from([" ", "\n", "\r\n\t "]))
def test_markup_changes_nothing(words: list[tuple[str, str]], blank: str) -> None:
    received = blank.join([*(word for word, _ in words), "end"]).encode()
    assert codes(words, received) == []


@given(TEXT, st.data())
def test_every_change_is_found(words: list[tuple[str, str]], data: st.DataObject) -> None:
    text = " ".join([*(word for word, _ in words), "end"])
    at = data.draw(st.integers(0, len(text) - 1))
    changed = data.draw(st.sampled_from([text[:at] + text[at + 1 :], text[:at] + "x" + text[at:]]))
    found = codes(words, changed.encode())
    assert found == ([] if changed.split() == text.split() else ["F001"])


def test_a_changed_source_is_found() -> None:
    assert codes([("a", "{}")], b"a end", digest="0" * 64) == ["F002"]


def test_a_missing_source_is_found() -> None:
    missing = fidelity.check(document([("a", "{}")], "0" * 64), Path("no-such-file.txt"))
    assert [finding.code for finding in missing] == ["F003"]


def test_a_source_of_another_encoding_is_found() -> None:
    assert codes([("a", "{}")], b"\xe9 end") == ["F003"]


@given(WORD, WORD, st.sampled_from(["", " ", "\n"]))
def test_a_word_that_goes_on_across_a_break_may_be_divided_or_not(one: str, two: str, blank: str) -> None:
    """With break="no" the source may have a blank there or none; without it, it must have one."""
    received = f"{one}{blank}{two} end".encode()
    begins, ends = escape(one), escape(two)
    assert codes([("", f"{begins}<pb break='no'/>{ends}")], received) == []
    assert (codes([("", f"{begins}<pb/>{ends}")], received) == []) is bool(blank)


def test_an_editors_note_is_no_text() -> None:
    assert codes([("a", "{}<note type='gloss'>explained</note>")], b"a end") == []
    assert codes([("a", "{}<note type='source'>kept</note>")], b"a end") == ["F001"]
