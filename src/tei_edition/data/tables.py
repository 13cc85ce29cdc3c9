"""Tables as CSV that spreadsheets open as text."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def csv_of(rows: Iterable[Mapping[str, str]], columns: Iterable[str] = ()) -> bytes:
    """Write rows as CSV; columns are those given and all others, in the order of their first use."""
    rows = list(rows)
    names = list(dict.fromkeys([*columns, *(name for row in rows for name in row)]))
    return heading_of(names) + lines_of(rows, names)


def heading_of(columns: Sequence[str]) -> bytes:
    """Give how a file begins: a byte order mark, without which Excel misreads `ș`, and the columns' names."""
    return _written([columns]).encode("utf-8-sig")


def lines_of(rows: Iterable[Mapping[str, str]], columns: Sequence[str]) -> bytes:
    """Give the lines of some rows (RFC 4180, UTF-8); a cell that a row does not have is empty."""
    return _written([guarded(row.get(name, "")) for name in columns] for row in rows).encode()


def _written(lines: Iterable[Sequence[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(lines)
    return text.getvalue()


def guarded(value: str) -> str:
    """Give a cell that no spreadsheet takes for a formula.

    One that begins with `=`, `+`, `-` or `@` would be one, which in a text that was received could do harm:
    it gets an apostrophe in front, but for a number.
    """
    return f"'{value}" if _FORMULA.match(value) and not _NUMBER.fullmatch(value) else value
