"""Where the training data comes from: programs that tell, draw and know the truth of it."""
