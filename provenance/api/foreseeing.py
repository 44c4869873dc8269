"""Whether the articles of a run will fit into its memory, told before the work is done.

The search for shared passages begins when all articles were looked at, which may
take an hour, and only then is it known what it needs. Of files of one format it
can be told before, with much room for error: in memory for a fifth of the articles
a run ends after a twentieth of them, in memory for half of them after two fifths.
"""

from dataclasses import dataclass

import polars as pl

from provenance.errors import ConfigError
from provenance.reuse.search import more_memory, needed
from provenance.text.sizes import byte_size

# From this share of the input on the rest is expected to hold some text too: at least this part of
# what the same number of bytes held so far.
_SHARE = 0.05
_REST = 0.25
# Articles of a batch whose words are counted; the others are taken to be like them. Signs that no
# word of the search ends at are part of one here.
_FEW = 100
_WORD = r"\w[\w'’\u{ad}\u{200b}-\u{200d}\u{2060}\u{feff}]*"
_ROUGHLY = 1.1


@dataclass(slots=True)
class Foresight:
    """What the search for shared passages will need, told from what is read so far.

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
        few, size = batch["text"].head(_FEW), byte_size(batch["text"])
        self.texts += size
        counted = int(few.str.count_matches(_WORD).sum())
        self.words += counted * size // max(1, byte_size(few))
        rest = (1 - share) / share if share >= _SHARE else 0
        least, likely = self._needed(1 + _REST * rest), self._needed(1 + rest)
        if self.memory is not None and least > _ROUGHLY * self.memory:
            raise ConfigError(
                f"{self.memory // 10**6} MB of memory will not hold what the search for shared "
                f"passages needs: about {likely // 10**6} MB, by what is read so far",
                hint=more_memory(likely),
            )

    def _needed(self, times: float) -> int:
        """Bytes that the search needs for so many times what is read."""
        return needed(int(self.texts * times), int(self.words * times))
