"""One way to understand a date's words, and whether it agrees with days."""

from dataclasses import dataclass, replace

from tei_edition.words.calendar import Interval, Part, Unit


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a date's words.

    `first` and `last` are the same but for a span; one of them is None for "since" and "before".
    `near` says that the ends may be meant a day in or out ("between", "after"); `complete`, that every
    word was understood; `weekday` is the first one that is named, Monday being 0.
    """

    first: Part | None
    last: Part | None
    near: bool = False
    about: bool = False
    complete: bool = True
    weekday: int | None = None

    def __str__(self) -> str:
        """Write it as EDTF does: `1940-05/1940-06`, `1938/..`; `~` for about, `?` for in part."""
        marks = ("~" if self.about else "") + ("" if self.complete else "?")
        if self.first is self.last:
            return f"{self.first}{marks}"
        first, last = (".." if part is None else str(part) for part in (self.first, self.last))
        return f"{first}/{last}{marks}"

    @property
    def is_span(self) -> bool:
        """Whether the words name a beginning or an end, and not one date."""
        return self.first is not self.last

    @property
    def is_open(self) -> bool:
        """Whether the words name a beginning or an end only."""
        return self.first is None or self.last is None

    @property
    def unit(self) -> Unit:
        """The most precise unit that the words name."""
        return max(part.unit for part in (self.first, self.last) if part is not None)

    @property
    def whole(self) -> "Reading":
        """The same with the whole of the months, years and decades of which only a part is named."""
        first, last = (part and part.whole for part in (self.first, self.last))
        return replace(self, first=first, last=last if self.is_span else first)

    def agrees(self, when: Interval) -> bool:
        """Say whether what is tagged can be what the words say, or a part of it."""
        if self.first is None or self.last is None:
            return self._open_agrees(when)
        if not self.is_span:
            return self.first.meets(when)
        if self.first.recurs_in(when) or self.last.recurs_in(when):
            return True
        ends = sorted(interval.last for interval in self.last.near(when))
        for start in self.first.near(when):
            end = next((end for end in ends if end >= start.first), None)
            if end is not None and Interval(start.first, end).meets(when):
                return True
        return False

    def _open_agrees(self, when: Interval) -> bool:
        if self.first is not None:
            return self.first.recurs_in(when) or any(
                start.first <= when.last for start in self.first.near(when)
            )
        assert self.last is not None  # noqa: S101 - a reading has an end at least
        return self.last.recurs_in(when) or any(when.first <= end.last for end in self.last.near(when))

    def begins(self, start: Interval) -> bool:
        """Say whether what is tagged as the beginning can be the beginning that the words name."""
        return self.first is None or not self.is_span or self.first.meets(self._loosely(start))

    def ends(self, end: Interval) -> bool:
        """Say whether what is tagged as the end can be the end that the words name."""
        return self.last is None or not self.is_span or self.last.meets(self._loosely(end))

    def _loosely(self, end: Interval) -> Interval:
        """Give the day before and the day after too, where "before" and "between" leave that open."""
        if self.near and end.first == end.last:
            return Interval(end.first.moved(-1), end.last.moved(1))
        return end
