"""A language is told or it is unknown; it is never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.text.language import guess
from provenance.text.tokens import tokenise

PROSE = {
    "en": "The council said on Monday that the bridge would be closed for the rest of the week, and "
    "that buses were to run along the river until the cables have been replaced by the builders.",
    "de": "Der Rat teilte am Montag mit, dass die Brücke für den Rest der Woche gesperrt wird und die "
    "Busse am Fluss entlang fahren, bis die Seile von der Firma ersetzt sind, wie es hieß.",
    "fr": "Le conseil a annoncé lundi que le pont est fermé pour le reste de la semaine et que les bus "
    "passent par la rive du fleuve, le temps de changer les câbles avec une équipe de la ville.",
    "es": "El consejo anunció el lunes que el puente se cierra por el resto de la semana y que los "
    "autobuses van por la orilla del río mientras una empresa cambia los cables de la estructura.",
    "it": "Il consiglio ha detto che il ponte della città è chiuso per il resto della settimana e che "
    "gli autobus passano lungo il fiume con una deviazione, come non era mai successo nel paese.",
    "nl": "De raad zei maandag dat de brug voor de rest van de week dicht is en dat de bussen langs het "
    "water rijden, zodat een ploeg van de stad de kabels kan vervangen die niet meer goed zijn.",
    "pt": "O conselho disse na segunda que a ponte não abre para os carros até o fim da semana e que os "
    "ônibus vão passar pela margem do rio, com uma equipe da cidade que foi trocar os cabos.",
}


@pytest.mark.parametrize("code", PROSE)
def test_two_sentences_of_prose_tell_the_language(code):
    assert guess(tokenise(PROSE[code]).words) == code


def test_a_few_words_are_not_enough():
    assert guess(("the", "mayor", "of", "the", "town")) is None


def test_a_list_of_names_is_no_language():
    assert guess(("osei", "lund", "hale", "varn", "reyes") * 10) is None


def test_an_even_mix_of_two_languages_is_unknown():
    assert guess(("the", "of", "said") * 10 + ("der", "und", "nicht") * 10) is None


@given(st.lists(st.sampled_from(tokenise(" ".join(PROSE.values())).words), max_size=80))
def test_the_order_of_the_words_does_not_matter(words):
    assert guess(words) == guess(sorted(words))


def test_a_huge_text_is_judged_by_its_beginning():
    assert guess(tokenise(PROSE["en"]).words * 200 + ("xx",) * 100_000) == "en"
