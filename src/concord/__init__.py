"""Concord runs a council's own dispute-resolution protocol."""

__version__ = "0.1.0"
