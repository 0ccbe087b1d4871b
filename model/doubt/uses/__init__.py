"""One file a use: what it makes, how often as asked, out of what, and what speaks for and against it."""
