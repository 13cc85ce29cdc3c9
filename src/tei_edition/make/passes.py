"""Write each pass of `prepare` to a folder, for looking at."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.make.task import renderer_of
from tei_edition.read import parse
from tei_edition.render import PASSES
from tei_edition.source import Source

if TYPE_CHECKING:
    from tei_edition.make.parts import Parts


def write(folder: Path, paths: Iterable[Path], parts: "Parts") -> None:
    """Write the passes of some parts, each as `STEM.NUMBER.xml`; those of others are removed."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in [file for number in PASSES for file in folder.glob(f"*.{number}.xml")]:
        file.unlink()
    for path in paths:
        data, slice_ = parts.given(path)
        source = parse(path, data)
        if isinstance(source, Source):
            for number, xml in renderer_of(parts.own).passes(source, slice_.decode()):
                (folder / f"{path.stem}.{number}.xml").write_text(xml, "utf-8")
