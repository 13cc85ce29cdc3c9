"""The folder among the user's caches where the program keeps what it can make again."""

import os
import sys
from pathlib import Path


def user_caches() -> Path:
    """Give the program's folder among the user's caches."""
    if sys.platform == "darwin":
        usual = Path.home() / "Library" / "Caches"
    elif os.name == "nt":
        usual = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    else:
        usual = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return usual / "tei-edition"
