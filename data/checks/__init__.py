"""Cross-checks over staged rows: each .sql selects the offenders."""
