"""Files that somebody made to do harm, or that chance made as bad: refused in words, or read."""
