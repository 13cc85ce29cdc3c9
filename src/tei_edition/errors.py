"""Faults of the program or of its surroundings, never of a text."""


class EditionError(Exception):
    """A fault that stops the work: one line for the user, and what to do about it."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Keep `message` (one line, no full stop needed) and an optional `hint`."""
        super().__init__(message)
        self.hint = hint
