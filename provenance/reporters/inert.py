r"""Text from outside as Markdown that shows it and does nothing else.

Goes in: anything from an article, a file name or a rule file. Comes out: the
text itself where no part of it means anything to Markdown, GitHub or GitLab,
else a code span, in which they read no markup, link, mention, reference or
emoji. Backslashes would not do: mentions are looked for after they are gone.
"""

import re

from provenance.reporters.cells import middle_out
from provenance.reporters.safe import printable

_BACKTICKS = re.compile("`+")
# Letters of any script, digits, and marks that mean nothing wherever they stand in a line.
_WORDS = re.compile(r"""(?:[^\W_]|[“"'(‘„«])(?:[^\W_]|[ ,.;%()'"“”‘’„«»–—…/?+€£-]|: )*""")
# What is read into such characters all the same: a list's number, an address, the key of an issue,
# an advisory, a commit's digits, and GitLab's milestones.
_MEANT = re.compile(
    r"^\d+[.)]|www\.|\w-\d|\bghsa-|\b[0-9a-f]{7,}\b|%\w|^\W*$", re.IGNORECASE | re.ASCII
)
_EMPTY = "(empty)"


def prose(text: str, room: int) -> str:
    """`text` on one line, cut to `room` cells; as a code span where it could be more than words."""
    shown = _cut(text, room)
    if _WORDS.fullmatch(shown) and not _MEANT.search(shown):
        return shown.rstrip()
    return _code(shown)


def code(text: str, room: int) -> str:
    r"""`text` as a code span on one line, cut to `room` cells.

    >>> code("a `b`", 20)
    '`` a `b` ``'
    """
    return _code(_cut(text, room))


def cell(text: str, room: int) -> str:
    """As `prose`, for the cell of a table, which a bar would end even inside a code span."""
    return prose(text, room).replace("|", r"\x7c")


def _cut(text: str, room: int) -> str:
    """A long text is first cut to more than fits, so that the rest of it costs nothing."""
    reach = 4 * room
    if len(text) > 2 * reach:
        text = f"{text[:reach]} {text[-reach:]}"
    return middle_out(printable(text), room)


def _code(shown: str) -> str:
    """A span whose fence is longer than any run of backticks in it (CommonMark, "Code spans")."""
    if not shown.strip():
        return _EMPTY
    fence = "`" * (1 + max(map(len, _BACKTICKS.findall(shown)), default=0))
    ends = shown[0] + shown[-1]
    pad = " " if "`" in ends or ends == "  " else ""
    return f"{fence}{pad}{shown}{pad}{fence}"
