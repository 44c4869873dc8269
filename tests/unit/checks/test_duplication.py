"""One finding an article and stretch, with the earliest other place, and none for who ran first."""

import json
import random
import string
from dataclasses import replace

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import api, attribution, frames, reuse
from provenance.checks import duplication
from provenance.checks.corpus import Corpus
from provenance.model import (
    Article,
    Attribution,
    Claim,
    Gap,
    Line,
    Lineage,
    Match,
    Mention,
    Person,
    Quantity,
    Relation,
    Status,
)

RULES = {rule.rule_id: rule for rule in api.rules().rules}
LEXICON = attribution.Lexicon.of(api.rules().lexicons)


def story(seed, words=80):
    """A text of made-up words, none of them twice."""
    return " ".join(random.Random(seed).sample([f"w{seed}x{n}" for n in range(500)], words))


PASSAGE = story(99, 40)


def art(article_id, text, date=None, outlet=None):
    outlet = outlet or f"Outlet of {article_id}"
    return Article(article_id, article_id, 1, False, text, None, 0, outlet, date, None)


def corpus_of(*articles, rules=None, boilerplate=()):
    table = frames.frame(articles, Article)
    quotes, credited = (
        attribution.read(table, LEXICON).quotes,
        attribution.credits(table, LEXICON.credits),
    )
    matches = frames.frame((Match("BPL001", *span) for span in boilerplate), Match)
    regions = reuse.classify(reuse.find(table, 15), table, quotes, credited, matches)
    return Corpus(
        articles=table,
        lines=frames.frame([], Line),
        matches=matches,
        people=frames.frame([], Person).lazy(),
        attributions=frames.frame([], Attribution).lazy(),
        gaps=frames.frame([], Gap),
        lineages=frames.frame([], Lineage),
        claims=frames.frame([], Claim),
        mentions=frames.frame([], Mention),
        quotes=quotes.lazy(),
        credits=credited,
        quantities=frames.frame([], Quantity).lazy(),
        relations=frames.frame([], Relation),
        regions=regions,
        clusters=reuse.clusters(regions, table, credited),
        rules=RULES if rules is None else rules,
    )


def findings_of(*articles, **known):
    found = duplication.CHECK.run(corpus_of(*articles, **known)).findings
    return sorted(found, key=lambda item: (item.article_id, item.start))


def told(*articles, **known):
    """The rules found, by article."""
    return [(item.article_id, item.rule_id) for item in findings_of(*articles, **known)]


def test_the_later_of_two_copies_is_told_where_it_also_stands():
    text = story(1)
    (item,) = findings_of(art("a", text, "2024-05-03"), art("b", text, "2024-05-04"))
    assert (item.article_id, item.rule_id) == ("b", "DUP001")
    assert text[item.start : item.end] == text
    (other,) = item.related
    assert (other.article_id, other.start, other.end) == ("a", 0, len(text))
    assert other.note == "also in a, ran first on 2024-05-03"


def test_the_message_has_the_numbers_in_it():
    base, other = story(1, 100).split(), story(2, 100).split()
    copy = base[:90] + other[90:]
    (item,) = findings_of(
        art("a", " ".join(base), "2024-05-03"), art("b", " ".join(copy), "2024-05-04")
    )
    assert "found in 1 other article:" in item.message
    assert "90% of this article's words" in item.message
    assert "90 words matched, containment 1.00, Jaccard 1.00" in item.message
    assert "it ran there first, on 2024-05-03" in item.message
    assert "no credit here explains it" in item.message


@pytest.mark.parametrize("dates", [(None, None), ("2024-05-03", None), ("2024-05-03",) * 2])
def test_both_are_told_when_the_dates_do_not_say_which_ran_first(dates):
    text = story(1)
    found = findings_of(art("a", text, dates[0]), art("b", text, dates[1]))
    assert [(item.article_id, item.rule_id) for item in found] == [("a", "DUP001"), ("b", "DUP001")]
    assert all("which ran first is not known" in item.message for item in found)
    assert found[0].related[0].note == "also in b"


def test_two_different_stories_have_no_finding():
    assert told(art("a", story(1)), art("b", story(2))) == []


