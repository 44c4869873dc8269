"""A text file is one article, unchanged."""

import io

from hypothesis import given
from hypothesis import strategies as st

from provenance.config import Config
from provenance.model import Article, Notice, Unread
from provenance.sources.readers import text
from provenance.text.fold import INVISIBLE

BODY = "The ferry stopped at noon on Monday, and nobody on the quay could say why."


def rows(content, path="news/a.txt"):
    return list(text.read(io.BytesIO(content), path, Config(max_article_mb=1)))


def read(content, path="news/a.txt"):
    (row,) = rows(content, path)
    return row


def test_a_file_is_one_article_named_by_its_path():
    assert read(BODY.encode()) == Article(
        article_id="news/a.txt",
        path="news/a.txt",
        line=1,
        embedded=False,
        text=BODY,
        title=None,
        body_start=0,
        outlet=None,
        date=None,
        language=None,
        encoding="utf-8",
    )


@given(st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_any_text_comes_back_code_point_for_code_point(written):
    row = read(written.encode())
    if isinstance(row, Article):
        assert row.text == written
    else:
        assert all(char.isspace() or char in INVISIBLE for char in written)


@given(st.binary(max_size=500))
def test_any_bytes_are_one_article_or_one_reason(data):
    row, *told = rows(data)
    assert isinstance(row, Unread) or row.text == data.decode(row.encoding)
    assert len(told) == (isinstance(row, Article) and row.encoding != "utf-8")


def test_the_encoding_of_an_old_file_is_kept_and_told():
    """Evidence that was guessed must be known for it."""
    written = "Die Brücke über die Förde wird für Monate gesperrt, sagte die Behörde."
    article, told = rows(written.encode("windows-1252"))
    assert (article.text, article.encoding) == (written, "windows-1252")
    assert told == Notice("news/a.txt", "is read as windows-1252, which its bytes look like")


def test_bom_and_windows_line_ends_stay_in_the_text():
    written = f"\ufeffFerry stops without a word\r\n\r\n{BODY}\r\n"
    row = read(written.encode())
    assert row.text == written
    assert row.title == "Ferry stops without a word"
    assert row.text[row.body_start :].strip() == BODY


def test_one_endless_line_is_unread():
    assert "max-article-mb" in read(b"word " * 400_000).reason


def test_markup_of_other_formats_is_text():
    assert read(b"---\ntitle: x\n---\n{}").text == "---\ntitle: x\n---\n{}"
