"""Words are counted outside boilerplate lines only."""

from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.model import Article, Line, Match
from provenance.scoring import words_outside_boilerplate
from provenance.text.tokens import tokenise


def counted(lines, matches=(), articles=("a",)):
    rows = [Article(key, key, 1, False, "", None, 0, None, None, None) for key in articles]
    tables = frames.frame(rows, Article), frames.frame(lines, Line), frames.frame(matches, Match)
    return dict(words_outside_boilerplate(*tables).iter_rows())


def a_line(text, number=1, article_id="a"):
    return Line(article_id, number, number * 100, number * 100 + len(text), text)


def test_words_of_all_lines_of_an_article_add_up():
    assert counted([a_line("It didn’t rain", 1), a_line("Two words", 2)]) == {"a": 5}


def test_a_line_under_a_boilerplate_rule_does_not_count():
    share, story = a_line("Share this", 1), a_line("A story", 2)
    match = Match("BPL001", "a", share.start, share.end)
    assert counted([share, story], [match]) == {"a": 2}


def test_two_boilerplate_rules_on_one_line_take_it_out_once():
    share, story = a_line("Share this", 1), a_line("A story", 2)
    matches = [Match(rule, "a", share.start, share.end) for rule in ("BPL001", "BPL002")]
    assert counted([share, story], matches) == {"a": 2}


def test_a_rule_of_another_family_takes_nothing_out():
    story = a_line("The US -led force")
    assert counted([story], [Match("DMG001", "a", story.start, story.end)]) == {"a": 4}


def test_only_the_whole_name_of_the_family_tells_boilerplate():
    """A family with the same initial says nothing of who wrote a line."""
    story = a_line("A story")
    assert counted([story], [Match("BIA001", "a", story.start, story.end)]) == {"a": 2}


def test_an_article_of_boilerplate_alone_has_no_words():
    share = a_line("Share this")
    assert counted([share], [Match("BPL001", "a", share.start, share.end)]) == {"a": 0}


def test_an_article_without_a_line_has_no_words():
    assert counted([a_line("A story")], articles=("a", "blank")) == {"a": 2, "blank": 0}


@given(st.text(alphabet=st.characters(codec="latin-1"), min_size=1))
def test_in_latin_scripts_a_word_is_what_the_tokeniser_calls_one(text):
    text = text.replace("_", " ")
    assert counted([a_line(text)])["a"] == len(tokenise(text).words)


def test_a_line_of_a_million_words_is_counted_in_one_pass():
    assert counted([a_line("x " * 1_000_000)]) == {"a": 1_000_000}
