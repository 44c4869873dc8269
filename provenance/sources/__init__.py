"""The input edge: finds files, reads them into articles, and says what it could not read.

Beside articles it finds the settings file (`settings`) and the rule files
(`packs`). It changes no character of a text and judges none.
"""

from provenance.sources.archive import read_archive
from provenance.sources.readers import READERS
from provenance.sources.reading import files, read, would_be_read
from provenance.sources.single import is_stdin, read_one
from provenance.sources.stream import Reading, Stream

__all__ = [
    "READERS",
    "Reading",
    "Stream",
    "files",
    "is_stdin",
    "read",
    "read_archive",
    "read_one",
    "would_be_read",
]
