"""Copies of an article, put into a corpus and checked as any other, never raise an outlet."""

import json
import random

import pytest

from provenance import api, frames
from provenance.config import Config
from provenance.model import OutletScore, Score

SYLLABLES = "bar,dol,fen,gri,hal,ket,lom,mur,nes,pol,rav,sil,tor,vun,wex,zan".split(",")
SMALL = "the,of,and,to,in,that,was,for,with,by,from,at,had,were,before,after,near,would".split(",")
FAULTS = ("", "Advertisement\n\n", "Advertisement\n\nShare this story\n\nRead more:\n\n")


def a_story(seed, fault=0):
    """A story of some two hundred words that shares no passage with that of another seed."""
    chance = random.Random(seed)

    def sentence():
        words = ("".join(chance.choices(SYLLABLES, k=3)) for _ in range(13))
        return " ".join(["The", *(f"{each} {chance.choice(SMALL)}" for each in words), "town."])

    sentences = [sentence() for _ in range(8)]
    first, second = " ".join(sentences[:4]), " ".join(sentences[4:])
    return f"{first}\n\n{FAULTS[fault]}{second}\n"


def a_corpus():
    """Two outlets that can be judged, one of a few articles, and a story that two of them ran."""
    day = "2024-05-{:02}".format
    told = [("Gazette", number % 3, day(1 + number)) for number in range(6)]
    told += [("Herald", number % 2, None if number == 3 else day(2)) for number in range(6)]
    told += [("Bugle", 2, day(3)), (None, 1, day(1))]
    records = [
        {"id": f"r{number:02}", "outlet": outlet, "date": date, "text": a_story(number, fault)}
        for number, (outlet, fault, date) in enumerate(told)
    ]
    reprint = {"id": "r20", "outlet": "Herald", "date": day(9), "text": records[0]["text"]}
    return [*records, reprint]


@pytest.fixture(scope="module")
def judge(tmp_path_factory):
    """The outlets and the scores of records, by name and by id."""
    path = tmp_path_factory.mktemp("copies") / "corpus.jsonl"

    def judge(records):
        path.write_text("\n".join(map(json.dumps, records)))
        report = api.check([str(path)], Config())
        outlets = {row.outlet: row for row in frames.rows(report.outlets, OutletScore)}
        assert len(report.articles) == len(records)
        return outlets, {row.article_id: row.score for row in frames.rows(report.scores, Score)}

    return judge


@pytest.fixture(scope="module")
def original(judge):
    """The same of the corpus as it is."""
    return judge(a_corpus())


def copies(record, number, outlet, date):
    return [record | {"id": f"copy{n:02}", "outlet": outlet, "date": date} for n in range(number)]


def test_the_corpus_has_outlets_with_letters_and_articles_with_different_scores(original):
    """Or nothing could be raised."""
    outlets, scores = original
    assert {outlets["Gazette"].letter, outlets["Herald"].letter} <= set("ABCDE")
    assert outlets["Bugle"].letter == "F"
    assert len(set(scores.values())) >= 3
    assert (outlets["Gazette"].own, outlets["Herald"].republished) == (6, 1)


@pytest.mark.parametrize(
    "copied",
    [
        # More of an outlet's own best, of others' best, and of what has no outlet.
        *[(0, "Gazette", "same", 1), (6, "Gazette", "same", 3), (13, "Gazette", "same", 2)],
        *[(9, "Gazette", None, 2), (12, "Herald", "2024-06-01", 40), (3, "Bugle", None, 6)],
        # The worst, put under another outlet's name so that it might be rid of it.
        *[(2, "Newcomer", "same", 40), (5, "Newcomer", None, 1), (7, "Gazette", "same", 1)],
        *[(2, None, "same", 2), (12, "Newcomer", "2024-06-01", 6), (14, "Gazette", None, 1)],
    ],
)
def test_copies_raise_no_outlet_and_no_article(judge, original, copied):
    """Dated as the article, later, or not at all."""
    place, outlet, when, number = copied
    records = a_corpus()
    record = records[place]
    date = record["date"] if when == "same" or record["date"] is None else when
    before, scores = original
    after, new_scores = judge([*records, *copies(record, number, outlet, date)])
    for key, score in scores.items():
        assert new_scores[key] is None or new_scores[key] <= score
    for name, row in after.items():
        if row.score is not None:
            old = before[name]
            assert (row.score <= old.score, row.low <= old.low) == (True, True)
            assert row.letter >= old.letter
            assert row.own <= old.own


def test_a_mirror_of_every_article_raises_nobody(judge, original):
    records, (before, _) = a_corpus(), original
    mirror = [record | {"id": f"m{record['id']}", "outlet": "Mirror"} for record in records]
    after, _ = judge([*records, *mirror])
    assert after["Mirror"].letter == "F"
    assert after["Gazette"].score is None or after["Gazette"].score <= before["Gazette"].score


def test_the_order_of_the_records_does_not_matter(judge, original):
    assert judge(a_corpus()[::-1]) == original


def test_renaming_the_outlets_renames_rows_and_moves_no_score(judge, original):
    new = {"Gazette": "Herald", "Herald": "Bugle", "Bugle": "Gazette", None: None}
    before, scores = original
    after, same = judge([record | {"outlet": new[record["outlet"]]} for record in a_corpus()])
    assert same == scores
    for name, row in before.items():
        renamed = after[new[name]]
        assert (renamed.score, renamed.low, renamed.letter) == (row.score, row.low, row.letter)
        assert (renamed.own, renamed.contested) == (row.own, row.contested)
