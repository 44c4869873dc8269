"""Stories for the relations of its area."""

from collections.abc import Callable
from random import Random

from generating import Case

KINDS: dict[str, Callable[[Random], Case]] = {}
