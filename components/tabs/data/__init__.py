"""Data tab."""
