"""Mistakes that archivists really make, each as a change to the text of a document.

A mistake finds the first place in a document where it can be made, makes it, and says which finding
must come back and where: at the offset, in the changed text, of the thing that is wrong.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

BODY = '<div type="original"'
Change = Callable[[str], tuple[str, int]]


@dataclass(frozen=True)
class Mistake:
    """A mistake's name, the code that it must be found under, and how it is made."""

    name: str
    code: str
    make: Change


def change(old: str, new: str, at: str = "", after: str = BODY) -> Change:
    """Replace the first match of a pattern in the text; the finding stands at `at` in what replaced it."""

    def make(text: str) -> tuple[str, int]:
        found = re.compile(old, re.DOTALL).search(text, text.index(after))
        assert found, f"{old} does not occur"
        put = found.expand(new)
        return text[: found.start()] + put + text[found.end() :], found.start() + put.index(at)

    return make


def last_line_lost(text: str) -> tuple[str, int]:
    """Cut the file off, as a full disk or a broken transfer does."""
    cut = text.rindex("</body>")
    return text[:cut], cut


def word_lost(text: str) -> tuple[str, int]:
    """Delete a plain word of the source's text in the sixth sentence."""
    start = text.index('-s6"', text.index(BODY))
    found = re.compile(r"(?<=[a-zé] )([a-zéà]{5,})(?= [a-zé])").search(text, start)
    assert found
    return text[: found.start()] + text[found.end() + 1 :], found.start()


def second_id_repeated(text: str) -> tuple[str, int]:
    """Paste a sentence with the id of the first."""
    ids = re.findall(r'xml:id="(\w+-s1)"', text)
    found = re.search(r'xml:id="\w+-s2"', text)
    assert ids and found
    return text[: found.start()] + f'xml:id="{ids[0]}"' + text[found.end() :], found.start()


def sentence_numbers_swapped(text: str) -> tuple[str, int]:
    """Give the second and the third sentence each other's number."""
    start = text.index(BODY)
    body = re.sub(r'(xml:id="\w+)-s2"', r'\1-swap"', text[start:], count=1)
    body = re.sub(r'(xml:id="\w+)-s3"', r'\1-s2"', body, count=1).replace('-swap"', '-s3"', 1)
    found = re.search(r'<s xml:id="\w+-s2"', body)
    assert found
    return text[:start] + body, start + found.start()


MISTAKES = (
    Mistake(
        "lower-case-element",
        "R001",
        change(r"<placeName(\s[^>]*>[^<]*)</placeName>", r"<placename\1</placename>", "<placename"),
    ),
    Mistake("end-tag-missing", "W002", change(r"</s>(\s*</p>)", r"\1", "</p>")),
    Mistake("bare-ampersand", "W002", change(r"(<s [^>]*>)", r"\1Scherl & Co ", "& Co")),
    Mistake("cut-off", "W002", last_line_lost),
    Mistake("doctype", "W004", change(r"<TEI ", "<!DOCTYPE TEI>\n<TEI ", "<!DOCTYPE", after="<?xml")),
    Mistake("id-in-register-misspelt", "N002", change(r'ref="place:romania', 'ref="place:rumania', "ref")),
    Mistake("place-tagged-as-person", "N005", change(r'ref="place:romania"', 'ref="person:carol-ii"', "ref")),
    Mistake("prefix-misspelt", "N003", change(r'ref="place:', 'ref="plac:', "ref")),
    Mistake(
        "reference-without-target", "S020", change(r'<placeName\s+ref="[^"]*"', "<placeName", "<placeName")
    ),
    Mistake("date-as-people-write-it", "D101", change(r'when="[^"]*"', 'when="29.6.1941"', "when")),
    Mistake("date-without-value", "S030", change(r'<date\s+when="[^"]*"', "<date", "<date")),
    Mistake(
        "period-reversed", "D102", change(r'<date\s+when="[^"]*"', '<date from="1945" to="1941"', "from")
    ),
    Mistake("id-pasted-twice", "N001", second_id_repeated),
    Mistake("sentence-numbers-swapped", "S002", sentence_numbers_swapped),
    Mistake("word-lost", "F001", word_lost),
    Mistake(
        "correction-without-sic",
        "R002",
        change(r"(?<=<choice>)<(sic|orig|abbr)>[^<]*</\1><(corr|reg|expan)", r"<\2", "<"),
    ),
    Mistake("correction-unattributed", "R005", change(r'<(corr|reg|expan)\s+resp="[^"]*"', r"<\1", "<")),
    Mistake(
        "note-unattributed",
        "S011",
        change(r'<note\s+type="editorial"\s+resp="[^"]*"', '<note type="editorial"', "<note"),
    ),
    Mistake("division-type-misspelt", "R004", change(r'type="original"', 'type="orignal"', "type")),
    Mistake(
        "text-outside-paragraphs", "R007", change(r"(</p>)(\s*)(<p>|<ab|<figure)", r"\1\2Confer \3", "Confer")
    ),
    Mistake("figure-with-a-comma", "R004", change(r'quantity="\d+"', 'quantity="13,266"', "quantity")),
    Mistake("unknown-attribute", "R003", change(r"<persName\s", '<persName key="P1" ', "key")),
    Mistake(
        "source-hash-wrong",
        "F002",
        change(r'<idno type="sha256">..', '<idno type="sha256">00', "<idno", after="<sourceDesc>"),
    ),
    Mistake(
        "availability-forgotten",
        "S061",
        change(
            r"<publicationStmt>(.*?)<availability.*?</availability>",
            r"<publicationStmt>\1",
            "<publicationStmt>",
            after="<fileDesc>",
        ),
    ),
    Mistake("file-renamed", "N004", change(r'xml:id="', 'xml:id="x-', "xml:id", after="<TEI")),
    Mistake("paragraph-in-sentence", "R002", change(r"(<s [^>]*>)", r"\1<p/>", "<p/>")),
)
