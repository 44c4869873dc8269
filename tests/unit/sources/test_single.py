"""One article by its name."""

import io
import json
import sys

import pytest

from provenance import sources
from provenance.config import Config
from provenance.errors import InputError, UsageError

BODY = "The ferry stopped at noon on Monday, and nobody on the quay could say why."


def records(*ids):
    return "".join(json.dumps({"text": f"{BODY} {i}", "id": i}) + "\n" for i in ids)


def one(name, stdin_format="txt", **settings):
    return sources.read_one(name, Config(**settings), stdin_format)


def refused(name, kind=UsageError, **settings):
    with pytest.raises(kind) as caught:
        one(name, **settings)
    return caught.value


def test_a_file_of_one_article_is_that_article(write):
    write({"a.txt": BODY, "b.jsonl": records("x")})
    assert one("a.txt").text == BODY
    assert one("b.jsonl").article_id == "x"


def test_an_id_behind_the_file_names_one_of_several(write):
    write({"c.jsonl": records("x", "y")})
    assert one("c.jsonl#y").text == f"{BODY} y"


@pytest.mark.parametrize("article_id", ["a#b", "#", "p/q", "a b"])
def test_an_id_may_hold_any_character(write, article_id):
    write({"c.jsonl": records("x", article_id)})
    assert one(f"c.jsonl#{article_id}").article_id == article_id


def test_a_file_whose_name_holds_the_sign_is_found_first(write):
    write({"c#x.txt": BODY, "c": ""})
    assert one("c#x.txt").text == BODY


def test_an_article_in_a_folder_has_its_path_for_an_id(write):
    write({"n/a.txt": BODY, "n/b.txt": BODY})
    assert one("n#n/b.txt").path == "n/b.txt"


def test_a_file_of_several_says_how_to_name_one(write):
    write({"c.jsonl": records(*"abcdefg")})
    fault = refused("c.jsonl")
    assert fault.message == "c.jsonl holds 7 articles"
    assert fault.hint == "name one of them: 'c.jsonl#ID', with ID one of a, b, c, d, e, ..."


def test_an_unknown_id_is_told_with_those_there_are(write):
    write({"c.jsonl": records("x", "y")})
    fault = refused("c.jsonl#z")
    assert (fault.message, fault.hint) == ("c.jsonl holds no article 'z'", "its ids are x, y")


def test_an_id_that_could_not_be_read_is_told_with_what_could_not(write):
    write({"c.jsonl": records("x") + "{\n"})
    assert "not read: c.jsonl:2: " in refused("c.jsonl#z").hint


def test_bad_records_beside_the_one_that_is_named_do_no_harm(write):
    write({"c.jsonl": "{\n" + records("x")})
    assert one("c.jsonl#x").line == 2


def test_a_file_with_a_bad_record_is_not_taken_for_the_other_one(write):
    """One of two could be read: nobody said that it was this one that was meant."""
    write({"c.jsonl": "{\n" + records("x")})
    fault = refused("c.jsonl", InputError)
    assert fault.place == "c.jsonl:1"


@pytest.mark.parametrize(("name", "place"), [("bad.txt", "bad.txt:1"), ("gone.txt", "gone.txt")])
def test_what_cannot_be_read_is_told_with_its_place(write, name, place):
    write({"bad.txt": b"caf\xe9\0"})
    assert refused(name, InputError).place == place


def test_a_missing_file_with_an_id_is_a_missing_file(write):
    write({})
    assert "does not exist" in refused("gone.jsonl#x", InputError).hint


def test_standard_input_is_one_article_or_holds_some(write, monkeypatch):
    write({})
    for name, stdin_format in (("-", "txt"), ("-#y", "jsonl")):
        data = records("x", "y").encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert "y" in one(name, stdin_format).text


def test_names_of_standard_input_are_known(write):
    write({"a.txt": BODY})
    assert [sources.is_stdin(name) for name in ("-", "-#x", "a.txt", "a-#x")] == [
        *(True, True, False, False),
    ]
