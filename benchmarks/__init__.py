"""What we claim about speed, measured anew: `python run.py benchmark`."""
