"""Documents that nobody would write: a good one in which some things are made nasty."""

from collections.abc import Callable, Sequence
from copy import deepcopy
from pathlib import Path

from lxml import etree

Pick = Callable[[int], int]
"""Gives a number from 0 to below another; who mutates decides which."""

EVERYTHING = Path(__file__).parent / "data" / "everything" / "tei"
DOCUMENT = EVERYTHING / "documents" / "delivery.xml"
SHARED = (EVERYTHING / "edition.xml", EVERYTHING / "registers" / "register.xml")

_TEI = "{http://www.tei-c.org/ns/1.0}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_MARKS = "\u0085\u00a0\u00ad\u0301\u200b\u200e\u202e\u2028\ufeff\ue000\U0001f600\U000e0041"
_LONG = "Popescu " * 60

DATES = """1941 1941-06 1941-06-29 29.06.1941 5.6.1941 1941-02-30 0000 -0001 00000 99999 -99999-01-01 1941-13
24:00:00 1941-06-29T24:00:00 1941-06-29T25:61 --02-30 ---32 1941-06-29Z 1941-06-29+99:99 9999-12-31
१९४१ 1941/06/29 1941- unknown 10000000000000000000 1941-W26 P1D 1940/1941""".split("\n")
POINTERS = [
    *"# #no #sub a: person: person:no person:%00 person:%ZZ bad:x slow:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!".split(),
    *"http:// http://[::1 http://example.org/%zz file:///etc/passwd ../../../../etc/passwd .. / // . ".split(),
    *"register.xml ../registers/register.xml#no ../registers ../edition.xml#a#b www.example.org".split(),
    *"https://www.wikidata.org/entity/q1 https://viaf.org/viaf/x https://d-nb.info/gnd/118 geo:91,181".split(),
    "x" * 5000,
    "#" + "i" * 300,
    "a b c " * 40,
    "person:" + "é" * 300,
]
LANGUAGES = (
    "en fr ro EN en-GB en_US x-y i-klingon de-1901 a-b-c zz und mul ro-Cyrl fr-fr-fr root é".split()
    + ["", " "]
)
PATTERNS = [
    *"(a|a)*b ((a+))+b (a+)+$ (.*)* ([a-z]+) ( [ \\ \\p{Lu}+ (?P<x>a)(?P=x) (a?){40}a{40} a{99999999999}".split(),
    "(x+x+)+y",
    "(" * 120 + ")" * 120,
    "a*" * 30 + "b",
    "(.*)(.*)(.*)(.*)(.*)(.*)(.*)!",
]
REPLACEMENTS = "$1 $0 $9 $$ http://x/$1 #$1 ../../$1 person:$1 \\1 %00$1 registers/register.xml#$1".split()
IDNOS = "Q1 q152030 Q0 0 -1 118540238 11854023X 0000-0002-1825-0097 1e309 १२३ Q१ urn:x: https:// ☃".split()
IDNO_TYPES = "wikidata geonames GND VIAF ISNI ORCID sha256 WIKIDATA url file".split() + ["", " "]
GEOS = [
    "47.17 27.57",
    "27,57 47,17",
    "91 181",
    "nan inf",
    "1e999 1",
    "47.17",
    "47°10′ 27°34′",
    "١ ٢",
    "-0 -0",
    " , ",
]
NUMBERS = (
    "13266 13 266 1e9 -0 NaN INF 1/0 ½ ١٢٣ 99999999999999999999999999 0x1F 1,000.00 1.000,5 ² 十".split()
)
WORDS = [
    "thirteen thousand two hundred and sixty-six",
    "treisprezece mii",
    "quatre-vingt-dix-neuf",
    "dreizehntausend",
    "one " * 200,
    "million " * 50,
    "6 Juillet 1941",
    "mai à juin 1940",
    "iunie 1941",
    "the night of 28 to 29 June 1941",
    "31 February 0000",
    "between 1 and",
    "1er " * 100,
    "28. 9. 25",
    "'41",
    "Iaşi, Constanţa",
    " Iași , ",
    "cafe\u0301",
    "М\u043eсква",
    "cafÃ© â€œx",
    "fi\ufb01",
    *_MARKS,
    _LONG,
    "",
    " ",
    "\n\t\r",
    "²³½①Ⅳ",
    "<>&\"']]>",
    "ǅ ß İ ı ſ",
]
EXEMPTIONS = [
    *(
        "",
        " ",
        "D201",
        "D201 a reason",
        "Z999 x",
        "D201,D202,N001 - ",
        "d201 x",
        "W101 W102 W103 x",
        "S001 R001 x",
    ),
    *("D" * 5000, "D201" * 500, "F001 F002 U001 N002 why not"),
]
NAMES = """TEI teiHeader text body div p s persName placeName orgName rs date num measure quote note ref ptr idno geo
choice sic corr orig reg abbr expan lb pb gap listPerson person place org event bibl prefixDef listPrefixDef
linkGrp link standOff xenoData language revisionDesc change title category list item table row cell placename
PERSNAME nosuch egXML""".split()
ATTRIBUTES = {
    "when": DATES, "from": DATES, "to": DATES, "notBefore": DATES, "notAfter": DATES, "when-iso": DATES,
    "when-custom": DATES, "calendar": POINTERS, "ref": POINTERS, "target": POINTERS, "corresp": POINTERS,
    "who": POINTERS, "ana": POINTERS, "source": POINTERS, "resp": POINTERS, "facs": POINTERS, "url": POINTERS,
    "type": ["original", "translation", "parallel", "no-counterpart", "event", "person", "source", *IDNO_TYPES],
    "value": NUMBERS, "quantity": NUMBERS, "atLeast": NUMBERS, "unit": ["", "km", "words"], "n": WORDS,
    "matchPattern": PATTERNS, "replacementPattern": REPLACEMENTS, "ident": ["", "a", "person", "http", "é", *LANGUAGES],
    "break": ["no", "maybe", ""], "cert": ["high", "", "é"], "status": WORDS, "When": DATES, "xmlid": ["a"],
    f"{_XML}id": ["", "delivery", "en-s1", "a b", "1", "é", "x" * 5000, "sub", "SUB", "a:b"],
    f"{_XML}lang": LANGUAGES, f"{_XML}space": ["preserve", ""], f"{_XML}base": POINTERS,
    "{urn:other}when": DATES,
}  # fmt: skip
TEXTS = {
    "date": DATES + WORDS, "num": NUMBERS + WORDS, "measure": NUMBERS + WORDS, "idno": IDNOS, "geo": GEOS,
}  # fmt: skip


