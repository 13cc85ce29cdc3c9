"""The model by which py3langid tells languages apart, unpacked once and then kept.

To unpack it takes half a second each time; what is kept lies in the user's folder for caches, is read only
where it is looked into, by all processes together, and can be deleted at will.
"""

import os
import tempfile
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any, Protocol

from tei_edition import temporary
from tei_edition.caches import user_caches

_PARTS = ("ptc", "pc", "classes", "nextmove", "nextmove_row", "out_feat")
"""The arrays of a model of py3langid 0.4, by their names in its file."""


class Identifier(Protocol):
    """What is used of py3langid's own."""

    labels: list[str]

    def rank(self, text: str) -> list[tuple[str, float]]:
        """Give all languages with their probabilities."""


def identifier() -> Identifier:
    """Give py3langid, ready to be asked; where nothing is kept yet, see to it that the next one is."""
    from py3langid.langid import LanguageIdentifier

    with suppress(OSError, EOFError, RuntimeError, ValueError):
        folder = user_caches() / f"py3langid-{version('py3langid')}"
        if not folder.is_dir():
            _keep(folder)
        ptc, pc, classes, moves, rows, output = (_part(folder / f"{name}.npy") for name in _PARTS)
        # Numbers of a memoryview are Python's own, which it counts with faster than with those of numpy.
        tables = (ptc, pc, classes.tolist(), memoryview(moves), output.tolist())
        kept: Identifier = LanguageIdentifier(*tables, norm_probs=True, tk_row=rows.tolist())
        return kept
    from py3langid.langid import MODEL_FILE

    packed: Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return packed


def _part(file: Path) -> Any:
    import numpy as np

    return np.asarray(np.load(file, mmap_mode="r", allow_pickle=False))


def _keep(folder: Path) -> None:
    """Unpack the model into a folder, which is there as a whole or not at all."""
    import lzma

    import numpy as np
    from py3langid.langid import MODEL_DIR, MODEL_FILE

    folder.parent.mkdir(parents=True, exist_ok=True)
    with (
        temporary.folder("model", folder.parent) as made,
        tempfile.TemporaryFile(dir=made) as unpacked,
        lzma.open(MODEL_DIR / MODEL_FILE) as packed,
    ):
        while piece := packed.read(1 << 20):
            unpacked.write(piece)
        unpacked.seek(0)
        with np.load(unpacked, allow_pickle=False) as arrays:
            (parts := Path(made, "parts")).mkdir()
            for name in _PARTS:
                np.save(parts / f"{name}.npy", arrays[name], allow_pickle=False)
        with suppress(OSError):  # Another process was faster.
            os.rename(parts, folder)  # noqa: PTH104
