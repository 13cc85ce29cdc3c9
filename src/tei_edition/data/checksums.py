"""The list of checksums that `sha256sum -c` accepts."""

from collections.abc import Mapping

CHECKSUMS = "SHA256SUMS"
"""The file's name in the first folder of the site."""


def checksums(digests: Mapping[str, str]) -> bytes:
    """Give a line for each file: its SHA-256, two blanks, its path; by the order of the paths.

    `digests` are the SHA-256 of files in hexadecimal, by their paths.
    A backslash or a line end in a name is escaped, and the line then begins with one, as in coreutils.
    """
    return "".join(_line(path, digest) for path, digest in sorted(digests.items())).encode()


def _line(path: str, digest: str) -> str:
    escaped = path.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
    return f"{'' if escaped == path else chr(92)}{digest}  {escaped}\n"
