"""Widgets that a tab may draw without their knowing it."""
