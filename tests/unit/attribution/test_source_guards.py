"""What looks like an attribution and is none, each beside the nearest text that is one.

A checker that takes "went according to size" for a source cries wolf, so every guard is held from
both sides: the first text of a pair must attribute nothing, the second must have the source.
"""

import pytest

PAIRS = {
    "not said: could": (
        "The mayor could say that the dam held.",
        "The mayor did say that the dam held.",
        "mayor",
    ),
    "not said: will": (
        "The mayor will announce a plan on Monday.",
        "The mayor announced a plan on Monday.",
        "mayor",
    ),
    "not said: refused": (
        "The mayor refused to say that the dam held.",
        "The mayor repeatedly said that the dam held.",
        "mayor",
    ),
    "not said: not": (
        "The mayor did not say whether the dam held.",
        "The mayor did not believe that the dam held.",
        "mayor",
    ),
    "not said: nobody": (
        "No officials said the dam held.",
        "Two officials said the dam held.",
        "two officials",
    ),
    "not said: not one": (
        "Not one said the dam held.",
        "One said the dam held.",
        "one",
    ),
    "passive: told": (
        "The mayor was told that the dam held.",
        "The mayor told divers that the dam held.",
        "mayor",
    ),
    "passive: by nobody known": (
        "The dam was described by the light as “sound”.",
        "The dam was described by the mayor as “sound”.",
        "mayor",
    ),
    "passive: who is asked": (
        "Asked about the dam, the mayor left.",
        "Asked about the dam, the mayor said it held.",
        "mayor",
    ),
    "noun: claim": (
        "The mayor’s claim was read twice.",
        "The mayor claims that it was read twice.",
        "mayor",
    ),
    "noun: report": (
        "The police report was late.",
        "The police report that the road is shut.",
        "police",
    ),
    "noun: reports at the end": (
        "She likes police reports.",
        "The road is shut, police report.",
        "police",
    ),
    "noun: states": (
        "Ten southern states share the river.",
        "The mayor states that ten share the river.",
        "mayor",
    ),
    "noun: questions": (
        "The mayor’s questions were many.",
        "The mayor questions the “sound” dam.",
        "mayor",
    ),
    "noun: charge": (
        "The charge was dropped on Monday.",
        "The mayor charged that money was lost.",
        "mayor",
    ),
    "order: citing a reason": (
        "The pilot resigned, citing ill health.",
        "The pilot resigned, citing doctors.",
        "doctors",
    ),
    "order: a reason first": (
        "Citing fatigue, the pilot resigned.",
        "Citing a survey, the pilot resigned.",
        "survey",
    ),
    "order: according to a measure": (
        "The eels were sorted according to size.",
        "The eels were sorted, according to a diver.",
        "diver",
    ),
    "order: by age": (
        "Seats go according to age.",
        "Seats go, according to rumours.",
        "rumours",
    ),
    "through: by anybody": (
        "Ada Brenk, a pilot contacted by divers",
        "Ada Brenk, a pilot contacted by Reuters",
        "Reuters",
    ),
    "known: it is a fact": (
        "The bay is known for its eels.",
        "The mayor knew that the bay had eels.",
        "mayor",
    ),
    "known: a thing": (
        "The mayor knew the bay.",
        "The mayor knew why the bay was dry.",
        "mayor",
    ),
    "share: a thing": (
        "Two towns shared the costs.",
        "Two officials shared how the costs rose.",
        "two officials",
    ),
    "hoping: to do something": (
        "The mayor left, hoping to sleep.",
        "The mayor left, hoping that the dam would hold.",
        "mayor",
    ),
    "accused: of something": (
        "Two officials accused of theft are free.",
        "Two officials accused the mayor of theft.",
        "two officials",
    ),
    "found: a thing": (
        "The diver found a crack in the dam.",
        "The survey found a crack in the dam.",
        "survey",
    ),
    "found: in person": (
        "The mayor found her keys.",
        "The mayor found that her keys were gone.",
        "mayor",
    ),
    "shown: by a thing": (
        "The table shows its age.",
        "The figures show its age.",
        "figures",
    ),
    "beside: no quotation": (
        "The mayor called a doctor.",
        "The mayor called the doctor “a saint”.",
        "mayor",
    ),
    "beside: went on": (
        "The mayor went on leave.",
        "“It held,” the mayor went on.",
        "mayor",
    ),
    "unknown: a thing insists": (
        "The tide insisted that the dam yield.",
        "The tide table said that the dam would yield.",
        "tide table",
    ),
    "inverted: who is told": (
        "On Monday, told the mayor was ill, he left.",
        "On Monday, told by the mayor it was ill, he left.",
        None,
    ),
    "belief: of nobody, expected": (
        "The dam is expected to hold.",
        "The dam is believed to hold.",
        None,
    ),
    "belief: it is weather": (
        "It is raining on the dam.",
        "It is feared that rain breaks the dam.",
        None,
    ),
    "belief: a noun": (
        "The thought was new to the mayor.",
        "The mayor thought the dam was new.",
        "mayor",
    ),
    "sentence: another one": (
        "Rain fell on the mayor. Said to be rare, the eel is a delicacy.",
        "Rain fell on the dam. The mayor said the eel is a delicacy.",
        "mayor",
    ),
    "word: part of one": (
        "The mayor unsaid it, and the aforesaid dam is claims-free.",
        "The mayor said it, and the aforesaid dam is claims-free.",
        "mayor",
    ),
    "word: saying as a noun": (
        "The old saying goes on.",
        "The old mayor left, saying that it goes on.",
        "old mayor",
    ),
}


@pytest.mark.parametrize(("text", "told", "source"), PAIRS.values(), ids=PAIRS)
def test_a_guard_holds_from_both_sides(text, told, source, stated):
    assert [(row.cue, row.source) for row in stated(text)] == []
    if source or "is " in told:
        assert [row.source for row in stated(told)] == [source]


@pytest.mark.parametrize(
    "text",
    [
        "THE MAYOR SAID THE DAM HELD",
        "POLICE: DAM HELD",
        "Dam held",
        "SAID",
        "said",
        "According to",
        "According to.",
        ", said.",
        "said, said, said",
        "“said”",
        "by said of said",
        "It is",
        "reported by",
    ],
)
def test_a_line_with_nobody_in_it_tells_nobody(text, stated):
    """Labels, headlines in capitals and scraps of a page come with every scraped article."""
    assert stated(text) == []
