"""The machine: transformer, vocabulary, one pass, one roll, and how they are saved."""
