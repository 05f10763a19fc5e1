"""Working days, limits, holds, deadlines and their receipts: pure functions of what they are given."""
