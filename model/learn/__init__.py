"""How it learns: rows of ids, losses, optimizers, the training itself, and what is looked up after it."""
