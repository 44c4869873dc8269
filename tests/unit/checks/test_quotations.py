"""A quotation that runs otherwise elsewhere is told once, on the side that ran later."""

from dataclasses import replace

import polars as pl
import pytest

from provenance import api, attribution, frames
from provenance.checks import drift, quotations
from provenance.checks.corpus import Corpus
from provenance.model import (
    Article,
    Attribution,
    Claim,
    Cluster,
    Credit,
    Gap,
    Line,
    Lineage,
    Match,
    Mention,
    Person,
    Quantity,
    Region,
    Relation,
    Status,
)

RULES = {rule.rule_id: rule for rule in api.rules().rules}
LEXICON = attribution.Lexicon.of(api.rules().lexicons)
KEEPER = "the lock at the mouth of the river has held through every storm since my father kept it"
LATER = KEEPER.replace("every", "each")
TURNED = KEEPER.replace("has held", "has not held")


def corpus_of(*articles, rules=RULES):
    table = frames.frame(articles, Article)
    corpus = Corpus(
        articles=table,
        lines=frames.frame([], Line),
        matches=frames.frame([], Match),
        people=frames.frame([], Person).lazy(),
        attributions=frames.frame([], Attribution).lazy(),
        gaps=frames.frame([], Gap),
        lineages=frames.frame([], Lineage),
        claims=frames.frame([], Claim),
        mentions=frames.frame([], Mention),
        quotes=pl.LazyFrame(),
        credits=frames.frame([], Credit),
        quantities=frames.frame([], Quantity).lazy(),
        relations=frames.frame([], Relation),
        regions=frames.frame([], Region),
        clusters=frames.frame([], Cluster),
        rules=rules,
    )
    return quoting(corpus, attribution.read(table, LEXICON).quotes)


def quoting(corpus, quotes):
    """The corpus with other quotations, and what follows from them."""
    utterances = attribution.utterances(corpus.known, quotes).lazy()
    return replace(corpus, quotes=quotes.lazy(), utterances=utterances)


def art(article_id, quotation, date=None):
    text = f"The keeper spoke. “{quotation}”"
    return Article(article_id, article_id, 1, False, text, None, 0, None, date, None)


def dated(article_id, text, date):
    return Article(article_id, article_id, 1, False, text, None, 0, None, date, None)


def raw(article_id, text):
    return Article(article_id, article_id, 1, False, text, None, 0, None, None, None)


def run(corpus):
    """What both checks of quotations find."""
    return [*drift.CHECK.run(corpus).findings, *quotations.CHECK.run(corpus).findings]


def findings_of(*articles, **known):
    found = run(corpus_of(*articles, **known))
    return sorted(found, key=lambda item: (item.article_id, item.start))


def told(*articles, **known):
    return [(item.article_id, item.rule_id) for item in findings_of(*articles, **known)]


def test_the_later_wording_is_told_with_both_places_and_the_words():
    first, second = art("a", KEEPER, "2024-05-03"), art("b", LATER, "2024-05-04")
    (item,) = findings_of(first, second)
    assert (item.article_id, item.rule_id) == ("b", "QUO002")
    assert second.text[item.start : item.end] == LATER
    (other,) = item.related
    assert first.text[other.start : other.end] == KEEPER
    assert other.note == "also in a, ran first on 2024-05-03"
    assert "“each” here, “every” there" in item.message
    assert "it ran there first, on 2024-05-03; shared primary source" in item.message


def test_what_an_editor_put_in_is_told_with_the_rest():
    """Alone it is no difference; beside one, the reader wants to know whose word it is."""
    bracketed = LATER.replace("the river", "the [old] river")
    (item,) = findings_of(art("a", KEEPER, "2024-05-03"), art("b", bracketed, "2024-05-04"))
    assert "“[old]” here, nothing there (put in or left out)" in item.message
    assert findings_of(art("a", LATER), art("b", bracketed)) == []


def test_the_parts_of_a_divided_quotation_are_told_as_one():
    first, second = LATER.split(" has held ")
    text = f"“{first} has,” he said. “Held {second}”"
    (item,) = findings_of(art("a", KEEPER, "2024-05-03"), dated("b", text, "2024-05-04"))
    assert text[item.start : item.end] == text.strip("“”")


def speaking(corpus, **speakers):
    """The corpus, with the named speaker of the quotations of each article."""
    quotes = corpus.quotes.collect()
    names = quotes["article_id"].replace_strict(speakers, default=None)
    kinds = pl.when(names.is_not_null()).then(pl.lit("named"))
    quotes = quotes.with_columns(names.alias("speaker"), kinds.alias("speaker_kind"))
    return sorted(run(quoting(corpus, quotes)), key=lambda item: item.article_id)


