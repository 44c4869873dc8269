"""A finding is the same finding in the next run, however its text moved, and no other one."""

import unicodedata
from dataclasses import replace

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.gate.fingerprints import everywhere, fingerprint, keys
from provenance.model import Article, Finding, Span

TEXT = (
    "Rain shuts the pass\n\nThe café owner said that “200 vehicles” were lost on the upper road.\n\n"
    "Police counted 175 vehicles in the ditch on Tuesday.\n\nAdvertisement\n\nBuses went round.\n"
)


def article(text=TEXT, article_id="news/a.txt", **fields):
    row = Article(article_id, article_id, 1, False, text, None, 0, None, None, "en")
    return replace(row, **fields)


def record(text=TEXT, article_id="r1", line=1, **fields):
    return article(text, article_id, path="c.jsonl", line=line, embedded=True, **fields)


def place(of, words):
    start = of.text.index(words)
    return of.article_id, start, start + len(words)


def finding(of, words, *related, rule="NUM001", message="m"):
    """A finding on the first place of some words; related places are an article and its words."""
    spans = tuple(Span(*place(other, said), "note") for other, said in related)
    return Finding(rule, *place(of, words), "error", "high", message, spans, None, 0)


def told(findings, *articles):
    table = frames.frame(findings, Finding)
    return fingerprint(table, frames.frame(articles, Article))["fingerprint"].to_list()


def one(of, words="200 vehicles", *related, others=(), **fields):
    (found,) = told([finding(of, words, *related, **fields)], of, *others)
    return found


def test_it_is_sixteen_digits_and_a_number():
    digits, colon, number = one(article()).partition(":")
    assert (len(digits), colon, number) == (16, ":", "1")
    assert set(digits) <= set("0123456789abcdef")


PARAGRAPHS = TEXT.split("\n\n")


@pytest.mark.parametrize(
    "changed",
    [
        "A correction was added.\n\n" + TEXT,
        "\n\n".join([PARAGRAPHS[0], *PARAGRAPHS[:0:-1]]),
        TEXT.replace("\n\n", "\n"),
        TEXT.replace(" were lost on", " were\nlost on"),
        TEXT.replace("\n", "\r\n"),
        unicodedata.normalize("NFD", TEXT),
        TEXT.replace("“", '"').replace("”", '"'),
        TEXT.replace(" ", "\u00a0"),
        TEXT.replace("owner", "ow\u00adner"),
        TEXT.replace("The café owner said", "THE  CAFÉ owner  said"),
        TEXT.replace("175", "180").replace("Buses went round", "No bus went"),
    ],
    ids="before reordered joined wrapped crlf nfd quotes nbsp shy case elsewhere".split(),
)
def test_it_stays_when_the_text_around_the_finding_moves(changed):
    """Else one correction at the top of a story would open all that was accepted in it."""
    words = "200\u00a0vehicles" if "\u00a0" in changed else "200 vehicles"
    assert one(article(changed), words) == one(article())


@pytest.mark.parametrize(
    ("old", "new"),
    [("200", "210"), ("said that", "denied that"), ("were lost", "were found")],
)
def test_it_changes_with_the_figure_and_with_the_words_of_its_line(old, new):
    changed = article(TEXT.replace(old, new))
    assert one(changed, f"{'210' if old == '200' else '200'} vehicles") != one(article())


def test_rules_and_articles_have_fingerprints_of_their_own():
    other = article(article_id="news/b.txt")
    found = {one(article()), one(article(), rule="NUM002"), one(other)}
    assert len(found) == 3


def test_it_knows_nothing_of_the_message_or_of_how_the_path_is_spelled():
    elsewhere = article(article_id="./old/../news/a.txt")
    assert one(elsewhere, message="another") == one(article())


def test_a_changed_figure_on_the_other_side_makes_it_another_finding():
    """That 200 does not fit 175 was accepted; nobody has looked at 200 and 190."""
    changed = article(TEXT.replace("175", "190"))
    before = one(article(), "200 vehicles", (article(), "175 vehicles"))
    after = one(changed, "200 vehicles", (changed, "190 vehicles"))
    alone = one(article())
    assert len({before, after, alone}) == 3


