"""Trainings that visitors start: each a process of its own, at most two at once; see `line`."""
