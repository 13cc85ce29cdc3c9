"""What the chance of a link is worth, as measured on texts aligned by hand."""

from bisect import bisect_right

_MEASURED = (
    (0.0, 0.0),
    (0.25, 0.45),
    (0.5, 0.5),
    (0.7, 0.7),
    (0.9, 0.75),
    (0.95, 0.83),
    (0.97, 0.88),
    (0.985, 0.93),
    (0.995, 0.96),
    (1.0, 0.98),
)
"""Chances as the weighing gives them, and the part of links with that chance that people made too."""

_HIGH, _MEDIUM = 0.9, 0.7


def measured(chance: float) -> float:
    """Give the part of links of a chance (0 to 1) that are right, to two decimals."""
    at = min(bisect_right(_MEASURED, (chance, 2.0)), len(_MEASURED) - 1)
    (low, first), (high, second) = _MEASURED[at - 1], _MEASURED[at]
    return round(first + (chance - low) / (high - low) * (second - first), 2)


def certainty(confidence: float) -> str:
    """Give the value of TEI's @cert for a confidence: high where at least 9 of 10 links are right."""
    return "high" if confidence >= _HIGH else "medium" if confidence >= _MEDIUM else "low"
