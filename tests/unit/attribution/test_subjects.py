"""A verb is given to who says it; a verb that says nothing is given to nobody."""

import pytest


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ada Brenk said on Monday that the dam held.", "Ada Brenk"),
        ("The dam held, said Ada Brenk.", "Ada Brenk"),
        ("Mayor Ada Brenk, a former nurse, said the dam held.", "Ada Brenk"),
        ("Mayor Ada Brenk, who lives nearby, said she saw the dam hold.", "Ada Brenk"),
        ("Mayor Ada Brenk (I-Maine), chair of the port board, said the dam held.", "Ada Brenk"),
        ("Mayor Ada Brenk also warned that the dam may break.", "Ada Brenk"),
        ("Mayor Ada Brenk has repeatedly said that the dam held.", "Ada Brenk"),
        ("Mayor Ada Brenk on Monday said the dam held.", "Ada Brenk"),
        ("Mayor Ada Brenk visited the dam, saying that it held.", "Ada Brenk"),
        ("On Monday, Mayor Ada Brenk visited the dam, saying that it held.", "Ada Brenk"),
        ("Mayor Ada Brenk visited the dam and said that it held.", "Ada Brenk"),
        ("The dam held, according to Mayor Ada Brenk.", "Ada Brenk"),
        ("The theft was first reported by Mayor Ada Brenk.", "Ada Brenk"),
        ("It was Mayor Ada Brenk who said that the dam held.", "Ada Brenk"),
        ("An official who was not allowed to speak said the dam held.", "official"),
        ("Divers who met Mayor Ada Brenk said the dam held.", "divers"),
        ("He is the man who Ada Brenk said was armed.", "Ada Brenk"),
        ("He is the man who police said was armed.", "police"),
        ("Divers, however, say that the dam is cracked.", "divers"),
        ("“It held,” said Mayor Ada Brenk in a letter.", "Ada Brenk"),
        ("“It held,” the mayor said.", "mayor"),
        ("Said the mayor, “It held.”", "mayor"),
        ("A spokesman for the port authority said the dam held.", "spokesman"),
        ("Footage filmed on Friday by the port authority showed a crack.", "footage"),
        ("A survey of pilots found that most are tired.", "survey"),
        ("Mayor Ada Brenk, says that the dam held.", "Ada Brenk"),
        ("Mayor Ada Brenk reports on the dam, and she estimates costs.", "Ada Brenk"),
        ("The mayor shares how the dam held.", "mayor"),
        ("Mayor Ada Brenk issued a statement saying that the dam held.", "Ada Brenk"),
        ("The dam held, with two witnesses saying it was cracked.", "two witnesses"),
        ("“Will it hold?” asked Mayor Ada Brenk.", "Ada Brenk"),
        ("The dam held, according to her neighbours.", "neighbours"),
        ("One user wrote that the dam was safe.", "one user"),
    ],
)
def test_the_source_is_the_subject_of_the_verb(text, source, stated):
    assert [row.source for row in stated(text)][:1] == [source]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor had nothing to say about the dam.",
        "The mayor was told that the dam held.",
        "The mayor could say more on Monday.",
        "The mayor did not say when the dam was built.",
        "The mayor’s comments on the dam were noted.",
        "Ten southern states share the river.",
        "The state of the dam is poor.",
        "The report is due on Monday.",
        "Two dockers accused of theft are free.",
        "The bay is known for its eels.",
        "The boats returned, and the crowd went home.",
        "The letters were written in haste.",
        "The mayor knows the dam.",
        "The mayor praised the divers.",
        "Dockers left the port, hoping to find work.",
        "Rain fell with all boats reporting.",
        "Her questions were many.",
        "The table shows its age.",
    ],
)
def test_what_says_nothing_has_no_source(text, stated):
    """Each of these holds the form of a verb of speech or finding."""
    assert stated(text) == []


def test_some_verbs_attribute_only_beside_a_quotation(stated):
    assert stated("The mayor praised “the brave divers” of the bay.")


def test_what_is_quoted_attributes_nothing(stated):
    """“He said no” is the speaker's word, not the writer's."""
    assert [row.cue for row in stated("“He said the dam held,” the mayor warned.")] == ["warn"]


def test_two_statements_in_one_sentence_have_two_sources(stated):
    rows = stated("Police say the dam held, but the mayor warns that it may break.")
    assert [(row.source, row.cue) for row in rows] == [("police", "say"), ("mayor", "warn")]


def test_the_place_holds_source_and_cue(stated):
    text = "The dam held, said the mayor of Karren Bay."
    (row,) = stated(text)
    assert text[row.start : row.end] == "said the mayor of Karren Bay"
    assert text[row.source_start : row.source_end] == "the mayor of Karren Bay"
    assert text[row.statement_start : row.statement_end] == text


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The mayor, Ada Brenk, said the dam held.", "Ada Brenk"),
        ("Her brother, Paul Oda, believes that the dam held.", "Paul Oda"),
        ("The mayor, with Paul Oda, said the dam held.", "mayor"),
        ("According to her, the dam held.", None),
        ("The dam held, according to her.", None),
        ("The dam held, according to her aide.", "aide"),
        ("“It held,” Paul Oda reminded the mayor.", "Paul Oda"),
        ("Footage made in the bay by a pilot shows a crack.", "footage"),
        ("The U.S.-led coalition said the dam held.", "u.s.-led coalition"),
        ("“It held,” said the mayor on Monday.", "mayor"),
    ],
)
def test_who_is_meant_is_told_from_what_stands_around(text, source, stated):
    assert [row.source for row in stated(text)][:1] == [source]


def test_a_day_behind_a_source_is_no_part_of_it(stated):
    text = "“It held,” said the mayor on Monday."
    (row,) = stated(text)
    assert text[row.source_start : row.source_end] == "the mayor"


@pytest.mark.parametrize(
    "text",
    [
        "“It held,” reminded the mayor.",
        "No pilots said the dam held.",
        "Neither pilots nor divers said the dam held.",
    ],
)
def test_whom_something_is_told_or_denied_to_says_nothing(text, stated):
    assert "pilots" not in {row.source for row in stated(text)}
    assert "mayor" not in {row.source for row in stated(text)}
