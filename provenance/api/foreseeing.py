"""Whether the articles of a run will fit into its memory, told before the work is done.

The search for shared passages begins when all articles were looked at, which may
take an hour, and only then is it known what it needs. What it needs at least can
be told before, of files of one format: of a million articles in memory for half
of them, after a twentieth.
"""

from dataclasses import dataclass

import polars as pl

from provenance.errors import ConfigError
from provenance.reuse.search import more_memory, needed

# The rest of the input holds at least this part of the text, byte for byte, of what is read.
_REST = 0.5
# Articles of a batch whose words are counted, roughly; the others are taken to be like them.
_FEW = 100
_ROUGHLY = 1.1


@dataclass(slots=True)
class Foresight:
    """What the search for shared passages will need at least, told from what is read so far.

    Attributes:
        memory: Bytes that it may take; null where that is not known, and nothing is foreseen.
        texts: Bytes of the texts so far.
        words: About how many words they hold.
    """

    memory: int | None
    texts: int = 0
    words: int = 0

    def see(self, batch: pl.DataFrame, share: float) -> None:
        """Counts a batch in.

        Args:
            batch: A frame of `Article`, not empty.
            share: How much of the input is read with it, in (0, 1]; 1 where the rest may be quite
                different.

        Raises:
            ConfigError: The memory will not do.
        """
        texts, few = batch["text"], batch["text"].head(_FEW)
        size = int(texts.str.len_bytes().sum())
        self.texts += size
        counted = int(few.str.count_matches(r"\w+").sum())
        self.words += counted * size // max(1, int(few.str.len_bytes().sum()))
        whole = 1 + _REST * (1 - share) / share
        fixed = needed(int(self.texts * whole), int(self.words * whole))
        if self.memory is not None and fixed > _ROUGHLY * self.memory:
            raise ConfigError(
                f"{self.memory // 10**6} MB of memory will not hold what the search for shared "
                f"passages needs: {fixed // 10**6} MB and more, by what is read so far",
                hint=more_memory(fixed),
            )
