"""Show an outcome of the search: as an XML document, and in one sentence."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import cast

from lxml import etree

from tei_edition.markup import XML
from tei_edition.subset.expressions import Expression, Leaf, NotAllowed
from tei_edition.subset.names import Name, sample
from tei_edition.subset.patterns import XSD, Blank, Data, ListOf, Single, Text, Value
from tei_edition.subset.search import Absent, Child, Outcome, Present, Step, Words

_WORDS = "text"
_MOST_SHOWN = 60
_MOST_NAMED = 4


@dataclass(frozen=True)
class Titles:
    """How the two schemas are called in sentences."""

    lesser: str
    greater: str


def document(outcome: Outcome) -> str:
    """Write the smallest document that leads to an outcome of the start patterns, as indented XML."""
    child = next(item.step for item in outcome.items() if isinstance(item.step, Child))
    # With a default namespace, elements of no namespace could not be written.
    default = child.name.namespace if "" not in _namespaces(outcome) else None
    namespaces: dict[str, str] = {cast("str", None): default} if default else {}
    root = etree.Element(_tag(child.name), nsmap=namespaces)
    ids: list[str] = []
    references: list[tuple[etree._Element, str]] = []
    _fill(root, child.outcome, ids, references)
    for node, attribute in references:
        node.set(attribute, ids[0] if ids else node.get(attribute, ""))
    etree.indent(root)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="unicode") + "\n"


def _namespaces(outcome: Outcome) -> set[str]:
    children = [item.step for item in outcome.items() if isinstance(item.step, Child)]
    return {child.name.namespace for child in children}.union(*(_namespaces(c.outcome) for c in children))


def _fill(
    node: etree._Element, outcome: Outcome, ids: list[str], references: list[tuple[etree._Element, str]]
) -> None:
    for item in outcome.items():
        match item.step:
            case Present(place, text, single):
                taken = [_name(str(known)) for known in node.attrib]
                tag = _tag(sample(place, [*taken, *_mentioned(outcome)]))
                node.set(tag, text)
                if _is_plain(single, ("ID",)):
                    ids.append(f"id{len(ids) + 1}")
                    node.set(tag, ids[-1])
                elif _is_plain(single, ("IDREF", "IDREFS")):
                    references.append((node, tag))
            case Child(name, child):
                _fill(etree.SubElement(node, _tag(name)), child, ids, references)
            case Words():
                _say(node, _WORDS)
    if outcome.whole:
        _say(node, outcome.whole)


def _say(node: etree._Element, words: str) -> None:
    if len(node):
        node[-1].tail = (node[-1].tail or "") + words
    else:
        node.text = (node.text or "") + words


def _mentioned(outcome: Outcome) -> list[Name]:
    return [Name(p.namespace or "", p.local) for p in outcome.goal.places if p.local is not None]


def _tag(name: Name) -> str:
    return f"{{{name.namespace}}}{name.local}" if name.namespace else name.local


def _name(tag: str) -> Name:
    return Name(*tag[1:].split("}", 1)) if tag.startswith("{") else Name("", tag)


def _is_plain(single: Single, types: tuple[str, ...]) -> bool:
    return isinstance(single, Data) and single.library == XSD and single.type in types and not single.facets


def _said(single: Single, leaves: Callable[[Expression], Iterable[Leaf]]) -> str:
    """Say what a datatype is."""
    match single:
        case Text():
            return "any text"
        case Blank():
            return "no text"
        case Data(_, kind, facets, excluded):
            with_facets = "".join(f' with {name} "{_cut(limit)}"' for name, limit in facets)
            return f"{kind}{with_facets}{' less some' if excluded else ''}"
        case Value(_, kind, text):
            return f'"{_cut(text)}"' + ("" if kind in ("token", "string") else f" as {kind}")
        case ListOf(tokens):
            parts = (leaf.payload for leaf in leaves(tokens))
            return f"a list of {_or([_said(part, leaves) for part in parts if isinstance(part, Single)])}"


def _or(parts: list[str]) -> str:
    """Name some things and count the rest."""
    shown = parts if len(parts) <= _MOST_NAMED else [*parts[:_MOST_NAMED], f"{len(parts) - _MOST_NAMED} more"]
    return " or ".join(shown) or "nothing"


def doubt_sentence(
    outcome: Outcome, titles: Titles, leaves: Callable[[Expression], Iterable[Leaf]]
) -> tuple[tuple[str, ...], str]:
    """Say where it could not be decided whether the greater schema allows all texts, and of which types."""
    path, _ = path_and_sentence(outcome, titles)
    doubt = outcome.doubt
    if doubt is None:
        raise ValueError("an outcome without a doubt")
    what = f"the attribute `{_shown(doubt.attribute)}`" if doubt.attribute else "the text"
    mine, theirs = _said(doubt.single, leaves), _or([_said(one, leaves) for one in doubt.others])
    return path, (
        f"{what.capitalize()} of `{path[-1] if path else 'the document'}` is {mine} in {titles.lesser}"
        f" and {theirs} in {titles.greater}."
    )


def path_and_sentence(outcome: Outcome, titles: Titles) -> tuple[tuple[str, ...], str]:
    """Say which elements lead to the place where the greater schema gives up, and what is wrong there."""
    path: list[Name] = []
    while True:
        n, step = _failing(outcome)
        if not (isinstance(step, Child) and step.outcome.goal.rights and not step.outcome.allowing):
            break
        path.append(step.name)
        outcome = step.outcome
    sentence = _sentence(path, outcome, n, step, titles)
    return tuple(map(_shown, path)), sentence


def _failing(outcome: Outcome) -> tuple[int, Step | None]:
    """Give the first step after which no greater pattern can go on; `None` if it is the end."""
    items = outcome.items()
    for n, item in enumerate(items):
        if item.step and all(isinstance(right, NotAllowed) for right in item.state.rights):
            return n, item.step
    return len(items), None


def _sentence(path: list[Name], outcome: Outcome, n: int, step: Step | None, titles: Titles) -> str:
    where = f"`{_shown(path[-1])}`" if path else "A document"
    match step:
        case Absent(place):
            what = f"may be without the attribute `{_shown(sample(place, ()))}`{_beside(outcome, n)}"
        case Present(place, text, _, named):
            name = _shown(sample(place, _mentioned(outcome)))
            what = f"may have the attribute `{name}`"
            if named:
                what += f' with the value "{_cut(text)}"'
            what += _beside(outcome, n)
        case Child(name):
            what = f"may hold `{_shown(name)}`" if path else f"may be a `{_shown(name)}`"
            what += _namespace_of(name, path) + _after(outcome, n)
        case Words():
            what = f"may hold text{_after(outcome, n) or ' among its elements'}"
        case None if outcome.whole is None:
            what = f"may end{_after(outcome, n)} in {titles.lesser}; in {titles.greater} more must follow"
            return f"{where} {what}."
        case None:
            what = f'may hold the text "{_cut(outcome.whole or "")}"' if outcome.whole else "may be empty"
            what += _beside(outcome, n)
    return f"{where} {what} in {titles.lesser}; in {titles.greater} it may not."


def _namespace_of(name: Name, path: list[Name]) -> str:
    """Name the namespace of an element where it is not that of its parent."""
    if path and path[-1].namespace == name.namespace:
        return ""
    return f' of the namespace "{name.namespace}"' if name.namespace else " of no namespace"


def _after(outcome: Outcome, n: int) -> str:
    before = [item.step for item in outcome.items()[:n] if isinstance(item.step, Child | Words)]
    if not before:
        return ""
    last = before[-1]
    return f" after `{_shown(last.name)}`" if isinstance(last, Child) else " after text"


def _beside(outcome: Outcome, n: int) -> str:
    steps = (item.step for item in outcome.items()[:n])
    names = [f"`{_shown(sample(step.place, ()))}`" for step in steps if isinstance(step, Present)]
    return f" beside {' and '.join(names)}" if names else ""


def _shown(name: Name) -> str:
    return f"xml:{name.local}" if name.namespace == XML else name.local


def _cut(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else text[:_MOST_SHOWN] + "…"
