"""The only way in: untrusted bytes give a `Source` or findings that say why not.

No entity is resolved, no DTD read, no XInclude followed, nothing fetched.
"""

import codecs
import errno
import re
import stat
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from tei_edition.findings import Finding, Severity
from tei_edition.ill_formed import ill_formed
from tei_edition.markup import TEI, XINCLUDE, local
from tei_edition.place import Place
from tei_edition.project import leads_out
from tei_edition.source import Source

LARGEST_FILE = 50_000_000
"""Bytes. A document of this size would be some 20,000 pages."""

DEEPEST = 100
MOST_ATTRIBUTES = 200
"""Saxon's parser refuses more of either; a text that needs them is not known to us."""

_IS_DEEP = etree.XPath(f"boolean({'/*' * (DEEPEST + 1)})")
_BEGINNING = Place(1, 1)
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_ENCODINGS = re.compile(
    r"utf-?(8|16|32)(-?[lb]e)?|(us-)?ascii|iso-?8859-\d+|latin-?\d+|windows-125\d|cp125\d|cp85[0-9]|cp437|"
    r"koi8-[ru]|mac-?roman|big5|gb2312|gbk|gb18030|euc-(jp|kr)|shift_jis"
)
"""Encodings of text. Python knows others (`unicode_escape`, `punycode`) that are none."""

_ONE_BYTE = re.compile(r"iso-?8859|latin|windows-?12|cp12|us-ascii|ascii", re.IGNORECASE)
"""Encodings in which any bytes are some text, so that a wrong declaration shows only in the letters."""

_DOCTYPE = re.compile(r"^(?:\s|(?><!--.*?-->)|(?><\?.*?\?>))*+(<!DOCTYPE)", re.DOTALL)
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
        data = bytes_of(path)
    except OSError as error:
        return [_finding(path, "W001", f"The file cannot be read: {error.strerror}.")]
    if len(data) > LARGEST_FILE:
        message = f"The file has more than {LARGEST_FILE:,} bytes, which is the most that is read."
        return [_finding(path, "W006", message, hint="Divide the document.")]
    return parse(path, data)


def bytes_of(path: Path) -> bytes:
    """Give a file's bytes, of one that is too large some more than LARGEST_FILE.

    Raises `OSError` where it cannot be read, for a pipe or a device, which may have no end, and for a link
    that leads out of the edition.
    """
    if leads_out(path):
        raise OSError(errno.EPERM, "It is a link that leads out of the edition", str(path))
    mode = path.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise OSError(errno.EINVAL, "It is no ordinary file", str(path))
    with path.open("rb") as file:
        return file.read(LARGEST_FILE + 1)


def parse(path: Path, data: bytes) -> Source | list[Finding]:
    """Make a `Source` of the bytes of the file at `path`, or say why they are none."""
    for magic, what, hint in _NOT_TEI:
        if data.startswith(magic):
            return [_finding(path, "W005", f"This is {what}, not XML.", hint=hint)]
    if not data.strip():
        return [_finding(path, "W002", "The file is empty.")]
    if b"\0" in data[:1000] and not data.startswith(tuple(mark for mark, _ in _BYTE_ORDER_MARKS)):
        return [_finding(path, "W005", "This is a binary file, not XML.")]
    decoded = decode(path, data)
    if isinstance(decoded, Finding):
        return [decoded]
    text = decoded.normal
    doctype = _DOCTYPE.match(text)
    if doctype:
        place = _place(text, doctype.start(1))
        hint = "Remove the DOCTYPE line, and write the characters that its entities stand for."
        message = "A document type declaration is refused, because it can pull in other files."
        return [_finding(path, "W004", message, place, hint=hint)]
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, collect_ids=False, encoding="utf-8"
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        return [ill_formed(path, text, error)]
    source = Source(path, text, root)
    return _refused(source) or source


