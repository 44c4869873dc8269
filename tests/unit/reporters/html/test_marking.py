import re

from hypothesis import given
from hypothesis import strategies as st

from provenance.reporters.html.marking import Mark, marked, visible
from provenance.reporters.safe import printable

# Characters that break pages, lines, marks or terminals, and some that only look odd.
ODD = "ab <>&\"'\r\n\t\x00\x1b\xad\u200b\u200d\u202e\u2066\ufeff\ud800\u0301\xa0é漢👩"
texts = st.text(alphabet=st.sampled_from(ODD), max_size=40)


def mark(number, start, end, rank=0, look="m-error"):
    return Mark(rank, number, start, end, look)


def lined(text, *marks):
    return marked(text, marks, [(0, len(text))], "a1")


def content(block):
    """A block's markup without the links to notes."""
    return re.sub(r"<a .*?</a>", "", block.html)


def plain(text, start, end):
    """What of a span a reader sees: escapes for what is unsafe, no line ends, no blank lines."""
    shown, at = [], 0
    for line in re.split(r"(\r\n|\n|\r)", text):
        if line not in {"\r\n", "\n", "\r"} and line.strip(" \t"):
            shown += [printable(text[i]) for i in range(max(at, start), min(at + len(line), end))]
        at += len(line)
    return "".join(shown)


def test_a_text_without_marks_is_shown_line_by_line():
    blocks = lined("One line.\r\n\r\nAnother.\nThird.")
    assert [str(block.html) for block in blocks] == ["One line.", "Another.", "Third."]
    assert [block.line for block in blocks] == [1, 3, 4]
    assert [block.opens for block in blocks] == [False, True, False]


def test_a_mark_stands_around_its_words_with_a_link_behind_them():
    (block,) = lined("He said 200 cars.", mark(1, 8, 11))
    assert block.html == (
        'He said <mark class="m m-error" data-n="1">200</mark>'
        '<a class="ref m-error" id="a1m1" href="#a1n1"><span class="hidden-text">note </span>1</a> cars.'
    )
    assert block.notes == (1,)


def test_words_under_two_marks_carry_both_numbers_and_the_look_of_the_better_rank():
    (block,) = lined("abcdef", mark(1, 0, 4, rank=1, look="m-info"), mark(2, 2, 6))
    assert content(block) == (
        '<mark class="m m-info" data-n="1">ab</mark>'
        '<mark class="m m-error lapped" data-n="2 1">cd</mark>'
        '<mark class="m m-error" data-n="2">ef</mark>'
    )


def test_a_mark_inside_another_one_leaves_both_sides_to_it():
    (block,) = lined("abcdef", mark(1, 0, 6, rank=9, look="m-info"), mark(2, 2, 4))
    assert content(block) == (
        '<mark class="m m-info" data-n="1">ab</mark>'
        '<mark class="m m-error lapped" data-n="2 1">cd</mark>'
        '<mark class="m m-info" data-n="1">ef</mark>'
    )


def test_marks_that_touch_stay_two():
    (block,) = lined("abcd", mark(1, 0, 2), mark(2, 2, 4))
    assert content(block) == (
        '<mark class="m m-error" data-n="1">ab</mark><mark class="m m-error" data-n="2">cd</mark>'
    )


def test_a_mark_without_a_character_is_a_point_between_two():
    (block,) = lined("abcd", mark(1, 2, 2))
    assert content(block) == 'ab<mark class="m point m-error" data-n="1"></mark>cd'


def test_a_mark_over_lines_goes_on_and_its_note_stands_beside_the_first():
    first, second = lined("one two\r\nthree", mark(1, 4, 12))
    assert content(first) == 'one <mark class="m m-error" data-n="1">two</mark>'
    assert content(second) == '<mark class="m m-error" data-n="1">thr</mark>ee'
    assert (first.notes, second.notes) == ((1,), ())


def test_a_mark_on_a_line_end_alone_is_a_point_at_the_end_of_the_line():
    first, second = lined("one\r\ntwo", mark(1, 3, 5))
    assert content(first) == 'one<mark class="m point m-error" data-n="1"></mark>'
    assert content(second) == "two"


def test_a_mark_that_begins_with_a_line_end_belongs_to_the_line_behind_it():
    first, second = lined("one\n\ntwo", mark(1, 3, 8))
    assert (first.notes, second.notes) == ((), (1,))
    assert content(second) == '<mark class="m m-error" data-n="1">two</mark>'


def test_marks_in_front_of_the_first_line_stand_beside_it():
    (block,) = lined("\n\none", mark(1, 0, 1))
    assert block.notes == (1,)


def test_a_line_of_what_only_looks_blank_is_shown():
    """Hidden characters on a line of their own must not vanish from the page."""
    assert [str(block.html) for block in lined("\xa0\n \t\n\x0b")] == [
        "\xa0",
        '<span class="code">\\x0b</span>',
    ]


