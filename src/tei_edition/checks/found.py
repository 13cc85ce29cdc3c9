"""What a rule finds in an element."""

from typing import NamedTuple

from lxml import etree


class Found(NamedTuple):
    """What is wrong with an attribute of an element."""

    code: str
    element: etree._Element
    attribute: str
    message: str
    hint: str = ""
