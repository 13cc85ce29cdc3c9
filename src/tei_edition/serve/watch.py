"""Tell which files of an edition have changed."""

from asyncio import Event
from collections.abc import AsyncIterator
from pathlib import Path

from watchfiles import BaseFilter, Change, awatch

FOLDERS = ("tei", "xslt", "schema")
"""What an edition is made from."""

_ENDINGS = ("~", ".swp", ".swx", ".tmp", ".bak", ".part")
"""Of files that editors write beside the one that is saved."""

_STEP = 20
_WAIT = 200
"""Milliseconds: changes that follow each other as quickly as the one are told together, after the other at
the latest."""


class _OfEdition(BaseFilter):
    """Leaves out hidden files, and those that editors keep beside others."""

    def __call__(self, change: Change, path: str) -> bool:  # noqa: ARG002
        name = Path(path).name
        return not name.startswith(".") and not name.endswith(_ENDINGS)


async def changes(root: Path, end: Event) -> AsyncIterator[set[Path]]:
    """Give the files that have changed, as soon as they have, until the end."""
    folders = [root / name for name in FOLDERS if (root / name).is_dir()]
    watched = awatch(*folders, watch_filter=_OfEdition(), stop_event=end, step=_STEP, debounce=_WAIT)
    async for some in watched:
        yield {Path(path) for _, path in some}
