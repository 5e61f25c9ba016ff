"""Sentences made from figures: each says what its figures say, whatever they are."""
