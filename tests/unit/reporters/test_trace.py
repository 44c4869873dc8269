"""The page about what stands behind one article."""

from dataclasses import replace

import orjson
import pytest

from provenance import frames
from provenance.lineage.chain import chain
from provenance.model import (
    Article,
    Attribution,
    Claim,
    Credit,
    Lineage,
    Mention,
    Person,
    Quote,
    Unread,
)
from provenance.reporters.palette import Style
from provenance.reporters.sourcing import independent
from provenance.reporters.trace import PAGES

TEXT = "The gates stay shut, Ada Brenk said. Officials count 6,000 ewes."
STYLE = Style(width=120)


@pytest.fixture(scope="session")
def shown(article, report):
    """The page of the first of some articles, in a format."""

    def _shown(*articles, form="text", **parts):
        own = articles or (article("a.txt", TEXT),)
        alone = [Lineage(each.article_id, *[each.article_id] * 2, "own", None) for each in own]
        made = report(own, **{"lineages": alone} | parts)
        first = next(frames.rows(made.articles, Article))
        return PAGES[form](chain(made, first), made, STYLE).decode()

    return _shown


def told(source, **fields):
    defaults = {
        "statement_end": 36,
        "kind": "named",
        "source_start": 21,
        "source_end": 30,
        "cue": "say",
        "channel": "speech",
        "via": None,
        "explained": None,
    }
    return Attribution("a.txt", 21, 35, 0, source=source, **defaults | fields)


def claim(fewest=1, most=2, lineages=2, **fields):
    defaults = {"articles": 2, "primaries": 1, "item": 2, "reason": "perhaps"}
    return Claim(
        claim_id="a.txt:53-58",
        kind="figure",
        label="6,000 ewes",
        lineages=lineages,
        fewest=fewest,
        most=most,
        **defaults | fields,
    )


def mention(article_id, primary=None, via=None):
    kind = "named" if primary else None
    return Mention("a.txt:53-58", article_id, 53, 58, article_id, primary, kind, None, via)


def test_an_article_with_nothing_behind_it_says_so(shown):
    page = shown()
    assert "nothing shows that it came from another article" in page
    assert "nobody is told" in page
    assert "no quotation and no figure of it stands in another article" in page


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("copy", "shares most of its prose with b.txt"),
        ("credit", "credits b.txt"),
        ("via", "has most of what it attributes through b.txt"),
    ],
)
def test_the_reason_for_its_lineage_is_a_sentence(shown, reason, words):
    assert words in shown(lineages=[Lineage("a.txt", "a.txt", "a.txt", reason, "b.txt")])


def test_the_articles_of_a_report_form_a_tree_with_the_first_on_top(shown, article):
    articles = [
        article("a.txt", TEXT, date="2026-03-02", outlet="Post"),
        article("b.txt", TEXT, date="2026-03-01", outlet="Gazette"),
        article("c.txt", TEXT, date="2026-03-03"),
    ]
    rows = [
        Lineage("a.txt", "a.txt", "a.txt", "copy", "b.txt"),
        Lineage("b.txt", "a.txt", "a.txt", "own", None),
        Lineage("c.txt", "c.txt", "a.txt", "own", None),
    ]
    page = shown(*articles, lineages=rows)
    assert "  2 articles, one report\n" in page
    assert "  shares most of its prose with b.txt, which ran first\n" in page
    assert "  ├─ b.txt  Gazette  2026-03-01  ran first\n" in page
    assert "  └─ a.txt  Post     2026-03-02  this article\n" in page
    assert "may be of the same report" in page
    assert "  └─ c.txt  2026-03-03\n" in page


def test_of_a_thousand_reprints_only_some_are_shown(shown, article):
    articles = [article(f"{n:04}.txt", TEXT) for n in range(1000)]
    rows = [Lineage(each.article_id, "0000.txt", "0000.txt", "own", None) for each in articles]
    page = shown(*articles, lineages=rows)
    assert "  1,000 articles, one report\n" in page
    assert "  └─ and 988 more\n" in page
    assert len(page.splitlines()) < 40


