"""One file a card: what it measures, which finding it claims, what helps. A file that stands here is found."""
