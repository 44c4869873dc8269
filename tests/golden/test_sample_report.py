"""The committed reports of the sample corpus are what the program says today.

When a change is meant, run `python3 dev.py golden`, read the diff as an editor would, and
commit it; a changed score also needs a line under "Scores" in the changelog. What is sampled
stands in `dev.py`; that no hash seed and no thread shows is asked in `test_same_bytes.py`.
"""

import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from provenance.reporters import FOLDERS, REPORTERS

ROOT = Path(__file__).parents[2]
SAMPLES = runpy.run_path(str(ROOT / "dev.py"))["SAMPLES"]


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """All samples as one run writes them."""
    folder = tmp_path_factory.mktemp("reports")
    wanted = [f"-f={name}={folder / file}" for name, file in SAMPLES.items()]
    done = subprocess.run(
        [sys.executable, "-m", "provenance", "check", "seeds", *wanted],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    return folder


@pytest.mark.parametrize("name", SAMPLES)
def test_the_sample_report_is_what_is_committed(written, name):
    ours, committed = written / SAMPLES[name], ROOT / "reports" / SAMPLES[name]
    assert ours.read_text(encoding="utf-8") == committed.read_text(encoding="utf-8")


def test_every_format_that_people_can_read_a_diff_of_has_a_sample():
    assert set(SAMPLES) == set(REPORTERS) - FOLDERS


def test_the_samples_are_not_empty_and_none_lies_about(written):
    """A file that no format writes any more would never change again."""
    committed = {path.name for path in (ROOT / "reports").glob("sample*")}
    assert committed == set(SAMPLES.values())
    assert all((written / file).stat().st_size for file in SAMPLES.values())
