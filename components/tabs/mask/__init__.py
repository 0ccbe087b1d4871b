"""The tab Mask."""
