"""Nameless sources, hearsay, and outlets through which a text has what it tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.attribution.gaps import anonymity, hearsay, outlets

YARD = "The yard will close in March, sources said. Half of the welders have been told."
THORSEN = "Ada Thorsen, the mayor, said she had heard nothing."
TOLD = "Ada Thorsen, a welder, told Reuters that she would move."


def test_nameless_sources_and_no_others_are_told_at_the_first(gap_rows):
    text = f"{YARD} A source said that nothing was signed."
    (row,) = gap_rows(anonymity.KIND, text)
    assert text[row.start : row.end] == "sources said"
    assert row.detail == "sources"
    assert [text[each.start : each.end] for each in row.others] == ["A source said"]


@pytest.mark.parametrize(
    "other",
    [
        THORSEN,
        "The company said it would look into it.",
        "Police said nobody was hurt.",
        "A report showed that the yard lost money.",
        "“Nobody told us,” said Milan Horvat, a driver.",
        "A spokesman said it was not true.",
    ],
)
def test_one_other_source_is_enough(left_open, other):
    """That a text has nameless sources beside others is no fault of its own."""
    assert left_open(anonymity.KIND, f"{YARD} {other}") == []
    assert left_open(anonymity.KIND, f"{other} {YARD}") == []


def test_a_reason_is_enough(left_open):
    text = "The yard will close, said a source who asked not to be named because talks go on."
    assert left_open(anonymity.KIND, text) == []


def test_a_text_without_sources_has_no_nameless_ones(left_open):
    assert left_open(anonymity.KIND, "The yard will close in March.") == []


OFFICIALS = "The yard will close, two senior officials said on condition of anonymity."


@pytest.mark.parametrize(
    "again",
    ["The officials said so.", "The official said so.", "“It is over,” the official said."],
)
def test_who_is_spoken_of_again_is_the_same_nameless_source(left_open, again):
    """“The official” is no second source beside the one who would not be named."""
    assert left_open(anonymity.KIND, f"{OFFICIALS}\n\n{again}") == ["two senior officials said"]


@pytest.mark.parametrize(
    "other",
    ["The minister said so.", "Senior doctors said so.", "“It is over,” the minister said."],
)
def test_another_role_is_another_source(left_open, other):
    """A word in front of the noun, such as “senior”, does not make them the same."""
    assert left_open(anonymity.KIND, f"{OFFICIALS}\n\n{other}") == []


@pytest.mark.parametrize("paragraphs", range(5))
def test_nameless_sources_are_told_in_the_first_three_paragraphs(left_open, paragraphs):
    """The news stands there; what a nameless source adds further down is beside it."""
    text = "The quay has been dry since the end of May.\n\n" * paragraphs + YARD
    assert left_open(anonymity.KIND, text) == (["sources said"] if paragraphs < 3 else [])


def test_labels_and_adverts_are_no_paragraphs_before_the_news(left_open):
    text = "Share\n\nAdvertisement\n\nRead more\n\nFollow us\n\n" + YARD
    assert left_open(anonymity.KIND, text) == ["sources said"]


@given(st.lists(st.sampled_from([YARD, "Nothing was signed."]), max_size=6), st.integers(0, 6))
def test_a_named_source_anywhere_silences_it(left_open, sentences, place):
    text = " ".join([*sentences[:place], THORSEN, *sentences[place:]])
    assert left_open(anonymity.KIND, text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The minister reportedly left before the vote.", "reportedly"),
        ("The yard has reportedly been sold.", "has reportedly"),
        (f"{THORSEN}\n\nThe yard has reportedly been sold.", "has reportedly"),
    ],
)
def test_hearsay_without_a_source_is_told(left_open, text, words):
    """A source in another paragraph is not who reported it."""
    assert left_open(hearsay.HEARSAY, text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The minister reportedly left before the vote, Reuters said.",
        "The minister reportedly left before the vote. Two aides said he had a train to catch.",
        "Two aides spoke to the paper, the mayor said. The minister reportedly left.",
        "The minister allegedly left before the vote.",
        "The minister left before the vote.",
    ],
)
def test_hearsay_with_a_source_beside_it_is_left_alone(left_open, text):
    """Who is asked beside it may be who reported it; “allegedly” is a term of the courts."""
    assert left_open(hearsay.HEARSAY, text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The men are not believed to be members of the crew.", "are not believed"),
        ("A dozen people are thought to remain inside.", "are thought"),
        ("The group was said to be planning a raid.", "was said"),
        ("The group is estimated to hold a tenth of the land.", "is estimated"),
    ],
)
def test_a_belief_of_nobody_is_told(left_open, text, words):
    assert left_open(hearsay.BELIEF, text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "It is believed that the men are members of the crew.",
        "Police said the men are believed to be members of the crew.",
        "As much as he can be said to have a plan, this is it.",
        "The parcel is expected to arrive on Monday.",
        "The men believed they would be members of the crew.",
        "The minister reportedly left before the vote.",
    ],
)
def test_a_belief_with_a_believer_or_told_elsewhere_is_left_alone(left_open, text):
    """One form is found by a pattern already; the same place is not told twice."""
    assert left_open(hearsay.BELIEF, text) == []


@pytest.mark.parametrize("outlet", ["publication", "news site", "media outlet"])
def test_an_outlet_without_a_name_is_told(left_open, outlet):
    text = f"The yard is to close.\n\nThe {outlet} reported that the owners knew."
    assert left_open(outlets.UNNAMED, text) == [f"The {outlet} reported"]


VAGUE = ["Local media", "One newspaper", "Another newspaper", "A tabloid", "Several outlets"]


@pytest.mark.parametrize("outlet", VAGUE)
def test_some_outlet_or_other_is_one_without_a_name(left_open, outlet):
    text = f"The yard is to close.\n\n{outlet} reported that the owners knew."
    assert left_open(outlets.UNNAMED, text) == [f"{outlet} reported"]


@pytest.mark.parametrize("outlet", VAGUE)
def test_some_outlet_below_a_named_one_or_that_tells_nothing_is_left_alone(left_open, outlet):
    named = "The yard is to close, the Washington Post said."
    knew = f"{outlet} reported that the owners knew."
    assert left_open(outlets.UNNAMED, f"{named}\n\n{knew}") == []
    assert left_open(outlets.UNNAMED, f"The yard is to close.\n\n{outlet} waited outside.") == []


def test_the_newspaper_is_one_that_was_named_however_far_back(left_open):
    """So are “the magazine” and “the website”: the text may be about them."""
    text = "The yard is to close.\n\nThe newspaper reported that the owners knew."
    assert left_open(outlets.UNNAMED, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The yard is to close, the Washington Post said.\n\nThe publication said owners knew.",
        "The yard is to close.\n\nThe publication of the report was put off.",
        "The yard is to close. The publication said owners knew.",
        "The yard is to close.\n\nThe company said owners knew.",
    ],
)
def test_an_outlet_that_is_named_or_none_is_left_alone(left_open, text):
    assert left_open(outlets.UNNAMED, text) == []


def test_an_outlet_named_further_back_is_told(left_open):
    """Two paragraphs on, the reader has to guess."""
    named = "The yard is to close, the Washington Post said.\n\nHalf of the welders know.\n\n"
    text = f"{named}The publication said owners knew."
    assert left_open(outlets.UNNAMED, text) == ["The publication said"]


def test_much_through_one_outlet_is_told_with_its_part(gap_rows):
    text = f"{TOLD} Milan Horvat, a driver, told Reuters so. The county told Reuters so. {THORSEN}"
    (row,) = gap_rows(outlets.THROUGH, text)
    assert row.detail == "3 of 4, through Reuters"
    assert len(row.others) == 2


@pytest.mark.parametrize(
    "text",
    [
        f"{TOLD} Milan Horvat, a driver, told Reuters so.",
        f"{TOLD} {TOLD} {TOLD} " + f"{THORSEN} " * 13,
        f"{THORSEN} The county said so. Milan Horvat, a driver, said so.",
    ],
)
def test_little_through_an_outlet_is_left_alone(left_open, text):
    """Fewer than three statements, or less than a quarter."""
    assert left_open(outlets.THROUGH, text) == []


def test_an_outlets_own_interviews_are_its_own(left_open):
    text = f"{TOLD} {TOLD} {TOLD}"
    assert left_open(outlets.THROUGH, text, outlet="Reuters") == []
    assert left_open(outlets.THROUGH, text, outlet="Varn Courier") != []
