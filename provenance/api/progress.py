"""How far a run is, as those who wait for it are told."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called with the stage's name, how much is done and how much there is."""


def silent(stage: str, done: int, total: int) -> None:
    """Tells nobody how far the run is."""
