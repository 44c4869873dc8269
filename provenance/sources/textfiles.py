"""Small text files that a run depends on as a whole: settings and rules.

Unlike an article, such a file may not be left out: what is wrong with it is
raised.
"""

from pathlib import Path

from provenance.errors import ProvenanceError
from provenance.sources.decoding import BOM, MEGABYTE, Undecodable, decode
from provenance.sources.files import unreadable


def small_text(path: Path, place: str, fault: type[ProvenanceError], most_mb: int = 1) -> str:
    """The text of the file at `path`, without a byte order mark.

    Args:
        path: What to open.
        place: Its name for the user.
        fault: What to raise.
        most_mb: Millions of bytes it may have at most.

    Raises:
        ProvenanceError: The file cannot be read, is too large or is no UTF-8 text; of the type
            `fault`, at `place`.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(most_mb * MEGABYTE + 1)
    except (OSError, ValueError) as reason:
        raise _fault(fault, unreadable(reason), place) from None
    if len(data) > most_mb * MEGABYTE:
        raise _fault(fault, f"holds more than {most_mb} MB; divide it, or name another", place)
    text = decode(data)
    if isinstance(text, Undecodable):
        raise _fault(fault, text.reason, f"{place}:{text.line}")
    return text.removeprefix(BOM)


def _fault(kind: type[ProvenanceError], reason: str, place: str) -> ProvenanceError:
    message, _, hint = reason.partition("; ")
    return kind(f"the file {message}", place=place, hint=hint)