def test_the_order_of_the_other_side_does_not_matter():
    text = article()
    others = (text, "175 vehicles"), (text, "Buses")
    assert one(text, "200 vehicles", *others) == one(text, "200 vehicles", *others[::-1])


def test_a_figure_of_another_article_takes_part_and_its_name_does_not():
    copies = [record("It lost 175 vehicles.", key) for key in ("x", "y", "z")]
    copies[2] = record("It lost 190 vehicles.", "z")
    found = [
        one(article(), "200 vehicles", (copy, copy.text[8:20]), others=[copy]) for copy in copies
    ]
    assert found[0] == found[1] != found[2]


def test_another_copy_of_a_long_passage_is_nothing_new():
    """Which of 40 reprints is named changes with every import."""
    one_copy = record("x" * 61, "x")
    other = record("y" * 200, "y")
    found = [
        one(article(), "200 vehicles", (copy, copy.text), others=[copy])
        for copy in (one_copy, other)
    ]
    assert found[0] == found[1] == one(article())


def test_the_same_words_elsewhere_are_nothing_new():
    copy = record("They lost 200  VEHICLES.", "x")
    assert one(article(), "200 vehicles", (copy, "200  VEHICLES"), others=[copy]) == one(article())


def test_a_label_keeps_its_fingerprint_in_another_place():
    moved = TEXT.replace("Advertisement\n\n", "").replace("Police", "Advertisement\n\nPolice")
    assert one(article(moved), "Advertisement") == one(article(), "Advertisement")


def test_findings_on_the_article_itself_differ_by_their_rules_only():
    findings = [
        replace(finding(article(), "Rain"), end=0, start=0, rule_id=rule)
        for rule in ("MET001", "MET002")
    ]
    found = told(findings, article())
    changed = article("Snow. " + TEXT)
    again = [replace(each, end=0, start=0) for each in findings]
    assert len(set(found)) == 2
    assert told(again, changed) == found


def test_findings_that_say_the_same_are_numbered_by_their_place():
    text = article("Share\n\nRain fell.\n\nShare\n\nShare\n")
    starts = [0, 19, 26]
    findings = [replace(finding(text, "Share"), start=at, end=at + 5) for at in starts]
    found = told(findings[::-1], text)
    assert [each.partition(":")[2] for each in found] == ["1", "2", "3"]
    assert len({each.partition(":")[0] for each in found}) == 1


def test_without_findings_there_are_none():
    assert told([], article()) == []


LINES = st.lists(
    st.sampled_from(["Share", "Rain fell on 12 towns.", "share", "Rain fell on 13 towns.", "«12»"]),
    min_size=1,
    max_size=6,
)


def on_every_line(of):
    at = 0
    for line in of.text.split("\n"):
        yield Finding("BPL001", of.article_id, at, at + len(line), "info", "low", "m", (), None, 0)
        at += len(line) + 1


@given(texts=st.lists(LINES.map("\n".join), min_size=1, max_size=4), order=st.randoms())
def test_they_are_unique_and_do_not_depend_on_the_order_or_the_rest_of_the_corpus(texts, order):
    articles = [record(text, f"r{n}", n) for n, text in enumerate(texts)]
    findings = [found for each in articles for found in on_every_line(each)]
    all_at_once = told(findings, *articles)
    assert len(set(all_at_once)) == len(findings)
    shuffled = order.sample(articles, len(articles))
    assert told(order.sample(findings, len(findings)), *shuffled) == all_at_once
    alone = [found for each in articles for found in told(list(on_every_line(each)), each)]
    assert sorted(alone) == sorted(all_at_once)


@given(text=st.text(min_size=1), data=st.data())
def test_any_text_has_fingerprints(text, data):
    text = text.encode("utf-8", "ignore").decode() or "x"
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    hostile = record(text, "\x00", title=text)
    found = Finding("NUM001", "\x00", start, end, "error", "high", text, (), None, 0)
    assert told([found], hostile) == told([found], record("x", "r0"), hostile)


