"""What every test of the rules has: examples drawn by Hypothesis, and no stop-watch."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
