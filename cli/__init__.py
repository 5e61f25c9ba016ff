"""The command line: the same answers as the pages, as table, JSON or CSV."""
