"""Prove that one schema allows nothing that another does not, or show a document that it does."""

from dataclasses import dataclass
from pathlib import Path

from tei_edition.errors import EditionError
from tei_edition.subset.pool import Pool, TooLargeError
from tei_edition.subset.search import Search
from tei_edition.subset.simplify import Schema
from tei_edition.subset.strings import Strings
from tei_edition.subset.witness import document
from tei_edition.subset.words import Speaker


@dataclass(frozen=True)
class Counterexample:
    """A document that the lesser schema allows and the greater one does not.

    `document` is the smallest such XML; `path` names the elements from the root to the one that is at fault;
    `sentence` says what is wrong there.
    """

    document: str
    path: tuple[str, ...]
    sentence: str


@dataclass(frozen=True)
class Unproved:
    """Something that could not be decided, with the elements that lead there."""

    path: tuple[str, ...]
    sentence: str


@dataclass(frozen=True)
class Proof:
    """What became of a proof.

    `holds` only if every document that the lesser schema allows, the greater one allows; otherwise there is
    either a counter-example or something unproved. `elements` counts the elements of the lesser schema that
    were compared, `pairs` the pairs of contents.
    """

    holds: bool
    elements: int
    pairs: int
    counterexample: Counterexample | None = None
    unproved: tuple[Unproved, ...] = ()


def prove(lesser: Path, greater: Path) -> Proof:
    """Prove that all documents of one RELAX NG schema (XML syntax) are documents of another.

    Only files in the folders of the two schemas are read.
    Raises `EditionError` where one of them is not a RELAX NG schema or cannot be read.
    The proof is about RELAX NG and XML Schema's datatypes; that an ID stands once in a document and that an
    IDREF has one to refer to are taken into account, Schematron rules inside the schemas are not.
    """
    pool = Pool()
    try:
        mine, theirs = Schema(lesser, pool), Schema(greater, pool)
        search = Search(pool, Strings(pool, theirs.refers), mine.start, theirs.start)
        found = search.run()
    except RecursionError as error:
        raise EditionError(f"{lesser.name} or {greater.name} is nested too deep to be compared") from error
    except TooLargeError:
        what = "The comparison was given up: there are too many ways in which the patterns can be combined."
        return Proof(False, 0, 0, unproved=(Unproved((), what),))
    names = (str(path) if lesser.name == greater.name else path.name for path in (lesser, greater))
    speaker = Speaker(pool, *names)
    if found is not None:
        example = Counterexample(document(found), *speaker.refusal(found))
        return Proof(False, search.elements, search.pairs, example)
    unproved = tuple(Unproved(*speaker.doubt(one, one.doubt)) for one in search.doubts if one.doubt)
    return Proof(not search.doubts, search.elements, search.pairs, unproved=unproved)
