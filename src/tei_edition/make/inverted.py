"""What the documents of an edition tell, turned round: who names an entry, who speaks of a topic.

An inverted index in the record's database. A document's facts are put into it when they are new; of entries
and topics for which something has changed, and of no others, the digest of all that is said is taken anew.
"""

import marshal
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tei_edition.digests import digest_of
from tei_edition.make.facts import Facts
from tei_edition.make.record import Record

_KNOWN = "SELECT path, said, named, year, mapped FROM document"
_PLACE = "SELECT place FROM document WHERE path = ?"


class Mention(NamedTuple):
    """A document that names an entry."""

    path: str
    units: int
    """How many units of it do."""
    own: int
    """How many, translations left out."""
    digest: str
    """The digest of these units."""
    said: str
    """The digest of what is said of the document as a whole."""


class Spoken(NamedTuple):
    """A document that speaks of a topic."""

    path: str
    own: int
    """How many units of it do, translations left out."""
    digest: str
    said: str


class Known(NamedTuple):
    """What is known of a document, but for its facts."""

    path: str
    said: str
    """The digest of what is said of it as a whole."""
    named: str
    """The digest of how often it names which entries."""
    year: str
    is_mapped: bool
    """Whether a map is made of the places that it names."""


def _known(row: tuple[str, str, str, str, int]) -> Known:
    path, said, named, year, is_mapped = row
    return Known(path, said, named, year, bool(is_mapped))


