"""XML as lxml writes it: namespaces, names in them, the text of an element."""

from copy import deepcopy

from lxml import etree

TEI = "http://www.tei-c.org/ns/1.0"
XML = "http://www.w3.org/XML/1998/namespace"
XINCLUDE = "http://www.w3.org/2001/XInclude"
RELAX_NG = "http://relaxng.org/ns/structure/1.0"
SCHEMATRON = "http://purl.oclc.org/dsdl/schematron"
XSLT = "http://www.w3.org/1999/XSL/Transform"
ED = "urn:tei-edition"

XML_ID = f"{{{XML}}}id"
XML_LANG = f"{{{XML}}}lang"


def tei(name: str) -> str:
    """Give a TEI element's name in lxml's notation."""
    return f"{{{TEI}}}{name}"


def text_of(element: etree._Element) -> str:
    """Give all text in an element, runs of white space as one space, none at its ends."""
    return " ".join("".join(map(str, element.itertext())).split())


def alone(element: etree._Element) -> etree._Element:
    """Copy an element without the text that stands behind it."""
    copy = deepcopy(element)
    copy.tail = None
    return copy


def unescaped(value: str) -> str:
    """Give a text in which `&amp;` and its like are the characters that they stand for."""
    if "&" not in value:
        return value
    from html import unescape  # It has thousands of names, and hardly a file needs one.

    return unescape(value)


def local(tag: str) -> str:
    """Give an element's or attribute's name as people write it: `xml:id`, `persName`."""
    return tag.replace(f"{{{XML}}}", "xml:").rpartition("}")[2]


def is_id(text: str) -> bool:
    """Say whether a text can be an `xml:id`: a letter or `_`, then letters, digits, `.`, `-` and `_`."""
    try:
        return etree.QName(text).localname == text
    except ValueError:
        return False
