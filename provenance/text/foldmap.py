r"""Where in a line each character of its folded form came from.

In: lines as read. Out: for each the folded form, which is always `fold`'s, and
the span behind each of its characters. The line is cut into clusters (a
character with the marks that may melt into it), each is folded by itself, and
the result is held against `fold`: where the two differ, as they may in texts
made to be odd, there is no map, and the caller takes the whole line.
"""

import itertools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from provenance.text.fold import BULLETS, INVISIBLE, fold, plain

# Which sigma stands where depends on the letters beside it, beyond the cluster.
_SIGMAS = str.maketrans("ς", "σ")
# Asked once for every character.
_INVISIBLE = frozenset(INVISIBLE)
# Vowels and tails of Hangul syllables, half-width letters and voice marks: no marks, but
# composed with what stands before.
_JOINING = re.compile("[\u1160-\u11ff\uff9e-\uffdc]")


@dataclass(frozen=True, slots=True)
class FoldMap:
    """One line and its folded form.

    Attributes:
        folded: What `fold` makes of the line.
        starts, ends: For each folded character the span of the line that it came from; several
            share one where one character became several.
    """

    folded: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the line for a span of the folded form that is not empty."""
        return self.starts[start], self.ends[end - 1]


def fold_maps(lines: Sequence[str]) -> list[FoldMap | None]:
    r"""The map of each line; null where the line folds otherwise than its clusters do.

    Linear in the lines: some microseconds for each character.

    >>> (found,) = fold_maps(["•  Re\u00adad\u00a0\u00a0MORE ›"])
    >>> found.folded, found.original(0, 4), found.original(5, 9)
    ('read more', (3, 8), (10, 14))
    """
    cut = [_clusters(line) for line in lines]
    distinct = sorted({cluster for line in cut for cluster in line})
    plains = dict(zip(distinct, plain(pl.Series(distinct, dtype=pl.String)), strict=True))
    folded = fold(pl.Series(lines, dtype=pl.String))
    return [_map(line, plains, whole) for line, whole in zip(cut, folded, strict=True)]


def _clusters(line: str) -> list[str]:
    """The line cut before each character that does not melt into the one before.

    Invisible characters between a letter and its mark belong to them.
    """
    starts: list[int] = []
    shown = 0
    for at, character in enumerate(line):
        if character in _INVISIBLE:
            continue
        if not starts or not _melts(character):
            starts += range(shown, at + 1)
        shown = at + 1
    starts += range(shown, len(line))
    return [line[start:end] for start, end in itertools.pairwise([*starts, len(line)])]


def _melts(character: str) -> bool:
    return not character.isascii() and (
        unicodedata.category(character)[0] == "M" or _JOINING.match(character) is not None
    )


def _map(clusters: list[str], plains: dict[str, str], folded: str) -> FoldMap | None:
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for cluster in clusters:
        end = at + len(cluster)
        for character in plains[cluster]:
            if character == " " and characters[-1:] == [" "]:
                ends[-1] = end
                continue
            characters.append(character)
            starts.append(at)
            ends.append(end)
        at = end
    text = "".join(characters)
    first = len(text) - len(text.lstrip(BULLETS))
    last = first + len(folded)
    if text[first:last].translate(_SIGMAS) != folded.translate(_SIGMAS):
        return None
    return FoldMap(folded, tuple(starts[first:last]), tuple(ends[first:last]))
