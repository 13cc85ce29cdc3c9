"""Say why an output is made again."""

from collections.abc import Collection, Mapping


def why(
    name: str,
    before: tuple[str, ...] | None,
    now: tuple[str, ...],
    is_there: bool,
    changed: Collection[str],
) -> str:
    """Give the reason in a sentence; `before` and `now` are keys, as `Jobs.keys` gives them."""
    if before is None:
        return "It was not made before."
    if before == now:
        return "It is no longer there as it was made." if not is_there else ""
    program, file, slice_, stylesheets, given = (one != other for one, other in zip(before, now, strict=True))
    if program:
        return "The program has changed."
    if file:
        return f"{name} has changed."
    if slice_:
        return f"What {name} takes from elsewhere has changed{_named(changed)}."
    if stylesheets:
        return "A stylesheet has changed."
    return "What is asked for has changed: languages, PDFs, paper, date, search." if given else ""


def why_page(before: Mapping[str, str] | None, now: Mapping[str, str], is_there: bool) -> str:
    """Give the reason for a page about the whole edition; both name what it is made from."""
    if before is None:
        return "It was not made before."
    names = [name for name in now if before.get(name) != now[name]]
    if not names:
        return "It is no longer there as it was made." if not is_there else ""
    if "program" in names:
        return "The program has changed."
    if "stylesheets" in names:
        return "A stylesheet has changed."
    told = dict.fromkeys(("facts", "documents", "counts", "mentions"), "what the documents say")
    said = {"": "the file that it shows", "header": "the edition's header"} | told
    return f"Changed: {', '.join(dict.fromkeys(said.get(name, name) for name in names))}."


def _named(changed: Collection[str]) -> str:
    entries = sorted(name.partition(":")[2] for name in changed if name.startswith("entry:"))
    if not entries or len(entries) > 5:
        return ""
    return f" ({', '.join(entries)})"
