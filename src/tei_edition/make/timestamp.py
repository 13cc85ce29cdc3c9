"""The date that a text states of itself; nothing here reads the clock."""

import datetime

from tei_edition.markup import tei
from tei_edition.source import Source


def stated(source: Source) -> int | None:
    """Give the latest date of a text's revisions and publication, in seconds since 1970; None without one."""
    dates = [
        *source.root.iterfind(f".//{tei('revisionDesc')}/{tei('change')}"),
        *source.root.iterfind(f".//{tei('publicationStmt')}/{tei('date')}"),
    ]
    found = sorted(filter(None, (node.get("when", node.get("when-iso")) for node in dates)))
    for when in reversed(found):
        full = when + "-01-01"[len(when) - 4 :] if len(when) < 10 else when[:10]
        try:
            day = datetime.datetime.fromisoformat(full).replace(tzinfo=datetime.UTC)
        except ValueError:
            continue
        return int(day.timestamp())
    return None
