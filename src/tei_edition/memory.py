"""What is kept in memory, and how often Python looks for what nothing needs any more."""

import gc
from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

_K = TypeVar("_K")
_V = TypeVar("_V")


def collect_seldom() -> None:
    """Let circles that nothing needs be looked for seldom: trees and findings are none, and it takes a
    tenth of the time.
    """
    gc.set_threshold(100_000, 50, 50)


def while_there(function: Callable[[_K], _V]) -> Callable[[_K], _V]:
    """Keep what a function gives for a thing as long as there is the thing; it must not hold the thing.

    An `lru_cache` would hold the thing itself, and of an element the whole tree that it is in.
    """
    known: WeakKeyDictionary[_K, _V] = WeakKeyDictionary()

    @wraps(function)
    def given(thing: _K) -> _V:
        if thing not in known:
            known[thing] = function(thing)
        return known[thing]

    return given
