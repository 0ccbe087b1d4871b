"""The tab Tune."""
