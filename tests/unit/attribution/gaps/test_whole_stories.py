"""Little news stories, whole, with all that they leave open and nothing else.

A story is told as its paragraphs. What stands in the table is everything that is told of it, so
that a question which begins to answer for another one is seen here.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.attribution import read
from provenance.attribution.gaps import GAPS
from provenance.model import Gap

FLOOD = (
    "The river rose by two metres in the night and stood in the cellars of the old town.",
    "The market was put off until Saturday, and buses went round by the hill road.",
    "Sandbags lay along the quay, three rows high, and pumps ran in every second yard.",
)


@pytest.fixture(scope="module")
def open_in(articles, lexicon):
    """All gaps of a story of several paragraphs: kinds and words, in order of the text."""

    def _open_in(*paragraphs, **about):
        text = "\n\n".join(paragraphs)
        rows = frames.rows(read(articles(text, **about), lexicon).gaps, Gap)
        found = sorted((row.start, row.kind, text[row.start : row.end]) for row in rows)
        return [(kind, words) for _, kind, words in found]

    return _open_in


SILENT = {
    "everybody is introduced": (
        "A ferry ran aground off Varn on Sunday with eighty people on board.",
        "“We heard a bang and the lights went out,” said Marta Kowalski, a teacher from Brenning.",
        "Capt. Tom Osk, who was on the bridge, said the rudder had failed.",
        "Kowalski said the crew had handed out blankets. “They were calm,” she said.",
        "Osk said he would speak to the inquiry on Monday.",
    ),
    "the first sentence has the name and the next ones a surname": (
        "Mayor Ines Duarte will not stand again, she told the council on Tuesday.",
        "Duarte, 58, has led the town since the mill closed.",
        "“It is time,” Duarte said.",
        "She says that her deputy should follow her.",
    ),
    "nameless sources stand beside named ones": (
        "The yard at Varn is to be sold, two people familiar with the talks said.",
        "The owner, Northgate Dairies, said it did not speak of rumours.",
        "Petra Lindqvist, who leads the union, said nobody had told the welders.",
    ),
    "a nameless source has a reason": (
        "The yard is to be sold, said an official who asked not to be named because talks go on.",
        "Half of the welders have been told.",
    ),
    "a thing is brought in before it is pointed at": (
        "Gunmen stopped a bus on the hill road on Monday and shot the driver.",
        "Three passengers were hurt, doctors at the clinic said.",
        "The attack occurred a mile from the barracks.",
        "That attack was the second in a week, police said.",
    ),
    "a summary gives words to who said them": (
        "Dam at Varn to stay shut",
        "• Engineer says the wall is “cracked from end to end”",
        "“The wall is cracked from end to end,” said Ferdi Paul, an engineer of the county.",
    ),
    "hearsay has its source beside it": (
        "The minister reportedly left by the back door. The Times said a car had been waiting.",
        "His office said it knew of no car.",
    ),
    "a belief has a believer": (
        "Police said the two men are believed to have crossed the border on foot.",
        "“We have dogs out,” said Insp. Ruth Vell.",
    ),
    "an outlet is named before it is called one": (
        "The yard made a loss last year, the Washington Post reported.",
        "The publication said the owners had known since spring.",
        "Petra Lindqvist, who leads the union, said she was not surprised.",
    ),
    "words stand between marks because they are names": (
        "The “Long Quay” was built in 1820 and widened twice.",
        "Its stones came from the “Devil’s Ledge”, a quarry in the hills.",
    ),
    "a block of words has a line below it": (
        "Dozens of people wrote to the paper about the quay.",
        "“It has been a ruin for as long as I have lived beside it.”",
        "Ada Brenk, a nurse",
    ),
    "two brothers have one surname": (
        "Peter Osk and his brother Tom Osk run the mill together.",
        "Peter Osk said the wheel had stopped; Tom Osk said it would turn again.",
    ),
    "an officer keeps the rank": (
        "Gen. Anton Osk said the bridge would hold.",
        "Osk flew over it at noon. “It will hold,” Gen. Osk said again.",
    ),
    "a pronoun has its person in the paragraph before": (
        *FLOOD,
        "The chief engineer of the county walked along the quay at noon.",
        "She says the water will fall by Friday.",
    ),
    "a wise saying needs no speaker at the top of the text": (
        "“Whoever builds on sand will move in winter.”",
        "The proverb hangs in the office of the harbour board, framed.",
    ),
}


@pytest.mark.parametrize("story", SILENT.values(), ids=SILENT)
def test_a_story_that_is_told_properly_leaves_nothing_open(open_in, story):
    """Who is warned for nothing stops reading warnings."""
    assert open_in(*story) == []


OPEN = {
    "a surname out of nowhere": (
        (*FLOOD, "The pumps failed twice in one night, according to Okonkwo."),
        [("speaker-never-introduced", "Okonkwo")],
    ),
    "a surname that a lost paragraph introduced": (
        (
            "Mayor Ines Duarte closed the bridge on Tuesday.",
            "“Nobody had looked at the bolts,” Wickstein said.",
            "Duarte said the bridge would be shut for a month.",
        ),
        [("speaker-never-introduced", "Wickstein")],
    ),
    "a pronoun after three paragraphs about water": (
        (*FLOOD, "He says the water will fall by Friday."),
        [("pronoun-without-person", "He says")],
    ),
    "a pronoun behind adverts": (
        (*FLOOD, "Advertisement", "Read more", "She told the council the wall would hold."),
        [("pronoun-without-person", "She told")],
    ),
    "an attack in a story about roads": (
        (*FLOOD, "That attack occurred a mile from the barracks."),
        [("thing-never-introduced", "That attack")],
    ),
    "a base in a story about a flood": (
        (*FLOOD, "The air base is near the border."),
        [("thing-never-introduced", "The air base")],
    ),
    "nameless sources alone": (
        ("The yard at Varn is to be sold, sources said.", "Half of the welders have been told."),
        [("only-nameless-sources", "sources said")],
    ),
    "one person's words given to many": (
        (
            "The dam at Varn was closed on Monday.",
            "• Villagers say the wall is “cracked from end to end”.",
            "“The wall is cracked from end to end,” said Ada Thorsen, a baker.",
        ),
        [("inflated-attribution", "cracked from end to end")],
    ),
    "hearsay": (
        ("The minister reportedly left by the back door.", *FLOOD[1:]),
        [("hearsay-without-source", "reportedly")],
    ),
    "a belief of nobody": (
        (*FLOOD, "Two fishermen are feared to have drowned."),
        [("belief-of-nobody", "are feared")],
    ),
    "an outlet without a name": (
        (*FLOOD, "The publication shares that the wall was never paid for."),
        [("outlet-not-named", "The publication shares")],
    ),
    "what everybody told one agency": (
        (
            "Marta Kowalski, a teacher, told Reuters the lights went out.",
            "Tom Osk, a sailor, told Reuters that the rudder failed.",
            "The harbour board told Reuters it would look into it.",
        ),
        [("through-another-outlet", "Marta Kowalski, a teacher, told")],
    ),
    "two spellings": (
        ("Dolores Whitcombe sat in the first row.", "Ms. Witcombe said the quay was hers."),
        [("name-spelled-two-ways", "Ms. Witcombe")],
    ),
    "a rank that is lost": (
        ("Gen. Anton Osk said the bridge would hold.", "Mr. Osk flew over it at noon."),
        [("rank-dropped", "Mr. Osk")],
    ),
    "four names of one group": (
        (
            "Fighters of ISIS held the bridge, and Daesh held the hill.",
            "The Islamic State burned the mill before ISIL left the valley.",
        ),
        [("many-labels", "ISIS")],
    ),
    "a country in two ways": (
        ("The envoy of the U.S. left on Monday.", "No other envoy of the US will come."),
        [("many-labels", "U.S.")],
    ),
    "a quotation of nobody": (
        (*FLOOD[:2], "“We have carried our beds upstairs for the third time.”", FLOOD[2]),
        [("quotation-of-nobody", "We have carried our beds upstairs for the third time.")],
    ),
    "an opinion of nobody": (
        (*FLOOD[:2], "The crews put up a “truly stubborn fight”, and the wall held."),
        [("quotation-of-nobody", "truly stubborn fight")],
    ),
}


@pytest.mark.parametrize(("story", "left"), OPEN.values(), ids=OPEN)
def test_a_story_is_told_of_what_it_leaves_open_and_of_nothing_else(open_in, story, left):
    """Each question answers for itself; two warnings for one fault count it twice."""
    assert open_in(*story) == left


def test_every_question_has_a_story_here():
    """A new question without a story that it finds has not been seen to work."""
    told = {kind for _, left in OPEN.values() for kind, _ in left}
    assert set(GAPS) - told == {"prose-as-quotation"}


@pytest.mark.parametrize(("story", "left"), OPEN.values(), ids=OPEN)
def test_white_space_around_a_story_changes_nothing(open_in, story, left):
    """Scrapers leave blank lines and carriage returns wherever they please."""
    assert open_in("", *story, "", "") == left
    assert open_in(*(f"{line}  \r" for line in story)) == left


@given(st.sampled_from(sorted(OPEN)), st.integers(0, 4))
def test_adverts_behind_a_story_change_nothing(open_in, name, adverts):
    story, left = OPEN[name]
    assert open_in(*story, *["Advertisement"] * adverts) == left


# Not at the top of a page, a saying is a quotation of nobody.
PAIRS = st.permutations(
    sorted(SILENT.keys() - {"a wise saying needs no speaker at the top of the text"})
)


@given(PAIRS)
def test_two_stories_on_one_page_leave_no_more_open_than_each(open_in, names):
    """What is known in either is known, and names of the two never meet as misspellings."""
    one, other, *_ = names
    assert open_in(*SILENT[one], *SILENT[other]) == []
