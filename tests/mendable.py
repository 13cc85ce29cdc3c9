"""A document to mend, what in it is mended, and what is left alone."""

import re
from pathlib import Path

from click.testing import CliRunner, Result

from tei_edition.cli import main
from tei_edition.mend import Mends, mend, write
from tei_edition.select import Selection

DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a" xml:lang="en">
  <teiHeader>
    <fileDesc>
      <titleStmt>
        <title xml:lang="en">A letter</title>
        <respStmt xml:id="archive"><resp>Encoding</resp><orgName>The archive</orgName></respStmt>
      </titleStmt>
      <publicationStmt>
        <publisher>The archive</publisher>
        <date when="2026">2026</date>
        <availability status="unknown"><p>Not known.</p></availability>
      </publicationStmt>
      <sourceDesc><bibl><title>letter.txt</title></bibl></sourceDesc>
    </fileDesc>
    <profileDesc>
      <abstract xml:lang="ro"><p>In short: {header}.</p></abstract>
      <langUsage><language ident="en">English</language></langUsage>
    </profileDesc>
    <revisionDesc><change when="2026-11-21" who="#archive">Encoded.</change></revisionDesc>
  </teiHeader>
  <text>
    <body>
      <div type="original" xml:lang="en">
        <p><s xml:id="en-s1">They say {text} too.</s></p>
      </div>
    </body>
  </text>
