"""What is true of the world, and how much chance is in it."""
