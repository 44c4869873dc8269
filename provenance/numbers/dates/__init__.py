"""Dates: what a text says of days, months, years, weekdays and spans of time."""

from provenance.numbers.dates.words import DateWords

__all__ = ["DateWords"]
