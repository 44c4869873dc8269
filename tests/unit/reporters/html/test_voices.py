from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Attribution, Person, Quote, Span
from provenance.reporters.html.voices import MOST_ROWS, voices
from provenance.reporters.safe import printable

TEXT = "Ada Brenk, the mayor, spoke.\n“We will rebuild it,” Brenk said."
PERSON = Person("a", 0, 9, "Ada Brenk", "brenk", None, "the mayor", (Span("a", 0, 9, ""),) * 2)
QUOTE = Quote(
    "a", 30, 48, True, 4, "marked", "speech", 30, "Ada Brenk", 51, 56, "named", "cue"
)  # fmt: skip
SAID = Attribution(
    "a", 51, 61, 29, 62, "named", "Ada Brenk", 51, 56, "say", "outlet", "Reuters", None
)  # fmt: skip


def test_people_quotations_and_sources_stand_in_groups_of_their_own(view, article):
    story = article("a", TEXT)
    seen = view([story], people=[PERSON], quotes=[QUOTE], attributions=[SAID])
    people, quotations, sources = voices(seen, story)
    assert (people.name, people.count) == ("people", 1)
    (who,) = people.rows
    assert (who.who, who.told, who.line) == ("Ada Brenk", "the mayor; 2 mentions", 1)
    (quote,) = quotations.rows
    assert (quote.who, quote.told) == ("Ada Brenk", "speech, speaker told by cue")
    assert (quote.words, quote.line) == (TEXT[30:48], 2)
    (source,) = sources.rows
    assert (source.told, source.words) == ("named, via Reuters", "Brenk said")


def test_an_article_that_names_nobody_has_no_groups(view, article):
    story = article("a", TEXT)
    assert voices(view([story]), story) == []


def test_a_quotation_without_a_speaker_says_so(view, article):
    story = article("a", TEXT)
    lone = Quote("a", 30, 48, True, 4, "marked", "speech", 30, *[None] * 4, "unresolved")
    (group,) = voices(view([story], quotes=[lone]), story)
    assert (group.rows[0].who, group.rows[0].told) == ("nobody told", "speech")


def test_of_many_rows_the_first_are_shown_and_all_are_counted(view, article):
    story = article("a", "x" * 5_000)
    many = [Quote("a", n, n + 1, True, 1, *["marked", "speech", n], *[None] * 4, "unresolved")
            for n in range(5_000)]  # fmt: skip
    (group,) = voices(view([story], quotes=many), story)
    assert (group.count, len(group.rows)) == (5_000, MOST_ROWS)


def test_a_quotation_as_long_as_a_book_is_cut(view, article):
    story = article("a", "word " * 200_000)
    long = Quote("a", 0, 900_000, False, 1, "marked", "speech", 0, *[None] * 4, "unresolved")
    (group,) = voices(view([story], quotes=[long]), story)
    assert len(group.rows[0].words) < 300
    assert group.rows[0].words.endswith("…")


@given(st.text(alphabet="<>&\"'\u202e\x1ba ", min_size=1, max_size=10))
def test_names_and_roles_are_shown_and_not_obeyed(view, article, parsed, text):
    story = article("a", TEXT)
    hostile = Person("a", 0, 1, text, text, text, text, ())
    (group,) = voices(view([story], people=[hostile]), story)
    assert parsed(group.rows[0].who).text() == printable(text)
    assert parsed(group.rows[0].told).text() == printable(f"{text}, {text}; 0 mentions")
