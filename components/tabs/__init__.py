"""One folder a tab: what it shows, and the widgets that only it has."""
