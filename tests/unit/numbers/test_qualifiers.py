"""What keeps a figure apart from others is told beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st


def told(rows, family=""):
    return {item for item in rows[0].qualifiers if item.startswith(family)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2009 hail killed 20 men.", {"year:2009"}),
        ("Hail killed 20 men in 2009 and in 2011.", {"year:2009", "year:2011"}),
        ("Hail killed 2,009 men.", set()),
        ("Hail came in 1986. It killed 20 men.", set()),
    ],
)
def test_years_are_those_of_the_sentence(read, text, expected):
    rows = [row for row in read(text) if row.sentence == 0] or read("20 men")
    assert told(rows, "year:") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 1986 gas filled 3 huts. It killed 20 men.", {"year:1986"}),
        ("In 1986 gas filled it. In 1999 it killed 20 men.", {"year:1999"}),
        ("In 1986 gas filled it. Nobody knew. It killed 20 men.", set()),
        ("In 1986 gas filled it.\nIt killed 20 men.", set()),
    ],
)
def test_a_year_holds_on_in_the_next_sentence_of_the_paragraph(read, text, expected):
    """So "It killed 20" behind "In 1986" speaks of 1986."""
    assert told([read(text)[-1]], "year:") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hail killed 20 men on Tuesday.", {"day:tuesday"}),
        ("Hail killed 20 men, officials said on Tuesday.", set()),
        ("Hail killed 20 men, officials told reporters on Tuesday.", set()),
        ("Hail killed 20 men yesterday.", {"day:yesterday"}),
        ("Hail killed 20 men on June 5.", {"day:june-5"}),
        ("Hail killed 20 men on 5 June.", {"day:june-5"}),
    ],
)
def test_days_are_those_of_the_event_not_of_the_speaker(read, text, expected):
    assert told(read(text), "day:") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hail killed 20 men in June.", {"month:june"}),
        ("It may kill 20 men.", set()),
        ("In May it killed 20 men.", {"month:may"}),
    ],
)
def test_a_month_is_known_by_its_capital(read, text, expected):
    assert told(read(text), "month:") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hail killed 20 men near Tarn.", {"place:tarn"}),
        ("Hail killed 20 men in New York and Varn.", {"place:new york"}),
        ("In Tarn hail killed 20 men.", {"place:tarn"}),
        ("Hail killed 20 men south of Varn.", {"place:varn"}),
        ("Hail killed 20 men on Monday in March.", set()),
        ("Hail killed 20 men in the Orla valley.", {"place:orla"}),
        ("Hail killed 20 men in fields.", set()),
        ("Hundreds Of Men Killed In Tarn", set()),
    ],
)
def test_places_are_names_behind_a_preposition(read, text, expected):
    assert told(read(text), "place:") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels killed 20 men.", {"actor:rebel"}),
        ("The Arrel Shipping Company hired 20 men.", {"actor:arrel shipping company"}),
        ("Iraqi and US aircraft killed 20 men.", {"actor:iraq", "actor:us", "actor:aircraft"}),
        ("The rebels have killed 20 men.", {"actor:rebel"}),
        ("About 20 men were killed by US rebels.", {"actor:us", "actor:rebel"}),
        ("Rebels attacked the camp and killed 20 men.", {"actor:rebel"}),
        ("The fire at the old mill killed 20 men.", {"actor:fire"}),
        ("About 20 men were killed.", set()),
        ("US-led rebels came, killing 20 men.", {"actor:us", "actor:rebel"}),
        ("The number of men killed by hail rose to 20.", {"actor:hail"}),
        ("The number of men killed rose to 20.", set()),
    ],
)
def test_actors_are_subjects_of_active_verbs_and_what_stands_behind_by(read, text, expected):
    assert told(read(text), "actor:") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hail killed 20 men, officials said.", {"speaker:official"}),
        ("Hail killed 20 men, according to Rolf Inderby.", {"speaker:rolf inderby"}),
        ("Hail killed 20 men, according to a village nurse.", {"speaker:village", "speaker:nurse"}),
        ("Hail killed 20 men, according to an umpire.", {"speaker:umpire"}),
        ("US officials estimated that hail killed 20 men.", {"speaker:us", "speaker:official"}),
        ("Hail killed 20 men.", set()),
        ("Hail killed 20 men, said Ada Brenk.", {"speaker:ada brenk"}),
        (
            "Hail killed 20 men, said the village nurse, who was there.",
            {"speaker:village", "speaker:nurse"},
        ),
        ("She said Orrin fell with 20 men.", set()),
        ("The nurse, in tears, said Orrin fell with 20 men.", set()),
    ],
)
def test_speakers_stand_before_a_verb_of_speech_or_behind_according_to(read, text, expected):
    assert told(read(text), "speaker:") == expected


CUES = [
    ("So far hail killed 20 men.", "cumulative"),
    ("In all hail killed 20 men.", "cumulative"),
    ("Hail killed a total of 20 men.", "cumulative"),
    ("The number of men killed rose to 20.", "cumulative"),
    ("The death toll is 20.", "cumulative"),
    ("Hail killed another 20 men.", "part"),
    ("Hail killed the remaining 20 men.", "part"),
    ("Hail killed 20 more men.", "part"),
    ("Hail killed 20 of them.", "part"),
    ("Hail killed 20 of the men.", "part"),
    ("Hail killed many, including 20 men.", "part"),
    ("Hail killed 20 men instantly.", "part"),
    ("Hail kills 20 men per village.", "rate"),
    ("Hail kills 20 men every day.", "rate"),
    ("Hail kills 20 men a year.", "rate"),
    ("Hail kills 20 men annually.", "rate"),
    ("Hail killed an average of 20 men.", "rate"),
    ("Hail did not kill 20 men.", "negated"),
    ("About 20 men were not killed.", "negated"),
    ("Nobody denied that hail never killed 20 men.", "negated"),
    ("Hail could kill 20 men.", "modal"),
    ("About 20 men might be killed.", "modal"),
    ("Hail is expected to kill 20 men.", "modal"),
    ("Last year hail killed 20 men.", "then"),
    ("Hail killed 20 men five years ago.", "then"),
    ("Previously hail killed 20 men.", "then"),
    ("Hail has now killed 20 men.", "now"),
    ("Deaths rose to 20.", "rise"),
    ("The herd fell to 20 cows.", "fall"),
    ("Hail killed 20 men, a revised count says.", "revised"),
    ("It is unclear whether hail killed 20 men.", "disputed"),
]


@pytest.mark.parametrize(("text", "cue"), CUES)
def test_a_cue_near_the_figure_is_told(read, text, cue):
    assert cue in told(read(text))


@pytest.mark.parametrize("text", ["Hail killed 20 men.", "Hail killed more than 20 men."])
def test_without_a_cue_none_is_told(read, text):
    """The "more" of a bound is no cue for a part."""
    assert told(read(text)) & {cue for _, cue in CUES} == set()


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Hail killed 20 men, and another 30 fled.", "part"),
        ("Hail killed 20 men but did not reach Varn.", "negated"),
        ("Hail killed 20 men; more could come.", "modal"),
        ("Hail killed 20 men of 300 who work there each day in summer.", "rate"),
        ("Of 20 men killed in May none was old.", "modal"),
    ],
)
def test_a_cue_of_another_clause_is_not_told(read, text, cue):
    assert cue not in told(read(text))


@given(st.lists(st.sampled_from([text for text, _ in CUES]), min_size=1, max_size=4))
def test_the_sentences_around_it_do_not_change_a_figure(read, chosen):
    alone = [told(read(text)) for text in chosen]
    together = read(" ".join(chosen))
    last = [[row for row in together if row.sentence == n][:1] for n in range(len(chosen))]
    assert [told(rows) for rows in last] == alone


@given(st.permutations(["In 2009", "hail", "killed", "20 men", "near Tarn", "on Monday"]))
def test_qualifiers_are_sorted_and_told_once(read, parts):
    for row in read(" ".join(parts) + "."):
        assert list(row.qualifiers) == sorted(set(row.qualifiers))
