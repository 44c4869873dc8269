"""What the dates, times, years and ages of an article say of one another."""