</TEI>
"""

IN_HEADER = [
    ("U001", "la Iaşi, Constanţa", "la Iași, Constanța"),
    ("U001", "la Ia&#x15F;i", "la Iași"),
    ("U002", "cafe\u0301", "café"),
    ("U002", "cafe&#769;s", "cafés"),
    ("U003", "M\u04d3nner", "Männer"),
    ("U006", "dicta\u00adtor", "dictator"),
    ("U010", "Bucha\ufeffrest", "Bucharest"),
    ("N301", '<idno type="wikidata"> q152030 </idno>', '<idno type="wikidata"> Q152030 </idno>'),
    ("N305", "<geo>47,1712 27,5749</geo>", "<geo>47.1712 27.5749</geo>"),
]
"""Each a rule, what is wrong in Romanian text that an editor wrote, and what `--fix` makes of it."""

IN_TEXT = [
    ("D101", '<date when="1941-6-29">29 June</date>', '<date when="1941-06-29">29 June</date>'),
    ("D101", "<date when='1941/06/29'>29 June</date>", "<date when='1941-06-29'>29 June</date>"),
    ("D101", '<date when="29.06.1941">then</date>', '<date when="1941-06-29">then</date>'),
    ("D101", '<date when="06/29/1941">then</date>', '<date when="1941-06-29">then</date>'),
    (
        "D101",
        '<date from="5.5.1941" to = "1.6.1941">May</date>',
        '<date from="1941-05-05" to = "1.6.1941">May</date>',
    ),
    ("D101", '<date when="5.6.1941">5 June 1941</date>', '<date when="1941-06-05">5 June 1941</date>'),
    ("D101", '<date when="195704">April 1957</date>', '<date when="1957-04">April 1957</date>'),
    (
        "N204",
        'in <placeName ref="#archive"> Iași\n  </placeName>and',
        'in  <placeName ref="#archive">Iași</placeName>\n  and',
    ),
    (
        "N204",
        "<persName><hi>Ion</hi> Popescu, &#160;</persName>and",
        "<persName><hi>Ion</hi> Popescu</persName>, &#160;and",
    ),
    (
        "N204",
        "<choice><orig><name>I, </name></orig></choice>",
        "<choice><orig><name>I,</name> </orig></choice>",
    ),
    ("R001", "<placename >Iași</placename\n>", "<placeName >Iași</placeName\n>"),
    ("R001", "<persname/>", "<persName/>"),
    ("R003", "<date When='1941' cert=\"high\">then</date>", "<date when='1941' cert=\"high\">then</date>"),
    ("W002", '<p XML:lang="fr">x</p><p Xml:id = "b">y</p>', '<p xml:lang="fr">x</p><p xml:id = "b">y</p>'),
    (
        "N301",
        '<ref target="https://www.wikidata.org/wiki/q152030">x</ref>',
        '<ref target="https://www.wikidata.org/wiki/Q152030">x</ref>',
    ),
]

LEFT_ALONE = [
    ("D101", '<date when="5.6.1941">then</date>'),
    ("D101", '<date when="5.6.1941">June 5th, 1941, or May 6th</date>'),
    ("D101", '<date notBefore="5.6.1941">5 June 1941</date>'),
    ("D101", '<date when="1908/09">that winter</date>'),
    ("D101", '<date when="1941-6-31">the end of June</date>'),
    ("N204", "<name>(Iași) (</name>"),
    ("N204", "<p>x<name><![CDATA[Iași ]]></name></p>"),
    ("R001", "<S>struck out</S>"),
    ("R001", "<placenom>Iași</placenom>"),
    ("R003", '<date When="1941" when="1942">then</date>'),
    ("R003", '<date whem="1941">then</date>'),
    ("N301", '<idno type="wikidata">152030</idno>'),
    ("W002", '<p XML:lang="fr">x &amp y</p>'),
    ("W002", '<p foo:lang="fr">x</p>'),
    ("N305", "<geo>47,17 27,57</geo>"),
    ("U002", "cafe\u0301"),
    ("U003", "M\u04d3nner"),
    ("U006", "dicta\u00adtor"),
]
"""What is found in the original and not mended: nobody can be sure, or the source has it."""

LEFT_ALONE_IN_HEADER = [
    ("U001", '<foreign xml:lang="en">Constanţa</foreign>'),
    ("U001", "Karaağaş"),
    ("U002", "<![CDATA[cafe\u0301]]>"),
    ("U003", "М\u043eсква or Mосква"),
    ("U005", "the king\u0092s"),
    ("U006", "dicta\u00ad\ntor"),
    ("U009", "cafÃ©"),
    ("U010", "one\u200btwo"),
]


def written_to(file: Path, text: str = "", header: str = "") -> bytes:
    data = DOCUMENT.replace("{text}", text).replace("{header}", header).encode()
    file.write_bytes(data)
    return data


def mended(file: Path, *codes: str) -> bytes:
    """Mend a file, write it, and give its bytes."""
    write(mend([file], selection=Selection(codes)))
    return file.read_bytes()


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, arguments)])


def edition_in(folder: Path, text: str, received: bytes | None = None, header: str = "") -> Path:
    """Make an edition of one document with a register of persons, and its source file where there is one."""
    for name in ("documents", "registers", "sources"):
        (folder / "tei" / name).mkdir(parents=True)
    if received is not None:
        (folder / "tei" / "sources" / "a.txt").write_bytes(received)
    register = DOCUMENT.replace('xml:id="a"', 'xml:id="persons"').replace('xml:id="archive"', "")
    person = '<listPerson><person xml:id="ion"><persName>Ion</persName></person></listPerson>'
    register = re.sub(r'<div type="original".*</div>', person, register, flags=re.DOTALL)
    (folder / "tei" / "registers" / "persons.xml").write_text(register, "utf-8")
    file = folder / "tei" / "documents" / "a.xml"
    written_to(file, text, header)
    return file


def patched(data: bytes, patch: bytes) -> bytes:
    """Apply a unified diff of one file, as `patch` does."""
    old, lines = (re.findall(rb"[^\n]*\n|[^\n]+", one) for one in (data, patch))
    for number, line in enumerate(lines):
        if line.startswith(b"\\ No newline"):
            lines[number - 1] = lines[number - 1][:-1]
    new, at = [], 0
    for line in lines[2:]:
        if found := re.match(rb"@@ -(\d+)", line):
            new += old[at : int(found[1]) - 1]
            at = int(found[1]) - 1
        elif line[:1] in b" -":
            assert old[at] == line[1:]
            at += 1
        if line[:1] in b" +":
            new.append(line[1:])
    return b"".join(new + old[at:])


def two_dates(file: Path) -> Mends:
    written_to(file, '<date when="1941-6-29">29 June</date>')
    return mend([file], selection=Selection(("D",)))
