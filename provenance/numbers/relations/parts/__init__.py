"""Parts and wholes: sums, shares, rates, averages, lists and ranks."""
