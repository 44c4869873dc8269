"""Examples as corpora that can be read like any other."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.model import Article, Example
from provenance.text import segment
from provenance.trials import cases


def case(rule, *texts, hit=True, **fields):
    example = Example(texts)
    told = rule(hits=(example,), misses=(), **fields) if hit else rule(misses=(example,), **fields)
    return cases.cases([told])[0 if hit else -1]


def test_every_example_is_a_case_hits_first(rule):
    rules = [rule("TST001"), rule("TST002")]
    told = cases.cases(rules)
    assert [(each.rule.rule_id, each.name) for each in told[:4]] == [
        ("TST001", "hit 1"),
        ("TST001", "hit 2"),
        ("TST001", "miss 1"),
        ("TST001", "miss 2"),
    ]
    assert len({each.key for each in told}) == len(told) == 8


def test_the_judged_text_is_the_latest_and_of_an_outlet_of_its_own(rule):
    first, second, third = cases.corpus(case(rule, "now", "before", "long ago"))
    assert (first.text, second.text, third.text) == ("now", "before", "long ago")
    assert first.date > second.date > third.date
    assert len({first.outlet, second.outlet, third.outlet}) == 3
    assert first == cases.judged(case(rule, "now", "before", "long ago"))


def test_texts_of_one_outlet_are_of_one_outlet(rule):
    assert len({a.outlet for a in cases.corpus(case(rule, "a", "b", one_outlet=True))}) == 1


def test_the_judged_text_has_the_record_of_the_example(rule):
    example = Example(("now", "before"), given=("title",), blank=("date", "outlet"))
    (told,) = cases.cases([rule(hits=(example,), misses=())])
    first, second = cases.corpus(told)
    assert (first.given, first.blank) == (("title",), ("date", "outlet"))
    assert (second.given, second.blank) == ((), ())
    assert cases.judged(told) == first


def test_what_a_record_leaves_empty_is_not_known_of_the_article(rule):
    """As a reader would have it: no article has a day that its record does not tell."""
    examples = [Example(("now",), blank=(name,)) for name in ("date", "outlet", "title", "byline")]
    told = [cases.judged(each) for each in cases.cases([rule(hits=examples, misses=())])]
    assert [each.date is None for each in told] == [True, False, False, False]
    assert [each.outlet is None for each in told] == [False, True, False, False]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Mill burns down\n\nThe mill burned down.", "Mill burns down"),
        ("Mill burns down\nThe mill burned down.", None),
        ("The mill burned down.\n\nNobody was hurt.", None),
        ("Mill burns down", None),
        ("", None),
    ],
)
def test_a_line_that_stands_alone_above_a_coded_example_is_its_headline(rule, text, title):
    """Checks that look at headlines need some, and rules of words say where they look."""
    (coded,) = cases.corpus(case(rule, text, check="figures"))
    assert (coded.title, coded.body_start) == (title, len(title) + 1 if title else 0)
    (worded,) = cases.corpus(case(rule, text))
    assert worded.title is None


def test_days_are_days_however_many_texts_there_are(rule):
    days = [each.date for each in cases.corpus(case(rule, *map(str, range(400))))]
    assert [date.fromisoformat(day).isoformat() for day in days] == days
    assert days == sorted(set(days), reverse=True)


def test_an_example_is_in_the_language_of_its_rule(rule):
    """A pack's examples are of its language, also when they are too short to tell."""
    assert cases.judged(case(rule, "Publicité", locale="fr")).language == "fr"


def test_the_language_of_a_rule_for_any_is_looked_for(rule):
    words = "the mayor said that the bridge was to be closed for a week and that it is " * 2
    assert cases.judged(case(rule, words, locale="und")).language == "en"
    assert cases.judged(case(rule, "x", locale="und")).language is None


@pytest.mark.parametrize("text", ["Fire\n\nIt burnt.", "Fire\r\nIt burnt.", "Fire"])
def test_the_first_line_is_the_headline_where_one_is_needed(rule, text):
    article = cases.judged(case(rule, text), has_title=True)
    assert article.title == "Fire"
    assert text[: article.body_start].strip() == "Fire"
    (line,) = [
        each
        for each in segment.lines(frames.frame([article], Article)).to_dicts()
        if each["end"] <= article.body_start
    ]
    assert line["text"] == "Fire"


def test_places_are_written_as_at_is(rule):
    told = case(rule, "One.\r\nTwo é three.")
    start = told.text.index("é")
    assert told.place(start, start + 1) == "2:5-2:6"
    assert told.place(0, len(told.text)) == "1:1-2:13"


def test_rules_are_in_their_language_or_in_any(rule):
    assert cases.in_language(rule(locale="und"), ("de",))
    assert cases.in_language(rule(locale="de"), ("de",))
    assert not cases.in_language(rule(locale="de"), ("en",))
    assert not cases.in_language(rule(locale="en"), ("und",))


WORDS = st.lists(st.sampled_from("red blue green black".split()), max_size=6).map(" ".join)


@given(texts=st.lists(st.lists(WORDS, min_size=1, max_size=2), max_size=8))
def test_cases_read_together_share_no_three_words(rule, texts):
    """What is shared would be found as passages from one example to another."""
    told = cases.cases([rule(hits=tuple(Example(tuple(each)) for each in texts), misses=())])
    groups = cases.apart(told)
    assert sorted(each.key for group in groups for each in group) == [each.key for each in told]
    for group in groups:
        runs = [
            {
                tuple(words[n : n + 3])
                for text in each.example.texts
                if (words := text.split())
                for n in range(len(words) - 2)
            }
            for each in group
        ]
        assert sum(map(len, runs)) == len(set().union(*runs))
