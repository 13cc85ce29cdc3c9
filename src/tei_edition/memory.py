"""How often Python looks for memory that nothing needs any more but that is tied in a circle."""

import gc


def collect_seldom() -> None:
    """Let it be looked for seldom: trees and findings are no circles, and it takes a tenth of the time."""
    gc.set_threshold(100_000, 50, 50)
