"""Addresses of authority files: two ways to write one identifier are one identifier."""

import re
from functools import cache

from lxml import etree

from tei_edition.markup import ED
from tei_edition.resources import packaged


def identifier(uri: str) -> str:
    """Give the identifier that an address means, `geonames:675810`, or the address without its scheme."""
    for kind, pattern in _patterns():
        found = pattern.match(uri)
        if found:
            return f"{kind}:{found.group(1)}"
    return re.sub(r"^https?://|/$", "", uri)


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    tree = etree.parse(packaged("xslt") / "lib" / "authorities.xml")
    return [
        (node.get("type", ""), re.compile(node.get("match", ""))) for node in tree.iter(f"{{{ED}}}authority")
    ]
