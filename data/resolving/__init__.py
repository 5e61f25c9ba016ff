"""Turns what a form says into rows that mean something: units, criteria, figures."""
