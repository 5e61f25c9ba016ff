"""Workbooks made from forms.md and domain.md alone, by someone who never saw the readers."""
