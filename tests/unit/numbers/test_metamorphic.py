"""What may be rewritten without changing the answer: order, scale, words for a bound, spelling.

Each story states figures that fit or do not; the rewritten story must say the same of them.
"""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st


@pytest.fixture(scope="module")
def answers(relate):
    """The relations of one kind in a text, as kind and verdict, in order of their names."""

    def _answers(text, kind=None):
        return sorted((row.kind, row.fits) for row in relate(text, kind))

    return _answers


# One sentence each, about things that have nothing to do with one another: right and wrong.
SENTENCES = {
    "percent-change": (
        "Fares rose 25 percent, from $40 to $50.",
        "Fares rose 45 percent, from $40 to $50.",
    ),
    "percentage-point": (
        "Turnout fell six percentage points, from 48 percent to 42 percent.",
        "Turnout fell nine percentage points, from 48 percent to 42 percent.",
    ),
    "multiple": (
        "Visits tripled from 30 to 90.",
        "Visits tripled from 30 to 60.",
    ),
    "fraction-of-count": (
        "A third of the 60 shops, 20 shops, have closed.",
        "A third of the 60 shops, 40 shops, have closed.",
    ),
    "percent-of-count": (
        "Of the 60 mills 15 (25 percent) stood still.",
        "Of the 60 mills 15 (35 percent) stood still.",
    ),
    "sum-of-parts": (
        "The jury of seven women and five men, 12 in all, met for two days.",
        "The jury of seven women and five men, 15 in all, met for two days.",
    ),
    "part-above-whole": (
        "The storm took 14 of the 20 roofs.",
        "The storm took 24 of the 20 roofs.",
    ),
    "rate-times-count": (
        "She sold 12 lamps at $5 each, for a total of $60.",
        "She sold 12 lamps at $5 each, for a total of $90.",
    ),
    "unit-conversion": (
        "The tunnel is eight kilometers (5.0 miles) long.",
        "The tunnel is eight kilometers (7.0 miles) long.",
    ),
    "weekday-of-date": (
        "It opened on Tuesday, 18 July 2017.",
        "It opened on Thursday, 18 July 2017.",
    ),
    "reversed-years": (
        "He led the club from 2007 to 2012.",
        "He led the club from 2012 to 2007.",
    ),
}
KINDS = sorted(SENTENCES)


@pytest.mark.parametrize("kind", KINDS)
def test_the_right_sentence_fits_and_the_wrong_one_does_not(answers, kind):
    """What all the others here are built on."""
    right, wrong = SENTENCES[kind]
    assert answers(right, kind) == [(kind, True)]
    assert answers(wrong, kind) == [(kind, False)]


@given(
    st.lists(st.sampled_from(KINDS), min_size=2, max_size=5, unique=True),
    st.lists(st.booleans(), min_size=5, max_size=5),
    st.randoms(use_true_random=False),
)
def test_the_order_of_sentences_does_not_matter(answers, kinds, choices, random):
    """Each relation is one of its own sentence, wherever that stands."""
    told = [SENTENCES[kind][choice] for kind, choice in zip(kinds, choices, strict=False)]
    expected = sorted(answer for each in told for answer in answers(each))
    for _ in range(2):
        random.shuffle(told)
        assert answers("\n\n".join(told)) == expected


@given(st.sampled_from(KINDS), st.integers(2, 6))
def test_a_sentence_told_again_is_judged_again_and_alike(answers, kind, times):
    right, wrong = SENTENCES[kind]
    for sentence, fits in ((right, True), (wrong, False)):
        assert answers("\n\n".join([sentence] * times), kind) == [(kind, fits)] * times


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("frame", ["{}\n", "\ufeff{}", "😀 {}", "{}\r\n", "  {}", "It rained. {}"])
def test_what_stands_around_a_sentence_moves_its_places_and_no_more(relate, kind, frame):
    """Offsets are counted in code points, whatever stands before."""
    wrong = SENTENCES[kind][1]
    text = frame.format(wrong)
    shift = text.index(wrong)
    plain, framed = relate(wrong, kind), relate(text, kind)
    assert [row.start + shift for row in plain] == [row.start for row in framed]
    assert [row.stated for row in plain] == [row.stated for row in framed]


