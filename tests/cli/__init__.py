"""The command line, as scripts meet it."""
