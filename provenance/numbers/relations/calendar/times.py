"""Times of day that no clock shows."""

import re
from collections.abc import Iterator

from provenance.model import Relation
from provenance.numbers.dates.showing import failing
from provenance.numbers.dates.words import DateWords
from provenance.numbers.hints import CLOCK
from provenance.numbers.story import Story

_KIND = "impossible-time"
_HOURS = 24
_NOON = 12
_MINUTES = 60
# From here on it is a length in minutes and seconds more often than a slip.
_LONG = 30
_REACH = 60
# What stands before the last digit of an hour and belongs to it, and what behind the gate.
_BEFORE = 10
_BEHIND = 24


def find(story: Story, words: DateWords) -> Iterator[Relation]:
    """Every number that is clearly a time of day and that no clock shows."""
    if not story.may_hold(CLOCK):
        return
    shape = words.expressions
    for gate in shape.clock_gate.finditer(story.text):
        floor = max(gate.start() - _BEFORE, 0)
        around = shape.clock.finditer(story.text, floor, gate.end() + _BEHIND)
        match = next((each for each in around if each.end() >= gate.end()), None)
        if match is None or not _is_time(match):
            continue
        fault = _fault(match)
        if fault and not _is_other(story.text, match, words):
            place = match.start("hour"), _end(match)
            yield failing(story, _KIND, place, (fault, "a time of day"))


def _is_time(match: re.Match[str]) -> bool:
    """True for `5 p.m.` and `17:30 GMT`, and for `at 17:30` where nothing else can be meant."""
    if match["am"] or match["pm"]:
        return True
    if match["sep"] != ":":
        return False
    is_high = int(match["minute"]) >= _MINUTES or _HOURS <= int(match["hour"]) < _LONG
    return bool(match["zone"] or (match["before"] and (match["behind"] or is_high)))


def _end(match: re.Match[str]) -> int:
    return max(match.end(group) for group in ("hour", "minute", "am", "pm", "zone"))


def _fault(match: re.Match[str]) -> str | None:
    """Why no clock shows it; null when one does."""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if minute >= _MINUTES:
        return f"an hour has {_MINUTES} minutes"
    if hour > _HOURS or (hour == _HOURS and minute):
        return f"a day has {_HOURS} hours"
    if (match["am"] or match["pm"]) and hour > _NOON:
        return f"hours before and after noon go up to {_NOON}"
    return None


def _is_other(text: str, match: re.Match[str], words: DateWords) -> bool:
    """True when words beside it speak of races, goals, films or verses."""
    start, end = max(match.start() - _REACH, 0), match.end() + _REACH
    if match["am"] or match["pm"]:
        return False
    return bool(words.around.sports.search(text, start, end))
