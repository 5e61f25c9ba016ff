"""Readers of the forms: a border that translates and never judges."""
