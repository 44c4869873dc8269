"""Who speaks in whole stories: every quotation of each, with its speaker and how that was told."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.attribution import read
from provenance.model import Quote, QuoteUse, Resolution

NOBODY = (None, "unresolved")


@pytest.fixture(scope="module")
def speakers(articles, lexicon):
    """First word, speaker and resolution of each quotation of a story, in order."""

    def _speakers(text, **about):
        rows = frames.rows(read(articles(text, **about), lexicon).quotes, Quote)
        return [
            (re.findall(r"\w+", text[row.start : row.end])[0], row.speaker, str(row.resolution))
            for row in rows
        ]

    return _speakers


STORIES = {
    "a council meeting": (
        """Mayor Ines Duarte opened the new quay at Varn on Saturday.

“Seven years is a long time to wait for a wall,” Duarte said. “But it stands.”

She thanked the crews. “They worked in the rain,” she said.

Peter Osk, who runs the mill behind it, was less pleased. “Who pays for my cellar?” he asked.

“Everybody who lives below the hill,” Osk said, “has had water in the house.”
""",
        [
            ("Seven", "Ines Duarte", "cue"),
            ("But", "Ines Duarte", "split"),
            ("They", "Ines Duarte", "pronoun"),
            ("Who", "Peter Osk", "pronoun"),
            ("Everybody", "Peter Osk", "cue"),
            ("has", "Peter Osk", "cue"),
        ],
    ),
    "a long statement over paragraphs": (
        """The harbour board answered in a letter on Monday.

“The wall was built to the plans of 1998,” wrote Ada Brenk, who heads the board.

“It was never meant to hold back two metres of water,” Brenk went on. “No wall here was.

“We shall speak to the county. We shall speak to the owners of the mill.

“More we cannot do.”
""",
        [
            ("The", "Ada Brenk", "cue"),
            ("It", "Ada Brenk", "cue"),
            ("No", "Ada Brenk", "split"),
            ("We", "Ada Brenk", "runs-on"),
            ("More", "Ada Brenk", "runs-on"),
        ],
    ),
    "an interview told by colons": (
        """Marta Kowalski teaches at Brenning and was on the ferry.

Kowalski said: “We heard a bang.”

Her brother Milan Horvat recalls it otherwise: “There was no bang at all.”
""",
        [("We", "Marta Kowalski", "cue"), ("There", "Milan Horvat", "cue")],
    ),
    "sources without a name of a person": (
        """“The bridge is shut,” police said.

“We were not told,” a spokeswoman for the mill said.

“The wall is cracked from end to end,” the report said.

“Somebody took money,” said an official who asked not to be named.
""",
        [
            ("The", "police", "cue"),
            ("We", "spokeswoman", "cue"),
            ("The", "report", "cue"),
            ("Somebody", "official", "cue"),
        ],
    ),
    "two speakers in one sentence": (
        """Ada Brenk said the wall was “far too low” while Peter Osk said “a heap of stones” was no wall.
""",
        [("far", "Ada Brenk", "cue"), ("a", "Peter Osk", "cue")],
    ),
    "a quotation below the sentence that leads to it": (
        """Petra Lindqvist, who leads the union, said the welders would stay.

“We have families here. We are not going anywhere.”

The owners have until Friday.
""",
        [("We", "Petra Lindqvist", "follows")],
    ),
    "words announced by a colon at the end of a paragraph": (
        """Petra Lindqvist, who leads the union, wrote to the owners:

“We have families here. We are not going anywhere.”
""",
        [("We", "Petra Lindqvist", "cue")],
    ),
    "a block of words with a line below it": (
        """The paper asked people in the street what they made of the wall.

It has been a ruin for as long as I have lived beside it, and nobody ever came to look.

Ada Brenk, a nurse
""",
        [("It", "Ada Brenk", "line")],
    ),
    "a title and a speech": (
        """In her book “The Long Quay” Ada Brenk wrote of stones.

“Stones do not lie,” she said on Sunday.
""",
        [("The", None, "unresolved"), ("Stones", "Ada Brenk", "pronoun")],
    ),
    "what a speaker quotes": (
        """“My father used to say, ‘Never build below the hill,’ and he was right,” Peter Osk said.
""",
        [("My", "Peter Osk", "cue"), ("Never", None, "unresolved")],
    ),
    "what a speaker quotes at the end, and goes on": (
        """Ada Brenk said: “We left at noon. My father said ‘Never.’” “I will stay.”
""",
        [("We", "Ada Brenk", "cue"), ("Never", None, "unresolved"), ("I", "Ada Brenk", "split")],
    ),
    "verbs that no lexicon lists": (
        """Ada Brenk and her brother Peter Osk argued on the quay.

“Not my wall,” Brenk shot back.

“Not my water,” deadpanned Osk.
""",
        [("Not", "Ada Brenk", "cue"), ("Not", "Peter Osk", "cue")],
    ),
}


@pytest.mark.parametrize(("story", "told"), STORIES.values(), ids=STORIES)
def test_every_quotation_of_a_story_has_its_speaker(speakers, story, told):
    """Whom a reader takes for the speaker without a second look."""
    assert speakers(story) == told


def test_every_way_to_tell_a_speaker_has_a_story_here():
    """A way that no story uses has not been seen to work in one."""
    used = {how for _, told in STORIES.values() for _, _, how in told}
    assert used == {str(each) for each in Resolution}


OPEN = {
    "two women before a pronoun": (
        """On Sunday Ada Brenk met Ines Duarte on the quay.

