"""The edits of bench/ are those that the scores are held to here."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))
