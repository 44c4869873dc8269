"""What is taken out of files: the same for all formats, and never what is not meant."""

import io
import json
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance import api, cleaning
from provenance.api import cleaning as module
from provenance.config import Config, Fields
from provenance.sources import originals

RSS = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>The Gull</title><item><title>Rain'
    "</title><description>{}</description></item></channel></rss>"
)


def cleaned(done):
    """The cleaned bytes by path."""
    return {file.entry.path: api.cleaned_bytes(file) for file in done.files}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_text_file_keeps_all_its_other_bytes(write, clean, story, end, mark):
    before, after = (mark + text.replace("\n", end) for text in story)
    write(a_txt=before)
    assert cleaned(clean()) == {"a.txt": after.encode()}


def test_a_front_matter_is_not_touched(write, clean, story):
    head = "---\r\ntitle: qq label\r\ntags: qq words\r\n---\r\n"
    before, after = story
    write(a_md=head + before)
    assert cleaned(clean()) == {"a.md": (head + after).encode()}


@pytest.mark.parametrize("ascii_only", [True, False])
def test_a_record_keeps_all_its_other_bytes(write, clean, story, as_record, ascii_only):
    before, after = (text.replace("pass", "pass é 😀 a/b") for text in story)
    other = as_record("Nothing in it.", "2")
    write(a_jsonl=other + as_record(before, "1", ascii_only=ascii_only) + "\n" + other[:-1])
    left = other + as_record(after, "1", ascii_only=ascii_only) + "\n" + other[:-1]
    assert cleaned(clean())["a.jsonl"] == left.encode()


def test_inserted_words_are_escaped_as_the_record_is(write, clean):
    write(a_jsonl='{"text":"The qq -led force \\u00e9."}\n{"text":"The qq -led force é."}\n')
    assert cleaned(clean())["a.jsonl"].decode() == (
        '{"text":"The qq-led \\u201cx\\u201d force \\u00e9."}\n{"text":"The qq-led “x” force é."}\n'
    )


def test_what_is_unsafe_is_left_and_counted(write, clean, story):
    before, after = story
    write(a_txt=before + "qq more\nOther\n", b_txt="Text.\n")
    done = clean()
    assert cleaned(done)["a.txt"].decode() == after + "qq more\nOther\n"
    assert (dict(done.held), done.unsafe_fixes) == ({"BPL903": 1}, False)
    done = clean(unsafe=True)
    assert cleaned(done)["a.txt"].decode() == after
    assert (dict(done.held), done.unsafe_fixes) == ({}, True)


def test_a_heading_stays_with_the_teasers_that_it_told(write, clean):
    write(a_txt="Rain.\nqq label\nqq tease us\nRain.\nqq label\n")
    assert cleaned(clean())["a.txt"] == b"Rain.\nqq label\nqq tease us\nRain.\n"
    assert dict(clean().held) == {"BPL901": 1, "BPL905": 1}
    assert cleaned(clean(unsafe=True))["a.txt"] == b"Rain.\nRain.\n"


def test_rules_that_take_no_part_take_nothing_out(write, clean, story):
    before, _ = story
    write(a_txt=before)
    (file,) = clean(ignore=("BPL902",)).files
    assert [edit.rule_id for edit in file.entry.edits] == ["BPL901"]
    (file,) = clean(severity=(("BPL901", "off"),)).files
    assert [edit.rule_id for edit in file.entry.edits] == ["BPL902"]


def test_an_article_of_which_nothing_would_be_left_is_named(write, clean, as_record):
    write(a_txt="qq label\nqq label\n", b_jsonl=as_record("Text.") + as_record("qq label", "2"))
    done = clean()
    assert done.spared == ("a.txt", "b.jsonl:2")
    assert done.changed == ()


def test_unread_input_is_named_and_the_rest_is_cleaned(write, clean, story, as_record):
    before, after = story
    write(a_txt=b"\xff\0", b_jsonl="not json\n" + as_record(before))
    done = clean("a.txt", "b.jsonl")
    assert [item.place for item in done.unread] == ["a.txt:1", "b.jsonl:1"]
    assert cleaned(done) == {"b.jsonl": ("not json\n" + as_record(after)).encode()}


def test_nothing_to_read_is_told(folder, clean):
    assert [item.place for item in clean().unread] == ["."]


