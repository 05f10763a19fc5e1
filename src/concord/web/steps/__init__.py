"""The steps that people take in a dispute."""
