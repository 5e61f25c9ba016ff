"""Invented figures in the forms that offices use: drawn from traits of units, never planted."""
