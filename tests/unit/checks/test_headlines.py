"""Two heads over one text are told; a headline said twice and a standfirst are not."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.checks.headlines import CHECK
from provenance.model import Article, Status
from provenance.text import segment

TITLE = "Mayor says ferry will be back by Easter as ice leaves the sound"
OTHER = "Islanders told to stock up on flour as ice leaves the sound"
PROSE = "The ferry to the islands will not sail before Friday, the mayor said."


@pytest.fixture(scope="session")
def examine(rule, corpus):
    """What the check answers for one article with these lines below its title."""

    def _examine(*lines, title=TITLE, above=False, furniture=()):
        head = [title] if above else []
        text = "\n\n".join([*head, *lines])
        start = len(title) + 2 if above else 0
        told = rule("DMG012", message="a second headline below {title}")
        made = corpus({"a": text}, [("BPL011", "a", each) for each in furniture], [told])
        article = Article("a", "a", 1, False, text, title, start, None, None, "en")
        articles = frames.frame([article], Article)
        made = replace(made, articles=articles, lines=segment.lines(articles))
        return CHECK.run(made), text

    return _examine


def found(answer):
    examined, text = answer
    return [text[item.start : item.end] for item in examined.findings]


def test_a_line_like_another_headline_below_the_title_is_told(examine):
    assert found(examine(OTHER, PROSE)) == [OTHER]


def test_the_message_names_the_first_headline(examine):
    (item,) = examine(OTHER, PROSE)[0].findings
    assert item.message == f"a second headline below {TITLE}"


def test_a_title_that_stands_in_the_text_is_the_other_place(examine):
    examined, text = examine(OTHER, PROSE, above=True)
    (item,) = examined.findings
    assert [text[span.start : span.end] for span in item.related] == [TITLE]
    assert text[item.start : item.end] == OTHER


def test_a_page_label_may_stand_between_the_two(examine):
    assert found(examine("Share", OTHER, PROSE)) == [OTHER]


@pytest.mark.parametrize("below", ["By Ada Brenk", f"{PROSE} " * 3])
def test_a_byline_or_a_paragraph_may_stand_right_below(examine, below):
    assert found(examine(f"{OTHER}\n{below}", PROSE)) == [OTHER]


SILENT = {
    "the headline again": (TITLE, PROSE),
    "the headline cut short": (TITLE.removesuffix(" as ice leaves the sound"), PROSE),
    "the headline with a label in front": (f"Watch: {TITLE}", PROSE),
    "a standfirst": ("Nobody on the islands has bread left for another week", PROSE),
    "a sentence": (f"{OTHER}.", PROSE),
    "a question": (f"{OTHER}?", PROSE),
    "two sentences, as a caption": (f"Gulls over the quay. {OTHER}", PROSE),
    "a line of a menu": (f"Weather | {OTHER}", PROSE),
    "a short line": ("As ice leaves the sound", PROSE),
    "points that sum the story up": (f"Story highlights {OTHER}", PROSE),
    "the caption of a film": (f"Media caption {OTHER}", PROSE),
    "a line of a wrapped paragraph": (f"{OTHER}\nand as the ferry\nstays away.", PROSE),
    "the second line of one": (f"The mayor has\n{OTHER}\nand no more.", PROSE),
    "behind the first sentence": (PROSE, OTHER),
    "far below": ("Share", "Print", "Mail", OTHER, PROSE),
    "nothing but the title": (),
}


@pytest.mark.parametrize("lines", SILENT.values(), ids=SILENT.keys())
def test_what_is_no_second_headline_is_left_alone(examine, lines):
    assert found(examine(*lines)) == []


def test_a_line_that_is_furniture_is_no_headline(examine):
    assert found(examine(OTHER, PROSE, furniture=[OTHER])) == []


def test_only_the_first_of_several_is_told(examine):
    third = OTHER.replace("flour", "candles")
    assert found(examine(OTHER, third, PROSE)) == [OTHER]


def test_without_a_title_the_check_says_why_it_did_not_look(rule, corpus):
    made = corpus({"a": f"{OTHER}\n\n{PROSE}"}, [], [rule("DMG012")])
    assert CHECK.run(made).skipped == {"a": (Status.NOT_APPLICABLE, "no title known")}


@given(st.lists(st.sampled_from([TITLE, OTHER, PROSE, "Share", "", " ", "“”", "a " * 40])))
def test_any_lines_give_at_most_one_finding_that_is_one_of_them(examine, lines):
    told = found(examine(*lines))
    assert len(told) <= 1
    assert set(told) <= {line.strip() for line in lines}
