"""What a later figure refers back to, and the conflicts that are found by it."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from provenance.numbers.relations.conflicts.references import Reference, References
from provenance.numbers.story import Sentence
from provenance.text.sentence_tokens import split

CONFLICT = "same-quantity-conflict"


class Figure:
    """As much of a figure as references look at."""

    def __init__(self, first, kind="count", attributive=False):
        self.first, self.last, self.kind, self.attributive = first, first + 1, kind, attributive


@pytest.fixture
def back(grammar):
    """What the second of two sentences refers to, each figure being its first number."""

    def _back(one, other, between="", **values):
        text = f"{one} {between} {other}"
        places = []
        for number, sentence in enumerate((one, other)):
            start = text.index(sentence, number and len(one))
            words = split(text, start, start + len(sentence))
            first = next(at for at, word in enumerate(words.low) if word.isdigit())
            figure = Figure(first, **(values if number else {}))
            span = (number, start, start + len(sentence))
            places.append((Sentence(*span, words, (), ()), figure))
        return References(text, grammar.lexicon, grammar.classes).back(*places)

    return _back


THINGS = [
    ("A barge with 16 anglers ran aground.", "The barge had 19 anglers on it."),
    ("A bomb in a kiosk killed 12 sailors.", "The blast killed 21 sailors."),
    ("A fire destroyed 30 sheds in Orla.", "The big blaze destroyed 13 sheds."),
    ("A tram overturned and 14 riders were hurt.", "In the crash 41 riders were hurt."),
    ("Police in Tarn said 7 clerks had fled.", "This police says 9 clerks had fled."),
]


@pytest.mark.parametrize(("one", "other"), THINGS)
def test_the_thing_is_found_again_by_its_word_or_another_one_for_it(back, one, other):
    assert back(one, other) == Reference.THING


@pytest.mark.parametrize("opener", ["The", "These", "Those", "All"])
def test_what_is_counted_may_be_what_is_referred_to(back, opener):
    assert back("Police held 16 anglers.", f"{opener} 19 anglers went home.") == Reference.COUNTED


NOTHING = {
    "nothing definite": ("A barge had 16 anglers.", "Some barge had 19 anglers."),
    "another thing": ("A barge had 16 anglers.", "The tram had 19 anglers."),
    "a thing too far off": (
        "A barge had 16 anglers.",
        "The barge " + "went on and on and " * 5 + "at last 19 anglers came.",
    ),
    "one of a larger figure": (
        "A barge had 16 anglers.",
        "The barge had 19 of its crew among them.",
    ),
    "a similar thing": (
        "A barge had 16 anglers.",
        "The barge, like a similar raft, had 19 anglers.",
    ),
    "what is needed": ("A barge had 16 anglers.", "The barge needs 19 anglers."),
    "what it can hold": ("A barge had 16 anglers.", "The barge can hold 19 anglers."),
    "a label": ("A barge had 16 anglers.", "On the barge: 19 anglers."),
    "part of the counted": ("Police held 16 anglers.", "Of the 19 anglers held most went home."),
    "a demonstrative alone": ("Police held 16 anglers.", "That 19 anglers went is new."),
    "the counted as the thing": ("The anglers were 16 anglers.", "It was 19 anglers."),
}


@pytest.mark.parametrize(("one", "other"), NOTHING.values(), ids=NOTHING.keys())
def test_nothing_is_referred_to(back, one, other):
    assert back(one, other) == Reference.NONE


OTHERS = [
    "Another barge came by.",
    "An earlier barge had sunk.",
    "Two other barges were near.",
    "Barges are slow.",
    "A barge is slow. A barge is wet.",
    "A trawler is no barge, and every barge is slow.",
]


@pytest.mark.parametrize("between", OTHERS)
def test_a_text_with_other_things_of_the_kind_refers_to_none(back, between):
    """Any of them may be "the barge"."""
    one, other = THINGS[0]
    assert back(one, other, between) == Reference.NONE


def test_another_thing_of_the_kind_is_known_by_any_word_for_it(back):
    one, other = THINGS[1]
    assert back(one, other, "A similar explosion shook Tarn.") == Reference.NONE
    assert back(one, other, "A similar concert shook Tarn.") == Reference.THING


def test_three_women_and_a_board_of_twelve_are_no_reference(back):
    one, other = "A firm has 3 women on its board.", "The firm chose them for its 12-member board."
    assert back(one, other) == Reference.THING
    assert back(one, other, attributive=True) == Reference.NONE


def test_a_name_behind_the_is_no_thing_that_was_spoken_of(back):
    """Much happens in the Gulf; that two sentences name it does not make their figures one."""
    one, other = "Boats in the {0} saved 16 anglers.", "In the {0} 19 anglers went ashore."
    assert back(one.format("storm"), other.format("storm")) == Reference.THING
    assert back(one.format("Gulf"), other.format("Gulf")) == Reference.NONE


def test_what_is_counted_is_no_thing_though_it_comes_again(back):
    one, other = "The mill sold 40 shares in a ferry.", "It gets 60 shares when the {} sink."
    assert back(one, other.format("shares")) == Reference.NONE
    assert back(one, other.replace("{} sink", "ferry sinks")) == Reference.THING


def test_an_amount_that_names_a_thing_is_not_the_one_told_before(back):
    """20 million that a bank lent are not the 30-million slice of its loan."""
    one, other = "The loan brought Orla 20 million.", "The loan has a 30 million slice."
    assert back(one, other, kind="money") == Reference.THING
    assert back(one, other, kind="money", attributive=True) == Reference.NONE


@pytest.mark.parametrize(
    ("plain", "elsewhere"),
    [
        ("When the barge sailed, 19 anglers slept.", "If the barge sailed, 19 anglers slept."),
        ("Once the barge leaves 19 anglers weep.", "Unless the barge leaves 19 anglers weep."),
        (
            "The old crew of the barge is 19 anglers.",
            "The current crew of the barge is 19 anglers.",
        ),
        (
            "The old crew of the barge is 19 anglers.",
            "The remaining crew of the barge is 19 anglers.",
        ),
        ("The part that the barge has is 19 crowns.", "The tranche the barge has is 19 crowns."),
    ],
    ids=["if", "unless", "current", "remaining", "tranche"],
)
def test_what_may_be_what_is_left_and_a_part_of_a_loan_are_other_things(back, plain, elsewhere):
    one = "A barge with 16 anglers ran aground."
    assert back(one, plain) == Reference.THING
    assert back(one, elsewhere) == Reference.NONE


@pytest.mark.parametrize(
    ("left", "right", "said", "grows"),
    [
        (4, 5, "A fifth man died at night.", True),
        (5, 4, "A fifth man died at night.", True),
        (4, 6, "A fifth man died at night.", True),
        (4, 6, "The fourth man died at night.", False),
        (6, 9, "A fifth man died at night.", False),
        (4, 40, "A fifth man died at night.", False),
        (4, 5, "Five men died at night.", False),
    ],
)
def test_a_text_that_counts_on_explains_a_larger_count(grammar, left, right, said, grows):
    assert References(said, grammar.lexicon, grammar.classes).grows(left, right) is grows


STORY = (
    "A barge with {} anglers on board ran aground off Tarn on Monday. Nobody got wet feet. "
    "{}The {} anglers aboard the barge walked home at low tide."
)


def failing(relate, text):
    return [row for row in relate(text) if not row.fits]


@given(one=st.integers(11, 99), other=st.integers(11, 99))
def test_two_counts_of_one_crew_fit_when_they_are_one(relate, one, other):
    """Swapping the right figure for a wrong one is what makes the finding; 38 may be told as 40."""
    rounded = other in (round(one, -1), one) or one == round(other, -1)
    assume(one == other or (abs(one - other) > 2 and not rounded))
    found = failing(relate, STORY.format(one, "", other))
    far = max(one, other) > 3 * min(one, other)
    assert bool(found) is (one != other and not far)


@given(st.sampled_from(["", "It was dull.\n\n", "Ada Brenk keeps goats in Varn. "]), st.booleans())
def test_text_around_does_not_matter_and_every_place_is_evidence(relate, more, before):
    text = STORY.format(16, "", 19)
    text = more + text if before else f"{text} {more}"
    (row,) = failing(relate, text)
    (other,) = row.others
    assert (text[row.start : row.end], text[other.start : other.end]) == ("16", "19")
    assert row.kind == CONFLICT
    assert row.held == "counts of anglers aboard"


EXPLAINED = [
    "Another barge with 19 anglers came to help. ",
    "In 2009 a barge with 19 anglers had burnt. ",
    "By noon 3 of the anglers had left. Barges are slow. ",
    "A second barge was near. ",
    "At first 44 anglers were aboard the barge, and 25 left. ",
]


@pytest.mark.parametrize("between", EXPLAINED)
def test_a_reason_to_differ_keeps_the_counts_apart(relate, between):
    assert failing(relate, STORY.format(16, between, 19)) == []


SILENT = {
    "a single one": "A bus with one nun aboard sank. The 2 nuns aboard the bus swam.",
    "a month beside one": (
        "A fire destroyed 30 sheds in Orla. In May the fire destroyed 41 sheds there."
    ),
    "vague words": "A fire destroyed dozens of sheds in Orla. The fire destroyed 12 sheds.",
    "one sentence": "A fire destroyed 30 sheds and the fire destroyed 41 sheds.",
    "the wrong order": "The blaze destroyed 41 sheds. Somebody had set a fire, and 30 sheds burnt.",
    "another event": "A fire destroyed 30 sheds in Orla. The fire damaged 41 sheds.",
    "small counts of no event": "Ada Brenk called 4 clerks. The 3 clerks she called slept.",
    "a count that grew": (
        "A fire killed 4 cooks in a hotel in Orla late on Monday. A fifth cook died at night. "
        "The 5 cooks were young, and the blaze that killed them began in a lift."
    ),
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT.keys())
def test_this_stays_silent(relate, text):
    assert failing(relate, text) == []


@pytest.mark.parametrize(("place", "found"), [("gulf", 1), ("Gulf", 0)])
def test_two_counts_in_the_place_of_one_name_are_no_conflict(relate, place, found):
    text = (
        f"A barge with 16 anglers ran aground in the {place}. "
        f"Boats in the {place} had 19 anglers on board."
    )
    assert len(failing(relate, text)) == found


def test_two_speakers_are_told_as_such(relate):
    text = (
        "A fire destroyed 30 sheds in Orla, the mayor said. "
        "The fire destroyed 41 sheds, according to farmers."
    )
    assert [row.kind for row in failing(relate, text)] == ["sources-disagree"]


def test_who_did_it_may_be_left_out(relate):
    text = "Strong winds and a wildfire destroyed 30 sheds in Orla. The fire destroyed 41 sheds."
    assert [row.kind for row in failing(relate, text)] == [CONFLICT]


def test_amounts_are_found_by_the_words_beside_them(relate):
    """What was to be paid needs no event, when both tell who had to pay."""
    text = (
        "A judge ordered Brenk Mills to pay $4.2 million for a leak. "
        "The $2.4 million that Brenk Mills was ordered to pay will go to anglers."
    )
    (row,) = failing(relate, text)
    assert (row.stated, row.expected) == ("“$4.2 million”", "“$2.4 million”")
    assert failing(relate, text.replace("The $2.4", "Some $2.4")) == []
    assert failing(relate, text.replace("that Brenk Mills was ordered to pay", "in the bank")) == []


def test_an_event_read_of_one_figure_alone_is_not_told(relate):
    text = (
        "A leak at a hospital in Varn has sickened 17 patients, doctors said. "
        "The 27 patients sickened in the leak went home."
    )
    (row,) = failing(relate, text)
    assert row.held == "counts of patients"


@pytest.mark.parametrize(
    "text", ["the barge " * 20_000, "a the 12 " * 20_000, "12 anglers. " * 9_000]
)
def test_hostile_texts_end(relate, text):
    """A megabyte of references must cost no more than one of anything else."""
    assert failing(relate, text) == []


@pytest.mark.parametrize(
    ("dated", "other"),
    [
        ("In 2004, a landslide killed 40 goats.", "Tuesday's landslide killed nine goats."),
        ("A 2004 landslide killed 40 goats.", "Tuesday’s landslide killed nineteen goats."),
        ("In 2004 a landslide killed 40 goats.", "This landslide killed 19 goats."),
        ("A landslide killed 40 goats in 2004.", "This week's landslide killed 19 goats."),
        ("A landslide killed 40 goats in 2004.", "On Tuesday the landslide killed 19 goats."),
    ],
)
def test_a_year_does_not_hold_for_what_is_dated_anew(relate, dated, other):
    assert [row for row in relate(f"{dated} {other}", CONFLICT) if not row.fits] == []


@pytest.mark.parametrize("opener", ["In 2004, a", "A 2004", "A"])
def test_a_year_holds_for_the_thing_it_is_said_of(relate, opener):
    """A reporter who names the year once speaks of that year in the next sentence too."""
    text = f"{opener} landslide killed 40 goats. The landslide killed 19 goats."
    assert [row.fits for row in relate(text, CONFLICT)] == [False]


TOTAL = "running-total-below-part"
RISEN = "The death toll later rose to 18, nurses said."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"A landslide killed at least 25 people, the mayor said. {RISEN}", 1),
        ("At least 25 people were killed in Orla. The death toll has risen to 18, nurses said.", 1),
        (f"A landslide killed at least 15 people, the mayor said. {RISEN}", 0),
        (f"A landslide killed at least 25 people. It rained for a week. {RISEN}", 0),
        (f"A 2004 landslide killed at least 25 people. {RISEN}", 0),
        (f"A landslide killed 25 people. {RISEN} Its toll in Varn is not known.", 0),
        ("A landslide killed 25 people. A similar one came. The death toll rose to 18.", 0),
        ("A landslide killed at least 25 people. The death toll is put at 18 by nurses.", 0),
        ("A landslide killed at least 25 people. Elsewhere a death toll rose to 18.", 0),
    ],
    ids=["later", "has risen", "fits", "apart", "of a year", "tolls", "similar", "is", "a toll"],
)
def test_the_toll_that_rose_is_that_of_the_sentence_before(relate, text, found):
    """An updated paragraph names the new toll, and the one before it the old."""
    assert len([row for row in relate(text, TOTAL) if not row.fits]) == found
