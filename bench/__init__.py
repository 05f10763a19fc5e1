"""What things cost, each beside its limit in the same run."""
