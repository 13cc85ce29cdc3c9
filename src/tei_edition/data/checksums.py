"""The list of checksums that `sha256sum -c` accepts."""

import hashlib
from collections.abc import Mapping

CHECKSUMS = "SHA256SUMS"
"""The file's name in the first folder of the site."""


def checksums(files: Mapping[str, bytes]) -> bytes:
    """Give a line for each file: its SHA-256, two blanks, its path; by the order of the paths.

    A backslash or a line end in a name is escaped, and the line then begins with one, as in coreutils.
    """
    lines = [_line(path, hashlib.sha256(data).hexdigest()) for path, data in sorted(files.items())]
    return "".join(lines).encode()


def _line(path: str, digest: str) -> str:
    escaped = path.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
    return f"{'' if escaped == path else chr(92)}{digest}  {escaped}\n"
