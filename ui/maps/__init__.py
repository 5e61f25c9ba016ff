"""Where districts lie: tiles that ship, boundaries that a committee owns."""
