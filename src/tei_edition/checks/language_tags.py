"""Language tags: what is wrong with one, which language it says, and what that is called.

RFC 5646 (BCP 47) says what a tag is, the IANA Language Subtag Registry which subtags there are;
langcodes carries both. Loading it takes a moment, so the commonest tags of all are known without it.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.checks.reading import languages, script_of
from tei_edition.checks.worded import shortened

if TYPE_CHECKING:
    from langcodes import Language

_LONGEST = 200
"""Characters of a tag that is looked at; RFC 5646 asks programs for no more than 35."""

SPECIAL = frozenset(("und", "mul", "zxx", "mis", "art"))
"""Codes that do not say one language."""

_LOOK_UP = 'Write the code of the language, such as "ro", or "de-AT" for the German of Austria.'


_PRIVATE = re.compile("x-|i-|q[a-t][a-z]", re.IGNORECASE)
"""How tags begin that mean something to those only who agreed on them."""


class Fault(NamedTuple):
    """What is wrong with a tag: the rule's code, in words, how to mend it, and the one right tag, if any."""

    code: str
    message: str
    hint: str
    right: str | None = None


_NOTHING = Fault("L101", "There is no language tag here.", _LOOK_UP)


@cache
def fault_of(tag: str) -> Fault | None:
    """Say what is wrong with a language tag, if anything."""
    if tag in languages():
        return None
    if len(tag) > _LONGEST:
        return Fault("L101", "The language tag is too long to be one.", _LOOK_UP)
    from langcodes import Language
    from langcodes.tag_parser import LanguageTagError

    written = "-".join(re.split(r"[\s_-]+", tag.strip()))
    try:
        said = Language.get(written, normalize=False)
    except LanguageTagError:
        return _no_tag(tag)
    right = _right(said, Language.get(written))
    return _unknown(tag, said) if right is None else _other(tag, said, right)


@cache
def language_in(tag: str) -> str:
    """Give the code of the language that a tag says, the shortest there is.

    "" where it says none, where the text is a transcription (`ro-fonipa`, `yi-Latn`), or where it is wrong.
    """
    if tag in languages():
        return tag
    from langcodes import Language

    fault = fault_of(tag) if tag else _NOTHING
    right = fault.right if fault else tag
    if right is None or _PRIVATE.match(right):
        return ""
    said = Language.get(right, normalize=False)
    usual = script_of(said.language or "")
    is_plain = said.script in (None, usual) and not (said.variants or said.extensions or said.private)
    return said.language if said.language and is_plain and said.language not in SPECIAL else ""


@cache
def name_of(code: str) -> str:
    """Give the English name of a language; its code where it has none."""
    return _names().get(code, code)


def _no_tag(tag: str) -> Fault:
    """Say that something does not have the form of a tag: `German`, nothing at all."""
    if not tag.strip():
        return _NOTHING
    right = _by_name().get(tag.strip().lower())
    shown = f'"{shortened(tag)}" is not a language tag.'
    return Fault("L101", shown, f'Write "{right}".' if right else _LOOK_UP, right)


def _right(said: "Language", meant: "Language") -> str | None:
    """Give a tag with the codes that are used today for what it says; None where it says nothing.

    `meant` has what the Unicode CLDR makes of the tag; countries that are no more stay as they are.
    """
    from langcodes import Language

    language, territory = said.language, said.territory
    if language and "-" in language and not language.startswith("x-"):
        return language if meant.private else meant.to_tag()
    is_replaced = language != meant.language and (
        not _is_known(language=language) or language in _preferred()
    )
    if is_replaced:
        language = meant.language
    if territory and not _is_known(territory=territory):
        territory = meant.territory
    now = Language.make(
        language, said.extlangs, said.script, territory, said.variants, said.extensions, said.private
    )
    return now.to_tag() if now.is_valid() else None


def _unknown(tag: str, said: "Language") -> Fault:
    """Say which part of a tag nobody registered: `cz`, `de-XY`."""
    if said.language and not _is_known(language=said.language):
        hint = _of_country(said.language) or _LOOK_UP
        return Fault("L101", f'"{said.language}" is not the code of a language.', hint)
    if said.territory and not _is_known(territory=said.territory):
        return Fault("L101", f'"{said.territory}" is not the code of a country or region.', _LOOK_UP)
    if said.script and not _is_known(script=said.script):
        return Fault("L101", f'"{said.script}" is not the code of a script.', _LOOK_UP)
    message = f'A part of the language tag "{shortened(tag)}" is unknown, or stands in it twice.'
    return Fault("L101", message, _LOOK_UP)


def _other(tag: str, said: "Language", right: str) -> Fault | None:
    """Say that a tag should be another: `ro_RO`, `rum`, `iw`; or is only written unusually: `FR`."""
    hint = f'Write "{right}".'
    if tag == right or (tag.lower() == right.lower() and (said.private or tag.lower().startswith("x-"))):
        return None
    if tag.lower() == right.lower():
        return Fault("L104", f'The language tag "{tag}" is usually written "{right}".', hint, right)
    if not right.lower().startswith(f"{said.language}"):
        name = name_of(right.partition("-")[0])
        return Fault("L101", f'"{tag}" is not the tag that is used for {name}.', hint, right)
    return Fault("L101", f'"{shortened(tag)}" is not a language tag.', hint, right)


def _of_country(code: str) -> str:
    """Say which language is probably meant by the code of a country; "" where it is none."""
    from babel import Locale
    from langcodes import Language

    if len(code) != 2 or code.upper() not in Locale("en").territories:
        return ""
    language = Language.make(territory=code.upper()).maximize().language or ""
    return f'It is the code of a country; if {name_of(language)} is meant, write "{language}".'


def _is_known(**subtag: str | None) -> bool:
    from langcodes import Language

    return Language.make(**subtag).is_valid()


@cache
def _preferred() -> frozenset[str]:
    """Give the language subtags that the registry keeps for old texts only: it names better ones."""
    from langcodes.registry_parser import parse_registry

    entries: Iterable[dict[str, str]] = parse_registry()  # type: ignore[no-untyped-call]
    return frozenset(
        entry["Subtag"] for entry in entries if entry["Type"] == "language" and "Preferred-Value" in entry
    )


@cache
def _names() -> dict[str, str]:
    from babel import Locale

    return dict(Locale("en").languages)


@cache
def _by_name() -> dict[str, str]:
    """Give languages by their names in English and in themselves, in small letters."""
    from babel import Locale

    own = {str(Locale(code).languages.get(code, "")).lower(): code for code in languages()}
    return own | {name.lower(): code for code, name in _names().items() if "_" not in code}
