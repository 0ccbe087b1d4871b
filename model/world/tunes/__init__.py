"""Tunes, from their captions to their notes."""
