"""How much something went up or down: percent changes, points, multiples, fractions."""
