"""What parts are called by, and what is made of them for other steps, not for readers."""

from pathlib import Path

PREPARED = ""
"""The part as `prepare` leaves it."""

FACTS = "facts"
PRINT = "print"
SUMMARY = "summary"
COMPARISONS = "comparisons"
ENTRIES = "entries"
PLACES = "places."
EVENTS = "events."
"""What follows is the language."""

FILES = "files"
"""Files for programs, all that one stylesheet makes of the part; each is an output too, by its path."""

LINES = "lines"
"""The lines that a document adds to the tables of the whole edition."""

UNITS = "units"
"""The units of a document that name entries of registers."""

TOPICS = "topics"
"""The units of a document that speak of times, figures and events."""

SEARCHED = "searched"
"""What of a document can be found by searching."""

OF_FACTS = (LINES, UNITS, TOPICS, SEARCHED)
"""What is made of a document's facts."""


def key_of(path: Path, root: Path) -> str:
    """Give what a part is called by: its path below the edition's folder, `tei/documents/letter.xml`."""
    shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
    return shown.encode("utf-8", "backslashreplace").decode()  # The name of a folder may be no text at all.
