"""Questions about one pass: what each part did, and what happens without it."""
