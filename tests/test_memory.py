"""What is kept in memory: nothing of files that have been checked, one processor for all."""

import gc
import weakref
from pathlib import Path
from threading import Thread

from tei_edition.batch import check_read
from tei_edition.corpus import Corpus
from tei_edition.memory import while_there
from tei_edition.project import Project
from tei_edition.read import read
from tei_edition.resources import packaged
from tei_edition.source import Source
from tei_edition.xslt import Saxon, processor

ROOT = Path(__file__).parents[1]


class Thing:
    """Something that can be let go of."""


def test_what_is_kept_of_a_thing_goes_with_it() -> None:
    asked = []

    @while_there
    def answer(thing: Thing) -> object:
        asked.append(id(thing))
        return Thing()

    one, two = Thing(), Thing()
    kept = weakref.ref(answer(one))
    assert answer(one) is kept() is not answer(two)
    assert len(asked) == 2
    gone = weakref.ref(one)
    del one
    assert gone() is None
    assert kept() is None


def test_nothing_of_files_that_have_been_checked_stays() -> None:
    project = Project(ROOT)
    documents = [read(path.resolve()) for path in project.documents]
    sources = [document for document in documents if isinstance(document, Source)]
    corpus = Corpus(project, sources)
    assert len(check_read(sources, corpus, ())) == len(documents)
    left = [*map(weakref.ref, (*sources, *corpus.shared)), weakref.ref(corpus)]
    del documents, sources, corpus
    gc.collect()
    assert [one() for one in left] == [None] * len(left)


def test_a_thread_has_one_processor_for_a_folder() -> None:
    others: list[Saxon] = []
    thread = Thread(target=lambda: others.append(processor(packaged("xslt"))))
    thread.start()
    thread.join()
    assert processor(packaged("xslt")) is processor(packaged("xslt")) is not others[0]


def test_a_stylesheet_is_compiled_again_only_where_it_has_changed() -> None:
    saxon = Saxon(packaged("xslt"))
    text = (
        '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
        '<xsl:output method="text"/><xsl:template match="/">one</xsl:template></xsl:stylesheet>'
    )
    compiled = [saxon.compile_text(text, "it") and saxon._compiled["it"] for _ in range(2)]
    assert compiled[0] is compiled[1]
    saxon.compile_text(text.replace("one", "two"), "it")
    assert saxon.run("it", saxon.parse("<a/>")).text == "two"