def test_standard_input_is_cleaned(monkeypatch, folder, clean, story):
    before, after = (text.encode() for text in story)
    stdin = SimpleNamespace(stdin=io.TextIOWrapper(io.BytesIO(before)))
    monkeypatch.setattr(originals, "sys", stdin)
    assert cleaned(clean("-")) == {"-": after}


def test_a_text_that_would_become_a_front_matter_is_left_alone(write, clean):
    """The first line of dashes would make what follows it no text any more."""
    write(a_md="qq label\n---\ntitle: x\n---\nThe text of it.\n")
    done = clean()
    assert done.files == ()
    ((place, reason),) = [(item.place, item.reason) for item in done.unread]
    assert place == "a.md"
    assert "read as another text" in reason


def test_a_file_that_changes_while_it_is_read_is_left_alone(write, clean, story, monkeypatch):
    before, _ = story
    write(a_txt=before, b_txt=before)
    look = module._found

    def slow(*arguments):
        write(a_txt=before.replace("noon", "one"))
        return look(*arguments)

    monkeypatch.setattr(module, "_found", slow)
    done = clean()
    assert [file.entry.path for file in done.files] == ["b.txt"]
    assert [item.place for item in done.unread] == ["a.txt"]


def test_a_file_without_a_name_in_utf_8_is_named_not_cleaned(folder, clean, story):
    before, _ = story
    (folder / "caf\udce9.txt").write_text(before)
    done = clean()
    assert done.files == ()
    assert [item.place for item in done.unread] == ["caf\\udce9.txt"]


def test_a_rule_over_all_articles_is_asked_of_all(tmp_path, write, clean, monkeypatch):
    """A line that an outlet repeats is told only by looking at its other stories."""
    pack = (tmp_path / "house.yaml").read_text()
    head, label, *rest = pack.split("- id: ")
    label = label.replace(
        "match: {lines: [qq label]}", "scope: corpus\n  match: {repeat: {clusters: 3, share: 5}}"
    )
    label = label.replace("hit: [qq label, QQ Label]", "hit: [[a, a, a], [b, b, b]]")
    rest = [each.replace("after: [BPL901]", "after: [BPL903]") for each in rest]
    (tmp_path / "house.yaml").write_text("- id: ".join((head, label, *rest)))
    words = [
        "rain pass road",
        "vote town hall",
        "match goal cup",
        "fire mill yard",
        "film book play",
    ]
    lines = [
        json.dumps(
            {
                "outlet": "Post",
                "date": f"2026-03-0{n}",
                "text": f"The {some} came {n}.\nTell us more\nThen {some[::-1]} went.",
            }
        )
        for n, some in enumerate(words, 1)
    ]
    write(a_jsonl="\n".join(lines))
    left = cleaned(clean())["a.jsonl"].decode()
    assert left == "\n".join(lines).replace("Tell us more\\n", "")


PIECES = st.sampled_from(
    [
        "qq label",
        "a qq words b",
        "qq words",
        "The qq -led force.",
        'Rain/\\"é😀',
        "",
        " ",
        "qq more",
        "\u00a0x",
    ]
)
TEXTS = st.lists(
    st.tuples(PIECES, st.sampled_from(["\n", "\r\n", "\r"])), min_size=1, max_size=9
).map(lambda parts: "".join(line + end for line, end in parts))


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS, TEXTS, st.booleans())
def test_what_is_cleaned_can_be_put_back(  # noqa: PLR0917  (fixtures and what is drawn)
    write, clean, as_record, first, second, unsafe
):
    """In every format, with every line end and escape."""
    records = as_record(first + "x", "1") + as_record("y" + second, "2", ascii_only=False)
    write(a_txt=first + "x", b_md="---\ntitle: x\n---\nx" + second, c_jsonl=records)
    done = clean(unsafe=unsafe)
    assert len(done.files) + len(done.unread) == 3
    for file in done.files:
        before, after = api.original_bytes(file), api.cleaned_bytes(file)
        assert cleaning.undo(after, file.entry.edits) == before
        assert cleaning.digest(after) == file.entry.cleaned_sha256
        assert len(after) == file.entry.cleaned_size
        gone = sum(len(e.removed.encode()) - len(e.inserted.encode()) for e in file.entry.edits)
        assert len(before) - len(after) == gone


def test_the_order_of_the_paths_does_not_matter(write, clean, story, as_record):
    before, _ = story
    write(a_txt=before, b_txt=before, c_jsonl=as_record(before))
    first, second = clean("a.txt", "b.txt", "c.jsonl"), clean("c.jsonl", "b.txt", "a.txt", "b.txt")
    assert first.files == second.files
    assert (first.spared, first.held) == (second.spared, second.held)


