"""Tables as CSV that spreadsheets open as text."""

import csv
import io
import re
from collections.abc import Iterable, Mapping

_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def csv_of(rows: Iterable[Mapping[str, str]], columns: Iterable[str] = ()) -> bytes:
    """Write rows as CSV (RFC 4180, UTF-8 with a byte order mark, without which Excel misreads `ș`).

    Columns are those given and all others, in the order in which rows first have them.
    A spreadsheet takes what begins with `=`, `+`, `-` or `@` for a formula, which in a text that was
    received could do harm: such a cell gets an apostrophe in front, but for a number.
    """
    rows = list(rows)
    names = dict.fromkeys([*columns, *(name for row in rows for name in row)])
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(names), restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: guarded(value) for name, value in row.items()} for row in rows)
    return text.getvalue().encode("utf-8-sig")


def guarded(value: str) -> str:
    """Give a cell that no spreadsheet takes for a formula."""
    return f"'{value}" if _FORMULA.match(value) and not _NUMBER.fullmatch(value) else value
