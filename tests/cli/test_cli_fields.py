"""The options that name the fields of records, the same ones for every command that reads some."""

import dataclasses
import json

import orjson
import pytest
import typer

from provenance.cli import app
from provenance.config import Fields

FIELDS = {f"{item.name}_field" for item in dataclasses.fields(Fields)}


def commands(group, above=()):
    """Every command by its words."""
    for name, command in group.commands.items():
        words = (*above, name)
        if hasattr(command, "commands"):
            yield from commands(command, words)
        else:
            yield " ".join(words), command


READING = {
    words: {param.name for param in command.params if param.name.endswith("_field")}
    for words, command in commands(typer.main.get_command(app))
    if any(param.name == "text_field" for param in command.params)
}


def test_there_are_commands_that_read_records():
    assert {"check", "clean", "compare", "explain", "rules mine", "trace"} <= READING.keys()


@pytest.mark.parametrize("words", sorted(READING))
def test_every_command_that_reads_records_can_name_all_their_fields(words):
    # Where an article stands on the web is told by reports of runs only.
    assert READING[words] | {"url_field"} == FIELDS


def test_a_check_can_name_the_field_of_the_url():
    assert "url_field" in READING["check"]


@pytest.fixture
def records(folder):
    """A file of two stories with keys of its own."""
    lines = [
        {"key": "a", "body": "The tide mill at Skarv turns again.", "author": ""},
        {"key": "b", "body": "A weaver in Orrin found a pattern book.", "author": "A. Reyes"},
    ]
    path = folder / "c.jsonl"
    path.write_text("".join(f"{json.dumps(each)}\n" for each in lines), encoding="utf-8")
    return ("--text-field", "body", "--id-field", "key", "--byline-field", "author")


def test_the_byline_can_have_any_key(run, records):
    report = orjson.loads(run("check", "c.jsonl", *records, "-f", "json").out)
    assert [(each["given"], each["blank"]) for each in report["articles"]] == [
        ([], ["byline"]),
        (["byline"], []),
    ]
    assert [(each["article_id"], each["rule_id"]) for each in report["findings"]] == [
        ("a", "MET003")
    ]


def test_the_key_of_the_byline_can_stand_in_the_settings(run, folder, records):
    settings = '[fields]\ntext = "body"\nid = "key"\nbyline = "author"\n'
    (folder / "provenance.toml").write_text(settings, encoding="utf-8")
    by_file = orjson.loads(run("check", "c.jsonl", "-f", "json").out)
    assert by_file == orjson.loads(run("check", "c.jsonl", *records, "-f", "json").out)


@pytest.mark.parametrize(
    "command",
    [
        ("clean", "c.jsonl"),
        ("compare", "c.jsonl#a", "c.jsonl#b"),
        ("explain", "a", "c.jsonl"),
        ("rules", "mine", "c.jsonl"),
        ("trace", "a", "c.jsonl"),
    ],
)
def test_other_commands_read_such_records_too(run, records, command):
    """Mining alone needs outlets, and these have none."""
    done = run(*command, *records)
    assert done.code == (2 if "mine" in command else 0)
    assert ("which outlet" in done.err) == ("mine" in command)


def test_cleaning_leaves_the_metadata_as_it_is(run, folder, records):
    before = (folder / "c.jsonl").read_bytes()
    assert run("clean", "c.jsonl", *records).out.encode() == before
