"""The keys of utterances: equal for equal words, whatever else is looked at."""

import subprocess
import sys

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.attribution import UTTERANCES, utterances
from provenance.attribution.keys import Form, parts, texts, worded
from provenance.attribution.wording import CUT
from provenance.model import Article, Quote

LOCK = "the lock at the mouth of the river has held through every storm since my father kept it"


@pytest.fixture(scope="session")
def keyed(articles, quotes):
    """The rows of some texts in one form, by article and utterance."""

    def _keyed(*quoted, form=Form.SAID):
        frame = articles(*quoted)
        found = utterances(frame, quotes(frame)).filter(pl.col("form") == form)
        return found.sort("article_id", "utterance").rows(named=True)

    return _keyed


def quote(article_id, start, end, speaker=None, **fields):
    """A quotation of an article, said by a named speaker or by nobody."""
    told = {"closed": True, "words": 8, "form": "marked", "use": "speech", "utterance": start}
    told |= {"speaker_start": None, "speaker_end": None, "resolution": "unresolved"}
    told |= {"speaker": speaker, "speaker_kind": "named" if speaker else None}
    return Quote(article_id=article_id, start=start, end=end, **told | fields)


def test_the_columns_are_those_that_are_declared(articles, quotes):
    for frame in (articles(f"It held. “{LOCK}”"), articles("Nobody spoke.", "")):
        assert dict(utterances(frame, quotes(frame)).schema) == UTTERANCES


def test_an_utterance_has_a_row_for_each_form(articles, quotes):
    text = f"It held. “{LOCK}”"
    frame = articles(text)
    found = utterances(frame, quotes(frame)).rows(named=True)
    assert {row["form"] for row in found} == set(Form)
    assert {text[row["start"] : row["end"]] for row in found} == {LOCK}


def test_every_three_words_as_said_and_every_four_as_written_are_a_shingle(keyed):
    """18 words without a repetition have 16 trigrams, and 15 runs of four."""
    (said,), (written,) = (keyed(f"It held. “{LOCK}”", form=form) for form in Form)
    assert (len(said["shingles"]), len(written["shingles"])) == (16, 15)


def test_words_that_come_again_are_one_shingle(keyed):
    """“we can, ” four times is three trigrams: we can we, can we can."""
    (row,) = keyed(f"He said: “{'we can ' * 8}”")
    assert len(row["shingles"]) == 2
    assert row["shingles"] == sorted(row["shingles"])


def test_what_a_desk_does_to_words_changes_their_text_and_not_their_wording(keyed):
    texts_ = f"It held. “{LOCK}”", f"It held. “{LOCK.capitalize()}, [it seems].”"
    for form, is_one in ((Form.SAID, True), (Form.WRITTEN, False)):
        one, other = keyed(*texts_, form=form)
        assert (one["digest"] == other["digest"]) is is_one
        assert (one["shingles"] == other["shingles"]) is is_one


def test_an_ellipsis_makes_another_wording_of_the_same_words(keyed):
    one, other = keyed(f"It held. “{LOCK}”", f"It held. “{LOCK.replace(' of ', ' … of ')}”")
    assert one["digest"] != other["digest"]
    assert one["shingles"] == other["shingles"]


def test_marks_case_and_apostrophes_do_not_part_written_words(keyed):
    texts_ = (f"It held. “{each} {LOCK}”" for each in ("Don't say", "DONT, SAY:"))
    one, other = keyed(*texts_, form=Form.WRITTEN)
    assert one["shingles"] == other["shingles"]
    assert one["digest"] != other["digest"]


def test_of_256_bits_each_shingle_has_set_one(keyed):
    (row,) = keyed(f"It held. “{LOCK}”")
    set_ = {
        64 * word + bit
        for word, bits in enumerate(row["bits"])
        for bit in range(64)
        if bits >> bit & 1
    }
    assert set_ == {shingle >> 56 for shingle in row["shingles"]}


def test_the_parts_of_a_divided_quotation_are_one_utterance(keyed):
    first, second = LOCK.split(" has held ")
    text = f"“{first},” he said. “Has held {second}.”"
    (row,) = keyed(text)
    assert text[row["start"] : row["end"]] == text.strip("“”")


def test_words_may_be_left_out_where_he_said_stands():
    assert worded(("We sail", "on Monday")) == ("we", "sail", CUT, "on", "monday")
    assert worded(("We sail",)) == ("we", "sail")


@pytest.mark.parametrize(
    ("use", "forms"),
    [("speech", set(Form)), ("phrase", {Form.SAID}), ("title", set()), ("nested", set())],
)
def test_what_is_no_speech_makes_no_claim_and_a_title_has_no_wording(articles, use, forms):
    quotes = frames.frame([quote("a0", 0, len(LOCK), use=use, words=18)], Quote)
    assert set(utterances(articles(LOCK), quotes)["form"]) == forms


