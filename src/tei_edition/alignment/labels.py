"""What messages call versions and sentences: "French original", "iasi-1941-fr.xml#fr-s2"."""

from collections.abc import Sequence
from functools import cache

from tei_edition.alignment.versions import Sentence, Version
from tei_edition.words.tables import primary


def label(version: Version) -> str:
    """Name a version: "English translation"; "translation" where its language is not said."""
    kind = "original" if version.is_original else "translation"
    return f"{_language(primary(version.language))} {kind}".strip()


def address(sentence: Sentence) -> str:
    """Name a sentence of any document as pointers do: `iasi-1941-fr.xml#fr-s2`."""
    return f"{sentence.version.file.name}#{sentence.id}"


def listed(names: Sequence[str]) -> str:
    """Join names as English does: "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


@cache
def _language(code: str) -> str:
    from babel import Locale

    return str(Locale("en").languages.get(code, ""))
