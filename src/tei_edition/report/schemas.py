"""The schemas that files were held against, as reports name them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tei_edition import __version__
from tei_edition.report.report import Against, counted, plain
from tei_edition.resources import packaged

_OURS = f"(tei_edition {__version__})"


def used(against: Mapping[tuple[Path, ...], int], base: Path) -> tuple[Against, ...]:
    """Name the schemas that files were held against, those of most files first; paths as seen from `base`.

    `against` has the files of the schemas, and how many documents were held against them.
    """
    counts: Counter[tuple[str, ...]] = Counter()
    for files, number in against.items():
        counts[_names(files, base)] += number
    return tuple(Against(names, counts[names]) for names in sorted(counts, key=lambda n: (-counts[n], n)))


def phrase(schemas: Iterable[Against]) -> str:
    """Give `held against …`, with the numbers of files where not all have the same schemas; or nothing."""
    several = list(schemas)
    named = [" and ".join(map(plain, one.names)) for one in several]
    if len(several) > 1:
        named = [f"{name} ({counted(one.files, 'file')})" for name, one in zip(named, several, strict=True)]
    return f"held against {', '.join(named)}" if named else ""


def _names(files: Sequence[Path], base: Path) -> tuple[str, ...]:
    ours = packaged("schema").resolve()
    of_program = [file for file in files if file.parent == ours and not file.is_relative_to(base)]
    if len(of_program) == len(files):
        return (f"the program's own schema {_OURS}",)
    return tuple(
        f"the program's own {file.name} {_OURS}" if file in of_program else _shown(file, base)
        for file in files
    )


def _shown(file: Path, base: Path) -> str:
    return (file.relative_to(base) if file.is_relative_to(base) else file).as_posix()
