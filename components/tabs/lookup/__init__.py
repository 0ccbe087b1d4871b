"""The tab Look up."""
