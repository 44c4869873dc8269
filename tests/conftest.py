"""The whole suite runs offline and without the user's settings."""

import json
import os
import runpy
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[1]
OFFLINE = ROOT / "tests" / "offline"

settings.register_profile(
    "suite", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("suite")


def pytest_configure(config: pytest.Config) -> None:
    """Blocks sockets here and, through the path, in every Python process a test starts."""
    runpy.run_path(str(OFFLINE / "sitecustomize.py"))
    os.environ["PYTHONPATH"] = str(OFFLINE)
    for name in ("NO_COLOR", "FORCE_COLOR", "PROVENANCE_DEBUG", "GITHUB_STEP_SUMMARY"):
        os.environ.pop(name, None)


@pytest.fixture(scope="session")
def payloads() -> list[str]:
    """Script and markup that whoever shows text must show as text; run, most set `window.hit`."""
    lines = (ROOT / "tests" / "payloads.txt").read_text(encoding="ascii").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture
def root() -> Path:
    """The checkout."""
    return ROOT
