"""Working days, limits, holds, deadlines and receipts: pure functions of what they are given."""
