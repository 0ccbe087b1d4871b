"""What stands before the page: who may ask, what, and how much; wired in `app.py`."""
