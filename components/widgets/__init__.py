"""Interactive parts of the page: each a .py beside its .js and .css."""
