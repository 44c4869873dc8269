"""Passing over what is too long to be read, to the line after it, as far as that may be."""

from typing import BinaryIO

# Bytes. The next line is looked for so far and no further, so that a gigabyte without a line end,
# such as a file of nothing but zeros, is refused in a moment. No record is a tenth of that.
MOST_SKIPPED = 64_000_000
SKIPPED_AT_ONCE = 1 << 20
NO_END = (
    f"no record ends within {MOST_SKIPPED // 1_000_000} MB of here, and the file is not read on; "
    "what stands before this is read"
)


def is_passed(stream: BinaryIO) -> bool:
    """Passes over the rest of a line; whether it ends, or the file does, before it is too long."""
    left = MOST_SKIPPED
    while left > 0:
        piece = stream.readline(SKIPPED_AT_ONCE)
        if not piece or piece.endswith(b"\n"):
            return True
        left -= len(piece)
    return False
