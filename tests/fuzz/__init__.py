"""Mutants of real workbooks, and what must be true of whatever the import says of them."""
