"""Words to dates and numbers: a table for each language, in `words/`, found there and registered nowhere."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from babel.dates import format_date, format_interval, format_skeleton
from hypothesis import given, settings
from hypothesis import strategies as st

from tei_edition.words import dates, number_words, numbers, tables
from tei_edition.words.calendar import Day, Interval, julian, weekday
from tei_edition.words.iso import NotISO, loosely, read_full_iso, read_iso
from tei_edition.words.tables import languages

TABLES = Path(__file__).parent / "words"
PIECES = """June juin Juni iunie 29 1941 '41 5/7/41 28.IX.1925 XX - / to bis au la and early mid of the
1930s anii sept vingt quatre hundred million half un o ? .. [ ( Sunday summer century Q 0 00 999999 1/0 1/2
% ½ III. since before between 30er 19th XIX 31 32 13 mie""".split()


def table(kind: str) -> Iterator[tuple[str, str, str]]:
    """Give language, words and what they say, of all tables of a kind."""
    for file in sorted((TABLES / kind).glob("*.txt")):
        for line in file.read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                words, _, said = line.rpartition(" =")
                language, colon, other = words.partition(":") if file.stem == "other" else (file.stem, "", "")
                yield language, other.strip() if colon else words, said.strip()


@pytest.mark.parametrize(("language", "words", "said"), list(table("dates")))
def test_what_a_date_s_words_say(language: str, words: str, said: str) -> None:
    assert " or ".join(map(str, dates.read(words, language))) == said


def shown(quantity: numbers.Quantity | None) -> str:
    """Write a quantity as the tables do."""
    if quantity is None or quantity.relation == "article":
        return ""
    ends = ["|".join(plain(number) for number in sorted(ends)) for ends in quantity.numbers]
    return quantity.relation.replace("-", "") + " - ".join(ends)


def plain(number: Fraction) -> str:
    """Write a number: as a decimal where that is exact and short, else as a fraction."""
    decimal = f"{float(number):.15g}"
    return decimal if number != Fraction(1, 2) and Fraction(decimal) == number else str(number)


@pytest.mark.parametrize(("language", "words", "said"), list(table("numbers")))
def test_what_a_number_s_words_say(language: str, words: str, said: str) -> None:
    assert shown(numbers.read(words, language)) == said


@pytest.mark.parametrize("space", ["\u0020", "\u00a0", "\u202f", "\u2009"])
def test_any_space_divides_thousands(space: str) -> None:
    assert shown(numbers.read(f"13{space}266", "fr")) == "13266"


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("kind", ["dates", "numbers"])
def test_every_language_has_its_table_of_examples(language: str, kind: str) -> None:
    assert sum(1 for other, _, _ in table(kind) if other == language) >= 60


@pytest.mark.parametrize("language", languages())
def test_no_word_is_lost_in_a_table(language: str) -> None:
    """Each month and weekday comes back as what it is: no other list takes it away."""
    found = tables.table(language)["dates"]
    for number, names in enumerate(found["months"], 1):
        for name in tables.listed(names):
            assert [str(reading) for reading in dates.read(f"5 {name} 1941", language)] == [
                f"1941-{number:02}-05"
            ], name
    for number, names in enumerate(found["weekdays"]):
        for name in tables.listed(names):
            (reading,) = dates.read(f"{name} 5.6.1941", language)
            assert reading.weekday == number, name


def interval(first: str, last: str) -> Interval:
    """Make an interval of two days."""
    return Interval(Day(*map(int, first.split("-"))), Day(*map(int, last.split("-"))))


ESPERANTO = """
[dates]
orders = "day month"
after_digits = "a"
months = ["januaro", "februaro", "marto", "aprilo", "majo", "junio", "julio", "aŭgusto", "septembro",
  "oktobro", "novembro", "decembro"]
weekdays = ["lundo", "mardo", "merkredo", "ĵaŭdo", "vendredo", "sabato", "dimanĉo"]
to = "ĝis"
filler = "la, de"

[numbers]
decimal = ","
articles = ""
joiners = "kaj"

[numbers.cardinals]
2 = "du"
30 = "tridek"
"""


@pytest.fixture
def esperanto(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A program that knows Esperanto, by a file and nothing else."""
    caches = (tables.languages, tables.table, tables.date_words, number_words.classes)
    (tmp_path / "eo.toml").write_text(ESPERANTO, "utf-8")
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    for cached in caches:
        cached.cache_clear()
    yield
    for cached in caches:
        cached.cache_clear()


@pytest.mark.usefixtures("esperanto")
def test_another_language_is_another_file() -> None:
    assert languages() == ("eo",)
    assert [str(reading) for reading in dates.read("la 29a de junio ĝis la 6a de julio 1941", "eo")] == [
        "1941-06-29/1941-07-06"
    ]
    assert shown(numbers.read("tridek du", "eo")) == "32"


def in_all_forms(day: date, other: date, locale: str) -> Iterator[tuple[str, date, date]]:
    """Write a day, and the time from it to another, in all forms that the CLDR has for a language."""
    for form in ("full", "long", "medium", "short"):
        yield format_date(day, form, locale), day, day
    for skeleton in ("MMMd", "yMMMEd", "yMMMd"):
        yield format_skeleton(skeleton, day, locale=locale), day, day
    for skeleton in ("yMMMd", "yMd"):
        yield format_interval(day, other, skeleton, locale=locale), day, other


LOCALES = (
    "en",
    "en_GB",
    "en_CA",
    "fr",
    "fr_CA",
    "fr_CH",
    "de",
    "de_AT",
    "de_CH",
    "ro",
    "ro_MD",
    "cs",
    "hu",
    "nl",
)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("days", [1, 9, 40, 400])
def test_every_form_of_the_cldr_is_read(locale: str, days: int) -> None:
    for number in range(0, 40000, 1237):
        day = date(1830, 1, 1) + timedelta(number)
        for words, first, last in in_all_forms(day, day + timedelta(days), locale):
            tagged = interval(first.isoformat(), last.isoformat())
            readings = dates.read(words, locale.replace("_", "-"))
            assert any(reading.agrees(tagged) for reading in readings), words
            wrong = interval(*((one + timedelta(1500)).isoformat() for one in (first, last)))
            if re.search(r"\d{4}", words):
                assert not any(reading.agrees(wrong) for reading in readings), words


ISO = {
    "1941": "1941",
    "1941-06": "1941-06",
    "1941-06-29": "1941-06-29",
    "1941-06-29T10:30:00": "1941-06-29",
    "1941-06-29T10:30:00+02:00": "1941-06-29",
    "1941-06-29Z": "1941-06-29",
    "1940-02-29": "1940-02-29",
    "2000-02-29": "2000-02-29",
    "--06-29": "XXXX-06-29",
    "--02-29": "XXXX-02-29",
    "--06": "XXXX-06",
    "---29": "XXXX-XX-29",
    "-0044-03-15": "-044-03-15",
    "10:30:00": "None",
    " 1941 ": "1941",
    "1941-02-29": '"1941-02-29" is no date: that month has 28 days.',
    "1900-02-29": '"1900-02-29" is no date: that month has 28 days.',
    "1941-06-31": '"1941-06-31" is no date: that month has 30 days.',
    "1941-06-00": '"1941-06-00" is no date: that month has 30 days.',
    "1941-13": '"1941-13" is no date: there is no month 13.',
    "1941-00-01": '"1941-00-01" is no date: there is no month 00.',
    "---32": '"---32" is no date: that month has 31 days.',
    "195704": '"195704" is the year 195704.',
    "29.6.1941": '"29.6.1941" is not a date of the form 1941-06-29, 1941-06 or 1941.',
    "1941-6-29": '"1941-6-29" is not a date of the form 1941-06-29, 1941-06 or 1941.',
    "June 1941": '"June 1941" is not a date of the form 1941-06-29, 1941-06 or 1941.',
    "": '"" is not a date of the form 1941-06-29, 1941-06 or 1941.',
    "１９４１": '"１９４１" is not a date of the form 1941-06-29, 1941-06 or 1941.',
}


@pytest.mark.parametrize(("value", "said"), ISO.items())
def test_what_a_date_of_xml_schema_says(value: str, said: str) -> None:
    result = read_iso(value)
    assert (result.reason if isinstance(result, NotISO) else str(result)) == said


@pytest.mark.parametrize("value", ["1941-W26", "1941-180", "19410629", "1941-06/1941-07", "P3D", "1941-21"])
def test_other_forms_of_iso_8601_are_left_alone(value: str) -> None:
    assert read_full_iso(value) is None


def test_a_day_that_does_not_exist_is_seen_in_iso_8601_too() -> None:
    assert isinstance(read_full_iso("1941-02-30"), NotISO)
    assert isinstance(read_full_iso("1941-25"), NotISO)


LOOSE = {
    "29.6.1941": "1941-06-29",
    "29/06/1941": "1941-06-29",
    "1941-6-29": "1941-06-29",
    "1941/06/29": "1941-06-29",
    "1941.6": "1941-06",
    "19410629": "1941-06-29",
    "195704": "1957-04",
    "1941-13-01": "",
    "31.6.1941": "",
    "June 1941": "",
}


@pytest.mark.parametrize(("value", "meant"), LOOSE.items())
def test_what_is_meant_by_a_date_in_another_form(value: str, meant: str) -> None:
    assert loosely(value) == meant


def test_calendars() -> None:
    assert weekday(Day(1941, 6, 29)) == 6
    assert weekday(Day(1941, 6, 31)) is None
    assert julian(Day(1917, 10, 25)) == Day(1917, 11, 7)
    assert julian(Day(1877, 5, 10)) == Day(1877, 5, 22)
    assert Day(9999, 12, 31).moved(1) == Day(9999, 12, 31)


JUNE = interval("1941-06-01", "1941-06-30")
AGREE = [
    ("29 June 1941", JUNE, True),
    ("1 July 1941", JUNE, False),
    ("29 June", JUNE, True),
    ("29 May", JUNE, False),
    ("June '41", JUNE, True),
    ("June '42", JUNE, False),
    ("the 15th", JUNE, True),
    ("the 31st", JUNE, False),
    ("winter 1941", interval("1941-01-05", "1941-01-05"), True),
    ("winter 1941", interval("1942-01-05", "1942-01-05"), True),
    ("winter 1941", JUNE, False),
    ("since 1938", JUNE, True),
    ("since 1942", JUNE, False),
    ("before 1938", JUNE, False),
    ("before 1 June 1941", interval("1941-05-31", "1941-05-31"), True),
    ("28 May to 3 June 1941", JUNE, True),
    ("1 to 5 July 1941", JUNE, False),
    ("December to January 1942", interval("1941-12-24", "1941-12-24"), True),
    ("December to January 1942", interval("1942-12-24", "1942-12-24"), False),
    ("29 May to 6 June", JUNE, True),
    ("29 May to 6 June", interval("1941-06-07", "1941-06-07"), False),
    ("29 December to 6 January", interval("1941-01-01", "1941-01-01"), True),
    ("29 December to 6 January", JUNE, False),
    ("the 1930s", interval("1939-09-01", "1939-09-01"), True),
    ("the 1930s", JUNE, False),
    ("the '30s", JUNE, False),
    ("about 1935", JUNE, True),
    ("about 1925", JUNE, False),
]


@pytest.mark.parametrize(("words", "tagged", "agrees"), AGREE)
def test_whether_words_and_days_agree(words: str, tagged: Interval, agrees: bool) -> None:
    assert any(reading.agrees(tagged) for reading in dates.read(words, "en")) is agrees


@settings(deadline=None)
@given(st.text(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_no_words_are_too_odd(words: str) -> None:
    """Whatever the words, there is an answer, and asking it about a day gives one too."""
    for language in (*languages(), "cs", ""):
        for reading in dates.read(words, language):
            assert str(reading)
            assert reading.agrees(JUNE) in (True, False)
            assert reading.begins(JUNE) in (True, False)
            assert reading.ends(JUNE) in (True, False)
        quantity = numbers.read(words, language)
        assert quantity is None or all(quantity.numbers)
