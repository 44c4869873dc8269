"""What the questions about gaps see of one article."""

from dataclasses import dataclass

from provenance.attribution.lexicon import Lexicon
from provenance.attribution.story import Story
from provenance.model import Attribution, Gap, Person, Quote, Span


@dataclass(frozen=True)
class Scene:
    """One article with all that was read out of it about who says what.

    Attributes:
        story: Its text and quotations.
        people, sources, quotes: What was read, in order.
        lexicon: The words of its language.
    """

    story: Story
    people: tuple[Person, ...]
    sources: tuple[Attribution, ...]
    quotes: tuple[Quote, ...]
    lexicon: Lexicon

    def gap(
        self, kind: str, place: tuple[int, int], detail: str, others: tuple[Span, ...] = ()
    ) -> Gap:
        """A gap of this article."""
        return Gap(self.story.article.article_id, *place, kind, detail, others)
