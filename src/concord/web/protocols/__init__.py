"""The protocol in plain words."""
