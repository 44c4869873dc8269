"""Quotations of several articles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import attribution, frames
from provenance.lineage.quotations import quoting, spoken, stated
from provenance.lineage.statements import Statements
from provenance.model import Article, Attribution, Quote

GATES = "We will not open the gates before the water has gone down"
ORCHARD = "Nobody asked the growers what the new road would do to their trees"


def grouping(articles, quotes, order=None):
    """The utterances of every quotation of several articles; the rows of tables in some order."""
    table, quotations = frames.frame(articles, Article), frames.frame(quotes, Quote)
    utterances = attribution.utterances(table, quotations)
    if order:
        table, quotations, utterances = table[order], quotations[order], utterances.reverse()
    return spoken(table, quotations.lazy(), utterances.lazy())


@pytest.fixture(scope="session")
def grouped(make):
    """The articles of each group, of one quotation an article: its words, and perhaps who."""

    def _grouped(*said, uses=()):
        quotes = [
            make.quote(
                f"a{n}",
                0,
                len(words),
                *speaker,
                words=len(words.split()),
                use=uses[n] if uses else "speech",
            )
            for n, (words, *speaker) in enumerate(said)
        ]
        articles = [make.article(f"a{n}", words) for n, (words, *_) in enumerate(said)]
        found = grouping(articles, quotes)
        return [[parts[0].article_id for parts in group] for group in found]

    return _grouped


def test_no_quotations_make_no_groups(grouped):
    assert grouped() == []


def test_the_same_words_are_one_quotation(grouped):
    assert grouped((GATES,), (ORCHARD,), (GATES,)) == [["a0", "a2"]]


def test_a_quotation_of_one_article_is_shared_with_nobody(grouped):
    assert grouped((GATES,), (ORCHARD,)) == []


def test_what_each_desk_does_to_words_does_not_matter(grouped):
    """Contractions, brackets and marks are the desk's own."""
    edited = "We won’t open the gates [of the lock] before the water has gone down"
    assert grouped((GATES,), (edited,)) == [["a0", "a1"]]


def test_a_quotation_that_is_cut_shorter_is_the_same(grouped):
    assert grouped((f"{GATES}. {ORCHARD}",), (ORCHARD,)) == [["a0", "a1"]]


def test_a_drifted_wording_is_the_same(grouped):
    drifted = GATES.replace("the gates", "a gate").replace("water", "river") + " for good"
    near = GATES.replace("before", "until") + ", I am sure of that"
    assert grouped((GATES,), (near,)) == [["a0", "a1"]]
    assert grouped((GATES,), (drifted,)) == []


def test_words_that_stand_between_make_another_sentence(grouped):
    """All words of the one stand in the other and in order, but hardly three of them together."""
    between = "We will not open the gates before this the old water level has surely gone back down"
    assert grouped((GATES,), (between,)) == []


def test_words_in_another_order_are_another_sentence(grouped):
    assert grouped((GATES,), ("Before the water has gone down we will not open the gates",)) == []


def test_phrases_of_few_words_are_no_quotation(grouped):
    assert grouped(("Open the gates now",), ("Open the gates now",)) == []


@pytest.mark.parametrize("use", ["phrase", "title", "nested"])
def test_only_speech_is_compared(grouped, use):
    assert grouped((GATES,), (GATES,), uses=(use, use)) == []


def test_two_people_do_not_share_a_drifting_quotation(grouped):
    other = GATES.replace("before", "until") + ", I am sure of that"
    assert grouped((GATES, "Ada Brenk"), (other, "Nils Olm")) == []
    assert grouped((GATES, "Ada Brenk"), (other, "Brenk")) == [["a0", "a1"]]
    assert grouped((GATES, "Ada Brenk"), (other,)) == [["a0", "a1"]]


def test_identical_words_of_two_people_are_one_quotation_with_two_speakers(grouped):
    """One of the two reports is mistaken; whoever reads the claim sees both names."""
    assert grouped((GATES, "Ada Brenk"), (GATES, "Nils Olm")) == [["a0", "a1"]]


FEW = "We burned the pews first"


