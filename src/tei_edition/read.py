"""The only way in: untrusted bytes give a `Source` or findings that say why not.

No entity is resolved, no DTD read, no XInclude followed, nothing fetched.
"""

import codecs
import re
from pathlib import Path

from lxml import etree

from tei_edition.findings import Finding, Severity
from tei_edition.markup import TEI, XINCLUDE, local
from tei_edition.source import Place, Source

LARGEST_FILE = 50_000_000
"""Bytes. A document of this size would be some 20,000 pages."""

DEEPEST = 100
MOST_ATTRIBUTES = 200
"""Saxon's parser refuses more of either; a text that needs them is not known to us."""

_BEGINNING = Place(1, 1)
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_DOCTYPE = re.compile(r"^(?:\s|<!--.*?-->|<\?.*?\?>)*(<!DOCTYPE)", re.DOTALL)
_MISMATCH = re.compile(r"Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)")
_NOT_TEI = (
    (b"PK\x03\x04", "a Word or OpenDocument file", "Open it in its own program and export TEI."),
    (b"%PDF", "a PDF", "Transcribe it, or take the TEI that it was made from."),
    (b"{\\rtf", "an RTF file", "Open it in a word processor and export TEI."),
)


def read(path: Path) -> Source | list[Finding]:
    """Read one TEI file.

    Gives the `Source`, or the findings (W001 to W007) that keep it from being read;
    never raises for what a file holds or for a file that cannot be opened.
    """
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= LARGEST_FILE else b""
    except OSError as error:
        return [_finding(path, "W001", f"The file cannot be read: {error.strerror}.")]
    if size > LARGEST_FILE:
        message = f"The file has {size:,} bytes; more than {LARGEST_FILE:,} are not read."
        return [_finding(path, "W006", message, hint="Divide the document.")]
    return parse(path, data)


def parse(path: Path, data: bytes) -> Source | list[Finding]:
    """Make a `Source` of the bytes of the file at `path`, or say why they are none."""
    for magic, what, hint in _NOT_TEI:
        if data.startswith(magic):
            return [_finding(path, "W005", f"This is {what}, not XML.", hint=hint)]
    if not data.strip():
        return [_finding(path, "W002", "The file is empty.")]
    text = _decode(path, data)
    if isinstance(text, Finding):
        return [text]
    doctype = _DOCTYPE.match(text)
    if doctype:
        place = _place(text, doctype.start(1))
        hint = "Remove the DOCTYPE line, and write the characters that its entities stand for."
        message = "A document type declaration is refused, because it can pull in other files."
        return [_finding(path, "W004", message, place, hint)]
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, collect_ids=False, encoding="utf-8"
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        return [_ill_formed(path, text, error)]
    source = Source(path, text, root)
    return _refused(source) or source


def _decode(path: Path, data: bytes) -> str | Finding:
    """Decode as the byte order mark or the declaration says, UTF-8 where neither does."""
    encoding = ""
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            data, encoding = data[len(mark) :], name
            break
    declared = _DECLARED.match(data)
    if not encoding:
        encoding = declared.group(1).decode() if declared else "utf-8"
    try:
        return re.sub(r"\r\n?", "\n", data.decode(encoding))
    except LookupError:
        message = f'The file declares the encoding "{encoding}", which is not known.'
        return _finding(path, "W003", message, hint='Save it as UTF-8 and declare encoding="UTF-8".')
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "replace")
        message = (
            f"The file is read as {encoding.upper()}, but byte 0x{data[error.start]:02X} here"
            " does not belong to that encoding."
        )
        hint = "It was probably saved as Windows-1252; save it as UTF-8."
        return _finding(path, "W003", message, _place(before, len(before)), hint)


def _ill_formed(path: Path, text: str, error: etree.XMLSyntaxError) -> Finding:
    """Say what libxml2 found, in the words of somebody who sees tags."""
    message = re.sub(r", line \d+, column \d+$", "", error.msg or "The XML cannot be read")
    line, column = error.position
    place = Place(max(line or 1, 1), max(column or 1, 1))
    hint = ""
    mismatch = _MISMATCH.match(message)
    if mismatch:
        opened, opened_at, closed = mismatch.groups()
        message = f"`<{opened}>`, opened at line {opened_at}, is closed by `</{closed}>`"
        hint = f"Write `</{opened}>` first, or open `<{closed}>` where it begins."
        end_tag = text.rfind(f"</{closed}", 0, _offset(text, place))
        place = _place(text, end_tag) if end_tag >= 0 else place
    elif "Premature end of data" in message or "Extra content at the end" in message:
        hint = "The file may have been cut off, or a last end tag is missing or doubled."
    elif message.startswith(("xmlParseEntityRef", "Entity '")):
        hint = "Write `&amp;` for an ampersand, and the character itself for a named entity."
    elif "Unescaped '<'" in message or "StartTag: invalid element name" in message:
        hint = "Write `&lt;` for a less-than sign."
    return _finding(path, "W002", message.strip().rstrip(".") + ".", place, hint)


def _refused(source: Source) -> list[Finding]:
    """Find what makes a well-formed file one that we do not take."""
    root, path = source.root, source.path
    if root.tag != f"{{{TEI}}}TEI":
        return [_not_tei(source)]
    findings = []
    for node in root.iter(f"{{{XINCLUDE}}}include"):
        hint = "Put the text where it belongs, or point to it with `ref` or `ptr`."
        message = "XInclude is not followed."
        findings.append(_finding(path, "W007", message, source.place(node), hint))
    for node in root.iter(etree.Element):
        if len(node.attrib) > MOST_ATTRIBUTES:
            message = f"More than {MOST_ATTRIBUTES} attributes on one element."
            return [_finding(path, "W006", message, source.place(node))]
    if (deep := _too_deep(root)) is not None:
        message = f"Elements stand inside one another more than {DEEPEST} deep."
        return [_finding(path, "W006", message, source.place(deep))]
    return findings


def _not_tei(source: Source) -> Finding:
    root = source.root
    name = etree.QName(root)
    place = source.place(root)
    if name.localname.lower() == "html":
        message, hint = "This is an HTML page, not TEI.", "Encode its text in TEI."
    elif name.localname.startswith("TEI.2"):
        message, hint = "This is TEI P4.", "Convert it to P5: the root is `TEI` in its namespace."
    elif name.localname == "TEI":
        message = "The root element is not in the TEI namespace."
        hint = f'Write `<TEI xmlns="{TEI}">`.'
    else:
        message = f"The root element is `{local(str(root.tag))}`, not `TEI`."
        hint = "Each file of an edition is one TEI document."
    return _finding(source.path, "W005", message, place, hint)


def _too_deep(root: etree._Element) -> etree._Element | None:
    depth = 0
    for event, node in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST and isinstance(node, etree._Element):
            return node
    return None


def _place(text: str, offset: int) -> Place:
    return Place(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def _offset(text: str, place: Place) -> int:
    lines = text.split("\n")
    return sum(len(line) + 1 for line in lines[: place.line - 1]) + place.column


def _finding(path: Path, code: str, message: str, place: Place = _BEGINNING, hint: str = "") -> Finding:
    return Finding(path, place.line, place.column, code, Severity.ERROR, message, hint)
