"""The languages that an edition's pages speak, and the pages that a document has in them.

A page of the whole edition, such as the contents, is there in each of these languages; a document's in
those that it has a version in. `xslt/lib/pages.xsl` names the files of the former.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml import etree

from tei_edition.errors import EditionError
from tei_edition.markup import ED, XML_LANG, tei

LANGUAGE = f"{{{ED}}}language"
"""The parameter of the stylesheets that says which language a page speaks."""

_TITLES = "/".join(tei(name) for name in ("teiHeader", "fileDesc", "titleStmt", "title"))


@dataclass(frozen=True)
class DocumentPage:
    """A page of a document: its file in `documents/`, and the language that it speaks."""

    file: str
    language: str
    leading: str
    """The language of the version that comes first; empty where that is the original."""


@dataclass(frozen=True)
class Versions:
    """The languages of a document: its root's, those of its originals, and those of its translations."""

    language: str
    originals: tuple[str, ...]
    translations: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """The languages of all versions."""
        return self.originals + self.translations


def versions_of(root: etree._Element) -> Versions:
    """Read off the languages of a document's versions, each once, in their order."""
    found: dict[str, dict[str, None]] = {"original": {}, "translation": {}}
    for text in root.iterfind(tei("text")):
        for division in text.iter(tei("div")):
            language = primary(division.get(XML_LANG, ""))
            if language and division.get("type") in found:
                found[str(division.get("type"))][language] = None
    return Versions(primary(root.get(XML_LANG, "")), tuple(found["original"]), tuple(found["translation"]))


def edition_languages(
    header: etree._Element, documents: Iterable[Versions], spoken: Sequence[str]
) -> tuple[str, ...]:
    """Give the languages of an edition's pages, at least one, the edition's own first.

    They are those of `spoken`, the languages that the interface has words in, that the edition's header,
    a title in it, or a version of a document is in; of a document without versions, the document itself.
    `header` is the root of the edition's own TEI.
    """
    own = primary(header.get(XML_LANG, ""))
    used = {own, *(primary(title.get(XML_LANG, "")) for title in header.iterfind(_TITLES))}
    used.update(language for document in documents for language in document.all or [document.language])
    known = sorted(used & set(spoken))
    first = next((language for language in (own, "en", *known) if language in known), "en")
    return (first, *(language for language in known if language != first))


def document_pages(name: str, versions: Versions, languages: Sequence[str]) -> list[DocumentPage]:
    """Give the pages of a document, the first in the document's language if the edition speaks that.

    That is the language that its TEI states, or else the original's.
    `name` is the document's stem, `languages` are those of the edition's pages.
    """
    own = versions.language or next(iter(versions.originals), "")
    first = own if own in languages else languages[0]
    others = [language for language in languages if language != first and language in versions.all]
    return [
        DocumentPage(f"{name}.html", first, ""),
        *(DocumentPage(f"{name}.{language}.html", language, language) for language in others),
    ]


def refuse_doubles(pages: Iterable[DocumentPage]) -> None:
    """Raise `EditionError` where two pages would be one file, on some system at least."""
    for file, number in Counter(page.file.lower() for page in pages).items():
        if number > 1:
            raise EditionError(f"Two pages would be called {file}", "Rename one of the documents.")


def pages_tree(pages: Iterable[DocumentPage]) -> etree._Element:
    """Write pages as `ed:pages`, for the stylesheets."""
    top = etree.Element(f"{{{ED}}}pages", nsmap={"ed": ED})
    for page in pages:
        etree.SubElement(top, f"{{{ED}}}page", language=page.language, file=page.file)
    return top


def primary(tag: str) -> str:
    """Give the language of a language tag: `ro` of `ro-fonipa`."""
    return tag.replace("_", "-").partition("-")[0].lower()
