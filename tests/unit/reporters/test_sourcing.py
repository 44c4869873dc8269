"""Who says what, in a line or two under a report and line by line behind one article."""

import pytest

from provenance import frames
from provenance.model import Attribution, Claim, Mention, Person, Quote
from provenance.reporters.places import Places
from provenance.reporters.sourcing import behind, totals

TEXT = "Ada Brenk, the harbour master, said “it held”. Officials said so. “Hm.”"


def at(words):
    start = TEXT.index(words)
    return start, start + len(words)


def quote(words, speaker=None, resolution="unresolved", use="speech"):
    kind = "named" if speaker else None
    place = at("Ada Brenk") if speaker else (None, None)
    rest = ("marked", use, at(words)[0], speaker, *place, kind, resolution)
    return Quote("a.txt", *at(words), True, 2, *rest)


def source(words, kind, name, via=None):
    place = at(words)
    return Attribution(
        *("a.txt", *place, *place, kind, name, *place, "say", "speech", via, None),
    )


def claim(fewest=1, most=1, articles=2):
    return Claim("a.txt:36", "quotation", "it held", articles, 1, 1, fewest, most, 3, "one source")


MENTION = Mention("a.txt:36", "a.txt", *at("it held"), "a.txt", None, None, None, None)


@pytest.fixture
def told(article, report):
    """The report's last lines and the lines behind its article."""

    def _told(width=100, **parts):
        story = article("a.txt", TEXT)
        made = report([story], **parts)
        places = Places.of(made.articles, made.archive)
        return totals(made), list(behind(made, story, places, width))

    return _told


def test_a_report_without_any_source_or_quotation_says_nothing_of_them(told):
    assert told() == ([], [])


def test_statements_are_counted_by_the_kind_of_their_source_most_first(told):
    sources = [
        source("Officials said", "collective", "officials"),
        source("Ada Brenk", "named", "Ada Brenk"),
        source("the harbour master", "named", "Ada Brenk"),
    ]
    assert told(attributions=sources)[0] == ["attributed: 3 statements (2 named, 1 collective)"]


def test_quotations_are_counted_with_those_whose_speaker_is_told(told):
    quotes = [quote("it held", "Ada Brenk", "cue"), quote("Hm.")]
    assert told(quotes=quotes)[0] == ["quotations: 2, of 1 the text tells the speaker"]


def test_titles_and_what_is_quoted_by_the_quoted_need_no_speaker(told):
    quotes = [quote("it held", use="title"), quote("Hm.", use="nested")]
    assert told(quotes=quotes)[0] == []


def test_claims_of_several_articles_are_counted_with_those_on_one_source(told):
    many = [claim(), frames_claim("a.txt:66", most=2), frames_claim("a.txt:70", articles=1)]
    assert told(claims=many)[0] == ["claims: 2 in several articles, 1 of them on one source"]


def frames_claim(claim_id, **values):
    made = claim(**values)
    return Claim(
        claim_id, *(getattr(made, name) for name in frames.schema(Claim) if name != "claim_id")
    )


def test_behind_an_article_stand_its_people_quotations_sources_and_claims(told):
    person = Person("a.txt", *at("Ada Brenk"), "Ada Brenk", "brenk", None, "the harbour master", ())
    lines = told(
        people=[person],
        quotes=[quote("it held", "Ada Brenk", "cue"), quote("Hm.")],
        attributions=[source("Officials said", "collective", "officials", via="Reuters")],
        claims=[claim(fewest=1, most=2)],
        mentions=[MENTION],
    )[1]
    assert lines == [
        "  people: 1",
        "    1:1      Ada Brenk: the harbour master; 0 mentions",
        "  quotations: 2",
        "    1:38     Ada Brenk (cue), speech: “it held”",
        "    1:68     unresolved, speech: “Hm.”",
        "  statements and whose word they rest on: 1",
        "    1:48     officials (collective via Reuters): Officials said",
        "  said elsewhere too: 1",
        "    1:38     it held: 2 articles, 1 (1-2) independent",
    ]


def test_a_claim_that_only_this_article_makes_is_not_listed(told):
    assert told(claims=[claim(articles=1)], mentions=[MENTION])[1] == []


def test_a_long_quotation_is_cut_to_the_width_of_the_page(told):
    _, line = told(width=24, quotes=[quote("Ada Brenk, the harbour master")])[1]
    assert len(line) <= 24


def test_what_comes_from_outside_does_no_harm_on_a_terminal(strange_report, article):
    made = strange_report("\x1b[31m", "\u202e")
    record = article("c", "", article_id="r")
    places = Places.of(made.articles, made.archive)
    shown = "\n".join([*totals(made), *behind(made, record, places, 200)])
    assert len(shown.splitlines()) == 11
    assert "\x1b" not in shown
    assert "\u202e" not in shown