def test_a_few_words_of_one_person_are_one_quotation(grouped):
    assert grouped((FEW, "Ada Brenk"), (FEW + ",", "Brenk")) == [["a0", "a1"]]
    assert grouped((FEW, "Ada Brenk"), (f"It was cold. {FEW}. We sang", "Brenk")) == [["a0", "a1"]]


@pytest.mark.parametrize("other", ["Nils Olm", None])
def test_a_few_words_of_two_people_are_a_phrase(grouped, other):
    """Slogans and commonplaces are quoted everywhere."""
    assert grouped((FEW, "Ada Brenk"), (FEW, other)) == []
    assert grouped((FEW, other), (FEW, other)) == ([["a0", "a1"]] if other else [])


def test_of_a_few_words_not_one_may_differ(grouped):
    assert grouped((FEW, "Brenk"), (FEW.replace("first", "last"), "Brenk")) == []


def test_two_people_of_one_surname_do_not_share_a_drifting_quotation(grouped):
    other = GATES.replace("before", "until") + ", I am sure of that"
    assert grouped((GATES, "Ada Brenk"), (other, "Olof Brenk")) == []
    assert grouped((GATES, "Michael Brenk"), (other, "Mike Brenk")) == [["a0", "a1"]]


def test_articles_with_a_common_quotation_are_pairs(make):
    def group(*ids):
        return [(make.quote(article_id, 0, 9),) for article_id in ids]

    assert quoting([group("b", "a", "b"), group("c", "b")]) == {("a", "b"), ("b", "c")}
    many = quoting([group(*(f"{n:04}" for n in range(3000)))])
    assert len(many) == 2999


def test_the_parts_of_an_utterance_are_joined(make):
    """“A,” he said. “B.” in one paper is “A. B.” in the other."""
    split = "“We will not open the gates,” she said. “The water is too high.”"
    whole = "“We will not open the gates. The water is too high.”"
    first, second = split.index("We"), split.index("The")
    quotes = [
        make.quote("a", first, split.index(",”"), "Ada Brenk", words=6),
        make.quote("a", second, len(split) - 2, utterance=first, words=5),
        make.quote("b", 1, len(whole) - 2, words=11),
    ]
    articles = [make.article("a", split), make.article("b", whole)]
    (group,) = grouping(articles, quotes)
    nobody = Statements.of(frames.frame((), Attribution), {})
    left, right = (stated(parts, nobody) for parts in group)
    assert (left.start, left.end, left.primary) == (first, len(split) - 2, "Ada Brenk")
    assert (right.start, right.end, right.primary) == (1, len(whole) - 2, None)


def test_how_the_words_came_is_told_by_the_attribution_of_the_speaker(make):
    rows = [
        make.attribution("a", "Brenk", (0, 40), via="Reuters", channel="outlet"),
        make.attribution("a", "Olm", (50, 90), channel="event"),
    ]
    statements = Statements.of(frames.frame(rows, Attribution), {})
    by_name = stated((make.quote("a", 10, 20, "Olm", speaker_start=50),), statements)
    assert (by_name.channel, by_name.via) == ("event", None)
    by_place = stated((make.quote("a", 10, 20, "Brenk"),), statements)
    assert (by_place.channel, by_place.via) == ("outlet", "Reuters")


WORDS = st.lists(st.sampled_from(GATES.split()), min_size=8, max_size=16).map(" ".join)


@given(st.lists(WORDS, min_size=1, max_size=4), st.permutations(range(4)))
def test_the_order_of_the_rows_does_not_show(make, texts, order):
    articles = [make.article(f"a{n}", text) for n, text in enumerate(texts)]
    quotes = [
        make.quote(f"a{n}", 0, len(text), words=len(text.split())) for n, text in enumerate(texts)
    ]
    mixed = [n for n in order if n < len(texts)]
    assert grouping(articles, quotes) == grouping(articles, quotes, mixed)


def test_a_quotation_in_thousands_of_copies_is_one_group(grouped):
    (group,) = grouped(*[(GATES,)] * 5000)
    assert len(group) == 5000
