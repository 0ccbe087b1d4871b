"""What goes wrong with a model: each claim measured on it, against what its world was told on purpose."""
