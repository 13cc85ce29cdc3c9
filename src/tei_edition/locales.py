"""What the Unicode CLDR knows of the languages in which pages speak: months, dates, language names."""

from collections.abc import Iterable

from babel import Locale
from lxml import etree

from tei_edition.markup import ED, XML_LANG

_REGION = {"en": "en_GB"}
"""English pages write dates as Europe does: 29 June 1941."""


def locales(languages: Iterable[str]) -> etree._Element:
    """Give an `ed:locales` element with an `ed:locale` for each of some languages, for the stylesheets."""
    top = etree.Element(f"{{{ED}}}locales", nsmap={"ed": ED})
    for language in languages:
        locale = Locale.parse(_REGION.get(language, language))
        node = etree.SubElement(top, f"{{{ED}}}locale", {XML_LANG: language})
        node.set("date", str(locale.date_formats["long"]))
        node.set("month", locale.datetime_skeletons["yMMMM"].pattern)
        for number, name in sorted(locale.months["format"]["wide"].items()):
            etree.SubElement(node, f"{{{ED}}}month", n=str(number)).text = name
        for code, name in sorted(locale.languages.items()):
            etree.SubElement(node, f"{{{ED}}}language", code=code).text = name
    return top
