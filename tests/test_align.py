"""The aligner: laws that hold for any texts, what it must find, what its command prints and writes."""

import os
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.align import invented, moved, pairwise, read, strict
from conftest import ROOT, shared
from tei_edition.align import Link, Proposal, Sentence, propose
from tei_edition.align.confidence import certainty, measured
from tei_edition.align.tokens import tokens
from tei_edition.cli import main

FRENCH = """Les trains quittèrent la gare de Iași le 30 juin 1941.
Personne ne donna d'eau aux prisonniers.
Le maire demanda 1 200 pains au colonel Lupu.
Quatre jours plus tard, le convoi atteignit Călărași !
Qui avait signé l'ordre ?
Les archives de Bucarest gardent 17 lettres du préfet.
La pluie tomba toute la nuit.
En 1946, le tribunal entendit Maria Cozma, témoin oculaire.
Elle parla pendant 3 heures.
Le procès dura jusqu'en 1948.""".splitlines()

ENGLISH = """The trains left the station of Iași on 30 June 1941.
No one gave the prisoners any water.
The mayor asked Colonel Lupu for 1,200 loaves of bread.
Four days later the convoy reached Călărași!
Who had signed the order?
The archives in Bucharest hold 17 letters of the prefect.
Rain fell all night.
In 1946 the court heard Maria Cozma, an eyewitness.
She spoke for 3 hours.
The trial lasted until 1948.""".splitlines()

texts = st.lists(
    st.lists(st.sampled_from("casa maison 1941 Iași the le ? 12,5 вода 水 \u200f".split()), max_size=8).map(
        " ".join
    ),
    max_size=14,
)


def aligned(a: list[str], b: list[str], of_a: str = "", of_b: str = "", order: str | None = None) -> Proposal:
    return propose([Sentence(text, of_a) for text in a], [Sentence(text, of_b) for text in b], order)  # type: ignore[arg-type]


def ends(proposal: Proposal) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {(link.a, link.b) for link in proposal.links}


@settings(max_examples=60, deadline=None)
@given(texts, texts, st.sampled_from((None, "same", "free")))
def test_each_sentence_is_in_one_link(a: list[str], b: list[str], order: str | None) -> None:
    proposal = aligned(a, b, order=order)
    assert sorted(i for link in proposal.links for i in link.a) == list(range(len(a)))
    assert sorted(j for link in proposal.links for j in link.b) == list(range(len(b)))
    assert all(0 <= link.confidence <= 1 and (link.a or link.b) for link in proposal.links)


@settings(max_examples=60, deadline=None)
@given(texts, texts, st.sampled_from((None, "same", "free")))
def test_changed_sides_give_the_same_links_turned_round(
    a: list[str], b: list[str], order: str | None
) -> None:
    there, back = aligned(a, b, order=order), aligned(b, a, order=order)
    assert there.order == back.order
    assert set(there.links) == {Link(link.b, link.a, link.confidence) for link in back.links}


@settings(max_examples=60, deadline=None)
@given(texts, texts)
def test_links_in_the_same_order_do_not_cross(a: list[str], b: list[str]) -> None:
    links = [link for link in aligned(a, b, order="same").links if link.a and link.b]
    assert [link.b for link in links] == sorted(link.b for link in links)


@pytest.mark.parametrize("text", (FRENCH, ENGLISH, invented(40)[0]))
def test_a_text_is_aligned_with_itself_one_to_one(text: list[str]) -> None:
    assert ends(aligned(text, text)) == {((i,), (i,)) for i in range(len(text))}


@pytest.mark.parametrize(("of_a", "of_b"), (("fr", "en"), ("", "")))
def test_a_short_translation_is_aligned_although_no_words_can_be_learned(of_a: str, of_b: str) -> None:
    assert ends(aligned(FRENCH, ENGLISH, of_a, of_b)) == {((i,), (i,)) for i in range(len(FRENCH))}


def test_sentences_that_were_joined_are_linked_with_both() -> None:
    joined = [*ENGLISH[:2], f"{ENGLISH[2][:-1]}, and {ENGLISH[3]}", *ENGLISH[4:]]
    assert ((2, 3), (2,)) in ends(aligned(FRENCH, joined, "fr", "en"))


def test_a_sentence_that_was_left_out_has_no_counterpart() -> None:
    found = ends(aligned(FRENCH, ENGLISH[:5] + ENGLISH[6:], "fr", "en"))
    assert ((5,), ()) in found
    assert ((6,), (5,)) in found


def test_names_in_the_markup_link_sentences_that_share_no_letter() -> None:
    a = [
        Sentence(text, names=(f"person:{number}",))
        for number, text in enumerate(("да нет", "вода да", "нет"))
    ]
    b = [Sentence(text, names=(f"person:{number}",)) for number, text in ((1, "wa"), (2, "li"), (0, "so ku"))]
    without = [Sentence(one.text) for one in a], [Sentence(one.text) for one in b]
    assert propose(a, b) != propose(*without)


