"""What lies beside the weights: a sample of the training texts, counts, merges, what fires each neuron."""
