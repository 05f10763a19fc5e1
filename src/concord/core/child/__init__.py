"""What is on record about a child beside disputes: reviews, changes, practice, grave events."""
