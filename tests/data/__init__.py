"""Tests of room data."""
