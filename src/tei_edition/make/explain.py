"""Say why an output is made again."""

from collections.abc import Collection

from tei_edition.make.products import Key


def why(name: str, key: str, before: Key | None, now: Key, is_there: bool, changed: Collection[str]) -> str:
    """Give the reason in a sentence, for something made of the part `name`, which is called `key`."""
    if before is None:
        return "It was not made before."
    one, other = before.told, now.told
    different = {what for what in one.keys() | other.keys() if one.get(what) != other.get(what)}
    if not different:
        return "It is no longer there as it was made." if not is_there else ""
    if "program" in different:
        return "The program has changed."
    if key in different:
        return f"{name} has changed."
    if "slice" in different:
        return f"What {name} takes from elsewhere has changed{_named(changed)}."
    if "stylesheets" in different:
        return "A stylesheet has changed."
    return "What is asked for has changed: languages, PDFs, paper, date, search."


def why_page(before: Key | None, now: Key, is_there: bool) -> str:
    """Give the reason for a page about the whole edition."""
    if before is None:
        return "It was not made before."
    one, other = before.told, now.told
    names = [name for name in {**other, **one} if one.get(name) != other.get(name)]
    if not names:
        return "It is no longer there as it was made." if not is_there else ""
    if "program" in names:
        return "The program has changed."
    if "stylesheets" in names:
        return "A stylesheet has changed."
    told = dict.fromkeys(("facts", "documents", "counts", "mentions"), "what the documents say")
    said = {"file": "the file that it shows", "header": "the edition's header"} | told
    return f"Changed: {', '.join(dict.fromkeys(said.get(name, name) for name in names))}."


def _named(changed: Collection[str]) -> str:
    entries = sorted(name.partition(":")[2] for name in changed if name.startswith("entry:"))
    if not entries or len(entries) > 5:
        return ""
    return f" ({', '.join(entries)})"