def test_a_language_without_look_alikes_is_learned() -> None:
    a, b, gold = invented(150, seed=3)
    assert strict(gold, aligned(a, b).links) > 0.85


def test_blocks_that_were_moved_are_found() -> None:
    case = invented(150, seed=4)
    names = [f"Ionescu{number} {1900 + number}" for number in range(150)]
    a = [f"{name} {text}" for name, text in zip(names, case[0], strict=False)]
    b = [f"{text} {name}" for name, text in zip(names, case[0], strict=False)]
    gold = [((i,), (i,)) for i in range(len(a))]
    a, b, gold = moved((a, b, gold), 15, 0.2, seed=2)
    proposal = aligned(a, b)
    assert proposal.order == "free"
    assert pairwise(gold, proposal.links) > 0.9
    assert pairwise(gold, aligned(a, b, order="same").links) < 0.5


def test_texts_that_have_nothing_in_common_are_not_linked_for_sure() -> None:
    a, b = invented(60, seed=5)[0], invented(60, seed=6)[1]
    links = [link for link in aligned(a, b).links if link.a and link.b]
    assert sum(certainty(link.confidence) == "high" for link in links) < 10


@pytest.mark.parametrize(
    ("a", "b"),
    (
        ([], []),
        (["a"], []),
        ([], ["a", "b"]),
        ([" "], ["?"]),
        (["1", "2", "3"], ["3", "2", "1"]),
        (["x"], ["y z"] * 120),
        (["the same"] * 150, ["la même"] * 150),
        (["word " * 5000], ["mot"]),
    ),
)
def test_any_input_ends_well(a: list[str], b: list[str]) -> None:
    for order in (None, "same", "free"):
        proposal = aligned(a, b, order=order)
        assert sum(len(link.a) for link in proposal.links) == len(a)
        assert sum(len(link.b) for link in proposal.links) == len(b)


def test_links_do_not_depend_on_the_seed_of_hashes() -> None:
    a, b, _ = invented(40, seed=8)
    sides = ", ".join(f"[Sentence(text) for text in {side!r}]" for side in (a, b))
    code = f"from tei_edition.align import Sentence, propose; print(propose({sides}))"
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_texts_aligned_by_hand() -> None:
    a, b, gold = read(shared("field/align-dev"))
    proposal = aligned(a, b, "de", "fr")
    assert proposal.order == "same"
    assert strict(gold, proposal.links) > 0.87
    sure = [
        (link.a, link.b) in gold for link in proposal.links if link.a and link.b and link.confidence >= 0.9
    ]
    assert sum(sure) / len(sure) > 0.9


def test_texts_aligned_by_hand_in_another_order() -> None:
    a, b, gold = moved(read(shared("field/align-dev")), 20, 0.2, seed=3)
    proposal = aligned(a, b, "de", "fr")
    assert proposal.order == "free"
    assert pairwise(gold, proposal.links) > 0.8


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    (
        ("Le 30 juin 1941 à Iași.", "fr", "le #30 #m6 #1941 a iasi"),
        ("On 30 June 1941 in Iaşi:", "en", "on #30 #m6 #1941 in iasi :"),
        ("13 266 Juifs", "fr", "#13266 juifs"),
        ("13,266 Jews", "en", "#13266 jews"),
        ("8839,8 m", "de", "#88398 m"),
        ("vingt-deux", "", "vingt deux"),
        ("România și Republica Moldova", "ro", "@RO si @MD"),
        ("Москва", "", "moskva"),
        ("ירושלים", "", "iruslim"),
        ("東京 1941", "", "東 京 #1941"),
        ("« Qui ? »", "fr", '" qui ? "'),
        ("", "fr", ""),
    ),
)
def test_tokens(text: str, language: str, expected: str) -> None:
    assert " ".join(tokens(text, language)) == expected


def test_confidence_rises_with_the_chance() -> None:
    values = [measured(chance / 1000) for chance in range(1001)]
    assert values == sorted(values)
    assert (values[0], values[-1]) == (0.0, 0.98)
    assert [certainty(value) for value in (0.95, 0.8, 0.2)] == ["high", "medium", "low"]


def run(*arguments: str | Path) -> str:
    result = CliRunner().invoke(main, ["align", *map(str, arguments)])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture
def plain(tmp_path: Path) -> tuple[Path, Path]:
    for name, lines in (("fr.txt", FRENCH), ("en.txt", ENGLISH)):
        (tmp_path / name).write_text("\n".join(lines), "utf-8")
    return tmp_path / "fr.txt", tmp_path / "en.txt"


def test_plain_texts_as_tsv(plain: tuple[Path, Path]) -> None:
    rows = [
        line.split("\t") for line in run(*plain, "--from", "fr", "--to", "en", "--format", "tsv").splitlines()
    ]
    assert [row[:2] for row in rows] == [[str(i), str(i)] for i in range(len(FRENCH))]
    assert all(re.fullmatch(r"[01]\.\d\d", row[2]) for row in rows)


