"""Two articles cut into rows in which the left and the right say the same."""

from hypothesis import given
from hypothesis import strategies as st

from provenance.reporters.rows import Cell, bands

RAIN = "rain fell on the quay all night long"
MOON = "the moon rose over the harbour at ten"


def told(comparison):
    """The bands as passage number and rows of text."""
    left, right = comparison.texts
    return [
        (band.passage, [(said(left, one), said(right, other)) for one, other in band.rows])
        for band in bands(comparison)
    ]


def said(text, cell):
    return None if cell is None else text[cell.start : cell.end]


def test_what_is_shared_and_what_lies_between_come_in_order(comparison):
    left = f"Head.\n\n{RAIN}\n\nOnly here.\n"
    right = f"Other head.\n\n{RAIN}"
    assert told(comparison(left, right, (RAIN, RAIN))) == [
        (None, [("Head.", "Other head.")]),
        (1, [(RAIN, RAIN)]),
        (None, [("Only here.", None)]),
    ]


def test_a_passage_is_cut_where_both_sides_begin_a_new_line(comparison):
    left = "one two\n\nthree four\nfive six"
    right = "one two\nthree four five\n\nsix"
    assert told(comparison(left, right, (left, right))) == [
        (1, [("one two", "one two"), ("three four\nfive six", "three four five\n\nsix")]),
    ]


def test_line_ends_of_all_kinds_count(comparison):
    left, right = "one two\r\nthree\rfour", "one two\nthree\r\n\r\nfour"
    ((_, rows),) = told(comparison(left, right, (left, right)))
    assert rows == [("one two", "one two"), ("three", "three"), ("four", "four")]


def test_a_new_line_within_words_that_differ_cuts_nothing(comparison):
    left, right = "one two old\nwords three", "one two three"
    ((_, rows),) = told(comparison(left, right, (left, right)))
    assert rows == [(left, right)]


def test_each_row_has_the_edits_of_its_own_words(comparison):
    left = "he saw red boats\nand green cars there"
    right = "he saw blue boats\nand green vans there"
    ((band),) = bands(comparison(left, right, (left, right)))
    marks = [
        [(text[start:end], changed) for start, end, changed in cell.marks]
        for row in band.rows
        for text, cell in zip((left, right), row, strict=True)
    ]
    assert marks == [[("red", None)], [("blue", None)], [("cars", None)], [("vans", None)]]


def test_an_insertion_marks_one_side_only(comparison):
    left, right = "he left the town", "he never left the town"
    ((band),) = bands(comparison(left, right, (left, right)))
    assert band.rows == ((Cell(0, 16), Cell(0, 22, ((3, 8, "negation"),))),)


def test_a_passage_in_another_order_on_the_right_comes_where_it_stands_on_the_left(
    comparison, region
):
    """The larger one keeps its place; the other is told to have moved."""
    left, right = f"{RAIN}\n{MOON}", f"{MOON}\nBetween.\n{RAIN}"
    size, rest = len(RAIN), len(MOON)
    found = comparison(
        left,
        right,
        region((0, size), (len(right) - size, len(right)), matched_words=9),
        region((size + 1, len(left)), (0, rest), matched_words=8),
    )
    assert [(band.passage, band.moved) for band in bands(found)] == [
        *((None, False), (1, False), (2, True)),
    ]
    assert told(found)[0] == (None, [(None, "Between.")])


def test_text_that_stands_in_a_passage_twice_is_not_told_as_unshared(comparison, region):
    """Regions of one pair may overlap."""
    left = right = "one two three four five six"
    found = comparison(left, right, region((0, 18), (0, 18)), region((8, 27), (8, 27)))
    assert [number for number, _ in told(found)] == [1, 2]


def test_marks_and_blank_lines_alone_are_no_text_that_is_not_shared(comparison):
    assert [n for n, _ in told(comparison(f"“{RAIN}.”\n\n***\n", f"- {RAIN}", (RAIN, RAIN)))] == [1]


def test_without_a_passage_all_is_unshared(comparison):
    assert told(comparison("One.\nTwo.", "Three.")) == [
        (None, [("One.", "Three."), ("Two.", None)]),
    ]
    assert told(comparison("", "")) == []


WORDS = st.lists(st.sampled_from(["one", "two", "5", "\n", "red", "x.", "\r\n"]), max_size=30)


@given(st.data(), WORDS, WORDS)
def test_every_word_of_both_texts_stands_in_one_cell(comparison, region, data, left, right):
    """A page that drops a word shows a text that nobody wrote."""
    texts = " ".join(left), " ".join(right)
    spans = [sorted(data.draw(st.tuples(*2 * [st.integers(0, len(text))]))) for text in texts]
    shared = [region(*spans)] if all(start < end for start, end in spans) else []
    found = list(bands(comparison(*texts, *shared)))
    for side, text in enumerate(texts):
        cells = [row[side] for band in found for row in band.rows if row[side]]
        seen = [at for cell in cells for at in range(cell.start, cell.end)]
        words = [at for at, char in enumerate(text) if char.isalnum()]
        assert [at for at in sorted(seen) if text[at].isalnum()] == words
