"""What stands around a story, and how its text is encoded, does not change what it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames, numbers
from provenance.model import Article, Relation

from .conftest import article

# One relation in each sentence; the second half does not fit.
RIGHT = [
    "Sales rose 20 percent to $36 million from $30 million.",
    "The crew numbers 310 people: 140 sailors, 95 engineers and 75 clerks.",
    "Of the 48 pilots, 12 (25 percent) stayed.",
    "The road is 5 miles (8 kilometres) long.",
    "The fair opened on Monday, 23 March 2026.",
    "The press was built from 2019 to 2023.",
]
WRONG = [
    "Sales rose 45 percent to $36 million from $30 million.",
    "The crew numbers 355 people: 140 sailors, 95 engineers and 75 clerks.",
    "Of the 48 pilots, 12 (40 percent) stayed.",
    "The road is 5 miles (22 kilometres) long.",
    "The fair opened on Friday, 23 March 2026.",
    "The press was built from 2023 to 2019.",
]
QUIET = [
    "Nobody knew what to say to that.",
    "The lamps were lit early, and the boats came in one after the other.",
    "“We shall see,” said the harbour master.",
]


def told(found, text):
    """Kind, answer and evidence of each relation."""
    return sorted((row.kind, row.fits, text[row.start : row.end]) for row in found)


@pytest.mark.parametrize(("right", "wrong"), list(zip(RIGHT, WRONG, strict=True)))
def test_one_figure_makes_the_difference(relate, right, wrong):
    assert [row.fits for row in relate(right)] == [True] * len(relate(right))
    assert relate(right)
    assert [row.fits for row in relate(wrong)].count(False) == 1


@given(st.lists(st.sampled_from(QUIET), max_size=3), st.sampled_from([*RIGHT, *WRONG]), st.data())
def test_sentences_without_figures_around_it_change_nothing(relate, quiet, sentence, data):
    at = data.draw(st.integers(0, len(quiet)))
    text = "\n\n".join([*quiet[:at], sentence, *quiet[at:]])
    assert told(relate(text), text) == told(relate(sentence), sentence)


@given(st.permutations(range(len(RIGHT))), st.lists(st.booleans(), min_size=6, max_size=6))
def test_paragraphs_about_different_things_do_not_touch_one_another(relate, order, wrong):
    parts = [(WRONG if wrong[n] else RIGHT)[n] for n in order]
    text = "\n\n".join(parts)
    alone = [row for part in parts for row in told(relate(part), part)]
    assert told(relate(text), text) == sorted(alone)


@pytest.mark.parametrize("sentence", [*RIGHT, *WRONG])
@pytest.mark.parametrize(
    "change",
    [
        lambda text: "\ufeff" + text,
        lambda text: "Quay 🔥 lit.\r\n" + text,
        lambda text: text + "\r\n",
        lambda text: "   " + text,
        lambda text: "“" + text + "”",
        lambda text: text.replace(" miles", "\u00a0miles").replace(" percent", "\u00a0percent"),
    ],
)
def test_marks_line_ends_and_hard_blanks_change_nothing(relate, sentence, change):
    text = change(sentence)
    clean = [(kind, fits) for kind, fits, _ in told(relate(sentence), sentence)]
    assert [(kind, fits) for kind, fits, _ in told(relate(text), text)] == clean


@given(st.lists(st.sampled_from([*RIGHT, *WRONG, *QUIET]), min_size=1, max_size=4))
def test_an_article_is_read_the_same_in_any_company(grammar, texts):
    """Relations within an article rest on nothing outside it."""
    articles = [article(text, f"a{n}") for n, text in enumerate(texts)]
    together = numbers.read(frames.frame(articles, Article), grammar).relations
    alone = [
        row
        for each in articles
        for row in frames.rows(
            numbers.read(frames.frame([each], Article), grammar).relations, Relation
        )
    ]
    assert list(frames.rows(together, Relation)) == alone


@pytest.mark.parametrize("language", ["de", "fr", "nl"])
def test_a_text_in_another_language_has_no_relations(relate, language):
    assert relate(" ".join(WRONG), language=language) == []


@given(st.text("0123456789 .,%$()-–/:m", max_size=120))
def test_rows_of_digits_and_signs_are_read(relate, text):
    for row in relate(text):
        assert 0 <= row.start < row.end <= len(text)


@given(
    st.lists(
        st.sampled_from("a of the 12 48 (25%) from to rose $30 m 2014 May".split()), max_size=25
    )
)
def test_every_place_of_a_relation_lies_in_the_text(relate, words):
    text = " ".join(words)
    for row in relate(text):
        for start, end in [(row.start, row.end), *((o.start, o.end) for o in row.others)]:
            assert text[start:end].strip() == text[start:end] != ""
