"""How a source's words came: through another outlet they are second-hand."""

import pytest


@pytest.mark.parametrize(
    ("text", "channel", "via"),
    [
        ("The mayor said the dam held.", "speech", None),
        ("The mayor told reporters that the dam held.", "event", None),
        ("The mayor told a news conference that the dam held.", "event", None),
        ("The mayor said at a briefing in the harbour that the dam held.", "event", None),
        ("The mayor said in a statement that the dam held.", "writing", None),
        ("The mayor tweeted that the dam held.", "writing", None),
        ("The survey shows that the dam held.", "writing", None),
        ("The mayor told Reuters that the dam held.", "outlet", "Reuters"),
        ("The mayor told the Associated Press that the dam held.", "outlet", "Associated Press"),
        ("The mayor told CNN’s night desk that the dam held.", "outlet", "CNN"),
        ("The mayor told the Karren Bay Herald that the dam held.", "outlet", "Karren Bay Herald"),
        ("The mayor said in an interview with CNN that the dam held.", "outlet", "CNN"),
        ("Reuters reported that the dam held.", "outlet", None),
        ("The mayor said that a statement would follow.", "speech", None),
        ("The mayor told her sister that the dam held.", "speech", None),
    ],
)
def test_the_words_behind_the_verb_tell_the_channel(text, channel, via, stated):
    row = stated(text)[0]
    assert (row.channel, row.via) == (channel, via)


def test_an_agency_beside_a_name_without_a_verb_is_told(stated):
    """A line below a block of quoted words says who was asked, and by whom."""
    (row,) = stated("Ada Brenk, a 47-year-old pilot contacted by AFP")
    assert (row.kind, row.source) == ("agency", "Agence France-Presse")


def test_contacted_by_anybody_else_tells_nothing(stated):
    assert stated("Ada Brenk, a 47-year-old pilot contacted by divers") == []


@pytest.mark.parametrize(
    ("text", "channel", "via"),
    [
        ("The mayor told a rally that the dam held.", "event", None),
        ("The mayor told a crowd of anglers that the dam held.", "event", None),
        ("The mayor told hundreds of cheering supporters that the dam held.", "event", None),
        ("The mayor told lawmakers in a letter that the dam held.", "event", None),
        ("The mayor said to reporters that the dam held.", "event", None),
        ("The mayor warned on Monday at a rally that the dam may break.", "event", None),
        ("“It held,” said the mayor at a news conference.", "event", None),
        ("“It held,” the mayor said during a hearing.", "event", None),
        ("At a news conference, the mayor said the dam held.", "event", None),
        ("In a heated debate on Monday, the mayor said the dam held.", "event", None),
        ("The mayor said in front of a crowd that the dam held.", "event", None),
        ("The mayor said in an email that the dam held.", "writing", None),
        ("The mayor said by email that the dam held.", "writing", None),
        ("The mayor said on Facebook that the dam held.", "writing", None),
        ("The mayor said Monday in a long letter that the dam held.", "writing", None),
        ("The mayor announced the plan in a statement.", "writing", None),
        ("In a statement, the mayor said the dam held.", "writing", None),
        ("On Twitter, the mayor said the dam held.", "writing", None),
        ("The mayor emailed that the dam held.", "writing", None),
        ("The mayor has written that the dam held.", "writing", None),
        ("According to the report, the dam held.", "writing", None),
        ("The mayor told the BBC that the dam held.", "outlet", "BBC"),
        ("“It held,” the mayor told Reuters.", "outlet", "Reuters"),
        ("The mayor told the Post that the dam held.", "outlet", "Post"),
        ("The mayor told Reuters reporters that the dam held.", "outlet", "Reuters"),
        ("The mayor told Fox News in a letter that the dam held.", "outlet", "Fox News"),
        ("In an interview with CNN, the mayor said the dam held.", "outlet", "CNN"),
        ("In an interview on CNN on Monday, the mayor said so.", "outlet", "CNN"),
        ("CNN reported in an email that the dam held.", "outlet", None),
    ],
)
def test_each_way_to_be_heard_has_its_channel(text, channel, via, stated):
    row = stated(text)[0]
    assert (row.channel, row.via) == (channel, via)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said reporters were wrong.",
        "The mayor said a statement would follow.",
        "The mayor said the Washington Post was wrong.",
        "The mayor said the author of a report had left.",
        "The mayor insisted her supporters stay.",
        "The mayor told divers about a report.",
        "The mayor told the harbour master a letter was lost.",
        "The mayor says the letter was read.",
        "The mayor said so. Reporters at a rally heard it.",
        "The mayor said, after a rally of farmers, that it held.",
        "In March, before a debate, the mayor said the dam held.",
        "About the report, the mayor said nothing new.",
        "Of the debate, the mayor said little.",
        "In a rage, the mayor said reporters lied.",
        "The report is late, the mayor said.",
        "The mayor told star divers that the dam held.",
        "In an interview, the mayor said the dam held.",
        "The mayor gave an interview with CNN. The pilot said the dam held.",
    ],
)
def test_what_is_spoken_of_is_no_channel(text, stated):
    """A report that somebody talks about is not where it was said."""
    row = stated(text)[-1]
    assert (row.channel, row.via) == ("speech", None)


def test_each_source_of_a_sentence_has_its_own_channel(stated):
    rows = stated(
        "The mayor said in a letter that it held, and the pilot told Reuters that it fell."
    )
    assert [(row.channel, row.via) for row in rows] == [("writing", None), ("outlet", "Reuters")]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor told " + "the " * 100_000 + "Reuters that it held.",
        "In a " + "long " * 100_000 + "statement, the mayor said so.",
        "The mayor said " + "of " * 100_000 + "reporters.",
    ],
)
def test_a_channel_is_looked_for_nearby_only(text, stated):
    assert {row.channel for row in stated(text)} <= {"speech", "outlet"}
