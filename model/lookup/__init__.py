"""Looking up: a library of invented subjects, its search, answers out of what was found; how words are cased."""
