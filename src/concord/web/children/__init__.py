"""Finding a child, and one child's page."""
