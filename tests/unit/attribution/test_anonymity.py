"""An unnamed source is no fault; whether it is said why, the text tells."""

import pytest


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("An official said on condition of anonymity that the dam held.", False),
        ("An official, who declined to be named, said the dam held.", False),
        ("An official said on condition of anonymity because of fear that it held.", True),
        ("Two officials, who were not authorized to discuss it, said the dam held.", True),
        ("A source said the dam held.", False),
        ("A source, unnamed for fear of revenge, said the dam held.", True),
    ],
)
def test_a_source_that_would_not_be_named_is_anonymous(text, explained, stated):
    row = stated(text)[0]
    assert (row.kind, row.explained) == ("anonymous", explained)


def test_a_source_without_a_name_is_not_yet_anonymous(stated):
    """A bare "an official said" is how every town hall is quoted."""
    (row,) = stated("An official said the dam held because it is strong.")
    assert (row.kind, row.explained) == ("role", None)


def test_a_named_source_beside_the_formula_stays_named(stated):
    rows = stated("Mayor Ada Brenk said the clerk spoke on condition of anonymity.")
    assert rows[0].kind == "named"


def test_who_speaks_through_an_outlet_is_told_apart_from_it(stated):
    text = "The Washington Post cites one of the officials, who spoke on condition of anonymity."
    outlet, official = stated(text)
    assert (outlet.kind, outlet.source) == ("outlet", "Washington Post")
    assert (official.kind, official.via, official.channel) == (
        "anonymous",
        "Washington Post",
        "outlet",
    )
    assert text[official.source_start : official.source_end] == "one of the officials"


def test_an_unnamed_source_needs_no_verb_of_speech(stated):
    (row,) = stated("The officials spoke on condition of anonymity.")
    assert (row.kind, row.source, row.cue) == ("anonymous", "officials", "speak")


def test_the_reason_stands_near(stated):
    far = " ".join(["word"] * 30)
    (row,) = stated(f"A source said the dam held {far} because of rain.")
    assert row.explained is False


@pytest.mark.parametrize(
    "reason",
    [
        "because the talks are secret",
        "because she feared for her job",
        "to discuss private talks",
        "to speak openly of the plan",
        "to describe the plan",
        "to talk about the plan",
        "citing the secrecy of the talks",
        "for fear of losing her job",
        "since the plan is not public",
        "so as not to hurt the talks",
        "due to the secrecy of the talks",
        "fearing for her job",
        "in order to protect her job",
        "as she was not authorized to speak",
    ],
)
@pytest.mark.parametrize("formula", ["spoke on condition of anonymity", "asked not to be named"])
def test_each_reason_explains_why_a_name_is_missing(formula, reason, stated):
    """Editors ask for the reason; a reader is owed it."""
    row = stated(f"The dam held, said an official, who {formula} {reason}.")[0]
    assert (row.kind, row.explained) == ("anonymous", True)


@pytest.mark.parametrize(
    "rest",
    [
        ".",
        " on Monday.",
        " and left.",
        ", and the talks went on.",
        " after the talks.",
        ", adding that the becauses were many.",
    ],
)
def test_without_a_reason_it_is_not_explained(rest, stated):
    row = stated(f"The dam held, said an official, who asked not to be named{rest}")[0]
    assert (row.kind, row.explained) == ("anonymous", False)


def test_a_reason_in_another_sentence_is_not_looked_for(stated):
    text = "An official said on condition of anonymity that it held. He left because of rain."
    assert stated(text)[0].explained is False


def test_a_reason_before_the_formula_is_of_something_else(stated):
    text = "Because of rain, an official said on condition of anonymity that it held."
    assert [(row.kind, row.explained) for row in stated(text)] == [("anonymous", False)]


@pytest.mark.parametrize(("words", "explained"), [(20, True), (24, False), (40, False)])
def test_a_reason_stands_within_some_25_words(words, explained, stated):
    """Counted from the formula: its own three words and those between."""
    between = "word " * words
    text = f"An official said on condition of anonymity {between}because of rain."
    assert stated(text)[0].explained is explained


@pytest.mark.parametrize(
    "formula",
    [
        "declined to be named",
        "declined to be identified",
        "asked not to be identified",
        "asked to remain anonymous",
        "requested anonymity",
        "was not authorized to speak",
        "was not authorised to speak",
        "refused to be named",
        "wished to remain anonymous",
        "did not want to be identified",
        "insisted on anonymity",
        "was granted anonymity",
    ],
)
def test_each_formula_makes_a_role_anonymous(formula, stated):
    row = stated(f"A pilot, who {formula}, said the dam held.")[0]
    assert (row.kind, row.source) == ("anonymous", "pilot")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mayor Ada Brenk, who declined to be named in the suit, said so.", "named"),
        ("The union, which asked not to be named, said so.", "organisation"),
        ("The report, which asked not to be named, said so.", "document"),
        ("A pilot who was named on Monday said so.", "role"),
    ],
)
def test_a_formula_or_its_likeness_does_not_unname_others(text, kind, stated):
    assert [row.kind for row in stated(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The pilots spoke on condition of anonymity.", "pilots"),
        ("A pilot, speaking on condition of anonymity, blamed the rain.", "pilot"),
        ("Two pilots agreed to speak on condition of anonymity.", "two pilots"),
    ],
)
def test_an_unnamed_source_is_told_by_its_formula_alone(text, source, stated):
    (row,) = stated(text)
    assert (row.kind, row.source, row.cue, row.via) == ("anonymous", source, "speak", None)
    assert text[row.start : row.end].startswith(text[row.source_start : row.source_end])


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brenk spoke on condition of anonymity.",
        "On condition of anonymity.",
        "Condition of anonymity is rare.",
        "The rain was a condition of anonymity.",
    ],
)
def test_a_formula_without_somebody_unnamed_tells_nobody(text, stated):
    assert [row for row in stated(text) if row.kind == "anonymous"] == []


def test_only_the_sentence_of_the_formula_is_unnamed(stated):
    rows = stated("A pilot said it held. A diver asked not to be named. An aide said it fell.")
    assert [(row.kind, row.source) for row in rows if row.cue == "say"] == [
        ("role", "pilot"),
        ("role", "aide"),
    ]
