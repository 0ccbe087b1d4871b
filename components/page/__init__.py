"""The shell, written once: the page's state, who asks Python, the prompt, the address, the look."""
