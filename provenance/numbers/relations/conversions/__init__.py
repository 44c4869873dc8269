"""One amount told in two units or currencies, and ranges told from the wrong end."""
