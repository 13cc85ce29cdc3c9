"""Laws of the comparison of schemas, on schemas made at random and documents that are held against them."""

from functools import cache
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import etree

from conftest import jing_says
from tei_edition.errors import EditionError
from tei_edition.markup import RELAX_NG
from tei_edition.subset import Proof, prove

Grammar = dict[str, str]
"""The patterns inside the elements `r` (the root), `a`, `b`, and of another element `a`."""

_XSD = "http://www.w3.org/2001/XMLSchema-datatypes"
_DEFINED = {"A": "a", "B": "b", "A2": "a"}
_REFERENCES = [f'<ref name="{name}"/>' for name in _DEFINED]


def wrapped(*kinds: str) -> st.SearchStrategy[str]:
    return st.sampled_from(kinds)


def around(kind: str, *inside: str) -> str:
    return f"<{kind}>{''.join(inside)}</{kind}>"


def facet(name: str, limit: str) -> str:
    return f'<param name="{name}">{limit}</param>'


datatypes = st.one_of(
    st.sampled_from(["1", "a", "b", "a b", ""]).map(lambda text: f"<value>{text}</value>"),
    st.sampled_from(["1", " a", "01"]).map(lambda text: f'<value type="string">{text}</value>'),
    st.sampled_from("string token NMTOKEN integer decimal boolean double".split()).map(
        lambda kind: f'<data type="{kind}"/>'
    ),
    st.sampled_from(["[a-z]+", r"\S+", "a|1", ".", r"\d*"]).map(
        lambda pattern: f'<data type="token">{facet("pattern", pattern)}</data>'
    ),
    st.sampled_from(["0", "1", "2"]).map(
        lambda bound: f'<data type="integer">{facet("minInclusive", bound)}</data>'
    ),
    st.just('<data type="token"><except><value>1</value></except></data>'),
)
tokens = st.recursive(
    datatypes,
    lambda inner: st.one_of(
        st.builds(around, wrapped("oneOrMore", "optional"), inner),
        st.builds(around, wrapped("group", "choice"), inner, inner),
    ),
    max_leaves=4,
)
values = st.one_of(
    datatypes,
    st.builds(around, st.just("choice"), datatypes, datatypes),
    tokens.map(lambda inner: around("list", inner)),
    st.just("<text/>"),
    st.just("<empty/>"),
)
contents = st.recursive(
    st.sampled_from([*_REFERENCES, "<text/>"]),
    lambda inner: st.one_of(
        st.builds(around, wrapped("oneOrMore", "zeroOrMore", "optional", "mixed"), inner),
        st.builds(around, wrapped("group", "choice", "interleave"), inner, inner),
    ),
    max_leaves=5,
)


def attribute(name: str) -> st.SearchStrategy[str]:
    one = values.map(lambda value: f'<attribute name="{name}">{value}</attribute>')
    return st.one_of(one, one.map(lambda inside: around("optional", inside)))


others = around(
    "oneOrMore", "<attribute><anyName><except><name>x</name><name>y</name></except></anyName></attribute>"
)
attributes = st.one_of(
    st.just(""),
    attribute("x"),
    st.builds(str.__add__, attribute("x"), attribute("y")),
    st.builds(
        lambda x, more: around("choice", x, around("group", *more)),
        attribute("x"),
        st.tuples(attribute("y"), attribute("x")),
    ),
    st.builds(lambda x: x + around("optional", others), attribute("x")),
)
bodies = st.one_of(
    st.builds(str.__add__, attributes, st.one_of(contents, values)),
    st.builds(
        lambda *ways: around("choice", *(around("group", *way) for way in ways)),
        *[st.tuples(attributes, st.one_of(contents, values, st.just("<empty/>")))] * 2,
    ),
)
grammars = st.fixed_dictionaries(dict.fromkeys(("r", *_DEFINED), bodies))


