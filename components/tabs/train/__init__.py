"""The tab Paint."""
