"""Two prompts side by side: what differs between them, and what comes of it."""
