"""The tab Pixels."""
