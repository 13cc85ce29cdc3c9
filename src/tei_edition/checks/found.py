"""What a rule finds in an element."""

from typing import NamedTuple

from lxml import etree

from tei_edition.findings import Edit


class Found(NamedTuple):
    """What is wrong with an element, or with one of its attributes; "" where it is none of them.

    `right` is the value that the attribute, or the text that the element, should have, where there is one
    right answer; `edits` mend what is no such value.
    """

    code: str
    element: etree._Element
    attribute: str
    message: str
    hint: str = ""
    right: str | None = None
    edits: tuple[Edit, ...] = ()
