"""The cache of the check: it is never wrong, whatever happens to files, and whoever wrote it."""

import marshal
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tei_edition import examine, kept, signed
from tei_edition.digests import Digests, content, existence, listing
from tei_edition.examine import Way, check
from tei_edition.findings import Finding
from tei_edition.outcome import Outcome
from tei_edition.project import Project

DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{name}" xml:lang="en"><teiHeader/><text><body>
<p><s xml:id="s1"><persName ref="../registers/persons.xml#{person}">Ann Lee</persName>,
<ref target="{target}">there</ref>
on <date when="1941-07-{day:02}">6 July 1941</date>.</s></p></body></text></TEI>
"""
REGISTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="persons" xml:lang="en"><teiHeader/><text><body>
<listPerson><person xml:id="lee"><persName>{name} Lee</persName></person><person xml:id="poe"/></listPerson>
</body></text></TEI>
"""
EDITION = """{exemption}<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="edition" xml:lang="en"><teiHeader/>
<text><body><p/></body></text></TEI>
"""
GRAMMAR = """<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="any"/></start>
<define name="any">
<element><anyName/><zeroOrMore><choice><attribute><anyName/></attribute><text/><ref name="any"/></choice>
</zeroOrMore></element></define></grammar>
"""
RULES = """<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3">
<ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/><pattern><rule context="t:p">
<assert test="count(t:s) = {number}">Sentences are wrong.</assert></rule></pattern></schema>
"""


