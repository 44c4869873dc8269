"""The words in the English lexicon do in a sentence what their table says."""

import pytest

from provenance.model import Bound

EVENTS = """destroy kill injure damage arrest displace rescue miss infect employ lay-off attend sell
vote strike build capture deploy hire vaccinate marry earn cost""".split()


def phrases(tables, name):
    return [(key, item) for key, items in tables[name].items() for item in items]


@pytest.mark.parametrize("event", EVENTS)
def test_the_events_of_the_news_have_their_words(tables, event):
    assert len(tables["events"][event]) >= 2


def test_every_unit_is_read_behind_a_number(tables, read):
    wrong = []
    for unit, item in phrases(tables, "units"):
        written = item.upper() if item in tuple("cfvw") else item
        joined = len(item) == 1 or item in tables["loose"]["joined"]
        rows = read(f"It was about 5{'' if joined else ' '}{written} or so.")
        wrong += [item for row in rows[:1] if (row.kind, row.unit) != ("measure", unit)]
        wrong += [item] if not rows else []
    assert wrong == []


def test_every_currency_is_read_before_or_behind_a_number(tables, read):
    wrong = []
    for unit, item in phrases(tables, "currencies"):
        behind = read(f"It cost 5{'' if len(item) == 1 else ' '}{item} then.")
        before = read(f"It cost {item.upper()}5 then.")
        read_as = {(row.kind, row.unit) for row in (*behind[:1], *before[:1])}
        wrong += [item] if ("money", unit) not in read_as else []
    assert wrong == []


def test_every_bound_is_read(tables, read):
    wrong = []
    for bound, item in phrases(tables, "before"):
        if item == "sub-":
            continue  # tied to its number
        rows = read(f"They lost {item} 240 boats.")
        wrong += [item] if [row.bound for row in rows] != [bound] else []
    assert wrong == []


def test_every_bound_is_one_of_the_program(tables):
    assert set(tables["before"]) | set(tables["after"]) <= set(Bound)


def test_every_vague_word_has_its_ends(tables, read):
    wrong = []
    for key, item in phrases(tables, "vague"):
        (row,) = read(f"They lost {item} boats.")
        wrong += [item] if key != f"{row.low:.0f}-{row.high:.0f}" else []
    assert wrong == []


def test_every_event_is_seen_right_behind_a_noun(tables, scene):
    wrong = []
    for event, item in phrases(tables, "events"):
        names = [name for _, name in scene(f"boats {item} there").cues.values()]
        wrong += [item] if f"event.{event}" not in names else []
    assert wrong == []


def test_every_cue_is_seen(tables, scene):
    wrong = []
    for cue, item in phrases(tables, "cues"):
        names = [name for _, name in scene(f"boats {item} there").cues.values()]
        wrong += [item] if cue not in names else []
    assert wrong == []


@pytest.mark.parametrize(("name", "size"), [("months", 12), ("weekdays", 10)])
def test_the_calendar_is_whole(tables, name, size):
    assert len(tables[name]) == size


def test_no_idiom_is_a_figure(tables, read):
    """Some are only parts of one: "one" alone may still be read in other company."""
    wrong = [item for _, item in phrases(tables, "idioms") if read(f"They saw {item} there.")]
    assert wrong == []
