"""What a model is taught: two corpora side by side, what each makes of the same dice, and where a face comes from."""
