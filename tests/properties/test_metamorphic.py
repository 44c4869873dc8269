"""Edits that make a report no better do not raise its score, on the articles of seeds/.

Each edit is made in every second article at once and then in the others, so that edited copies
meet unedited originals.
"""

import metamorphic
import pytest
from edits import (
    NO_HIGHER,
    SAME,
    Page,
    contracted,
    curly,
    expanded,
    neutral,
    permuted,
    renamed,
    straight,
    without_a_source,
    without_byline,
)
from hypothesis import given
from hypothesis import strategies as st

# Invented; what a reporter would write who has nothing to hide.
STORY = (
    "Tolls on the Ennick bridge rise in May\n\n"
    "By Ines Calder\n\n"
    "Crossing the Ennick bridge will cost more from May, the bridge company said on Monday. "
    "It is the first rise since the cables were changed, and drivers have been told to expect "
    "another one before the deck is renewed.\n\n"
    "“We don’t like it any better than you do,” said Mara Ohlen, who runs the company. “We’re "
    "paying for steel that was ordered before the flood, and it won’t get cheaper.”\n\n"
    "Drivers who cross every day can buy a card for a month. The card is sold at both ends of "
    "the bridge and at the post office in Ennick, and it isn’t tied to one car.\n\n"
    "Ohlen told the town council that the money goes to the deck alone. The council had asked "
    "for a lower price at night and did not get it. Its members will look at the accounts of "
    "the company in the autumn, when the first months of the new price can be told apart from "
    "the old ones, and they want to hear from the drivers before that.\n"
)
RECORD = {
    "id": "toll",
    "title": "Tolls on the Ennick bridge rise in May",
    "outlet": "Ennick Mail",
    "date": "2026-04-02",
    "byline": "Ines Calder",
    "text": STORY,
}


@pytest.fixture(scope="module")
def sample():
    """The sample corpus, judged as it stands."""
    root = metamorphic.Path(__file__).parents[2]
    return metamorphic.Base.of(metamorphic.records(str(root / "seeds")))


def scored(record):
    """What became of an article beside another one, without which it has nothing to be held to."""
    other = {**record, "id": "other", "text": "Rain fell on Ennick all day. Nobody minded it."}
    return metamorphic.judged(metamorphic.checked([record, other]))[record["id"]]


@pytest.mark.parametrize("name", NO_HIGHER)
def test_an_edit_that_adds_or_hides_raises_no_score(sample, name):
    """Whoever wants points would make it before anything else."""
    edited, faults = metamorphic.tried(sample, NO_HIGHER[name], same=False)
    assert edited > 0
    assert faults == []


@pytest.mark.parametrize("name", [name for name in SAME if name != "plain spaces"])
def test_an_edit_of_typography_moves_no_score(sample, name):
    """Two desks that set one text differently have one score."""
    edited, faults = metamorphic.tried(sample, SAME[name], same=True)
    assert edited > 0 or name == "byline in the text removed"
    assert faults == []


@pytest.mark.parametrize("names", [renamed, permuted])
def test_the_score_does_not_know_what_outlets_are_called(sample, names):
    """A good name must not lend a good score, nor a bad one a bad."""
    told = metamorphic.outlets(sample.records)
    changed = metamorphic.with_outlets(sample.records, names(told))
    assert changed != list(sample.records)
    assert metamorphic.moved(sample, changed) == []


@pytest.mark.parametrize("otherwise", metamorphic.COPIES.values(), ids=metamorphic.COPIES)
@pytest.mark.parametrize("times", [1, 5])
def test_more_copies_of_articles_raise_no_score(sample, times, otherwise):
    """Neither that of what was copied, nor that of anything beside it, nor that of an outlet."""
    assert metamorphic.copied(sample, times, otherwise) == []


@pytest.mark.parametrize("blank", ["", " ", None])
def test_a_record_without_its_byline_loses_metadata_alone(blank):
    whole, bare = scored(RECORD), scored({**RECORD, "byline": blank})
    assert whole.lost["metadata"] < bare.lost["metadata"]
    assert {**whole.lost, "metadata": 0} == {**bare.lost, "metadata": 0}


def test_a_byline_in_the_text_is_worth_nothing():
    bare = {**RECORD, "text": without_byline(Page(RECORD))}
    assert "Calder" not in bare["text"]
    with_it, without = scored(RECORD), scored(bare)
    assert (with_it.score, with_it.lost) == (without.score, without.lost)
    assert with_it.score is not None


def test_a_short_text_gets_a_score_by_words_alone():
    """Page furniture is no reporting, so that it does not make a brief an article."""
    brief = {**RECORD, "text": STORY[:700]}
    assert scored(brief).score is None
    padded = {**brief, "text": NO_HIGHER["boilerplate at the end"](Page(brief))}
    assert scored(padded).score is None


def test_an_edit_that_does_raise_a_score_is_noticed(sample):
    """Else all of this would hold of a score that nobody looks at."""
    edited, faults = metamorphic.tried(sample, lambda page: page.text.split("\n")[0], same=False)
    assert edited == len(sample.records)
    assert faults


@pytest.mark.parametrize("name", ["invented quotations with names", "according to an agency"])
def test_what_is_put_in_is_made_up_anew_for_each_article(name):
    """The same words in two articles would be shared text, and hide what the edit raises."""
    one, other = (NO_HIGHER[name](Page({**RECORD, "id": key})) for key in ("a", "b"))
    assert one != other
    assert one.startswith(STORY.rstrip())


@pytest.mark.parametrize(
    ("edit", "before", "after"),
    [
        (straight, "“Don’t,” he said.", '"Don\'t," he said.'),
        (curly, '"Don\'t," he said.', "“Don’t,” he said."),
        (contracted, "Do not go; they are late.", "Don’t go; they’re late."),
        (expanded, "Don't go; they’re late.", "Do not go; they are late."),
        (without_byline, "Head\n\nBy Jo Kim\n\nIt rains.", "Head\n\nIt rains."),
        (without_byline, "By Jo Kim's boat it rains.", None),
        (contracted, "It rains.", None),
    ],
)
def test_edits_do_what_they_are_called(edit, before, after):
    assert edit(Page({"id": "a", "text": before})) == after


@pytest.mark.parametrize(
    ("text", "clause", "after"),
    [
        ("It rains, Ada Brenk said. Go.", "Ada Brenk said", "It rains. Go."),
        ("“It rains,” Brenk said.", "Brenk said", "“It rains.”"),
        ("Brenk said that it rains.", "Brenk said", "It rains."),
        ("What Brenk said is true.", "Brenk said", None),
    ],
)
def test_a_source_is_deleted_with_what_joins_it_to_its_statement(text, clause, after):
    start = text.index(clause)
    page = Page({"id": "a", "text": text}, clauses=((start, start + len(clause)),))
    assert without_a_source(page) == after


@given(st.text(max_size=60))
def test_no_text_breaks_an_edit(text):
    page = Page({"id": "a", "text": text})
    for edit in (NO_HIGHER | SAME).values():
        assert isinstance(edit(page), str | None)


@given(st.text("ab \n", max_size=40))
def test_what_is_appended_leaves_the_text_before_it_alone(text):
    assert neutral(Page({"id": "a", "text": text})).startswith(text.rstrip())
