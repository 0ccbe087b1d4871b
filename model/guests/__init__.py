"""Any causal language model of transformers behind the names of our own, if it proves that its parts add up."""
