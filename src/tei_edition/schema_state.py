"""Whether the schemas that lie beside an ODD were made from it as it is now; without making them."""

import re
from hashlib import sha256
from pathlib import Path

from tei_edition.findings import Finding
from tei_edition.rules import severity_of

SCHEMAS = ("edition.rng", "edition.sch")
"""What an `edition.odd` is made into, beside it."""

_STATED = re.compile(rb"SHA-256 of the ODD: ([0-9a-f]{64})")
_HEAD = 2000
"""Bytes at the beginning of a schema, among which it says what it was made from."""


def fingerprint(odd: bytes) -> str:
    """Give the SHA-256 of an ODD, the same whatever its line ends are."""
    return sha256(odd.replace(b"\r\n", b"\n").replace(b"\r", b"\n")).hexdigest()


def check(folder: Path) -> list[Finding]:
    """Find schemas in a folder that its ODD no longer makes, or that are not there (W010).

    A schema that does not say of which ODD it was made is believed.
    """
    odd = folder / "edition.odd"
    if not odd.is_file():
        return []
    try:
        now = fingerprint(odd.read_bytes())
    except OSError:
        return []
    stale = [name for name in SCHEMAS if _stated(folder / name) not in (now, "")]
    if not stale:
        return []
    message = f"{' and '.join(stale)} {'is' if len(stale) == 1 else 'are'} not what {odd.name} makes now."
    hint = "Run `edition schema`."
    return [Finding(odd.resolve(), 1, 1, "W010", severity_of("W010"), message, hint)]


def _stated(schema: Path) -> str | None:
    """Give the fingerprint that a schema states; nothing where it states none, None where it is not there."""
    if not schema.is_file():
        return None
    try:
        with schema.open("rb") as file:
            found = _STATED.search(file.read(_HEAD))
    except OSError:
        return None
    return found[1].decode() if found else ""
