"""Quotations for which a text gives nobody."""

import pytest

from provenance import frames
from provenance.attribution import read
from provenance.attribution.gaps.unattributed import KIND
from provenance.model import Gap

BEFORE = "The ferry was late again, and the quay filled up with lorries before noon."
BEHIND = "The quay was repaired in the spring with stones from the old mill at the river."
QUOTED = "We have waited for three years now."


@pytest.fixture(scope="module")
def left(articles, lexicon):
    """The quoted words of nobody in one text, each with its detail."""

    def _left(text, **made):
        gaps = frames.rows(read(articles(text, **made), lexicon).gaps, Gap)
        return [(text[gap.start : gap.end], gap.detail) for gap in gaps if gap.kind == KIND]

    return _left


def test_a_paragraph_that_nobody_says_is_left_open(left):
    text = f"{BEFORE}\n\n“{QUOTED}”\n\n{BEHIND}"
    assert left(text) == [(QUOTED, "7 words")]


def test_an_utterance_over_two_paragraphs_is_left_open_once(left):
    """An editor has one name to put in."""
    text = f"{BEFORE}\n\n“{QUOTED}\n\n“And nothing has come of it.”\n\n{BEHIND}"
    assert [words for words, _ in left(text)] == [QUOTED]


@pytest.mark.parametrize(
    "text",
    [
        f"{BEFORE}\n\n“{QUOTED}” said the harbour master.\n\n{BEHIND}",
        f"{BEFORE}\n\nIt rained. “{QUOTED}”\n\n{BEHIND}",
        f"{BEFORE}\n\n“Far too late.”\n\n{BEHIND}",
        f"“{QUOTED}”\n\n{BEHIND}",
        f"{BEFORE} The wall says:\n\n“{QUOTED}”\n\n{BEHIND}",
        f"{BEFORE} The word was “late”\n\n“{QUOTED}”\n\n{BEHIND}",
        f"{BEFORE}\n\nThe harbour master said no more.\n\n“{QUOTED}”\n\n{BEHIND}",
        f"{BEFORE} They had another answer.\n\n“{QUOTED}”\n\n{BEHIND}",
        f"Ada Brenk, the harbour master, left.\n\n“{QUOTED}”\n\n{BEHIND}",
        f"{BEFORE}\n\n“{QUOTED}”\n\nA voice from the crowd\n\n{BEHIND}",
        f"{BEFORE}\n\n“{QUOTED}”\n\n— {BEHIND}",
        f"{BEFORE}\n\n“{QUOTED}”\n\n“{BEHIND}”\n\n{BEHIND}",
        f"{BEFORE}\n\n“{QUOTED}”\n\n{BEHIND} And they had waited, she told us: “{QUOTED}”",
        f"{BEFORE}\n\n‘We have waited for three years now’\n\n{BEHIND}",
    ],
)
def test_words_of_which_anything_around_tells_are_left_alone(left, text):
    """Silence is better than sending an editor after what every reader sees."""
    assert left(text) == []


def test_a_headline_quotes_without_a_source(left):
    headline = f"{BEHIND}\n“{QUOTED}”\n"
    assert left(f"{headline}\n{BEFORE}", body_start=len(headline)) == []


def test_an_opinion_of_a_few_words_that_nobody_holds_is_left_open(left):
    text = f"{BEFORE} The crews put up a “very hard fight”, and the line gave in."
    assert left(text) == [("very hard fight", "3 words")]


@pytest.mark.parametrize(
    "quoted",
    ["old quay", "Very Large Ferry", "hard fight for the quay"],
)
def test_a_name_for_something_is_left_alone(left, quoted):
    """Only words that weigh are somebody's; terms stand between marks as well."""
    assert left(f"{BEFORE} The crews spoke of the “{quoted}”, and the line gave in.") == []


@pytest.mark.parametrize(
    "quoted",
    ["truly Great fight", "this is really very late for all of us"],
)
def test_a_word_that_weighs_makes_no_name_and_no_sentence_an_opinion(left, quoted):
    """A name has capitals, and whole sentences stand on walls; the same in small and short is one."""
    text = f"{BEFORE} On the wall stood “{{}}”, and the line gave in."
    assert left(text.format(quoted)) == []
    assert left(text.format("truly great fight")) == [("truly great fight", "3 words")]


def test_a_heading_quotes_without_a_source(left):
    assert left(f"{BEFORE}\n\nCrews put up “very hard fight” for the old quay\n\n{BEHIND}") == []


def test_an_opinion_beside_a_person_or_source_is_left_alone(left):
    """The reader takes it for that person's, rightly or not: unclear is not untold."""
    for beside in ("Ada Brenk, the harbour master, left.", "Police said no more."):
        assert left(f"{beside} The crews put up a “very hard fight”, and it rained.") == []


def test_many_quotations_of_one_line_are_looked_at_once(left):
    assert left(f"{BEFORE}\n\n" + f"“{QUOTED}” " * 20_000) == []


def test_somebody_of_the_paragraph_before_may_speak_on(left):
    """He is named in its first sentence, and the last one tells of something else."""
    text = f"Ada Brenk runs the quay. {BEFORE}\n\n“{QUOTED}”\n\n{BEHIND}"
    assert left(text) == []
