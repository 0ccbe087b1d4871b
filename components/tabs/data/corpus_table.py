"""A corpus as a table: looked at, searched, filtered, changed row by row; and what stands beside a word in it."""

from components.page.widget import Widget


class CorpusTable(Widget):
    """All of it happens in the browser, on the rows that the trainings get."""