def test_the_source_that_both_reports_share_is_named():
    corpus = corpus_of(art("a", KEEPER, "2024-05-03"), art("b", LATER, "2024-05-04"))
    (item,) = speaking(corpus, a="Ada Brenk")
    assert "shared primary source: Ada Brenk" in item.message


def test_a_wording_is_compared_with_that_of_the_same_speaker():
    """The earliest place with the other words is another person's."""
    corpus = corpus_of(
        art("a", KEEPER, "2024-05-01"),
        art("b", KEEPER, "2024-05-02"),
        art("c", LATER, "2024-05-03"),
        art("d", LATER, "2024-05-04"),
    )
    found = speaking(corpus, a="Tom Varn", b="Ada Brenk", c="Brenk")
    others = {item.article_id: item.related[0].article_id for item in found}
    assert others == {"c": "b", "d": "a"}


def test_a_change_of_substance_is_another_rule():
    found = findings_of(art("a", KEEPER, "2024-05-03"), art("b", TURNED, "2024-05-04"))
    assert [(item.article_id, item.rule_id) for item in found] == [("b", "QUO001")]
    assert "“not” here, nothing there (negation)" in found[0].message


@pytest.mark.parametrize("date", [None, "2024-05-03"])
def test_both_are_told_when_the_dates_do_not_say_which_ran_first(date):
    found = findings_of(art("a", KEEPER, date), art("b", LATER, date))
    assert [item.article_id for item in found] == ["a", "b"]
    assert "“every” here, “each” there" in found[0].message
    assert "“each” here, “every” there" in found[1].message
    assert all("which ran first is not known" in item.message for item in found)


def test_a_reprint_of_the_first_wording_is_not_told():
    """It ran after the changed one, yet its words are those that ran first."""
    found = told(
        art("a", KEEPER, "2024-05-03"),
        art("b", LATER, "2024-05-04"),
        art("c", KEEPER, "2024-05-05"),
    )
    assert found == [("b", "QUO002")]


def test_every_article_with_the_later_wording_is_told():
    copies = [art(f"b{n}", LATER, "2024-05-04") for n in range(3)]
    found = findings_of(art("a", KEEPER, "2024-05-03"), *copies)
    assert [item.article_id for item in found] == ["b0", "b1", "b2"]
    assert {item.related[0].article_id for item in found} == {"a"}


def test_a_quotation_that_differs_from_several_is_told_once_by_what_weighs_most():
    """From one by a small word, from the other by a "not"."""
    found = told(
        art("a", LATER, "2024-05-02"),
        art("b", TURNED, "2024-05-03"),
        art("c", KEEPER, "2024-05-04"),
    )
    assert [item for item in found if item[0] == "c"] == [("c", "QUO001")]


def test_the_other_place_is_never_in_the_same_article():
    """An article that words a quotation in two ways is compared with others only."""
    twice = raw("a", f"“{KEEPER}” he said first.\n\nHe said then: “{LATER}”")
    found = findings_of(twice, art("b", LATER))
    assert {(item.article_id, item.related[0].article_id) for item in found} == {
        ("a", "b"),
        ("b", "a"),
    }


def test_edits_of_substance_are_told_first_and_only_some_are_written_out():
    tail = (
        "and his father before him kept it and the two brothers of his father and the men of Tarn"
    )
    long = (
        f"{KEEPER} {tail} who all of them lie on the hill above the water and the lock in the rain"
    )
    other = long.replace("lock at", "gate at").replace("river", "stream").replace("held", "stood")
    other = other.replace("father before", "mother before").replace("men", "women")
    other = other.replace("all of them lie", "all of them cannot lie")
    (item,) = findings_of(art("a", long, "2024-05-03"), art("b", other, "2024-05-04"))
    assert item.message.index("“can not” here") < item.message.index("“gate” here, “lock” there")
    assert "; 2 more; " in item.message


def test_a_long_edit_is_shortened():
    middle = "and I have counted forty of them in my own book"
    longer = KEEPER.replace("every storm", f"every storm {middle}")
    (item,) = findings_of(art("a", KEEPER, "2024-05-03"), art("b", longer, "2024-05-04"))
    assert "“and i have counted 40 of them …” here, nothing there" in item.message


@pytest.mark.parametrize(
    "text",
    ["“The ferry will sail, he said.", 'He said: "The ferry will sail.\n\nNobody came.'],
)
def test_a_quotation_without_an_end_is_told(text):
    (item,) = findings_of(raw("a", text))
    assert item.rule_id == "QUO003"
    assert "The ferry will sail" in text[item.start : item.end]