def test_the_table_marks_what_is_doubtful(plain: tuple[Path, Path]) -> None:
    plain[1].write_text("\n".join(["Snow.", *random.Random(1).sample(ENGLISH, 4)]), "utf-8")
    output = run(*plain, "--order", "same")
    assert "??" in output
    assert re.search(
        r"\d+ links \(\d+ sure, \d+ doubtful, \d+ very doubtful\); \d+ sentences without a", output
    )


def tei(path: Path, links: str = "") -> Path:
    def div(kind: str, language: str, lines: list[str]) -> str:
        sentences = "".join(
            f'<s xml:id="{language}-s{number}">{line}<note>1944</note></s>\n'
            for number, line in enumerate(lines, start=1)
        )
        return f'<div type="{kind}" xml:lang="{language}"><p>{sentences}</p></div>'

    body = div("original", "fr", FRENCH) + div("translation", "en", ENGLISH)
    path.write_text(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{path.stem}"><teiHeader/>\n{links}'
        f"  <text><body>{body}</body></text>\n</TEI>\n",
        "utf-8",
    )
    return path


def test_links_are_written_and_nothing_else(tmp_path: Path) -> None:
    file = tei(tmp_path / "letter.xml")
    before = file.read_bytes()
    assert "wrote 10 links" in run(file, "--to", "en", "--write")
    after = file.read_text("utf-8")
    group = after[after.index("  <standOff>") : after.index("  <text>")]
    assert '<link target="#fr-s1 #en-s1" cert="high"/>' in group
    assert after.replace(group, "").encode() == before


def test_links_are_written_in_the_encoding_of_the_file(tmp_path: Path) -> None:
    file = tei(tmp_path / "letter.xml")
    text = file.read_text("utf-8").replace("  <text>", "<!-- <text> --><text\n>").replace("\n", "\r\n")
    before = ('<?xml version="1.0" encoding="windows-1250"?>\r\n' + text).encode(
        "windows-1250", "xmlcharrefreplace"
    )
    file.write_bytes(before)
    assert "wrote 10 links" in run(file, "--to", "en", "--write")
    after = file.read_bytes()
    start, end = after.index(b"<standOff>"), after.index(b"</standOff>\r\n") + len(b"</standOff>\r\n")
    assert after[:start] + after[end:] == before
    assert b"\n" not in after[start:end].replace(b"\r\n", b"")


def test_links_that_are_there_stay_as_they_are(tmp_path: Path) -> None:
    group = '<linkGrp type="translation"><link target="#fr-s1 #en-s2"/></linkGrp>'
    there = f"  <standOff>\n    {group}\n  </standOff>\n"
    file = tei(tmp_path / "letter.xml", there)
    output = run(file, "--to", "en", "--write")
    assert "wrote 8 links" in output
    assert "2 links not written" in output
    text = file.read_text("utf-8")
    assert '<link target="#fr-s1 #en-s2"/>' in text
    assert '"#fr-s1 #en-s1"' not in text
    assert "wrote 0 links" in run(file, "--to", "en", "--write")
    assert file.read_text("utf-8") == text


def test_links_between_documents_go_into_alignments(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tei", tmp_path / "tei")
    folder = tmp_path / "tei" / "documents"
    one, two = tei(folder / "one.xml"), tei(folder / "two.xml")
    alignments = tmp_path / "tei" / "alignments.xml"
    if not alignments.exists():
        tei(alignments, "  <standOff>\n  </standOff>\n")
    run(one, two, "--to", "en", "--write")
    assert 'target="documents/one.xml#fr-s1 documents/two.xml#en-s1"' in alignments.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    (
        (["letter.xml"], "name a second file"),
        (["letter.xml", "--to", "ro"], 'has no version with xml:lang="ro"'),
        (["fr.txt", "en.txt", "--write"], "--write is for TEI files"),
        (["broken.xml", "en.txt"], "broken.xml"),
        (["odd.xml", "--to", "en", "--write"], "odd.xml has no place where links can be put"),
        (["latin.txt", "en.txt"], "is not a text in UTF-8"),
    ),
)
@pytest.mark.usefixtures("plain")
def test_what_cannot_be_aligned_is_said(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    expected: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    tei(tmp_path / "letter.xml")
    text = (tmp_path / "letter.xml").read_text("utf-8")
    (tmp_path / "odd.xml").write_text(text.replace("  <text>", "<standOff/><text>"), "utf-8")
    (tmp_path / "broken.xml").write_text("<TEI>", "utf-8")
    (tmp_path / "latin.txt").write_bytes("été".encode("latin-1"))
    result = CliRunner().invoke(main, ["align", *arguments])
    assert result.exit_code in (2, 3)
    assert expected in result.output
