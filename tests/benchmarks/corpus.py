"""Make an edition of any number of documents for benchmarks: invented, but sound and of an archive's shape.

    python tests/benchmarks/corpus.py FOLDER NUMBER [--seed 1]

Letters of 5 to 60 KB, most of them short, in English, two in five with a French translation that is linked
sentence by sentence; names to four registers, a few of them everywhere and many seldom; dates, figures, notes
and corrections; each with its text as received. The same number and seed give the same bytes. Nothing in it
speaks of anybody: names are put together from syllables.
"""

import argparse
import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, product
from pathlib import Path
from xml.sax.saxutils import escape

TRANSLATED = 0.4
"""The share of documents with a translation."""

LEAST, MOST = 5_000, 60_000
"""Bytes of a document; half of them are below `MEDIAN`."""
MEDIAN = 14_000

ENTRIES = 40
"""Entries of registers in an edition of one document; there are as many times the root of their number."""

_TEI = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{id}" xml:lang="en">
  <teiHeader>
    <fileDesc>
      <titleStmt>
{titles}
        <respStmt{resp}>
          <resp xml:lang="en">Encoding</resp>
          <name>The editors</name>
        </respStmt>
      </titleStmt>
      <publicationStmt>
        <publisher>The editors</publisher>
        <date when="2026-01-01">2026-01-01</date>
        <availability status="free">
          <licence target="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</licence>
        </availability>
      </publicationStmt>
      <sourceDesc>
        {source}
      </sourceDesc>
    </fileDesc>
{more}    <revisionDesc>
      <change when="2026-01-01" who="resp:editors" xml:lang="en">Encoded.</change>
    </revisionDesc>
  </teiHeader>
{rest}
</TEI>
"""
_PREFIXES = {
    "person": "registers/persons.xml#$1",
    "place": "registers/places.xml#$1",
    "org": "registers/organisations.xml#$1",
    "event": "registers/events.xml#$1",
    "resp": "edition.xml#$1",
}
_ABSTRACTS = """      <abstract xml:lang="en">
        <p>A letter about stores, roads and people who were looked for.</p>
      </abstract>
      <abstract xml:lang="fr">
        <p>Une lettre sur des réserves, des routes et des personnes que l’on cherchait.</p>
      </abstract>
"""
_SENTENCES = (
    (
        "{P} wrote to {O} in {L} on {D} that the stores were nearly empty.",
        "{P} écrivit à {O}, à {L}, le {D}, que les réserves étaient presque vides.",
    ),
    ("The letter reached {L} only on {D}.", "La lettre n’arriva à {L} que le {D}."),
    (
        "{P} and {P} counted {M} and signed the list of what was still there.",
        "{P} et {P} comptèrent {M} et signèrent la liste de ce qui restait.",
    ),
    (
        "Nobody knew at the time where the carts would be sent, nor who had given the order.",
        "Personne ne savait alors où les charrettes seraient envoyées, ni qui avait donné l’ordre.",
    ),
    (
        "According to {O}, {M} were taken to {L} before the end of the month.",
        "Selon {O}, {M} furent emmenés à {L} avant la fin du mois.",
    ),
    (
        "After {E} the road between {L} and {L} was closed for several weeks.",
        "Après {E}, la route entre {L} et {L} fut fermée pendant plusieurs semaines.",
    ),
    (
        "She asked her brother to keep the papers safe and to write to her as soon as he could.",
        "Elle demanda à son frère de garder les papiers et de lui écrire dès qu’il le pourrait.",
    ),
    (
        "{P}, who had worked for {O}, remembered the evening of {D} very well.",
        "{P}, qui avait travaillé pour {O}, se souvenait très bien du soir du {D}.",
    ),
    (
        "The winter was long, and there was neither wood nor bread in the houses near the river.",
        "L’hiver fut long, et il n’y avait ni bois ni pain dans les maisons près de la rivière.",
    ),
    (
        "{O} answered on {D} that {M} had been set aside for the families in {L}.",
        "{O} répondit le {D} que {M} avaient été mis de côté pour les familles de {L}.",
    ),
)
_CORRECTED = '<choice><sic>teh</sic><corr resp="resp:editors">the</corr></choice>'
_MONTHS = (
    "January February March April May June July August September October November December".split(),
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
)
_GOODS = (
    ("loaves", "loaves", "pains"),
    ("blankets", "blankets", "couvertures"),
    ("boxes", "boxes", "caisses"),
)
_ONSETS = "B Br D Dr F G Gr H K Kl L M N P Pr R S St T Tr V W Z".split()
_VOWELS = "a e i o u".split()
_CODAS = "lda nva rka mbro sto ntha lve rmo zka lti ndro".split()
_FORENAMES = "Anna Clara David Edith Felix Hanna Jakob Leon Martha Paul Rosa Simon".split()


@dataclass(frozen=True)
class Entry:
    """An entry of a register: its id, and its name in English and in French."""

    id: str
    names: tuple[str, str]


@dataclass(frozen=True)
class Register:
    """The entries of one kind, of which the first are named most."""

    element: str
    prefix: str
    entries: Sequence[Entry]
    weights: Sequence[float]
    used: set[str] = field(default_factory=set)
    """The ids of those that some document names: only these get into the file."""

    def draw(self, chance: random.Random) -> Entry:
        """Choose an entry, the n-th n times more seldom than the first."""
        entry = chance.choices(self.entries, cum_weights=self.weights)[0]
        self.used.add(entry.id)
        return entry


def main() -> None:
    """Make what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("number", type=int)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    corpus(asked.folder, asked.number, asked.seed)


