"""Figures that do not fit are found, and every good reason to differ keeps them silent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Article
from provenance.numbers.extract import story_of
from provenance.numbers.relations.conflicts.same_quantity import THRESHOLD, pairs

HAIL = "Hail destroyed {} greenhouses in the Orla valley."
AGAIN = "In the Orla valley the hail destroyed {} greenhouses."


@pytest.fixture(scope="module")
def conflicts_of(grammar):
    """The pairs of one text that do not fit."""

    def _conflicts_of(text):
        article = Article("a", "a", 1, False, text, None, 0, None, None, "en")
        return [
            pair for pair in pairs(story_of(article, grammar.lexicon), grammar) if not pair.fits
        ]

    return _conflicts_of


# -- what is found ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("340", "210"),
        ("more than 200", "55"),
        ("more than 200", "about 55"),
        ("fewer than 100", "210"),
        ("up to 100", "210"),
        ("nearly 100", "210"),
        ("100 to 120", "210"),
        ("ten", "five"),
        ("three", "four"),
        ("55", "56"),
        ("one million", "100,000"),
    ],
)
def test_two_figures_for_one_thing_do_not_fit(clashes, left, right):
    text = f"{HAIL.format(left)} {AGAIN.format(right)}"
    assert clashes(text) == [(False, left, right)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("210", "210"),
        ("more than 200", "340"),
        ("about 200", "210"),
        ("up to 300", "210"),
        ("nearly 300", "280"),
        ("200 to 300", "210"),
        ("200 to 300", "250 to 400"),
        ("200 to 300", "300 to 400"),
        ("at least 300", "up to 300"),
        ("5,000", "5,138"),
        ("hundreds of", "340"),
        ("dozens of", "up to 90"),
        ("a dozen", "12"),
        ("1.5 million", "1,480,000"),
        ("two hundred and ten", "210"),
    ],
)
def test_figures_that_overlap_fit(clashes, left, right):
    """Rounding, bounds and ranges are no faults."""
    assert clashes(f"{HAIL.format(left)} {AGAIN.format(right)}") == []


def test_a_running_total_below_a_part_does_not_fit(clashes):
    text = (
        "Gunners sank more than 90 barges on the Tessel canal. "
        "Later that week came the harvest.\n"
        "Gunners destroyed more than 90 barges on the Tessel canal. "
        "That brought the number of barges destroyed by the gunners to 64."
    )
    assert clashes(text) == [(True, "64", "more than 90")]


@pytest.mark.parametrize("order", [1, -1])
def test_the_total_comes_first_wherever_it_stands(clashes, order):
    parts = [
        "Gunners destroyed 90 barges on the canal.",
        "That brought the number of barges destroyed by the gunners to 64.",
    ]
    assert clashes(" ".join(parts[::order])) == [(True, "64", "90")]


def test_a_total_that_rose_and_is_still_below_a_part_does_not_fit(clashes):
    """A rise explains a larger total, never a smaller one."""
    text = (
        "At least 85 men were killed in Morrow. "
        "By dawn the number of men killed in Morrow had risen to 61."
    )
    assert clashes(text) == [(True, "61", "At least 85")]


def test_a_running_total_above_its_parts_fits(clashes):
    text = (
        "Gunners destroyed 40 barges on the canal. "
        "That brought the number of barges destroyed by the gunners to 64."
    )
    assert clashes(text) == []


def test_two_running_totals_are_compared_with_each_other(clashes):
    text = (
        "The number of barges destroyed by the gunners is 64. "
        "The total number of barges destroyed by the gunners is 90."
    )
    assert clashes(text) == [(False, "64", "90")]


def test_a_share_in_words_is_compared_with_a_percentage(clashes):
    text = (
        "Arrel grows less than 10% of the country's apples and pears. "
        "Arrel is growing more than a third of the country's apples and pears."
    )
    assert clashes(text) == [(False, "less than 10%", "more than a third")]


def test_repeats_are_merged_and_told_with_the_pair(conflicts_of):
    """Two mentions of 55 against one of 340 are one fault, not two."""
    texts = [
        HAIL.format("340"),
        AGAIN.format("about 55"),
        AGAIN.format("55"),
        HAIL.format("dozens of"),
    ]
    found = conflicts_of(" ".join(texts))
    assert [(c.left.value, c.right.value, [r.value for r in c.repeats]) for c in found] == [
        (340, 55, [55, 61.5])
    ]


def test_three_figures_are_compared_pair_by_pair(conflicts_of):
    found = conflicts_of(" ".join([HAIL.format(340), AGAIN.format(210), HAIL.format(95)]))
    assert [(c.left.value, c.right.value) for c in found] == [(340, 210), (340, 95), (210, 95)]


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        (
            "The Tarnby pier cost $40 million. It was late. The Tarnby pier cost $52 million.",
            "$40 million",
            "$52 million",
        ),
        (
            (
                "Near Orla the cook wounded him with a 10-inch knife. "
                "The cook wounded him near Orla with a 5-inch knife."
            ),
            "10-inch",
            "5-inch",
        ),
    ],
)
def test_amounts_and_measures_of_one_thing_do_not_fit(clashes, text, left, right):
    """Ten inches are a round number, and still not five."""
    assert clashes(text) == [(False, left, right)]


# -- what fits is told too -------------------------------------------------------------------------


def fitting(rows):
    return [row for row in rows if row.fits]


def test_a_repeat_that_agrees_is_counted_as_right(relate):
    """A report that only counts faults cannot say how much it looked at."""
    text = f"{HAIL.format(340)} {AGAIN.format('more than 300')}"
    (row,) = relate(text, "same-quantity-conflict")
    assert (row.fits, row.stated, row.expected, row.held) == (True, "", "", "")
    assert text[row.start : row.end] == "340"
    assert [text[span.start : span.end] for span in row.others] == ["more than 300"]


def test_a_part_within_its_running_total_is_counted_as_right(relate):
    text = (
        "Gunners destroyed 40 barges on the canal. "
        "That brought the number of barges destroyed by the gunners to 64."
    )
    assert [row.fits for row in relate(text, "running-total-below-part")] == [True]


def test_figures_that_are_told_apart_are_not_counted_as_right(relate):
    """That two figures of two years agree says nothing."""
    text = "In 1984 hail destroyed 340 sheds near Orla. In 1986 hail destroyed 340 sheds near Orla."
    assert fitting(relate(text, "same-quantity-conflict")) == []


# -- two sources -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "second",
    [
        "Hail destroyed 40 sheds near Orla, according to farmers.",
        "Hail destroyed 40 sheds near Orla, a disputed count.",
    ],
)
def test_two_sources_are_told_as_such(relate, clashes, second):
    """Two tolls from two sources are good reporting."""
    text = f"Hail destroyed 116 sheds near Orla, the mayor said. {second}"
    assert [row.fits for row in relate(text, "sources-disagree")] == [False]
    assert clashes(text) == []


def test_two_sources_that_agree_are_no_relation(relate):
    text = (
        "Hail destroyed 116 sheds near Orla, the mayor said. "
        "Hail destroyed some 116 sheds near Orla, according to farmers."
    )
    assert relate(text, "sources-disagree") == []


def test_two_sources_of_two_places_are_not_compared(relate):
    text = (
        "Hail destroyed 116 sheds near Orla, the mayor said. "
        "Hail destroyed 40 sheds near Varn, according to farmers."
    )
    assert relate(text, "sources-disagree") == []


# -- what must stay silent -------------------------------------------------------------------------

APART = {
    "different years": "In 1984 gas killed 37 men near Lake Orr. In 1986 gas killed 1,700 men near Lake Orr.",
    "a year on one side": "Gas killed 37 men near Lake Orr. In 1986 gas killed 1,700 men near Lake Orr.",
    "different days": "On Monday hail killed 37 cows near Orla. On Friday hail killed 90 cows near Orla.",
    "different months": "In June hail killed 37 cows near Orla. In July hail killed 90 cows near Orla.",
    "part and total": "The eruption killed 10,000 men instantly. In all, the eruption killed 117,000 men.",
    "two parts and their total": (
        "Hail destroyed 30 sheds near Orla. Hail destroyed 20 sheds near Orla and the mill. "
        "Hail destroyed 50 sheds near Orla."
    ),
    "not destroyed": "Hail destroyed 116 sheds near Orla. Hail did not destroy 184 sheds near Orla.",
    "the remaining ones": "Hail destroyed 116 sheds near Orla. Later hail destroyed the remaining 184 sheds near Orla.",
    "another lot": "Hail destroyed 116 sheds near Orla. Hail destroyed another 40 sheds near Orla.",
    "of them": "Hail destroyed 116 sheds near Orla. Hail near Orla had destroyed 40 of the sheds by noon.",
    "among others": "Hail destroyed 116 sheds near Orla. Hail destroyed much near Orla, including 40 sheds.",
    "rate and count": "Hail destroyed 116 sheds near Orla. Hail destroys 10 sheds near Orla every year.",
    "an average": "Hail destroyed 116 sheds near Orla. Hail destroyed an average of 10 sheds near Orla.",
    "per farm": "Hail destroyed 116 sheds near Orla. Hail destroyed 10 sheds per farm near Orla.",
    "then and now": "Hail destroyed 116 sheds near Orla. Last year hail destroyed 40 sheds near Orla.",
    "before": "Hail destroyed 116 sheds near Orla. Previously hail destroyed 40 sheds near Orla.",
    "now": "Arrel employed 116 miners in Orla. Arrel now employs 40 miners in Orla.",
    "two places": "Hail destroyed 116 sheds near Orla. Hail destroyed 40 sheds near Varn.",
    "two actors": "Rebels killed 116 soldiers near Orla. Bandits killed 40 soldiers near Orla.",
    "two companies": "Arrel Bank hired 80 clerks in May. Varn Bank hired 120 clerks in May.",
    "two speakers": (
        "Hail destroyed 116 sheds near Orla, the mayor said. "
        "Hail destroyed 40 sheds near Orla, according to farmers."
    ),
    "could": "Hail destroyed 116 sheds near Orla. Hail could destroy 40 sheds near Orla.",
    "is expected to": "Hail destroyed 116 sheds near Orla. Hail is expected to destroy 400 sheds near Orla.",
    "a subset by adjective": "Hail destroyed 116 sheds near Orla. Hail destroyed 40 empty sheds near Orla.",
    "women and children": "Hail killed 116 men near Orla. Hail killed 40 women near Orla.",
    "names that differ": "Hail killed 116 Iraqi soldiers near Orla. Hail killed 40 Turkish soldiers near Orla.",
    "a rise to": "Hail destroyed 116 sheds near Orla. Sheds hail destroyed near Orla rose to 140 sheds.",
    "a revised count": "Hail destroyed 116 sheds near Orla. Hail destroyed 140 sheds near Orla, the revised count says.",
    "a disputed count": "Hail destroyed 116 sheds near Orla. It is unclear if hail destroyed 140 sheds near Orla.",
    "one sentence": "Hail destroyed 116 sheds near Orla and then hail destroyed 40 sheds near Orla.",
    "different events": "Hail destroyed 116 sheds near Orla. Hail damaged 400 sheds near Orla.",
    "different nouns": "Hail destroyed 116 sheds near Orla. Hail destroyed 40 mills near Orla.",
    "single cases": "Hail killed one cow near Orla. Hail killed 40 cows near Orla.",
    "percent and count": "Hail killed 40 percent of the cows near Orla. Hail killed 116 cows near Orla.",
    "losses of two spans of time": "Orla Mills lost $4 million this spring. Orla Mills lost $9 million this summer.",
    "two bills": "Hail cost $40 million near Orla. The flood cost $116 million near Orla.",
    "money for nobody knows what": "It cost $40 million. The lamp broke. It cost $116 million.",
    "parts of the bill": "Hail cost $40 million near Orla. Hail cost another $116 million near Orla.",
    "two knives": "A 10-inch knife lay in the kitchen. The cook of the mill owns a 5-inch knife.",
    "spans of time": "The Orla mill began a two-year trial near Varn. The Orla mill ended a ten-year trial near Varn.",
    "two polls": (
        "The poll of March found 29% of teachers voted for Brenk. "
        "The poll of May found 41% of teachers voted for Brenk."
    ),
    "two candidates": (
        "In Orla 29% of teachers said they would vote for Brenk. "
        "In Orla, next to Brenk, 13% of teachers said they would vote for Inderby."
    ),
    "other figures differ too": (
        "5 towns near Orla have voted for Brenk in six of the past seven years. "
        "6 towns near Orla have voted for Brenk in five of the past seven years."
    ),
    "two storms with a condition": (
        "Hail destroyed 14 percent of the sheds in Orla when winds were below 30 miles per hour. "
        "Hail destroyed 61 percent of the sheds in Orla when winds were above 80 miles per hour."
    ),
    "those who got away": "Several hundred men were trapped near Orla. By noon only 10 men remained trapped near Orla.",
    "out of every 100,000": "Gas kills 10 out of every 100,000 men near Orla. Gas kills two men near Orla every day.",
    "several days after": "Bandits killed 12 men in Orla last week. Bandits killed four men in Orla several days after the raid.",
    "units glued": "Arrel sold 3m tonnes of coal in Orla. Arrel sold 3 million tonnes of coal in Orla.",
    "roads and charts": "Route 31B near Orla was closed by hail. No. 12 near Orla was closed by hail.",
    "attributive": "Police arrested a 12-member gang near Orla. Police arrested a 20-member gang near Orla.",
    "votes": "The bill got 51 votes in Tarn. The bill got 60 votes in Tarn.",
    "handles and idioms": "@Desk24 saw 20/20. Hail destroyed 116 sheds near Orla, said @Desk55 (No. 40).",
    "names with numbers": "The 101st Brigade killed 116 men near Orla. The 40th Brigade killed them near Orla.",
    "in another paragraph of the law": "(d) Within 60 days owners close mines. (e) Within 120 days owners close mines.",
}  # fmt: skip


@pytest.mark.parametrize("text", APART.values(), ids=APART.keys())
def test_this_stays_silent(clashes, text):
    assert clashes(text) == []


def test_sentences_that_share_little_are_not_compared(clashes):
    """Two storms may well destroy sheds; nothing says that these are one."""
    text = (
        "Hail destroyed 116 sheds. In a much drier corner of the far north 40 sheds were destroyed."
    )
    assert clashes(text) == []


def test_a_listing_is_no_story(clashes):
    """Five clashes and more are a table of cases."""
    counts = [11, 22, 44, 88]
    lines = [HAIL.format(n) for n in counts]
    assert len(clashes(" ".join(lines[:2]))) == 1
    assert clashes(" ".join(lines)) == []


def test_more_than_a_dozen_mentions_are_not_compared(clashes):
    assert clashes(" ".join(HAIL.format(n * n * 7) for n in range(3, 17))) == []


def test_figures_of_different_articles_are_not_compared(grammar):
    texts = [HAIL.format(340), AGAIN.format(210)]
    stories = [
        story_of(Article(f"a{n}", "a", 1, False, text, None, 0, None, None, "en"), grammar.lexicon)
        for n, text in enumerate(texts)
    ]
    assert [pairs(story, grammar) for story in stories] == [[], []]


# -- how sure --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def weigh(conflicts_of):
    """The confidence of a pair; null when it stays silent."""

    def _weigh(left, right):
        found = conflicts_of(f"{left} {right}")
        return found[0].confidence if found else None

    return _weigh


def test_confidence_lies_between_the_threshold_and_one(conflicts_of):
    found = conflicts_of(f"{HAIL.format(340)} {AGAIN.format(210)}")
    assert THRESHOLD <= found[0].confidence <= 1


@pytest.mark.parametrize(
    ("weaker", "stronger"),
    [
        ("Hail destroyed 210 sheds.", "Hail destroyed 210 sheds near Orla."),
        ("About a mile off hail destroyed 210 sheds near Orla.", "Hail destroyed 210 sheds near Orla."),
        ("Hail destroyed scores of sheds near Orla.", "Hail destroyed 210 sheds near Orla."),
    ],
)  # fmt: skip
def test_shared_words_and_names_and_stated_numbers_make_it_surer(weigh, weaker, stronger):
    first = "Hail destroyed 340 sheds near Orla in the night."
    less, more = weigh(first, weaker), weigh(first, stronger)
    assert more is not None
    assert less is None or less < more


def test_a_day_on_one_side_makes_it_less_sure(weigh):
    first = "Hail destroyed 340 sheds near Orla."
    assert weigh(first, "Hail destroyed 210 sheds near Orla.") > (
        weigh(first, "On Monday hail destroyed 210 sheds near Orla.") or 0
    )


# -- properties ------------------------------------------------------------------------------------

COUNTS = st.integers(2, 10**6)
SENTENCES = [
    HAIL.format(340),
    AGAIN.format(210),
    "Varn was spared.",
    "The mayor of Varn, Ada Brenk, went there.",
]


@given(st.permutations(SENTENCES))
def test_the_order_of_the_sentences_does_not_decide(clashes, parts):
    found = [set(pair[1:]) for pair in clashes(" ".join(parts))]
    assert found == [{"340", "210"}]


@given(COUNTS, COUNTS)
def test_it_does_not_matter_which_figure_comes_first(clashes, left, right):
    one = clashes(f"{HAIL.format(left)} {HAIL.format(right)}")
    other = clashes(f"{HAIL.format(right)} {HAIL.format(left)}")
    assert [set(pair[1:]) for pair in one] == [set(pair[1:]) for pair in other]


@given(COUNTS, st.sampled_from(["{}", "about {}", "more than {}", "up to {}", "{:,}"]))
def test_a_figure_never_conflicts_with_itself(clashes, number, form):
    shown = form.format(number)
    assert clashes(f"{HAIL.format(shown)} {HAIL.format(number)}") == []


@given(COUNTS, COUNTS)
def test_only_intervals_without_a_common_point_conflict(conflicts_of, left, right):
    for found in conflicts_of(f"{HAIL.format(left)} {AGAIN.format(right)}"):
        ends = [(row.low, row.high) for row in (found.left, found.right)]
        assert ends[0][1] <= ends[1][0] or ends[1][1] <= ends[0][0]
        assert found.left.value != found.right.value


@given(st.lists(COUNTS, min_size=2, max_size=4, unique=True))
def test_every_mention_is_told_once(conflicts_of, counts):
    text = " ".join(HAIL.format(n) for n in counts)
    for found in conflicts_of(text):
        told = [found.left, found.right, *found.repeats]
        assert len({(row.start, row.end) for row in told}) == len(told)


def test_ten_thousand_equal_mentions_are_no_work(conflicts_of):
    assert conflicts_of((HAIL.format(340) + "\n") * 2000) == []
