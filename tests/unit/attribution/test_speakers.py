"""Who says a quotation, told for whole articles with the words of the real lexicon."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.attribution import read
from provenance.model import Quote, Resolution, SourceKind

LONG = "We have waited for three years"
BRENK = "Ada Brenk, the harbour master, came early."
ORAM = "Bill Oram, a fisherman, came late."


@pytest.fixture(scope="module")
def quoted_by(articles, lexicon):
    """The quotations of one text as rows, in order."""
    return lambda text, **made: frames.rows(read(articles(text, **made), lexicon).quotes, Quote)


@pytest.fixture(scope="module")
def last(quoted_by):
    """Speaker and resolution of the last quotation of a text."""

    def _last(text, **made):
        row = list(quoted_by(text, **made))[-1]
        return row.speaker, row.resolution

    return _last


@pytest.mark.parametrize(
    ("text", "how"),
    [
        (f"“{LONG},” Ada Brenk said.", Resolution.CUE),
        (f"According to Ada Brenk, “{LONG}.”", Resolution.CUE),
        (f"{BRENK} “{LONG},” she said.", Resolution.PRONOUN),
        (f"“{LONG},” Ada Brenk said. “Nothing has come of it.”", Resolution.SPLIT),
        (f"“{LONG},” said Ada Brenk, who was late. “Nothing has come.”", Resolution.SPLIT),
        (f"Ada Brenk said in a letter:\n\n“{LONG}.”", Resolution.CUE),
        (f"{BRENK}\n\nAda Brenk said the crews had left.\n\n“{LONG}.”", Resolution.FOLLOWS),
        (f"“{LONG},” Ada Brenk said. “Too long.\n\n“And for nothing.”", Resolution.RUNS_ON),
        (f"{BRENK}\n\n{LONG}, and we wait to this day.\n\nAda Brenk, a nurse", Resolution.LINE),
        (f"{BRENK}\n\n“{LONG},” Brenk shot back.", Resolution.CUE),
    ],
)
def test_the_speaker_is_told_with_the_way_it_was_told(last, text, how):
    assert last(text) == ("Ada Brenk", how)


@pytest.mark.parametrize(
    "text",
    [
        f"{BRENK}\n\n“{LONG}.”\n\nNobody laughed.",
        f"{BRENK} {ORAM}\n\n“{LONG}.”",
        f"“{LONG},” Ada Brenk said. It rained. It snowed. “Nothing has come of it.”",
        f"“{LONG},” Ada Brenk said.\n\nIt rained. “Nothing has come of it.”",
        f"“{LONG},” Ada Brenk said.\n\n“Nothing has come of it.” It rained.",
        f"“{LONG},” it was said.",
    ],
)
def test_who_is_only_near_is_not_guessed_to_speak(last, text):
    """The speaker before is the right one for a fifth of such quotations."""
    assert last(text) == (None, Resolution.UNRESOLVED)


def test_the_words_of_a_pronoun_are_told_though_its_person_is_not(quoted_by):
    """An editor sees where the text says "he" and never who."""
    text = f"“{LONG},” he said."
    (row,) = quoted_by(text)
    assert (row.speaker, row.speaker_kind, row.resolution) == (None, None, "unresolved")
    assert text[row.speaker_start : row.speaker_end] == "he"


def test_the_words_that_tell_the_speaker_are_given_as_they_stand(quoted_by):
    text = f"{BRENK} “{LONG},” Brenk said."
    (row,) = quoted_by(text)
    assert text[row.speaker_start : row.speaker_end] == "Brenk"
    assert (row.speaker, row.speaker_kind) == ("Ada Brenk", SourceKind.NAMED)


def test_what_a_speaker_quotes_has_no_speaker(quoted_by):
    """It is somebody's at second hand, and whose is not in the writer's words."""
    rows = list(quoted_by("“My father told me, ‘Never sell the quay,’ and left,” Ada Brenk said."))
    assert [(row.use, row.speaker) for row in rows] == [("speech", "Ada Brenk"), ("nested", None)]


def test_what_a_speaker_quotes_does_not_end_the_speech(last):
    text = (
        "“My father told me, ‘Never,’ and left,” said Ada Brenk, who said no more. “I will stay.”"
    )
    assert last(text) == ("Ada Brenk", Resolution.SPLIT)


def test_a_title_has_no_speaker(last):
    assert last("In her book “The Long Quay”, Ada Brenk said so.") == (None, "unresolved")


def test_a_quotation_is_not_carried_into_the_writers_own_sentence(last):
    """Only a sentence that is nothing but quoted words goes on with the speaker before."""
    text = f"“{LONG},” Ada Brenk said. It rained on “the quay that never was a quay” all day."
    assert last(text) == (None, Resolution.UNRESOLVED)


def test_a_speaker_without_a_name_of_a_person_is_told_by_its_words(last):
    assert last(f"“{LONG},” police said.") == ("police", Resolution.CUE)


def test_an_article_in_another_language_gives_quotations_without_speakers(articles, lexicon):
    frame = articles(f"“{LONG},” Ada Brenk said.").with_columns(language=frames.pl.lit("de"))
    (row,) = frames.rows(read(frame, lexicon).quotes, Quote)
    assert (row.speaker, row.resolution) == (None, Resolution.UNRESOLVED)


PIECES = ("“A b c.”", "“D e,” ", "Ada Brenk said", "he said", ". ", ", ", ": ", "\n\n", "“", "’")


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_speakers_and_their_words_come_together_or_not_at_all(quoted_by, pieces):
    """A speaker without a place could not be checked by a reader."""
    text = "".join(pieces)
    for row in quoted_by(text):
        assert (row.speaker_start is None) == (row.speaker_end is None)
        assert (row.speaker is None) == (row.speaker_kind is None)
        assert (row.speaker is None) == (row.resolution == Resolution.UNRESOLVED)
        if row.speaker is not None:
            assert text[row.speaker_start : row.speaker_end].strip()


def test_ten_thousand_quotations_of_one_line_are_read(quoted_by):
    rows = list(quoted_by(f"{BRENK} " + f"“{LONG},” Brenk said. “So it is.” " * 2_000))
    assert {row.speaker for row in rows} == {"Ada Brenk"}
    assert len(rows) == 4_000


def test_what_is_so_called_is_said_by_nobody(quoted_by):
    (row,) = quoted_by("The so-called “peace road” was shelled, the army said.")
    assert row.speaker is None


def test_who_spoke_last_says_the_rest(quoted_by):
    """Two may speak in one paragraph, each with one clause between."""
    text = "“He was kind,” said Ada Brenk. “A prince,” said Tom Holm. “I miss him.”"
    assert [row.speaker for row in quoted_by(text)] == ["Ada Brenk", "Tom Holm", "Tom Holm"]


def test_the_occasion_on_a_line_of_attribution_is_no_part_of_the_name(quoted_by):
    text = "We told every crew to stay, and we will tell them so again tomorrow.\n\nBrenk in a briefing"
    (row,) = quoted_by(text)
    assert row.speaker == "Brenk"
