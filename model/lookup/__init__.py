"""Looking up: a library of invented subjects, how it is searched, and answers out of what was found."""
