"""A figure changed in one of two near-identical sentences is found; parallels are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

KIND = "number-slot-conflict"
FILLS = "The Orla cannery fills {} tins per hour."


@pytest.fixture(scope="module")
def slots(relate):
    """The figures of one text that clash in near-identical sentences, as written."""

    def _slots(text):
        return [
            (text[row.start : row.end], text[row.others[0].start : row.others[0].end])
            for row in relate(text, KIND)
            if not row.fits
        ]

    return _slots


# -- what is found ---------------------------------------------------------------------------------

FOUND = {
    "a bound far from the other figure": (
        (
            "The Orla cannery fills up to 40,000 tins per hour, with a crew in three shifts. "
            "At noon a tin cools. The Orla cannery fills only 90 tins per hour."
        ),
        ("up to 40,000", "90"),
    ),
    "many words shared, one replaced": (
        (
            "It took a few carpenters, masons and glaziers a summer to mend and reopen the burnt theatre. "
            "It took hundreds of carpenters, masons and glaziers years to mend and reopen the burnt theatre."
        ),
        ("a few", "hundreds"),
    ),
    "the same words right beside it": (
        (
            "The play Red Petrel opened to a town-worst $3,000 over the long Harvest weekend in 2012, "
            "while it rained. The new play, Red Petrel, opened to a town-best $11,700 over the long "
            "Harvest weekend in 2012, including the matinee that nobody had wanted."
        ),
        ("$3,000", "$11,700"),
    ),
    "a whole sentence that stands in the other": (
        (
            "Mayor Brenk has been re-elected three times. She is not tired. "
            "In total, Mayor Brenk has been re-elected seven times, twice unopposed."
        ),
        ("three", "seven"),
    ),
    "no event that the lexicon knows": (
        (
            "The Varn lighthouse blinks 14 times per minute at night. "
            "The Varn lighthouse blinks 22 times per minute at night."
        ),
        ("14", "22"),
    ),
}


@pytest.mark.parametrize(("text", "pair"), FOUND.values(), ids=FOUND.keys())
def test_a_changed_figure_is_found(slots, text, pair):
    assert slots(text) == [pair]


def test_two_sentences_run_together_by_a_spinner_are_two(slots):
    """Spun pages lose the blank behind a full stop."""
    text = (
        "The mill makes 11,000 sacks per week.The Orla cannery fills 700 tins per hour. "
        "It stands idle. The Orla cannery fills 90 tins per hour."
    )
    assert slots(text) == [("700", "90")]


def test_a_conflict_of_the_same_quantity_is_told_once(relate):
    """Two warnings for one pair are one too many."""
    text = (
        "Hail destroyed 340 greenhouses in the Orla valley. "
        "Hail destroyed 210 greenhouses in the Orla valley."
    )
    assert [row.kind for row in relate(text) if not row.fits] == ["same-quantity-conflict"]


@pytest.mark.parametrize("other", ["700", "about 720", "up to 900", "more than 500"])
def test_figures_that_fit_are_counted_as_right(relate, slots, other):
    text = f"{FILLS.format(700)} It rained. {FILLS.format(other)}"
    assert slots(text) == []
    assert [row.fits for row in relate(text, KIND)] == [True]


# -- what must stay silent -------------------------------------------------------------------------

APART = {
    "different names": (
        "The poll leaves Brenk with 72 council votes from wards that lean towards Brenk. "
        "Inderby has 39 council votes from wards that lean towards Inderby."
    ),
    "two companies": (
        "The Varn Ferry Company sells 40 seats to walkers each morning of summer. "
        "The Tarn Ferry Company sells 90 seats to walkers each morning of summer."
    ),
    "two currencies in one market": (
        "The krona of Varn eased to 6.20 against the mark in Tarn on thin late trading volume. "
        "The franc of Orla eased to 7.45 against the mark in Tarn on thin late trading volume."
    ),
    "bonds of two issues": (
        "There is $81 million of 7.20% Varn term bonds due 2009 priced at 99 to yield 7.27%. "
        "There is $49 million of 7.40% Varn term bonds due 2017 priced at 98 to yield 7.50%."
    ),
    "parallel clauses of a law": (
        "(d) Within 60 days of the notice the owner of the mine shall pay the Tarn office.\n"
        "(e) Within 120 days of the notice the owner of the mine shall pay the Tarn office."
    ),
    "items of a list": (
        "- The Orla cannery fills 700 tins per hour in June\n"
        "- The Orla cannery fills 90 tins per hour in June"
    ),
    "labelled figures": (
        "56% - The share of teachers in Varn who voted for Brenk in the last council election.\n"
        "70% - The share of teachers in Varn who voted for Brenk in the last council election."
    ),
    "a table of key and value": (
        "State road spending in Varn per driver: $254 by the Tarn ledger.\n"
        "State road spending in Varn per driver: $1,241 by the Tarn ledger."
    ),
    "that post": (
        "That note was shared 1,500 times in a day. He wrote on. "
        "That note was shared 9,100 times in a day."
    ),
    "two proposals": (
        "The proposal is estimated to raise $529 million over 10 years. Tax the mills. "
        "The proposal is estimated to raise $9 million over 10 years."
    ),
    "two groups of a poll": (
        "Among young Varn voters who voted for Brenk or Inderby, Inderby won just 23% in the "
        "median ward with an exit poll. Among white voters without a degree who voted for Brenk "
        "or Inderby, Inderby won just 45% in the median ward with an exit poll."
    ),
    "a group and a part of it": (
        "In Varn 56% of teachers told the Tarn pollsters that they sleep badly. "
        "In Varn 70% of unmarried teachers told the Tarn pollsters that they sleep badly."
    ),
    "different years": (
        "In 1984 the Orla cannery filled 700 tins per hour. "
        "In 1986 the Orla cannery filled 90 tins per hour."
    ),
    "a timeline": (
        "2004\nThirteen towns around Tarn pass bylaws banning night fishing.\n"
        "2006\nEight towns around Tarn pass bylaws banning night fishing."
    ),
    "different months": (
        "The Orla cannery filled 700 tins per hour in June. "
        "The Orla cannery filled 90 tins per hour in July."
    ),
    "different days": (
        "On Monday the Orla cannery filled 700 tins per hour. "
        "On Friday the Orla cannery filled 90 tins per hour."
    ),
    "then and now": (
        "The Orla cannery fills 700 tins per hour. "
        "Previously the Orla cannery filled 90 tins per hour."
    ),
    "not": (
        "The Orla cannery fills 700 tins per hour. The Orla cannery never fills 90 tins per hour."
    ),
    "could": (
        "The Orla cannery fills 90 tins per hour. The Orla cannery could fill 700 tins per hour."
    ),
    "another lot": (
        "Captain Brenk carries 700 tins to Orla. Captain Brenk carries another 90 tins to Orla."
    ),
    "part and total": (
        "Mayor Brenk opened 12 schools in Tarn. In all, Mayor Brenk opened 20 schools in Tarn."
    ),
    "a rise and a fall": (
        "Shares of Tarn Mills rose 12% in Varn trading. "
        "Shares of Tarn Mills fell 20% in Varn trading."
    ),
    "other figures differ too": (
        "For $5 the Orla cannery fills 90 tins per hour. "
        "For $40 the Orla cannery fills 700 tins per hour."
    ),
    "single cases": (
        "The Orla cannery lost one boiler in the storm. "
        "The Orla cannery lost 40 boilers in the storm."
    ),
    "chart ranks": (
        "Red Petrel by Ada Brenk stands at No. 12 in the Tarn charts. "
        "Red Petrel by Ada Brenk stands at No. 40 in the Tarn charts."
    ),
    "figures of a paper": (
        "Figure 2 plots the catch of Tarn boats by month and weight of net. "
        "Figure 3 plots the catch of Tarn boats by month and weight of net."
    ),
    "units glued": (
        "The Orla cannery ships 3m tonnes of tin per decade. "
        "The Orla cannery ships 3 million tonnes of tin per decade."
    ),
    "wrapped lines": (
        "Help for Varn with a\n"
        "94 crown Tarn bank loan and a mill\n"
        "is planned. Help for Orla with a\n"
        "20 crown Tarn bank loan and a mill\n"
        "is planned too."
    ),
    "another ship each": (
        "Another ship in Orla is to load 700 tins of herring for the Varn garrison. "
        "Another ship in Orla is to load 90 tins of herring for the Varn garrison."
    ),
    "one sentence": (
        "The Orla cannery fills 700 tins per hour and the Orla cannery fills 90 tins per hour."
    ),
}


@pytest.mark.parametrize("text", APART.values(), ids=APART.keys())
def test_this_stays_silent(slots, text):
    assert slots(text) == []


def test_two_speakers_are_told_as_sources(relate, slots):
    text = (
        "The Orla cannery beside the harbour mill fills 700 tins of herring per hour, Brenk said. "
        "The Orla cannery beside the harbour mill fills 90 tins of herring per hour, farmers say."
    )
    assert slots(text) == []
    assert [row.fits for row in relate(text, "sources-disagree")] == [False]


def test_a_figure_with_three_partners_is_in_a_list(slots):
    counts = [700, 90, 40, 15]
    assert slots(" ".join(FILLS.format(n) for n in counts[:2])) == [("700", "90")]
    assert slots(" ".join(FILLS.format(n) for n in counts)) == []


def test_a_sentence_of_many_figures_is_a_row_of_a_table(slots):
    row = "In Orla {} tins, 2 mills, 3 boats, 4 sheds, 5 goats and 6 cows are left."
    assert slots(f"{row.format(700)} {row.format(90)}") == []


# -- properties ------------------------------------------------------------------------------------

COUNTS = st.integers(2, 10**6)


@given(COUNTS, COUNTS)
def test_only_figures_that_differ_clash(slots, left, right):
    found = slots(f"{FILLS.format(left)} It rained. {FILLS.format(right)}")
    assert found in ([], [(str(left), str(right))])
    assert not (left == right and found)


@given(COUNTS, COUNTS)
def test_the_order_of_the_sentences_does_not_decide(slots, left, right):
    one = slots(f"{FILLS.format(left)} {FILLS.format(right)}")
    other = slots(f"{FILLS.format(right)} {FILLS.format(left)}")
    assert [set(pair) for pair in one] == [set(pair) for pair in other]


def test_a_thousand_equal_sentences_are_no_work(relate):
    """Columns of a table are not compared pair by pair."""
    assert relate((FILLS.format(700) + "\n") * 1000, KIND) == []


def test_a_long_line_of_figures_is_no_work(relate):
    assert relate("Orla fills 90 tins, 70 tins and 60 tins " * 3000, KIND) == []


REPEATED = "The owner must answer within {} days of the notice."


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (REPEATED.format(14), REPEATED.format(30), 1),
        (REPEATED.format(14), REPEATED.format(14), 0),
        (f"(d) {REPEATED.format(14)}\n", f"(e) {REPEATED.format(30)}", 0),
        (f"1. {REPEATED.format(14)}\n", f"2. {REPEATED.format(30)}", 0),
        (REPEATED.format(14), "The tenant must answer within 30 days of the notice.", 0),
        (REPEATED.format(14).replace("The", "An"), REPEATED.format(30).replace("The", "An"), 0),
        (REPEATED.format(14).replace("The", "That"), REPEATED.format(30).replace("The", "That"), 0),
        ("The owner waited 14 days.", "The owner waited 30 days.", 0),
    ],
    ids=["differs", "same", "letters", "numbers", "somebody else", "any", "that", "short"],
)
def test_a_sentence_about_the_thing_may_be_repeated_without_a_name(relate, one, other, found):
    """A rule of a notice that was edited in one place has no name in it."""
    rows = relate(f"{one} {other}", "number-slot-conflict")
    assert len([row for row in rows if not row.fits]) == found


PAYS = (
    "The Orla cannery beside the harbour mill of old Tarn pays {} per shift of salted herring "
    "to each sleepy captain."
)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("80 marks ($700)", "80 marks ($90)", []),
        ("80 marks, or $700,", "80 marks, or $90,", [("$700", "$90")]),
        ("80 marks (now $700)", "80 marks (now $90)", [("$700", "$90")]),
    ],
    ids=["converted", "no bracket", "a word before it"],
)
def test_a_figure_that_opens_a_bracket_is_left_to_conversions(slots, one, other, found):
    """It tells in other words what stands before the bracket."""
    assert slots(f"{PAYS.format(one)} {PAYS.format(other)}") == found


NOTE = "Tarn Mills will pay ${} in spring for each note of the Varn bank in Orla, at {} percent."


@pytest.mark.parametrize(
    ("shares", "found"),
    [((104, 102), []), ((104, 104), [("$1,040", "$1,020")])],
    ids=["of two prices", "of one price"],
)
def test_a_figure_further_off_tells_what_an_amount_is_of(relate, shares, found):
    """1,040 dollars are 104 percent of what a note says; only at one price is one of them wrong."""
    text = " ".join(NOTE.format(*told) for told in zip(("1,040", "1,020"), shares, strict=True))
    pairs = [
        (text[row.start : row.end], text[row.others[0].start : row.others[0].end])
        for row in relate(text)
        if not row.fits and text[row.start] == "$"
    ]
    assert pairs == found


@pytest.mark.parametrize(("word", "found"), [("outstanding", []), ("old", [("700", "90")])])
def test_what_is_outstanding_is_what_is_left_now(slots, word, found):
    text = (
        "The Orla mill has 700 notes in the Varn register. "
        f"The Orla mill has 90 notes {word} in the Varn register."
    )
    assert slots(text) == found
