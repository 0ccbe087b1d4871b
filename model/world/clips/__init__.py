"""Clips of four frames, from their captions to their pixels."""