def corpus(folder: Path, number: int, seed: int = 1) -> None:
    """Write an edition of some number of documents into a folder."""
    chance = random.Random(seed)
    tei = folder / "tei"
    for name in ("documents", "registers", "sources"):
        (tei / name).mkdir(parents=True)
    registers = _registers(chance, number)
    for count in range(number):
        stem = f"letter-{count + 1:05}"
        text, received = _document(stem, registers, chance)
        (tei / "documents" / f"{stem}.xml").write_text(text, "utf-8")
        (tei / "sources" / f"{stem}.txt").write_text(received, "utf-8")
    for name, register in registers.items():
        (tei / "registers" / f"{name}.xml").write_text(_register(name, register, chance), "utf-8")
    (tei / "edition.xml").write_text(_edition(), "utf-8")


def _registers(chance: random.Random, number: int) -> dict[str, Register]:
    """Think of the entries that documents may name."""
    wanted = max(20, round(ENTRIES * number**0.5))
    names = ["".join(parts) for parts in product(_ONSETS, _VOWELS, "lnrs", _VOWELS, _CODAS)]
    chance.shuffle(names)
    left = iter(names)

    def register(share: float, element: str, prefix: str, *forms: str) -> Register:
        entries = []
        for _ in range(max(3, round(wanted * share))):
            name, first = next(left), chance.choice(_FORENAMES)
            called = [form.format(first=first, name=name) for form in forms]
            entries.append(Entry(f"{prefix}-{name.lower()}", (called[0], called[-1])))
        weights = list(accumulate(1 / (rank + 3) for rank in range(len(entries))))
        return Register(element, prefix, entries, weights)

    return {
        "persons": register(0.55, "person", "person", "{first} {name}"),
        "places": register(0.25, "place", "place", "{name}"),
        "organisations": register(0.14, "org", "org", "Committee {name}", "Comité {name}"),
        "events": register(0.06, "event", "event", "the flood of {name}", "l’inondation de {name}"),
    }


