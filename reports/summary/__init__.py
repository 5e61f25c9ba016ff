"""`report summary`: what the committee must write after a season of inspections."""
