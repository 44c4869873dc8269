"""The input edge: finds files, reads them into articles, and says what it could not read.

Beside articles it finds the settings file (`settings`) and the rule files
(`packs`). It changes no character of a text and judges none.
"""

from provenance.sources.archive import read_archive
from provenance.sources.readers import READERS
from provenance.sources.reading import Reading, files, read
from provenance.sources.single import is_stdin, read_one

__all__ = ["READERS", "Reading", "files", "is_stdin", "read", "read_archive", "read_one"]