def of(pick: Pick, several: Sequence[str]) -> str:
    """Pick one of several."""
    return several[pick(len(several))]


def mutated(data: bytes, pick: Pick, changes: int) -> bytes:
    """Give a document with so many changes in its tree, and perhaps some in how it is written."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    for _ in range(changes):
        elements = list(root.iter(etree.Element))
        _CHANGES[pick(len(_CHANGES))](elements[pick(len(elements))], pick)
    text = etree.tostring(root.getroottree(), encoding="unicode")
    return _WRITTEN[pick(len(_WRITTEN))](text)


def _attribute(node: etree._Element, pick: Pick) -> None:
    name = of(pick, list(ATTRIBUTES))
    node.set(name, _valid(of(pick, ATTRIBUTES[name])))


def _value(node: etree._Element, pick: Pick) -> None:
    """Change an attribute that is there, or take it away."""
    if node.attrib:
        name = of(pick, sorted(map(str, node.attrib)))
        if pick(4):
            node.set(name, _valid(of(pick, ATTRIBUTES.get(name, WORDS))))
        else:
            del node.attrib[name]


def _text(node: etree._Element, pick: Pick) -> None:
    node.text = _valid(of(pick, TEXTS.get(etree.QName(node).localname, WORDS)))


def _tail(node: etree._Element, pick: Pick) -> None:
    if node.getparent() is not None:
        node.tail = _valid(of(pick, WORDS))


def _rename(node: etree._Element, pick: Pick) -> None:
    node.tag = ("" if pick(9) == 0 else _TEI) + of(pick, NAMES)


def _remove(node: etree._Element, pick: Pick) -> None:  # noqa: ARG001
    if (parent := node.getparent()) is not None:
        parent.remove(node)


def _double(node: etree._Element, pick: Pick) -> None:
    if (parent := node.getparent()) is not None and len(list(node.iter())) < 200:
        parent.insert(pick(len(parent) + 1), deepcopy(node))


def _move(node: etree._Element, pick: Pick) -> None:
    elements = [other for other in node.getroottree().getroot().iter(etree.Element) if other is not node]
    if node.getparent() is not None and elements:
        other = elements[pick(len(elements))]
        if node not in other.iterancestors():
            other.insert(pick(len(other) + 1), node)


def _deepen(node: etree._Element, pick: Pick) -> None:
    for _ in range(1 + pick(30)):
        node = etree.SubElement(node, _TEI + of(pick, NAMES))


def _instruct(node: etree._Element, pick: Pick) -> None:
    node.insert(pick(len(node) + 1), etree.ProcessingInstruction("edition-exempt", of(pick, EXEMPTIONS)))


def _comment(node: etree._Element, pick: Pick) -> None:
    node.insert(pick(len(node) + 1), etree.Comment(" <s> ]]> "))


def _before_root(node: etree._Element, pick: Pick) -> None:
    named = (
        '"file:///etc/passwd" "http://example.org/a.rng" "no.rng" "../edition.xml" "&amp;" "%00" ""'.split()
    )
    words = (f"href={of(pick, named)}", *(f"edition-exempt {words}" for words in EXEMPTIONS))
    target = "xml-model" if pick(2) else "edition-exempt"
    node.getroottree().getroot().addprevious(etree.ProcessingInstruction(target, of(pick, words)))


def _small(node: etree._Element, pick: Pick) -> None:
    """Put in one of the elements that rules look at, with what it wants."""
    name = of(pick, "date num measure idno geo prefixDef persName rs ref note link title language".split())
    child = etree.SubElement(node, _TEI + name)
    child.text, child.tail = _valid(of(pick, TEXTS.get(name, WORDS))), _valid(of(pick, WORDS))
    for _ in range(1 + pick(3)):
        _attribute(child, pick)


def _links(node: etree._Element, pick: Pick) -> None:
    """Link some of the sentences that there are, and what is none."""
    root = node.getroottree().getroot()
    ids = [f"#{other.get(_XML + 'id')}" for other in root.iter(_TEI + "s", _TEI + "div")] + POINTERS
    group = etree.SubElement(
        etree.SubElement(root, _TEI + "standOff"), _TEI + "linkGrp", type=of(pick, _GROUPS)
    )
    for _ in range(1 + pick(5)):
        name = of(pick, ["link", "link", "note"])
        child = etree.SubElement(group if name == "link" else group.getparent(), _TEI + name)
        child.set("target", _valid(" ".join(of(pick, ids) for _ in range(pick(5)))))
        if name == "note":
            child.set("type", "no-counterpart")
            child.set("corresp", _valid(of(pick, ids)))


_GROUPS = ("translation", "parallel", "other")
_CHANGES = (
    _attribute, _attribute, _value, _value, _value, _text, _text, _tail, _tail, _rename, _remove, _double,
    _move, _deepen, _instruct, _comment, _before_root, _small, _small, _small, _links, _links,
)  # fmt: skip


def _valid(text: str) -> str:
    """Leave out what lxml does not take."""
    return text.replace("\ufffe", "").replace("\uffff", "")


_WRITTEN: tuple[Callable[[str], bytes], ...] = (
    str.encode,
    str.encode,
    str.encode,
    lambda text: text.replace("\n", "\r\n").encode(),
    lambda text: text.replace("\n", "\r").encode(),
    lambda text: text.replace("\n", "\n\r").encode(),
    lambda text: text.replace("\n", " ").encode(),
    lambda text: text.encode("utf-8-sig"),
    lambda text: text.encode("utf-16"),
    lambda text: text.replace("<s ", "<s\n").replace("</s>", "</s\n>").replace('="', ' = \n\t"').encode(),
    lambda text: text.replace(" a", " &#97;").replace(" e", "<![CDATA[ e]]>").encode(),
    lambda text: b'<?xml version="1.0" encoding="iso-8859-1"?>' + text.encode("latin-1", "xmlcharrefreplace"),
)
