"""The tab Through time."""
