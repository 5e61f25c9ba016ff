"""Opens files of every kind that offices have, and hands on grids of cells."""
