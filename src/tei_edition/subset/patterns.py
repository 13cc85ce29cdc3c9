"""What can be a leaf of a schema's expressions: elements, attributes, text and datatypes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from tei_edition.subset.expressions import Expression
from tei_edition.subset.names import NameSet

XSD = "http://www.w3.org/2001/XMLSchema-datatypes"
"""XML Schema's datatypes; `string` and `token` of RELAX NG itself are read as those of this library."""


@dataclass(frozen=True, eq=False)
class Element:
    """An element pattern; two of them are never the same, even if they look alike."""

    names: NameSet
    _read: Callable[[], Expression] = field(repr=False)

    @cached_property
    def content(self) -> Expression:
        """Its attributes and its content. Raises `EditionError` where the schema is broken there."""
        return self._read()


@dataclass(frozen=True)
class Attribute:
    """An attribute pattern; `value` has leaves that are `Single`."""

    names: NameSet
    value: Expression


@dataclass(frozen=True)
class Text:
    """Any text. In content it is also one piece of text among elements: `text` is any number of these."""


@dataclass(frozen=True)
class Blank:
    """White space or nothing: what `empty` allows as a value and as an element's whole content."""


@dataclass(frozen=True)
class Data:
    """A datatype of a library with its facets, in the schema's order, less what `excluded` allows."""

    library: str
    type: str
    facets: tuple[tuple[str, str], ...] = ()
    excluded: Expression | None = None


@dataclass(frozen=True)
class Value:
    """One value of a datatype. A `QName` is written {namespace}local."""

    library: str
    type: str
    text: str


@dataclass(frozen=True)
class ListOf:
    """Tokens between white space; the leaves of `tokens` are `Data` and `Value`."""

    tokens: Expression


Single = Text | Blank | Data | Value | ListOf
"""What can be said of a whole text: an attribute's value, or an element's content without elements."""
