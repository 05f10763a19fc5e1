"""Which test carries which clause of the protocols."""
