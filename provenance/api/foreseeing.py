"""Whether the articles of a run will fit into its memory, told before the work is done.

The search for shared passages begins when all articles were looked at, which may
take an hour, and only then is it known what it needs. After a tenth of the input
it can be told well enough.
"""

from dataclasses import dataclass

import polars as pl

from provenance.errors import ConfigError
from provenance.reuse.search import more_memory, needed

# What must be read before the rest of the input is taken to be like it.
_SHARE = 0.1
# How far the rest may fall short of that: more than this over the memory is too much.
_DOUBT = 1.25
# Articles of a batch whose words are counted; the others are taken to be like them.
_FEW = 100


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
            share: How much of the input is read with it, in [0, 1].

        Raises:
            ConfigError: The memory will not do, unless the rest of the input is quite different.
        """
        texts, few = batch["text"], batch["text"].head(_FEW)
        size = int(texts.str.len_bytes().sum())
        self.texts += size
        counted = int(few.str.count_matches(r"\w+").sum())
        self.words += counted * size // max(1, int(few.str.len_bytes().sum()))
        if self.memory is None or share < _SHARE:
            return
        fixed = needed(int(self.texts / share), int(self.words / share))
        if fixed > _DOUBT * self.memory:
            raise ConfigError(
                f"{self.memory // 10**6} MB of memory will not hold what the search for shared "
                f"passages needs: about {fixed // 10**6} MB, told from the first "
                f"{round(100 * share)} % of the input",
                hint=more_memory(fixed),
            )
