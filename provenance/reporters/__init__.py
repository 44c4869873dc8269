"""The output edge: one file and one line in `REPORTERS` for each format.

A reporter renders a whole `Report` to bytes; it reads no files, knows no clock
and judges nothing. `output` and `progress` are the only modules that write.
"""

from collections.abc import Callable

from provenance.model import Report
from provenance.reporters import concise, json, text
from provenance.reporters.palette import Style

Reporter = Callable[[Report, Style], bytes]

REPORTERS: dict[str, Reporter] = {
    "text": text.render,
    "concise": concise.render,
    "json": json.render,
}
