"""The grammar holds no English: with other words it reads another language.

The language is made up. It has the order of English and none of its words.
"""

import pytest

from provenance import frames, numbers
from provenance.model import Article, Quantity, Relation
from provenance.numbers import Grammar
from provenance.numbers.lexicon import TABLES

WORDS = {
    "cardinals": {"1": ("unu",), "2": ("du",), "7": ("sep",), "20": ("dudek",)},
    "ordinals": {"2": ("dua",), "3": ("tria",)},
    "scales": {"100": ("cent",), "1000": ("mil",)},
    "suffixes": {"1000": ("m",)},
    "fractions": {"1/2": ("duono",)},
    "vague": {"200-999": ("centoj",)},
    "shares": {"plain": ("el",)},
    "particles": {
        "article": ("la",),
        "and": ("kaj",),
        "hyphen": ("-",),
        "point": ("komo",),
        "minus": ("minus",),
        "to": ("gis",),
        "or": ("au",),
        "between": ("inter",),
        "from": ("ekde",),
        "of": ("da",),
        "both": ("sed",),
        "th": ("a",),
    },
    "loose": {"lower": (), "upper": ("m",), "joined": ()},
    "moves": {"verb": ("iris",)},
    "old": {"jaro": ("jarojn aga",)},
    "ages": {"label": ("aĝo",)},
    "ranks": {"superlative": ("plej",), "noun": ("loko",), "verb": ("finis",)},
    "recurring": {"noun": ("fojo",)},
    "before": {"more-than": ("pli ol",), "about": ("proksime",)},
    "after": {"more-than": ("au pli",)},
    "percents": {"percent": ("procentoj", "%")},
    "currencies": {"STELO": ("steloj",)},
    "units": {"kilometre": ("km",)},
    "idioms": {"idiom": ("unu alian",)},
    "labels": {"strong": ("numero",), "weak": ("tago",)},
    "clock": {"clock": ("horo",)},
    "scores": {"score": ("venko",), "play": ("venkis",)},
    "years": {"date": ("en",), "near": ("kaj",), "over": ("super",), "behind": ("nivelo",)},
    "months": {"june": ("junio",)},
    "weekdays": {"monday": ("lundo",)},
    "plurals": {"homo": ("homoj",), "domo": ("domoj",)},
    "singulars": {"singular": ("plus",)},
    "synonyms": {"homo": ("viktimo",)},
    "implied": {"homo": ("mortigi",)},
    "stops": {"verb": ("estis", "en", "kaj", "da", "la")},
    "determiners": {"whole": ("tiuj",), "owner": ("lia",)},
    "totals": {"noun": ("nombro",), "verb": ("estas",)},
    "events": {"mortigi": ("mortigis",), "detrui": ("detruis", "detruitaj")},
    "cues": {
        "cumulative": ("entute",),
        "part": ("aliaj",),
        "rate": ("jare",),
        "negated": ("ne",),
        "modal": ("povus",),
        "then": ("antaue",),
        "now": ("nun",),
        "rise": ("kreskis",),
        "fall": ("falis",),
        "revised": ("korektita",),
        "disputed": ("neklara",),
    },
    "speech": {"verb": ("diris",)},
    "sources": {"source": ("lau",)},
    "clauses": {"break": (";",), "join": (",",)},
    "places": {"before": ("apud",)},
    "agents": {"by": ("de",)},
    "tenses": {"perfect": ("ha", "han"), "plural": ("estis",)},
    "names": {"usono": ("usona",)},
}


CONFLICT = "same-quantity-conflict"


@pytest.fixture(scope="module")
def made_up(lexicons):
    """Its words for figures, with no word for what relates them."""
    return Grammar.of({**lexicons, "numbers.en": WORDS})


def read(text, grammar):
    """The figures, and how many of them clash."""
    article = Article("a", "a", 1, False, text, None, 0, None, None, None)
    found = numbers.read(frames.frame([article], Article), grammar)
    clashes = [
        row
        for row in frames.rows(found.relations, Relation)
        if row.kind == CONFLICT and not row.fits
    ]
    return list(frames.rows(found.quantities, Quantity)), clashes


def test_every_table_can_be_given_in_other_words():
    assert set(WORDS) == TABLES


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hajlo detruis 340 domoj apud Orla.", (340, "exact", "domo", "detrui")),
        ("Hajlo detruis pli ol ducent 20 domoj.", (20, "exact", "domo", "detrui")),
        ("Hajlo detruis pli ol sep cent dudek du domoj.", (722, "more-than", "domo", "detrui")),
        ("Hajlo detruis proksime du mil kaj sep domoj.", (2007, "about", "domo", "detrui")),
        ("Hajlo mortigis 20.", (20, "exact", "homo", "mortigi")),
        ("Hajlo mortigis 20 au pli.", (20, "more-than", "homo", "mortigi")),
        ("Centoj da domoj estis detruitaj.", (599.5, "vague", "domo", "detrui")),
    ],
)
def test_a_figure_is_read_in_it(made_up, text, expected):
    rows, _ = read(text, made_up)
    row = rows[-1]
    assert (row.value, row.bound, row.noun, row.event) == expected


@pytest.mark.parametrize(
    "text",
    [
        "En 1987 hajlo venis.",
        "Numero 12 venis.",
        "Junio 12 venis.",
        "Ili amas unu alian.",
        "one two",
    ],
)
def test_what_is_no_figure_in_it_is_none(made_up, text):
    assert read(text, made_up)[0] == []


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("Hajlo detruis 210 domoj apud Orla.", 1),
        ("Hajlo detruis 210 domoj apud Varn.", 0),
        ("Hajlo povus 210 domoj detruis apud Orla.", 0),
        ("Hajlo detruis aliaj 210 domoj apud Orla.", 0),
        ("En 1999 hajlo detruis 210 domoj apud Orla.", 0),
    ],
)
def test_figures_that_do_not_fit_are_found_in_it(made_up, second, expected):
    _, found = read(f"Hajlo detruis 340 domoj apud Orla. {second}", made_up)
    assert len(found) == expected


def test_english_words_mean_nothing_in_it(made_up):
    assert read("Dozens of men were killed and a third fled.", made_up)[0] == []
