"""What stands behind one article."""

from pathlib import Path

import pytest

from provenance import api, frames
from provenance.lineage.chain import chain
from provenance.model import Article

GATES = "We will not open the gates before the water has gone down, and they know it"
BODY = f"""“{GATES},” Mayor Ada Brenk told reporters on Monday in Lower Ebb near the Sallow Bridge.

Officials said that 6,000 ewes stand on the meadows behind it, and Brenk said that hay is coming.
"""
OTHER = f"""Boats carry hay to the Sallow Bridge at Lower Ebb. “{GATES},” said Ada Brenk, the mayor.

The herd of 6,000 ewes belongs to farmers of the upper town, who have asked for hay.
"""


@pytest.fixture(scope="module")
def traced(tmp_path_factory):
    """The chain of one of several texts by file name, each run as files of a folder."""

    def _traced(name, archive=(), **texts):
        folder = tmp_path_factory.mktemp("story")
        for key, text in texts.items():
            Path(folder / f"{key}.txt").write_text(text, encoding="utf-8")
        inside = [str(folder / f"{key}.txt") for key in texts if key not in archive]
        against = [str(folder / f"{key}.txt") for key in archive]
        report = api.check(inside, against=against)
        rows = frames.rows(report.articles, Article)
        article = next(row for row in rows if row.path.endswith(f"/{name}.txt"))
        return chain(report, article)

    return _traced


def names(members):
    return [Path(each.row.article_id).stem for each in members]


def test_an_article_alone_is_the_only_member_of_its_lineage(traced):
    found = traced("one", one=BODY)
    assert names(found.members) == ["one"]
    assert (found.lineage.reason, found.claims) == ("own", ())
    assert not found.members[0].first  # of one, nothing is the first


def test_copies_are_members_and_other_reports_are_not(traced):
    found = traced("one", one=BODY, copy=BODY, two=OTHER)
    assert names(found.members) == ["copy", "one"]
    assert all(each.certain for each in found.members)


def test_sources_are_counted_with_statements_and_quotations(traced):
    brenk, officials = traced("one", one=BODY).sources
    assert (brenk.name, brenk.kind, brenk.statements, brenk.quotations) == (
        *("Ada Brenk", "named"),
        *(2, 1),
    )
    assert (officials.kind, officials.statements, officials.quotations) == ("collective", 1, 0)
    assert "event" in brenk.channels
    assert "Brenk" in BODY[brenk.start : brenk.end]


def test_claims_come_in_the_order_of_the_article_with_its_own_places_first(traced):
    found = traced("two", one=BODY, two=OTHER)
    assert [each.claim.kind for each in found.claims] == ["quotation", "figure"]
    for shared in found.claims:
        assert [Path(row.article_id).stem for row in shared.mentions] == ["two", "one"]


def test_articles_of_the_archive_stand_in_the_chain(traced):
    found = traced("one", archive=("copy", "two"), one=BODY, copy=BODY, two=OTHER)
    assert names(found.members) == ["copy", "one"]
    assert found.claims[0].claim.articles == 3


def test_only_credits_of_the_article_are_told(traced):
    tail = "\n\n(Reporting by Nils Olm; Editing by Ruth Vell) (Reuters)\n"
    found = traced("one", one=BODY + tail)
    assert {each.source for each in found.credits} <= {"Reuters"}
    assert all(each.subject == "article" for each in found.credits)