def test_a_shared_passage_is_told_with_its_span_on_both_sides():
    source, other = f"{story(1)} {PASSAGE} {story(2)}", f"{story(3)} {PASSAGE} {story(4)}"
    (item,) = findings_of(art("a", source, "2024-05-03"), art("b", other, "2024-05-04"))
    assert (item.article_id, item.rule_id) == ("b", "DUP002")
    assert other[item.start : item.end] == PASSAGE
    (place,) = item.related
    assert source[place.start : place.end] == PASSAGE
    assert "40 words shared with a" in item.message


def test_two_passages_of_an_article_are_two_findings():
    second = story(98, 40)
    found = told(
        art("a", f"{PASSAGE} {story(1)}", "2024-05-03"),
        art("b", f"{second} {story(2)}", "2024-05-03"),
        art("c", f"{PASSAGE} {story(3)} {second}", "2024-05-04"),
    )
    assert found == [("c", "DUP002"), ("c", "DUP002")]


def test_a_passage_that_many_others_have_is_one_finding_and_counts_them():
    others = [art(f"a{n}", f"{story(n)} {PASSAGE}", f"2024-05-{n + 1:02}") for n in range(5)]
    found = findings_of(*others, art("b", f"{PASSAGE} {story(50)}", "2024-06-01"))
    (item,) = [item for item in found if item.article_id == "b"]
    assert "found in 5 other articles" in item.message
    assert item.related[0].note == "also in a0, ran first on 2024-05-01"


def test_forty_reprints_are_one_finding_each_that_counts_all_the_others():
    """Not all pairs of so many are compared; the count must not show it."""
    text = story(1)
    copies = [art(f"a{n:02}", text, f"2024-05-03T00:{n:02}:00Z") for n in range(40)]
    found = findings_of(*copies)
    assert [(item.article_id, item.rule_id) for item in found] == [
        (f"a{n:02}", "DUP001") for n in range(1, 40)
    ]
    assert all("found in 39 other articles" in item.message for item in found)
    assert {item.related[0].article_id for item in found} == {"a00"}


def test_a_dated_article_is_told_before_an_undated_one():
    """What is known to have run first helps more than what may have."""
    found = findings_of(
        art("a", f"{story(1)} {PASSAGE}"),
        art("b", f"{story(2)} {PASSAGE}", "2024-05-01"),
        art("c", f"{story(3)} {PASSAGE}", "2024-05-03"),
    )
    (item,) = [item for item in found if item.article_id == "c"]
    assert item.related[0].article_id == "b"


def test_overlapping_passages_are_one_stretch():
    words = PASSAGE.split()
    first, second = " ".join(words[:30]), " ".join(words[10:])
    found = told(
        art("a", f"{first} {story(1)}", "2024-05-01"),
        art("b", f"{second} {story(2)}", "2024-05-02"),
        art("c", f"{story(3)} {PASSAGE} {story(4)}", "2024-05-03"),
    )
    assert [item for item in found if item[0] == "c"] == [("c", "DUP002")]


def test_a_copy_with_an_agency_credit_is_information():
    text = f"KARREN BAY (Reuters) - {story(1)}"
    assert told(art("a", text, "2024-05-03"), art("b", text, "2024-05-04")) == [("b", "DUP003")]


def test_a_copy_that_lost_its_credit_is_told():
    text = story(1)
    found = told(
        art("a", f"KARREN BAY (Reuters) - {text}", "2024-05-03"), art("b", text, "2024-05-04")
    )
    assert found == [("b", "DUP001")]


def test_a_credit_to_the_outlet_that_ran_it_is_a_credit():
    text = f"{story(1)}\n\nThis article was first published by the Harbour Gazette."
    gazette = art("a", story(1), "2024-05-03", "Harbour Gazette")
    ledger = art("a", story(1), "2024-05-03", "Upland Ledger")
    assert told(gazette, art("b", text, "2024-05-04")) == [("b", "DUP003")]
    assert told(ledger, art("b", text, "2024-05-04")) == [("b", "DUP001")]


def test_a_credited_passage_is_information_too():
    credited = f"{story(3)} {PASSAGE}\n\nThe Associated Press contributed to this report."
    source = f"{PASSAGE} {story(1)}\n\n(AP)"
    found = told(art("a", source, "2024-05-03"), art("b", credited, "2024-05-04"))
    assert found == [("b", "DUP003")]


