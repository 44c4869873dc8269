"""A passage that stands twice is told where it stands again; a pull quote is not."""

from provenance.checks import repetition
from provenance.model import Status


def test_a_repeated_passage_is_told_with_the_first_place(story, art, corpus_of):
    passage = story(9, 40)
    text = f"{story(1)} {passage} {story(2)} {passage}"
    (item,) = repetition.CHECK.run(corpus_of(art("a", text))).findings
    assert (item.article_id, item.rule_id, item.severity) == ("a", "DUP005", "warning")
    assert item.start == text.rindex(passage)
    assert text[item.start : item.end] == passage
    (first,) = item.related
    assert (first.article_id, first.start, first.note) == ("a", text.index(passage), "first here")
    assert item.message.startswith("40 words ")


def test_under_thirty_words_nothing_is_told(story, art, told_by):
    for words, expected in ((29, 0), (30, 1)):
        passage = story(9, words)
        text = f"{passage} {story(1)} {passage}"
        assert len(told_by(repetition.CHECK, art("a", text))) == expected


def test_a_pull_quote_is_not_told(story, art, told_by):
    """It carries no marks where it is set large, and stands in marks in the text."""
    words = story(9, 40)
    for text in (f"{words}\n\n{story(1)} “{words}”", f"“{words}”\n\n{story(1)} {words}"):
        assert told_by(repetition.CHECK, art("a", text)) == []


def test_the_same_passage_in_two_articles_is_no_repetition(story, art, told_by):
    passage = story(9, 40)
    assert told_by(repetition.CHECK, art("a", passage), art("b", passage)) == []


def test_the_archive_is_not_judged(story, art, told_by):
    passage = story(9, 40)
    old = art("old", f"{passage} {story(1)} {passage}")
    assert told_by(repetition.CHECK, art("a", story(2)), archive=[old]) == []


def test_one_article_alone_is_judged_and_one_without_words_is_not(story, art, corpus_of):
    answer = repetition.CHECK.run(corpus_of(art("a", story(1)), art("b", " … ")))
    assert answer.findings == []
    assert answer.skipped == {"b": (Status.NOT_APPLICABLE, "no words to compare")}


def test_words_of_any_script_are_words(art, corpus_of):
    """Only plain letters and digits are looked for first."""
    texts = {"greek": "Η γέφυρα", "han": "橋", "mark": "é", "plain": "7", "none": " _ … "}
    answer = repetition.CHECK.run(corpus_of(*(art(key, text) for key, text in texts.items())))
    assert set(answer.skipped) == {"none"}
