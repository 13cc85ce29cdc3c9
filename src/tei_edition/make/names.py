"""What is made of a part for other steps, not for readers."""

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