def test_an_agency_credit_does_not_cover_the_text_of_another_outlet():
    text = story(1)
    copy = art("b", f"KARREN BAY (Reuters) - {text}", "2024-05-04")
    assert told(art("a", text, "2024-05-03"), copy) == [("b", "DUP001")]
    assert told(art("a", text, "2024-05-03", "Reuters"), copy) == [("b", "DUP003")]


def test_a_shared_quotation_is_information_about_the_later_article():
    source = f"{story(1)} “{PASSAGE}” {story(2)}"
    other = f"{story(3)} “{PASSAGE}” {story(4)}"
    found = told(art("a", source, "2024-05-03"), art("b", other, "2024-05-04"))
    assert found == [("b", "DUP004")]


def test_two_briefs_that_are_a_quotation_and_little_more_are_no_copies():
    """All that a near-duplicate shares is quoted: one speaker, no copying."""
    source, other = f"“{PASSAGE}” he said.", f"She said: “{PASSAGE}”"
    found = told(art("a", source, "2024-05-03"), art("b", other, "2024-05-04"))
    assert found == [("b", "DUP004")]


def test_a_quotation_inside_a_copied_passage_is_not_told_again():
    """One region from the article that ran first, and the quotation in it from a third."""
    passage = f"{story(90, 30)} “{PASSAGE}” {story(91, 30)}"
    found = told(
        art("a", f"{story(1)} {passage}", "2024-05-03"),
        art("b", f"{story(2)} “{PASSAGE}” {story(3)}", "2024-05-03"),
        art("c", f"{story(4)} {passage}", "2024-05-04"),
    )
    assert [item for item in found if item[0] == "c"] == [("c", "DUP002")]


def test_that_an_outlet_uses_its_own_text_again_is_information():
    text = story(1)
    found = told(art("a", text, "2024-05-03", "Gazette"), art("b", text, "2024-05-04", "Gazette"))
    assert found == [("b", "DUP008")]


def test_an_outlet_may_quote_again_whom_it_quoted():
    found = told(
        art("a", f"{story(1)} “{PASSAGE}”", "2024-05-03", "Gazette"),
        art("b", f"{story(2)} “{PASSAGE}”", "2024-05-04", "Gazette"),
    )
    assert found == []


def test_the_own_text_and_that_of_others_are_told_apart():
    """An editor asks both: whose is it, and did we print it before?"""
    text = story(1)
    found = told(
        art("a", text, "2024-05-01", "Courier"),
        art("b", text, "2024-05-02", "Gazette"),
        art("c", text, "2024-05-03", "Gazette"),
    )
    assert found == [("b", "DUP001"), ("c", "DUP001"), ("c", "DUP008")]


def test_a_passage_of_the_own_outlet_is_told_where_it_stands_again():
    text = f"{story(3)} {PASSAGE} {story(4)}"
    (item,) = findings_of(
        art("a", f"{PASSAGE} {story(1)}", "2024-05-03", "Gazette"),
        art("b", text, "2024-05-04", "the gazette"),
    )
    assert (item.rule_id, text[item.start : item.end]) == ("DUP008", PASSAGE)
    assert "40 words shared with a" in item.message


def test_a_passage_inside_a_copy_of_the_own_text_is_not_told_again():
    text = f"{story(1)} {PASSAGE}"
    found = told(
        art("a", f"{PASSAGE} {story(2)}", "2024-05-01", "Gazette"),
        art("b", text, "2024-05-02", "Gazette"),
        art("c", text, "2024-05-03", "Gazette"),
    )
    assert found == [("b", "DUP008"), ("c", "DUP008")]


PHRASE = story(97, 16)


def test_a_phrase_is_information():
    found = told(
        art("a", f"{story(1)} {PHRASE} {story(2)}", "2024-05-03"),
        art("b", f"{story(3)} {PHRASE} {story(4)}", "2024-05-04"),
    )
    assert found == [("b", "DUP009")]


def test_a_phrase_inside_a_passage_is_not_told_again():
    passage = f"{story(90, 20)} {PHRASE} {story(91, 20)}"
    found = told(
        art("a", f"{story(1)} {passage}", "2024-05-01"),
        art("b", f"{story(2)} {PHRASE} {story(3)}", "2024-05-01"),
        art("c", f"{passage} {story(4)}", "2024-05-02"),
    )
    assert [item for item in found if item[0] == "c"] == [("c", "DUP002")]