@pytest.fixture(autouse=True)
def caches(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for caches of this test alone, with a secret number of its own."""
    folder = tmp_path_factory.mktemp("caches")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    monkeypatch.setattr(signed, "user_caches", lambda: folder)
    signed._key.cache_clear()
    yield folder
    signed._key.cache_clear()


@pytest.fixture
def small(tmp_path: Path) -> Project:
    """Two documents, a register, a schema of their own; all changed a while ago."""
    return made(tmp_path / "small")


def made(root: Path) -> Project:
    shutil.rmtree(root, ignore_errors=True)
    for folder in ("tei/documents", "tei/registers", "tei/sources", "schema"):
        (root / folder).mkdir(parents=True)
    put(root / "schema" / "edition.rng", GRAMMAR)
    put(root / "schema" / "edition.sch", RULES.format(number=1))
    put(root / "tei" / "edition.xml", EDITION.format(exemption=""))
    put(root / "tei" / "registers" / "persons.xml", REGISTER.format(name="Ann"))
    for name, target in (("a", "b.xml#s1"), ("b", "a.xml#s2"), ("c", "#s1")):
        text = DOCUMENT.format(name=name, person="lee", target=target, day=6)
        put(root / "tei" / "documents" / f"{name}.xml", text)
    return Project(root)


def put(file: Path, text: str) -> None:
    file.write_text(text, "utf-8")
    aged(file)


def aged(file: Path, seconds: float = 3600) -> None:
    os.utime(file, (file.stat().st_mtime - seconds,) * 2)


def both(project: Project) -> tuple[list[Finding], list[Finding]]:
    """Give what a check with the cache says, and one without."""
    return check([project.tei], way=Way(jobs=1)), check([project.tei], way=Way(cache=False, jobs=1))


def codes(findings: list[Finding]) -> set[str]:
    return {finding.code for finding in findings}


@pytest.fixture
def read_files(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that are checked, not taken from the cache; those just written can be kept too."""
    import tei_edition.batch

    seen: list[Path] = []
    true = tei_edition.batch.read

    def read(file: Path) -> object:
        seen.append(file)
        return true(file)

    monkeypatch.setattr(tei_edition.batch, "read", read)
    monkeypatch.setattr("tei_edition.digests._RACY", -(10**12))
    monkeypatch.setattr("tei_edition.digests._TICK", -(10**12))
    return seen


def test_what_has_not_changed_is_not_read_again(small: Project, read_files: list[Path]) -> None:
    first = check([small.tei])
    assert len(read_files) == 5
    read_files.clear()
    assert check([small.tei]) == first
    assert read_files == []
    document = small.tei / "documents" / "c.xml"
    put(document, document.read_text("utf-8").replace("07-06", "07-16"))
    assert "D201" in codes(check([small.tei]))
    assert read_files == [document.resolve()]


def test_what_points_into_a_changed_file_is_checked_again(small: Project, read_files: list[Path]) -> None:
    check([small.tei])
    read_files.clear()
    document = small.tei / "documents" / "a.xml"
    put(document, document.read_text("utf-8").replace('"s1"', '"s2"'))
    assert [one.path.name for one in check([small.tei]) if one.code == "N002"] == []
    assert sorted(file.name for file in read_files) == ["a.xml", "b.xml"]


def test_a_register_concerns_all(small: Project, read_files: list[Path]) -> None:
    check([small.tei])
    read_files.clear()
    put(small.tei / "registers" / "persons.xml", REGISTER.format(name="Ida"))
    check([small.tei])
    assert len(read_files) == 5


STEPS: dict[str, Callable[[Project, int], None]] = {
    "a day": lambda p, n: put(
        p.tei / "documents" / "a.xml", DOCUMENT.format(name="a", person="lee", target="b.xml#s1", day=n + 1)
    ),
    "a pointer": lambda p, n: put(
        p.tei / "documents" / "b.xml",
        DOCUMENT.format(
            name="b",
            person="lee",
            target=("a.xml#s1", "c.xml", "d.xml", "../sources/a.txt", "#no", "http://x")[n],
            day=6,
        ),
    ),
    "a person": lambda p, n: put(
        p.tei / "documents" / "c.xml",
        DOCUMENT.format(name="c", person=("lee", "poe", "li")[n % 3], target="#s1", day=6),
    ),
    "a register": lambda p, n: put(
        p.tei / "registers" / "persons.xml", REGISTER.format(name=("Ann", "Ida")[n % 2])
    ),
    "another register": lambda p, n: put(
        p.tei / "registers" / f"more{n % 2}.xml", REGISTER.format(name="Bo").replace('"lee"', f'"lee{n}"')
    ),
    "a broken register": lambda p, _: put(p.tei / "registers" / "persons.xml", "<TEI"),
    "a broken document": lambda p, n: put(p.tei / "documents" / f"{'abc'[n % 3]}.xml", "<TEI"),
    "a new document": lambda p, n: put(
        p.tei / "documents" / f"{'de'[n % 2]}.xml",
        DOCUMENT.format(name="d", person="lee", target="a.xml#s1", day=6),
    ),
    "none of a document": lambda p, n: (p.tei / "documents" / f"{'abcde'[n % 5]}.xml").unlink(
        missing_ok=True
    ),
    "another name": lambda p, n: renamed(p.tei / "documents" / f"{'abc'[n % 3]}.xml"),
    "a rule": lambda p, n: put(p.root / "schema" / "edition.sch", RULES.format(number=n % 2)),
    "no grammar": lambda p, _: (p.root / "schema" / "edition.rng").unlink(missing_ok=True),
    "a grammar": lambda p, _: put(p.root / "schema" / "edition.rng", GRAMMAR),
    "a source": lambda p, n: put(p.tei / "sources" / "a.txt", "x" * n),
    "an exemption": lambda p, n: put(
        p.tei / "edition.xml",
        EDITION.format(exemption=("", "<?edition-exempt D201 Known.?>", "<?edition-exempt N101?>")[n % 3]),
    ),
    "no header": lambda p, _: (p.tei / "edition.xml").unlink(missing_ok=True),
    "a schema of its own": lambda p, n: put(
        p.tei / "documents" / "a.xml",
        '<?xml-model href="own.sch"?>' + DOCUMENT.format(name="a", person="lee", target="#s1", day=6),
    ),
    "that schema": lambda p, n: put(p.tei / "documents" / "own.sch", RULES.format(number=n % 3)),
    "none of that": lambda p, _: (p.tei / "documents" / "own.sch").unlink(missing_ok=True),
    "nonsense in the cache": lambda p, n: nonsense(p.build / "cache" / "check", n),
}


def renamed(file: Path) -> None:
    if file.is_file():
        file.rename(file.with_name("z.xml"))


def nonsense(file: Path, number: int) -> None:
    if file.is_file():
        data = file.read_bytes()
        file.write_bytes((data[:-1], b"", data + b"x", data[:40], b"\0" * 100, data[::-1])[number])


# What is tried: any order of changes; the times of files are left as they come, so that some are looked at
# twice within the time in which they cannot tell. Hypothesis deletes what it made by making it anew.
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(st.tuples(st.sampled_from(sorted(STEPS)), st.integers(0, 5)), min_size=1, max_size=6),
    settled=st.booleans(),
)
def test_with_the_cache_as_without(
    steps: list[tuple[str, int]], settled: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = made(tmp_path / "edition")
    with monkeypatch.context() as patch:
        if settled:  # The times of files are trusted at once: only digests and dependencies are on trial.
            patch.setattr("tei_edition.digests._TICK", -(10**12))
        cached, fresh = both(project)
        assert cached == fresh
        for name, number in steps:
            STEPS[name](project, number)
            if project.documents:
                cached, fresh = both(Project(project.root))
                assert cached == fresh, name


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.usefixtures("read_files")
def test_each_change_is_seen(step: str, small: Project) -> None:
    check([small.tei])
    STEPS[step](small, 1)
    cached, fresh = both(Project(small.root))
    assert cached == fresh


@pytest.mark.usefixtures("read_files")
def test_a_cache_of_somebody_else_is_none(small: Project, caches: Path) -> None:
    document = small.tei / "documents" / "c.xml"
    put(document, document.read_text("utf-8").replace("07-06", "07-16"))
    told = check([small.tei])
    assert "D201" in codes(told)
    file = small.build / "cache" / "check"
    form, seen, entries = marshal.loads(signed.read(file) or b"")
    silent = Outcome(document.resolve(), (), is_read=True).plain()
    key, reads, _ = entries[str(document.resolve())]
    entries[str(document.resolve())] = (key, reads, marshal.dumps(silent))
    forged = marshal.dumps((form, seen, entries))
    assert signed.write(file, forged)
    assert "D201" not in codes(check([small.tei])), "this is what the program itself would believe"
    (caches / "key").write_bytes(b"\1" * 32)
    signed._key.cache_clear()
    assert check([small.tei]) == told


def test_where_nothing_can_be_written_nothing_is_kept(
    small: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    (small.root / "build").write_text("a file", "utf-8")
    cached, fresh = both(small)
    assert cached == fresh
    signed._key.cache_clear()
    monkeypatch.setattr(signed, "user_caches", lambda: small.root / "build" / "no")
    assert not signed.write(small.root / "x", b"")
    assert signed.read(small.root / "x") is None


def test_a_cache_behind_a_link_out_of_the_edition_is_none(small: Project, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (small.root / "build").symlink_to(tmp_path / "elsewhere")
    cached, fresh = both(small)
    assert cached == fresh
    assert not (tmp_path / "elsewhere" / "cache" / "check").exists()


def test_rules_that_read_other_things_are_not_kept(small: Project, read_files: list[Path]) -> None:
    rules = RULES.replace("count(t:s) = {number}", "doc-available('x.xml')")
    put(small.root / "schema" / "edition.sch", rules)
    assert "S000" in codes(check([small.tei]))
    put(small.root / "schema" / "x.xml", "<x/>")
    assert "S000" not in codes(check([small.tei]))
    assert len(read_files) == 10


def test_nothing_is_kept_where_nobody_wants_it(small: Project) -> None:
    check([small.tei], way=Way(cache=False))
    assert not (small.build / "cache" / "check").exists()


def test_a_change_that_the_times_hide_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_text("one", "utf-8")
    first = Digests()
    before = first.of(content(file))
    assert str(file) not in first.seen, "it was written just now, so its times are not trusted"
    file.write_text("two", "utf-8")
    assert Digests(first.seen).of(content(file)) != before


def test_what_is_seen_of_a_file(tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    asked = [content(file), existence(file), listing(tmp_path)]
    before = [Digests().of(what) for what in asked]
    file.write_text("one", "utf-8")
    there = [Digests().of(what) for what in asked]
    assert all(one != other for one, other in zip(before, there, strict=True))
    file.write_text("two", "utf-8")
    changed = [Digests().of(what) for what in asked]
    assert changed[0] != there[0]
    assert changed[1:] == there[1:]


def test_a_report_can_name_the_schemas(small: Project, read_files: list[Path]) -> None:
    first = examine.checked([small.tei]).against
    assert [([file.name for file in files], number) for files, number in first.items()] == [
        (["edition.rng", "edition.sch"], 5)
    ]
    read_files.clear()
    assert examine.checked([small.tei]).against == first
    assert read_files == []


def test_the_form_of_the_cache_counts(
    small: Project, read_files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    check([small.tei])
    read_files.clear()
    monkeypatch.setattr(kept, "_FORM", "another")
    check([small.tei])
    assert len(read_files) == 5
