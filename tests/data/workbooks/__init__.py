"""Tests of the workbooks that ship."""