def test_a_title_of_a_megabyte_is_not_kept_with_every_finding():
    hostile = record(article_id="c.jsonl:1", title="x" * 1_000_000)
    table = keys(frames.frame([hostile], Article))
    assert table["key"].str.len_chars().to_list() == [300]


@pytest.mark.parametrize(
    ("known", "key"),
    [
        (record(article_id="ap-77", title="Rain"), "ap-77"),
        (record(article_id="c.jsonl:4", line=4, title="Rain  “Now”"), 'rain "now"'),
        (
            record(article_id="c.jsonl:4", line=4, title="Rain", date="2026-03-01"),
            "2026-03-01 rain",
        ),
        (record(" \n Rain FELL\nNow", article_id="c.jsonl:4", line=4), "rain fell"),
        (record("Rain", article_id="c.jsonl:4", line=4, title=" "), "rain"),
        (article(article_id="own", path="news/a.txt"), "own"),
        (article(title="Rain", given=("title",)), "news/a.txt"),
        (article(article_id="-"), "-"),
    ],
)
def test_an_article_is_known_by_its_id_or_path_or_title_or_first_line(known, key):
    assert keys(frames.frame([known], Article), "/desk").row(0) == (known.article_id, key)


@pytest.mark.parametrize(
    "path",
    ["news/a.txt", "./news/a.txt", "news//a.txt", "news/old/../a.txt", "/desk/news/a.txt"],
)
def test_a_file_is_the_same_file_however_its_path_is_spelled(path):
    table = frames.frame([article(article_id=path)], Article)
    assert keys(table, "/desk")["key"].to_list() == ["news/a.txt"]


def test_a_file_of_the_same_name_in_another_folder_is_another_article():
    """Or what was accepted yesterday in index.txt would be accepted in tomorrow's."""
    days = [article(article_id=f"news/{day}/index.txt") for day in (1, 2)]
    first, second = told([finding(each, "Advertisement") for each in days], *days)
    assert first.partition(":")[0] != second.partition(":")[0]


def test_one_of_several_equal_figures_that_goes_makes_another_finding():
    """A sum that does not fit its three fives is not the sum that does not fit two."""
    text = record("5 in Harrow, 5 in Weld, 5 in Pine, 20 in all")
    spans = [Span("r1", at, at + 1, "a part") for at in (0, 13, 24)]
    assert {text.text[span.start : span.end] for span in spans} == {"5"}
    whole = finding(text, "20")
    digits = {told([replace(whole, related=tuple(spans[:count]))], text)[0] for count in (1, 2, 3)}
    assert len(digits) == 3


def test_what_is_the_same_everywhere_is_the_phrase_with_what_it_is_held_against():
    here, there = article(), record("Mr 200 vehicles is a phrase. 175 vehicles", "r")
    findings = [
        finding(here, "200 vehicles"),
        finding(there, "200 vehicles"),
        finding(there, "200 vehicles", (there, "175 vehicles"), rule="NUM001", message="n"),
        finding(there, "phrase"),
    ]
    table = frames.frame(findings, Finding)
    found = everywhere(table, frames.frame([here, there], Article))
    rows = dict(
        zip(map(tuple, table.select("article_id", "message", "start").rows()), found, strict=True)
    )
    same = [rows["news/a.txt", "m", TEXT.index("200")], rows["r", "m", 3]]
    assert same[0] == same[1]
    assert found.n_unique() == 3


def test_a_batch_ends_where_it_ends(monkeypatch):
    """Findings are worked on in batches; each must get the digits it has alone."""
    articles = [record(TEXT, f"r{n}", n) for n in range(5)]
    findings = [finding(each, "200 vehicles", (articles[0], "175 vehicles")) for each in articles]
    whole = told(findings, *articles)
    monkeypatch.setattr("provenance.gate.fingerprints._BATCH", 2)
    assert told(findings, *articles) == whole
    assert isinstance(whole[0], str)
    assert pl.Series(whole).n_unique() == 5