def write(path: Path, grammar: Grammar) -> etree.RelaxNG | None:
    """Write a schema; give lxml's reading of it, if it is one."""
    defined = "".join(
        f'<define name="{name}"><element name="{element}">{grammar[name]}</element></define>'
        for name, element in _DEFINED.items()
    )
    start = f'<start><element name="r">{grammar["r"]}</element></start>'
    path.write_text(
        f'<grammar xmlns="{RELAX_NG}" datatypeLibrary="{_XSD}">{start}{defined}</grammar>', "utf-8"
    )
    try:
        return etree.RelaxNG(file=path)
    except etree.RelaxNGParseError:
        return None


@cache
def documents() -> list[etree._Element]:
    """Give all documents of a few shapes, in the names, attributes and texts that the schemas speak of."""
    texts = ["", "1", "a", "a b", " "]
    given = [{}, {"x": "1"}, {"x": "a"}, {"y": "1"}, {"x": "1", "y": "a b"}, {"z": "q"}]
    leaves = [made(*parts) for parts in product("ab", given, texts)]
    small = [made(name, {}, text) for name, text in product("ab", ["", "1"])]
    nested = [made(name, {}, "", leaf) for name, leaf in product("ab", leaves) if not leaf.get("y")]
    more = [*given, {"x": ""}, {"x": "01"}, {"x": " a"}, {"x": "b", "z": "1", "w": "2"}]
    found = [made("r", *parts) for parts in product(more, [*texts, "01", " a", "2", "b"])]
    found += [made("r", *parts) for parts in product(given, ["", "t"], [*leaves, *nested])]
    several = product(["", "t"], small, small, ["", *small])
    return found + [made("r", {}, text, *parts) for text, *parts in several]


def made(name: str, given: dict[str, str], text: str, *children: etree._Element | str) -> etree._Element:
    """Make an element; what is no element among its children is left out."""
    element = etree.Element(name, given)
    element.text = text
    element.extend(
        etree.fromstring(etree.tostring(child)) for child in children if not isinstance(child, str)
    )
    return element


def refuted(folder: Path, documents: list[etree._Element]) -> list[bool]:
    """Say by jing of each document whether only `mine` allows it: lxml is wrong now and then."""
    texts = [etree.tostring(one, encoding="unicode") for one in documents]
    try:
        verdicts = [jing_says(folder / name, texts) for name in ("mine.rng", "theirs.rng")]
    except EditionError:
        assume(False)  # jing refuses some schemas that lxml takes
    return [not mine and bool(theirs) for mine, theirs in zip(*verdicts, strict=True)]


def judged(mine: Grammar, theirs: Grammar) -> Proof:
    """Compare two schemas, and hold what was found against lxml, and against jing where lxml differs."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        schemas = write(folder / "mine.rng", mine), write(folder / "theirs.rng", theirs)
        assume(all(schemas))
        try:
            proof = prove(folder / "mine.rng", folder / "theirs.rng")
        except EditionError:
            assume(False)
            raise
        shown = proof.counterexample
        seen = [etree.fromstring(shown.document)] if shown else documents()
        less, more = schemas
        differ = [one for one in seen if less and more and less.validate(one) and not more.validate(one)]
        if shown:
            assert differ or refuted(folder, seen) == [True]
        elif proof.holds and differ:
            assert not any(refuted(folder, differ))
        return proof


@settings(max_examples=60, deadline=None)
@given(grammars)
def test_a_schema_allows_what_it_allows(grammar: Grammar) -> None:
    assert judged(grammar, grammar).holds


@settings(max_examples=60, deadline=None)
@given(grammars, st.sampled_from(["r", *_DEFINED]), bodies)
def test_a_schema_allows_less_than_one_with_another_choice(grammar: Grammar, name: str, more: str) -> None:
    wider = around("choice", around("group", grammar[name]), around("group", more))
    assert judged(grammar, grammar | {name: wider}).holds


@settings(max_examples=150, deadline=None)
@given(grammars, st.sampled_from(["r", *_DEFINED]), bodies, st.sampled_from(["r", *_DEFINED]), bodies)
def test_a_verdict_is_that_of_the_documents(
    grammar: Grammar, one: str, body: str, two: str, more: str
) -> None:
    """`judged` asserts it."""
    narrower = grammar | {one: body}
    wider = around("choice", around("group", body), around("group", more))
    judged(narrower, grammar | {one: wider, two: more})
    judged(grammar, narrower)