def test_an_empty_text_has_one_empty_block_for_its_notes():
    """A record without a text still has findings that an editor must see."""
    (block,) = lined("", mark(1, 0, 0))
    assert block.notes == (1,)
    assert content(block) == '<mark class="m point m-error" data-n="1"></mark>'


def test_markup_in_a_text_is_shown_and_not_obeyed():
    (block,) = lined('<img src=x onerror="alert(1)">&amp;')
    assert block.html == "&lt;img src=x onerror=&#34;alert(1)&#34;&gt;&amp;amp;"


def test_characters_that_turn_or_end_a_line_are_written_as_escapes():
    """A right-to-left override would make the rest of the line read backwards."""
    assert visible("a\u202eb\x1b") == (
        'a<span class="code">\\u202e</span>b<span class="code">\\x1b</span>'
    )


def test_characters_without_a_shape_get_a_sign_and_stay():
    assert visible("har\xadbour") == 'har<span class="unseen" title="U+00AD">\xad</span>bour'
    assert visible("\U000e0041") == '<span class="unseen" title="U+E0041">\U000e0041</span>'


def test_joined_emoji_accents_and_joiners_of_words_stay_whole():
    for text in ("👩\u200d👩\u200d👧", "e\u0301", "می\u200cخواهم", "✍\ufe0f", "a\xa0b"):
        assert visible(text) == text


def test_a_mark_counts_code_points_and_not_what_is_seen():
    (block,) = lined("e\u0301 👩\u200d👧 x", mark(1, 3, 6))
    assert content(block) == 'e\u0301 <mark class="m m-error" data-n="1">👩\u200d👧</mark> x'


@given(st.data())
def test_every_mark_holds_exactly_its_span_whatever_the_others_are(parsed, data):
    """The evidence that a page shows is the text that was judged, to the character."""
    text = data.draw(texts)
    edges = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(edges, edges).map(sorted), max_size=8))
    ranks = data.draw(st.lists(st.integers(0, 2), min_size=8, max_size=8))
    marks = [mark(n, *span, rank=ranks[n - 1]) for n, span in enumerate(spans, 1)]
    blocks = marked(text, marks, [(0, len(text))], "a1")
    page = parsed("".join(f"<p>{block.html}</p>" for block in blocks))
    assert "".join(line.text() for line in page.of("p")) == plain(text, 0, len(text))
    for number, (start, end) in enumerate(spans, 1):
        own = [m for m in page.of("mark") if str(number) in m.attributes["data-n"].split()]
        assert "".join(m.text() for m in own) == plain(text, start, end)
        assert own, "a mark without a character still has its place"
    assert {e.tag for e in page.walk()} <= {"root", "p", "mark", "a", "span"}
    assert sorted(n for block in blocks for n in block.notes) == [m.number for m in marks]
    assert sorted(a.attributes["id"] for a in page.of("a")) == sorted(
        f"a1m{m.number}" for m in marks
    )


@given(texts)
def test_what_is_shown_is_the_text_as_terminals_show_it_too(parsed, text):
    assert parsed(visible(text)).text() == printable(text)


def test_windows_leave_the_rest_out_and_say_how_much():
    text = "0123456789" * 3
    blocks = marked(text, [mark(1, 12, 14)], [(0, 4), (11, 16)], "a1")
    assert [content(block) for block in blocks] == [
        "0123",
        '1<mark class="m m-error" data-n="1">23</mark>45',
        "",
    ]
    assert [block.skipped for block in blocks] == [0, 7, 14]


def test_what_windows_show_and_leave_out_adds_up_to_the_text():
    text = "a\n\n\nbcd\r\nefg\n" * 4
    blocks = marked(text, [], [(0, 2), (3, 4), (9, 20)], "a1")
    assert sum(block.skipped for block in blocks) == len(text) - 2 - 1 - 11


def test_thousands_of_marks_over_one_another_name_only_a_few_on_each_word(parsed):
    """Naming all of them on each word would take gigabytes."""
    text = "x" * 10_000
    (block,) = lined(text, *(mark(n, n, 10_000 - n) for n in range(1, 4_000)))
    assert len(block.html) < 2_000_000
    page = parsed(block.html)
    assert page.text() == text
    assert max(len(m.attributes["data-n"].split()) for m in page.of("mark")) == 8


def test_a_line_of_a_megabyte_comes_out_whole(parsed):
    text = "<word> " * 150_000
    (block,) = lined(text, mark(1, 7, 1_000_000))
    assert parsed(block.html).text() == text


def test_ten_thousand_points_in_one_place_are_ten_thousand_links(parsed):
    (block,) = lined("ab", *(mark(n, 1, 1) for n in range(1, 10_001)))
    page = parsed(block.html)
    assert page.text() == "ab"
    assert len(page.of("ref")) == 10_000