“The wall will hold,” she said.
""",
        [NOBODY],
    ),
    "a woman and a role before a pronoun": (
        """Ada Brenk walked along the quay until the mayor came.

“The wall will hold,” she said.
""",
        [NOBODY],
    ),
    "a pronoun in a story without people": (
        """The river rose by two metres in the night.

“The wall will hold,” he said.
""",
        [NOBODY],
    ),
    "a pronoun that does not fit the only person": (
        """Ada Brenk walked along the quay.

“The wall will hold,” he said.
""",
        [NOBODY],
    ),
    "a person three paragraphs back": (
        """Ada Brenk walked along the quay.

The river rose by two metres in the night.

The market was put off until Saturday.

“The wall will hold,” she said.
""",
        [NOBODY],
    ),
    "a paragraph behind two sources": (
        """Ada Brenk said the wall would hold. Peter Osk said it would not.

“We shall see on Friday.”

It rained all night.
""",
        [NOBODY],
    ),
    "a paragraph behind a sentence that nobody says": (
        """Ada Brenk said the wall would hold. It rained all night.

“We shall see on Friday.”

The crews went home.
""",
        [NOBODY],
    ),
    "a slogan on a wall": (
        """Ada Brenk walked along the quay.

Somebody had painted “No more water for this town” on the stones.
""",
        [NOBODY],
    ),
    "a belief of nobody": (
        """It is believed that the wall is “cracked from end to end.”
""",
        [NOBODY],
    ),
    "a second quotation after one sentence": (
        """“The wall is old,” Ada Brenk said. Rain fell on it. “It will hold.”
""",
        [("Ada Brenk", "cue"), NOBODY],
    ),
    "a second quotation after other news": (
        """“The wall is old,” Ada Brenk said. It rained. The crews went home. “It will hold.”
""",
        [("Ada Brenk", "cue"), NOBODY],
    ),
    "a second quotation in a new paragraph with other words": (
        """“The wall is old,” Ada Brenk said.

The night was dark. “It will hold for another year.” The rain went on.
""",
        [("Ada Brenk", "cue"), NOBODY],
    ),
    "two clauses with a speaker each, and words further on": (
        """Ada Brenk said the wall was low, and Peter Osk said it was after all “a heap of stones.”
""",
        [NOBODY],
    ),
    "two people before one colon": (
        """Ada Brenk to Peter Osk: “The wall will hold.”
""",
        [NOBODY],
    ),
}


@pytest.mark.parametrize(("story", "told"), OPEN.values(), ids=OPEN)
def test_where_a_reader_would_guess_nobody_is_told(speakers, story, told):
    """A name at the wrong quotation is worse than none."""
    assert [each[1:] for each in speakers(story)] == told


# Marks around words, and around words inside these.
DESKS = {
    "typewriter": ('"', '"', "'", "'"),
    "French": ("«", "»", "“", "”"),
    "German": ("„", "“", "‚", "‘"),
    "wire": ("``", "''", "‘", "’"),
}


def set_again(story, marks):
    """The story with the marks of another desk."""
    return story.translate(dict(zip(map(ord, "“”‘’"), marks, strict=True)))


@pytest.mark.parametrize(("story", "told"), STORIES.values(), ids=STORIES)
@pytest.mark.parametrize("marks", DESKS.values(), ids=DESKS)
def test_the_marks_of_a_desk_change_no_speaker(speakers, story, told, marks):
    """The same story is set with other marks in every house."""
    assert speakers(set_again(story, marks)) == told


# A single mark that is not closed may be an apostrophe: such a statement ends with its paragraph.
BRITISH = [
    pytest.param(*case, id=name)
    for name, case in STORIES.items()
    if name != "a long statement over paragraphs"
]


@pytest.mark.parametrize(("story", "told"), BRITISH)
def test_single_marks_change_no_speaker_of_what_ends_in_its_paragraph(speakers, story, told):
    assert speakers(set_again(story, "‘’“”")) == told


@pytest.mark.parametrize("story", [story for story, _ in STORIES.values()], ids=STORIES)
def test_line_ends_and_blank_lines_change_no_speaker(speakers, story):
    assert speakers(story.replace("\n", "\r\n")) == speakers(story)
    assert speakers(f"\n\n{story}\n\n") == speakers(story)


def test_a_story_in_front_changes_no_speaker_by_name(speakers):
    """Who is named beside the words is told whatever stands above them."""
    told = [("The", "police", "cue")]
    for story, before in STORIES.values():
        assert speakers(f"{story}\n“The road is shut,” police said.\n") == before + told


@given(st.sampled_from(sorted(STORIES)), st.sampled_from(["Ada Brenk", "Peter Osk", "Ines Duarte"]))
def test_whoever_is_renamed_keeps_the_words(speakers, story, name):
    """No name is favoured: the place beside the words tells."""
    text, told = STORIES[story]
    first, last = name.split()
    renamed = text.replace(name, f"{first} Vorlund").replace(last, "Vorlund")
    expected = [(word, f"{first} Vorlund" if who == name else who, how) for word, who, how in told]
    assert speakers(renamed) == expected


def test_every_use_of_marks_stands_in_the_stories(articles, lexicon):
    """Speeches alone would not show that titles and nested words stay without a speaker."""
    texts = [story for story, _ in (*STORIES.values(), *OPEN.values())]
    rows = frames.rows(read(articles(*texts), lexicon).quotes, Quote)
    assert {row.use for row in rows} == {str(each) for each in QuoteUse}
