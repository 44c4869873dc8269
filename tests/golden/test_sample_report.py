"""The committed reports of the sample corpus are what the program says today.

When a change is meant, run `python3 dev.py golden`, read the diff as an editor would, and
commit it; a changed score also needs a line under "Scores" in the changelog.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
REPORTS = {"text": "sample.txt", "concise": "sample.concise.txt", "json": "sample.json"}


def check_seeds(form, **environment):
    done = subprocess.run(
        [sys.executable, "-m", "provenance", "check", "seeds", "--format", form],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


@pytest.mark.parametrize("form", REPORTS)
def test_the_sample_report_is_what_is_committed(form):
    assert check_seeds(form) == (ROOT / "reports" / REPORTS[form]).read_text()


@pytest.mark.parametrize("seed", ["1", "2", "random"])
def test_the_hash_seed_and_the_number_of_threads_never_show(seed):
    threads = {"1": "1", "2": "2", "random": "4"}[seed]
    again = check_seeds("json", PYTHONHASHSEED=seed, POLARS_MAX_THREADS=threads)
    assert again == (ROOT / "reports" / REPORTS["json"]).read_text()
