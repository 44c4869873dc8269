"""Which attribution belongs to a quotation, told from where it stands alone.

Attributions are made by hand: `brenk["said"]` stands for the words "Brenk said" wherever a text
has them, so that no lexicon of verbs has a part in these tests.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.attribution.proximity import Proximity
from provenance.attribution.quotes import quotations
from provenance.attribution.story import Story
from provenance.model import Article, Attribution

LONG = "We have waited for three years"


@pytest.fixture(scope="module")
def near(lexicon):
    """The places of a text, its attributions the given words, each `source|cue` or `cue|source`."""

    def _near(text, *told, body_start=0):
        article = Article("a", "a", 1, False, text, None, body_start, None, None, None)
        story = Story(article, tuple(quotations(text, lexicon.quotes)))
        rows = tuple(row for words in told for row in attributed(text, words))
        return Proximity.of(story, rows, lexicon.sources)

    return _near


def attributed(text, words):
    """An attribution at each place of `words`, whose first part is the source."""
    found, at = [], text.find(words)
    while at >= 0:
        first = words.split()[0]
        end = at + len(words)
        head = "named", first, at, at + len(first), "say", "speech", None, None
        found.append(Attribution("a", at, end, at, end, *head))
        at = text.find(words, end)
    return found


def beside(places, number=-1):
    """The words of the attribution beside a quotation, the last one of the text by default."""
    found = places.beside(places.story.quotes[number])
    return places.story.text[found.start : found.end] if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"“{LONG},” Brenk said.", "Brenk said"),
        (f"Brenk said, “{LONG}.”", "Brenk said"),
        (f"Brenk said: “{LONG}.”", "Brenk said"),
        (f"Brenk said that “{LONG}” for the quay.", "Brenk said"),
        ("Brenk said the quay was “far too short” for the ferry.", "Brenk said"),
        ("It was, in a word that stood in the letter, “far too short,” Brenk said.", "Brenk said"),
        (f"“{LONG}” is what stands on the wall, Brenk said.", "Brenk said"),
    ],
)
def test_the_attribution_of_its_sentence_says_a_quotation(near, text, expected):
    assert beside(near(text, "Brenk said")) == expected


def test_what_stands_directly_behind_a_quotation_wins(near):
    """A writer who begins with one voice closes a quotation with its own."""
    text = f"Oram said it was late, and “{LONG},” Brenk said."
    assert beside(near(text, "Oram said", "Brenk said")) == "Brenk said"


def test_a_sentence_that_ends_with_a_quotation_parts_it_from_the_next(near):
    """What comes behind the full stop is about something else."""
    text = "Oram said it was “far too short.” Brenk said nothing."
    assert beside(near(text, "Oram said", "Brenk said")) == "Oram said"


def test_a_question_mark_does_not_part_a_quotation_from_its_attribution(near):
    assert beside(near("“Who waits for three years?” Brenk said.", "Brenk said")) == "Brenk said"


def test_an_attribution_of_the_sentence_before_says_nothing_here(near):
    assert beside(near(f"Brenk said so. “{LONG}.”", "Brenk said")) is None


def test_words_inside_the_source_are_not_said_by_it(near):
    """Else the nickname of whoever speaks would be its own words."""
    text = "Brenk, the “queen of the quay”, said nothing."
    assert beside(near(text, "Brenk, the “queen of the quay”, said")) is None


def test_a_clause_inside_another_is_said_by_whom_the_outer_one_names(near):
    text = "Brenk said crews wanted the line to be “far less slow” in spring."
    assert beside(near(text, "Brenk said", "crews wanted")) == "Brenk said"


@pytest.mark.parametrize("more", ["the line to be", "the", "it"])
def test_of_two_clauses_neither_is_told_when_words_part_both_from_the_quotation(near, more):
    """Half of these are right on measured news, and a guess would be told as a fact."""
    text = f"Brenk said it was late, and Oram wanted {more} “far less slow” in spring."
    assert beside(near(text, "Brenk said", "Oram wanted")) is None


def test_of_two_clauses_the_verb_directly_before_the_quotation_tells(near):
    text = f"Brenk said it was late, and Oram said: “{LONG}.”"
    assert beside(near(text, "Brenk said", "Oram said")) == "Oram said"


def test_a_quotation_between_two_verbs_parts_their_clauses(near):
    """The comma that ends the first quotation stands inside its marks."""
    text = f"After Oram said the line was “far less slow,” Brenk said: “{LONG}.”"
    assert beside(near(text, "Oram said", "Brenk said")) == "Brenk said"


def test_an_attribution_that_opens_a_clause_of_its_own_does_not_look_back(near):
    """“A”, B says that C: only C is what B says."""
    text = "In the home of the self-declared “queen of the quay”, Brenk said that it rained."
    assert beside(near(text, "Brenk said")) is None


def test_an_attribution_far_off_in_an_endless_sentence_says_nothing(near):
    text = f"Brenk said {'and so on, ' * 60}“{LONG}.”"
    assert beside(near(text, "Brenk said")) is None


def test_a_colon_at_the_end_of_a_paragraph_announces_the_next(near):
    places = near(f"Brenk said in her letter:\n\n“{LONG}.”", "Brenk said")
    assert places.announced(places.story.quotes[0]).source == "Brenk"


@pytest.mark.parametrize("text", [f"Brenk said so.\n\n“{LONG}.”", f"It was so:\n\n“{LONG}.”"])
def test_without_a_colon_or_a_source_nothing_is_announced(near, text):
    places = near(text, "Brenk said")
    assert places.announced(places.story.quotes[0]) is None


def test_a_paragraph_of_its_own_follows_the_only_source_of_the_one_before(near):
    places = near(f"It rained. Brenk said it was late.\n\n“{LONG}.”", "Brenk said")
    assert places.followed(places.story.quotes[0]).source == "Brenk"


@pytest.mark.parametrize(
    "text",
    [
        f"Brenk said it was late. It rained.\n\n“{LONG}.”",
        f"Oram said it rained. Brenk said it was late.\n\n“{LONG}.”",
        f"Brenk said it was late.\n\n“{LONG}.” It rained.",
        f"Brenk said it was late.\n\nIt rained. “{LONG}.”",
        f"“{LONG}.” Brenk said it was late.",
    ],
)
def test_a_quotation_follows_nothing_less_certain(near, text):
    """The speaker of the paragraph before alone is right for one in five."""
    places = near(text, "Brenk said", "Oram said")
    assert places.followed(places.story.quotes[0]) is None


def test_a_headline_tells_nobody_of_what_stands_below(near):
    headline = "Brenk said it was late."
    places = near(f"{headline}\n“{LONG}.”", "Brenk said", body_start=len(headline))
    assert places.followed(places.story.quotes[0]) is None


def test_a_quotation_begins_its_sentence_behind_marks_alone(near):
    text = f"It rained. “{LONG},” she sang. Then “{LONG}.”"
    places = near(text)
    assert [places.begins_sentence(quote) for quote in places.story.quotes] == [True, False]


@given(st.lists(st.sampled_from(["“A b.”", "Brenk said", ", ", ". ", "\n\n", ": ", "x"])))
def test_an_attribution_never_lies_around_its_quotation_or_behind_a_paragraph(near, parts):
    places = near("".join(parts), "Brenk said")
    for quote in places.story.quotes:
        found = places.beside(quote)
        if found:
            assert not (found.start < quote.start and quote.end < found.end)
            assert places.paragraph(found.start) == places.paragraph(quote.start)


def test_a_line_of_many_quotations_is_looked_through_once(near):
    """A scraped line of half a million characters must not be read again for every quotation."""
    places = near("“A b,” Brenk said, and " * 20_000, "Brenk said")
    assert {beside(places, number) for number in range(0, 20_000, 500)} == {"Brenk said"}
    assert all(places.followed(quote) is None for quote in places.story.quotes)
