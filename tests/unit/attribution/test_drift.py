"""A quotation worded otherwise is told with its edits; the same words and mere cuts are not."""

import sys

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import attribution

LOCK = "the lock at the mouth of the river has held through every storm since my father kept it"


def drift(articles, quotes):
    """The drifts between quotations of articles."""
    utterances = attribution.utterances(articles, quotes)
    return attribution.drift(articles, quotes.lazy(), utterances.lazy())


@pytest.fixture(scope="session")
def drifts(articles, quotes):
    """The drifts between quotations, each in an article of its own."""

    def _drifts(*quotations):
        frame = articles(*(f"The keeper spoke. “{words}”" for words in quotations))
        return drift(frame, quotes(frame))

    return _drifts


def shown(found):
    """The edits of a drift, as kind and the words on both sides."""
    return [(edit.kind, edit.left, edit.right) for edit in found.edits]


@pytest.mark.parametrize(
    ("other", "edit", "weighs"),
    [
        (LOCK.replace("every storm", "each storm"), ("other", "every", "each"), False),
        (LOCK.replace("the river", "a river"), ("function-words", "the", "a"), False),
        (LOCK.replace("every storm", "every bad storm"), ("interpolation", "", "bad"), False),
        (LOCK.replace("has held", "has not held"), ("negation", "", "not"), True),
        (LOCK.replace("has held", "must have held"), ("modal", "has", "must have"), True),
        (LOCK.replace("every storm", "40 storms"), ("number", "every storm", "40 storms"), True),
    ],
)
def test_a_change_is_told_with_its_words_and_its_weight(other, edit, weighs, drifts):
    (found,) = drifts(LOCK, other)
    assert shown(found) == [edit]
    assert found.changes_substance is weighs


def test_both_wordings_know_where_they_run(articles, quotes):
    texts = f"“{LOCK}”", f"He said: “{LOCK.replace('every', 'each')}”", f"“{LOCK}” again"
    frame = articles(*texts)
    (found,) = drift(frame, quotes(frame))
    assert [place.article_id for place in found.left] == ["a0", "a2"]
    ((name, start, end, _),) = found.right
    assert (name, texts[1][start:end]) == ("a1", LOCK.replace("every", "each"))
    assert found.matched == len(LOCK.split()) - 1


@pytest.mark.parametrize(
    "other",
    [
        LOCK,
        LOCK.capitalize() + ".",
        LOCK.replace("has held", "[mostly] has held"),
        " ".join(LOCK.split()[:12]),
        " ".join(LOCK.split()[4:]),
        "And I say that " + LOCK + ", and so will my son",
        "And " + " ".join(LOCK.split()[:-1]),
        LOCK.replace("of the river has held through", "… has held through"),
        LOCK.replace("of the river has held through", "... has held through"),
    ],
)
def test_the_same_words_and_cuts_are_no_drift(other, drifts):
    assert drifts(LOCK, other) == []


@pytest.mark.parametrize(
    "other",
    [
        "The lock at the mouth of the canal was rebuilt by two brothers from the hills",
        "my father kept the lock and every storm since has left the mouth of the river as it was",
        "through every storm since my father kept it",
        "",
        " ".join(LOCK.split()[:12]) + " the year that we lost both our boats",
        " ".join(LOCK.split()[:9] + [f"w{n}" for n in range(40)] + LOCK.split()[9:]),
    ],
    ids=["other words", "other order", "too few", "none", "other end", "two ends of a speech"],
)
def test_other_sentences_about_the_same_thing_are_no_drift(other, drifts):
    assert drifts(LOCK, other) == []


def test_a_word_changed_here_and_there_makes_another_sentence(drifts):
    """3 of 20 words, far apart: .85 of the words match, but only half of the trigrams."""
    words = [*LOCK.split(), "for", "me"]
    for at in (4, 9, 14):
        words[at] = f"x{at}"
    assert drifts(LOCK + " for me", " ".join(words)) == []


def test_quotations_of_a_few_words_are_not_compared(drifts):
    """Seven words of a slogan are anybody's."""
    assert drifts("we will build the lock again soon", "we will not build the lock again") == []


def test_two_wordings_in_one_article_are_no_drift(articles, quotes):
    frame = articles(f"He said: “{LOCK}”\n\nLater he said: “{LOCK.replace('every', 'each')}”")
    assert drift(frame, quotes(frame)) == []


def test_a_long_cut_without_an_ellipsis_weighs_nothing(drifts):
    """Ten words left out in the middle, a number among them, are a cut and no change of a word."""
    middle = "and I have counted 40 of them in my own book"
    (found,) = drifts(LOCK, LOCK.replace("every storm", f"every storm, {middle},"))
    assert [edit.kind for edit in found.edits] == ["merge"]
    assert not found.changes_substance


