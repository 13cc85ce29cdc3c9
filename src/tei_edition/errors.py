"""Faults of the program or its surroundings, never of a text."""

import os


class EditionError(Exception):
    """A fault that stops the work: one line for the user, and what to do about it."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Keep `message` (one line, no full stop needed) and an optional `hint`."""
        super().__init__(message)
        self.hint = hint


class SchemaError(EditionError):
    """A schema that is none, reaches for what it must not, or could not be done with in time.

    For a schema that the user named it is a fault; where a document named it, it becomes a finding there.
    """


def fault_of(error: Exception) -> EditionError:
    """Give an error as one that any process can read, and its user; raises it with `EDITION_DEBUG` set."""
    if isinstance(error, EditionError):
        return EditionError(str(error), error.hint)
    if isinstance(error, OSError):
        return EditionError(f"{error.filename or 'a file'}: {error.strerror or error}")
    if os.environ.get("EDITION_DEBUG"):
        raise error
    return EditionError(
        f"A fault in the program: {type(error).__name__}: {error}",
        "Run it again with EDITION_DEBUG=1 and report what it prints.",
    )
