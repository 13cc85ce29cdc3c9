"""What browser tests share: Chromium."""

import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING, NoReturn

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


def unavailable(reason: str) -> NoReturn:
    """Skip the test, or fail it where EDITION_BROWSER says that nothing may be missing."""
    if os.environ.get("EDITION_BROWSER") == "required":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def chromium() -> "Iterator[Browser]":
    """A Chromium of this machine."""
    program = os.environ.get("EDITION_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        unavailable("there is no Chromium here (install one, or name it in EDITION_CHROMIUM)")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        unavailable("Playwright is not installed (python -m pip install '.[test,browser]')")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()