def text_in(path: Path) -> str:
    """Give a file's text to show it, U+FFFD for what cannot be decoded; empty where it cannot be read."""
    try:
        data = bytes_of(path)
    except OSError:
        return ""
    if len(data) > LARGEST_FILE:
        return ""
    decoded = decode(path, data)
    return decoded.normal if isinstance(decoded, Decoded) else _normal(data.decode(errors="replace"))


class Decoded(NamedTuple):
    """A file's bytes as text with its own line ends: byte order mark, encoding, text."""

    mark: bytes
    encoding: str
    text: str

    @property
    def normal(self) -> str:
        """The text with LF as line ends."""
        return _normal(self.text)


def decode(path: Path, data: bytes) -> Decoded | Finding:
    """Decode as the byte order mark or the declaration says, UTF-8 where neither does."""
    encoding, found = "", b""
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            data, encoding, found = data[len(mark) :], name, mark
            break
    declared = _DECLARED.match(data)
    if not encoding:
        encoding = declared.group(1).decode().lower() if declared else "utf-8"
    if not _ENCODINGS.fullmatch(encoding):
        message = f'The file declares the encoding "{encoding}", which is not read.'
        return _finding(path, "W003", message, hint='Save it as UTF-8 and declare encoding="UTF-8".')
    try:
        text = data.decode(encoding)
        if _ONE_BYTE.match(encoding) and not data.isascii() and _is_utf_8(data):
            message = f"The file declares {encoding}, but its letters are written in UTF-8."
            return _finding(path, "W003", message, hint='Declare encoding="UTF-8" in the first line.')
        return Decoded(found, encoding, text)
    except LookupError:
        message = f'The file declares the encoding "{encoding}", which is not known.'
        return _finding(path, "W003", message, hint='Save it as UTF-8 and declare encoding="UTF-8".')
    except UnicodeDecodeError as error:
        before = _normal(data[: error.start].decode(encoding, "replace"))
        message = (
            f"The file is read as {encoding.upper()}, but byte 0x{data[error.start]:02X} here"
            " does not belong to that encoding."
        )
        hint = "It was probably saved as Windows-1252; save it as UTF-8."
        return _finding(path, "W003", message, _place(before, len(before)), hint=hint)


def _normal(text: str) -> str:
    return re.sub(r"\r\n?", "\n", text)


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _refused(source: Source) -> list[Finding]:
    """Find what makes a well-formed file one that we do not take."""
    root, path = source.root, source.path
    if root.tag != f"{{{TEI}}}TEI":
        return [_not_tei(source)]
    findings = []
    for node in root.iter(f"{{{XINCLUDE}}}include"):
        hint = "Put the text where it belongs, or point to it with `ref` or `ptr`."
        message = "XInclude is not followed."
        findings.append(_finding(path, "W007", message, *source.ends(node), hint))
    for node in root.iter(etree.Element):
        if len(node.attrib) > MOST_ATTRIBUTES:
            message = f"More than {MOST_ATTRIBUTES} attributes on one element."
            return [_finding(path, "W006", message, *source.ends(node))]
    if (deep := _too_deep(root)) is not None:
        message = f"Elements stand inside one another more than {DEEPEST} deep."
        return [_finding(path, "W006", message, *source.ends(deep))]
    return findings


def _not_tei(source: Source) -> Finding:
    root = source.root
    name = etree.QName(root)
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
    return _finding(source.path, "W005", message, *source.ends(root), hint)


def _too_deep(root: etree._Element) -> etree._Element | None:
    if not _IS_DEEP(root):
        return None
    depth = 0
    for event, node in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST and isinstance(node, etree._Element):
            return node
    return None


def _place(text: str, offset: int) -> Place:
    return Place(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def _finding(
    path: Path, code: str, message: str, place: Place = _BEGINNING, end: Place | None = None, hint: str = ""
) -> Finding:
    return Finding(path, *place, code, Severity.ERROR, message, hint, end)
