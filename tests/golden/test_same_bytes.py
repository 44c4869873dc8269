"""Equal input gives equal bytes in every format: pipelines compare, sign and cache reports."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from provenance.reporters import FOLDERS, REPORTERS

ROOT = Path(__file__).parents[2]


def written(folder: Path, paths: list[str], **environment: str) -> dict[str, bytes]:
    """Every file that one run writes, all formats at once."""
    wanted = [f"-f={name}={folder / name}" for name in REPORTERS]
    done = subprocess.run(
        [sys.executable, "-m", "provenance", "check", *paths, *wanted],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )
    assert done.returncode == 1, done.stderr
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def paths() -> list[str]:
    return sorted(f"seeds/{path.name}" for path in (ROOT / "seeds").iterdir() if path.is_dir())


@pytest.fixture(scope="module")
def first(tmp_path_factory, paths) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("first")
    return written(folder, paths, PYTHONHASHSEED="1", POLARS_MAX_THREADS="1")


def test_one_run_writes_every_format(first):
    assert {name.partition("/")[0] for name in first} == set(REPORTERS)
    assert all(any(name.startswith(f"{folder}/") for name in first) for folder in FOLDERS)


@pytest.mark.parametrize(("seed", "threads"), [("2", "2"), ("random", "4")])
def test_hash_seed_threads_and_order_of_input_never_show(first, paths, tmp_path, seed, threads):
    again = written(tmp_path, paths[::-1], PYTHONHASHSEED=seed, POLARS_MAX_THREADS=threads)
    assert [name for name in first if again.get(name) != first[name]] == []
    assert again.keys() == first.keys()
