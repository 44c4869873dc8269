"""Real files in a folder of their own, which is the current one."""

import pytest

from provenance import sources
from provenance.config import Config
from provenance.frames import rows
from provenance.model import Article


@pytest.fixture
def write(tmp_path, monkeypatch):
    """Writes files, by name, into a new current folder: text as UTF-8, bytes as they are."""
    monkeypatch.chdir(tmp_path)

    def write(files):
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return write


@pytest.fixture
def read(write):
    """Reads paths of the current folder, with settings as keywords."""

    def read(*paths, **settings):
        return sources.read(paths, Config(**settings))

    return read


@pytest.fixture
def articles(read):
    """The articles at paths, by id."""

    def articles(*paths, **settings):
        table = read(*paths, **settings).articles
        return {item.article_id: item for item in rows(table, Article)}

    return articles
