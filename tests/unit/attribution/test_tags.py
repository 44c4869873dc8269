"""Speakers told by a name beside a quotation, where no known verb of speech stands."""

import pytest

from provenance.attribution.cast import Cast
from provenance.attribution.proximity import Proximity
from provenance.attribution.quotes import quotations
from provenance.attribution.story import Story
from provenance.attribution.tags import tagged
from provenance.model import Article, Person, Span

LONG = "We have waited for three years"


@pytest.fixture(scope="module")
def told(lexicon):
    """Who is told to speak the last quotation of a text in which Brenk and Oram are named."""

    def _told(text):
        article = Article("a", "a", 1, False, text, None, 0, None, None, None)
        story = Story(article, tuple(quotations(text, lexicon.quotes)))
        cast = Cast.of(tuple(named(text, name) for name in ("Brenk", "Oram") if name in text))
        near = Proximity.of(story, (), lexicon.sources)
        found = tagged(story.quotes[-1], near, cast, lexicon.sources)
        return found.person.name if found else None

    return _told


def named(text, name):
    """A person with one mention, the first place of `name`."""
    at = text.find(name)
    place = Span("a", at, at + len(name), name)
    return Person("a", at, at + len(name), name, name.casefold(), None, None, (place,))


@pytest.mark.parametrize(
    "text",
    [
        f"“{LONG},” Brenk shot back.",
        f"“{LONG},” croaked Brenk.",
        f"“{LONG}”, Brenk (the elder) thundered.",
        f"Brenk on the ferry: “{LONG}.”",
        f"It rained. The 60-year-old Brenk, once more: “{LONG}.”",
        f"From the harbour, by Brenk: “{LONG}.”",
    ],
)
def test_a_name_beside_the_comma_or_colon_is_the_speaker(told, text):
    """Verbs that lead into speech are without number; their place is not."""
    assert told(text) == "Brenk"


@pytest.mark.parametrize(
    "text",
    [
        f"“{LONG}.” Brenk shot back.",
        f"“{LONG},” and Brenk left.",
        f"“{LONG},” Brenk and his crew sang.",
        f"“{LONG},” Brenk.",
        f"“{LONG},” the song of Brenk went.",
        "With her “very late answer,” Brenk lost the crews.",
        f"Brenk on Oram: “{LONG}.”",
        f"It is sure to make the voice of Brenk louder still: “{LONG}.”",
        f"Brenk on the ferry. “{LONG}.”",
        f"Brenk {'walked and ' * 12}walked: “{LONG}.”",
    ],
)
def test_a_name_in_another_place_says_nothing(told, text):
    """A name near a quotation is more often whom it is about."""
    assert told(text) is None


def test_a_colon_behind_a_line_without_end_is_not_looked_for(told):
    assert told("Brenk " + "x" * 500_000 + f": “{LONG}.”") is None
