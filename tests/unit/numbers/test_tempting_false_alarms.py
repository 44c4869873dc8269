"""Figures of whole stories that look as if they did not fit, and do.

Every one stands for a way in which real news led a checker astray; the stories are made up. The
second half shows that the guard is narrow: with the reason gone, the same figures are told.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st


@pytest.fixture(scope="module")
def told(relate):
    """The kinds of what does not fit in a text."""
    return lambda text, **values: [row.kind for row in relate(text, **values) if not row.fits]


SILENT = {
    "two disasters of two years have two tolls": (
        "In 1977 a cloud of gas from Lake Varn killed 1,400 people. "
        "Forty-two villagers had been killed by gas from Lake Orla in 1971."
    ),
    "those killed at once are a part of all that were killed": (
        "The eruption of Mount Brenk killed 8,000 people within the hour. "
        "In all, the eruption of Mount Brenk killed 61,000 people."
    ),
    "what was not destroyed is the rest of what was": (
        "Gunners destroyed 130 barges on the canal near Orla. "
        "The remaining 90 barges on the canal near Orla were not destroyed."
    ),
    "a rate is no count": (
        "In Orla 14 out of every 200,000 drivers are killed on the road. "
        "Three drivers are killed there each week."
    ),
    "another attack has another toll": (
        "The bombs in the Tarn metro killed 47 people in 2006. "
        "Four people were killed by the bomb in a Tarn bar in 1998."
    ),
    "two companies hire for themselves": (
        "Brenk Bank will hire an extra 60 people in Tarn. "
        "Harwen Bank will hire an extra 140 people in Tarn."
    ),
    "two polls ask twice": (
        "In the May poll 54 percent of voters backed the dam. "
        "In the June poll 61 percent of voters backed the dam."
    ),
    "then was not now": (
        "In 2013 the rebels held almost half of Orla. Now the rebels hold 12 percent of Orla."
    ),
    "those that remain are fewer than those that came": (
        "Several hundred rebels broke out of Tarn. Only 150 rebels are still in Tarn."
    ),
    "another thousand comes on top": (
        "About 6,000 people fled from Tarn. Another 2,000 people wanted to flee from Tarn."
    ),
    "an m glued to tonnes is a million": (
        "The mine in Tarn produced 7m tonnes of coal. "
        "The 7 million tonnes of coal were produced in Tarn."
    ),
    "2m is two million": (
        "Brenk Mills sold 2m tins in Orla. Brenk Mills sold two million tins in Orla."
    ),
    "bonds stand in a list with a price each": (
        "$12 million of notes due 2019 at 6.25 percent.\n"
        "$14 million of notes due 2021 at 6.75 percent.\n"
        "$16 million of notes due 2024 at 7.10 percent."
    ),
    "a road has a number and no count": (
        "Route 17B in Orla was closed for a week. Route 42 in Orla was closed for a week."
    ),
    "a place in the charts is no count": (
        "The song reached No. 14 in Orla. A year later the song reached No. 5 in Orla."
    ),
    "each clause of a law has a term of its own": (
        "(d) Within 30 days the owner shall tell the court of the sale.\n"
        "(e) Within 90 days the owner shall tell the court of the price."
    ),
    "sharp eyes have no count": "Hindsight is 20/20, Ada Brenk said. She has 15/15 for effort.",
    "a handle is a name": "She wrote to @AdaNum4 twice. He wrote to @AdaNum7 twice.",
    "a division has a name": (
        "The 31st Rifles lost 12 men near Orla. The 17th Rifles lost 14 men near Orla."
    ),
    "gold is weighed in troy ounces": (
        "The bank sold 48,226 ounces (1.5 tonnes) of gold in Orla last month."
    ),
    "a difference of degrees has no zero to start from": (
        "The lake warmed by two degrees Fahrenheit (1.1 degrees Celsius) in ten years."
    ),
    "feet and inches are one height": "The mast is 212 feet 7 inches (64.8 metres) tall.",
    "a decimal torn by a tokenizer is not read in half": "It is 17 . 32 inches ( 44 . 0 cm ) wide.",
    "a fall may run from high to low": "The price went from 60 to 35 dollars in a year.",
    "a score may run from high to low": "Tarn beat Orla 60 to 35 in the final.",
    "a season is two years": "From 2014 to 2015-16 the club played in Orla.",
    "a profit behind a loss has no percentage": (
        "Brenk Mills had a profit of $12 million, up 40 percent before charges, "
        "from a year-earlier loss of $3 million."
    ),
    "a part of the times may have years of its own": (
        "She moved house 11 times, with eight of her moves between 1991 and 1996."
    ),
    "good reporting tells that sources disagree without an alarm": (
        "The state says that at least 31 miners were killed in Tarn, "
        "but doctors there say that 44 miners were killed in Tarn."
    ),
    "half can be rounded up to about half": "About half of the 61 members, 30 members, voted.",
    "names of two words with and are one": (
        "The two groups, Sand and Gravel Works and the Tarn Mill, said no."
    ),
    "a list that only begins is not complete": (
        "The prize went to five towns, including Tarn, Orla and Brenk."
    ),
    "the second-largest city of another country is no clash": (
        "Tarn is the second-largest city in Orla. Brenk is the third-largest city in Orla."
    ),
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT.keys())
def test_nothing_is_told_because(told, text):
    assert [kind for kind in told(text) if kind != "sources-disagree"] == []


TOLD = {
    "two tolls of one disaster": (
        "In 1977 gas killed 1,400 people in Varn. The gas killed 1,900 people in Varn in 1977.",
        "same-quantity-conflict",
    ),
    "a total below its part": (
        (
            "Gunners destroyed 116 barges on the canal near Orla. "
            "That brought the number of barges destroyed on the canal near Orla to 84."
        ),
        "running-total-below-part",
    ),
    "gold that no ounce comes to": (
        "The bank sold 48,226 ounces (9.5 tonnes) of gold in Orla last month.",
        "unit-conversion",
    ),
    "a height in feet and inches": (
        "The mast is 212 feet 7 inches (84.8 metres) tall.",
        "unit-conversion",
    ),
    "a change of percent": (
        "Sales jumped 64 percent to $41.6 million from $32.8 million.",
        "percent-change",
    ),
    "points told as percent": (
        "The rate rose from 5 percent to 8 percent, a 3 percent increase.",
        "percentage-point",
    ),
    "a doubling that is none": ("The fee doubled from $70 to $90.", "multiple"),
    "a part above its whole": ("Of the 14 boats, 17 boats were lost.", "part-above-whole"),
    "a percentage of a count": ("Only 15 of 60 (35 percent) voted.", "percent-of-count"),
    "a third that is none": ("A third of the 600 sheds, 300 sheds, burnt.", "fraction-of-count"),
    "a rate times a count": ("He sold six at $15 each for a total of $80.", "rate-times-count"),
    "parts of a sum": ("It killed 12 people: four men and six women.", "sum-of-parts"),
    "an average nobody can have": (
        "The seven children read 3.5 books each on average.",
        "impossible-average",
    ),
    "a weekday of a day": ("It opened on Thursday, 18 July 2017.", "weekday-of-date"),
    "a day no month has": ("It opened on 31 June 2016.", "impossible-date"),
    "years in the wrong order": ("He led the club from 2012 to 2007.", "reversed-years"),
}


@pytest.mark.parametrize(("text", "kind"), TOLD.values(), ids=TOLD.keys())
def test_with_the_reason_gone_there_is_told(told, text, kind):
    assert told(text) == [kind]


FIRST = "Hail destroyed 340 sheds in the Orla valley."
SECOND = "In the Orla valley the hail destroyed 210 sheds."

# The second sentence, changed in one thing alone.
ONE_REASON = {
    "another year": "In the Orla valley the hail destroyed 210 sheds in 1997.",
    "another month": "In the Orla valley the hail destroyed 210 sheds last May.",
    "what still may come": "In the Orla valley the hail could destroy 210 sheds.",
    "what did not happen": "In the Orla valley the hail had not destroyed 210 sheds.",
    "more of them": "In the Orla valley the hail destroyed another 210 sheds.",
    "what remains": "In the Orla valley the hail destroyed the remaining 210 sheds.",
    "a part of them": "In the Orla valley the hail destroyed 210 of the sheds.",
    "a rate": "In the Orla valley the hail destroyed 210 sheds a day.",
    "something narrower": "In the Orla valley the hail destroyed 210 wooden sheds.",
    "something else": "In the Orla valley the hail destroyed 210 mills.",
    "another event": "In the Orla valley the hail damaged 210 sheds.",
    "another place": "In the Varn valley the hail destroyed 210 sheds.",
    "room for the other figure": "In the Orla valley the hail destroyed more than 210 sheds.",
    "an older count": "In the Orla valley the hail had once destroyed 210 sheds.",
}


def test_without_a_reason_two_counts_do_not_fit(told):
    """What the sentences below are changed from."""
    assert told(f"{FIRST} {SECOND}") == ["same-quantity-conflict"]
    assert told(f"{SECOND} {FIRST}") == ["same-quantity-conflict"]


@pytest.mark.parametrize("second", ONE_REASON.values(), ids=ONE_REASON.keys())
def test_one_reason_alone_keeps_two_counts_apart(told, second):
    """In either order: the reason may be read before the count that it explains, or behind."""
    assert told(f"{FIRST} {second}") == []
    assert told(f"{second}\n\n{FIRST}") == []


SPOKEN = {
    "two speakers": (", Ada Brenk said", ", Tomas Hale said"),
    "a speaker and an office": (", Ada Brenk said", ", according to the police"),
    "two offices": (", the mayor said", ", police said"),
    "two to which it is owed": (", according to Ada Brenk", ", according to the police"),
}


@pytest.mark.parametrize(("one", "other"), SPOKEN.values(), ids=SPOKEN.keys())
def test_two_sources_are_told_as_such(told, one, other):
    """Good reporting gives both; an editor may want to know, and is not alarmed."""
    text = f"{FIRST[:-1]}{one}. {SECOND[:-1]}{other}."
    assert told(text) == ["sources-disagree"]


def test_one_speaker_who_gives_two_counts_is_no_second_source(told):
    text = f"{FIRST[:-1]}, Ada Brenk said. {SECOND[:-1]}, Ada Brenk said."
    assert told(text) == ["same-quantity-conflict"]


@given(st.permutations(list(SILENT)).map(lambda names: names[:4]))
def test_stories_that_are_silent_alone_are_silent_under_one_another(told, names):
    """What keeps figures apart in one story must not be undone by its neighbours."""
    text = "\n\n".join(SILENT[name] for name in names)
    assert [kind for kind in told(text) if kind != "sources-disagree"] == []
