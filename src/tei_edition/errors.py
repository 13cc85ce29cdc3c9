"""Faults of the program or its surroundings, never of a text."""


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