@pytest.mark.parametrize(
    ("words", "speaker", "forms"),
    [
        (8, None, set(Form)),
        (7, None, set()),
        (7, "Ada Brenk", {Form.WRITTEN}),
        (5, "Ada Brenk", {Form.WRITTEN}),
        (4, "Ada Brenk", set()),
    ],
)
def test_a_few_words_are_compared_when_somebody_is_named(articles, words, speaker, forms):
    text = " ".join(LOCK.split()[:words])
    quotes = frames.frame([quote("a0", 0, len(text), speaker, words=words)], Quote)
    assert set(utterances(articles(text), quotes)["form"]) == forms


def test_of_a_few_words_one_person_is_told_from_another_by_surname(articles):
    text = " ".join(LOCK.split()[:6])
    names = ["Ada Brenk", "Brenk", "Tom Varn"]
    rows = [quote(f"a{n}", 0, len(text), name, words=6) for n, name in enumerate(names)]
    found = utterances(articles(*[text] * 3), frames.frame(rows, Quote))
    one, same, other = found.sort("article_id")["digest"]
    assert one == same != other


def test_of_many_words_the_text_alone_tells(articles):
    rows = [quote(f"a{n}", 0, len(LOCK), name, words=18) for n, name in enumerate(("Brenk", None))]
    found = utterances(articles(LOCK, LOCK), frames.frame(rows, Quote))
    assert found.filter(pl.col("form") == Form.WRITTEN)["digest"].n_unique() == 1


def test_documents_in_quotation_marks_are_not_compared(articles, quotes):
    frame = articles("“" + " ".join(f"w{n}" for n in range(500)) + "”")
    assert utterances(frame, quotes(frame)).is_empty()


def test_only_those_who_are_named_are_speakers(articles):
    rows = [
        quote("a0", 0, 10, "Ada Brenk", words=5),
        quote("a0", 11, 20, "the mayor", speaker_kind="role", utterance=0),
        quote("a0", 21, 30, "Brenk", utterance=0),
    ]
    (found,) = parts(frames.frame(rows, Quote).lazy(), Form.WRITTEN).collect().rows(named=True)
    assert found["speakers"] == ["Ada Brenk", "Brenk"]
    assert (found["starts"], found["ends"], found["words"]) == ([0, 11, 21], [10, 20, 30], 21)


@given(st.lists(st.text("abc “”é🙂\n", max_size=40), min_size=1, max_size=5), st.data())
def test_the_texts_of_parts_are_what_their_spans_point_at(articles, bodies, data):
    frame = articles(*bodies)
    rows, expected = [], []
    for n, text in enumerate(bodies):
        for start in sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=3))):
            end = data.draw(st.integers(start, len(text)))
            rows.append((f"a{n}", [start], [end]))
            expected.append((text[start:end],))
    spans = pl.List(pl.Int64)
    columns = {"article_id": pl.String, "starts": spans, "ends": spans}
    found = pl.DataFrame(rows, schema=columns, orient="row")
    assert list(texts(frame.reverse(), found)) == expected


words_ = st.lists(st.sampled_from("we sail not on every day of the year".split()), max_size=16)


@given(st.lists(words_.map(" ".join), min_size=1, max_size=6), st.integers(1, 5))
def test_an_articles_keys_do_not_depend_on_what_else_is_looked_at(articles, quotes, bodies, size):
    frame = articles(*(f"“{text}”" for text in bodies))
    whole = utterances(frame, quotes(frame))
    batches = [utterances(part, quotes(part)) for part in frame.iter_slices(size)]
    assert pl.concat(batches).sort("article_id", "utterance", "form").equals(whole)
    mixed = utterances(frame.reverse(), quotes(frame).reverse())
    assert mixed.equals(whole)


def test_another_process_finds_the_same_keys(keyed):
    """Batches are looked at by several processes, and kept for later ones."""
    rows = keyed(f"It held. “{LOCK}”", form=Form.WRITTEN)
    program = (
        "import polars as pl; from provenance import frames\n"
        "from provenance.attribution import utterances\n"
        "from provenance.model import Article, Quote\n"
        f"quote = {quote('a0', 0, len(LOCK), words=18)!r}\n"
        f"article = {Article('a0', 'a0', 1, False, LOCK, None, 0, None, None, None)!r}\n"
        "found = utterances(frames.frame([article], Article), frames.frame([quote], Quote))\n"
        "print(found.filter(form='written').select('digest', 'shingles', 'bits').rows())"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    expected = [tuple(row[name] for name in ("digest", "shingles", "bits")) for row in rows]
    assert told.stdout.decode().strip() == str(expected)
