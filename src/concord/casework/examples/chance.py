"""Chance for examples."""

from random import Random


class Chance(Random):
    """Draws that are the same each time for the same words: for examples, never for a secret."""
