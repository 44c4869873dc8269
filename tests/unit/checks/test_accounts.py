"""Two versions of a story that count differently are told apart, with who says which."""

from dataclasses import replace

import pytest

from provenance import api, frames, numbers
from provenance.checks import accounts
from provenance.model import Quantity, Relation, Status

SHARED = """The road was closed until the evening. Lorries with ore had to turn round in the yard
of a school, where the children counted them from the windows, and the baker of the village sold
all he had to the drivers before noon."""
FORCE = "Police arrested {} protesters in Varn, the regional force said."
LAWYER = "Police arrested {} protesters, a lawyer said on the steps of the court in Varn."


@pytest.fixture(scope="module")
def grammar():
    return numbers.Grammar.of(api.rules().lexicons)


@pytest.fixture
def examined(art, corpus_of, grammar):
    """The answer about articles given as (id, lead, date); those of `archive` are not judged."""

    def _examined(*stories, archive=(), shared=SHARED, **changes):
        articles = [
            [art(key, f"{lead}\n{shared}", date) for key, lead, date in each]
            for each in (stories, archive)
        ]
        corpus = corpus_of(*articles[0], archive=articles[1])
        read = numbers.read(corpus.known, grammar).quantities
        return accounts.CHECK.run(replace(corpus, quantities=read, **changes))

    return _examined


@pytest.fixture
def told(examined):
    """What is told, as article and message."""
    return lambda *stories, **more: [
        (item.article_id, item.message) for item in examined(*stories, **more).findings
    ]


def test_the_later_account_is_told_with_both_places_and_both_speakers(examined):
    late, soon = FORCE.format(46), LAWYER.format(70)
    (item,) = examined(("late", late, "2024-05-04"), ("soon", soon, "2024-05-03")).findings
    assert (item.article_id, item.rule_id, item.severity) == ("late", "NUM040", "info")
    assert late[item.start : item.end] == "46"
    (other,) = item.related
    assert (other.article_id, soon[other.start : other.end], other.note) == (
        "soon",
        "70",
        "there: 70",
    )
    assert "“46” here and “70” in soon" in item.message
    assert "two sources are named, “regional force” here and “lawyer” there" in item.message
    assert "it ran there first, on 2024-05-03" in item.message


@pytest.mark.parametrize(
    ("here", "there", "sources"),
    [
        ("Police arrested {} protesters in Varn.",
         "At noon in Varn, police arrested 70 protesters, all of them on the bridge.",
         "neither names a source"),
        (FORCE, "In Varn police arrested 70 protesters at night.",
         "“regional force” is named here only"),
        ("Police arrested {} protesters in Varn.", LAWYER.format(70),
         "“lawyer” is named there only"),
    ],
)  # fmt: skip
def test_it_is_told_who_names_a_source(told, here, there, sources):
    found = told(("late", here.format(46), "2024-05-04"), ("soon", there, "2024-05-03"))
    assert len(found) == 1
    if sources:
        assert sources in found[0][1]


@pytest.mark.parametrize(
    "there",
    [
        LAWYER.format(46),
        LAWYER.format("about 50"),
        LAWYER.format("more than 40"),
        "In 2009 police arrested 70 protesters in Varn.",
        "Police arrested 70 protesters in Luntz, a lawyer said.",
        "Police arrested another 70 protesters in Varn at night.",
        "Police arrest 70 protesters a year in Varn.",
        "Police could arrest 70 protesters in Varn.",
        "Police in Varn arrested 70 goats.",
        "Police in Varn injured 70 protesters.",
        "Police arrested 46 protesters in Varn and let go 70 others.",
        "Police in Varn arrested 26 protesters on Monday and 20 protesters on Tuesday.",
    ],
)
def test_figures_that_fit_or_have_a_reason_to_differ_are_left_alone(told, there):
    assert told(("late", FORCE.format(46), "2024-05-04"), ("soon", there, "2024-05-03")) == []


def test_an_update_days_later_is_left_alone(told):
    """A toll grows; who reads both stories sees when they ran."""
    late = ("late", FORCE.format(46), "2024-05-09")
    assert told(late, ("soon", LAWYER.format(70), "2024-05-03")) == []


def test_what_ran_first_is_not_told_of(told):
    found = told(("z", FORCE.format(46), "2024-05-03"), ("a", LAWYER.format(70), "2024-05-04"))
    assert [key for key, _ in found] == ["a"]


def test_without_dates_both_accounts_are_told(told):
    found = told(("one", FORCE.format(46), None), ("two", LAWYER.format(70), None))
    assert sorted(key for key, _ in found) == ["one", "two"]
    assert all("which ran first is not known" in message for _, message in found)


def test_a_figure_inside_a_copied_passage_is_left_to_the_check_of_copies(told):
    """The same pair of figures is not told twice."""
    lead = "Twenty lorries waited outside when police arrested {} protesters in Varn at noon."
    late = ("late", f"{SHARED} {lead.format(46)}", "2024-05-04")
    assert told(late, ("soon", f"{SHARED} {lead.format(70)}", "2024-05-03")) == []


def test_stories_that_share_no_text_are_not_compared(told):
    """Two reports of arrests in one town may be of two days."""
    late, soon = ("late", FORCE.format(46), "2024-05-04"), ("soon", LAWYER.format(70), "2024-05-03")
    assert told(late, soon, shared="") == []


def test_an_account_in_the_archive_is_compared_and_not_judged(told):
    late, soon = ("late", FORCE.format(46), "2024-05-04"), ("soon", LAWYER.format(70), "2024-05-03")
    found = told(late, archive=[soon])
    assert [key for key, _ in found] == ["late"]


def test_of_many_accounts_the_earliest_that_differs_is_named(told):
    soon = [(f"soon{day}", LAWYER.format(70), f"2024-05-0{day}") for day in (3, 4)]
    found = told(("late", FORCE.format(46), "2024-05-04"), *soon)
    assert [message.count("soon3") for key, message in found if key == "late"] == [1]


def test_a_chronicle_of_many_arrests_is_left_alone(told):
    many = " ".join(f"Police arrested {n} protesters in Varn." for n in (70, 90, 120, 150, 190))
    assert told(("late", FORCE.format(46), "2024-05-04"), ("soon", many, "2024-05-03")) == []


def test_one_article_has_nothing_to_be_compared_with(examined):
    answer = examined(("late", FORCE.format(46), None))
    assert answer.findings == []
    assert answer.skipped["late"][0] == Status.NOT_AVAILABLE


def test_figures_of_the_archive_are_not_in_the_report_of_the_articles(tmp_path):
    """They are read to be compared with, and nobody asked for them."""
    for key, lead in (("late", FORCE.format(46)), ("soon", LAWYER.format(70))):
        (tmp_path / f"{key}.txt").write_text(f"{lead}\n{SHARED}\n", "utf-8")
    report = api.check([str(tmp_path / "late.txt")], against=[str(tmp_path / "soon.txt")])
    late = str(tmp_path / "late.txt")
    for table, row in ((report.quantities, Quantity), (report.relations, Relation)):
        assert {item.article_id for item in frames.rows(table, row)} <= {late}
    assert report.quantities.collect().height
    assert "NUM040" in report.findings["rule_id"].to_list()
