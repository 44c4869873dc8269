"""What a run may take of the memory, and how memory that is free again goes back to the system.

What stages make and drop, texts and rows as Python objects above all, leaves
holes that the C library keeps; over a large corpus they add up to a third of
what a run holds.
"""

import ctypes
import os


def give_back() -> None:
    """Returns the holes to the system, where the C library can; it takes some milliseconds."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)


def allowed(memory: int | None) -> int | None:
    """Bytes that a run may take: `memory`, or half of the machine's when that is null.

    Null where nothing is said and it cannot be told.
    """
    if memory is not None:
        return memory
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2
    except (AttributeError, OSError, ValueError):
        return None