def test_an_outlet_may_use_its_phrases_again():
    found = told(
        art("a", f"{story(1)} {PHRASE} {story(2)}", "2024-05-03", "Gazette"),
        art("b", f"{story(3)} {PHRASE} {story(4)}", "2024-05-04", "Gazette"),
    )
    assert found == []


def test_the_archive_is_evidence_and_is_not_judged():
    """Also when it ran last: the editor asks about the draft."""
    text = story(1)
    corpus = corpus_of(art("a", text, "2024-05-03"), art("old", text, "2024-05-02"))
    split = replace(corpus, articles=corpus.articles[:1], archive=corpus.articles[1:])
    (item,) = duplication.CHECK.run(split).findings
    assert (item.article_id, item.related[0].article_id) == ("a", "old")
    turned = replace(corpus, articles=corpus.articles[1:], archive=corpus.articles[:1])
    assert duplication.CHECK.run(turned).findings == []


def test_boilerplate_gives_no_finding():
    text = story(1)
    found = told(
        art("a", text, "2024-05-03"),
        art("b", text, "2024-05-04"),
        boilerplate=[("a", 0, len(text))],
    )
    assert found == []


def test_the_first_of_its_copies_may_still_have_a_passage_of_an_earlier_article():
    """It is copied, and has copied: the second must not be hidden by the first."""
    text = f"{story(1)} {PASSAGE} {story(2)}"
    found = told(
        art("old", f"{PASSAGE} {story(3)}", "2024-05-01"),
        art("a", text, "2024-05-03"),
        art("b", text, "2024-05-04"),
    )
    assert [item for item in found if item[0] == "a"] == [("a", "DUP002")]
    assert ("b", "DUP001") in found


def test_an_article_alone_has_nothing_to_compare_with():
    answer = duplication.CHECK.run(corpus_of(art("a", story(1))))
    assert answer.findings == []
    assert answer.skipped == {"a": (Status.NOT_AVAILABLE, "nothing to compare with")}


def test_an_article_without_words_is_not_judged():
    answer = duplication.CHECK.run(corpus_of(art("a", story(1)), art("b", " …\n")))
    assert answer.skipped == {"b": (Status.NOT_APPLICABLE, "no words to compare")}


def test_no_articles_have_no_findings():
    assert duplication.CHECK.run(corpus_of()).findings == []


def test_a_rule_that_does_not_take_part_gives_no_finding():
    text = story(1)
    rest = {key: rule for key, rule in RULES.items() if key != "DUP001"}
    assert told(art("a", text), art("b", text), rules=rest) == []


def test_the_severity_is_the_rules():
    text = story(1)
    rules = {**RULES, "DUP001": replace(RULES["DUP001"], severity="error")}
    found = findings_of(art("a", text), art("b", text), rules=rules)
    assert {item.severity for item in found} == {"error"}


@given(st.permutations(range(5)), st.integers(0, 99))
def test_the_order_of_the_articles_changes_nothing(order, seed):
    rnd = random.Random(seed)
    dates = [None, "2024-05-03", "2024-05-04"]
    articles = [
        art(f"a{n}", f"{story(n % 3)} {PASSAGE if n % 2 else ''}", rnd.choice(dates))
        for n in range(5)
    ]
    corpus = corpus_of(*articles)
    mixed = replace(corpus, articles=corpus.articles[list(order)])
    found = [duplication.CHECK.run(each).findings for each in (corpus, mixed)]
    assert sorted(map(repr, found[0])) == sorted(map(repr, found[1]))


@given(st.integers(0, 99))
def test_adding_a_copy_never_takes_a_finding_from_another_article(seed):
    rnd = random.Random(seed)
    articles = [art(f"a{n}", story(rnd.randrange(3)), f"2024-05-{n + 1:02}") for n in range(5)]
    before = {item.article_id for item in findings_of(*articles)}
    copy = art("copy", rnd.choice(articles).text, "2024-06-01")
    after = {item.article_id for item in findings_of(*articles, copy)}
    assert before <= after
    assert "copy" in after


COPIED = (
    "The ferry to the outer islands will run twice a day from May, the harbour master said, and "
    "take bicycles but no cars. The old jetty at Skarn is to be rebuilt in timber over two winters, "
    "with a shelter for those who wait and a crane for those who bring their boats."
)


