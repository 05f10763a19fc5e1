"""The dispute page and the receipts of its dates."""
