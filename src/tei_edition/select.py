"""Which findings are told: by their rules' codes, and by how much they matter."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache

from tei_edition.echoes import without_echoes
from tei_edition.findings import Finding, Severity
from tei_edition.rules import is_default


@dataclass(frozen=True)
class Selection:
    """Codes of rules, or beginnings of codes, to tell and not to tell, and the least severity told.

    Where nothing is selected, every rule is told that is so by default. Where a code is selected and
    ignored, the longer of the two beginnings decides: `D203` is told that is selected, although `D` is not.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Severity = Severity.INFO

    def of(self, findings: Iterable[Finding]) -> list[Finding]:
        """Give the findings that are told, what two of them say once."""
        order = list(Severity)
        told = order[: order.index(self.severity) + 1]
        tells = cache(self.tells)
        return without_echoes([found for found in findings if found.severity in told and tells(found.code)])

    def tells(self, code: str) -> bool:
        """Say whether findings of a rule are told."""
        chosen = _longest(self.select, code) if self.select else is_default(code) - 1
        return chosen > _longest(self.ignore, code)


DEFAULT = Selection()
"""What is told to who asks for nothing special."""


def codes_in(values: Iterable[str]) -> tuple[str, ...]:
    """Give the codes of lists that commas divide: `D,u0` is D and U0."""
    return tuple(part.strip().upper() for value in values for part in value.split(",") if part.strip())


def unknown(codes: Iterable[str], known: Collection[str]) -> list[str]:
    """Give the codes that no known code begins with."""
    return [code for code in codes if not any(one.startswith(code) for one in known)]


def _longest(beginnings: Iterable[str], code: str) -> int:
    """Give the length of the longest beginning of a code, -1 where none is."""
    return max((len(one) for one in beginnings if code.startswith(one)), default=-1)
