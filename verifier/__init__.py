"""Counts again what the receipts of due dates say; knows nothing of what made them."""