# Each takes its figures as `{n}` of whole numbers, so that all can be ten or a hundred times as
# large; what has an upper end (percent, hours, days) stays as it is.
SCALED = {
    "a change of money": ("Fares rose 25 percent, from ${} to ${}.", (40, 50), (40, 70)),
    "a change of counts": ("Visits fell 20 percent to {} from {}.", (40, 50), (20, 50)),
    "a multiple": ("Visits tripled from {} to {}.", (30, 90), (30, 60)),
    "a sum": ("They own {} ships: {} here, {} there.", (70, 30, 40), (90, 30, 40)),
    "a part of a whole": ("The storm took {} of the {} roofs.", (12, 20), (24, 20)),
    "a share": ("Of the {} mills {} (25 percent) stood still.", (48, 12), (48, 17)),
    "a total": ("She sold 12 lamps at ${} each, for a total of ${}.", (5, 60), (5, 90)),
    "a fraction": ("Half of the {} seats, or {}, were sold.", (80, 40), (80, 50)),
    "a count told twice": (
        "Hail destroyed {} sheds near Orla today. Near Orla today hail destroyed {} sheds.",
        (40, 40),
        (40, 70),
    ),
}


@pytest.mark.parametrize(("text", "right", "wrong"), SCALED.values(), ids=SCALED.keys())
@pytest.mark.parametrize("scale", [1, 10, 100])
def test_ten_times_the_figures_have_the_same_answer(relate, text, right, wrong, scale):
    told = [
        [row.fits for row in relate(text.format(*(f"{scale * n:,}" for n in figures)))]
        for figures in (right, wrong)
    ]
    assert True in told[0]
    assert False not in told[0]
    assert False in told[1]


# Words for one and the same bound, none of which may read as another one.
BOUNDS = {
    "more-than": ["more than", "over", "upwards of", "at least", "no fewer than", "a minimum of"],
    "less-than": ["less than", "fewer than", "under", "below"],
    "about": ["about", "around", "roughly", "approximately", "some"],
    "nearly": ["nearly", "almost", "close to", "just under"],
    "up-to": ["up to", "as many as", "at most", "no more than"],
}


@pytest.mark.parametrize(
    ("bound", "one", "other"),
    [(name, *pair) for name, words in BOUNDS.items() for pair in itertools.pairwise(words)],
)
def test_words_for_one_bound_allow_the_same(read, bound, one, other):
    first, second = (read(f"Hail destroyed {word} 400 sheds.")[0] for word in (one, other))
    assert first.bound == second.bound == bound
    assert (first.low, first.high) == (second.low, second.high)


@given(
    st.sampled_from(sorted(BOUNDS)).flatmap(
        lambda name: st.tuples(*[st.sampled_from(BOUNDS[name])] * 2)
    ),
    st.integers(11, 99),
    st.integers(11, 99),
)
def test_a_synonym_of_a_bound_keeps_the_answer(answers, words, left, right):
    text = "Hail destroyed {} {} sheds near Orla today. Near Orla today hail destroyed {} sheds."
    one, other = (answers(text.format(word, left, right)) for word in words)
    assert one == other


@pytest.mark.parametrize("sign", [" per cent", " pct", "%", " %", "-percent"])
@pytest.mark.parametrize("kind", ["percent-change", "percentage-point", "percent-of-count"])
def test_the_sign_for_percent_does_not_matter(answers, kind, sign):
    for text in SENTENCES[kind]:
        assert answers(re.sub(r" percent\b", sign, text), kind) == answers(text, kind)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if "year" not in kind])
def test_both_figures_are_evidence_of_what_does_not_fit(relate, kind):
    """An editor must find the figure itself under each of the places."""
    text = SENTENCES[kind][1]
    (row,) = relate(text, kind)
    for place in (row, *row.others):
        assert 0 <= place.start < place.end <= len(text)
        assert text[place.start : place.end].strip() == text[place.start : place.end]
    assert text[row.start : row.end] in row.stated
