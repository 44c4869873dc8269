"""Small text files that a run depends on as a whole: settings and rules.

Unlike an article, such a file may not be left out: what is wrong with it is
raised.
"""

from pathlib import Path

from provenance.errors import ProvenanceError
from provenance.sources.decoding import BOM, MEGABYTE, Undecodable, decode
from provenance.sources.files import unreadable


def small_text(path: Path, place: str, fault: type[ProvenanceError]) -> str:
    """The text of the file at `path`, without a byte order mark; at most 1 MB.

    Raises:
        ProvenanceError: The file cannot be read, is too large or is no UTF-8 text; of the type
            `fault`, at `place`.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(MEGABYTE + 1)
    except (OSError, ValueError) as reason:
        raise _fault(fault, unreadable(reason), place) from None
    if len(data) > MEGABYTE:
        raise _fault(fault, "holds more than 1 MB; divide it, or name another", place)
    text = decode(data)
    if isinstance(text, Undecodable):
        raise _fault(fault, text.reason, f"{place}:{text.line}")
    return text.removeprefix(BOM)


def _fault(kind: type[ProvenanceError], reason: str, place: str) -> ProvenanceError:
    message, _, hint = reason.partition("; ")
    return kind(f"the file {message}", place=place, hint=hint)
