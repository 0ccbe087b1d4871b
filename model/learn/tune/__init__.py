"""Tuning: a trained model goes on learning from a few examples, a copy of it in a process of its own; see `live`."""
