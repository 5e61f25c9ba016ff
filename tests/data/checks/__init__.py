"""Each check: rows that offend, rows that do not, and the cell it names."""