def test_a_quotation_that_is_divided_is_compared_as_one(articles, quotes):
    """Neither half alone has the words for it."""
    words = LOCK.split()
    halves = " ".join(words[:7]), " ".join(words[7:])
    texts = f"“{halves[0]},” he said. “{halves[1].replace('every', 'each')}.”", f"“{LOCK}.”"
    frame = articles(*texts)
    (found,) = drift(frame, quotes(frame))
    assert shown(found) == [("other", "each", "every")]
    ((name, start, end, _),) = found.left
    assert name == "a0"
    assert texts[0][start:end] == texts[0].strip("“”")


@pytest.fixture
def spoken(articles, quotes):
    """The drifts between two wordings, each by the given speaker of a kind."""

    def _spoken(*speakers, kind="named"):
        wordings = [LOCK, LOCK.replace("every", "each")]
        frame = articles(*(f"It held. “{words}”" for words in wordings))
        said_by = pl.Series("speaker", speakers, dtype=pl.String)
        kinds = pl.Series("speaker_kind", [kind if name else None for name in speakers])
        return drift(frame, quotes(frame).sort("article_id").with_columns(said_by, kinds))

    return _spoken


@pytest.mark.parametrize(
    "speakers",
    [("Ada Brenk", "Brenk"), ("Gen. Ismail al-Varni", "Varni"), ("Ada Brenk", None)],
)
def test_what_may_be_one_speakers_is_compared(speakers, spoken):
    (found,) = spoken(*speakers)
    assert (found.left[0].speaker, found.right[0].speaker) == speakers


def test_like_words_of_two_people_are_no_drift(spoken):
    """An actor and the statesman whose sentence he turns both say what they are quoted with."""
    assert spoken("Ada Brenk", "Tom Varn") == []


def test_a_role_may_be_anybody(spoken):
    """Who is the mayor here may well be the one whom the other article names."""
    assert len(spoken("the mayor", "the keeper", kind="role")) == 1


def test_only_places_that_may_be_the_same_speakers_are_told(articles, quotes):
    frame = articles(*[f"It held. “{LOCK}”"] * 2, f"It held. “{LOCK.replace('every', 'each')}”")
    names = pl.Series("speaker", ["Ada Brenk", "Tom Varn", "Brenk"])
    kinds = pl.Series("speaker_kind", ["named"] * 3)
    (found,) = drift(frame, quotes(frame).sort("article_id").with_columns(names, kinds))
    assert [place.article_id for place in (*found.left, *found.right)] == ["a0", "a2"]


def test_a_title_and_a_quotation_within_one_are_not_compared(articles, quotes):
    frame = articles(f"It held. “{LOCK}”", f"It held. “{LOCK.replace('every', 'each')}”")
    for use in ("title", "nested"):
        assert drift(frame, quotes(frame).with_columns(pl.lit(use).alias("use"))) == []


def test_the_edits_are_told_from_left_to_right(drifts):
    (found,) = drifts(LOCK.replace("every", "each"), LOCK)
    assert shown(found) == [("other", "each", "every")]


def test_a_hundred_reprints_are_one_wording(drifts):
    (found,) = drifts(*[LOCK] * 100, LOCK.replace("every", "each"))
    assert len(found.left) == 100
    assert len(found.right) == 1


def test_documents_in_quotation_marks_are_not_compared(drifts):
    """Beyond 400 words a comparison would not be linear."""
    long = " ".join(f"w{n}" for n in range(500))
    assert drifts(long, long.replace("w250", "other")) == []


def test_no_quotations_do_not_drift(articles, quotes):
    frame = articles("Nobody spoke.", "")
    assert drift(frame, quotes(frame)) == []


words = st.lists(st.sampled_from("we sail not on every day of the year".split()), max_size=16)


@given(st.lists(words.map(" ".join), max_size=5))
def test_any_quotations_are_compared_whatever_the_order_of_the_articles(articles, quotes, texts):
    frame = articles(*(f"“{text}”" for text in texts))
    found = drift(frame, quotes(frame))
    assert drift(frame.reverse(), quotes(frame.reverse())) == found
    for item in found:
        assert item.matched >= 8
        assert item.edits
        assert item.left[0][:3] < item.right[0][:3]


def test_wordings_that_are_compared_in_parts_drift_alike(articles, quotes, monkeypatch):
    frame = articles(*(f"It held. “{LOCK.replace('every', each)}”" for each in ("each", "no", "a")))
    found = drift(frame, quotes(frame))
    assert len(found) == 3
    monkeypatch.setattr(sys.modules["provenance.attribution.drift"], "_PART", 1)
    assert drift(frame, quotes(frame)) == found
