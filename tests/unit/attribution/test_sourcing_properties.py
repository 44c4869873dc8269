"""What holds for the sources of every text: places, names, marks and neighbours."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

# Each with the name of a speaker to be filled in; the pronouns mean nobody else.
SENTENCES = [
    "{0} said the dam held.",
    "The dam held, according to {0}.",
    "“It held,” {0} said on Monday.",
    "“It held,” said {0}, who lives nearby.",
    "{0}, who was there, told Reuters that the dam held.",
    "{0} did not believe that the dam held.",
    "The dam, {0} warned, may break.",
    "On Monday, {0} visited the dam, saying that it held.",
    "It was {0} who wrote that the dam held.",
    "{0}’s dam held. “It did,” {0} says.",
    "At a rally, {0} added that the dam held.",
    "{0} said on condition of anonymity that the dam held.",
    "The mayor, {0}, doesn’t think that it’s old.",
    "“We’re here,” {0} said. It is believed that the dam’s old.",
]
NAMES = ["Ada Brenk", "Paul Oda", "Mia Sund", "Ivan Tal"]
OTHERS = [
    "Rain fell on the bay for hours.",
    "The boats came home late.",
    "Tickets cost nine crowns at the gate.",
    "“No rain” stood on a board at the gate.",
]

texts = st.builds(
    lambda names, parts: " ".join(
        part.format(name) for name, part in zip(names, parts, strict=False)
    ),
    st.permutations(NAMES),
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4),
)


def told(rows):
    """All that rows say, places left out."""
    return [(r.kind, r.source, r.cue, r.channel, r.via, r.explained) for r in rows]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("name", NAMES)
def test_another_name_changes_the_source_alone(sentence, name, stated):
    """Nobody is weighed by what they are called."""
    ours, model = stated(sentence.format(name)), stated(sentence.format("Ada Brenk"))
    assert [replaced(row, "Ada Brenk", name) for row in told(model)] == told(ours)
    assert name in {row.source for row in ours}


def replaced(row, old, new):
    """A row with one name for another."""
    return tuple(new if value == old else value for value in row)


@given(text=texts)
@settings(max_examples=40)
def test_places_are_evidence_inside_their_statement(text, stated):
    for row in stated(text):
        assert row.statement_start <= row.start < row.end <= row.statement_end <= len(text)
        assert not text[row.start].isspace()
        assert not text[row.end - 1].isspace()
        assert text[row.statement_start : row.statement_end].strip()
        if row.source_start is not None and row.kind == "named":
            words = text[row.source_start : row.source_end]
            assert row.source.split()[-1] in words or words.lower() in {"he", "she"}


@given(text=texts, before=st.sampled_from(OTHERS), behind=st.sampled_from(OTHERS))
@settings(max_examples=40)
def test_text_before_and_behind_does_not_matter(text, before, behind, stated):
    """Other paragraphs say nothing about who speaks in this one."""
    alone, among = stated(text), stated(f"{before}\n\n{text}\n\n{behind}")
    far = len(before) + 2
    assert told(among) == told(alone)
    assert [(r.start - far, r.end - far) for r in among] == [(r.start, r.end) for r in alone]


@given(text=texts)
@settings(max_examples=40)
def test_straight_and_curly_marks_say_the_same(text, stated):
    straight = text.replace("’", "'").replace("“", '"').replace("”", '"')
    assert told(stated(straight)) == told(stated(text))
    assert [r.start for r in stated(straight)] == [r.start for r in stated(text)]


@given(text=texts)
@settings(max_examples=40)
def test_a_no_break_space_is_a_space(text, stated):
    """Desk systems set them in names and behind numbers; nobody sees them."""
    hard = text.replace(" ", "\xa0")
    assert [(r.kind, r.cue, r.channel) for r in stated(hard)] == [
        (r.kind, r.cue, r.channel) for r in stated(text)
    ]


@pytest.mark.parametrize("headline", ["MAYOR SAYS DAM HELD", "POLICE: IT HELD", "DAM HOLDS"])
@pytest.mark.parametrize("sentence", SENTENCES[:6])
def test_a_headline_in_capitals_changes_nothing_below_it(headline, sentence, stated):
    body = sentence.format("Ada Brenk")
    assert told(stated(f"{headline}\n\n{body}")) == told(stated(body))


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_paragraphs_are_read_each_on_its_own(order, stated):
    """Where all are named in full, the order of paragraphs is only that of the rows."""
    parts = [SENTENCES[at].format(NAMES[at]) for at in range(3)]
    alone = [told(stated(parts[at])) for at in order]
    assert told(stated("\n\n".join(parts[at] for at in order))) == [
        row for rows in alone for row in rows
    ]


def test_the_same_text_gives_the_same_rows(stated):
    text = " ".join(part.format("Ada Brenk") for part in SENTENCES)
    assert stated(text) == stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "“" * 50_000 + "Ada Brenk said so.",
        "Ada Brenk, " * 20_000 + "said so.",
        "according to " * 30_000,
        "it is believed that " * 20_000,
        "condition of anonymity because " * 10_000,
        "Ada Brenk said he said she said they said. " * 2_000,
        "In a statement in a statement " * 10_000 + ", the mayor said so.",
        "told the the the " * 20_000,
        "one of one of " * 30_000 + "said so",
        "\ufdd0said\ufdd0 " * 20_000,
        "no no no one said " * 20_000,
        "the news agency " * 30_000 + "said so.",
    ],
)
def test_hostile_lines_end_and_give_small_places(text, stated):
    """Each repeats what some part of the reading looks for, without an end of a sentence."""
    for row in stated(text):
        assert row.source_start is None or row.source_end - row.source_start < 2_000
        assert row.statement_start <= row.start < row.end <= row.statement_end
