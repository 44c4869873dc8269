from hypothesis import given
from hypothesis import strategies as st

from provenance.reporters.html.aligned import aligned
from provenance.reporters.safe import printable


def rows_of(comparison):
    """The bands with the texts of their rows as markup."""
    return [
        (band.passage, [tuple(cell and str(cell.html) for cell in row) for row in band.rows])
        for band in aligned(comparison, lambda side, offset: 1)
    ]


def test_words_that_differ_are_marked_and_tell_what_stands_on_the_other_side(comparison):
    left, right = "The bridge was shut on Monday.", "The bridge was closed on Monday."
    ((_, [(one, other)]),) = rows_of(comparison(left, right, (left[:-1], right[:-1])))
    assert one == (
        'The bridge was <mark class="differs differs-a">shut'
        '<span class="hidden-text"> (in B: closed)</span></mark> on Monday.'
    )
    assert other == (
        'The bridge was <mark class="differs differs-b">closed'
        '<span class="hidden-text"> (in A: shut)</span></mark> on Monday.'
    )


def test_a_changed_figure_is_set_apart_from_other_words(comparison):
    left, right = "It hit 200 cars there.", "It hit 175 cars there."
    ((_, [(one, _)]),) = rows_of(comparison(left, right, (left[:-1], right[:-1])))
    assert '<mark class="differs differs-a differs-strong">200<' in one


def test_words_without_a_counterpart_say_that_the_other_side_has_none(comparison):
    left, right = "The bridge was shut on Monday.", "The old bridge was shut on Monday."
    ((_, [(one, other)]),) = rows_of(comparison(left, right, (left[:-1], right[:-1])))
    assert one == left
    assert '>old<span class="hidden-text"> (not in A)</span></mark>' in other


def test_what_one_side_has_alone_stands_in_a_band_of_its_own_with_its_words_counted(comparison):
    left = "The bridge was shut on Monday.\nNobody was told of it."
    right = "The bridge was shut on Monday."
    shared, alone = aligned(comparison(left, right, (right[:-1],) * 2), lambda side, offset: 1)
    assert (shared.passage, alone.passage) == (1, None)
    assert [cell.html if cell else None for cell in alone.rows[0]] == [
        "Nobody was told of it.",
        None,
    ]
    assert alone.words == (5, 0)


def test_rows_carry_the_numbers_of_their_lines(comparison):
    text = "One line here.\nAnother line there."
    lines = {0: 7, 15: 8}
    (band,) = aligned(comparison(text, text, (text[:-1],) * 2), lambda side, at: lines[at])
    assert [row[0].line for row in band.rows] == [7, 8]


def test_a_passage_in_another_order_says_so(comparison):
    one, two = "First words of the story stand here.", "Second words come after it there."
    left, right = f"{one}\n{two}", f"{two}\n{one}"
    bands = aligned(comparison(left, right, (one, one), (two, two)), lambda side, offset: 1)
    assert sorted(band.moved for band in bands) == [False, True]


def test_dots_show_that_a_line_goes_on_beside_a_passage(comparison):
    left, right = "He said the bridge was shut.", "So the bridge was shut, again."
    shared = "the bridge was shut"
    cells = [row for number, rows in rows_of(comparison(left, right, (shared, shared)))
             for row in rows if number]  # fmt: skip
    assert cells == [(f"… {shared}.", f"… {shared}, …")]


WORDS = st.lists(st.sampled_from(["<b>", "a", "cat", "5", "\u202e", "&amp;", "not", "\n", "é"]))


@given(WORDS, WORDS)
def test_every_word_of_a_passage_is_shown_once_in_its_order(comparison, parsed, one, other):
    """What is marked is only marked: no word may be lost or doubled by a comparison."""
    left, right = (f"Start {' '.join(words)} end" for words in (one, other))
    for band in aligned(comparison(left, right, (left, right)), lambda side, offset: 1):
        for at, text in enumerate((left, right)):
            cells = [parsed(row[at].html).text() for row in band.rows if row[at]]
            shown = "".join(cells).replace("↵", " ").split()
            assert "".join(shown) == "".join(printable(" ".join(text.split())).split())


def test_a_line_end_inside_a_row_is_a_sign(comparison):
    left, right = "One story with\r\n a break.", "One story with a break."
    ((_, [(one, _)]),) = rows_of(comparison(left, right, (left[:-1], right[:-1])))
    assert one == "One story with ↵ a break."


def test_thousands_of_edits_come_out_one_by_one(comparison, parsed):
    left = " ".join(f"same{n} left" for n in range(3_000))
    right = " ".join(f"same{n} right" for n in range(3_000))
    ((_, rows),) = rows_of(comparison(left, right, (left, right)))
    assert len(parsed(rows[0][0]).of("differs")) == 3_000