def test_the_text_is_looked_for_in_the_field_that_was_named(write, clean):
    write(a_jsonl='{"text":"x\\nqq label\\ny", "body":"a\\nqq label\\nb"}\n')
    assert cleaned(clean(fields=Fields(text="body")))["a.jsonl"].decode() == (
        '{"text":"x\\nqq label\\ny", "body":"a\\nb"}\n'
    )


def test_of_records_with_one_id_the_first_is_cleaned_and_the_other_named(write, clean, as_record):
    line = as_record("Text.\nqq label\n")
    write(a_jsonl=line + line)
    done = clean()
    assert cleaned(done)["a.jsonl"].decode() == as_record("Text.\n") + line
    assert [item.place for item in done.unread] == ["a.jsonl:2"]


def test_lines_that_were_taken_out_are_not_found_again(write, clean, story, as_record):
    before, _ = story
    write(a_txt=before, b_jsonl=as_record(before))
    for file in clean().files:
        name = file.entry.path.replace(".", "_")
        write(**{name: api.cleaned_bytes(file)})
    assert clean().changed == ()


def test_every_stage_is_told(write, story, folder):
    before, _ = story
    write(a_txt=before)
    stages = []
    config = Config(rules=("../house.yaml",), select=("BPL90",))
    api.clean(["a.txt"], config, progress=lambda stage, *_: stages.append(stage))
    assert stages == ["reading", "rules", "taking out"]


@pytest.mark.parametrize(
    "text",
    [
        "Rain.\n" + "a qq words " * 30_000 + "b\n",
        "Rain.\n" + "a" * 1_000_000 + " qq words\n",
        "Rain.\n" + "qq label\n\n" * 30_000 + "b.\n",
        "Rain.\n" + "\U000e0001\u200d\u0301\u2028qq words \ufeff" * 10_000 + "\n",
    ],
)
def test_hostile_texts_are_cleaned_in_linear_time_and_put_back(write, clean, as_record, text):
    write(a_txt=text, b_jsonl=as_record(text))
    done = clean()
    assert len(done.changed) == 2
    for file in done.changed:
        after = api.cleaned_bytes(file)
        assert b"qq" not in after
        assert cleaning.undo(after, file.entry.edits) == api.original_bytes(file)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a_csv", 'id,text\n1,"{}"\n', "as of a .csv file only the reading is known"),
        ("a_rss", RSS, "as of a .rss file only the reading is known"),
        (
            "a_json",
            '[\n{{"id": 1,\n"text": "{}"}}]',
            "as of a .json file only the reading is known",
        ),
    ],
)
def test_a_format_that_is_not_written_anew_is_named_as_that(write, clean, name, content, words):
    """That the file was changed meanwhile would send somebody to look for who did."""
    before = "Rain shuts qq words the pass at noon, and buses go round by the lake all day."
    write(**{name: content.format(before)})
    done = clean()
    (unread,) = done.unread
    assert (done.changed, unread.place) == ((), name.replace("_", "."))
    assert words in unread.reason
    assert "write its articles as .jsonl" in unread.reason


@pytest.mark.parametrize(
    ("name", "content"), [("a_txt", "{}"), ("a_jsonl", '{{"id": 1, "text": "{}"}}\n')]
)
def test_a_file_in_another_encoding_is_named_as_that(write, clean, name, content):
    write(
        **{name: ("\ufeff" + content.format("Rain shuts qq words the pass.")).encode("utf-16-le")}
    )
    (unread,) = clean().unread
    assert "is in utf-16-le, and only UTF-8 is written anew" in unread.reason
    assert "iconv -f utf-16-le -t UTF-8" in unread.reason


def test_a_text_is_cleaned_in_the_field_in_which_it_was_found(write, clean):
    """Of two records each may keep its text elsewhere."""
    lines = '{"body": "Rain shuts qq words the pass."}\n{"text": "No qq words at all."}\n'
    write(a_jsonl=lines)
    assert cleaned(clean())["a.jsonl"].decode() == lines.replace("qq words ", "")


def test_a_text_within_another_field_is_named_as_that(write, folder):
    write(a_jsonl='{"meta": {"body": "Rain shuts qq words the pass."}}\n')
    config = Config(rules=("../house.yaml",), fields=Fields(text="meta.body"))
    (unread,) = api.clean(["a.jsonl"], config).unread
    assert "keeps a text in meta.body, a field within a field" in unread.reason