@dataclass
class _Writing:
    """Sentences of one document as they come, in both languages."""

    registers: dict[str, Register]
    chance: random.Random
    original: list[str] = field(default_factory=list)
    translated: list[str] = field(default_factory=list)
    received: list[str] = field(default_factory=list)

    def sentence(self) -> None:
        """Add a sentence, with its translation."""
        number = len(self.original) + 1
        forms = self.chance.choice(_SENTENCES)
        slots = [part[0] for part in forms[0].split("{")[1:]]
        filled = [self._slot(kind) for kind in slots]
        is_wrong = self.chance.random() < 0.04
        english = forms[0].replace(" the ", f" {_CORRECTED} ", 1) if is_wrong else forms[0]
        received = forms[0].replace(" the ", " teh ", 1) if is_wrong else forms[0]
        plain = _filled(received, [one[2] for one in filled])
        note = ""
        if self.chance.random() < 0.06:
            note = (
                f'<note type="editorial" resp="resp:editors" xml:lang="en" xml:id="note-{number}">'
                "The ink is faded here, but the words can be read with certainty.</note>"
            )
        english = _filled(english, [one[0] for one in filled])
        french = _filled(forms[1], [one[1] for one in filled])
        self.original.append(f'          <s xml:id="en-s{number}">{english}{note}</s>')
        self.translated.append(f'          <s xml:id="fr-s{number}">{french}</s>')
        self.received.append(plain)

    def _slot(self, kind: str) -> tuple[str, str, str]:
        """Give what fills a place: marked up in English and in French, and plain."""
        if kind == "D":
            return self._date()
        if kind == "M":
            return self._figure()
        name, tag = {
            "P": ("persons", "persName"),
            "L": ("places", "placeName"),
            "O": ("organisations", "orgName"),
            "E": ("events", 'rs type="event"'),
        }[kind]
        register = self.registers[name]
        entry = register.draw(self.chance)
        start, end = f'<{tag} ref="{register.prefix}:{entry.id}">', f"</{tag.split()[0]}>"
        english, french = entry.names
        return f"{start}{english}{end}", f"{start}{french}{end}", english

    def _date(self) -> tuple[str, str, str]:
        year, month, day = (self.chance.randint(*limits) for limits in ((1938, 1944), (1, 12), (2, 28)))
        words = [f"{day} {names[month - 1]} {year}" for names in _MONTHS]
        start = f'<date when="{year}-{month:02}-{day:02}">'
        return f"{start}{words[0]}</date>", f"{start}{words[1]}</date>", words[0]

    def _figure(self) -> tuple[str, str, str]:
        number = self.chance.randint(12, 900)
        commodity, english, french = self.chance.choice(_GOODS)
        start = f'<measure quantity="{number}" commodity="{commodity}">'
        return (
            f"{start}{number} {english}</measure>",
            f"{start}{number} {french}</measure>",
            f"{number} {english}",
        )


def _filled(form: str, values: Sequence[str]) -> str:
    """Put values into a form, one after the other."""
    head, *rest = form.split("{")
    return head + "".join(value + part[2:] for value, part in zip(values, rest, strict=True))


def _document(stem: str, registers: dict[str, Register], chance: random.Random) -> tuple[str, str]:
    """Give a document, and its text as it was received."""
    size = min(MOST - 1_000, max(LEAST, chance.lognormvariate(0, 0.7) * MEDIAN))
    is_translated = chance.random() < TRANSLATED
    writing = _Writing(registers, chance)
    length = 1_700
    while not writing.original or length < size:
        writing.sentence()
        length += len(writing.original[-1]) + 1
        if is_translated:
            length += len(writing.translated[-1]) + 60
    paragraphs = list(_divided(len(writing.original), chance))
    received = "\n\n".join(" ".join(writing.received[part]) for part in paragraphs) + "\n"
    year = chance.randint(1938, 1944)
    head, day = f"Letter {int(stem[-5:])}", f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    body = _division("original", "en", "", writing.original, paragraphs)
    links = ""
    if is_translated:
        body += _division("translation", "fr", ' resp="resp:editors"', writing.translated, paragraphs)
        rows = "".join(
            f'      <link target="#en-s{n + 1} #fr-s{n + 1}"/>\n' for n in range(len(writing.original))
        )
        links = f'  <standOff>\n    <linkGrp type="translation">\n{rows}    </linkGrp>\n  </standOff>\n'
    languages = '        <language ident="en">English</language>\n'
    languages += '        <language ident="fr">French</language>\n' if is_translated else ""
    digest = hashlib.sha256(received.encode()).hexdigest()
    text = _TEI.format(
        id=stem,
        titles=_titles(head, f"Lettre {int(stem[-5:])}"),
        resp="",
        source=f'<bibl><title type="file">{stem}.txt</title><idno type="sha256">{digest}</idno></bibl>',
        more=f'    <profileDesc>\n      <creation><date when="{day}">{day}</date></creation>\n{_ABSTRACTS}'
        f"      <langUsage>\n{languages}      </langUsage>\n    </profileDesc>\n",
        rest=f"{links}  <text>\n    <body>\n{body}    </body>\n  </text>",
    )
    return text, received


