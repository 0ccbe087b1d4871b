"""The tab Limits: claims about what goes wrong, one card each, measured on this model."""
