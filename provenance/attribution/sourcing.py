"""The places of a story that say on whose word a statement stands.

In: a story with its people. Out: rows of `Attribution`. A cue (a verb or
phrase of the lexicon `sources`) is looked for in the writer's own words, and
its source beside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from provenance.attribution.phrases import Tables
from provenance.attribution.story import Story
from provenance.model import Attribution, Person


@dataclass(frozen=True, slots=True, repr=False)
class SourceWords:
    """What tells a source and its verb, compiled from the lexicons `sources` and `credits`."""

    @classmethod
    def of(cls, tables: Tables, agencies: Mapping[str, tuple[str, ...]]) -> "SourceWords":
        """The words in `tables`; `agencies` are the news agencies by canonical name."""
        return cls()


def attributions(
    story: Story, persons: tuple[Person, ...], words: SourceWords
) -> tuple[Attribution, ...]:
    """Who stands behind the statements of a story, in order. Linear in its text."""
    return ()
