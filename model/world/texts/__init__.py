"""How each kind of text is told."""