def test_closed_quotations_worded_alike_have_no_finding():
    assert told(art("a", KEEPER), art("b", KEEPER), raw("c", "“Yes,” he said.")) == []


def test_an_article_without_quotations_is_not_judged():
    answer = quotations.CHECK.run(corpus_of(raw("a", "Nobody spoke."), art("b", KEEPER)))
    assert answer.skipped == {"a": (Status.NOT_APPLICABLE, "no quotations")}


STRANGE = "names and sources are not read in language sv"
ALONE = "nothing to compare with"


def skipped(*articles):
    return quotations.CHECK.run(corpus_of(*articles)).skipped


def test_an_article_in_another_language_says_that_its_speakers_are_not_read():
    """Its quotations are compared with those of others all the same."""
    strange = replace(art("a", KEEPER, "2024-05-03"), language="sv")
    changed = replace(art("b", LATER, "2024-05-04"), language="sv")
    assert skipped(strange, art("c", TURNED)) == {"a": (Status.NOT_AVAILABLE, STRANGE)}
    assert told(strange, changed) == [("b", "QUO002")]


@pytest.mark.parametrize("language", ["en", None])
def test_english_and_what_may_be_it_are_read(language):
    assert skipped(replace(art("a", KEEPER), language=language), art("b", LATER)) == {}


def test_a_text_without_quotations_needs_no_other_reason():
    silent = replace(raw("a", "Ingen sade något."), language="sv")
    assert skipped(silent) == {"a": (Status.NOT_APPLICABLE, "no quotations")}


def test_an_article_alone_has_no_other_to_compare_with():
    """Whose words they are is told from its own text."""
    corpus = corpus_of(art("a", KEEPER))
    assert drift.CHECK.run(corpus).skipped == {"a": (Status.NOT_AVAILABLE, ALONE)}
    assert quotations.CHECK.run(corpus).skipped == {}


def test_an_article_alone_without_quotations_needs_no_other():
    answer = drift.CHECK.run(corpus_of(raw("a", "Nobody spoke.")))
    assert answer.skipped == {"a": (Status.NOT_APPLICABLE, "no quotations")}


def test_no_articles_have_no_findings():
    assert run(corpus_of()) == []


@pytest.mark.parametrize("rule_id", ["QUO001", "QUO002", "QUO003"])
def test_a_rule_that_does_not_take_part_gives_no_finding(rule_id):
    rest = {key: rule for key, rule in RULES.items() if key != rule_id}
    articles = [
        art("a", KEEPER, "2024-05-03"),
        art("b", LATER, "2024-05-04"),
        art("c", TURNED, "2024-05-05"),
        raw("d", "“The ferry will sail, he said."),
    ]
    with_all, without = told(*articles), told(*articles, rules=rest)
    assert rule_id in dict(with_all).values()
    assert rule_id not in {found for _, found in without}


def test_the_order_of_the_articles_changes_nothing():
    articles = [art("a", KEEPER, "2024-05-03"), art("b", LATER), art("c", TURNED, "2024-05-05")]
    corpus = corpus_of(*articles)
    mixed = {name: getattr(corpus, name).reverse() for name in ("articles", "quotes", "utterances")}
    mixed = replace(corpus, **mixed)
    found = [run(each) for each in (corpus, mixed)]
    assert sorted(map(repr, found[0])) == sorted(map(repr, found[1]))


def against(drafts, archive, **known):
    """The findings on drafts beside an archive, by article and rule."""
    table = frames.frame(archive, Article)
    corpus = corpus_of(*drafts, **known)
    quotes = pl.concat([corpus.quotes.collect(), attribution.read(table, LEXICON).quotes])
    corpus = replace(corpus, archive=table, archive_size=len(table))
    return run(quoting(corpus, quotes))


def test_a_wording_in_the_archive_is_evidence_about_a_draft():
    draft, old = art("b", LATER, "2024-05-04"), art("a", KEEPER, "2024-05-03")
    (item,) = against([draft], [old])
    assert (item.article_id, item.rule_id) == ("b", "QUO002")
    (other,) = item.related
    assert old.text[other.start : other.end] == KEEPER


def test_nothing_is_said_about_an_article_of_the_archive():
    """Neither that its wording ran later nor that its quotation never ends."""
    draft, old = art("a", KEEPER, "2024-05-03"), art("b", LATER, "2024-05-04")
    endless = raw("c", "She said: “We wait for the tide to turn again.")
    assert against([draft], [old, endless]) == []


def test_a_draft_beside_an_archive_that_shares_nothing_was_compared():
    """Its archive is empty here since none of it was needed, and yet it was looked at."""
    corpus = replace(corpus_of(art("a", KEEPER)), archive_size=3)
    assert drift.CHECK.run(corpus).skipped == {}