def test_a_credit_is_told_with_its_place(shown):
    page = shown(credits=[Credit("a.txt", 37, 40, "agency", "Reuters", "dateline", "article")])
    assert "  agency credit at 1:38: Reuters (dateline)\n" in page


def test_a_source_is_told_with_all_that_is_known_of_it(shown):
    page = shown(
        people=[Person("a.txt", 21, 30, "Ada Brenk", "brenk", None, "the mayor", ())],
        attributions=[told("Ada Brenk", channel="event", via="Reuters")],
        quotes=[
            Quote(
                *("a.txt", 0, 19, True, 4, "marked", "speech", 0),
                *("Ada Brenk", 21, 30, "named", "cue"),
            )
        ],
    )
    assert (
        "Ada Brenk, the mayor: named; 1 statement and 1 quotation, from 1:22; via Reuters" in page
    )
    assert "via Reuters; said before several\n" in page


@pytest.mark.parametrize(("explained", "words"), [(True, "says why"), (False, "no reason told")])
def test_of_an_anonymous_source_it_is_told_whether_there_is_a_reason(shown, explained, words):
    assert words in shown(attributions=[told("aide", kind="anonymous", explained=explained)])


def test_nobody_is_a_source_without_a_name(shown):
    page = shown(attributions=[told(None, kind="agentless")])
    assert "nobody: “it is believed” and the like; 1 statement, from 1:22\n" in page
    unknown = shown(attributions=[told(None, kind="untold")])
    assert "“Ada Brenk”: who that is could not be told; 1 statement" in unknown


def test_those_who_name_nobody_come_last(shown):
    rows = [told(None, kind="agentless"), told("Olm", source_start=40, source_end=43)]
    page = shown(attributions=rows)
    assert page.index("Olm: named") < page.index("nobody:")


def test_a_source_is_written_as_the_article_writes_it(shown):
    """Its name for programs is folded: “u.s. officials”."""
    place = {"source_start": 37, "source_end": 46}
    assert "Officials: several" in shown(
        attributions=[told("officials", kind="collective", **place)]
    )
    assert "aides: several" in shown(attributions=[told("aides", kind="collective", **place)])


def test_how_much_came_through_an_outlet_is_told_of_an_own_report(shown):
    rows = [told("Olm", via="Reuters", statement_end=end) for end in (30, 36)]
    page = shown(attributions=[*rows, told("Ada Brenk")])
    assert "  2 of 3 statements came through Reuters\n" in page


def test_the_article_itself_is_always_shown_among_its_copies(shown, article):
    others = [article(f"{n:04}.txt", TEXT, date="2026-03-01") for n in range(99)]
    articles = [article("+.txt", TEXT, date="2026-03-02"), *others]
    rows = [Lineage(each.article_id, "+.txt", "+.txt", "own", None) for each in articles]
    page = shown(*articles, lineages=rows)
    assert page.count("+.txt") == 2
    assert "this article\n" in page
    assert "  └─ and 88 more\n" in page


def test_a_reason_that_all_share_is_told_once(shown, article):
    articles = [article(f"{name}.txt", TEXT) for name in "abc"]
    rows = [
        Lineage(each.article_id, "a.txt", "a.txt", "credit", through)
        for each, through in zip(articles, ["Reuters", "Reuters", "Talbote"], strict=True)
    ]
    page = shown(*articles, lineages=rows)
    assert (page.count("credits Reuters"), page.count("credits Talbote")) == (1, 1)


def test_of_a_claim_every_report_is_shown_before_its_copies(shown, article):
    names = [f"{number:02}.txt" for number in range(30)]
    articles = [article(name, TEXT) for name in ("a.txt", *names)]
    reports = ["z", *["copies"] * 29, "other"]
    mentions = [
        replace(mention(each.article_id), lineage_id=report)
        for each, report in zip(articles, reports, strict=True)
    ]
    page = shown(*articles, claims=[claim()], mentions=mentions)
    assert "29.txt:1:54" in page
    assert "    └─ and 19 more\n" in page