class Inverted:
    """The index of one record."""

    def __init__(self, record: Record) -> None:
        """Take the record that it is kept in."""
        self._sql = record.sql
        self._entries: set[str] = set()
        self._topics: set[str] = set()
        """Of which something has changed."""

    def put(self, path: str, facts: Facts, said: str) -> None:
        """Put a document's facts, with the digest of what is said of it as a whole."""
        self._sql.execute("INSERT OR IGNORE INTO document (path, said) VALUES (?, ?)", (path, said))
        self.say(path, said)
        number = self._id_of(path)
        rows = self._sql.execute("SELECT entry, units, own, digest FROM mention WHERE id = ?", (number,))
        before = {entry: tuple(told) for entry, *told in rows}
        now = facts.mentions
        different = {entry for entry in before.keys() | now.keys() if before.get(entry) != now.get(entry)}
        self._entries |= different
        gone = [(entry, number) for entry in different]
        self._sql.executemany("DELETE FROM mention WHERE entry = ? AND id = ?", gone)
        new = ((entry, number, *now[entry]) for entry in different & now.keys())
        self._sql.executemany("INSERT INTO mention VALUES (?, ?, ?, ?, ?)", new)
        rows = self._sql.execute("SELECT topic, own, digest FROM topic WHERE id = ?", (number,))
        spoken = {topic: tuple(told) for topic, *told in rows}
        topics = facts.topics
        self._topics |= {one for one in spoken.keys() | topics.keys() if spoken.get(one) != topics.get(one)}
        self._sql.execute("DELETE FROM topic WHERE id = ?", (number,))
        new_topics = ((topic, number, *told) for topic, told in topics.items())
        self._sql.executemany("INSERT INTO topic VALUES (?, ?, ?, ?)", new_topics)
        named = digest_of(*(f"{entry} {own}" for entry, (_, own, _) in now.items()))
        self._sql.execute(
            "UPDATE document SET named = ?, year = ?, mapped = ?, data = ? WHERE id = ?",
            (named, facts.year, facts.mapped, marshal.dumps(facts.small()), number),
        )

    def say(self, path: str, said: str) -> None:
        """Put the digest of what is said of a document as a whole: its titles, its date, its pages."""
        row = self._sql.execute("SELECT said, id FROM document WHERE path = ?", (path,)).fetchone()
        if row is not None and row[0] != said:
            self._sql.execute("UPDATE document SET said = ? WHERE id = ?", (said, row[1]))
            self._touch(row[1])

    def settle(self, paths: Sequence[str]) -> None:
        """Let there be these documents, in this order, and none else; take the digests that are not right."""
        places = dict(self._sql.execute("SELECT path, place FROM document"))
        for path in places.keys() - set(paths):
            number = self._id_of(path)
            self._touch(number)
            for table in ("document", "mention", "topic"):
                self._sql.execute(f"DELETE FROM {table} WHERE id = ?", (number,))  # noqa: S608
        known = [path for path in paths if places.get(path) is not None]
        if known != sorted(known, key=places.__getitem__):  # Links to documents may have changed their names.
            for path in known:
                self._touch(self._id_of(path))
        moved = [(n, path) for n, path in enumerate(paths) if path in places and places[path] != n]
        self._sql.executemany("UPDATE document SET place = ? WHERE path = ?", moved)
        for names, told in ((self._entries, self.mentions), (self._topics, self.spoken)):
            for name in names:
                self._settle(name, [tuple(one) for one in told(name)])
            names.clear()

    def _settle(self, name: str, told: list[tuple[str | int, ...]]) -> None:
        self._sql.execute("DELETE FROM settled WHERE name = ?", (name,))
        if told:
            digest = digest_of(name, *map(repr, told))
            self._sql.execute("INSERT INTO settled VALUES (?, ?)", (name, digest))

    def _id_of(self, path: str) -> int:
        return int(self._sql.execute("SELECT id FROM document WHERE path = ?", (path,)).fetchone()[0])

    def _touch(self, number: int) -> None:
        """Remember the entries that a document names, and the topics that it speaks of."""
        entries = self._sql.execute("SELECT entry FROM mention WHERE id = ?", (number,))
        self._entries.update(entry for (entry,) in entries)
        topics = self._sql.execute("SELECT topic FROM topic WHERE id = ?", (number,))
        self._topics.update(topic for (topic,) in topics)

    @property
    def documents(self) -> Iterator[Known]:
        """All documents, in their order."""
        yield from map(_known, self._sql.execute(f"{_KNOWN} ORDER BY place"))

    def document(self, path: str) -> Known | None:
        """Give what is known of one document."""
        row = self._sql.execute(f"{_KNOWN} WHERE path = ?", (path,)).fetchone()
        return _known(row) if row else None

    @property
    def facts(self) -> Iterator[tuple[str, Facts]]:
        """The facts of all documents, in their order, without mentions and topics."""
        for path, data in self._sql.execute("SELECT path, data FROM document ORDER BY place"):
            yield path, Facts.of_plain(marshal.loads(data))  # noqa: S302  # We wrote it.

    def facts_of(self, path: str) -> Facts | None:
        """Give the facts of one document, without mentions and topics."""
        row = self._sql.execute("SELECT data FROM document WHERE path = ?", (path,)).fetchone()
        return Facts.of_plain(marshal.loads(row[0])) if row else None  # noqa: S302  # We wrote it.

    def in_order(self, paths: Iterable[str]) -> list[str]:
        """Give some documents in their order."""
        places = {path: self._sql.execute(_PLACE, (path,)).fetchone() for path in paths}
        return sorted((path for path, place in places.items() if place), key=lambda path: places[path])

    @property
    def number(self) -> int:
        """How many documents there are."""
        return int(self._sql.execute("SELECT count(*) FROM document").fetchone()[0])

    @property
    def settled(self) -> dict[str, str]:
        """Entries that are named and topics that are spoken of, each with the digest of all that is said."""
        return dict(self._sql.execute("SELECT name, digest FROM settled"))

    def mentions(self, entry: str) -> list[Mention]:
        """Give the documents that name an entry, in their order."""
        rows = self._sql.execute(
            "SELECT path, units, own, digest, said FROM mention JOIN document USING (id)"
            " WHERE entry = ? ORDER BY place",
            (entry,),
        )
        return [Mention(*row) for row in rows]

    def counted(self, register: str) -> Iterator[tuple[str, str, int]]:
        """Give the mentions of a register's entries: the entry, the document, and how often; by entries."""
        begin, end = f"{register}.", f"{register}/"  # The sign after the stop.
        yield from self._sql.execute(
            "SELECT entry, path, own FROM mention JOIN document USING (id)"
            " WHERE entry >= ? AND entry < ? ORDER BY entry, place",
            (begin, end),
        )

    def named_in(self, path: str | None) -> dict[str, int]:
        """Give how often a document, or all together, name which entries, translations left out."""
        if path is None:
            return dict(self._sql.execute("SELECT entry, sum(own) FROM mention GROUP BY entry"))
        asked = "SELECT entry, own FROM mention JOIN document USING (id) WHERE path = ?"
        return dict(self._sql.execute(asked, (path,)))

    @property
    def topics(self) -> dict[str, tuple[int, int]]:
        """Of what documents speak: how many of their own units, and how many documents."""
        rows = self._sql.execute("SELECT topic, sum(own), count(*) FROM topic GROUP BY topic ORDER BY topic")
        return {topic: (units, documents) for topic, units, documents in rows}

    def spoken(self, topic: str) -> list[Spoken]:
        """Give the documents that speak of a topic, in their order."""
        rows = self._sql.execute(
            "SELECT path, own, digest, said FROM topic JOIN document USING (id)"
            " WHERE topic = ? ORDER BY place",
            (topic,),
        )
        return [Spoken(*row) for row in rows]
