"""Tests: each tells the story of a behaviour."""