def test_a_claim_shows_its_range_its_number_and_where_others_make_it(shown, article):
    articles = article("a.txt", TEXT), article("b.txt", TEXT)
    mentions = [mention("a.txt"), mention("b.txt", "Olm", "Reuters")]
    page = shown(*articles, claims=[claim()], mentions=mentions)
    assert "2 articles, 2 reports, independent sources: 1 (1-2)\n" in page
    assert "Admiralty item 2: perhaps" in page
    assert "├─ 1:54 here  no source told\n" in page
    assert "└─ b.txt:1:54  Olm (named) via Reuters\n" in page


def test_claims_of_copies_alone_are_only_counted(shown):
    """Every figure of a reprint stands in the original: a page of them tells nothing."""
    page = shown(claims=[claim(lineages=1)], mentions=[mention("a.txt")])
    assert "  1 of its quotations and figures: only in articles of this same report\n" in page
    assert "6,000 ewes" not in page


def test_the_range_is_one_number_where_it_is_certain():
    assert [independent(claim(*range_)) for range_ in ((1, 1), (1, 2), (2, 4))] == [
        *("1", "1 (1-2)", "2 (2-4)"),
    ]


def test_json_tells_everything_with_places(shown):
    document = orjson.loads(
        shown(
            form="json",
            attributions=[told("Ada Brenk")],
            claims=[claim()],
            mentions=[mention("a.txt")],
        )
    )
    assert document["schema"] == "provenance/trace"
    (source,) = document["sources"]
    assert (source["name"], source["line"], source["column"], source["evidence"]) == (
        *("Ada Brenk", 1, 22),
        "Ada Brenk",
    )
    (row,) = document["claims"][0]["mentions"]
    assert row["evidence"] == "6,000"
    (member,) = document["members"]
    assert (member["certain"], member["first"]) == (True, False)


@pytest.mark.parametrize("form", PAGES)
def test_nothing_from_outside_reaches_the_terminal(shown, article, form):
    """Names, labels and ids are the article's: an escape among them would move the cursor."""
    bad = "\x1b[31m\u202e\n"
    page = shown(
        article("a.txt", TEXT, title=bad, outlet=bad, date=bad),
        form=form,
        lineages=[Lineage("a.txt", "a.txt", "a.txt", "copy", bad)],
        people=[Person("a.txt", 0, 1, bad, bad, None, bad, ())],
        attributions=[told(bad, via=bad)],
        credits=[Credit("a.txt", 0, 1, "agency", bad, "tag", "article")],
        claims=[replace(claim(reason=bad), label=bad)],
        mentions=[mention("a.txt", bad, bad)],
    )
    assert not {"\x1b", "\u202e"} & set(page)


def test_every_line_fits_the_width(shown):
    long = "Ada " * 60
    page = shown(attributions=[told(long)], claims=[claim()], mentions=[mention("a.txt", long)])
    assert max(map(len, page.splitlines())) <= STYLE.width


def test_a_long_row_goes_on_below_itself(shown):
    """Cut at the width, the role of a source would be what is lost."""
    people = [Person("a.txt", 21, 30, "Ada Brenk", "brenk", None, "the harbour master " * 9, ())]
    page = shown(people=people, attributions=[told("Ada Brenk"), told("Olm")])
    assert page.count("harbour") == page.count("master") == 9
    first = next(line for line in page.splitlines() if "Ada Brenk, " in line)
    more = page.splitlines()[page.splitlines().index(first) + 1]
    assert (first[:5], more[:7]) == ("  ├─ ", "  │    ")


def test_every_field_of_the_document_is_described_and_nothing_else_is(
    shown, article, paths_of, documented
):
    """`docs/wire-schema.md` is what programs are written against."""
    told_too = article("b.txt", TEXT)
    parts = {
        "attributions": [told("Ada Brenk")],
        "credits": [Credit("a.txt", 0, 9, "agency", "Reuters", "tag", "article")],
        "claims": [claim()],
        "mentions": [mention("a.txt"), mention("b.txt")],
        "unread": (Unread("c.txt", "not text"),),
    }
    page = shown(article("a.txt", TEXT), told_too, form="json", **parts)
    assert set(paths_of(orjson.loads(page))) == documented(3)
