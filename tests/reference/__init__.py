"""The made tables of the reference pages: `python -m tests.reference` writes them."""
