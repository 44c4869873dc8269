"""A data set of Hugging Face is a folder; what describes it lies among what it holds."""

import io

import polars as pl
import pytest

from provenance.model import Notice


def table(kind, *texts):
    out = io.BytesIO()
    getattr(pl.DataFrame({"text": texts}), kind)(out)
    return out.getvalue()


def test_the_parquet_files_of_a_data_set_are_read_and_its_card_is_not(write, read):
    write(
        {
            "set/README.md": "---\nlicense: mit\n---\n# A set\n",
            "set/dataset_infos.json": "{}",
            "set/data/train-00000-of-00002.parquet": table("write_parquet", "one", "two"),
            "set/data/train-00001-of-00002.parquet": table("write_parquet", "three"),
        }
    )
    reading = read("set")
    assert reading.unread == ()
    assert reading.articles["article_id"].to_list() == [
        "set/data/train-00000-of-00002.parquet:1",
        "set/data/train-00000-of-00002.parquet:2",
        "set/data/train-00001-of-00002.parquet:1",
    ]
    (notice,) = reading.notices
    assert notice.place == "set"
    assert "2 here: README.md" in notice.message


def test_a_data_set_saved_to_disk_is_read_by_its_arrow_streams(write, read):
    write(
        {
            "set/dataset_dict.json": '{"splits": ["train", "test"]}',
            "set/train/data-00000-of-00001.arrow": table("write_ipc_stream", "one"),
            "set/train/state.json": '{"_data_files": []}',
            "set/train/dataset_info.json": "{}",
            "set/test/data-00000-of-00001.arrow": table("write_ipc_stream", "two"),
            "set/test/state.json": "{}",
        }
    )
    reading = read("set")
    assert (reading.unread, sorted(reading.articles["text"])) == ((), ["one", "two"])
    (notice,) = reading.notices
    assert isinstance(notice, Notice)
    assert "4 here: dataset_dict.json" in notice.message


@pytest.mark.parametrize("name", ["state.json", "dataset_info.json"])
def test_such_a_file_is_read_when_it_is_named(articles, write, name):
    write({name: '{"text": "The state of the ferry."}'})
    assert [item.text for item in articles(name).values()] == ["The state of the ferry."]


def test_other_json_in_the_folder_is_read(articles, write):
    write({"set/story.json": '{"text": "one"}', "set/dataset_info.json": "{}"})
    assert list(articles("set")) == ["set/story.json:1"]


def test_packed_files_of_every_kind_of_record_are_read_alike(write, articles):
    import gzip  # noqa: PLC0415

    contents = {
        "a.json.gz": b'[{"text": "one"}]',
        "b.csv.gz": b"text\none\n",
        "c.jsonl.gz": b'{"text": "one"}\n',
        "d.xml.gz": b"<nitf><body><body.content><p>one</p></body.content></body></nitf>",
        "e.parquet.gz": table("write_parquet", "one"),
        "f.arrow.gz": table("write_ipc_stream", "one"),
    }
    write({name: gzip.compress(data) for name, data in contents.items()})
    found = articles(*contents)
    assert [item.text for item in found.values()] == ["one"] * len(contents)
    assert sorted(item.path for item in found.values()) == sorted(contents)
