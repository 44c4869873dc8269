"""Memory that is free again goes back to the system."""

import ctypes
import subprocess
import sys

import pytest

from provenance.scale import give_back

# Texts of two kilobytes, of which every hundredth stays: between them there are holes.
HOLES = """
from provenance.scale import give_back

def held():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096

texts = [f"{number:2000}" for number in range(100_000)]
texts = texts[::100]
before = held()
give_back()
print(before - held())
"""


@pytest.mark.skipif(
    not (sys.platform == "linux" and hasattr(ctypes.CDLL(None), "malloc_trim")),
    reason="only the C library of GNU gives holes back when asked",
)
def test_what_lies_in_holes_goes_back():
    done = subprocess.run([sys.executable, "-c", HOLES], capture_output=True, text=True, check=True)
    assert int(done.stdout) > 100_000_000


def test_a_c_library_that_cannot_is_not_asked(monkeypatch):
    monkeypatch.setattr(ctypes, "CDLL", lambda _: object())
    give_back()


def test_giving_back_changes_nothing_that_is_held():
    texts = [f"{number:500}" for number in range(1000)]
    give_back()
    assert [int(text) for text in texts] == list(range(1000))