def _divided(sentences: int, chance: random.Random) -> Iterator[slice]:
    """Divide sentences into paragraphs."""
    start = 0
    while start < sentences:
        end = min(sentences, start + chance.randint(2, 7))
        yield slice(start, end)
        start = end


def _division(
    kind: str, language: str, more: str, sentences: Sequence[str], paragraphs: Sequence[slice]
) -> str:
    marked = "".join("        <p>\n" + "\n".join(sentences[part]) + "\n        </p>\n" for part in paragraphs)
    return f'      <div type="{kind}" xml:lang="{language}"{more}>\n{marked}      </div>\n'


def _register(name: str, register: Register, chance: random.Random) -> str:
    """Give the file of a register, with the entries that documents name."""
    entries = [_entry(register, entry, chance) for entry in register.entries if entry.id in register.used]
    element = "list" + register.element.capitalize()
    return _TEI.format(
        id=name,
        titles=_titles(f"Register of {name}", f"Registre : {name}"),
        resp="",
        source="<p>Made for this edition.</p>",
        more="",
        rest=f"  <standOff>\n    <{element}>\n{''.join(entries)}    </{element}>\n  </standOff>",
    )


def _entry(register: Register, entry: Entry, chance: random.Random) -> str:
    tag = f"{register.element.replace('person', 'pers')}Name"
    names = "".join(
        f'        <{tag} xml:lang="{language}">{escape(name)}</{tag}>\n'
        for language, name in zip(("en", "fr"), entry.names, strict=True)
    )
    more, dated = "", ""
    if register.element == "place":
        point = f"{chance.uniform(36, 60):.4f} {chance.uniform(-8, 39):.4f}"
        more = f"        <location>\n          <geo>{point}</geo>\n        </location>\n"
    elif register.element == "person":
        more = f'        <birth when="{chance.randint(1870, 1915)}"/>\n'
    elif register.element == "event":
        dated = f' when="{chance.randint(1920, 1937)}"'
    note = '        <note xml:lang="en">Named in letters of this collection.</note>\n'
    start = f'      <{register.element} xml:id="{entry.id}"{dated}>\n'
    return f"{start}{names}{more}{note}      </{register.element}>\n"


def _edition() -> str:
    """Give the edition's header."""
    prefixes = "".join(
        f'        <prefixDef ident="{ident}" matchPattern="([a-z0-9-]+)" replacementPattern="{pattern}">'
        "<p>An entry.</p></prefixDef>\n"
        for ident, pattern in _PREFIXES.items()
    )
    prefixes = f"      <listPrefixDef>\n{prefixes}      </listPrefixDef>\n"
    introduction = '      <div type="introduction"><p>Invented letters.</p></div>\n'
    return _TEI.format(
        id="edition",
        titles=_titles("Letters for benchmarks", "Lettres pour mesurer"),
        resp=' xml:id="editors"',
        source="<p>Invented.</p>",
        more=f"    <encodingDesc>\n{prefixes}    </encodingDesc>\n",
        rest=f"  <text>\n    <body>\n{introduction}    </body>\n  </text>",
    )


def _titles(english: str, french: str) -> str:
    return f'        <title xml:lang="en">{english}</title>\n        <title xml:lang="fr">{french}</title>'


if __name__ == "__main__":
    main()