def copies(folder, count, last):
    """A story in so many outlets day by day, the last of them with a line of its own behind it."""
    rows = [
        {
            "id": f"c{n:02}",
            "outlet": f"{name}elta Gazette",
            "date": f"2024-05-{n + 1:02}",
            "text": COPIED,
        }
        for n, name in enumerate(string.ascii_uppercase[:count])
    ]
    rows[-1]["text"] += f"\n\n{last}"
    path = folder / "copies.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return api.check([str(path)])


@pytest.mark.parametrize("count", [5, 25])
@pytest.mark.parametrize("credited", ["Celta Gazette", "Aelta Gazette"])
def test_a_credit_counts_however_many_copies_there_are(tmp_path, count, credited):
    """Of many copies the search links each to two; the one that is credited may be a third."""
    report = copies(tmp_path, count, f"This article was first published by {credited}.")
    last = report.findings.filter(pl.col("article_id") == f"c{count - 1:02}")
    assert "DUP003" in last["rule_id"].to_list()
    assert "DUP001" not in last["rule_id"].to_list()


def test_the_share_of_a_copy_is_never_all_while_a_word_differs(tmp_path):
    """One inserted "not" turns a story round; the text around it is not 100 % of it."""
    texts = [COPIED, COPIED.replace("will run", "will not run")]
    rows = [
        {"id": f"n{n}", "outlet": f"Paper {n}", "date": f"2024-05-0{n + 1}", "text": text}
        for n, text in enumerate(texts)
    ]
    path = tmp_path / "two.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    (message,) = api.check([str(path)]).findings.filter(pl.col("rule_id") == "DUP001")["message"]
    assert "98% of this article's words" in message


def extents(*articles, **known):
    """Rules and extents by article."""
    return [
        (item.article_id, item.rule_id, item.extent) for item in findings_of(*articles, **known)
    ]


def test_an_uncredited_copy_is_about_as_many_words_as_match():
    """Points are taken by words: a share would fall with every paragraph that is appended."""
    text, padding = story(1, 100), story(5, 150)
    earlier = art("a", text, "2024-05-03")
    assert extents(earlier, art("b", text, "2024-05-04")) == [("b", "DUP001", 100)]
    padded = art("b", f"{text}\n\n{padding}", "2024-05-04")
    assert [extent for _, _, extent in extents(earlier, padded)] == [100]


def test_of_several_others_the_one_with_most_of_it_counts():
    """A further copy, however short, must not make what was lifted shorter."""
    text = story(1, 100)
    half = " ".join(text.split()[:50])
    early = art("a", f"{half} {story(6, 60)}", "2024-05-02"), art("b", text, "2024-05-03")
    (row,) = [row for row in extents(*early, art("c", text, "2024-05-04")) if row[0] == "c"]
    assert row == ("c", "DUP001", 100)


@pytest.mark.parametrize("credit", ["Reuters", "Associated Press"])
def test_whoever_credits_anybody_has_no_uncredited_words(credit):
    """Whether it is the right one is told by names, and scores must not depend on names."""
    text = story(1, 100)
    copy = f"VARN ({credit}) - {text}"
    rows = extents(art("a", text, "2024-05-03", "Reuters"), art("b", copy, "2024-05-04"))
    assert [extent or 0 for _, _, extent in rows] == [0]


@given(st.permutations(["Reuters", "Varn Courier", "Upland Ledger"]))
def test_what_outlets_are_called_changes_no_extent(outlets):
    text = story(1, 100)
    rows = extents(
        art("a", text, "2024-05-03", outlets[0]),
        art("b", f"VARN (Reuters) - {text}", "2024-05-04", outlets[1]),
        art("c", text, "2024-05-05", outlets[2]),
    )
    assert [(article, extent or 0) for article, _, extent in rows] == [("b", 0), ("c", 100)]


def test_text_that_costs_nothing_has_no_extent():
    text = f"“{PASSAGE},” she said."
    rows = extents(art("a", text, "2024-05-03"), art("b", text, "2024-05-04", "Outlet of a"))
    assert all(extent is None for _, _, extent in rows)


def test_a_share_in_the_reporting_is_no_credit_for_the_text():
    """Who contributed wrote some of it; one such line must not buy off a lifted story."""
    text = story(1, 100)
    copy = f"{text}\n\nThe Associated Press contributed to this report."
    rows = extents(art("a", text, "2024-05-03"), art("b", copy, "2024-05-04"))
    assert rows == [("b", "DUP001", 100)]
